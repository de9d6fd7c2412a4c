//! What is written: as it was meant, all of it or nothing, with the offsets of the group.

use super::{join, kafka, open, options, place};
use riparian::broker::Client as _;
use riparian::broker::client::{Consequence, Form, NewTopic, Stored};
use riparian::broker::envelope;
use riparian::kafka::KafkaClient;
use riparian::record::{Chunk, Kind};
use riparian_kafka_tests::{Isolation, Written, unique};
use std::time::{Duration, Instant};

fn chunk(values: impl IntoIterator<Item = impl AsRef<[u8]>>) -> Chunk {
    let mut chunk = Chunk::default();
    for value in values {
        chunk.push(Kind::Data, 5_000_999, Some(b"k"), Some(value.as_ref()));
    }
    chunk
}

fn at(offset: i64, metadata: &str) -> Stored {
    Stored { offset, metadata: metadata.to_string() }
}

fn commit(client: &mut KafkaClient, values: &[&str], offset: i64) {
    client.begin().unwrap();
    client.send(place(1, 0), &chunk(values), Form::Plain).unwrap();
    client.send_offsets(&[(place(0, 0), at(offset, "clock 7"))]).unwrap();
    client.commit().unwrap();
}

#[test]
fn each_form_writes_what_it_says() {
    let kafka = kafka();
    let topic = kafka.new_topic("forms", 3).unwrap();
    let mut records = Chunk::default();
    records.push(Kind::Data, -1, Some(b"k"), Some(b"value"));
    records.push(Kind::Data, 1_234_567, None, Some(b""));
    records.push(Kind::Data, 0, Some(b""), None);
    let mut marks = records.clone();
    marks.push(Kind::Watermark, i64::MAX, Some(b"\x01\0\0\0"), None);
    let mut client = open(&options(&[&topic]));
    client.renew().unwrap();
    client.begin().unwrap();
    client.send(place(0, 0), &records, Form::Plain).unwrap();
    client.send(place(0, 1), &marks, Form::Enveloped).unwrap();
    client.send(place(0, 2), &records, Form::Entries).unwrap();
    client.commit().unwrap();
    let read = kafka.read(&topic, Isolation::Committed).unwrap();
    let bytes = |text: &str| Some(text.as_bytes().to_vec());
    let pairs = |records: &[Written]| -> Vec<_> {
        records.iter().map(|record| (record.key.clone(), record.value.clone())).collect()
    };
    let wanted = [(bytes("k"), bytes("value")), (None, bytes("")), (bytes(""), None)];
    assert_eq!(pairs(&read[0]), wanted);
    assert_eq!(pairs(&read[2]), wanted);
    // Brokers know no time before 1970, and the library takes its first millisecond for "now".
    let times: Vec<_> = read[0].iter().map(|record| record.timestamp).collect();
    assert_eq!(times, [Some(1), Some(1_234), Some(1)]);
    let opened: Vec<_> =
        read[1].iter().map(|r| envelope::open(r.value.as_deref().unwrap()).unwrap()).collect();
    let wanted = [
        (Kind::Data, -1, Some(&b"value"[..])),
        (Kind::Data, 1_234_567, Some(&b""[..])),
        (Kind::Data, 0, None),
        (Kind::Watermark, i64::MAX, None),
    ];
    assert_eq!(opened, wanted);
}

#[test]
fn records_and_offsets_are_committed_together_or_not_at_all() {
    let kafka = kafka();
    let (orders, out) = (kafka.new_topic("orders", 2).unwrap(), kafka.new_topic("out", 1).unwrap());
    let options = options(&[&orders, &out]);
    let mut client = open(&options);
    assert_eq!(client.stored(&[place(0, 0), place(0, 1)]).unwrap(), [None, None]);
    join(&mut client, &[0]);
    client.renew().unwrap();
    commit(&mut client, &["a", "b"], 10);
    client.begin().unwrap();
    client.send(place(1, 0), &chunk(["lost"]), Form::Plain).unwrap();
    client.send_offsets(&[(place(0, 0), at(99, "lost"))]).unwrap();
    client.abort().unwrap();
    let stored = client.stored(&[place(0, 1), place(0, 0)]).unwrap();
    assert_eq!(stored, [None, Some(at(10, "clock 7"))]);
    commit(&mut client, &["c"], 11);
    let values: Vec<_> =
        kafka.read(&out, Isolation::Committed).unwrap()[0].iter().map(Written::value_text).collect();
    assert_eq!(values, ["a", "b", "c"]);
    assert_eq!(kafka.committed(&options.group, &orders).unwrap(), [Some(11), None]);
    // Another producer of the name ends what was open: readers do not wait for its timeout, nor do the group's offsets.
    client.begin().unwrap();
    client.send(place(1, 0), &chunk(["lost"]), Form::Plain).unwrap();
    client.send_offsets(&[(place(0, 0), at(50, "lost"))]).unwrap();
    client.renew().unwrap();
    assert_eq!(client.stored(&[place(0, 0)]).unwrap(), [Some(at(11, "clock 7"))]);
    client.close(Duration::from_secs(5));
}

#[test]
fn offsets_of_who_is_no_member_are_refused() {
    let topic = kafka().new_topic("orders", 1).unwrap();
    let mut client = open(&options(&[&topic]));
    client.renew().unwrap();
    client.begin().unwrap();
    let failure = client.send_offsets(&[(place(0, 0), at(1, ""))]).unwrap_err();
    assert_eq!(failure.consequence, Consequence::Abort, "{failure:?}");
    client.abort().unwrap();
    assert_eq!(client.stored(&[place(0, 0)]).unwrap(), [None]);
}

