//! One pass over the text before the grammar sees it.
//!
//! Comments, carriage returns and the byte order mark become blanks of the same length, so offsets stay. Bracket depth
//! is measured here, because a recursive grammar cannot: what is nested too deep is blanked as well.

use crate::syntax::tree::{
    back_tick_length, block_comment_length, last_comment_end, line_length, string_length,
};

/// Brackets, `if`s and `=>`s inside each other that a text may have.
pub(in crate::syntax) const MAX_DEPTH: usize = 32;

pub(in crate::syntax) struct Prepared {
    /// As long as the original.
    pub(in crate::syntax) text: String,
    /// Where the nesting goes beyond [`MAX_DEPTH`], if it does; start of the first and end of what was blanked.
    pub(in crate::syntax) too_deep: Option<(u32, u32)>,
}

/// What is open around a place: the brackets, and the words that nest without any.
#[derive(Default)]
struct Depth {
    /// Per open bracket the nesting words since.
    open: Vec<usize>,
    words: usize,
    /// Types inside each other: `<` of this line without anything between them that stands in no type.
    angles: usize,
}

impl Depth {
    fn total(&self) -> usize {
        self.open.len() + self.words + self.angles
    }

    fn enter(&mut self) {
        self.open.push(self.words);
    }

    fn leave(&mut self) {
        self.words = self.open.pop().unwrap_or(0);
    }
}

impl Prepared {
    pub(in crate::syntax) fn new(text: &str) -> Self {
        let mut bytes = text.as_bytes().to_vec();
        let mut depth = Depth::default();
        let mut too_deep: Option<(u32, u32)> = None;
        let comment_end = last_comment_end(text);
        // Where the first line after this one begins that is not empty.
        let mut next_solid = 0;
        let mut at = 0;
        // The last byte that is neither blank nor comment; a word that joins two operands is a sign here.
        let mut last = b'\n';
        if text.starts_with('\u{feff}') {
            blank(&mut bytes, 0, 3);
            at = 3;
        }
        while at < bytes.len() {
            let length = match bytes[at] {
                b'/' if text[at..].starts_with("//") => {
                    let length = line_length(&text[at..]);
                    blank(&mut bytes, at, at + length);
                    length
                }
                b'/' if text[at..].starts_with("/*") => {
                    let length = block_comment_length(&text[at..], comment_end.is_some_and(|end| end > at));
                    blank(&mut bytes, at, at + length);
                    length
                }
                b'"' => string_length(&text[at..]),
                b'`' => back_tick_length(&text[at..]),
                b'\r' => {
                    bytes[at] = b' ';
                    1
                }
                b'(' | b'[' | b'{' => {
                    depth.enter();
                    1
                }
                b')' | b']' | b'}' => {
                    depth.leave();
                    1
                }
                b'\n' => {
                    if next_solid <= at {
                        next_solid = text.len() - text[at + 1..].trim_start().len();
                    }
                    depth.end_line(last, &text[next_solid..]);
                    1
                }
                b'=' if text[at..].starts_with("=>") => {
                    depth.words += 1;
                    depth.angles = 0;
                    2
                }
                b'<' if !matches!(bytes.get(at + 1), Some(b'=' | b'>')) => {
                    depth.angles += 1;
                    1
                }
                b'>' => {
                    depth.angles = depth.angles.saturating_sub(1);
                    1
                }
                b'+' | b'-' | b'*' | b'/' | b'%' | b'=' | b'!' | b':' | b'&' | b'|' | b'<' => {
                    depth.angles = 0;
                    1
                }
                byte if byte.is_ascii_alphabetic() || byte == b'_' => {
                    let length = word_length(&bytes[at..]);
                    match &text[at..at + length] {
                        "if" | "match" => depth.words += 1,
                        "and" | "or" | "not" => depth.angles = 0,
                        _ => {}
                    }
                    length
                }
                _ => 1,
            };
            last = match (bytes[at], text.get(at..at + length).unwrap_or_default()) {
                (b' ' | b'\t' | b'\n', _) => last,
                (_, "and" | "or" | "in") => b'+',
                _ => bytes[at + length - 1],
            };
            // The bracket or word that goes too deep, and everything of its line up to where the depth is sane again,
            // is hidden from the grammar; the line ends stay.
            if depth.total() > MAX_DEPTH && bytes[at] != b'\n' {
                blank(&mut bytes, at, at + length);
                let (start, _) = too_deep.unwrap_or((at as u32, 0));
                too_deep = Some((start, (at + length) as u32));
            }
            at += length;
        }
        let text = String::from_utf8(bytes).unwrap_or_default();
        Prepared { text, too_deep }
    }
}

impl Depth {
    /// Words nest across a line's end only where the next solid line goes on with the expression.
    fn end_line(&mut self, last: u8, next: &str) {
        const SIGNS: &[u8] = b"+-*/%=<>!&|?";
        const WORDS: [&str; 6] = ["else", "then", "and", "or", "in", "is"];
        self.angles = 0;
        // A comment decides nothing: the end of its line does.
        let begins = next.as_bytes().first().is_some_and(|first| SIGNS.contains(first) || *first == b'.')
            || WORDS.iter().any(|word| word_length(next.as_bytes()) == word.len() && next.starts_with(word));
        let is_apart = matches!(last, b',' | b';' | b'{') && !next.starts_with('/');
        if !SIGNS.contains(&last) && (is_apart || !begins) {
            self.words = self.open.last().copied().unwrap_or(0);
        }
    }
}

fn word_length(bytes: &[u8]) -> usize {
    bytes.iter().position(|b| !b.is_ascii_alphanumeric() && *b != b'_').unwrap_or(bytes.len())
}

fn blank(bytes: &mut [u8], start: usize, end: usize) {
    for byte in &mut bytes[start..end] {
        *byte = b' ';
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_too_deep(text: &str) -> bool {
        Prepared::new(text).too_deep.is_some()
    }

    /// Were a line's end to look over all empty lines that follow, this would take hours.
    #[test]
    fn empty_lines_and_open_comments_are_read_once() {
        const LINES: usize = 200_000;
        for line in ["\n", "  \r\n", "/*\n", "/* */ /*\n"] {
            let text = format!("package a\n{}record R {{ a: int }}\n", line.repeat(LINES));
            let prepared = Prepared::new(&text);
            assert_eq!(prepared.text.len(), text.len());
            assert!(prepared.too_deep.is_none());
        }
        let continued = format!("where if a{}then b{}else if c", "\n".repeat(LINES), "\n".repeat(LINES));
        assert!(Prepared::new(&continued).too_deep.is_none());
    }

    #[test]
    fn types_nest_and_comparisons_do_not() {
        assert!(is_too_deep(&"list<".repeat(MAX_DEPTH + 1)));
        assert!(is_too_deep(&"map<int, ".repeat(100_000)));
        assert!(!is_too_deep(&format!("{}{}", "list<".repeat(MAX_DEPTH), ">".repeat(MAX_DEPTH))));
        assert!(!is_too_deep(&"a < b and ".repeat(1000)));
        assert!(!is_too_deep(&"a: list<int>, b: c <= d, e: f <> g, ".repeat(1000)));
        assert!(!is_too_deep(&"id: list<\n".repeat(1000)));
    }
}
