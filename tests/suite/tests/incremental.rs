//! What an analysis keeps from the one before changes nothing: after every edit the workspace that has seen all edits
//! says, byte for byte, what one says that sees the texts for the first time.

#[path = "incremental/edit.rs"]
mod edit;
#[path = "../../bench/src/frontend/estate.rs"]
#[allow(dead_code)]
mod estate;
#[path = "incremental/world.rs"]
mod world;

use edit::{Random, edit};
use riparian_build::Threads;
use riparian_compiler::diag::render;
use riparian_compiler::workspace::{Analysis, Workspace};
use std::collections::BTreeMap;
use std::path::Path;

type Files = BTreeMap<String, String>;

/// The findings as they are shown.
fn shown(analysis: &Analysis) -> String {
    let sources = analysis.sources();
    analysis.diagnostics.iter().map(|finding| render::human(finding, &sources, false)).collect()
}

/// `deep`: also whether model and plan are the same, which is known from their text.
fn assert_same(warm: &mut Workspace, files: &Files, deep: bool, what: &str) {
    let mut cold = Workspace::of(files.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    let (warm, cold) = (warm.analyse(), cold.analyse_on(&Threads));
    assert_eq!(shown(&warm), shown(&cold), "{what}: other findings");
    assert!(warm.diagnostics == cold.diagnostics, "{what}: other fixes");
    if deep {
        assert!(format!("{:?}", warm.model) == format!("{:?}", cold.model), "{what}: another model");
        assert!(format!("{:?}", warm.plan) == format!("{:?}", cold.plan), "{what}: another plan");
    }
}

/// Random edits one after the other; once in a while the texts become sound again.
fn wander(name: &str, start: &Files, steps: u32, seed: u64) {
    let mut random = Random::new(seed);
    let mut files = start.clone();
    let mut warm = Workspace::of(files.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    // Where everything is broken already, edits break nothing.
    assert_eq!(shown(&warm.analyse()), "", "{name}: the start is sound");
    for step in 0..steps {
        let what = if random.below(12) == 0 {
            files = start.clone();
            "all is restored".to_string()
        } else {
            edit(&mut random, &mut files)
        };
        let gone: Vec<String> = warm.paths().filter(|p| !files.contains_key(*p)).map(str::to_owned).collect();
        for path in gone {
            warm.remove(&path);
        }
        for (path, text) in &files {
            warm.set(path.as_str(), text.as_str());
        }
        assert_same(&mut warm, &files, step % 3 == 0, &format!("{name}, seed {seed}, step {step}: {what}"));
    }
}

#[test]
fn random_edits_of_teams_that_read_each_other() {
    for (seed, organised) in [(1, true), (2, false), (3, true), (4, false)] {
        wander("teams", &world::teams(organised), 90, seed);
    }
}

/// Edits whose effect is in another file than the edit, each on top of those before.
#[test]
fn edits_that_others_feel() {
    const EDITS: &[(&str, &str, &str)] = &[
        // What importers read.
        ("shop/orders.stream", "email:    string?", "email:    string"),
        ("shop/orders.stream", "    email:    string", "    mail:     string"),
        ("shop/orders.stream", "    mail:     string", "    email:    string?"),
        ("shop/orders.stream", "grant  { id, email } to mail", "grant  { id } to mail"),
        ("shop/orders.stream", "topic orders v1", "topic orders v2"),
        ("shop/orders.stream", "topic orders v2", "topic orders v1"),
        ("shop/orders.stream", "package shop {", "package shops {"),
        ("shop/orders.stream", "package shops {", "package shop {"),
        // What types are made of, two packages away.
        ("shared/types.stream", "CustomerId = id<int>", "CustomerId = id<string>"),
        ("shared/types.stream", "EUR, GBP", "EUR"),
        ("shared/types.stream", "record Address {", "record Address {\n    zip: string?"),
        ("shared/types.stream", "    town:   string", ""),
        ("circle/one.stream", "list<Two>", "Two?"),
        ("circle/one.stream", "type Link = decimal(18, 2)", "type Link = Chain"),
        ("circle/two.stream", "type Chain = Link", "type Chain = Price"),
        ("circle/one.stream", "Two?", "list<Two>"),
        // The organisation.
        ("org.stream", "label pii.contact implies pii", "label pii.contact"),
        ("org.stream", "removes pii", "removes pii.contact"),
        ("org.stream", "team ledger", "team ledgers"),
        // Only places.
        ("shared/types.stream", "package shared", "\n\npackage shared"),
        ("shop/orders.stream", "record Order {", "/// An order.\nrecord Order {"),
        ("books/books.stream", "job adding {", "job adding {\n"),
        // A job more, a job less, another name, and what a test counts.
        ("mail/mail.stream", "job losing {", "job aaa {"),
        ("mail/mail.stream", "job writing {", "jb writing {"),
        ("books/books.stream", "expect late 0 on turnover", "expect late 0 on turnovers"),
    ];
    let mut files = world::teams(true);
    let mut warm = Workspace::of(files.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    warm.analyse();
    for (path, from, to) in EDITS {
        let text = files.get_mut(*path).expect("a file");
        assert!(text.contains(from), "{path} has no `{from}`");
        *text = text.replacen(from, to, 1);
        warm.set(*path, text.as_str());
        assert_same(&mut warm, &files, true, &format!("{from} → {to}"));
    }
}

#[test]
fn random_edits_of_an_estate() {
    wander("estate", &estate::estate(10).into_iter().collect(), 60, 5);
}

/// The corpus of hostile edits, in a workspace with all of its files.
#[test]
fn hostile_edits() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../diagnostics/edits");
    let read = |folder: &Path, end: &str| -> Files {
        let entries = std::fs::read_dir(folder).expect("the corpus is there").flatten().map(|e| e.path());
        let named = entries.filter(|path| path.extension().is_some_and(|e| e == end));
        let name = |path: &Path| path.file_name().expect("a name").to_string_lossy().into_owned();
        named.map(|path| (name(&path), std::fs::read_to_string(&path).expect("a text"))).collect()
    };
    let base = read(&folder.join("base"), "stream");
    let mut warm = Workspace::of(base.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    let mut done = 0;
    for line in read(&folder, "jsonl").values().flat_map(|text| text.lines()).filter(|l| !l.trim().is_empty())
    {
        let edit: serde_json::Value = serde_json::from_str(line).expect("a line of JSON");
        let text = |key: &str| edit[key].as_str().expect("a text").to_string();
        let (file, find, put) = (text("base"), text("find"), text("put"));
        let (path, whole) = base.iter().find(|(path, _)| path.starts_with(&file)).expect("a base");
        let nth = edit["nth"].as_u64().unwrap_or(0) as usize;
        let Some((at, _)) = whole.match_indices(find.as_str()).nth(nth) else { continue };
        let edited = format!("{}{put}{}", &whole[..at], &whole[at + find.len()..]);
        warm.set(path.as_str(), edited.as_str());
        let mut files = base.clone();
        files.insert(path.clone(), edited);
        assert_same(&mut warm, &files, done % 8 == 0, &text("name"));
        warm.set(path.as_str(), whole.as_str());
        done += 1;
    }
    assert!(done > 200, "only {done} edits were done");
}
