//! The examples of the language parse without a complaint, and no tree loses a byte.

use super::tree::Tree;
use super::{Parsed, parse};
use crate::base::FileId;
use std::path::Path;

/// The example files, which are also the bases of the hostile edits.
pub(crate) fn examples() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/diagnostics/edits/base");
    let mut files: Vec<(String, String)> = std::fs::read_dir(folder)
        .expect("the examples are there")
        .map(|entry| entry.expect("a readable entry").path())
        .map(|path| {
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            (name, std::fs::read_to_string(path).expect("a readable example"))
        })
        .collect();
    files.sort();
    assert!(files.len() >= 9, "some examples are missing");
    files
}

/// What a valid file must not have.
fn faults(tree: &Tree) -> Vec<String> {
    tree.all()
        .filter(|node| node.kind().is_missing() || node.kind().is_unexpected())
        .map(|node| {
            let line = tree.text()[..node.start() as usize].matches('\n').count() + 1;
            format!("{line}: {:?} {:?}", node.kind(), node.text())
        })
        .collect()
}

fn concatenated(parsed: &Parsed) -> String {
    parsed.tree.tokens().map(|token| token.text()).collect()
}

#[test]
fn examples_parse_without_a_fault() {
    for (name, text) in examples() {
        let parsed = parse(FileId(0), &text);
        assert_eq!(faults(&parsed.tree), Vec::<String>::new(), "{name}");
        assert!(parsed.diagnostics.is_empty(), "{name}: {:?}", parsed.diagnostics);
        assert_eq!(concatenated(&parsed), text, "{name}");
        assert!(!parsed.ast.items.is_empty(), "{name}");
    }
}

/// A small generator of numbers: the tests must give the same on every machine.
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below a bound that is not zero.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % bound.max(1) as u64) as usize
    }
}

/// A text with one to three random changes: pieces deleted, doubled, moved, or replaced by hostile ones.
pub(crate) fn mutate(text: &str, random: &mut Random) -> String {
    const PIECES: [&str; 28] = [
        "{",
        "}",
        "(",
        ")",
        "[",
        "]",
        "\"",
        "`",
        "'",
        ",",
        ";",
        ":",
        ".",
        "..",
        "=>",
        "=",
        "\n",
        "\r\n",
        "//",
        "/*",
        "*/",
        "stream x {",
        "when",
        "1h30m",
        "\u{feff}",
        "ü€🌊",
        "\\",
        "\0",
    ];
    let mut text: Vec<char> = text.chars().collect();
    for _ in 0..1 + random.below(3) {
        let at = random.below(text.len());
        let length = random.below(30).min(text.len() - at);
        match random.below(4) {
            0 => drop(text.drain(at..at + length)),
            1 => {
                let copy: Vec<char> = text[at..at + length].to_vec();
                let to = random.below(text.len());
                text.splice(to..to, copy);
            }
            2 => drop(text.splice(at..at + length.min(3), PIECES[random.below(PIECES.len())].chars())),
            _ => drop(text.splice(at..at, PIECES[random.below(PIECES.len())].chars())),
        }
    }
    text.into_iter().collect()
}

#[test]
fn mutations_never_panic_and_never_lose_a_byte() {
    let mut random = Random::new(7);
    for (name, text) in examples() {
        for round in 0..60 {
            let mutated = mutate(&text, &mut random);
            let parsed = parse(FileId(0), &mutated);
            assert_eq!(concatenated(&parsed), mutated, "{name} {round}");
            for diagnostic in &parsed.diagnostics {
                let range = diagnostic.span.range();
                assert!(mutated.get(range).is_some(), "{name} {round}: {diagnostic:?} cuts a character");
            }
        }
    }
}

#[test]
fn every_prefix_of_an_example_is_a_tree() {
    let (_, text) = examples().swap_remove(1);
    for (end, _) in text.char_indices().step_by(37) {
        let parsed = parse(FileId(0), &text[..end]);
        assert_eq!(concatenated(&parsed), text[..end]);
    }
}

#[test]
fn nesting_beyond_the_limit_is_one_error() {
    for (open, close) in
        [("(", ")"), ("[", "]"), ("if a then ", ""), ("x => ", ""), ("f(", ")"), ("not ", ""), ("- ", "")]
    {
        let deep = format!(
            "job j {{\n    stream s {{\n        where {}1{}\n    }}\n}}\n",
            open.repeat(3_000),
            close.repeat(3_000)
        );
        let parsed = parse(FileId(0), &deep);
        assert_eq!(concatenated(&parsed), deep);
        let deep: Vec<_> = parsed.diagnostics.iter().filter(|d| d.code.id == "S0115").collect();
        assert_eq!(
            deep.len(),
            1,
            "{open}: {:?}",
            parsed.diagnostics.iter().map(|d| &d.title).collect::<Vec<_>>()
        );
    }
    let chain = format!("job j {{\n    stream s {{\n        where a{}\n    }}\n}}\n", " + a".repeat(3_000));
    assert_eq!(parse(FileId(0), &chain).diagnostics.len(), 1);
}

