//! One topic, record by record, fetched as the worker fetches it.

use super::scan::{Cursor, PADDING};
use crate::nexmark::generator::Topic;
use riparian::log::Batch;

/// As many bytes at once as a worker fetches.
const FETCH: usize = 1 << 20;

pub struct Input<'a> {
    topic: &'a Topic,
    batch: Batch,
    /// The next record of the batch.
    at: usize,
    /// Of the next record that has not been fetched.
    position: usize,
}

impl<'a> Input<'a> {
    pub fn new(topic: &'a Topic) -> Self {
        Input { topic, batch: Batch::default(), at: 0, position: 0 }
    }

    /// The next record. What was read of the one before may be gone.
    #[inline(always)]
    pub fn next(&mut self) -> Option<Cursor> {
        if self.at == self.batch.spans.len() && !self.fill() {
            return None;
        }
        let span = &self.batch.spans[self.at];
        self.at += 1;
        let start = span.value.map_or(0, |(start, _)| start as usize);
        // SAFETY: the record is in the batch, the padding behind it, and both stay while the record is read.
        Some(unsafe { Cursor::new(self.batch.bytes[start..].as_ptr()) })
    }

    #[cold]
    fn fill(&mut self) -> bool {
        if self.position == self.topic.len() {
            return false;
        }
        self.topic.fetch(self.position, self.topic.len(), FETCH, &mut self.batch);
        self.batch.bytes.extend_from_slice(&[0; PADDING]);
        self.position = self.batch.next as usize;
        self.at = 0;
        true
    }
}
