//! The order of choices of one worker, as bytes: with it and the same inputs a run can be repeated to the byte (Law R).
//!
//! Each choice is a number for its kind, then numbers, all in LEB128.

use crate::fail::Fatal;
use crate::varint;

/// One decision. Tasks and feeds by index: tasks in order of stage and partition, feeds in order of the task's inputs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// A task took so many records of a feed.
    Run { task: usize, feed: usize, count: usize },
    /// Feeds of a task were idle.
    Idle { task: usize, feeds: Vec<usize> },
    /// A task's clock was moved.
    Advance { task: usize, to: i64 },
}

/// Collects the steps of an epoch.
#[derive(Debug, Default)]
pub struct Choices {
    bytes: Vec<u8>,
    /// Runs of one feed in a row are one.
    open: Option<(usize, usize, usize)>,
}

impl Choices {
    pub(super) fn run(&mut self, task: usize, feed: usize, count: usize) {
        match &mut self.open {
            Some((of, from, so_far)) if (*of, *from) == (task, feed) => *so_far += count,
            _ => {
                self.close();
                self.open = Some((task, feed, count));
            }
        }
    }

    pub(super) fn idle(&mut self, task: usize, feeds: &[usize]) {
        self.close();
        self.numbers(&[1, task, feeds.len()]);
        self.numbers(feeds);
    }

    pub(super) fn advance(&mut self, task: usize, to: i64) {
        self.close();
        self.numbers(&[2, task]);
        varint::put(&mut self.bytes, to.cast_unsigned());
    }

    pub(super) fn close(&mut self) {
        if let Some((task, feed, count)) = self.open.take() {
            self.numbers(&[0, task, feed, count]);
        }
    }

    fn numbers(&mut self, numbers: &[usize]) {
        for n in numbers {
            varint::put(&mut self.bytes, *n as u64);
        }
    }

    /// What has been collected; [`Choices::close`] first.
    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    pub(super) fn clear(&mut self) {
        self.bytes.clear();
        self.open = None;
    }
}

/// The steps of one epoch.
pub fn steps(mut bytes: &[u8]) -> Result<Vec<Step>, Fatal> {
    let mut steps = Vec::new();
    while !bytes.is_empty() {
        let step = step(&mut bytes).ok_or_else(|| Fatal::corrupt("recorded choices", "not a choice"))?;
        steps.push(step);
    }
    Ok(steps)
}

fn step(input: &mut &[u8]) -> Option<Step> {
    fn index(input: &mut &[u8]) -> Option<usize> {
        varint::take(input)?.try_into().ok()
    }
    Some(match varint::take(input)? {
        0 => Step::Run { task: index(input)?, feed: index(input)?, count: index(input)? },
        1 => {
            let task = index(input)?;
            let count = index(input)?;
            let feeds = (0..count).map(|_| index(input)).collect::<Option<_>>()?;
            Step::Idle { task, feeds }
        }
        2 => Step::Advance { task: index(input)?, to: varint::take(input)?.cast_signed() },
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_come_back_and_runs_in_a_row_are_one() {
        let mut choices = Choices::default();
        choices.run(0, 1, 100);
        choices.run(0, 1, 200);
        choices.idle(300, &[0, 2]);
        choices.advance(1, -5);
        choices.run(2, 0, 1);
        choices.close();
        let expected = [
            Step::Run { task: 0, feed: 1, count: 300 },
            Step::Idle { task: 300, feeds: vec![0, 2] },
            Step::Advance { task: 1, to: -5 },
            Step::Run { task: 2, feed: 0, count: 1 },
        ];
        assert_eq!(steps(choices.bytes()).unwrap(), expected);
        assert!(steps(&choices.bytes()[..3]).is_err());
    }
}
