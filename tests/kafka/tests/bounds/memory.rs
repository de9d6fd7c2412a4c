//! Memory under brokers that take nothing, or little (spec: kafka.memory).

use super::{MINUTE, start, until};
use riparian_kafka_tests::faults::Sluice;
use riparian_kafka_tests::{Client, Isolation, Options, Record};
use std::time::Duration;

const PARTITIONS: i32 = 4;
/// What waits when the job starts: 300 MB, and as much again as copies.
const RECORDS: usize = 50_000;
const TEXT: usize = 6_000;
/// One worker's part (spec: kafka.memory): 32 MiB in the consumer's queue, 64 MiB in the producer's, 4 MiB read ahead of each partition,
/// 16 MiB open, once as rows and once as chunks; and the program itself.
const MOST: u64 = (32 + 64 + 4 * PARTITIONS as u64 + 2 * 16 + 32) << 20;

fn feed(client: &Client) {
    let text = "x".repeat(TEXT);
    let writer = client.writer().unwrap();
    for number in 0..RECORDS {
        let (sensor, at) = (number as u64 % 1000, 1_772_445_600_000 + number as i64);
        let time = riparian::functions::time::timestamp_text(riparian::functions::time::Timestamp(at * 1000));
        let value = format!(r#"{{"number":{number},"sensor":{sensor},"text":"{text}","at":"{time}"}}"#);
        writer.send("bounds.readings.v1", &Record::of(sensor.to_be_bytes(), value).at(at)).unwrap();
    }
    writer.flush().unwrap();
}

#[test]
fn a_sink_that_stands_still_or_is_slow_costs_no_memory() {
    let mut sluice = Sluice::new().unwrap();
    let cluster = Options::nodes(1).doors(&[sluice.port()]).start().unwrap();
    sluice.serve(cluster.door(1).unwrap());
    let client = cluster.client();
    for topic in ["bounds.readings.v1", "bounds.copies.v1"] {
        client.create_topic(topic, PARTITIONS, &[("retention.ms", "-1")]).unwrap();
    }
    feed(&client);

    let folder = tempfile::tempdir().unwrap();
    let bootstrap = sluice.bootstrap();
    // What is not written in four seconds is given up and done again.
    let arguments = ["--create", "--property", "transaction.timeout.ms=4000"];
    sluice.hold();
    let mut job = start("copying", &bootstrap, folder.path(), &arguments).process().unwrap();
    until(&mut job, "it gives a commit up", MINUTE, |job| job.output().contains("back to the last commit"));
    let stuck = job.peak_memory();
    sluice.slow(Duration::from_millis(50));
    std::thread::sleep(Duration::from_secs(5));
    let slow = job.peak_memory();
    sluice.open();
    let mut reader = client.reader("bounds.copies.v1", Isolation::Committed).unwrap();
    let mut seen = vec![0u32; RECORDS];
    let mut count = 0;
    until(&mut job, "everything is copied", 2 * MINUTE, |_| {
        for record in reader.to_end().unwrap() {
            let text = record.value_text();
            let number = text.strip_prefix("{\"number\":").and_then(|text| text.split(',').next());
            let number: usize =
                number.and_then(|number| number.parse().ok()).unwrap_or_else(|| panic!("{text}"));
            seen[number] += 1;
            count += 1;
        }
        count >= RECORDS
    });
    let peak = job.peak_memory();
    assert!(job.stop(MINUTE).unwrap().success(), "{}", job.output());
    let wrong = seen.iter().filter(|times| **times != 1).count();
    assert_eq!((count, wrong), (RECORDS, 0), "{}", job.output());
    assert!(sluice.asked() > 0, "nothing has come by the proxy");
    for (when, peak) in [("stuck", stuck), ("slow", slow), ("all", peak)] {
        assert!(peak.is_none_or(|peak| peak < MOST), "{when}: {} MiB", peak.unwrap_or_default() >> 20);
    }
}
