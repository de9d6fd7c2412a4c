//! The arrows between rooms point downwards, and what only one room may know stays in that room (ARCHITECTURE.md).

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// `room → what it may use`; a room may always use itself.
const COMPILER: &[(&str, &[&str])] = &[
    ("base", &[]),
    ("avro", &[]),
    ("diag", &["base"]),
    ("codes", &["base", "diag"]),
    ("syntax", &["base", "diag", "codes"]),
    ("fmt", &["base", "diag", "codes", "syntax"]),
    ("model", &["base", "avro", "diag", "codes", "syntax"]),
    ("names", &["base", "avro", "lock", "diag", "codes", "syntax", "model"]),
    ("types", &["base", "diag", "codes", "syntax", "model", "names"]),
    ("plan", &["base", "diag", "codes", "syntax", "model", "names", "types"]),
    ("rules", &["base", "diag", "codes", "syntax", "model", "names", "types", "plan"]),
    ("lock", &[]),
    ("interpret", &["base", "model", "plan"]),
    ("optimise", &["base", "model", "plan"]),
    ("rust", &["base", "avro", "diag", "model", "plan", "rules", "optimise"]),
    ("export", &["base", "model", "plan", "rules"]),
    (
        "workspace",
        &[
            "base", "lock", "diag", "codes", "syntax", "model", "names", "types", "plan", "rules",
            "optimise", "rust",
        ],
    ),
    (
        "ide",
        &["base", "diag", "codes", "syntax", "model", "names", "types", "plan", "rules", "fmt", "workspace"],
    ),
];

/// Text that may occur below one folder only, and why.
const ONLY_IN: &[(&str, &[&str], &str)] = &[
    ("pest::", &["compiler/src/syntax/parser"], "nothing above the parser knows pest"),
    ("codespan_reporting", &["compiler/src/diag/render"], "only the renderer draws"),
    ("rdkafka", &["runtime/src/kafka"], "only the Kafka log knows the client"),
    ("utf16", &["compiler/lsp"], "byte offsets everywhere but in the language server"),
];

