//! A generated job as a player of tests.

use crate::{Record, Session, encode, written};
use riparian_compiler::interpret::test::Player;
use riparian_compiler::interpret::{Counts, Emission, Stopped};
use riparian_compiler::model::{Model, TopicId, Value};
use riparian_compiler::plan::{Job, NodeId, OperatorKind};
use riparian_functions::Fail;

/// Records between commits: whatever a test gives is read by one task before the next, as in the interpreter.
const COMMIT: usize = 1 << 30;

/// One job in a process of its own.
#[derive(Debug)]
pub struct Generated<'p> {
    model: &'p Model,
    job: &'p Job,
    session: Session,
}

impl<'p> Generated<'p> {
    /// `name` is what the process knows the job by.
    pub fn start(
        model: &'p Model,
        job: &'p Job,
        mut session: Session,
        name: &str,
    ) -> Result<Generated<'p>, String> {
        session.job(name, 1, COMMIT)?;
        Ok(Generated { model, job, session })
    }
}

impl Player for Generated<'_> {
    type Record = Record;
    type Error = String;

    /// As a producer that knows the contract writes it. The key is left out: sources take theirs from the columns.
    fn given(&self, topic: TopicId, time: i64, values: &[Value]) -> Result<Record, String> {
        let topic = self.model.topic(topic);
        let value = encode::record(self.model, topic, values)
            .ok_or_else(|| format!("a row of {} has no form on the wire", topic.name))?;
        Ok(Record { topic: topic.full_name.to_string(), time, key: None, value: Some(value.into_bytes()) })
    }

    fn reads(&self, topic: TopicId) -> bool {
        self.job.operators.iter().any(|o| matches!(&o.kind, OperatorKind::Source(s) if s.topic == topic))
    }

    /// The log numbers its records itself, and has the job's own already.
    fn append(&mut self, _: TopicId, _: i64, record: &Record, own: bool) -> Result<(), String> {
        if own { Ok(()) } else { self.session.feed(record) }
    }

    fn run(&mut self) -> Result<(), String> {
        self.session.tell(&["drain"])
    }

    fn idle(&mut self) -> Result<(), String> {
        self.session.tell(&["settle"])
    }

    fn advance_to(&mut self, time: i64) -> Result<(), String> {
        self.session.tell(&["advance", &time.to_string()])
    }

    fn restart(&mut self) -> Result<(), String> {
        self.session.tell(&["restart"])
    }

    fn take(&mut self) -> Result<Vec<(Emission, Record)>, String> {
        let lines = self.session.ask("take")?;
        let record = |line: &String| {
            let record = Record::read(line)?;
            Ok((written::emission(self.model, &record)?, record))
        };
        lines.iter().map(record).collect()
    }

    fn losses(&mut self, node: NodeId) -> Result<Counts, String> {
        let name = &self.job.node(node).name;
        for line in self.session.ask("counts")? {
            let [found, late, dead, unmatched] = line.split('\t').collect::<Vec<_>>()[..] else {
                return Err(format!("not the counts of a node: {line}"));
            };
            if found == name.as_str() {
                let count = |text: &str| text.parse().map_err(|_| format!("not a count: {line}"));
                let (late, dead, unmatched) = (count(late)?, count(dead)?, count(unmatched)?);
                return Ok(Counts { late, dead, unmatched, ..Counts::default() });
            }
        }
        // The optimiser may leave nothing of a node that loses nothing.
        Ok(Counts::default())
    }

    fn stopped(&mut self) -> Result<Option<Stopped>, String> {
        let Some(line) = self.session.ask("stopped")?.into_iter().next() else { return Ok(None) };
        let unknown = || format!("not a place to stop at: {line}");
        let [node, reason, topic, offset] = line.split('\t').collect::<Vec<_>>()[..] else {
            return Err(unknown());
        };
        let node = self.job.nodes.iter().position(|known| known.name == *node).ok_or_else(unknown)?;
        Ok(Some(Stopped {
            node: NodeId(node as u32),
            fail: Fail::of_code(reason).ok_or_else(unknown)?,
            topic: (topic != "-").then(|| topic.into()),
            offset: (offset != "-").then(|| offset.parse().map_err(|_| unknown())).transpose()?,
        }))
    }
}
