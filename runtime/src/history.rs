//! Recorded choices of epochs that a broker commits: written down before its commit, and confirmed after it.
//!
//! A process may be killed when the broker has committed an epoch and its own journal does not know yet; whoever goes on with
//! its tasks finds in the group's offsets which epochs those were, and confirms them in its place. Owns the two forms of such
//! records and what a journal's records amount to; what a choice is, the worker knows.

use crate::fail::Fatal;
use crate::stage::TaskId;
use crate::varint;

/// The kinds of records. A record of the embedded log's own commits begins with the kind of its first choice instead: 0 to 2.
const AHEAD: u64 = 112;
const CONFIRMED: u64 = 113;

/// One commit of one task, by one worker's word: see [`crate::broker`]'s stamps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark {
    pub writer: u64,
    pub task: TaskId,
    /// Number of the task's commit.
    pub epoch: u64,
}

impl Mark {
    fn put(self, out: &mut Vec<u8>) {
        varint::put(out, self.writer);
        varint::put(out, u64::from(self.task.stage));
        varint::put(out, u64::from(self.task.partition));
        varint::put(out, self.epoch);
    }

    fn take(input: &mut &[u8]) -> Option<Mark> {
        let writer = varint::take(input)?;
        let stage = varint::take(input)?.try_into().ok()?;
        let partition = varint::take(input)?.try_into().ok()?;
        Some(Mark { writer, task: TaskId { stage, partition }, epoch: varint::take(input)? })
    }
}

/// The record of an epoch that is about to be committed. `mark`: one of its tasks.
pub fn ahead(mark: Mark, choices: &[u8]) -> Vec<u8> {
    let mut record = Vec::with_capacity(choices.len() + 32);
    varint::put(&mut record, AHEAD);
    mark.put(&mut record);
    record.extend_from_slice(choices);
    record
}

/// The record that says what the broker has committed.
pub fn confirmed(marks: impl Iterator<Item = Mark>) -> Vec<u8> {
    let mut record = Vec::new();
    varint::put(&mut record, CONFIRMED);
    marks.for_each(|mark| mark.put(&mut record));
    record
}

/// The choices of what has been committed, in order, of a journal's records.
pub fn committed(records: Vec<Vec<u8>>) -> Result<Vec<Vec<u8>>, Fatal> {
    let damaged = || Fatal::corrupt("recorded choices", "not a record");
    let mut all: Vec<(Option<Mark>, Vec<u8>)> = Vec::new();
    let mut marks = Vec::new();
    for record in records {
        let mut rest = record.as_slice();
        match varint::take(&mut rest) {
            Some(AHEAD) => {
                let mark = Mark::take(&mut rest).ok_or_else(damaged)?;
                all.push((Some(mark), rest.to_vec()));
            }
            Some(CONFIRMED) => {
                while !rest.is_empty() {
                    marks.push(Mark::take(&mut rest).ok_or_else(damaged)?);
                }
            }
            _ => all.push((None, record)),
        }
    }
    marks.sort_unstable();
    let counts = |mark: &Option<Mark>| mark.is_none_or(|mark| marks.binary_search(&mark).is_ok());
    Ok(all.into_iter().filter(|(mark, _)| counts(mark)).map(|(_, choices)| choices).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(epoch: u64) -> Mark {
        Mark { writer: u64::MAX, task: TaskId { stage: 1, partition: 300 }, epoch }
    }

    #[test]
    fn what_was_confirmed_counts_in_the_order_in_which_it_was_done() {
        let other = Mark { writer: 7, ..mark(3) };
        let records = vec![
            ahead(mark(1), &[0, 1, 2, 3]),
            confirmed([mark(1)].into_iter()),
            // Taken back, and done otherwise.
            ahead(mark(2), &[9]),
            ahead(mark(2).next(), &[1, 1, 0]),
            // Killed before it was confirmed; the next start found it committed, and another that was not.
            ahead(mark(4), &[]),
            ahead(other, &[8]),
            confirmed([mark(3), mark(4)].into_iter()),
        ];
        assert_eq!(committed(records).unwrap(), [vec![0, 1, 2, 3], vec![1, 1, 0], vec![]]);
    }

    impl Mark {
        fn next(self) -> Mark {
            Mark { epoch: self.epoch + 1, ..self }
        }
    }

    #[test]
    fn choices_of_the_embedded_log_stand_for_themselves() {
        let records = vec![vec![0, 1, 2, 3], vec![2, 0, 5]];
        assert_eq!(committed(records.clone()).unwrap(), records);
        assert!(committed(vec![vec![112, 1]]).is_err());
    }
}
