//! Where something stands in a source text.

/// A file of the workspace: its index in the workspace's list, which is sorted by path.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// A half-open range of bytes in one file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    pub file: FileId,
    pub start: u32,
    pub end: u32,
}

impl Span {
    pub fn new(file: FileId, start: u32, end: u32) -> Self {
        Span { file, start, end }
    }

    /// The empty span at this one's start.
    pub fn at_start(self) -> Self {
        Span { end: self.start, ..self }
    }

    /// The empty span at this one's end.
    pub fn at_end(self) -> Self {
        Span { start: self.end, ..self }
    }

    /// From the start of the first to the end of the last; both in one file.
    pub fn to(self, last: Span) -> Self {
        Span { end: last.end.max(self.end), ..self }
    }

    pub fn contains(self, offset: u32) -> bool {
        self.start <= offset && offset <= self.end
    }

    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}
