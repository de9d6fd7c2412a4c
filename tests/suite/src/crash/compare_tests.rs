//! Logs in which one record is missing, too many, changed or moved: the comparison finds each, in any topic.

use super::{Comparison, compare};
use riparian::embedded::{Durability, EmbeddedLog, Options};
use riparian::job::{Encoding, Job, Role, Topic};
use riparian::record::{Chunk, Kind};
use riparian::stage::Partition;
use std::collections::BTreeMap;
use std::path::Path;

const fn topic(name: &'static str, role: Role) -> Topic {
    Topic {
        name,
        short_name: name,
        role,
        partitions: Some(2),
        columns: &[],
        key: &[],
        encoding: Encoding::Json,
    }
}

/// One topic of every role that a job writes.
static JOB: Job = Job {
    abi: riparian::ABI,
    package: "shop",
    name: "counts",
    topics: &[
        topic("counts", Role::Output { table: true }),
        topic("by.shop", Role::Repartition),
        topic("unusable", Role::DeadLetter),
    ],
    stages: &[],
    nodes: &[],
    sites: &[],
    exactly_once: true,
    vaults: &[],
};

/// Kind, time, key, value.
type Row = (Kind, i64, Option<&'static [u8]>, Option<&'static [u8]>);

/// What both partitions of every topic hold.
const ROWS: [Row; 4] = [
    (Kind::Data, 10, Some(b"a"), Some(b"1")),
    (Kind::Data, 11, Some(b"b"), Some(b"2")),
    (Kind::Watermark, 12, Some(&[0; 4]), None),
    (Kind::Data, 13, Some(b"a"), None),
];

/// A log with these rows everywhere, and others in one place, committed in two frames.
fn write(directory: &Path, other: Option<(Partition, &[Row])>) {
    let options = Options { durability: Durability::Process, ..Options::default() };
    let mut log = EmbeddedLog::open(directory, &JOB, options).unwrap();
    for half in 0..2 {
        let mut chunks: BTreeMap<Partition, Chunk> = BTreeMap::new();
        for (topic, number) in (0..3).flat_map(|topic| [(topic, 0), (topic, 1)]) {
            let at = Partition { topic, number };
            let rows = other.filter(|(place, _)| *place == at).map_or(&ROWS[..], |(_, rows)| rows);
            let middle = rows.len() / 2;
            let rows = if half == 0 { &rows[..middle] } else { &rows[middle..] };
            for (kind, time, key, value) in rows {
                chunks.entry(at).or_default().push(*kind, *time, *key, *value);
            }
        }
        log.append(&chunks).unwrap();
    }
}

/// What is found when one partition holds other rows than it should.
fn planted(place: Partition, rows: &[Row]) -> Comparison {
    let folder = tempfile::tempdir().unwrap();
    let (disturbed, undisturbed) = (folder.path().join("disturbed"), folder.path().join("undisturbed"));
    write(&disturbed, Some((place, rows)));
    write(&undisturbed, None);
    compare(&disturbed, &undisturbed).unwrap()
}

/// Every place at which a fault is planted.
fn places() -> impl Iterator<Item = (Partition, &'static str)> {
    (0..)
        .zip(JOB.topics)
        .flat_map(|(topic, known)| (0..2).map(move |number| (Partition { topic, number }, known.name)))
}

#[test]
fn equal_logs_are_equal_and_every_topic_is_counted() {
    let found = planted(Partition { topic: 0, number: 0 }, &ROWS);
    assert_eq!((found.records, found.lost, found.doubled, &found.first), (24, 0, 0, &None));
    let counts: Vec<(&str, u64)> = found.topics.iter().map(|(name, count)| (name.as_str(), *count)).collect();
    assert_eq!(counts, [("by.shop", 8), ("counts", 8), ("unusable", 8)]);
}

#[test]
fn a_lost_record_is_found_wherever_it_stood() {
    for (place, name) in places() {
        for lost in 0..ROWS.len() {
            let mut rows = ROWS.to_vec();
            rows.remove(lost);
            let found = planted(place, &rows);
            assert_eq!((found.records, found.lost, found.doubled), (24, 1, 0), "{name} {lost}");
            let first = found.first.unwrap();
            assert!(first.starts_with(&format!("{name}, partition {}", place.number)), "{first}");
            assert!(first.contains(&format!("offset {lost}")), "{first}");
        }
    }
}

#[test]
fn a_doubled_record_is_found_next_to_the_first_and_at_the_end() {
    for (place, name) in places() {
        for (doubled, at) in [(0, 1), (2, 3), (3, 4), (1, 4)] {
            let mut rows = ROWS.to_vec();
            rows.insert(at, ROWS[doubled]);
            let found = planted(place, &rows);
            assert_eq!((found.lost, found.doubled), (0, 1), "{name} {doubled}");
            assert!(found.first.is_some());
        }
    }
}

#[test]
fn one_other_byte_time_or_kind_is_a_record_lost_and_one_too_many() {
    let others: [(usize, Row); 5] = [
        (0, (Kind::Data, 10, Some(b"a"), Some(b"0"))),
        (0, (Kind::Data, 10, Some(b"A"), Some(b"1"))),
        (1, (Kind::Data, 12, Some(b"b"), Some(b"2"))),
        (2, (Kind::Idle, 12, Some(&[0; 4]), None)),
        (3, (Kind::Data, 13, Some(b"a"), Some(b""))),
    ];
    for (at, row) in others {
        let mut rows = ROWS.to_vec();
        rows[at] = row;
        let found = planted(Partition { topic: 2, number: 1 }, &rows);
        assert_eq!((found.lost, found.doubled), (1, 1), "{at}");
        assert!(found.first.is_some_and(|first| first.contains(&format!("offset {at}"))));
    }
}

#[test]
fn records_in_another_order_do_not_pass() {
    let mut rows = ROWS.to_vec();
    rows.swap(0, 1);
    let found = planted(Partition { topic: 0, number: 0 }, &rows);
    assert_eq!((found.lost, found.doubled), (2, 2));
    assert!(found.first.is_some());
}

#[test]
fn nothing_at_all_is_no_success() {
    let folder = tempfile::tempdir().unwrap();
    let options = || Options { durability: Durability::Process, ..Options::default() };
    let both = [folder.path().join("first"), folder.path().join("second")];
    for directory in &both {
        EmbeddedLog::open(directory, &JOB, options()).unwrap();
    }
    assert!(compare(&both[0], &both[1]).is_err_and(|error| error.contains("nothing to compare")));
}
