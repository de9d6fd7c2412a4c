//! The embedded log after crashes and damage: the last whole commit is found, and nothing damaged is read.

mod support;

use proptest::prelude::*;
use riparian::embedded::EmbeddedLog;
use riparian::fail::Fatal;
use riparian::log::Log;
use std::collections::BTreeMap;
use support::*;

/// Three commits, and the journal's length before each and at the end.
fn three_commits(directory: &std::path::Path) -> Vec<u64> {
    let mut log = open_with(directory, small(1 << 20)).unwrap();
    let mut lengths = vec![segments(directory)[0].1];
    for number in 0u8..3 {
        let (value, clock) = ([b'0' + number], [number]);
        Commit::default()
            .output(OUT, 0, &[(b"key", &value)])
            .change(TASK, &[(b"k", Some(&value))])
            .position(TASK, MIDDLE, 0, i64::from(number))
            .clock(TASK, &clock)
            .apply(&mut log);
        lengths.push(segments(directory)[0].1);
    }
    lengths
}

/// How many commits of [`three_commits`] a directory holds; everything in it agrees on that.
fn commits_in(directory: &std::path::Path) -> usize {
    let mut log = open_with(directory, small(1 << 20)).unwrap();
    let recovered = log.recover().unwrap();
    let count = recovered.clocks.get(&TASK).map_or(0, |clock| clock[0] as usize + 1);
    assert_eq!(recovered.positions.values().copied().next(), (count > 0).then(|| count as i64 - 1));
    assert_eq!(values(&mut log, OUT, 0, 0), (0..count).map(|n| n.to_string()).collect::<Vec<_>>());
    let expected: Vec<_> =
        (0..count).map(|n| ("k".to_owned(), n.to_string())).next_back().into_iter().collect();
    assert_eq!(contents(&mut log), expected);
    // And it can be written on.
    Commit::default().output(OUT, 0, &[(b"key", b"next")]).apply(&mut log);
    assert_eq!(values(&mut log, OUT, 0, count as i64), ["next"]);
    count
}

#[test]
fn every_cut_through_the_last_frame_leaves_the_commits_before_it() {
    let directory = tempfile::tempdir().unwrap();
    let lengths = three_commits(directory.path());
    for length in lengths[2]..=lengths[3] {
        let copy = copy(directory.path());
        cut(&segments(copy.path())[0].0, length);
        assert_eq!(commits_in(copy.path()), if length == lengths[3] { 3 } else { 2 }, "cut at {length}");
    }
    // Down to nothing: then even the first frame is missing, and the log is as new.
    for (length, count) in
        [(lengths[1] - 1, 0), (lengths[0], 0), (lengths[0] - 1, 0), (0, 0), (lengths[1], 1)]
    {
        let copy = copy(directory.path());
        cut(&segments(copy.path())[0].0, length);
        assert_eq!(commits_in(copy.path()), count, "cut at {length}");
    }
}

#[test]
fn a_last_frame_whose_bytes_did_not_all_arrive_is_no_commit() {
    let directory = tempfile::tempdir().unwrap();
    let lengths = three_commits(directory.path());
    for byte in lengths[2]..lengths[3] {
        let copy = copy(directory.path());
        flip(&segments(copy.path())[0].0, byte);
        assert_eq!(commits_in(copy.path()), 2, "byte {byte}");
    }
    // Space that was allotted and never written reads as zeros.
    let copy = copy(directory.path());
    cut(&segments(copy.path())[0].0, lengths[3] + 10_000);
    assert_eq!(commits_in(copy.path()), 3);
}

#[test]
fn a_damaged_frame_before_the_last_is_refused_with_its_place() {
    let directory = tempfile::tempdir().unwrap();
    let lengths = three_commits(directory.path());
    for byte in lengths[0]..lengths[2] {
        let copy = copy(directory.path());
        flip(&segments(copy.path())[0].0, byte);
        let frame = if byte < lengths[1] { lengths[0] } else { lengths[1] };
        match open_with(copy.path(), small(1 << 20)).err() {
            Some(Fatal::Corrupt { place, .. }) => {
                assert_eq!(place, format!("journal/00000001.seg at byte {frame}"), "byte {byte}");
            }
            other => panic!("byte {byte}: {other:?}"),
        }
    }
}

#[test]
fn damage_in_a_closed_segment_is_found_when_it_is_read() {
    let directory = tempfile::tempdir().unwrap();
    let mut log = open_with(directory.path(), small(4 << 10)).unwrap();
    for number in 0..100i64 {
        Commit::default()
            .output(OUT, 0, &[(b"key", &[b'v'; 200])])
            .position(TASK, MIDDLE, 0, number)
            .apply(&mut log);
    }
    drop(log);
    let first = segments(directory.path())[0].clone();
    assert!(segments(directory.path()).len() > 3);
    for byte in (0..first.1).step_by(7) {
        let copy = copy(directory.path());
        flip(&copy.path().join("journal").join(first.0.file_name().unwrap()), byte);
        let read = open_with(copy.path(), small(4 << 10)).and_then(|mut log| {
            let (mut batch, mut position) = (riparian::log::Batch::default(), 0);
            while position < log.end(at(OUT, 0))? {
                log.fetch(TASK, at(OUT, 0), position, 1000, &mut batch)?;
                assert!((0..batch.len()).all(|i| batch.record(i).value == Some(&[b'v'; 200][..])));
                position = batch.next;
            }
            Ok(position)
        });
        match read {
            // Positions, checkpoints and choices in it are of no use any more, and neither is damage to them.
            Ok(position) => assert_eq!(position, 100),
            Err(Fatal::Corrupt { place, .. }) => {
                assert!(place.starts_with("journal/00000001.seg"), "{place}")
            }
            Err(other) => panic!("byte {byte}: {other}"),
        }
    }
}

