//! What the lines look like after a fix.

use super::Sources;
use crate::base::FileId;
use crate::diag::{Edit, Fix};

/// A stretch of a file as it would be, for drawing.
pub(super) struct Preview {
    /// One-based number of the first line.
    pub line: u32,
    pub lines: Vec<String>,
    /// In a preview of one line: the columns (in characters) of the new text.
    pub marked: Option<std::ops::Range<usize>>,
}

/// More lines than this are not shown: the title says what happens.
const MOST_LINES: usize = 12;

/// The lines that a fix touches, after it; nothing if they are many, or in several files.
pub(super) fn preview(fix: &Fix, sources: &Sources<'_>) -> Option<Preview> {
    let file = fix.edits.first()?.span.file;
    if fix.edits.iter().any(|e| e.span.file != file) {
        return None;
    }
    let mut edits: Vec<&Edit> = fix.edits.iter().collect();
    edits.sort_by_key(|e| (e.span.start, e.span.end));
    let (first, _) = sources.position(file, edits.first()?.span.start);
    let (last, _) = sources.position(file, edits.iter().map(|e| e.span.end).max()?);
    let range = sources.line_range(file, first).start..sources.line_range(file, last).end;
    let after = applied(file, range.clone(), &edits, sources)?;
    let lines: Vec<String> = after.lines().map(|l| l.trim_end().to_owned()).collect();
    if lines.is_empty() || lines.len() > MOST_LINES {
        return None;
    }
    let marked = match (edits.as_slice(), lines.as_slice()) {
        ([edit], [_]) if !edit.text.is_empty() => {
            let before = sources.text(file).get(range.start..edit.span.start as usize)?;
            let start = before.chars().count();
            let blank = edit.text.chars().take_while(|c| c.is_whitespace()).count();
            Some(start + blank..start + edit.text.trim_end().chars().count())
        }
        _ => None,
    };
    Some(Preview { line: first, lines, marked })
}

fn applied(
    file: FileId,
    range: std::ops::Range<usize>,
    edits: &[&Edit],
    sources: &Sources<'_>,
) -> Option<String> {
    let text = sources.text(file);
    let mut after = String::new();
    let mut at = range.start;
    for edit in edits {
        after.push_str(text.get(at..edit.span.start as usize)?);
        after.push_str(&edit.text);
        at = edit.span.end as usize;
    }
    after.push_str(text.get(at..range.end)?);
    Some(after)
}
