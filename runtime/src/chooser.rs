//! Which records a task takes next: those of the input whose head is oldest.
//!
//! The same for every log. Runs are cut where another input's head is older, so the size of batches is invisible in the
//! result. It looks at heads and decides; it processes nothing.

use crate::fail::Fatal;
use crate::log::Log;
use crate::task::Task;

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
    let all = 0..task.feeds.len();
    Ok(oldest(task, all.filter(|feed| task.feeds[*feed].buffered() > 0).collect(), most))
}

/// [time.bootstrap]: before anything else, plain tables are read to the end they had at the task's first start.
fn bootstrap(task: &mut Task, most: usize) -> Option<Choice> {
    let open: Vec<usize> = (0..task.feeds.len())
        .filter(|feed| {
            let feed = &task.feeds[*feed];
            feed.bootstrap_end.is_some_and(|end| feed.position < end)
        })
        .collect();
    if open.is_empty() {
        return None;
    }
    if open.iter().any(|feed| task.feeds[*feed].buffered() == 0) {
        return Some(Choice::Wait);
    }
    Some(match oldest(task, open, most) {
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
fn oldest(task: &mut Task, feeds: Vec<usize>, most: usize) -> Choice {
    match feeds[..] {
        [] => return Choice::Nothing,
        // Nothing to compare with: ages need not be known.
        [feed] => return Choice::Run { feed, count: task.feeds[feed].buffered().min(most) },
        _ => {}
    }
    let mut heads: Vec<Age> = Vec::with_capacity(feeds.len());
    for feed in feeds {
        heads.push(head(task, feed));
    }
    heads.sort_unstable();
    let (feed, rival) = (heads[0].2, heads[1]);
    let from = &task.feeds[feed];
    let rest = from.batch.len().min(from.cursor + most);
    let count = (from.cursor + 1..rest)
        .take_while(|index| (task.age(from, &from.batch.record(*index)), !from.table, feed) < rival)
        .count();
    Choice::Run { feed, count: count + 1 }
}

fn head(task: &mut Task, feed: usize) -> Age {
    let from = &task.feeds[feed];
    let age = from.head.unwrap_or_else(|| task.age(from, &from.batch.record(from.cursor)));
    let table = from.table;
    task.feeds[feed].head = Some(age);
    (age, !table, feed)
}
