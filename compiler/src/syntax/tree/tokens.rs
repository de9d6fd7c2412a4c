//! Cutting a stretch of text into tokens, for what the grammar matched as literal text or skipped.

use super::Kind;

/// The kind and length of the token at the start of a non-empty text. `closes`: whether a `*/` may follow.
pub(super) fn next_token(text: &str, closes: bool) -> (Kind, u32) {
    let first = text.chars().next().unwrap_or(' ');
    let (kind, length) = match first {
        '\n' => (Kind::Newline, 1),
        _ if is_blank(first) => (Kind::Blank, run(text, is_blank)),
        '/' if text.starts_with("//") => (comment_kind(text), line_length(text)),
        '/' if text.starts_with("/*") => (Kind::BlockComment, block_comment_length(text, closes)),
        '"' => (Kind::String, string_length(text)),
        '`' => (Kind::Name, back_tick_length(text)),
        _ if first.is_ascii_digit() => (Kind::Number, run(text, is_word)),
        _ if is_word(first) => (Kind::Keyword, run(text, is_word)),
        _ => (Kind::Punctuation, punctuation_length(text, first)),
    };
    (kind, length as u32)
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\r' | '\u{feff}')
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn run(text: &str, test: impl Fn(char) -> bool) -> usize {
    text.find(|c| !test(c)).unwrap_or(text.len())
}

/// To the line's end, a carriage return excluded.
pub(in crate::syntax) fn line_length(text: &str) -> usize {
    let end = text.find('\n').unwrap_or(text.len());
    text[..end].trim_end_matches('\r').len()
}

fn comment_kind(text: &str) -> Kind {
    match text.as_bytes().get(2) {
        Some(b'!') => Kind::FileDoc,
        Some(b'/') if text.as_bytes().get(3) != Some(&b'/') => Kind::Doc,
        _ => Kind::Comment,
    }
}

/// Where the last `*/` of a text stands. Found once per text: to look for one after every `/*` that has none would read
/// the rest of the text again and again.
pub(in crate::syntax) fn last_comment_end(text: &str) -> Option<usize> {
    text.rfind("*/")
}

/// To `*/`, or to the line's end if there is none. `closes` is `false` where it is known that none follows.
pub(in crate::syntax) fn block_comment_length(text: &str, closes: bool) -> usize {
    match text.get(2..).filter(|_| closes).and_then(|rest| rest.find("*/")) {
        Some(at) => at + 4,
        None => line_length(text),
    }
}

/// Of a text in double quotes, closed or ended by the line.
pub(in crate::syntax) fn string_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut at = 1;
    while at < bytes.len() {
        match bytes[at] {
            b'\n' => return at,
            b'"' => return at + 1,
            b'\\' if bytes.get(at + 1).is_some_and(|next| *next != b'\n') => at += 1,
            _ => {}
        }
        at += 1;
    }
    text.len()
}

/// Of a name in back-ticks, closed or ended by the line.
pub(in crate::syntax) fn back_tick_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    match bytes.iter().skip(1).position(|b| matches!(b, b'`' | b'\n')) {
        Some(at) if bytes[at + 1] == b'`' => at + 2,
        Some(at) => at + 1,
        None => text.len(),
    }
}

fn punctuation_length(text: &str, first: char) -> usize {
    const LONG: [&str; 11] = ["==", "!=", "<=", ">=", "<>", "??", "&&", "||", "=>", "->", ".."];
    if LONG.iter().any(|long| text.starts_with(long)) { 2 } else { first.len_utf8() }
}
