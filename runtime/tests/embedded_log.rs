//! The embedded log against what is promised of it: all of a commit or nothing, found again after any crash.

mod support;

use riparian::embedded::{EmbeddedLog, Options};
use riparian::fail::Fatal;
use riparian::job::{Job, Role, StageSpec};
use riparian::log::Log;
use riparian::stage::TaskId;
use support::*;

#[test]
fn what_was_committed_is_there_after_a_restart() {
    let directory = tempfile::tempdir().unwrap();
    let mut log = open(directory.path());
    let commit = Commit::default()
        .output(IN, 1, &[(b"k", b"v1"), (b"k", b"v2")])
        .change(TASK, &[(b"a", Some(b"1")), (b"b", Some(b"2"))])
        .position(TASK, IN, 1, 2)
        .clock(TASK, b"clock");
    commit.apply(&mut log);
    Commit::default().change(TASK, &[(b"a", None), (b"c", Some(b"3"))]).apply(&mut log);
    assert_eq!(values(&mut log, IN, 1, 0), ["v1", "v2"]);
    assert_eq!(values(&mut log, IN, 1, 1), ["v2"]);
    drop(log);

    let mut log = EmbeddedLog::open(directory.path(), &JOB, Options::default()).unwrap();
    let recovered = log.recover().unwrap();
    assert_eq!(recovered.positions.into_values().collect::<Vec<_>>(), [2]);
    assert_eq!(recovered.clocks[&TASK], b"clock");
    assert_eq!(contents(&mut log), [("b".into(), "2".into()), ("c".into(), "3".into())]);
    assert_eq!(values(&mut log, IN, 1, 0), ["v1", "v2"]);
    assert_eq!((log.start(at(IN, 1)).unwrap(), log.end(at(IN, 1)).unwrap()), (0, 2));
    // Nobody else writes to the directory: at its end an input is finished, an internal topic is not.
    assert!(log.finished(at(IN, 1), 2).unwrap() && !log.finished(at(IN, 1), 1).unwrap());
    assert!(!log.finished(at(MIDDLE, 0), 0).unwrap());
}

#[test]
fn a_directory_has_one_process() {
    let directory = tempfile::tempdir().unwrap();
    let log = open(directory.path());
    let second = EmbeddedLog::open(directory.path(), &JOB, Options::default());
    assert!(matches!(second.err(), Some(Fatal::Locked { .. })));
    drop(log);
    open(directory.path());
}

/// [`JOB`] a version later: a stage and a topic in front, and everything in another order.
static LATER: Job = Job {
    topics: &[
        topic("extra", Role::DeadLetter),
        topic("out", Role::Output { table: true }),
        topic("middle", Role::Repartition),
        topic("in", Role::Input { table: false, disorder: 0, skew: None, idle: None }),
    ],
    stages: &[
        StageSpec { name: "second", inputs: &[read(2)], repartitions: &[], make: no_stage },
        StageSpec { name: "new", inputs: &[read(3)], repartitions: &[], make: no_stage },
    ],
    ..JOB_BODY
};

#[test]
fn names_and_not_numbers_say_what_belongs_to_whom() {
    let directory = tempfile::tempdir().unwrap();
    let mut log = open(directory.path());
    Commit::default()
        .output(OUT, 0, &[(b"k", b"out")])
        .change(TASK, &[(b"a", Some(b"1"))])
        .position(TASK, MIDDLE, 0, 7)
        .position(TaskId { stage: 0, partition: 0 }, IN, 0, 9)
        .clock(TASK, b"clock")
        .apply(&mut log);
    drop(log);

    let mut log = EmbeddedLog::open(directory.path(), &LATER, Options::default()).unwrap();
    let second = TaskId { stage: 0, partition: 0 };
    let recovered = log.recover().unwrap();
    // The first stage is gone, and its position with it.
    assert_eq!(recovered.positions.into_iter().collect::<Vec<_>>(), [((second, at(2, 0)), 7)]);
    assert_eq!(recovered.clocks[&second], b"clock");
    assert_eq!(values(&mut log, 1, 0, 0), ["out"]);
    let mut entries = Vec::new();
    log.restore(second, 3, STORE, LAYOUT, &mut |key, value| {
        entries.push((key.to_vec(), value.map(<[u8]>::to_vec)));
        Ok(())
    })
    .unwrap();
    assert_eq!(entries, [(b"a".to_vec(), Some(b"1".to_vec()))]);
}

#[test]
fn state_of_another_layout_is_refused_and_shown() {
    let directory = tempfile::tempdir().unwrap();
    let restore_as =
        |log: &mut EmbeddedLog, layout: &str| log.restore(TASK, 0, STORE, layout, &mut |_, _| Ok(()));
    let mut log = EmbeddedLog::open(directory.path(), &JOB, Options::default()).unwrap();
    // As long as there is nothing, the layout may change.
    restore_as(&mut log, "key: int").unwrap();
    restore_as(&mut log, LAYOUT).unwrap();
    Commit::default().change(TASK, &[(b"a", Some(b"1"))]).apply(&mut log);
    for with_snapshot in [false, true] {
        if with_snapshot {
            log.snapshot(TASK, 0, STORE, LAYOUT, &mut |put| put(b"a", b"1")).unwrap();
        }
        drop(log);
        log = EmbeddedLog::open(directory.path(), &JOB, Options::default()).unwrap();
        match restore_as(&mut log, "key: int") {
            Err(Fatal::Layout { store, found, wanted }) => {
                assert_eq!((store.as_str(), found.as_str(), wanted.as_str()), (STORE, LAYOUT, "key: int"));
            }
            other => panic!("{other:?}"),
        }
        assert_eq!(contents(&mut log), [("a".into(), "1".into())]);
    }
    drop(log);
    EmbeddedLog::clear(directory.path()).unwrap();
    let mut log = EmbeddedLog::open(directory.path(), &JOB, Options::default()).unwrap();
    restore_as(&mut log, "key: int").unwrap();
}

