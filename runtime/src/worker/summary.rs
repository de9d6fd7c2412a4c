//! What a worker has done so far, for people and programs: sums over its tasks, in the job's order.

use super::Worker;
use crate::clock::UNSET;
use crate::counters::Counts;
use crate::fail::Site;
use crate::job::TopicIndex;
use crate::log::Log;
use riparian_functions::Fail;
use std::collections::BTreeMap;

/// Counters of an input or a node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NodeLine {
    pub name: &'static str,
    pub counts: Counts,
}

/// Everything since the job's first start.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Topics read, internal ones included.
    pub inputs: Vec<NodeLine>,
    pub nodes: Vec<NodeLine>,
    /// Records written, by topic; watermarks are not records.
    pub sent: BTreeMap<TopicIndex, u64>,
    /// Records that could not be used, by place and reason.
    pub refused: BTreeMap<(Site, Fail), u64>,
    pub state_entries: usize,
    /// Roughly.
    pub state_bytes: usize,
    /// The slowest task's clock, microseconds since the epoch; absent until every task has one.
    pub clock: Option<i64>,
    /// Since this start.
    pub commits: u64,
}

impl Summary {
    /// Adds what another worker of the job has done.
    pub fn add(&mut self, other: &Summary) {
        for (mine, theirs) in [(&mut self.inputs, &other.inputs), (&mut self.nodes, &other.nodes)] {
            for line in theirs {
                match mine.iter_mut().find(|known| known.name == line.name) {
                    Some(known) => known.counts.add(&line.counts),
                    None => mine.push(line.clone()),
                }
            }
        }
        for (topic, count) in &other.sent {
            *self.sent.entry(*topic).or_default() += count;
        }
        for (what, count) in &other.refused {
            *self.refused.entry(*what).or_default() += count;
        }
        self.state_entries += other.state_entries;
        self.state_bytes += other.state_bytes;
        self.clock = match (self.clock, other.clock) {
            (Some(mine), Some(theirs)) => Some(mine.min(theirs)),
            (mine, theirs) => mine.or(theirs),
        };
        self.commits += other.commits;
    }

    /// Everything that came in is accounted for, at every input and node.
    pub fn balances(&self) -> bool {
        self.inputs.iter().chain(&self.nodes).all(|line| line.counts.balances())
    }
}

impl<L: Log> Worker<L> {
    pub fn summary(&mut self) -> Summary {
        let mut summary = Summary { commits: self.commits, ..Summary::default() };
        let mut inputs: BTreeMap<TopicIndex, Counts> = BTreeMap::new();
        let mut nodes = vec![Counts::default(); self.job.nodes.len()];
        let mut clock = i64::MAX;
        for task in &mut self.tasks {
            let stage = &self.job.stages[usize::from(task.id.stage)];
            for (input, counts) in stage.inputs.iter().zip(&task.counters.inputs) {
                inputs.entry(input.topic).or_default().add(counts);
            }
            for (sum, counts) in nodes.iter_mut().zip(&task.counters.nodes) {
                sum.add(counts);
            }
            for (topic, count) in (0..).zip(&task.counters.sent) {
                *summary.sent.entry(topic).or_default() += count;
            }
            for (what, count) in &task.counters.refused {
                *summary.refused.entry(*what).or_default() += count;
            }
            clock = clock.min(task.clock.now());
            task.stores(&mut |_, store| {
                summary.state_entries += store.len();
                summary.state_bytes += store.bytes();
            });
        }
        summary.clock = Some(clock).filter(|clock| *clock != UNSET && *clock != i64::MAX);
        summary.sent.retain(|_, count| *count > 0);
        let topic = |index: TopicIndex| self.job.topics[usize::from(index)].short_name;
        summary.inputs =
            inputs.into_iter().map(|(index, counts)| NodeLine { name: topic(index), counts }).collect();
        summary.nodes = self
            .job
            .nodes
            .iter()
            .zip(nodes)
            .map(|(node, counts)| NodeLine { name: node.name, counts })
            .collect();
        summary
    }
}
