//! From what a client delivers to what each task reads: one consumer, many readers, each at its own pace.
//!
//! A record is copied once, out of the client's buffer into the batch that the task will read. Where a reader takes nothing
//! for a while, fetching is paused; where two tasks read one partition and only one of them waits, it is read again for the
//! one that was left behind. Knows nothing of transactions.

use super::client::{Client, Delivery, Failure, Message, Place};
use super::envelope;
use crate::log::{Batch, Span};
use crate::record::Kind;
use crate::stage::TaskId;
use std::collections::BTreeMap;

/// Bytes that are fetched ahead of all tasks together, however many partitions they read, as long as each gets as much as makes
/// one answer worthwhile.
const AHEAD_IN_ALL: usize = 64 << 20;
const AHEAD_AT_LEAST: usize = 256 << 10;

/// One task's view of a partition.
#[derive(Debug, Default)]
struct Cursor {
    /// Where the task reads on: the first offset of what is pending, if anything is.
    position: i64,
    /// The offset after what is pending.
    next: i64,
    pending: Batch,
    /// Too much is pending, and another reader of the partition waits: what comes now is read again later.
    behind: bool,
}

/// One partition that is fetched.
#[derive(Debug, Default)]
struct Fetched {
    cursors: BTreeMap<TaskId, Cursor>,
    /// Everything before this has been delivered, and nothing more was there; unknown while something may be under way.
    end: Option<i64>,
    /// The offset after the last delivery.
    next: i64,
    paused: bool,
    /// A reader stands elsewhere than the client fetches: what it delivers until it has been told is not the next.
    moved: bool,
    /// Records stand in envelopes.
    internal: bool,
}

/// Everything that is fetched for the tasks of one worker.
#[derive(Debug, Default)]
pub(super) struct Intake {
    fetched: BTreeMap<Place, Fetched>,
    /// Bytes pending per reader above which nothing more is fetched, at most.
    most_ahead: usize,
    /// The same, as long as so many read.
    ahead: usize,
    /// A record of an internal topic that no task of this job has written.
    foreign: Option<(Place, i64)>,
}

impl Intake {
    pub(super) fn new(ahead: usize) -> Self {
        Intake { most_ahead: ahead, ahead, ..Intake::default() }
    }

    /// Reads nothing any more.
    pub(super) fn clear(&mut self) {
        self.fetched.clear();
    }

    /// A task reads a place from a position on.
    pub(super) fn read(&mut self, task: TaskId, place: Place, position: i64, internal: bool) {
        let fetched = self.fetched.entry(place).or_default();
        fetched.internal = internal;
        fetched.cursors.insert(task, Cursor { position, next: position, ..Cursor::default() });
    }

    /// Where each place is fetched from: the earliest of its readers. Also settles how far ahead of each is fetched.
    pub(super) fn starts(&mut self) -> Vec<(Place, i64)> {
        let readers: usize = self.fetched.values().map(|fetched| fetched.cursors.len()).sum();
        self.ahead = self.most_ahead.min((AHEAD_IN_ALL / readers.max(1)).max(AHEAD_AT_LEAST));
        let mut starts = Vec::new();
        for (place, fetched) in &mut self.fetched {
            let first = fetched.cursors.values().map(|cursor| cursor.next).min();
            fetched.next = first.unwrap_or_default();
            starts.push((*place, fetched.next));
        }
        starts
    }

    /// Takes in one delivery.
    pub(super) fn take(&mut self, delivery: Delivery<'_>) {
        match delivery {
            Delivery::End { place, offset } => {
                if let Some(fetched) = self.fetched.get_mut(&place)
                    && !fetched.moved
                    && offset >= fetched.next
                {
                    fetched.next = offset;
                    fetched.end = Some(offset);
                }
            }
            Delivery::Record(message) => {
                if let Some(fetched) = self.fetched.get_mut(&message.place)
                    && !fetched.moved
                    && message.offset >= fetched.next
                {
                    match Opened::of(&message, fetched.internal) {
                        Some(opened) => fetched.take(&message, opened, self.ahead),
                        None => {
                            self.foreign.get_or_insert((message.place, message.offset));
                        }
                    }
                }
            }
        }
    }

