//! Whether records of a topic lie where their keys place them, before a task relies on it.
//!
//! A task that groups records as they lie, or joins them with those of another topic, gives wrong results without a word where a
//! producer places keys otherwise than the contract says, or where the topic has got more partitions since. So a task that has not read
//! of such an input yet looks at some of its records first: the oldest ones, which show the second, and the newest ones. Says which
//! record lies elsewhere by its place, never by its key.

use super::BrokerLog;
use super::client::{Client, Message, Place};
use super::stamp::Stamp;
use super::trouble::{patiently, refused};
use crate::fail::Fatal;
use crate::job::{Job, PlacedBy};
use crate::log::Log;
use crate::partitioner;
use crate::record::Record;
use crate::stage::TaskId;
use std::collections::BTreeMap;
use std::time::Duration;

/// Offsets that are looked at, at each end of a partition.
pub(super) const LOOK_AT: i64 = 200;
/// How long the look at one end may take, of all partitions together: what has not come by then is not waited for.
const WITHIN: Duration = Duration::from_secs(5);

/// What has been seen of one topic.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Seen {
    records: u64,
    elsewhere: u64,
    first: Option<Misplaced>,
}

/// A record that lies in another partition than the one it belongs in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Misplaced {
    place: Place,
    offset: i64,
    belongs: u32,
    key: Key,
}

/// The key that such a record has on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Key {
    Missing,
    /// Not what the contract makes of the record's columns.
    Other,
    AsInContract,
}

impl Seen {
    fn look(&mut self, message: &Message<'_>, key: PlacedBy, partitions: u32, scratch: &mut Vec<u8>) {
        let Message { place, offset, .. } = *message;
        let time = message.timestamp.saturating_mul(1000);
        let record = Record { offset, key: message.key, value: message.value, ..Record::made(time) };
        scratch.clear();
        match (message.value, message.key) {
            // A delete has nothing but its key.
            (None, Some(key)) => scratch.extend_from_slice(key),
            (None, None) => return,
            // What cannot be read will be a dead letter, wherever it lies.
            (Some(_), _) if key(&record, scratch).is_err() => return,
            (Some(_), _) => {}
        }
        self.records += 1;
        let belongs = partitioner::partition(scratch, partitions);
        if belongs == place.partition {
            return;
        }
        self.elsewhere += 1;
        let key = match message.key {
            None => Key::Missing,
            Some(key) if key != scratch.as_slice() => Key::Other,
            Some(_) => Key::AsInContract,
        };
        self.first.get_or_insert(Misplaced { place, offset, belongs, key });
    }
}

impl<C: Client, L: Log> BrokerLog<C, L> {
    /// Looks at the inputs of this worker's tasks that none of them has read of before. `stamps`: what is committed of them.
    pub(super) fn check_placement(&mut self, stamps: &BTreeMap<TaskId, Stamp>) -> Result<(), Fatal> {
        let inputs = self.unread(stamps);
        let (mut oldest, mut newest) = (Vec::new(), Vec::new());
        for place in inputs.keys().copied() {
            let (start, end) =
                patiently(&mut self.client, &self.options.report, |client| client.offsets(place))
                    .map_err(refused)?;
            let middle = end.min(start.saturating_add(LOOK_AT));
            oldest.push((place, start, middle));
            newest.push((place, middle.max(end.saturating_sub(LOOK_AT)), end));
        }
        let mut seen: BTreeMap<u16, Seen> = BTreeMap::new();
        let mut scratch = Vec::new();
        for mut ranges in [oldest, newest] {
            ranges.retain(|(_, from, end)| from < end);
            if ranges.is_empty() {
                continue;
            }
            let Self { client, options, topics, .. } = self;
            let mut take = |message: Message<'_>| {
                if let Some(key) = inputs.get(&message.place) {
                    let partitions = topics.partitions[usize::from(message.place.topic)];
                    let seen = seen.entry(message.place.topic).or_default();
                    seen.look(&message, *key, partitions, &mut scratch);
                }
            };
            patiently(client, &options.report, |client| client.sample(&ranges, WITHIN, &mut take))
                .map_err(refused)?;
        }
        match seen.values().find_map(|seen| seen.first.map(|first| (seen, first))) {
            Some((seen, first)) => Err(refusal(self.job, seen, first)),
            None => {
                self.placed.extend(inputs.into_keys());
                Ok(())
            }
        }
    }

    /// The partitions whose records a task is about to take for placed, and how their keys are found.
    fn unread(&self, stamps: &BTreeMap<TaskId, Stamp>) -> BTreeMap<Place, PlacedBy> {
        let mut unread = BTreeMap::new();
        for task in &self.tasks {
            for input in self.job.stages[usize::from(task.stage)].inputs {
                let Some(key) = input.placed_by else { continue };
                let place = Place { topic: input.topic, partition: task.partition };
                let name = self.topics.name(input.topic);
                let stamp = stamps.get(task);
                let known = stamp.is_some_and(|stamp| stamp.position(name, task.partition).is_some());
                // In one partition everything lies together.
                if !known && self.partitions(input.topic) > 1 && !self.placed.contains(&place) {
                    unread.insert(place, key);
                }
            }
        }
        unread
    }
}