/// Rows within brackets within rows: every kind stays below its own limit, and their product counts.
#[test]
fn rows_inside_each_other_count_together() {
    for (open, close) in
        [("a + ".repeat(30) + "(", ")"), ("- ".repeat(30) + "(", ")"), ("not ".repeat(9) + "[", "]")]
    {
        let text = |levels: usize| {
            let expr = open.repeat(levels) + "1" + &close.repeat(levels);
            format!("job j {{\n    stream s {{\n        where {expr}\n    }}\n}}\n")
        };
        assert_eq!(codes(&text(5)), Vec::<&str>::new(), "{open}");
        assert_eq!(codes(&text(28)), ["S0115"], "{open}");
    }
}

/// An `if` whose row goes on in the next line holds what stands there.
#[test]
fn nesting_goes_on_over_lines() {
    for part in ["if a then 1 +\n", "if a then 1\n + ", "if a then 1\n// b\n or ", "if a and\n"] {
        let text = format!("job j {{\n    stream s {{\n        where {}1\n    }}\n}}\n", part.repeat(3_000));
        let parsed = parse(FileId(0), &text);
        assert_eq!(concatenated(&parsed), text);
        assert!(parsed.diagnostics.iter().any(|d| d.code.id == "S0115"), "{part:?}");
    }
    let arms = "-1 => if a then 1 else 2,\n// b\n".repeat(200);
    let text =
        format!("job j {{\n    stream s {{\n        where match b {{\n{arms}else => 3 }} > 1\n    }}\n}}\n");
    assert_eq!(codes(&text), Vec::<&str>::new());
}

/// Nothing reads the rest of the text at every line: else this would take hours.
#[test]
fn many_empty_lines_and_open_comments_are_a_tree() {
    for line in ["\n", "/*\n", "// a\n"] {
        let text = format!("package a\n{}record R {{ a: int }}\n", line.repeat(200_000));
        let parsed = parse(FileId(0), &text);
        assert_eq!(concatenated(&parsed).len(), text.len());
        assert_eq!(parsed.ast.items.len(), 1);
    }
}

/// The fences of a page with a tag, without their marks.
fn fences<'p>(page: &'p str, tag: &str) -> Vec<&'p str> {
    let open = format!("```{tag}\n");
    page.split(open.as_str()).skip(1).filter_map(|rest| rest.split("```").next()).collect()
}

fn codes(text: &str) -> Vec<&'static str> {
    parse(FileId(0), text).diagnostics.iter().map(|diagnostic| diagnostic.code.id).collect()
}

#[test]
fn every_page_shows_what_fails_and_what_does_not() {
    for entry in crate::codes::SYNTAX {
        let (failing, fixed) = (fences(entry.page, "stream fails"), fences(entry.page, "stream"));
        assert!(!failing.is_empty() && !fixed.is_empty(), "{}", entry.code.id);
        for text in failing {
            assert_eq!(codes(text), [entry.code.id], "{text}");
        }
        for text in fixed {
            assert_eq!(codes(text), Vec::<&str>::new(), "{}: {text}", entry.code.id);
        }
    }
}

/// Applies the first fix of the first diagnostic that has a safe or likely one.
fn mended(text: &str) -> Option<String> {
    let parsed = parse(FileId(0), text);
    let fix = parsed.diagnostics.iter().find_map(|diagnostic| diagnostic.fixes.first())?;
    let mut mended = text.to_string();
    for edit in fix.edits.iter().rev() {
        mended.replace_range(edit.span.range(), &edit.text);
    }
    Some(mended)
}

#[test]
fn fixes_mend_their_error_and_make_no_new_one() {
    let mut count = 0;
    let node = |clause: &str| {
        format!("job j {{\n    stream s {{\n        from a as b\n        {clause}\n    }}\n}}\n")
    };
    let mut texts: Vec<String> = [
        "where b.x = 1",
        "where b.x <> 1",
        "where b.x&&b.y",
        "where b.x || b.y",
        "where !b.x",
        "where b.x == null",
        "where b.x != null",
        "where f(null)",
        "where b.x in ['a']",
        "where b.x == \"a",
        "where b.x > 007",
        "window tumbling 1hr",
        "window tumbling 1.5h",
        "window session gap 1h30m",
        "select { a: 1 b: 2 }",
        "select { a: 1; b: 2 }",
        "select { a 1 }",
        "select { a: 1",
        "where (b.x",
        "where f(b.x",
        "where b.x == 2026-3-2",
        "where b.x == 2026-03-02T9:30Z",
        "where b.x == \"\\q\"",
        "from a as match",
        "wher b.x",
        "emit final late stop",
    ]
    .map(node)
    .to_vec();
    for entry in crate::codes::SYNTAX {
        texts.extend(fences(entry.page, "stream fails").into_iter().map(String::from));
    }
    let mut wrong = Vec::new();
    for text in texts {
        let mended = mended(&text);
        count += usize::from(mended.is_some());
        if codes(&text).len() != 1 || mended.as_ref().is_some_and(|mended| !codes(mended).is_empty()) {
            wrong.push(format!("{text}{:?} became {mended:?}", codes(&text)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(count > 30, "only {count} fixes were tried");
}
