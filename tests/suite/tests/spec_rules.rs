//! Every rule of the spec is held by something: a fence in its section, or a test that its section names.
//!
//! That no rule is stated twice, and that no chapter mentions a rule which is none, is checked by `spec.rs`.

use riparian_tests::fences::fences;
use riparian_tests::root;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// A part of a chapter under one heading.
struct Section {
    chapter: String,
    title: String,
    text: String,
}

impl Section {
    /// The ids stated in it.
    fn rules(&self) -> Vec<&str> {
        self.prose()
            .filter_map(|line| line.strip_prefix("**[")?.split_once("]**").map(|(id, _)| id))
            .collect()
    }

    fn prose(&self) -> impl Iterator<Item = &str> {
        let mut inside = false;
        self.text.lines().filter(move |line| {
            inside ^= line.starts_with("```");
            !inside
        })
    }

    /// Files named as tests: "(Test: `path`.)", "(Tests: `path`, `path`.)".
    fn tests(&self) -> Vec<String> {
        let prose = self.prose().collect::<Vec<_>>().join(" ");
        let notes = prose
            .split("(Test")
            .skip(1)
            .filter_map(|rest| rest.split_once(')'))
            .map(|(note, _)| note.to_owned());
        notes
            .flat_map(|note| note.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>())
            .collect()
    }
}

fn sections() -> Vec<Section> {
    let mut paths: Vec<_> = std::fs::read_dir(root().join("spec"))
        .expect("spec/ is there")
        .map(|entry| entry.expect("a readable entry").path())
        .filter(|path| path.extension().is_some_and(|e| e == "md"))
        .collect();
    paths.sort();
    let mut found: Vec<Section> = Vec::new();
    for path in paths {
        let chapter = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let mut inside = false;
        for line in std::fs::read_to_string(&path).expect("a readable chapter").lines() {
            inside ^= line.starts_with("```");
            if line.starts_with('#') && !inside {
                found.push(Section { chapter: chapter.clone(), title: line.to_owned(), text: String::new() });
            }
            if let Some(section) = found.last_mut() {
                section.text.push_str(line);
                section.text.push('\n');
            }
        }
    }
    found
}

#[test]
fn every_rule_is_held_by_a_fence_or_a_test() {
    let (mut ids, mut faults) = (BTreeSet::new(), Vec::new());
    for section in sections() {
        let place = format!("{} ({})", section.chapter, section.title);
        for test in section.tests() {
            if !root().join(&test).is_file() {
                faults.push(format!("{place} names `{test}`, which is no file"));
            }
        }
        let shown = fences(&section.text).iter().any(|fence| fence.info.starts_with("stream"));
        let held = shown || !section.tests().is_empty();
        for rule in section.rules() {
            if !held {
                faults.push(format!("{place}: [{rule}] has no fence and names no test"));
            }
            if !ids.insert(rule.to_owned()) {
                faults.push(format!("{place}: [{rule}] is stated twice"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(ids.len() >= 100, "only {} rules were found", ids.len());
}

/// The index of the README names every chapter.
#[test]
fn the_index_is_complete() {
    let index = std::fs::read_to_string(root().join("spec/README.md")).expect("spec/README.md is there");
    let chapters: BTreeSet<String> =
        sections().into_iter().map(|s| s.chapter).filter(|c| c != "README.md").collect();
    for chapter in &chapters {
        assert!(index.contains(&format!("({chapter})")), "{chapter} is missing in the index");
    }
    assert!(chapters.len() >= 14, "{chapters:?}");
}

/// The map leads from a rule to its rooms: it has a line for the first word of every id, and names no room that is not there.
#[test]
fn the_map_knows_every_kind_of_rule() {
    let map = std::fs::read_to_string(root().join("ARCHITECTURE.md")).expect("the map is there");
    let kinds: BTreeSet<String> = sections()
        .iter()
        .flat_map(|section| section.rules().into_iter().map(str::to_owned).collect::<Vec<_>>())
        .filter_map(|id| id.split('.').next().map(str::to_owned))
        .collect();
    let lost: Vec<&String> = kinds.iter().filter(|kind| !map.contains(&format!("`{kind}."))).collect();
    assert!(lost.is_empty(), "ARCHITECTURE.md does not say where these rules live: {lost:?}");

    let named = map.split('`').skip(1).step_by(2);
    let rooms = ["compiler/", "runtime/", "tests/", "examples/", "spec/", "macros/"];
    let gone: Vec<&str> = named
        .filter(|name| rooms.iter().any(|room| name.starts_with(room)) && !name.contains([' ', '{']))
        // What is to come is named as such: no room yet.
        .filter(|name| *name != "runtime/src/kafka" && !root().join(name).exists())
        .collect();
    assert!(gone.is_empty(), "ARCHITECTURE.md names what is not there: {gone:?}");
}

/// Code cites rules as `(spec: time.event, time.idle)`: each of them is one.
#[test]
fn the_code_cites_rules_that_are_there() {
    let rules: BTreeSet<String> = sections()
        .iter()
        .flat_map(|section| section.rules().into_iter().map(str::to_owned).collect::<Vec<_>>())
        .collect();
    let (mut cited, mut faults) = (0, Vec::new());
    let mut sources = Vec::new();
    for room in ["compiler", "runtime", "tests"] {
        rust_files(&root().join(room), &mut sources);
    }
    for path in sources {
        let text = std::fs::read_to_string(&path).expect("a readable source");
        for list in
            text.split("(spec: ").skip(1).filter_map(|rest| rest.split_once(')')).map(|(list, _)| list)
        {
            for id in list.split(',').map(str::trim).filter(|id| id.contains('.')) {
                cited += 1;
                if !rules.contains(id) {
                    faults.push(format!("{} cites `{id}`, which no chapter states", path.display()));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(cited > 100, "only {cited} rules are cited");
}

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a readable folder") {
        let path = entry.expect("a readable entry").path();
        if path.is_dir() && !path.ends_with("target") && !path.ends_with(".riparian") {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
}
