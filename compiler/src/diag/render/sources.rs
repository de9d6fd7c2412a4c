//! The texts that diagnostics speak about, by file id.

use crate::base::{FileId, LineIndex, Span};
use codespan_reporting::files::{Error, Files};
use std::ops::Range;

/// Paths and texts in order of their file ids.
#[derive(Clone, Debug, Default)]
pub struct Sources<'a> {
    files: Vec<Source<'a>>,
}

#[derive(Clone, Debug)]
struct Source<'a> {
    path: &'a str,
    text: &'a str,
    lines: LineIndex,
}

impl<'a> Sources<'a> {
    /// Pairs of path and text; the first has file id 0.
    pub fn new(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let source = |(path, text)| Source { path, text, lines: LineIndex::new(text) };
        Sources { files: files.into_iter().map(source).collect() }
    }

    pub fn path(&self, file: FileId) -> &'a str {
        self.files.get(file.0 as usize).map_or("", |f| f.path)
    }

    pub fn text(&self, file: FileId) -> &'a str {
        self.files.get(file.0 as usize).map_or("", |f| f.text)
    }

    /// One-based line and column in characters.
    pub fn position(&self, file: FileId, offset: u32) -> (u32, u32) {
        self.files.get(file.0 as usize).map_or((1, 1), |f| f.lines.position(f.text, offset))
    }

    /// The bytes of a one-based line, without its end.
    pub fn line_range(&self, file: FileId, line: u32) -> Range<usize> {
        let Some(source) = self.files.get(file.0 as usize) else { return 0..0 };
        let start = source.lines.start(line.saturating_sub(1)) as usize;
        let rest = source.text.get(start..).unwrap_or_default();
        let line = rest.split('\n').next().unwrap_or_default();
        start..start + line.strip_suffix('\r').unwrap_or(line).len()
    }

    /// A span's bytes, held within the text and on the bounds of characters.
    pub fn bytes(&self, span: Span) -> Range<usize> {
        let text = self.text(span.file);
        let end = floor(text, span.end as usize);
        floor(text, span.start as usize).min(end)..end
    }
}

fn floor(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

impl<'a> Files<'a> for Sources<'_> {
    type FileId = FileId;
    type Name = &'a str;
    type Source = &'a str;

    fn name(&'a self, id: FileId) -> Result<&'a str, Error> {
        self.files.get(id.0 as usize).map(|f| f.path).ok_or(Error::FileMissing)
    }

    fn source(&'a self, id: FileId) -> Result<&'a str, Error> {
        self.files.get(id.0 as usize).map(|f| f.text).ok_or(Error::FileMissing)
    }

    fn line_index(&'a self, id: FileId, offset: usize) -> Result<usize, Error> {
        let source = self.files.get(id.0 as usize).ok_or(Error::FileMissing)?;
        Ok(source.lines.line(offset as u32) as usize)
    }

    fn line_range(&'a self, id: FileId, line: usize) -> Result<Range<usize>, Error> {
        let source = self.files.get(id.0 as usize).ok_or(Error::FileMissing)?;
        let count = source.lines.count() as usize;
        if line >= count {
            return Err(Error::LineTooLarge { given: line, max: count.saturating_sub(1) });
        }
        let start = source.lines.start(line as u32) as usize;
        let end =
            if line + 1 < count { source.lines.start(line as u32 + 1) as usize } else { source.text.len() };
        Ok(start..end)
    }
}