#[test]
fn a_snapshot_is_wanted_when_the_changelog_has_outgrown_the_store() {
    let directory = tempfile::tempdir().unwrap();
    let mut log = open_with(directory.path(), small(64 << 20)).unwrap();
    let value = [b'x'; 1000];
    let entries = 2_000u32;
    let write_all = |log: &mut EmbeddedLog| {
        for key in 0..entries {
            Commit::default().change(TASK, &[(&key.to_be_bytes(), Some(&value))]).apply(log);
        }
    };
    assert!(!log.wants_snapshot(TASK, 0));
    write_all(&mut log);
    assert!(log.wants_snapshot(TASK, 0));
    let snapshot = |log: &mut EmbeddedLog| {
        log.snapshot(TASK, 0, STORE, LAYOUT, &mut |put| {
            (0..entries).for_each(|k| put(&k.to_be_bytes(), &value))
        })
        .unwrap();
    };
    snapshot(&mut log);
    assert!(!log.wants_snapshot(TASK, 0));
    // Now it holds 2 MB: less than that again is not worth another.
    for key in 0..entries / 2 {
        Commit::default().change(TASK, &[(&key.to_be_bytes(), None)]).apply(&mut log);
    }
    assert!(!log.wants_snapshot(TASK, 0));
    drop(log);
    let mut log = open_with(directory.path(), small(64 << 20)).unwrap();
    let restored = restore(&mut log).unwrap();
    assert_eq!(restored.len(), entries as usize / 2);
    assert!(restored.values().all(|v| v == &value));
    write_all(&mut log);
    assert!(log.wants_snapshot(TASK, 0));
    snapshot(&mut log);
    let snapshots: Vec<_> = std::fs::read_dir(directory.path().join("snap")).unwrap().collect();
    assert_eq!(snapshots.len(), 1, "the old one is gone");
}

#[test]
fn a_damaged_snapshot_is_refused() {
    let directory = tempfile::tempdir().unwrap();
    let mut log = open_with(directory.path(), small(1 << 20)).unwrap();
    Commit::default().change(TASK, &[(b"a", Some(b"1"))]).apply(&mut log);
    log.snapshot(TASK, 0, STORE, LAYOUT, &mut |put| put(b"a", b"1")).unwrap();
    drop(log);
    let path = std::fs::read_dir(directory.path().join("snap")).unwrap().next().unwrap().unwrap().path();
    let name = path.file_name().unwrap().to_owned();
    for byte in 0..std::fs::metadata(&path).unwrap().len() {
        let copy = copy(directory.path());
        flip(&copy.path().join("snap").join(&name), byte);
        let result = open_with(copy.path(), small(1 << 20)).map(|_| ());
        assert!(matches!(result, Err(Fatal::Corrupt { .. })), "byte {byte}: {result:?}");
    }
}

#[test]
fn workers_share_one_journal() {
    let directory = tempfile::tempdir().unwrap();
    let log = open_with(directory.path(), small(16 << 10)).unwrap();
    std::thread::scope(|scope| {
        for worker in 0..4u32 {
            let mut log = log.worker(worker);
            scope.spawn(move || {
                let task = TaskId { stage: 1, partition: worker };
                for number in 1..=300i64 {
                    let value = format!("{worker}:{number}");
                    Commit::default()
                        .output(OUT, worker, &[(b"k", value.as_bytes())])
                        .output(MIDDLE, worker, &[(b"k", value.as_bytes())])
                        .position(task, MIDDLE, worker, number)
                        .apply(&mut log);
                    assert_eq!(values(&mut log, OUT, worker, number - 1), [value]);
                }
            });
        }
    });
    drop(log);
    let mut log = open_with(directory.path(), small(16 << 10)).unwrap();
    for worker in 0..4 {
        let expected: Vec<String> = (1..=300).map(|number| format!("{worker}:{number}")).collect();
        assert_eq!(values(&mut log, OUT, worker, 0), expected);
    }
    assert!(log.recover().unwrap().positions.values().all(|position| *position == 300));
}

#[test]
fn a_directory_belongs_to_one_job() {
    let directory = tempfile::tempdir().unwrap();
    drop(open(directory.path()));
    static OTHER: Job = Job { name: "other", ..JOB_BODY };
    let message = EmbeddedLog::open(directory.path(), &OTHER, Options::default()).err().unwrap().to_string();
    assert!(message.contains("belongs to job `job` of package `test`"), "{message}");
}
