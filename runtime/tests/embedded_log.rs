//! The embedded log against what SPINE 7 promises of it: all of a commit or nothing, found again after any crash.

mod support;

use riparian::embedded::{EmbeddedLog, Options};
use riparian::fail::Fatal;
use riparian::log::Log;
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
