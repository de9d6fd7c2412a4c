//! Exit codes: 0 done, 1 findings, 2 wrong usage, 4 the environment; and one `help` for what is wrong.

use crate::support::Folder;

#[test]
fn wrong_usage_is_2() {
    let folder = Folder::estate();
    for arguments in [
        &[][..],
        &["chek"],
        &["check", "--formt", "json"],
        &["check", "--format", "xml"],
        &["graph", "--format", "png"],
        &["run", "--partitions", "many"],
        &["tail"],
        &["tail", "turnover", "--all", "-n", "3"],
        &["state"],
        &["new"],
        &["new", "1st"],
        &["new", "my job"],
        &["new", "."],
        &["explain", "S9999"],
        &["explain", "no_such_job"],
        &["graph", "no_such_job"],
        &["run", "no_such_job"],
        &["test", "no such test"],
    ] {
        let ended = folder.run(arguments);
        assert_eq!(ended.code, 2, "{arguments:?}\n{}{}", ended.out, ended.err);
        assert_eq!(ended.out, "", "{arguments:?}: what is no data belongs to standard error");
        assert!(!ended.err.is_empty(), "{arguments:?}");
    }
}

#[test]
fn findings_are_1_for_every_command_that_needs_a_sound_workspace() {
    let folder = Folder::estate();
    folder.replace("turnover.stream", "sum(e.eur)", "sum(e.euro)");
    for arguments in [&["check"][..], &["test"], &["explain"], &["graph"], &["run"]] {
        let ended = folder.run(arguments).with(1);
        assert!(ended.err.contains("error[S0301]"), "{arguments:?}:\n{}", ended.err);
        assert_eq!(ended.out, "", "{arguments:?}");
    }
}

#[test]
fn a_failed_test_is_1_and_shows_both_sides() {
    let folder = Folder::estate();
    folder.replace("turnover.stream", "total: 30.00", "total: 31.00");
    let ended = folder.run(&["test"]).with(1);
    assert!(ended.out.contains("0 passed, 1 failed"), "{}", ended.out);
    assert!(ended.err.contains("FAILED two sales (turnover.stream:"), "{}", ended.err);
    assert!(ended.err.contains("31.00") && ended.err.contains("30.00"), "{}", ended.err);
}

#[test]
fn what_is_missing_around_the_command_is_4_and_says_what_to_do() {
    let empty = Folder::empty();
    for arguments in [&["check"][..], &["test"], &["explain"], &["graph"], &["run"]] {
        let ended = empty.run(arguments).with(4);
        assert!(ended.err.contains("help: `riparian new NAME`"), "{arguments:?}: {}", ended.err);
    }
    let estate = Folder::estate();
    for arguments in [&["tail", "turnover"][..], &["state", "per_hour"]] {
        let ended = estate.run(arguments).with(4);
        assert!(ended.err.contains("no job of this workspace has run yet"), "{arguments:?}: {}", ended.err);
        assert!(ended.err.contains("help: `riparian run`"), "{arguments:?}: {}", ended.err);
    }
    let ended = estate.run(&["check", "no/such/folder"]).with(4);
    assert!(ended.err.contains("no/such/folder"), "{}", ended.err);
}

#[test]
fn without_cargo_a_job_is_not_built_and_the_command_says_where_to_get_it() {
    let ended = Folder::estate().run(&["run"]).with(4);
    assert!(ended.err.contains("cargo does not start"), "{}", ended.err);
    assert!(
        ended.err.contains("help: jobs are built with Rust; install it from https://rustup.rs"),
        "{}",
        ended.err
    );
}

#[test]
fn a_job_or_test_is_named_as_the_list_says() {
    let folder = Folder::estate();
    let ended = folder.run(&["graph", "turnover_per_hou"]).with(2);
    assert!(ended.err.contains("  books.turnover.turnover_per_hour"), "{}", ended.err);
    for name in ["turnover_per_hour", "books.turnover.turnover_per_hour"] {
        folder.run(&["graph", name]).with(0);
    }
    let ended = folder.run(&["test", "three"]).with(2);
    assert_eq!(ended.err, "error: no test has `three` in its name\nhelp: there are\n  two sales\n");
    assert!(folder.run(&["test", "two"]).with(0).out.starts_with("1 passed, 0 failed"));
}
