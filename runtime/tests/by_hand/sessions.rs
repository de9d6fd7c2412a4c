//! Sessions merge, are retracted and close as [window.session] and [time.late] say; `latest window` and `at most every` as [window.changes] and [window.latest] say.

use crate::velocity::*;
use crate::world::{lines, options, run};
use riparian::testing::MemoryLog;
use riparian::worker::{Summary, Worker};

fn log(transfers: &[(i64, i64, i64)]) -> MemoryLog {
    let mut log = MemoryLog::new(&JOB, 1);
    log.feed(RATE, 0, None, Some(rate(0, 1, 0).as_bytes()));
    for (sender, amount, at) in transfers {
        log.feed(TRANSFER, 0, None, Some(transfer(*sender, *amount, 0, at * SECOND).as_bytes()));
    }
    log
}

fn bursts(transfers: &[(i64, i64, i64)]) -> (Vec<String>, Summary) {
    let (log, summary) = run(&JOB, log(transfers), options(1));
    assert!(summary.balances());
    (lines(&log, BURST), summary)
}

#[test]
fn exactly_the_gap_apart_is_one_session_and_growing_retracts_what_readers_have() {
    let (rows, _) = bursts(&[(1, 1, 100), (1, 1, 107), (1, 1, 114), (1, 1, 121), (1, 1, 129)]);
    assert_eq!(
        rows,
        [r#"1@100..114 {"transfers":3,"eur":3}"#, "1@100..114 -", r#"1@100..121 {"transfers":4,"eur":4}"#,],
        "129 is eight seconds after 121: another session"
    );
}

#[test]
fn a_record_that_joins_two_sessions_retracts_both_and_one_inside_only_updates() {
    let (rows, _) = bursts(&[
        (1, 1, 100),
        (1, 1, 101),
        (1, 1, 102),
        (1, 10, 112),
        (1, 10, 113),
        (1, 10, 114),
        (1, 100, 107),
        (1, 1000, 107),
    ]);
    assert_eq!(
        rows,
        [
            r#"1@100..102 {"transfers":3,"eur":3}"#,
            r#"1@112..114 {"transfers":3,"eur":30}"#,
            "1@100..102 -",
            "1@112..114 -",
            r#"1@100..114 {"transfers":7,"eur":133}"#,
            r#"1@100..114 {"transfers":8,"eur":1133}"#,
        ]
    );
}

#[test]
fn a_session_closes_after_gap_and_grace_and_a_bridging_record_is_judged_by_what_it_joins() {
    // Last event 100, gap 7, grace 5: open at clock 112, closed at 113; the clock is ten seconds behind.
    let late =
        |until: i64, at: i64| bursts(&[(1, 1, 100), (2, 1, until + 10), (1, 1, at)]).1.nodes[2].counts.late;
    assert_eq!(late(112, 100), 0);
    assert_eq!(late(113, 100), 1);
    assert_eq!(late(113, 101), 0, "101 could still go on");
    let (_, summary) = bursts(&[(1, 1, 100), (1, 1, 110), (2, 1, 125), (1, 1, 103)]);
    assert_eq!(summary.nodes[2].counts.late, 0, "103 alone is late, but it joins the session of 110");
}

#[test]
fn one_row_per_key_held_back_until_the_clock_crosses_a_multiple() {
    let (log, _) = run(&JOB, log(&[(1, 1, 100), (1, 2, 101), (1, 4, 130), (1, 8, 131)]), options(1));
    let rows: Vec<String> = log.topic(VELOCITY).iter().map(|r| crate::world::text(&r.value)).collect();
    assert_eq!(
        rows,
        [
            // 100 takes the clock to 90: the first time crosses.
            r#"{"transfers":1,"eur":1,"start":60000000}"#,
            // 130 takes it to 120.
            r#"{"transfers":3,"eur":7,"start":80000000}"#,
            // At the end, all idle.
            r#"{"transfers":4,"eur":15,"start":80000000}"#,
        ]
    );
}

#[test]
fn what_is_held_back_survives_a_restart() {
    let mut log = log(&[(1, 1, 100), (1, 2, 101)]);
    log.finished = false;
    let mut worker = Worker::start(&JOB, log, options(1)).unwrap();
    worker.drain().unwrap();
    let before = worker.log().topic(VELOCITY).len();
    let log = worker.log().clone();
    let mut worker = Worker::start(&JOB, log, options(1)).unwrap();
    worker.idle().unwrap();
    assert_eq!(worker.log().topic(VELOCITY).len(), before + 1);
}

#[test]
fn an_absorbed_session_is_retracted_with_its_own_time() {
    let transfers = [100, 101, 102, 112, 113, 114, 107].map(|at| (1, 1, at));
    let (log, _) = run(&JOB, log(&transfers), options(1));
    let times: Vec<i64> = log.topic(BURST).iter().map(|row| row.time / SECOND).collect();
    assert_eq!(times, [102, 114, 102, 114, 114], "two sessions, both retracted, the one they have become");
}
