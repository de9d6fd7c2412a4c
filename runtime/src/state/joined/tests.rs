//! Who meets whom, and that a side comes back from its entries, its changes and an abort as it was.

use super::*;
use proptest::prelude::*;
use std::collections::BTreeMap;

type Both = Joined<i64, String, i64>;

fn join(outer: [bool; 2]) -> Both {
    Joined::new(JoinSpec { names: ["both.r.left", "both.r.right"], before: 10, after: 20, grace: 5, outer })
}

fn always(_: &String, _: &i64) -> Result<bool, Reject> {
    Ok(true)
}

/// Times and rows of the partners; `None`: late.
fn partners<V>(met: Met<V>) -> Option<Vec<(i64, V)>> {
    match met {
        Met::Late => None,
        Met::Partners(all) => {
            Some(all.into_iter().filter_map(|partner| Some((partner.time, partner.row.ok()?))).collect())
        }
    }
}

#[test]
fn both_ends_are_included_and_the_later_time_is_the_pairs() {
    let mut both = join([false, false]);
    assert_eq!(partners(both.left(&1, 100, &"l".into(), 0, always)), Some(vec![]));
    let mut at = |time| partners(both.right(&1, time, &time, 0, always)).unwrap_or_default().len();
    assert_eq!([89, 90, 120, 121].map(&mut at), [0, 1, 1, 0]);
    assert_eq!(partners(both.right(&2, 100, &7, 0, always)), Some(vec![]), "another key");
    let found = partners(both.left(&1, 101, &"m".into(), 0, always)).unwrap_or_default();
    assert_eq!(found, [(120, 120), (121, 121)], "91 is the first that it could meet");
}

#[test]
fn who_met_nobody_comes_out_once_when_the_window_has_closed() {
    let mut both = join([true, true]);
    let _ = both.left(&1, 100, &"met".into(), 0, always);
    let _ = both.right(&1, 110, &1, 0, always);
    let _ = both.left(&2, 100, &"alone".into(), 0, always);
    let _ = both.right(&3, 110, &3, 0, always);
    assert_eq!(both.deadline(), 126, "100 + 20 + 5 has passed, or 110 + 10 + 5");
    assert_eq!(both.advance(125), []);
    assert_eq!(both.advance(126), [(100, Alone::Left("alone".into())), (110, Alone::Right(3))]);
    assert_eq!(
        partners(both.right(&2, 120, &5, 126, always)),
        Some(vec![]),
        "not met after it came out alone"
    );
    assert_eq!(partners(both.right(&1, 120, &5, 126, always)), Some(vec![(120, "met".into())]));
}

#[test]
fn a_late_row_meets_who_is_there_and_is_late_if_nobody_is() {
    let mut both = join([true, false]);
    let _ = both.right(&1, 100, &9, 100, always);
    // A left row of 95 is late from 121 on, the right one of 100 is kept to 135.
    assert_eq!(partners(both.left(&1, 95, &"l".into(), 121, always)), Some(vec![(100, 9)]));
    assert_eq!(partners(both.left(&2, 95, &"l".into(), 121, always)), None);
    assert_eq!(both.left.len(), 0, "what is late does not wait");
    assert_eq!(both.advance(136), []);
    assert_eq!(both.right.len(), 0);
}

#[test]
fn a_condition_that_fails_is_a_pair_that_failed() {
    let mut both = join([true, false]);
    let _ = both.right(&1, 100, &9, 0, always);
    let reject = Reject { site: crate::fail::Site(3), fail: crate::fail::Fail::Overflow };
    let Met::Partners(found) = both.left(&1, 100, &"l".into(), 0, |_, _| Err(reject)) else {
        panic!("not late");
    };
    assert_eq!(found.iter().map(|partner| partner.row).collect::<Vec<_>>(), [Err(reject)]);
    assert_eq!(both.advance(200), [(100, Alone::Left("l".into()))], "it has met nobody");
}

#[derive(Clone, Debug)]
enum Step {
    Left { key: i64, time: i64 },
    Right { key: i64, time: i64 },
    Advance { by: i64 },
    Commit,
    Abort,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => (0i64..3, 0i64..60).prop_map(|(key, time)| Step::Left { key, time }),
        4 => (0i64..3, 0i64..60).prop_map(|(key, time)| Step::Right { key, time }),
        3 => (1i64..12).prop_map(|by| Step::Advance { by }),
        2 => Just(Step::Commit),
        1 => Just(Step::Abort),
    ]
}

type Entries = BTreeMap<Vec<u8>, Vec<u8>>;

fn entries(both: &mut Both) -> [Entries; 2] {
    let mut all = Vec::new();
    both.stores(&mut |store| {
        let mut entries = Entries::new();
        store.entries(&mut |key, value| _ = entries.insert(key.to_vec(), value.to_vec()));
        all.push(entries);
    });
    let right = all.pop().unwrap_or_default();
    [all.pop().unwrap_or_default(), right]
}

proptest! {
    #[test]
    fn changelog_entries_and_aborts_all_say_the_same(
        steps in prop::collection::vec(step(), 0..60), outer in any::<[bool; 2]>(),
    ) {
        let mut both = join(outer);
        let mut log: [Entries; 2] = Default::default();
        let (mut clock, mut committed) = (0, 0);
        for step in steps {
            match step {
                Step::Left { key, time } => _ = both.left(&key, time, &format!("{time}"), clock, always),
                Step::Right { key, time } => _ = both.right(&key, time, &time, clock, always),
                Step::Advance { by } => {
                    clock += by;
                    _ = both.advance(clock);
                }
                Step::Commit => {
                    let mut at = 0;
                    both.stores(&mut |store| {
                        store.changes(&mut |key, value| match value {
                            Some(value) => _ = log[at].insert(key.to_vec(), value.to_vec()),
                            None => _ = log[at].remove(key),
                        });
                        store.committed();
                        at += 1;
                    });
                    committed = clock;
                    prop_assert_eq!(&entries(&mut both), &log);
                }
                Step::Abort => {
                    both.stores(&mut |store| store.rollback());
                    clock = committed;
                    prop_assert_eq!(&entries(&mut both), &log);
                }
            }
        }
        both.stores(&mut |store| store.rollback());
        let mut again = join(outer);
        let mut at = 0;
        again.stores(&mut |store| {
            for (key, value) in &log[at] {
                store.restore(key, Some(value)).expect("an entry of its own");
            }
            store.restored(committed);
            at += 1;
        });
        prop_assert_eq!(entries(&mut again), log);
        prop_assert_eq!(again.deadline() < i64::MAX, again.left.len() + again.right.len() > 0);
        prop_assert_eq!(again.advance(1_000), both.advance(1_000));
    }
}
