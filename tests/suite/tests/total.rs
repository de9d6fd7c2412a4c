//! No text makes the analysis panic: the examples, broken at random places in the same way on every run.

use riparian_compiler::diag::render::{concise, human, json};
use riparian_compiler::workspace::Workspace;
use std::path::Path;

/// A small generator of its own, so that a failure can be repeated from its seed.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit.max(1) as u64) as usize
    }
}

fn examples() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../diagnostics/edits/base");
    let entries = std::fs::read_dir(folder).expect("the examples are there");
    let mut files: Vec<(String, String)> = entries
        .map(|entry| entry.expect("a readable entry").path())
        .map(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            (name, std::fs::read_to_string(&path).expect("a readable example"))
        })
        .collect();
    files.sort();
    assert!(files.len() >= 5, "examples are missing");
    files
}

/// Words moved, doubled, taken away or replaced.
fn broken(text: &str, random: &mut Random) -> String {
    const JUNK: &[&str] = &[
        "{", "}", "(", ")", "<", "?", ".", ",", "\n", "\"", "`", "id", "v1", "7d", "window", "ß", "@",
        "money", "",
    ];
    let words: Vec<&str> = text.split_inclusive([' ', '\n', '.', '(', '{']).collect();
    let mut words: Vec<String> = words.into_iter().map(str::to_owned).collect();
    for _ in 0..1 + random.below(4) {
        let (at, other) = (random.below(words.len()), random.below(words.len()));
        match random.below(4) {
            0 => drop(words.remove(at)),
            1 => words.swap(at, other),
            2 => words[at] = words[other].clone(),
            _ => words[at] = JUNK[random.below(JUNK.len())].to_owned(),
        }
    }
    words.concat()
}

/// A job whose condition is this expression.
fn job(condition: &str) -> String {
    format!(
        "package deep\n\nrecord Visit {{ id: string, n: int, b: bool }}\n\ntopic visits v1 {{ schema Visit }}\n\n\
         topic seen v1 {{ schema Visit }}\n\njob j {{\n    stream s {{\n        from   visits as v\n        where  {condition}\n        \
         select {{ ..v }}\n        to     seen\n    }}\n}}\n"
    )
}

/// What the limits on depth let through fits on the stack of a thread; what they do not, is told.
#[test]
fn deep_expressions_fit_on_a_small_stack() {
    let check = || {
        let units = [
            "v.n + ",
            "v.n - (",
            "- ",
            "- (",
            "v.n + v.n * (",
            "if v.b then 1 else ",
            "not ",
            "v.b and (",
            "[",
        ];
        for unit in units {
            for row in [1, 7, 30, 120, 250, 2_000] {
                for levels in [1, 8, 31, 500] {
                    let part = unit.trim_end_matches(['(', '[']).repeat(row)
                        + &unit[unit.trim_end_matches(['(', '[']).len()..];
                    let closing = match unit.chars().next_back() {
                        Some('(') => ")",
                        Some('[') => "]",
                        _ => "",
                    };
                    let row_end =
                        if unit.starts_with("not") || unit.starts_with("v.b") { "v.b" } else { "1" };
                    if part.len() * levels > 200_000 {
                        continue;
                    }
                    let text = job(&(part.repeat(levels) + row_end + &closing.repeat(levels)));
                    let analysis = Workspace::of([("deep.stream", text.as_str())]).analyse();
                    let is_told = analysis.diagnostics.iter().any(|finding| finding.code.id == "S0115");
                    assert!(is_told || row.min(levels) < 500, "{unit:?} {row} {levels}");
                    drop(analysis);
                }
            }
        }
    };
    let thread = std::thread::Builder::new().stack_size(2 << 20).spawn(check).expect("a thread");
    thread.join().expect("nothing overflows and nothing panics");
}

#[test]
fn broken_workspaces_are_analysed() {
    let examples = examples();
    let mut workspace = Workspace::of(examples.clone());
    let sound = workspace.analyse().diagnostics;
    for seed in 1..=200 {
        let mut random = Random(0x9E37_79B9_7F4A_7C15_u64.wrapping_mul(seed));
        let (path, text) = &examples[random.below(examples.len())];
        let bad = broken(text, &mut random);
        workspace.set(path.as_str(), bad.as_str());
        let analysis = workspace.analyse();
        let sources = analysis.sources();
        for finding in &analysis.diagnostics {
            assert!(finding.span.start <= finding.span.end, "seed {seed}: {finding:?}");
            // Two backquotes hold a name that is not there, unless the text itself has some.
            let nameless = finding.title.contains("``") && !bad.contains('`');
            assert!(!finding.title.is_empty() && !nameless, "seed {seed}: {finding:?}");
            for render in [concise, json] {
                assert!(render(finding, &sources).ends_with('\n'));
            }
            assert!(human(finding, &sources, true).contains(&finding.title), "seed {seed}: {finding:?}");
        }
        workspace.set(path.as_str(), text.as_str());
    }
    assert_eq!(workspace.analyse().diagnostics, sound, "what was mended is as it was");
}