    /// The records of a task from a position on, into `batch`; `batch.next` is behind marks that are no records.
    pub(super) fn fetch(&mut self, task: TaskId, place: Place, position: i64, batch: &mut Batch) {
        batch.clear();
        batch.next = position;
        let Some(fetched) = self.fetched.get_mut(&place) else { return };
        let Some(cursor) = fetched.cursors.get_mut(&task) else { return };
        if cursor.position != position {
            // After an abort, or where marks were passed over.
            let back = position < cursor.position || position > cursor.next;
            if back || !cursor.pending.is_empty() {
                *cursor = Cursor { position, next: position, ..Cursor::default() };
                fetched.moved = true;
                fetched.end = None;
            } else {
                cursor.position = position;
            }
            return;
        }
        if !cursor.pending.is_empty() {
            std::mem::swap(batch, &mut cursor.pending);
            batch.next = cursor.next;
            cursor.position = cursor.next;
            return;
        }
        if cursor.behind {
            cursor.behind = false;
            fetched.moved = true;
            fetched.end = None;
        } else if let Some(end) = fetched.end {
            cursor.position = end.max(position);
            cursor.next = cursor.position;
            batch.next = cursor.position;
        }
    }

    /// The end of a place, as far as it is known: everything before has been delivered. Else a position after everything
    /// that has.
    pub(super) fn end(&self, place: Place) -> i64 {
        let Some(fetched) = self.fetched.get(&place) else { return i64::MAX };
        match fetched.end {
            Some(end) if fetched.cursors.values().all(|cursor| !cursor.behind) => end,
            _ => i64::MAX,
        }
    }

    /// The offset after the last delivery.
    pub(super) fn delivered(&self, place: Place) -> i64 {
        self.fetched.get(&place).map_or(0, |fetched| fetched.next)
    }

    /// A record of an internal topic that no task of this job has written, and its offset.
    pub(super) fn foreign(&self) -> Option<(Place, i64)> {
        self.foreign
    }

    /// Tells the client where to go on, and what to leave for a while.
    pub(super) fn steer(&mut self, client: &mut dyn Client) -> Result<(), Failure> {
        for (place, fetched) in self.fetched.iter_mut().filter(|(_, fetched)| fetched.moved) {
            let waiting = fetched.cursors.values().filter(|cursor| !cursor.behind);
            let from = waiting.map(|cursor| cursor.next).min().unwrap_or(fetched.next);
            client.seek(*place, from)?;
            fetched.next = from;
            fetched.end = None;
            // Only now: a call that fails is made again.
            fetched.moved = false;
        }
        let (mut pause, mut resume) = (Vec::new(), Vec::new());
        for (place, fetched) in &self.fetched {
            let full = fetched.cursors.values().all(|cursor| cursor.pending.bytes.len() > self.ahead);
            let low = fetched.cursors.values().any(|cursor| cursor.pending.bytes.len() <= self.ahead / 2);
            if !fetched.paused && full {
                pause.push(*place);
            } else if fetched.paused && low {
                resume.push(*place);
            }
        }
        if !pause.is_empty() {
            client.pause(&pause)?;
            self.mark(&pause, true);
        }
        if !resume.is_empty() {
            client.resume(&resume)?;
            self.mark(&resume, false);
        }
        Ok(())
    }

    fn mark(&mut self, places: &[Place], paused: bool) {
        for place in places {
            if let Some(fetched) = self.fetched.get_mut(place) {
                fetched.paused = paused;
            }
        }
    }
}

/// A record as the task reads it.
#[derive(Clone, Copy)]
struct Opened<'a> {
    kind: Kind,
    /// Microseconds.
    time: i64,
    value: Option<&'a [u8]>,
}

impl<'a> Opened<'a> {
    /// `None`: one of an internal topic that stands in no envelope.
    fn of(message: &Message<'a>, internal: bool) -> Option<Self> {
        if !internal {
            let time = message.timestamp.saturating_mul(1000);
            return Some(Opened { kind: Kind::Data, time, value: message.value });
        }
        let (kind, time, value) = message.value.and_then(envelope::open)?;
        Some(Opened { kind, time, value })
    }
}

impl Fetched {
    fn take(&mut self, message: &Message<'_>, opened: Opened<'_>, ahead: usize) {
        self.next = message.offset + 1;
        self.end = None;
        let waits = self.cursors.values().any(|cursor| cursor.pending.bytes.len() <= ahead);
        for cursor in self.cursors.values_mut() {
            if message.offset < cursor.next || cursor.behind {
                continue;
            }
            if waits && cursor.pending.bytes.len() > 4 * ahead {
                cursor.behind = true;
                continue;
            }
            cursor.push(message, opened);
        }
    }
}

impl Cursor {
    fn push(&mut self, message: &Message<'_>, opened: Opened<'_>) {
        let Opened { kind, time, value } = opened;
        let bytes = &mut self.pending.bytes;
        let mut put = |part: Option<&[u8]>| {
            part.map(|part| {
                let start = bytes.len() as u32;
                bytes.extend_from_slice(part);
                (start, bytes.len() as u32)
            })
        };
        let (key, value) = (put(message.key), put(value));
        self.pending.spans.push(Span { offset: message.offset, time, key, value, kind });
        self.next = message.offset + 1;
        self.pending.next = self.next;
    }
}