/// What the compiler core must not do.
const CORE_NEVER: &[&str] =
    &["std::fs", "std::env", "std::time", "std::thread", "std::process", "std::net", "println!", "eprintln!"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().expect("the repository")
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    let mut entries: Vec<_> = entries.flatten().map(|e| e.path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            if path.file_name().is_some_and(|n| n != "target") {
                sources(&path, found);
            }
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
}

/// The code without its unit tests: from `#[cfg(test)]` on and in `tests.rs` and `tests/`, rooms may be mixed; comments
/// are not code.
fn code(path: &Path) -> String {
    if path.components().any(|part| matches!(part.as_os_str().to_str(), Some("tests.rs" | "tests")))
        && !path.starts_with(root().join("tests"))
    {
        return String::new();
    }
    let text = fs::read_to_string(path).expect("a source file");
    let text = text.split("#[cfg(test)]").next().unwrap_or_default();
    text.lines().filter(|l| !l.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The rooms named after `crate::`, also in groups.
fn rooms_used(code: &str) -> BTreeSet<String> {
    let mut rooms = BTreeSet::new();
    for (at, _) in code.match_indices("crate::") {
        if code[..at].ends_with('$') {
            continue;
        }
        let rest = &code[at + "crate::".len()..];
        if let Some(group) = rest.strip_prefix('{') {
            let mut depth = 0;
            let mut start = true;
            let mut name = String::new();
            for c in group.chars() {
                match c {
                    '{' => depth += 1,
                    '}' if depth == 0 => break,
                    '}' => depth -= 1,
                    ',' if depth == 0 => start = true,
                    c if depth == 0 && start && (c.is_alphanumeric() || c == '_') => name.push(c),
                    _ if !name.is_empty() => {
                        rooms.insert(std::mem::take(&mut name));
                        start = false;
                    }
                    _ => {}
                }
            }
            if !name.is_empty() {
                rooms.insert(name);
            }
        } else {
            rooms.insert(rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect());
        }
    }
    rooms
}

#[test]
fn arrows_in_the_compiler_point_downwards() {
    let allowed: BTreeMap<&str, &[&str]> = COMPILER.iter().copied().collect();
    let src = root().join("compiler/src");
    let mut files = Vec::new();
    sources(&src, &mut files);
    assert!(files.len() > 20, "the compiler's sources are at {}", src.display());
    let mut wrong = Vec::new();
    for file in &files {
        let relative = file.strip_prefix(&src).expect("below src");
        let room = relative.components().next().expect("a name").as_os_str().to_string_lossy().into_owned();
        let room = room.trim_end_matches(".rs");
        if room == "lib" {
            continue;
        }
        let Some(may_use) = allowed.get(room) else {
            wrong.push(format!("{}: `{room}` is not a room of the compiler", relative.display()));
            continue;
        };
        for used in rooms_used(&code(file)) {
            if used != room && allowed.contains_key(used.as_str()) && !may_use.contains(&used.as_str()) {
                wrong.push(format!("{}: `{room}` may not use `{used}`", relative.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "arrows that point upwards:\n{}", wrong.join("\n"));
}

#[test]
fn packages_depend_downwards() {
    // package → which of ours it may name in [dependencies]
    let allowed: &[(&str, &[&str])] = &[
        ("runtime/functions", &[]),
        ("macros", &[]),
        ("runtime", &["riparian-functions"]),
        ("compiler", &["riparian-functions"]),
        ("compiler/build", &["riparian-compiler"]),
        ("compiler/drive", &["riparian-compiler", "riparian-functions"]),
        ("compiler/lsp", &["riparian-compiler", "riparian-build"]),
    ];
    for (folder, may_use) in allowed {
        let manifest = fs::read_to_string(root().join(folder).join("Cargo.toml")).expect("a manifest");
        let dependencies = manifest.split("[dependencies]").nth(1).unwrap_or_default();
        let dependencies = dependencies.split("\n[").next().unwrap_or_default();
        for line in dependencies.lines().filter(|l| l.starts_with("riparian")) {
            let name = line.split(['.', ' ', '=']).next().unwrap_or_default();
            assert!(may_use.contains(&name), "{folder} may not depend on {name}");
        }
    }
}

#[test]
fn what_one_room_knows_stays_there() {
    let root = root();
    let mut files = Vec::new();
    for folder in ["compiler", "runtime", "macros"] {
        sources(&root.join(folder), &mut files);
    }
    let mut wrong = Vec::new();
    for file in &files {
        let relative = file.strip_prefix(&root).expect("below the root").to_string_lossy().into_owned();
        if relative.contains("/tests/") {
            continue;
        }
        let code = code(file);
        for (text, folders, why) in ONLY_IN {
            if code.contains(text) && !folders.iter().any(|f| relative.starts_with(f)) {
                wrong.push(format!("{relative} names `{text}`: {why}"));
            }
        }
        if relative.starts_with("compiler/src/") {
            for text in CORE_NEVER.iter().filter(|t| code.contains(*t)) {
                wrong.push(format!("{relative} uses `{text}`: the compiler core does no IO"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn files_stay_readable() {
    let root = root();
    let mut files = Vec::new();
    for folder in ["compiler", "runtime", "macros", "tests", "examples"] {
        sources(&root.join(folder), &mut files);
    }
    let long: Vec<String> = files
        .iter()
        .filter(|f| f.file_name().is_some_and(|n| n != "generated.rs"))
        .map(|f| (f, fs::read_to_string(f).map_or(0, |t| t.lines().count())))
        .filter(|(_, lines)| *lines > 700)
        .map(|(f, lines)| format!("{lines} {}", f.display()))
        .collect();
    assert!(long.is_empty(), "files to split by meaning:\n{}", long.join("\n"));
}

#[test]
fn groups_and_paths_are_both_read() {
    let used =
        rooms_used("use crate::{base::{Name, Span}, diag};\nlet x: crate::model::Type; $crate::plan::X");
    assert_eq!(used.into_iter().collect::<Vec<_>>(), ["base", "diag", "model"]);
}
