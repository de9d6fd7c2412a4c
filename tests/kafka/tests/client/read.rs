//! Bulk reads of changelogs: all that is committed up to the end, nothing else, and no early stop.

use super::{MINUTE, kafka, open, options, place};
use riparian::broker::Client as _;
use riparian::kafka::KafkaClient;
use riparian_kafka_tests::{Record, unique};
use std::collections::BTreeMap;
use std::time::{Duration, Instant};

fn read(client: &mut KafkaClient, from: i64, end: i64) -> Vec<String> {
    let mut read = Vec::new();
    let mut take = |_: Option<&[u8]>, value: Option<&[u8]>| {
        read.push(String::from_utf8_lossy(value.unwrap_or(b"-")).into_owned());
    };
    client.read(place(0, 0), from, end, &mut take).unwrap();
    read
}

#[test]
fn aborted_records_and_marks_are_passed_over_also_at_the_end() {
    let kafka = kafka();
    let topic = kafka.new_topic("changelog", 1).unwrap();
    let writer = kafka.transactional(&unique("writer"), MINUTE).unwrap();
    for (values, keep) in [(["a", "b"], true), (["x", "y"], false), (["c", "d"], true), (["x", "y"], false)] {
        writer.begin().unwrap();
        writer.write(&topic, values.map(|v| Record::of("k", v).on(0))).unwrap();
        if keep { writer.commit().unwrap() } else { writer.abort().unwrap() }
    }
    let end = kafka.offsets(&topic).unwrap()[0].end;
    assert_eq!(end, 12);
    let mut client = open(&options(&[&topic]));
    assert_eq!(client.offsets(place(0, 0)).unwrap(), (0, 12));
    assert_eq!(read(&mut client, 0, end), ["a", "b", "c", "d"]);
    assert_eq!(read(&mut client, 1, 7), ["b", "c"], "from the middle to the middle");
    assert_eq!(read(&mut client, 9, end), [""; 0], "only what was aborted");
    assert_eq!(read(&mut client, 4, 4), [""; 0]);
    assert_eq!(read(&mut client, 0, end).len(), 4, "again");
}

#[test]
fn an_open_transaction_before_the_end_is_waited_for() {
    let kafka = kafka();
    let topic = kafka.new_topic("changelog", 1).unwrap();
    let writer = kafka.transactional(&unique("writer"), MINUTE).unwrap();
    kafka.produce(&topic, [Record::of("k", "before").on(0)]).unwrap();
    writer.begin().unwrap();
    writer.write(&topic, [Record::of("k", "inside").on(0)]).unwrap();
    let mut client = open(&options(&[&topic]));
    let (_, end) = client.offsets(place(0, 0)).unwrap();
    assert_eq!(end, 2);
    let start = Instant::now();
    let values = std::thread::scope(|scope| {
        scope.spawn(|| {
            std::thread::sleep(Duration::from_millis(700));
            writer.commit().unwrap();
        });
        read(&mut client, 0, end)
    });
    assert_eq!(values, ["before", "inside"]);
    assert!(start.elapsed() >= Duration::from_millis(700));
}

#[test]
fn gaps_of_compaction_are_passed_over() {
    let kafka = kafka();
    let topic = unique("compacted");
    let settings = [
        ("cleanup.policy", "compact"),
        ("segment.ms", "100"),
        ("min.cleanable.dirty.ratio", "0.001"),
        ("min.compaction.lag.ms", "0"),
        ("max.compaction.lag.ms", "100"),
    ];
    kafka.create_topic(&topic, 1, &settings).unwrap();
    let mut client = open(&options(&[&topic]));
    let start = Instant::now();
    let mut written = 0;
    loop {
        // Each round rolls a segment, so that those before it can be compacted.
        kafka
            .produce(&topic, (0..100).map(|n| Record::of(format!("{}", n % 5), format!("{n}")).on(0)))
            .unwrap();
        written += 100;
        let (_, end) = client.offsets(place(0, 0)).unwrap();
        assert_eq!(end, written);
        let (mut last, mut count) = (BTreeMap::new(), 0);
        client
            .read(place(0, 0), 0, end, &mut |key, value| {
                count += 1;
                last.insert(key.map(<[u8]>::to_vec), value.map(<[u8]>::to_vec));
            })
            .unwrap();
        let wanted: BTreeMap<_, _> = (0..5)
            .map(|n| (Some(format!("{n}").into_bytes()), Some(format!("{}", n + 95).into_bytes())))
            .collect();
        assert_eq!(last, wanted);
        if count < written {
            break;
        }
        assert!(start.elapsed() < MINUTE, "nothing was compacted");
        std::thread::sleep(Duration::from_millis(200));
    }
}
