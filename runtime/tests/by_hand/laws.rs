//! Law R and Law P (spec: state.law-r, balance.law-p) on random inputs.

use crate::velocity::{self, BURST, DISORDER, JOB, SECOND, UNUSABLE, VELOCITY};
use crate::world::{options, run, table};
use proptest::prelude::*;
use riparian::testing::MemoryLog;
use riparian::worker::Worker;

#[derive(Clone, Debug)]
struct Given {
    /// Sender, amount, currency, time.
    transfers: Vec<(i64, i64, i64, i64)>,
    rates: Vec<(i64, i64, i64)>,
    bad: Vec<usize>,
}

/// Out of order by at most the declared disorder, so that nothing is late.
fn given() -> impl Strategy<Value = Given> {
    let step = (0i64..4, 1i64..100, 0i64..3, 0i64..9 * SECOND, 0i64..DISORDER);
    let transfers = prop::collection::vec(step, 1..120).prop_map(|steps| {
        let mut now = 1000 * SECOND;
        let at = |(sender, amount, currency, gap, back): (i64, i64, i64, i64, i64)| {
            now += gap;
            (sender, amount, currency, now - back)
        };
        steps.into_iter().map(at).collect()
    });
    // In the order of their times: which rows of a table are read before a record goes by the row that is next, so a row
    // that comes after later ones is seen by those that come after it.
    let rates = prop::collection::vec((0i64..2, 1i64..9, 0i64..2000 * SECOND), 1..8).prop_map(|mut rates| {
        rates.sort_by_key(|(_, _, at)| *at);
        rates
    });
    (transfers, rates, prop::collection::vec(0usize..120, 0..4)).prop_map(|(transfers, rates, bad)| Given {
        transfers,
        rates,
        bad,
    })
}

fn log(given: &Given, partitions: u32) -> MemoryLog {
    let mut log = MemoryLog::with(vec![partitions, 1, partitions, partitions, partitions, partitions]);
    for (currency, rate, at) in &given.rates {
        log.feed(velocity::RATE, 0, None, Some(velocity::rate(*currency, *rate, *at).as_bytes()));
    }
    for (n, (sender, amount, currency, at)) in given.transfers.iter().enumerate() {
        let text = if given.bad.contains(&n) {
            "no json".to_owned()
        } else {
            velocity::transfer(*sender, *amount, *currency, *at)
        };
        log.feed(velocity::TRANSFER, 7, Some(&n.to_le_bytes()), Some(text.as_bytes()));
    }
    log
}

/// Repeats a recorded run with other batches, starting anew before some of its epochs.
fn replay(
    given: &Given,
    partitions: u32,
    recorded: &MemoryLog,
    batch: usize,
    restart_every: usize,
) -> MemoryLog {
    let mut again = log(given, partitions);
    again.batch = batch;
    let mut worker = Worker::start(&JOB, again, options(usize::MAX)).unwrap();
    for (n, epoch) in recorded.choices.iter().enumerate() {
        if n % restart_every == 0 {
            let log = worker.log().clone();
            worker = Worker::start(&JOB, log, options(usize::MAX)).unwrap();
        }
        worker.replay(epoch).unwrap();
    }
    worker.log().clone()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    /// The same order of choices gives the same bytes, whatever the batches and wherever it was restarted.
    #[test]
    fn law_r(given in given(), partitions in 1u32..4, commit in 1usize..40, batch in 1usize..9, restart in 1usize..4) {
        let (recorded, summary) = run(&JOB, log(&given, partitions), options(commit));
        prop_assert!(summary.balances());
        let again = replay(&given, partitions, &recorded, batch, restart);
        prop_assert_eq!(again.all(), recorded.all());
    }

    /// With one task per sub-topology, sizes of fetches and of commits change nothing in what the first one reads when.
    #[test]
    fn the_choice_of_the_next_record_does_not_depend_on_batches(given in given(), batch in 1usize..9) {
        let (whole, _) = run(&JOB, log(&given, 1), options(usize::MAX));
        let mut small = log(&given, 1);
        small.batch = batch;
        let (small, _) = run(&JOB, small, options(usize::MAX));
        prop_assert_eq!(small.all(), whole.all());
    }

    /// If nothing is late, every key ends with the same row whatever the number of partitions, and the balance holds.
    #[test]
    fn law_p(given in given()) {
        let (one, expected) = run(&JOB, log(&given, 1), options(13));
        prop_assert_eq!(expected.nodes.iter().map(|node| node.counts.late).sum::<u64>(), 0);
        for partitions in [2, 7] {
            let (many, summary) = run(&JOB, log(&given, partitions), options(13));
            prop_assert!(summary.balances());
            prop_assert_eq!(&summary.nodes, &expected.nodes);
            prop_assert_eq!(table(&many, VELOCITY), table(&one, VELOCITY));
            prop_assert_eq!(table(&many, BURST), table(&one, BURST));
            prop_assert_eq!(many.topic(UNUSABLE).len(), one.topic(UNUSABLE).len());
        }
    }
}
