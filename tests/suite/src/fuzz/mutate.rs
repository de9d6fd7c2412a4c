//! One text from another: cuts and splices along the tree, words of the grammar, and plain damage.

use super::corpus::{Corpus, Part, Sample};
use super::{Files, dictionary};
use crate::random::Random;
use riparian_compiler::syntax::tree::Kind;
use std::ops::Range;

/// A replacement in a text.
struct Change {
    range: Range<usize>,
    text: String,
}

/// A sample with one to five changes in one of its files.
pub(super) fn mutate(corpus: &Corpus, random: &mut Random) -> Files {
    let Some(sample) = random.pick(&corpus.samples) else { return Files::new() };
    let mut files = sample.files.clone();
    let at = random.below(files.len());
    let Some((_, text)) = files.get_mut(at) else { return files };
    let parts = sample.parts.get(at).map_or(&[] as &[Part], Vec::as_slice);
    if random.once_in(3) {
        let gentle = slight(text, parts, random);
        apply(text, gentle.into_iter().collect());
        return files;
    }
    let count = 1 + random.below(3) + if random.once_in(4) { 2 } else { 0 };
    let changes: Vec<Change> = (0..count).filter_map(|_| change(corpus, sample, at, parts, random)).collect();
    apply(text, changes);
    if random.once_in(40) {
        truncate(text, random);
    }
    if random.once_in(60) {
        *text = text.replace('\n', "\r\n");
    }
    files
}

/// From the end to the start, so that places stay; a change that overlaps another is left out.
fn apply(text: &mut String, mut changes: Vec<Change>) {
    changes.sort_by_key(|change| std::cmp::Reverse((change.range.start, change.range.end)));
    let mut limit = text.len();
    for change in changes {
        let sound = text.is_char_boundary(change.range.start) && text.is_char_boundary(change.range.end);
        if sound && change.range.end <= limit {
            limit = change.range.start;
            text.replace_range(change.range, &change.text);
        }
    }
}

/// A change that often leaves the text sound: a value, a name, an operator or a clause becomes another one of the same
/// text, or an optional clause goes.
fn slight(text: &str, parts: &[Part], random: &mut Random) -> Option<Change> {
    const SWAPPED: &[Kind] = &[
        Kind::Literal,
        Kind::Duration,
        Kind::Operator,
        Kind::Reference,
        Kind::Expr,
        Kind::WhereClause,
        Kind::Having,
        Kind::Window,
        Kind::Emit,
        Kind::Join,
        Kind::Keep,
    ];
    const OMITTED: &[Kind] = &[Kind::WhereClause, Kind::Having, Kind::Emit, Kind::Keep, Kind::FieldValue];
    let omit = random.once_in(3);
    let kinds = if omit { OMITTED } else { SWAPPED };
    let of: Vec<&Part> = parts.iter().filter(|part| kinds.contains(&part.kind)).collect();
    let part = **random.pick(&of)?;
    let range = part.start..part.end;
    if omit {
        return Some(Change { range, text: String::new() });
    }
    let same: Vec<&Part> = of.into_iter().filter(|other| other.kind == part.kind).collect();
    let other = **random.pick(&same)?;
    Some(Change { range, text: text.get(other.start..other.end)?.to_owned() })
}

fn change(
    corpus: &Corpus,
    sample: &Sample,
    file: usize,
    parts: &[Part],
    random: &mut Random,
) -> Option<Change> {
    let text = &sample.files.get(file)?.1;
    let part = *random.pick(parts)?;
    let own = |part: Part| text.get(part.start..part.end).unwrap_or_default();
    let range = part.start..part.end;
    let spliced = |random: &mut Random| {
        let same = corpus.by_kind.get(&part.kind);
        same.and_then(|texts| random.pick(texts)).cloned().unwrap_or_default()
    };
    let word = |random: &mut Random| random.pick(&corpus.dictionary).cloned().unwrap_or_default();
    Some(match random.below(16) {
        0 | 1 => Change { range, text: String::new() },
        2 => Change { range: part.end..part.end, text: format!(" {}", own(part)) },
        // Of the same kind, from anywhere in the corpus.
        3..=5 => Change { text: spliced(random), range },
        // Of another kind, from the same text.
        6 => {
            let other = *random.pick(parts)?;
            Change { range, text: own(other).to_owned() }
        }
        7 | 8 => Change { range, text: word(random) },
        9 => Change { range: part.start..part.start, text: format!("{} ", word(random)) },
        10 => Change { range, text: random.word(dictionary::HOSTILE).to_owned() },
        11 => {
            let (open, close) = [("(", ")"), ("[", "]"), ("{", "}"), ("if ", " then 1 else 2"), ("not ", "")]
                [random.below(5)];
            let depth = if random.once_in(20) { 70 } else { 1 + random.below(4) };
            Change { range, text: format!("{}{}{}", open.repeat(depth), own(part), close.repeat(depth)) }
        }
        12 => {
            let line = line_around(text, part.start);
            Change { range: line, text: String::new() }
        }
        13 => {
            let line = line_around(text, part.start);
            let moved = text.get(line_around(text, random.pick(parts)?.start)).unwrap_or_default().to_owned();
            Change { range: line.start..line.start, text: moved }
        }
        // One letter of a word, as a finger slips.
        14 => {
            let letter = own(part).char_indices().nth(random.below(own(part).chars().count()))?;
            let at = part.start + letter.0;
            let new = random.word(&["", "x", "_", " ", "\n", ".", "{", "\"", "é"]);
            Change { range: at..at + letter.1.len_utf8(), text: new.to_owned() }
        }
        _ => Change {
            range: part.end..part.end,
            text: random.word(&["\n", ";", ",", " ", "\n\n", "//", "}", ")"]).to_owned(),
        },
    })
}

/// The line that holds a place, with its end.
fn line_around(text: &str, at: usize) -> Range<usize> {
    let start = text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1);
    let end = text.get(at..).and_then(|rest| rest.find('\n')).map_or(text.len(), |end| at + end + 1);
    start..end
}

fn truncate(text: &mut String, random: &mut Random) {
    let mut at = random.below(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    text.truncate(at);
}
