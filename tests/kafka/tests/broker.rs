//! The harness itself, on one node: what it writes it reads, and it tells apart what a test of a job must
//! tell apart.

use rdkafka::consumer::{BaseConsumer, Consumer};
use rdkafka::error::RDKafkaErrorCode;
use riparian_kafka_tests::{Client, Cluster, Isolation, Record, Written, unique};
use std::time::{Duration, Instant};

const MINUTE: Duration = Duration::from_secs(60);

fn client() -> Client {
    Cluster::shared().client()
}

fn values(records: &[Written]) -> Vec<String> {
    records.iter().map(Written::value_text).collect()
}

#[test]
fn what_was_written_is_read_partition_by_partition() {
    let client = client();
    let topic = client.new_topic("written", 3).unwrap();
    let many =
        (0..5_000).map(|n: i64| Record::of(format!("k{n}"), format!("{n}")).on((n % 2) as i32).at(1_000 + n));
    client.produce(&topic, many).unwrap();
    client.produce(&topic, [Record::tombstone("k0").on(1).at(9)]).unwrap();
    let read = client.read(&topic, Isolation::Committed).unwrap();
    assert_eq!(read.len(), 3);
    assert_eq!(read[0].len(), 2_500);
    assert_eq!(values(&read[0][..3]), ["0", "2", "4"]);
    assert_eq!(
        (read[0][1].offset, read[0][1].timestamp, read[0][1].key_text().as_str()),
        (1, Some(1_002), "k2")
    );
    let last = read[1].last().unwrap();
    assert_eq!((last.offset, &last.value, last.key_text().as_str()), (2_500, &None, "k0"));
    assert!(read[2].is_empty());
    assert_eq!(client.offsets(&topic).unwrap(), [0..2_500, 0..2_501, 0..0]);
}

/// Keys lie where Java's producers put them: murmur2 of these keys, of four partitions.
#[test]
fn keys_choose_the_partition_as_java_s_do() {
    let client = client();
    let topic = client.new_topic("keys", 4).unwrap();
    client
        .produce(&topic, ["21", "foobar", "a-little-bit-long-string"].map(|key| Record::of(key, key)))
        .unwrap();
    let read = client.read(&topic, Isolation::Committed).unwrap();
    // Java's test vectors: -973932308, -790332482, -985981536; the sign bit is dropped.
    for (key, hash) in
        [("21", -973_932_308_i32), ("foobar", -790_332_482), ("a-little-bit-long-string", -985_981_536)]
    {
        let partition = (hash & i32::MAX) % 4;
        assert!(read[partition as usize].iter().any(|record| record.key_text() == key), "{key}: {read:?}");
    }
}

#[test]
fn committed_readers_see_neither_aborted_nor_open_transactions() {
    let client = client();
    let topic = client.new_topic("transactions", 2).unwrap();
    let id = unique("writer");
    let writer = client.transactional(&id, MINUTE).unwrap();
    let write =
        |value: &str| writer.write(&topic, [Record::value(value).on(0), Record::value(value).on(1)]).unwrap();
    writer.begin().unwrap();
    write("committed");
    writer.commit().unwrap();
    writer.begin().unwrap();
    write("aborted");
    writer.abort().unwrap();
    // The log ends with the mark of an abort: no record leads up to it.
    for partition in client.read(&topic, Isolation::Committed).unwrap() {
        assert_eq!(values(&partition), ["committed"]);
    }
    let mut follower = client.reader(&topic, Isolation::Committed).unwrap();
    assert_eq!(follower.to_end().unwrap().len(), 2);
    writer.begin().unwrap();
    write("open");
    client.produce(&topic, [Record::value("behind").on(0)]).unwrap();
    for (partition, behind) in [(0, 1), (1, 0)] {
        let committed = client.read(&topic, Isolation::Committed).unwrap();
        assert_eq!(values(&committed[partition]), ["committed"]);
        let all = client.read(&topic, Isolation::Uncommitted).unwrap();
        assert_eq!(values(&all[partition][..3]), ["committed", "aborted", "open"]);
        assert_eq!(all[partition].len(), 3 + behind);
    }
    // Two marks and one record of each of three transactions.
    assert_eq!(client.ends(&topic, Isolation::Committed).unwrap(), [4, 4]);
    assert_eq!(client.ends(&topic, Isolation::Uncommitted).unwrap(), [6, 5]);
    assert_eq!(follower.to_end().unwrap(), [], "nothing is committed since");
    writer.commit().unwrap();
    let mut rest = values(&follower.until(MINUTE, |records| records.len() == 3).unwrap());
    rest.sort();
    assert_eq!(rest, ["behind", "open", "open"]);
    assert_eq!(client.transaction_coordinator(&id).unwrap(), Some(1));
}

