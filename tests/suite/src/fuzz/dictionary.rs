//! The words and signs of the language, from its grammar, and values that break hasty code.

use std::collections::BTreeSet;
use std::path::Path;

/// Literals at the edges: of ranges, of digits, of calendars, of quoting, of Unicode.
pub(super) const HOSTILE: &[&str] = &[
    "9223372036854775807",
    "9223372036854775808",
    "-9223372036854775808",
    "170141183460469231731687303715884105728",
    "0.00000000000000000000000000000000000001",
    "99999999999999999999999999999999999999.9",
    "1.",
    "007",
    "1__0",
    "1e5",
    "1hr",
    "1.5h",
    "0s",
    "300000000w",
    "0us",
    "2026-02-30",
    "9999-12-31",
    "0000-01-01",
    "2026-3-2",
    "9999-12-31T23:59:59.999999+23:59",
    "1969-12-31T00:00:00Z",
    "24:00",
    "v0",
    "v99999999999",
    "v",
    "\"\"",
    "\"\\",
    "\"\\u{110000}\"",
    "\"\\u{d800}\"",
    "\"\\u{\"",
    "\"ä€😀\"",
    "``",
    "`",
    "'x'",
    "\u{feff}",
    "\r",
    "\r\n",
    "\u{2028}",
    "\0",
    "é",
    "𝔘",
    "...",
    "..",
    "@",
    "?",
    "??",
    "-> ",
    "===",
    "/*",
    "*/",
    "//! late\n",
    "/// doc\n",
    "{{{{",
    "}}}}",
    "((((",
    "]]]]",
    "<<<<",
    "list<list<list<int>>>",
    "decimal(0, 0)",
    "decimal(38, 38)",
    "decimal(39, 1)",
    "money()",
    "money(EUR)?",
    "int??",
    "id<id<int>>",
];

/// Every literal text of the grammar, and [`HOSTILE`].
pub(super) fn dictionary(root: &Path) -> std::io::Result<Vec<String>> {
    let grammar = std::fs::read_to_string(root.join("compiler/src/syntax/grammar.pest"))?;
    let mut words: BTreeSet<String> = grammar.lines().flat_map(literals).collect();
    words.extend(HOSTILE.iter().map(|word| (*word).to_owned()));
    Ok(words.into_iter().collect())
}

/// The texts in double quotes of a line that are no comment.
fn literals(line: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut current: Option<String> = None;
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        match (&mut current, c) {
            (None, '/') if chars.peek() == Some(&'/') => break,
            (None, '"') => current = Some(String::new()),
            (Some(text), '\\') => text.push(match chars.next() {
                Some('n') => '\n',
                Some('t') => '\t',
                Some(other) => other,
                None => '\\',
            }),
            (Some(_), '"') => found.extend(current.take().filter(|text| !text.is_empty())),
            (Some(text), other) => text.push(other),
            (None, _) => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literals_of_a_rule() {
        assert_eq!(literals(r#"k = @{ "a" ~ "\"" ~ 'b' ~ "\n" } // "no""#), ["a", "\"", "\n"]);
    }

    #[test]
    fn the_grammar_gives_its_keywords() {
        let words = dictionary(&crate::root()).expect("the grammar is there");
        for word in ["unmatched", "dead_letter", "except", "=>", "{"] {
            assert!(words.iter().any(|w| w == word), "{word}");
        }
    }
}
