//! The jobs of a package side by side: what one writes the others read.

use super::Player;
use crate::interpret::{Counts, Emission, Stopped};
use crate::model::{PackageId, TopicId};
use crate::plan::{GivenRow, Job, NodeId, OperatorKind, Plan};
use std::collections::BTreeMap;

/// Jobs that feed each other without end are cut off here.
const MOST_ROUNDS: usize = 1_000;

pub(super) struct Stage<'p, P: Player> {
    /// Index in the plan, the job and its player; writers before readers.
    jobs: Vec<(usize, &'p Job, P)>,
    /// The next offset of each topic.
    offsets: BTreeMap<TopicId, i64>,
    /// The time of the row given last, for rows without one.
    last_time: i64,
    emissions: Vec<Emission>,
}

impl<'p, P: Player> Stage<'p, P> {
    pub(super) fn new(
        plan: &'p Plan,
        package: PackageId,
        mut play: impl FnMut(&'p Job) -> Result<P, P::Error>,
    ) -> Result<Self, P::Error> {
        let mut waiting: Vec<(usize, &Job)> = plan.jobs_of(package).enumerate().collect();
        let mut jobs = Vec::new();
        while !waiting.is_empty() {
            // One that reads from no other that waits; jobs that feed each other go in order of declaration.
            let free = |at: &usize| {
                let (index, job) = waiting[*at];
                !waiting.iter().any(|(other, writer)| *other != index && feeds(writer, job))
            };
            let next = (0..waiting.len()).find(free).unwrap_or(0);
            let (index, job) = waiting.remove(next);
            jobs.push((index, job, play(job)?));
        }
        Ok(Stage { jobs, offsets: BTreeMap::new(), last_time: 0, emissions: Vec::new() })
    }

    pub(super) fn give(&mut self, topic: TopicId, rows: &[GivenRow]) -> Result<(), P::Error> {
        for row in rows {
            let time = row.time.unwrap_or(self.last_time);
            self.last_time = time;
            let offset = self.next_offset(topic);
            for (_, _, player) in self.jobs.iter_mut().filter(|(_, _, player)| player.reads(topic)) {
                let record = player.given(topic, time, &row.values)?;
                player.append(topic, offset, &record, false)?;
            }
        }
        Ok(())
    }

    fn next_offset(&mut self, topic: TopicId) -> i64 {
        let next = self.offsets.entry(topic).or_insert(0);
        *next += 1;
        *next - 1
    }

    /// All inputs to their end, then all idle, until no job has anything to say to another.
    pub(super) fn settle_idle(&mut self) -> Result<(), P::Error> {
        self.each(P::run)?;
        self.each(P::idle)
    }

    pub(super) fn advance_to(&mut self, time: i64) -> Result<(), P::Error> {
        self.each(P::run)?;
        self.each(|player| player.advance_to(time))
    }

    /// Runs `act` on every job, writers first, again while one has written what another reads.
    fn each(&mut self, act: impl Fn(&mut P) -> Result<(), P::Error>) -> Result<(), P::Error> {
        for _ in 0..MOST_ROUNDS {
            let mut fed = false;
            for at in 0..self.jobs.len() {
                let (_, _, player) = &mut self.jobs[at];
                act(player)?;
                for (emission, record) in player.take()? {
                    let offset = self.next_offset(emission.topic);
                    for (reader, (_, _, player)) in self.jobs.iter_mut().enumerate() {
                        if player.reads(emission.topic) {
                            player.append(emission.topic, offset, &record, reader == at)?;
                            fed = true;
                        }
                    }
                    self.emissions.push(emission);
                }
            }
            if !fed {
                break;
            }
        }
        Ok(())
    }

    /// Every job goes on from what it had committed.
    pub(super) fn restart(&mut self) -> Result<(), P::Error> {
        self.each(P::run)?;
        self.jobs.iter_mut().try_for_each(|(_, _, player)| player.restart())
    }

    pub(super) fn take_emissions(&mut self) -> Vec<Emission> {
        std::mem::take(&mut self.emissions)
    }

    /// Of one node, or of all.
    pub(super) fn losses(&mut self, node: Option<(usize, NodeId)>) -> Result<Counts, P::Error> {
        let mut sum = Counts::default();
        for (index, job, player) in &mut self.jobs {
            for at in 0..job.nodes.len() {
                let id = NodeId(at as u32);
                if node.is_none_or(|wanted| wanted == (*index, id)) {
                    sum += player.losses(id)?;
                }
            }
        }
        Ok(sum)
    }

    pub(super) fn stopped(&mut self) -> Result<Option<(&'p Job, Stopped)>, P::Error> {
        for (_, job, player) in &mut self.jobs {
            if let Some(stopped) = player.stopped()? {
                return Ok(Some((job, stopped)));
            }
        }
        Ok(None)
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
