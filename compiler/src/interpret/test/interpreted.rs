//! The interpreter as a player.

use super::Player;
use crate::interpret::{Cell, Counts, Emission, Input, Machine, Payload, Stopped};
use crate::model::{Model, Topic, TopicId, Type, Value};
use crate::plan::{Job, NodeId};
use riparian_functions::Fail;
use riparian_functions::time::{Date, date_at};
use std::convert::Infallible;

pub(super) struct Interpreted<'p> {
    model: &'p Model,
    job: &'p Job,
    machine: Machine<'p>,
}

impl<'p> Interpreted<'p> {
    pub(super) fn new(model: &'p Model, job: &'p Job) -> Self {
        Interpreted { model, job, machine: Machine::new(model, job) }
    }

    /// A written record stands in its topic like any other; its offset is the topic's affair.
    fn written(&self, emission: &Emission) -> Input {
        let time = event_time(self.model, self.model.topic(emission.topic), emission);
        let mut key = emission.key.clone();
        key.extend(emission.window.iter().flat_map(|w| [Value::Timestamp(w.start), Value::Timestamp(w.end)]));
        let payload = if emission.tombstone {
            Payload::Null
        } else {
            Payload::Columns(emission.values.iter().cloned().map(Ok).collect())
        };
        Input { offset: 0, time, key: Some(key), payload }
    }
}

impl Player for Interpreted<'_> {
    type Record = Input;
    type Error = Infallible;

    /// A field that is not optional and not written is missing, which matters where something reads it (spec: errors.value).
    fn given(&self, topic: TopicId, time: i64, values: &[Value]) -> Result<Input, Infallible> {
        let schema = self.model.topic(topic).schema.map(Type::Record);
        let record = schema.as_ref().and_then(|ty| self.model.record(ty));
        let required =
            |at: usize| record.and_then(|r| r.fields.get(at)).is_some_and(|field| !field.ty.is_optional());
        let cell = |(at, value): (usize, &Value)| -> Cell {
            if value.is_none() && required(at) { Err(Fail::MissingField) } else { Ok(value.clone()) }
        };
        let payload = Payload::Columns(values.iter().enumerate().map(cell).collect());
        Ok(Input { offset: 0, time: Some(time), key: None, payload })
    }

    fn reads(&self, topic: TopicId) -> bool {
        self.machine.reads(topic)
    }

    fn append(&mut self, topic: TopicId, offset: i64, record: &Input, _: bool) -> Result<(), Infallible> {
        self.machine.feed(topic, Input { offset, ..record.clone() });
        Ok(())
    }

    fn run(&mut self) -> Result<(), Infallible> {
        self.machine.run();
        Ok(())
    }

    fn idle(&mut self) -> Result<(), Infallible> {
        self.machine.idle();
        Ok(())
    }

    fn advance_to(&mut self, time: i64) -> Result<(), Infallible> {
        self.machine.advance_to(time);
        Ok(())
    }

    fn restart(&mut self) -> Result<(), Infallible> {
        let committed = self.machine.snapshot();
        self.machine = Machine::new(self.model, self.job);
        self.machine.restore(committed);
        Ok(())
    }

    fn take(&mut self) -> Result<Vec<(Emission, Input)>, Infallible> {
        let emissions = self.machine.take_emissions().into_iter();
        Ok(emissions.map(|emission| (emission.clone(), self.written(&emission))).collect())
    }

    fn losses(&mut self, node: NodeId) -> Result<Counts, Infallible> {
        Ok(self.machine.losses(node))
    }

    fn stopped(&mut self) -> Result<Option<Stopped>, Infallible> {
        Ok(self.machine.stopped().cloned())
    }
}

/// [time.event]: from the topic's time field, else the record's own.
fn event_time(model: &Model, topic: &Topic, emission: &Emission) -> Option<i64> {
    let Some(time) = topic.time.as_ref().filter(|_| !emission.tombstone) else { return Some(emission.time) };
    let record = model.record(&Type::Record(topic.schema?))?;
    match (emission.values.get(record.index(&time.field)?)?, &time.at) {
        (Value::Timestamp(instant), _) => Some(*instant),
        (Value::Date(day), Some((at, zone))) => date_at(Date(*day), *at, zone).ok().map(|t| t.0),
        _ => None,
    }
}
