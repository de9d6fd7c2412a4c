//! Event time by hand: records come up to four seconds late, and what a window holds is written when none of it can come
//! any more. Times in milliseconds.

use std::collections::VecDeque;

/// How much older than the newest record one may be.
const DISORDER: u64 = 4_000;

/// Windows of one length that follow each other, oldest first; those that nothing can come for are given away.
pub struct Windows<T> {
    size: u64,
    /// What no record is older than.
    watermark: u64,
    /// With their ends.
    open: VecDeque<(u64, T)>,
    /// Of windows that have closed, emptied by whoever closed them.
    spare: Vec<T>,
}

impl<T: Default> Windows<T> {
    pub fn new(size: u64) -> Self {
        Windows { size, watermark: 0, open: VecDeque::new(), spare: Vec::new() }
    }

    /// The window of a record, if it is not late.
    #[inline(always)]
    pub fn of(&mut self, time: u64) -> Option<&mut T> {
        // Most records are for the newest window: no division.
        let newest = matches!(self.open.back(), Some((end, _)) if time < *end && time >= *end - self.size);
        if !newest {
            return self.other(time);
        }
        self.open.back_mut().map(|(_, window)| window)
    }

    #[cold]
    fn other(&mut self, time: u64) -> Option<&mut T> {
        let end = time / self.size * self.size + self.size;
        if end <= self.watermark {
            return None;
        }
        let index = self.open.partition_point(|(other, _)| *other < end);
        if self.open.get(index).is_none_or(|(other, _)| *other != end) {
            let window = self.spare.pop().unwrap_or_default();
            self.open.insert(index, (end, window));
        }
        Some(&mut self.open[index].1)
    }

    /// A record has been taken in.
    #[inline(always)]
    pub fn seen(&mut self, time: u64, close: impl FnMut(u64, &mut T)) {
        self.watermark = self.watermark.max(time.saturating_sub(DISORDER));
        if self.open.front().is_some_and(|(end, _)| *end <= self.watermark) {
            self.close(close);
        }
    }

    /// Nothing more comes.
    pub fn end(&mut self, close: impl FnMut(u64, &mut T)) {
        self.watermark = u64::MAX;
        self.close(close);
    }

    #[cold]
    fn close(&mut self, mut close: impl FnMut(u64, &mut T)) {
        while let Some((end, _)) = self.open.front()
            && *end <= self.watermark
            && let Some((end, mut window)) = self.open.pop_front()
        {
            close(end, &mut window);
            self.spare.push(window);
        }
    }
}
