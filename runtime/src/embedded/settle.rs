//! How many partitions each topic has: settled when the directory first sees it, and the same for ever after.
//!
//! What a directory remembers wins, then the number of files a topic is read from, then its contract. A topic that
//! nothing fixes takes the count of the topics it is read together with, because those must agree (SEMANTICS J6);
//! else the default.

use crate::fail::Fatal;
use crate::job::Job;

/// What fixes a topic's count before it is settled.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Known {
    /// From the directory.
    pub settled: Option<u32>,
    /// Number of files or 1 for standard input.
    pub bound: Option<u32>,
}

/// The count of each of the job's topics, in their order.
pub(super) fn settle(job: &Job, known: &[Known], default: u32) -> Result<Vec<u32>, Fatal> {
    let mut fixed = Vec::with_capacity(job.topics.len());
    for (topic, known) in job.topics.iter().zip(known) {
        let wanted = known.bound.or(topic.partitions);
        if let (Some(settled), Some(wanted)) = (known.settled, wanted)
            && settled != wanted
        {
            return Err(Fatal::configuration(
                format!(
                    "topic `{}` has {settled} partitions in this directory, and now should have {wanted}",
                    topic.short_name
                ),
                "run with --fresh to start over, or give this job another directory",
            ));
        }
        fixed.push(known.settled.or(wanted));
    }
    let groups = groups(job);
    let mut counts = Vec::with_capacity(fixed.len());
    for (topic, group) in groups.iter().enumerate() {
        let mut members = (0..fixed.len()).filter(|other| groups[*other] == *group);
        let first = members.find(|other| fixed[*other].is_some());
        let count = fixed[topic].or(first.and_then(|f| fixed[f])).unwrap_or(default.max(1));
        if let Some(first) = first
            && fixed[first] != Some(count)
        {
            let (a, b) = (&job.topics[first], &job.topics[topic]);
            return Err(Fatal::configuration(
                format!(
                    "`{}` has {} partitions and `{}` has {count}, but they are read together, partition by partition",
                    a.short_name,
                    fixed[first].unwrap_or_default(),
                    b.short_name
                ),
                "bind both to the same number of files, split by key in the same way",
            ));
        }
        counts.push(count);
    }
    Ok(counts)
}

/// For each topic the smallest topic that must have as many partitions.
fn groups(job: &Job) -> Vec<usize> {
    let mut group: Vec<usize> = (0..job.topics.len()).collect();
    for stage in job.stages {
        let mut together = stage
            .inputs
            .iter()
            .filter(|i| !i.everywhere)
            .filter_map(|i| group.get(i.topic as usize).copied());
        let Some(first) = together.next() else { continue };
        for other in together.collect::<Vec<_>>() {
            let (low, high) = (group[first].min(group[other]), group[first].max(group[other]));
            group.iter_mut().filter(|g| **g == high).for_each(|g| *g = low);
        }
    }
    group
}

/// How many tasks each stage has: the partitions of what it does not read everywhere.
pub(super) fn tasks(job: &Job, counts: &[u32]) -> Vec<u32> {
    let count = |topic: u16| counts.get(topic as usize).copied().unwrap_or(1);
    job.stages
        .iter()
        .map(|stage| stage.inputs.iter().find(|i| !i.everywhere).map_or(1, |i| count(i.topic)))
        .collect()
}