fn refusal(job: &Job, seen: &Seen, first: Misplaced) -> Fatal {
    let Misplaced { place, offset, belongs, key } = first;
    let Some(topic) = job.topics.get(usize::from(place.topic)) else {
        return Fatal::configuration("a topic is not placed by its key", "report this");
    };
    let table = matches!(topic.role, crate::job::Role::Input { table: true, .. });
    let (name, columns) = (topic.short_name, topic.key.join(", "));
    let message = format!(
        "topic `{}`, partition {}, offset {offset}: by its key, `{columns}`, the record belongs in partition {belongs}; so {} of {} records that were looked at lie elsewhere, and the job would not find them together",
        topic.name, place.partition, seen.elsewhere, seen.records,
    );
    let why = match key {
        Key::Missing => "it has no key on the wire: have its producer write one".to_owned(),
        Key::Other => format!(
            "its key on the wire is not what the contract makes of `{columns}`: correct the `key` of `{name}`, or the producer"
        ),
        Key::AsInContract => "its producer places keys otherwise than by murmur2, as Java's producers do (of clients in other languages: `partitioner=murmur2_random`), or the topic has got more partitions since it was written: have it written anew".to_owned(),
    };
    let out = match table {
        true => format!("or join `{name}` `everywhere`"),
        false => {
            format!("or leave `key` out of the contract of `{name}`: the job then places its records itself")
        }
    };
    Fatal::configuration(message, format!("{why}; {out}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fail::Fail;

    fn value(record: &Record<'_>, out: &mut Vec<u8>) -> Result<(), Fail> {
        let value = record.value.ok_or(Fail::NullKey)?;
        out.extend_from_slice(value.strip_prefix(b"=").ok_or(Fail::InvalidJson)?);
        Ok(())
    }

    fn look(partition: u32, key: Option<&[u8]>, value_of: Option<&[u8]>) -> Seen {
        let mut seen = Seen::default();
        let place = Place { topic: 0, partition };
        let message = Message { place, offset: 7, timestamp: 0, key, value: value_of };
        seen.look(&message, value, 4, &mut Vec::new());
        seen
    }

    #[test]
    fn a_record_is_judged_by_its_columns_and_a_delete_by_its_key() {
        let home = partitioner::partition(b"alice", 4);
        let away = (home + 1) % 4;
        let lies = |partition, key, value| {
            let seen = look(partition, key, value);
            assert_eq!(seen.elsewhere, u64::from(seen.first.is_some()));
            (seen.records, seen.first.map(|first| (first.belongs, first.key)))
        };
        assert_eq!(lies(home, Some(b"alice"), Some(b"=alice")), (1, None));
        assert_eq!(lies(home, None, Some(b"=alice")), (1, None), "it lies where it belongs all the same");
        assert_eq!(lies(away, None, Some(b"=alice")), (1, Some((home, Key::Missing))));
        assert_eq!(lies(away, Some(b"x"), Some(b"=alice")), (1, Some((home, Key::Other))));
        assert_eq!(lies(away, Some(b"alice"), Some(b"=alice")), (1, Some((home, Key::AsInContract))));
        assert_eq!(lies(away, Some(b"alice"), None), (1, Some((home, Key::AsInContract))));
        assert_eq!(lies(away, Some(b"alice"), Some(b"broken")), (0, None));
    }
}
