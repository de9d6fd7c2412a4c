//! Bad records, failing commits, corrupt internals: counted, told, or refused; never lost or doubled.

use crate::gate;
use crate::velocity;
use crate::world::{lines, options, run};
use riparian::log::Outcome;
use riparian::prelude::Fatal;
use riparian::testing::MemoryLog;
use riparian::worker::Worker;

fn payments() -> MemoryLog {
    let mut log = MemoryLog::new(&gate::JOB, 1);
    for n in 0..200 {
        log.feed(gate::PAYMENT, 0, None, Some(gate::payment(n % 7, 5 + n % 9, n * 3_000_000).as_bytes()));
    }
    log
}

#[test]
fn every_bad_record_is_a_letter_with_its_reason_and_the_balance_holds() {
    let mut log = MemoryLog::new(&velocity::JOB, 1);
    log.feed(velocity::RATE, 0, None, Some(velocity::rate(0, 2, 0).as_bytes()));
    let good = velocity::transfer(1, 1, 0, 100_000_000);
    let overflow = velocity::transfer(1, i64::MAX, 0, 100_000_000);
    let unmatched = velocity::transfer(1, 1, 9, 100_000_000);
    for value in [
        Some(good.as_bytes()),
        Some(b"{"),
        Some(br#"{"sender":1,"amount":1,"currency":0}"#),
        Some(br#"{"sender":"x","amount":1,"currency":0,"at":100000000}"#),
        Some(overflow.as_bytes()),
        Some(unmatched.as_bytes()),
        Some(br#"{"sender":1,"amount":1,"currency":0,"at":-5}"#),
        Some(&[0xff, 0xfe]),
        None,
        Some(good.as_bytes()),
    ] {
        log.feed(velocity::TRANSFER, 42, None, value);
    }
    let (log, summary) = run(&velocity::JOB, log, options(2));
    assert!(summary.balances(), "{summary:?}");
    let reasons: Vec<String> = log
        .topic(velocity::UNUSABLE)
        .iter()
        .map(|letter| {
            let letter: serde_json::Value = serde_json::from_slice(letter.value.as_ref().unwrap()).unwrap();
            format!(
                "{} {} {} {}",
                letter["offset"],
                letter["reason"].as_str().unwrap(),
                letter["site"].as_str().unwrap(),
                letter["time"].as_str().unwrap_or("-")
            )
        })
        .collect();
    assert_eq!(
        reasons,
        [
            "1 invalid_json velocity.stream:54 -",
            "2 missing_field velocity.stream:54 -",
            "3 wrong_type velocity.stream:55 1970-01-01T00:01:40Z",
            "4 overflow velocity.stream:55 1970-01-01T00:01:40Z",
            "5 unmatched velocity.stream:55 1970-01-01T00:01:40Z",
            "6 invalid_time velocity.stream:54 -",
            "7 invalid_utf8 velocity.stream:54 -",
            "8 null_value velocity.stream:54 -",
        ]
    );
    // When the log appended them, 42, is in no letter: where the event time is not known, it is the clock that counts.
    let times: Vec<i64> = log.topic(velocity::UNUSABLE).iter().map(|letter| letter.time).collect();
    let (event, clock) = (100_000_000, 100_000_000 - velocity::DISORDER);
    assert_eq!(times, [clock, clock, event, event, event, clock, clock, clock]);
    let transfers = &summary.inputs[0].counts;
    assert_eq!((transfers.entered, transfers.used, transfers.dead), (10, 5, 5));
    let in_euro = &summary.nodes[0].counts;
    assert_eq!((in_euro.entered, in_euro.used, in_euro.dead, in_euro.unmatched), (5, 2, 2, 1));
    assert_eq!(summary.sent[&velocity::UNUSABLE], 8);
    assert_eq!(summary.refused.values().sum::<u64>(), 8);
}

#[test]
fn an_aborted_commit_is_done_again_and_an_unknown_one_only_if_it_was_not_there() {
    let (whole, expected) = run(&gate::JOB, payments(), options(10));
    let outcomes = [
        (Outcome::Aborted, false),
        (Outcome::Unknown, true),
        (Outcome::Unknown, false),
        (Outcome::Committed, true),
    ];
    let mut log = payments();
    for n in 0..40 {
        log.outcomes.push_back(outcomes[n % 4]);
    }
    let (log, summary) = run(&gate::JOB, log, options(10));
    assert_eq!(lines(&log, gate::PER_MINUTE), lines(&whole, gate::PER_MINUTE));
    assert_eq!(log.all(), whole.all(), "internal topics included");
    assert_eq!(summary.nodes, expected.nodes, "nothing is counted twice");
}

#[test]
fn stop_ends_the_job_at_the_last_commit_and_names_the_record() {
    use riparian::job::{Job, Route, SiteSpec};
    static SITES: [SiteSpec; 4] = gate::sites(Route::Stop);
    static JOB: Job = Job { sites: &SITES, ..gate::GATE };
    let mut log = payments();
    log.feed(gate::PAYMENT, 0, None, Some(b"[]"));
    let mut worker = Worker::start(&JOB, log, options(1)).unwrap();
    let fatal = worker.run(&mut |_| {}).unwrap_err();
    let Fatal::Stopped { coordinates, .. } = &fatal else { panic!("{fatal}") };
    assert!(coordinates.starts_with("payment, partition 0, offset 200 (shop.stream:10:9"), "{coordinates}");
}

#[test]
fn a_row_of_another_job_in_an_internal_topic_is_corruption_not_a_dead_letter() {
    let mut log = payments();
    log.feed(gate::LARGE_BY_SENDER, 0, Some(b"short"), Some(b""));
    let mut worker = Worker::start(&gate::JOB, log, options(1)).unwrap();
    let fatal = worker.run(&mut |_| {}).unwrap_err();
    assert!(fatal.to_string().contains("large.by.sender, partition 0, offset 0"), "{fatal}");
}

#[test]
fn topics_read_together_must_have_equally_many_partitions() {
    use riparian::job::{Input, Job, Show, StageSpec};
    static JOB: Job = Job {
        stages: &[StageSpec {
            name: "both",
            inputs: &[input(gate::PAYMENT), input(gate::PER_MINUTE)],
            repartitions: &[],
            make: || Box::new(gate::LargeStage { node: gate::LARGE }),
        }],
        ..gate::GATE
    };
    const fn input(topic: u16) -> Input {
        Input {
            topic,
            table: false,
            everywhere: false,
            bootstrap: false,
            site: riparian::fail::Site(0),
            show: Show::Raw,
            placed_by: None,
        }
    }
    let log = MemoryLog::with(vec![2, 1, 3, 1]);
    let Err(fatal) = Worker::start(&JOB, log, options(1)) else { panic!("it started") };
    assert!(fatal.to_string().contains("per_minute has 3 partitions and payment has 2"), "{fatal}");
}
