//! Which records a task takes next: those of the input whose head is oldest.
//!
//! The same for every log. Runs are cut where another input's head is older, so the size of batches is invisible in the
//! result. It looks at heads and decides; it processes nothing.

use crate::fail::Fatal;
use crate::log::Log;
use crate::task::{Feed, Task};

/// What a task can do now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// The next so many records of a feed.
    Run { feed: usize, count: usize },
    /// An input has records that are not here yet, and one of them may be the oldest.
    Wait,
    /// Everything has been read.
    Nothing,
}

/// Heads in order of age; of equal ones tables come first, then the order of the inputs, then partitions.
type Age = (i64, bool, usize);

/// Chooses at most `most` records.
pub(crate) fn choose(task: &mut Task, log: &mut dyn Log, fetch: usize, most: usize) -> Result<Choice, Fatal> {
    let mut waits = false;
    for feed in 0..task.feeds.len() {
        waits |= !task.fill(feed, log, fetch)?;
    }
    if let Some(choice) = bootstrap(task, most) {
        return Ok(choice);
    }
    if waits {
        return Ok(Choice::Wait);
    }
    Ok(oldest(task, most, |feed| feed.buffered() > 0))
}

/// [time.bootstrap]: before anything else, plain tables are read to the end they had at the task's first start.
fn bootstrap(task: &mut Task, most: usize) -> Option<Choice> {
    let open = |feed: &Feed| feed.bootstrap_end.is_some_and(|end| feed.position < end);
    let mut behind = task.feeds.iter().filter(|feed| open(feed)).peekable();
    behind.peek()?;
    if behind.any(|feed| feed.buffered() == 0) {
        return Some(Choice::Wait);
    }
    Some(match oldest(task, most, open) {
        Choice::Run { feed, count } => {
            let from = &task.feeds[feed];
            let end = from.bootstrap_end.unwrap_or(i64::MAX);
            let before = from.batch.spans[from.cursor..].partition_point(|span| span.offset < end);
            Choice::Run { feed, count: count.min(before) }
        }
        other => other,
    })
}

/// The oldest head among feeds with buffered records, and how many more come before every other head.
fn oldest(task: &mut Task, most: usize, among: impl Fn(&Feed) -> bool) -> Choice {
    let mut candidates = (0..task.feeds.len()).filter(|feed| among(&task.feeds[*feed]));
    let (first, second) = (candidates.next(), candidates.next());
    let Some(only) = first else { return Choice::Nothing };
    if second.is_none() {
        // Nothing to compare with: ages need not be known.
        return Choice::Run { feed: only, count: task.feeds[only].buffered().min(most) };
    }
    let (mut oldest, mut rival) = ((i64::MAX, true, usize::MAX), (i64::MAX, true, usize::MAX));
    for feed in 0..task.feeds.len() {
        if among(&task.feeds[feed]) {
            let head = head(task, feed);
            if head < oldest {
                (oldest, rival) = (head, oldest);
            } else {
                rival = rival.min(head);
            }
        }
    }
    let feed = oldest.2;
    let from = &task.feeds[feed];
    let rest = from.batch.len().min(from.cursor + most);
    let mut count = 1;
    let mut next = None;
    for index in from.cursor + 1..rest {
        let age = task.age(from, &from.batch.record(index));
        if (age, !from.table, feed) >= rival {
            // It is the head once the run has been taken.
            next = Some(age);
            break;
        }
        count += 1;
    }
    let after = next.map(|age| (from.cursor + count, age));
    task.feeds[feed].after = after;
    Choice::Run { feed, count }
}

fn head(task: &mut Task, feed: usize) -> Age {
    let from = &task.feeds[feed];
    let known = from.after.filter(|(cursor, _)| *cursor == from.cursor).map(|(_, age)| age);
    let age = from.head.or(known).unwrap_or_else(|| task.age(from, &from.batch.record(from.cursor)));
    let table = from.table;
    task.feeds[feed].head = Some(age);
    (age, !table, feed)
}
