//! Plays a case's records on its jobs, with either executor. Knows nothing about what should come out.

use crate::compiled::Compiled;
use riparian_compiler::interpret::test::Player;
use riparian_compiler::interpret::{Emission, Input, Machine, Payload};
use riparian_compiler::model::{Topic, TopicId, Type, Value};
use riparian_compiler::workspace::Analysis;
use riparian_drive::{Record, key};

/// What happens to the jobs of a case.
#[derive(Clone, Debug)]
pub(super) enum Step {
    /// A record arrives, and is read before anything else.
    Feed(Box<Fed>),
    /// Nothing more arrives.
    Idle,
    /// Every clock moves to this time, in microseconds since the epoch.
    Advance(i64),
    /// Ends a batch of what is compared.
    Take,
}

impl Step {
    /// The event time of what arrives, microseconds since the epoch.
    pub(super) fn time(&self) -> Option<i64> {
        match self {
            Step::Feed(fed) => fed.input.time,
            Step::Idle | Step::Advance(_) | Step::Take => None,
        }
    }
}

/// One record, as the interpreter takes it and as it stands in its topic.
#[derive(Clone, Debug)]
pub(super) struct Fed {
    topic: TopicId,
    input: Input,
    record: Record,
}

impl Fed {
    /// `time` is the event time, milliseconds since the epoch, `value` the bytes that `payload` says. Without `key` the
    /// record has that of its columns.
    pub(super) fn new(
        analysis: &Analysis,
        topic: TopicId,
        offset: i64,
        time: Option<i64>,
        (payload, value): (Payload, Option<Vec<u8>>),
        key: Option<Vec<Value>>,
    ) -> Fed {
        let declared = analysis.model.topic(topic);
        let time = time.map(|ms| ms * 1000);
        let written = key.clone().or_else(|| columns(analysis, declared, &payload));
        let record = Record {
            topic: declared.full_name.to_string(),
            time: time.unwrap_or_default(),
            key: written
                .filter(|key| !key.iter().any(Value::is_none))
                .and_then(|key| key::bytes(&analysis.model, declared, &key)),
            value,
        };
        Fed { topic, input: Input { offset, time, key, payload }, record }
    }
}

/// The key columns of a value, if they are all sound.
fn columns(analysis: &Analysis, topic: &Topic, payload: &Payload) -> Option<Vec<Value>> {
    let Payload::Columns(cells) = payload else { return None };
    let schema = analysis.model.record(&Type::Record(topic.schema?))?;
    let value = |column: &str| cells.get(schema.index(column)?)?.as_ref().ok().cloned();
    topic.key.iter().map(|column| value(&column.field)).collect()
}

/// What every batch holds, by the reference interpreter.
pub(super) fn interpreted(analysis: &Analysis, steps: &[Step]) -> Vec<Vec<Emission>> {
    let mut batches = Vec::new();
    for job in &analysis.plan.jobs {
        let mut machine = Machine::new(&analysis.model, job);
        let mut taken = Vec::new();
        for step in steps {
            match step {
                Step::Feed(fed) if machine.reads(fed.topic) => {
                    machine.feed(fed.topic, fed.input.clone());
                    machine.run();
                }
                Step::Feed(_) => {}
                Step::Idle => machine.idle(),
                Step::Advance(to) => machine.advance_to(*to),
                Step::Take => taken.push(machine.take_emissions()),
            }
        }
        join(&mut batches, taken);
    }
    batches
}

/// What every batch holds, by the generated jobs, read back from the bytes that they wrote.
pub(super) fn generated(
    analysis: &Analysis,
    steps: &[Step],
    compiled: &Compiled,
    case: &str,
) -> Result<Vec<Vec<Emission>>, String> {
    let mut batches = Vec::new();
    for job in &analysis.plan.jobs {
        let mut player = compiled.player(case, &analysis.model, job)?;
        let mut taken = Vec::new();
        for step in steps {
            match step {
                Step::Feed(fed) if player.reads(fed.topic) => {
                    player.append(fed.topic, fed.input.offset, &fed.record, false)?;
                    player.run()?;
                }
                Step::Feed(_) => {}
                Step::Idle => player.idle()?,
                Step::Advance(to) => player.advance_to(*to)?,
                Step::Take => {
                    taken.push(player.take()?.into_iter().map(|(emission, _)| emission).collect());
                }
            }
        }
        if let Some(stopped) = player.stopped()? {
            return Err(format!("the job {} has stopped: {stopped:?}", job.name));
        }
        join(&mut batches, taken);
    }
    Ok(batches)
}

/// Batch by batch, one job after the other.
fn join(batches: &mut Vec<Vec<Emission>>, taken: Vec<Vec<Emission>>) {
    batches.resize_with(taken.len(), Vec::new);
    for (batch, more) in batches.iter_mut().zip(taken) {
        batch.extend(more);
    }
}
