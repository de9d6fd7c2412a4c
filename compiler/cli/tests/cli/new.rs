//! `riparian new`: a job that is right from the start, offline and without rustc.

use crate::support::Folder;

#[test]
fn a_new_job_is_sound_tested_and_in_form_without_rustc() {
    let folder = Folder::empty();
    let made = folder.run(&["new", "page-views"]).with(0);
    assert!(made.err.contains("Created page-views (package page_views)"), "{}", made.err);
    assert!(made.err.contains("cd page-views"), "the next step:\n{}", made.err);
    for file in [
        "riparian.toml",
        "Cargo.toml",
        "Cargo.lock",
        "build.rs",
        "src/main.rs",
        "data/views.jsonl",
        "README.md",
        ".gitignore",
    ] {
        assert!(folder.path().join("page-views").join(file).is_file(), "{file}");
    }
    let inside = folder.path().join("page-views");
    let run = |arguments: &[&str]| crate::support::run(&inside, arguments, "").with(0);
    assert!(run(&["check"]).err.contains("Checked 1 file: no findings"));
    assert!(run(&["test"]).out.starts_with("1 passed, 0 failed"));
    assert_eq!(run(&["fmt", "--check"]).out, "");
    assert!(run(&["explain"]).out.contains("job page_views.count_views, exactly once"));
    assert!(run(&["graph"]).out.contains("    -> page_views v1\n"));
}

#[test]
fn nothing_of_the_template_is_left_open() {
    let folder = Folder::empty();
    folder.run(&["new", "hello"]).with(0);
    for file in
        ["Cargo.toml", "README.md", "riparian.toml", "streams/page_views.stream", "src/main.rs", "build.rs"]
    {
        let text = folder.read(&format!("hello/{file}"));
        assert!(!text.contains("{{"), "{file}:\n{text}");
    }
    assert!(folder.read("hello/Cargo.toml").contains("name = \"hello\""));
    assert!(folder.read("hello/streams/page_views.stream").contains("\npackage hello\n"));
}

#[test]
fn what_is_there_is_not_overwritten() {
    let folder = Folder::empty();
    folder.run(&["new", "hello"]).with(0);
    let path = "hello/streams/page_views.stream";
    folder.write(path, "package mine\n");
    let again = folder.run(&["new", "hello"]).with(2);
    assert!(again.err.contains("hello is not empty\nhelp: "), "{}", again.err);
    assert_eq!(folder.read(path), "package mine\n");
}

#[test]
fn a_name_that_is_none_makes_nothing() {
    let folder = Folder::empty();
    for name in ["1st", "my job", "ünder", "a.b"] {
        let ended = folder.run(&["new", name]).with(2);
        assert!(ended.err.contains("cannot be the name of a package\nhelp: use letters"), "{}", ended.err);
    }
    assert_eq!(std::fs::read_dir(folder.path()).expect("the folder").count(), 0);
}
