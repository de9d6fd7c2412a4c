//! Windows close when they should, records are late when they should be, idle inputs hold nothing back.

use crate::gate::{JOB, ONE_NODE, PAYMENT, PER_MINUTE, UNUSABLE, payment};
use crate::world::{lines, options, run, text};
use riparian::testing::MemoryLog;
use riparian::worker::Worker;

const SECOND: i64 = 1_000_000;

fn log(payments: &[(i64, i64, i64)]) -> MemoryLog {
    let mut log = MemoryLog::new(&JOB, 1);
    for (sender, amount, at) in payments {
        log.feed(PAYMENT, 0, None, Some(payment(*sender, *amount, *at).as_bytes()));
    }
    log
}

#[test]
fn a_window_is_emitted_once_when_the_clock_reaches_its_end_and_grace() {
    let log = log(&[
        (7, 10, SECOND),
        (7, 9, 2 * SECOND),
        (3, 50, 59 * SECOND),
        (7, 10, 59_999_999),
        (7, 10, 60 * SECOND),
        (7, 10, 70 * SECOND),
    ]);
    let (log, summary) = run(&JOB, log, options(3));
    assert_eq!(lines(&log, PER_MINUTE), [r#"3@0 {"transfers":1}"#, r#"7@0 {"transfers":2}"#], "by key");
    let times: Vec<i64> = log.topic(PER_MINUTE).iter().map(|r| r.time).collect();
    assert_eq!(times, [59 * SECOND, 59_999_999], "the largest event time that contributed");
    assert!(summary.balances());
    assert_eq!(summary.nodes[0].counts.filtered, 1);
}

#[test]
fn a_node_on_both_sides_of_an_internal_topic_counts_each_record_once() {
    // Dropped, used, used, and late when it comes out.
    let log = log(&[(7, 9, SECOND), (7, 10, 2 * SECOND), (7, 10, 70 * SECOND), (7, 10, 3 * SECOND)]);
    let (_, summary) = run(&ONE_NODE, log, options(1));
    let counts = &summary.nodes[1].counts;
    assert_eq!((counts.entered, counts.filtered, counts.used, counts.late), (4, 1, 2, 1));
    assert_eq!(summary.nodes[0].counts.entered, 0, "there is no other node");
    assert!(summary.balances());
}

#[test]
fn at_exactly_end_and_grace_a_record_is_late_and_one_microsecond_before_it_is_not() {
    let (log, summary) = run(
        &JOB,
        log(&[(7, 10, 69_999_999), (7, 10, 30 * SECOND), (7, 10, 70 * SECOND), (8, 10, 31 * SECOND)]),
        options(1),
    );
    assert_eq!(lines(&log, PER_MINUTE), [r#"7@0 {"transfers":1}"#]);
    assert_eq!(summary.nodes[1].counts.late, 1);
    assert_eq!(summary.nodes[1].counts.used, 3);
    let letters = log.topic(UNUSABLE);
    let letter: serde_json::Value = serde_json::from_slice(letters[0].value.as_ref().unwrap()).unwrap();
    assert_eq!(letter["reason"], "late");
    assert_eq!(letter["node"], "per_minute");
    assert_eq!(letter["topic"], "large.by.sender");
    assert_eq!(letter["time"], "1970-01-01T00:00:31Z");
    assert_eq!(letter["site"], "shop.stream:16");
    assert_eq!(letter["value"], serde_json::Value::Null, "only coordinates may be shown here");
    assert_eq!(letters.len(), 1);
}

#[test]
fn whatever_jump_in_time_closes_them_windows_are_emitted_once_in_order_also_after_restarts() {
    let mut payments: Vec<(i64, i64, i64)> = (0..5).map(|n| (9 - n, 10, n * 60 * SECOND)).collect();
    payments.push((1, 10, 10_000 * SECOND));
    let (whole, _) = run(&JOB, log(&payments), options(usize::MAX));
    assert_eq!(lines(&whole, PER_MINUTE).len(), 5);
    let mut log = log(&payments);
    log.batch = 1;
    let mut rounds = 0;
    loop {
        let mut worker = Worker::start(&JOB, log, options(1)).unwrap();
        let mut left = 2;
        let ended = worker.run(&mut |worker| {
            left -= 1;
            if left == 0 {
                worker.stop();
            }
        });
        log = worker.log().clone();
        rounds += 1;
        if ended.unwrap() == riparian::worker::Ended::Finished {
            break;
        }
    }
    assert!(rounds > 3, "it was restarted");
    assert_eq!(lines(&log, PER_MINUTE), lines(&whole, PER_MINUTE));
}

#[test]
fn nothing_is_flushed_at_the_end_and_idle_lanes_let_the_others_close() {
    // Two partitions; one has a single early record and then nothing.
    let mut log = MemoryLog::new(&JOB, 2);
    let to = |number| riparian::stage::Partition { topic: PAYMENT, number };
    log.feed_to(to(0), 0, None, Some(payment(1, 10, SECOND).as_bytes()));
    log.feed_to(to(1), 0, None, Some(payment(2, 10, 2 * SECOND).as_bytes()));
    log.feed_to(to(1), 0, None, Some(payment(2, 10, 200 * SECOND).as_bytes()));
    let (log, _) = run(&JOB, log, options(1));
    let mut rows: Vec<String> = log.topic(PER_MINUTE).iter().map(|r| text(&r.key)).collect();
    rows.sort();
    assert_eq!(rows, ["1@0", "2@0"], "and the window of 180 s stays open");
}

#[test]
fn a_source_with_a_declared_idle_time_holds_time_until_it_has_passed_and_wakes_again() {
    use riparian::job::{Job, Role, Topic};
    static TOPICS: [Topic; 4] =
        crate::gate::topics(Role::Input { table: false, disorder: 0, skew: None, idle: Some(50_000) });
    static JOB: Job = Job { topics: &TOPICS, ..crate::gate::GATE };
    let mut log = MemoryLog::new(&JOB, 2);
    log.finished = false;
    let to = |number| riparian::stage::Partition { topic: PAYMENT, number };
    log.feed_to(to(1), 0, None, Some(payment(2, 10, 2 * SECOND).as_bytes()));
    log.feed_to(to(1), 0, None, Some(payment(2, 10, 200 * SECOND).as_bytes()));
    let mut worker = Worker::start(&JOB, log, options(1)).unwrap();
    worker.drain().unwrap();
    assert_eq!(lines(worker.log(), PER_MINUTE).len(), 0, "partition 0 is silent, but not yet idle");
    let mut rounds = 0;
    let ended = worker.run(&mut |worker| {
        rounds += 1;
        if !worker.log().topic(PER_MINUTE).is_empty() || rounds > 10_000 {
            worker.stop();
        }
    });
    assert_eq!(ended.unwrap(), riparian::worker::Ended::Stopped);
    assert_eq!(lines(worker.log(), PER_MINUTE), [r#"2@0 {"transfers":1}"#]);
    // Waking never takes time back: the clock is at 200 s.
    worker.log().feed_to(to(0), 0, None, Some(payment(9, 10, 3 * SECOND).as_bytes()));
    worker.drain().unwrap();
    assert_eq!(worker.summary().nodes[1].counts.late, 1);
}

#[test]
fn a_time_far_in_the_future_closes_nothing() {
    use riparian::job::{Job, Role, Topic};
    static TOPICS: [Topic; 4] =
        crate::gate::topics(Role::Input { table: false, disorder: 0, skew: Some(3600 * SECOND), idle: None });
    static JOB: Job = Job { topics: &TOPICS, ..crate::gate::GATE };
    let mut log = MemoryLog::new(&JOB, 1);
    for at in [1, 1_000_000, 2] {
        log.feed(PAYMENT, 5 * SECOND, None, Some(payment(1, 10, at * SECOND).as_bytes()));
    }
    let (log, summary) = run(&JOB, log, options(1));
    assert_eq!(summary.inputs[0].counts.dead, 1);
    assert_eq!(summary.nodes[1].counts.late, 0);
    let letter: serde_json::Value =
        serde_json::from_slice(log.topic(UNUSABLE)[0].value.as_ref().unwrap()).unwrap();
    assert_eq!(letter["reason"], "future_time");
    assert_eq!(letter["value"], payment(1, 10, 1_000_000 * SECOND), "this source may be shown raw");
}
