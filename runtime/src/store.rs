//! What every state store can do, whatever it keeps: the commit protocol and the disk see only this.

use crate::fail::Fatal;

/// State of one node in one task. Between commits it remembers what it changed, with before-images.
pub trait Store {
    /// `{node}` or `{node}.{role}`.
    fn name(&self) -> &'static str;

    /// Names and types of what is kept, window and aggregate versions: written beside the data; a difference is a
    /// refusal (spec: evolution.layout). One line, for people too.
    fn layout(&self) -> &str;

    /// Calls `put` with the encoded key and value (`None`: deleted) of everything changed since the last commit, each
    /// key once, in an order that depends on the changes alone.
    fn changes(&mut self, put: &mut dyn FnMut(&[u8], Option<&[u8]>));

    /// The changes are durable: forget before-images.
    fn committed(&mut self);

    /// The epoch was aborted: back to the last commit.
    fn rollback(&mut self);

    /// Takes an entry of a changelog or snapshot.
    fn restore(&mut self, key: &[u8], value: Option<&[u8]>) -> Result<(), Fatal>;

    /// After the last `restore`: drops what had been closed at the committed clock, without emitting.
    fn restored(&mut self, clock: i64);

    /// Every entry, for a snapshot.
    fn entries(&self, put: &mut dyn FnMut(&[u8], &[u8]));

    fn len(&self) -> usize;

    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Bytes of memory held, roughly.
    fn bytes(&self) -> usize;
}
