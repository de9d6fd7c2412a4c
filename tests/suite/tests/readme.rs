//! The README says what is so: its first listing is the first example, and *Try it* has exactly two commands.

use riparian_compiler::workspace::Workspace;
use riparian_tests::root;
use std::fs;

/// The fences of a Markdown text: info string and content.
fn fences(text: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if let Some(info) = line.strip_prefix("```") {
            let content: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            found.push((info.to_owned(), content.join("\n") + "\n"));
        }
    }
    found
}

#[test]
fn the_first_listing_is_the_first_example() {
    let readme = fs::read_to_string(root().join("README.md")).expect("README.md");
    let example =
        fs::read_to_string(root().join("examples/first/streams/pageviews.stream")).expect("the example");
    assert_eq!(fences(&readme)[0], ("stream".to_string(), example.clone()));
    assert_eq!(example.lines().count(), 5);
    let analysis = Workspace::of([("streams/pageviews.stream", example)]).analyse();
    assert!(analysis.diagnostics.is_empty(), "{:?}", analysis.diagnostics);
    assert_eq!(analysis.plan.jobs.len(), 1);
}

#[test]
fn try_it_has_exactly_two_commands() {
    let readme = fs::read_to_string(root().join("README.md")).expect("README.md");
    let section = readme.split("\n## Try it\n").nth(1).expect("the section");
    let section = section.split("\n## ").next().expect("its text");
    let commands = fences(section);
    assert_eq!(commands.len(), 2);
    assert!(commands.iter().all(|(info, text)| info == "sh" && text.lines().count() == 1), "{commands:?}");
    assert_eq!(commands[0].1, "cargo xtask example\n");
    assert_eq!(commands[1].1, "cargo test --workspace\n");
}

#[test]
fn the_gate_runs_the_readme_s_test_command() {
    let gate = fs::read_to_string(root().join(".ci/run")).expect(".ci/run");
    assert!(
        gate.contains("README.md") && gate.contains("/^## Try it/"),
        "the gate reads the command from the README"
    );
}