#[test]
fn more_than_the_queue_holds_waits_for_room() {
    let kafka = kafka();
    let topic = kafka.new_topic("many", 2).unwrap();
    let mut options = options(&[&topic]);
    options.properties.push(("queue.buffering.max.messages".to_string(), "5000".to_string()));
    let mut client = open(&options);
    client.renew().unwrap();
    client.begin().unwrap();
    let many = chunk((0..30_000).map(|n| format!("{n}")));
    client.send(place(0, 0), &many, Form::Entries).unwrap();
    client.send(place(0, 1), &many, Form::Plain).unwrap();
    client.commit().unwrap();
    for partition in kafka.read(&topic, Isolation::Committed).unwrap() {
        let values: Vec<_> = partition.iter().map(Written::value_text).collect();
        assert!(
            values.iter().enumerate().all(|(n, value)| *value == n.to_string()) && values.len() == 30_000
        );
    }
}

#[test]
fn an_abort_does_not_wait_for_what_was_not_sent() {
    let kafka = kafka();
    let topic = kafka.new_topic("aborted", 1).unwrap();
    let mut options = options(&[&topic]);
    options.properties.push(("linger.ms".to_string(), "5000".to_string()));
    let mut client = open(&options);
    client.renew().unwrap();
    client.begin().unwrap();
    client.send(place(0, 0), &chunk(["x"; 1_000]), Form::Entries).unwrap();
    let start = Instant::now();
    client.abort().unwrap();
    assert!(start.elapsed() < Duration::from_secs(3), "{:?}", start.elapsed());
    client.begin().unwrap();
    client.send(place(0, 0), &chunk(["kept"]), Form::Entries).unwrap();
    client.commit().unwrap();
    assert_eq!(kafka.read(&topic, Isolation::Committed).unwrap()[0].len(), 1);
}

#[test]
fn what_a_broker_does_not_take_is_said() {
    let kafka = kafka();
    let compacted = unique("compacted");
    kafka
        .create_topic(&compacted, 1, &[("cleanup.policy", "compact"), ("max.message.bytes", "2000")])
        .unwrap();
    let mut client = open(&options(&[&compacted, "no-such-topic"]));
    client.renew().unwrap();
    let mut fails = |to, records: &Chunk| {
        client.begin().unwrap();
        let sent = client.send(to, records, Form::Entries);
        let failure = sent.and_then(|()| client.commit()).unwrap_err();
        let _ = client.abort();
        client.renew().unwrap();
        assert_eq!(failure.consequence, Consequence::Give, "{failure:?}");
        assert!(!failure.help.is_empty(), "{failure:?}");
        failure.message
    };
    let large = fails(place(0, 0), &chunk(["x".repeat(5_000)]));
    assert!(large.contains(&compacted) && large.contains("too large"), "{large}");
    let huge = fails(place(0, 0), &chunk(["x".repeat(2_000_000)]));
    assert!(huge.contains(&compacted) && huge.contains("too large"), "{huge}");
    let mut keyless = Chunk::default();
    keyless.push(Kind::Data, 0, None, Some(b"v"));
    let keyless = fails(place(0, 0), &keyless);
    assert!(keyless.contains(&compacted), "{keyless}");
    let missing = fails(place(1, 0), &chunk(["v"]));
    assert!(missing.contains("there is no topic `no-such-topic`"), "{missing}");
    let partition = fails(place(0, 4), &chunk(["v"]));
    assert!(partition.contains(&compacted) && partition.contains("its partition 4"), "{partition}");
}

#[test]
fn at_least_once_stores_offsets_after_the_records() {
    let kafka = kafka();
    let (orders, out) = (kafka.new_topic("orders", 1).unwrap(), kafka.new_topic("out", 1).unwrap());
    let mut options = options(&[&orders, &out]);
    options.exactly_once = false;
    let mut client = open(&options);
    join(&mut client, &[0]);
    client.renew().unwrap();
    commit(&mut client, &["a"], 4);
    client.begin().unwrap();
    client.send_offsets(&[(place(0, 0), at(9, ""))]).unwrap();
    client.abort().unwrap();
    assert_eq!(client.stored(&[place(0, 0)]).unwrap(), [Some(at(4, "clock 7"))]);
    client.renew().unwrap();
    commit(&mut client, &["b"], 5);
    assert_eq!(kafka.read(&out, Isolation::Uncommitted).unwrap()[0].len(), 2);
    assert_eq!(kafka.committed(&options.group, &orders).unwrap(), [Some(5)]);
}

#[test]
fn topics_are_created_once_with_their_settings() {
    let (log, own) = (unique("created-log"), unique("created-own"));
    let mut client = open(&options(&[&log, &own]));
    assert_eq!(client.partitions(0).unwrap(), None);
    let settings = vec![("cleanup.policy", "compact".to_string())];
    let topics = [
        NewTopic { topic: 0, partitions: 3, settings: settings.clone() },
        NewTopic { topic: 1, partitions: 1, settings: Vec::new() },
    ];
    client.create(&topics).unwrap();
    client.create(&topics).unwrap();
    assert_eq!((client.partitions(0).unwrap(), client.partitions(1).unwrap()), (Some(3), Some(1)));
    let wrong =
        NewTopic { topic: 0, partitions: 3, settings: vec![("cleanup.policy", "sometimes".to_string())] };
    let mut other = open(&options(&[&unique("created")]));
    let failure = other.create(&[wrong]).unwrap_err();
    assert_eq!(failure.consequence, Consequence::Give);
    assert!(
        failure.message.contains("cannot be created") && failure.message.contains("sometimes"),
        "{failure:?}"
    );
    assert_eq!(client.cluster().unwrap(), other.cluster().unwrap());
}
