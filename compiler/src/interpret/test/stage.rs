//! The jobs of a package side by side: what one writes the others read.

use crate::interpret::row::{Emission, Input, Payload};
use crate::interpret::{Cell, Counts, Machine, Stopped};
use crate::model::{Model, PackageId, Topic, TopicId, Type, Value};
use crate::plan::{GivenRow, Job, NodeId, OperatorKind, Plan};
use riparian_functions::Fail;
use riparian_functions::time::{Date, date_at};
use std::collections::BTreeMap;

/// Jobs that feed each other without end are cut off here.
const MOST_ROUNDS: usize = 1_000;

pub(super) struct Stage<'p> {
    model: &'p Model,
    /// Index in the plan, the job and its machine; writers before readers.
    jobs: Vec<(usize, &'p Job, Machine<'p>)>,
    /// The next offset of each topic.
    offsets: BTreeMap<TopicId, i64>,
    /// The time of the row given last, for rows without one.
    last_time: i64,
    emissions: Vec<Emission>,
}

impl<'p> Stage<'p> {
    pub(super) fn new(model: &'p Model, plan: &'p Plan, package: PackageId) -> Self {
        let mut waiting: Vec<(usize, &Job)> =
            plan.jobs.iter().enumerate().filter(|(_, job)| job.package == package).collect();
        let mut jobs = Vec::new();
        while !waiting.is_empty() {
            // One that reads from no other that waits; jobs that feed each other go in order of declaration.
            let free = |at: &usize| {
                let (index, job) = waiting[*at];
                !waiting.iter().any(|(other, writer)| *other != index && feeds(writer, job))
            };
            let next = (0..waiting.len()).find(free).unwrap_or(0);
            let (index, job) = waiting.remove(next);
            jobs.push((index, job, Machine::new(model, job)));
        }
        Stage { model, jobs, offsets: BTreeMap::new(), last_time: 0, emissions: Vec::new() }
    }

    pub(super) fn give(&mut self, topic: TopicId, rows: &[GivenRow]) {
        for row in rows {
            let time = row.time.unwrap_or(self.last_time);
            self.last_time = time;
            let payload = Payload::Columns(self.cells(topic, &row.values));
            self.append(topic, Some(time), None, payload);
        }
    }

    /// A field that is not optional and not written is missing, which matters where something reads it (I2).
    fn cells(&self, topic: TopicId, values: &[Value]) -> Vec<Cell> {
        let schema = self.model.topic(topic).schema.map(Type::Record);
        let record = schema.as_ref().and_then(|ty| self.model.record(ty));
        let required =
            |at: usize| record.and_then(|r| r.fields.get(at)).is_some_and(|field| !field.ty.is_optional());
        let cell = |(at, value): (usize, &Value)| {
            if value.is_none() && required(at) { Err(Fail::MissingField) } else { Ok(value.clone()) }
        };
        values.iter().enumerate().map(cell).collect()
    }

    fn append(&mut self, topic: TopicId, time: Option<i64>, key: Option<Vec<Value>>, payload: Payload) {
        let next = self.offsets.entry(topic).or_insert(0);
        let input = Input { offset: *next, time, key, payload };
        *next += 1;
        for (_, _, machine) in &mut self.jobs {
            machine.feed(topic, input.clone());
        }
    }

    /// All inputs to their end, then all idle, until no job has anything to say to another.
    pub(super) fn settle_idle(&mut self) {
        self.each(Machine::run);
        self.each(Machine::idle);
    }

    pub(super) fn advance_to(&mut self, time: i64) {
        self.each(Machine::run);
        self.each(|machine| machine.advance_to(time));
    }

    /// Runs `act` on every job, writers first, again while one has written what another reads.
    fn each(&mut self, act: impl Fn(&mut Machine<'p>)) {
        for _ in 0..MOST_ROUNDS {
            let mut fed = false;
            for at in 0..self.jobs.len() {
                act(&mut self.jobs[at].2);
                for emission in self.jobs[at].2.take_emissions() {
                    fed |= self.jobs.iter().any(|(_, _, machine)| machine.reads(emission.topic));
                    self.write(&emission);
                    self.emissions.push(emission);
                }
            }
            if !fed {
                break;
            }
        }
    }

    /// A written record stands in its topic like any other.
    fn write(&mut self, emission: &Emission) {
        let time = event_time(self.model, self.model.topic(emission.topic), emission);
        let mut key = emission.key.clone();
        key.extend(emission.window.iter().flat_map(|w| [Value::Timestamp(w.start), Value::Timestamp(w.end)]));
        let payload = if emission.tombstone {
            Payload::Null
        } else {
            Payload::Columns(emission.values.iter().cloned().map(Ok).collect())
        };
        self.append(emission.topic, time, Some(key), payload);
    }

    /// Every job goes on from what it had committed.
    pub(super) fn restart(&mut self) {
        self.each(Machine::run);
        for (_, job, machine) in &mut self.jobs {
            let committed = machine.snapshot();
            *machine = Machine::new(self.model, job);
            machine.restore(committed);
        }
    }

    pub(super) fn take_emissions(&mut self) -> Vec<Emission> {
        std::mem::take(&mut self.emissions)
    }

    /// Of one node, or of all.
    pub(super) fn losses(&self, node: Option<(usize, NodeId)>) -> Counts {
        let mut sum = Counts::default();
        for (index, job, machine) in &self.jobs {
            for at in 0..job.nodes.len() {
                let id = NodeId(at as u32);
                if node.is_none_or(|wanted| wanted == (*index, id)) {
                    sum += machine.losses(id);
                }
            }
        }
        sum
    }

    pub(super) fn stopped(&self) -> Option<(&'p Job, &Stopped)> {
        self.jobs.iter().find_map(|(_, job, machine)| Some((*job, machine.stopped()?)))
    }
}

fn feeds(writer: &Job, reader: &Job) -> bool {
    let written = writer.operators.iter().filter_map(|o| match &o.kind {
        OperatorKind::Sink(sink) => Some(sink.topic),
        _ => None,
    });
    let mut written = written.collect::<Vec<_>>().into_iter();
    written.any(|topic| {
        reader.operators.iter().any(|o| matches!(&o.kind, OperatorKind::Source(s) if s.topic == topic))
    })
}

/// SEMANTICS T1: from the topic's time field, else the record's own.
fn event_time(model: &Model, topic: &Topic, emission: &Emission) -> Option<i64> {
    let Some(time) = topic.time.as_ref().filter(|_| !emission.tombstone) else { return Some(emission.time) };
    let record = model.record(&Type::Record(topic.schema?))?;
    match (emission.values.get(record.index(&time.field)?)?, &time.at) {
        (Value::Timestamp(instant), _) => Some(*instant),
        (Value::Date(day), Some((at, zone))) => date_at(Date(*day), *at, zone).ok().map(|t| t.0),
        _ => None,
    }
}