#[test]
fn a_successor_of_the_same_id_fences_its_predecessor() {
    let client = client();
    let topic = client.new_topic("fenced", 1).unwrap();
    let id = unique("zombie");
    let zombie = client.transactional(&id, MINUTE).unwrap();
    zombie.begin().unwrap();
    zombie.write(&topic, [Record::value("lost")]).unwrap();
    let successor = client.transactional(&id, MINUTE).unwrap();
    let fenced = zombie.commit().unwrap_err();
    assert_eq!(fenced.code(), Some(RDKafkaErrorCode::Fenced), "{fenced}");
    successor.begin().unwrap();
    successor.write(&topic, [Record::value("kept")]).unwrap();
    successor.commit().unwrap();
    assert_eq!(values(&client.read(&topic, Isolation::Committed).unwrap()[0]), ["kept"]);
    assert_eq!(values(&client.read(&topic, Isolation::Uncommitted).unwrap()[0]), ["lost", "kept"]);
}

#[test]
fn offsets_of_a_group_are_committed_with_their_transaction_only() {
    let client = client();
    let topic = client.new_topic("input", 2).unwrap();
    let group = unique("group");
    client.produce(&topic, [Record::value("one").on(0)]).unwrap();
    assert_eq!(client.committed(&group, &topic).unwrap(), [None, None]);
    let mut config = client.config();
    config.set("group.id", &group).set("enable.auto.commit", "false").set("auto.offset.reset", "earliest");
    let consumer: BaseConsumer = config.create().unwrap();
    consumer.subscribe(&[&topic]).unwrap();
    let until = Instant::now() + MINUTE;
    // A poll that handles a rebalance gives nothing.
    while consumer.poll(Duration::from_millis(100)).is_none() {
        assert!(Instant::now() < until, "the record does not come");
    }
    let metadata = consumer.group_metadata().expect("a member of a group");
    let writer = client.transactional(&unique("offsets"), MINUTE).unwrap();
    writer.begin().unwrap();
    writer.offsets(&metadata, &topic, &[(0, 1)]).unwrap();
    writer.abort().unwrap();
    assert_eq!(client.committed(&group, &topic).unwrap(), [None, None]);
    writer.begin().unwrap();
    writer.offsets(&metadata, &topic, &[(0, 1)]).unwrap();
    writer.commit().unwrap();
    assert_eq!(client.committed(&group, &topic).unwrap(), [Some(1), None]);
    assert_eq!(client.group_coordinator(&group).unwrap(), Some(1));
}

#[test]
fn a_missing_topic_is_an_error_that_names_it() {
    let client = client();
    let missing = unique("missing");
    let unknown = Some(RDKafkaErrorCode::UnknownTopicOrPartition);
    for error in [
        client.partitions(&missing).unwrap_err(),
        client.read(&missing, Isolation::Committed).unwrap_err(),
        client.committed("any", &missing).unwrap_err(),
        client.delete_topic(&missing).unwrap_err(),
    ] {
        assert_eq!(error.code(), unknown, "{error}");
        assert!(error.to_string().contains(&missing), "{error}");
    }
    let error = client.produce(&missing, [Record::value("lost")]).unwrap_err();
    assert!(error.to_string().contains(&missing), "{error}");
}

#[test]
fn topics_are_created_once_with_their_settings_and_deleted() {
    let client = client();
    let topic = unique("settings");
    client.create_topic(&topic, 2, &[("cleanup.policy", "compact"), ("max.message.bytes", "2000")]).unwrap();
    let again = client.create_topic(&topic, 2, &[]).unwrap_err();
    assert_eq!(again.code(), Some(RDKafkaErrorCode::TopicAlreadyExists), "{again}");
    let large = client.produce(&topic, [Record::of("k", vec![b'x'; 4_000])]).unwrap_err();
    assert_eq!(large.code(), Some(RDKafkaErrorCode::MessageSizeTooLarge), "{large}");
    let no_key = client.produce(&topic, [Record::value("v")]).unwrap_err();
    assert_eq!(no_key.code(), Some(RDKafkaErrorCode::InvalidRecord), "compacted topics want keys: {no_key}");
    let wrong = client.create_topic(&unique("wrong"), 1, &[("no.such.setting", "1")]).unwrap_err();
    assert_eq!(wrong.code(), Some(RDKafkaErrorCode::InvalidConfig), "{wrong}");
    client.delete_topic(&topic).unwrap();
    assert!(client.partitions(&topic).is_err());
}

#[test]
fn a_node_that_is_not_there_is_an_error() {
    let error = Cluster::shared().kill(2).unwrap_err();
    assert_eq!(error.to_string(), "the cluster has nodes 1 to 1, and no 2");
}