/// What a run does, for the comparison with a model.
#[derive(Clone, Debug)]
enum Step {
    Commit {
        outputs: Vec<(u16, u32, u8)>,
        changes: Vec<(u8, Option<u8>)>,
        advance: bool,
    },
    Snapshot,
    Restart,
    /// A crash that keeps this share of what was written since the commit before last.
    Crash(u8),
}

fn step() -> impl Strategy<Value = Step> {
    let outputs = prop::collection::vec((MIDDLE..=OUT, 0u32..4, 0u8..60), 0..5);
    let changes = prop::collection::vec((0u8..20, prop::option::of(any::<u8>())), 0..6);
    prop_oneof![
        12 => (outputs, changes, any::<bool>())
            .prop_map(|(outputs, changes, advance)| Step::Commit { outputs, changes, advance }),
        1 => Just(Step::Snapshot),
        1 => Just(Step::Restart),
        2 => any::<u8>().prop_map(Step::Crash),
    ]
}

/// Everything that a commit leaves behind.
#[derive(Clone, Debug, Default)]
struct Model {
    records: BTreeMap<(u16, u32), Vec<String>>,
    store: Contents,
    positions: BTreeMap<u32, i64>,
}

fn check(log: &mut EmbeddedLog, model: &Model) {
    assert_eq!(&restore(log).unwrap(), &model.store);
    for ((topic, number), expected) in &model.records {
        assert_eq!(log.end(at(*topic, *number)).unwrap(), expected.len() as i64);
        let start = log.start(at(*topic, *number)).unwrap() as usize;
        let consumed = if *topic == MIDDLE { model.positions.get(number).copied().unwrap_or(0) } else { 0 };
        assert!(start <= consumed as usize, "nothing that is needed is gone");
        assert_eq!(values(log, *topic, *number, consumed), expected[consumed as usize..]);
    }
    let positions = log.recover().unwrap().positions;
    let positions: BTreeMap<u32, i64> = positions.into_iter().map(|((_, p), at)| (p.number, at)).collect();
    assert_eq!(positions, model.positions);
}

fn run(steps: &[Step], segment_bytes: u64) {
    let mut directory = tempfile::tempdir().unwrap();
    let mut log = open_with(directory.path(), small(segment_bytes)).unwrap();
    // The model after each commit, and the end of the journal after it.
    let end = |directory: &tempfile::TempDir| segments(directory.path()).last().cloned().unwrap();
    let mut models = vec![(Model::default(), end(&directory))];
    let mut settled = 0;
    for step in steps {
        match step {
            Step::Commit { outputs, changes, advance } => {
                let (mut model, mut commit) = (models.last().unwrap().0.clone(), Commit::default());
                for (topic, number, length) in outputs {
                    let value = format!("{}-{}", models.len(), "x".repeat(*length as usize));
                    commit = commit.output(*topic, *number, &[(b"key", value.as_bytes())]);
                    model.records.entry((*topic, *number)).or_default().push(value);
                }
                for (key, value) in changes {
                    let value = value.map(|v| vec![v; 30]);
                    commit = commit.change(TASK, &[(&[*key], value.as_deref())]);
                    match value {
                        Some(value) => model.store.insert(vec![*key], value),
                        None => model.store.remove(&vec![*key]),
                    };
                }
                for number in (0..4).filter(|_| *advance) {
                    let end = model.records.get(&(MIDDLE, number)).map_or(0, Vec::len) as i64;
                    let task = riparian::stage::TaskId { stage: 1, partition: number };
                    commit = commit.position(task, MIDDLE, number, end);
                    model.positions.insert(number, end);
                }
                commit.clock(TASK, &(models.len() as u64).to_le_bytes()).apply(&mut log);
                models.push((model, end(&directory)));
                continue;
            }
            Step::Snapshot => {
                let store = models.last().unwrap().0.store.clone();
                log.snapshot(TASK, 0, STORE, LAYOUT, &mut |put| store.iter().for_each(|(k, v)| put(k, v)))
                    .unwrap();
                settled = models.len() - 1;
            }
            Step::Restart => {
                drop(log);
                log = open_with(directory.path(), small(segment_bytes)).unwrap();
            }
            Step::Crash(share) => {
                let after = copy(directory.path());
                drop(log);
                let (path, length) = end(&after);
                let before = models.len().saturating_sub(2).max(settled);
                let safe = &models[before].1;
                let from = if safe.0.file_name() == path.file_name() { safe.1 } else { 0 };
                cut(&path, from + (length - from) * u64::from(*share) / 256);
                directory = after;
                log = open_with(directory.path(), small(segment_bytes)).unwrap();
                let clock = log.recover().unwrap().clocks.get(&TASK).cloned();
                let count = clock.map_or(0, |c| u64::from_le_bytes(c.try_into().unwrap()) as usize);
                assert!(count >= before, "a commit that was whole is gone");
                models.truncate(count + 1);
                models.last_mut().unwrap().1 = end(&directory);
            }
        }
        check(&mut log, &models.last().unwrap().0);
    }
    check(&mut log, &models.last().unwrap().0);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_run_with_any_crashes_equals_a_model(steps in prop::collection::vec(step(), 1..80), large: bool) {
        run(&steps, if large { 1 << 20 } else { 2_000 });
    }
}
