//! Windows on real partitions (spec: kafka.windows): what is idle does not hold them open, what is unread does; one bad time does not close
//! them, and nor does the end of a process.

use super::{MINUTE, start, until};
use riparian_kafka_tests::{Cluster, Isolation, Reader, Record};
use serde_json::Value;
use std::collections::BTreeMap;

const CLICKS: &str = "windows.clicks.v1";
const MINUTES: &str = "windows.minutes.v1";
const REFUSED: &str = "windows.refused.v1";
/// 2026-03-02T10:00:00Z, in milliseconds.
const START: i64 = 1_772_445_600_000;

fn instant(millis: i64) -> String {
    riparian::functions::time::timestamp_text(riparian::functions::time::Timestamp(millis * 1000))
}

/// A click so many seconds after the start.
fn click(partition: i32, second: f64) -> Record {
    let at = START + (second * 1000.0) as i64;
    let value = format!(r#"{{"user":"u{partition}","page":"home","at":"{}"}}"#, instant(at));
    Record::of(format!("u{partition}"), value).on(partition).at(at)
}

/// What has come out so far: clicks by the minute, each minute once.
fn read(reader: &mut Reader, minutes: &mut BTreeMap<i64, i64>) {
    for record in reader.to_end().unwrap() {
        let row: Value = serde_json::from_str(&record.value_text()).unwrap();
        let minute = (0..).find(|minute| row["start"] == instant(START + minute * 60_000)).unwrap();
        let before = minutes.insert(minute, row["clicks"].as_i64().unwrap());
        assert_eq!(before, None, "twice: {row}");
    }
}

#[test]
fn idle_partitions_bad_times_and_ends_of_processes() {
    let cluster = Cluster::shared();
    let client = cluster.client();
    let folder = tempfile::tempdir().unwrap();
    client.create_topic(CLICKS, 2, &[("retention.ms", "-1")]).unwrap();
    client.create_topic(MINUTES, 2, &[("retention.ms", "-1")]).unwrap();
    client.create_topic(REFUSED, 2, &[("retention.ms", "-1")]).unwrap();
    let mut reader = client.reader(MINUTES, Isolation::Committed).unwrap();
    let settings = start("counting", cluster.bootstrap(), folder.path(), &["--create"]);
    let mut minutes = BTreeMap::new();

    // However far the first partition is ahead: what the second has waits to be read, and holds the windows open.
    client.produce(CLICKS, [10.0, 50.0, 70.0, 130.0, 400.0, 401.0].map(|second| click(0, second))).unwrap();
    client.produce(CLICKS, (0..3_000).map(|n| click(1, 150.0 + f64::from(n) / 1000.0))).unwrap();
    client.produce(CLICKS, [click(1, 395.0)]).unwrap();
    let mut job = settings.process().unwrap();
    until(&mut job, "three minutes are over", MINUTE, |_| {
        read(&mut reader, &mut minutes);
        minutes.len() >= 3
    });
    assert_eq!(minutes, BTreeMap::from([(0, 2), (1, 1), (2, 3_001)]));

    // A clock that is wrong by decades closes nothing. The second partition is silent: idle after two seconds, it holds nothing open.
    let wrong = format!(r#"{{"user":"u0","page":"home","at":"{}"}}"#, instant(START + 3_000_000_000_000));
    client.produce(CLICKS, [Record::of("u0", wrong).on(0).at(START + 402_000)]).unwrap();
    client.produce(CLICKS, [click(0, 403.0), click(0, 500.0)]).unwrap();
    until(&mut job, "the minute of the wrong clock is over", MINUTE, |_| {
        read(&mut reader, &mut minutes);
        minutes.len() >= 4
    });
    assert_eq!(minutes.get(&6), Some(&4));

    // The ninth minute is open. The end of the process does not close it, nor that all is idle.
    std::thread::sleep(std::time::Duration::from_secs(3));
    assert!(job.stop(MINUTE).unwrap().success(), "{}", job.output());
    read(&mut reader, &mut minutes);
    assert_eq!(minutes.len(), 4, "{minutes:?}");
    let mut job = settings.process().unwrap();
    client.produce(CLICKS, [click(0, 510.0), click(0, 600.0)]).unwrap();
    until(&mut job, "the ninth minute is over", MINUTE, |_| {
        read(&mut reader, &mut minutes);
        minutes.len() >= 5
    });
    assert_eq!(minutes.get(&8), Some(&2));
    assert!(job.stop(MINUTE).unwrap().success(), "{}", job.output());
    let refused = client.read(REFUSED, Isolation::Committed).unwrap();
    let reasons: Vec<String> = refused
        .iter()
        .flatten()
        .map(|letter| {
            let letter: Value = serde_json::from_str(&letter.value_text()).unwrap();
            letter["reason"].as_str().unwrap_or_default().to_owned()
        })
        .collect();
    assert_eq!(reasons, ["future_time"], "nothing was late");
}
