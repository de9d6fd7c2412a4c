//! Looking at a job that has run: `riparian state` and `riparian tail`, as people use them.

use riparian_tests::crash::{Ended, Example, TOPIC, cargo, executables, wait};
use riparian_tests::root;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

/// A workspace in which the velocity job has run once, its newest hours written to a file.
struct World {
    riparian: PathBuf,
    folder: tempfile::TempDir,
}

static WORLD: LazyLock<World> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let (from, to) = (root().join("examples/velocity"), folder.path());
    for name in ["streams", "keys", "data"] {
        std::fs::create_dir_all(to.join(name)).unwrap();
        for file in std::fs::read_dir(from.join(name)).unwrap().flatten().filter(|f| f.path().is_file()) {
            if file.file_name() != "transfers.jsonl" {
                std::fs::copy(file.path(), to.join(name).join(file.file_name())).unwrap();
            }
        }
    }
    std::fs::copy(from.join("riparian.toml"), to.join("riparian.toml")).unwrap();
    let example = Example::build(&root(), false).unwrap().at(to.to_path_buf());
    let input = example.input(&to.join("data"), 4_000, 1).unwrap();
    let mut job = example.command(&to.join(".riparian/data/fraud.velocity.velocity_by_sender"));
    job.arg("--from").arg(format!("{TOPIC}={}", input.files[0].display()));
    job.arg("--to").arg(format!("velocity={}", to.join("velocity.jsonl").display()));
    assert!(matches!(wait(job.spawn().unwrap()).unwrap(), Ended::Done(_)));
    let mut build = cargo(&root());
    build.args(["build", "--quiet", "--package", "riparian-cli"]);
    let [riparian] = executables(&mut build, ["riparian"]).unwrap();
    World { riparian, folder }
});

impl World {
    fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Exit code, standard output, standard error.
    fn riparian(&self, arguments: &[&str]) -> (Option<i32>, String, String) {
        let mut command = Command::new(&self.riparian);
        let output = command.args(arguments).arg("--path").arg(self.path()).output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        (output.status.code(), text(output.stdout), text(output.stderr))
    }

    fn rows(&self, arguments: &[&str]) -> Vec<Value> {
        let (code, out, error) = self.riparian(arguments);
        assert_eq!(code, Some(0), "{error}");
        out.lines().map(|line| serde_json::from_str(line).expect(line)).collect()
    }
}

#[test]
fn groups_are_shown_with_their_names_and_found_by_key() {
    let rows = WORLD.rows(&["state", "last_hour"]);
    let window = rows.iter().find(|row| row.get("window").is_some()).unwrap();
    assert!(window["key"]["sender"].is_i64() && window["window"]["end"].is_string(), "{window}");
    assert!(window["value"]["transfers"].as_i64() >= Some(1), "{window}");
    let total = window["value"]["total_eur"]["total"].as_str().unwrap();
    assert!(total.split_once('.').is_some_and(|(_, cents)| cents.len() == 4), "{total} is no amount");
    let sender = &window["key"]["sender"];
    let own = WORLD.rows(&["state", "last_hour", &sender.to_string()]);
    let all: Vec<&Value> = rows.iter().filter(|row| &row["key"]["sender"] == sender).collect();
    assert_eq!(own.iter().collect::<Vec<_>>(), all);
    assert!(!own.is_empty());
    let (code, out, error) = WORLD.riparian(&["state", "last_hour", "nobody"]);
    assert_eq!((code, out.as_str()), (Some(0), ""));
    assert!(error.contains("keeps nothing of the key `nobody`"), "{error}");
}

#[test]
fn a_joined_table_is_shown_by_the_name_of_its_node() {
    let rates = WORLD.rows(&["state", "in_euro", "GBP"]);
    let one = rates.first().unwrap();
    // The key of a join has no name of its own: it is whatever `on` compares.
    assert_eq!(one["key"], "GBP");
    assert!(one["from"].is_string() && one["value"]["rate"].is_string(), "{one}");
}

#[test]
fn a_node_that_keeps_nothing_is_an_error_with_those_that_do() {
    let (code, out, error) = WORLD.riparian(&["state", "last_our"]);
    assert_eq!((code, out.as_str()), (Some(2), ""));
    assert!(error.contains("no node `last_our` keeps state\nhelp: there are"), "{error}");
    assert!(error.contains("\n  last_hour") && error.contains("\n  bursts"), "{error}");
    let (_, help, _) = WORLD.riparian(&["state", "--help"]);
    assert!(help.contains("clear text"), "{help}");
}

#[test]
fn the_tail_of_an_output_in_a_file_is_the_tail_of_the_file() {
    let written = std::fs::read_to_string(WORLD.path().join("velocity.jsonl")).unwrap();
    let lines: Vec<&str> = written.lines().collect();
    assert!(lines.len() > 3, "{written}");
    let (code, out, error) = WORLD.riparian(&["tail", "velocity", "--lines", "3"]);
    assert_eq!(code, Some(0), "{error}");
    assert_eq!(out.lines().collect::<Vec<_>>(), lines[lines.len() - 3..]);
    assert!(error.contains("`velocity` is bound to") && error.contains("velocity.jsonl"), "{error}");
    let (_, all, _) = WORLD.riparian(&["tail", "velocity", "--all"]);
    assert_eq!(all, written);
}
