//! How many partitions each topic has: settled when a log first sees it, and the same for ever after.
//!
//! What the log remembers wins, then the number of files a topic is read from, then its contract. A topic that nothing fixes takes the count of the topics it is read together with, because those must agree (spec: join.place);
//! else the default.

use crate::fail::Fatal;
use crate::job::Job;

/// What fixes a topic's count before it is settled.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Known {
    /// From the directory, or on the broker.
    pub settled: Option<u32>,
    /// Number of files or 1 for standard input.
    pub bound: Option<u32>,
}

/// A kind of log, in messages.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Words {
    /// Where a count is settled: `in this directory`.
    pub place: &'static str,
    /// What to do when it should be another.
    pub changed: &'static str,
    /// What to do when topics that are read together differ.
    pub apart: &'static str,
}

/// The count of each of the job's topics, in their order.
pub(crate) fn settle(job: &Job, known: &[Known], default: u32, words: &Words) -> Result<Vec<u32>, Fatal> {
    let mut fixed = Vec::with_capacity(job.topics.len());
    for (topic, known) in job.topics.iter().zip(known) {
        let wanted = known.bound.or(topic.partitions);
        if let (Some(settled), Some(wanted)) = (known.settled, wanted)
            && settled != wanted
        {
            return Err(Fatal::configuration(
                format!(
                    "topic `{}` has {settled} partitions {}, and now should have {wanted}",
                    topic.short_name, words.place
                ),
                words.changed,
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
                words.apart,
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
pub(crate) fn tasks(job: &Job, counts: &[u32]) -> Vec<u32> {
    let count = |topic: u16| counts.get(topic as usize).copied().unwrap_or(1);
    job.stages
        .iter()
        .map(|stage| stage.inputs.iter().find(|i| !i.everywhere).map_or(1, |i| count(i.topic)))
        .collect()
}

/// Topics that are read together have as many partitions as each other, however the log has come to its counts.
pub(crate) fn check(job: &Job, counts: &[u32]) -> Result<(), Fatal> {
    let count = |topic: u16| counts.get(usize::from(topic)).copied().unwrap_or(1);
    for stage in job.stages {
        let mut together = stage.inputs.iter().filter(|input| !input.everywhere).map(|input| input.topic);
        let Some(first) = together.next() else { continue };
        if let Some(other) = together.find(|other| count(*other) != count(first)) {
            return Err(Fatal::configuration(
                format!(
                    "{} has {} partitions and {} has {}, but {} reads them together",
                    job.topics[usize::from(other)].name,
                    count(other),
                    job.topics[usize::from(first)].name,
                    count(first),
                    stage.name
                ),
                "give both topics the same number of partitions, or read one of them `everywhere`",
            ));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fail::Site;
    use crate::job::{Encoding, Input, Role, Show, StageSpec, Topic};

    const fn topic(name: &'static str, partitions: Option<u32>) -> Topic {
        let role = Role::Input { table: false, disorder: 0, skew: None, idle: None };
        Topic { name, short_name: name, role, partitions, columns: &[], key: &[], encoding: Encoding::Json }
    }

    const fn read(topic: u16, everywhere: bool) -> Input {
        Input {
            topic,
            table: false,
            everywhere,
            bootstrap: false,
            site: Site(0),
            show: Show::Raw,
            placed_by: None,
        }
    }

    fn no_stage() -> Box<dyn crate::stage::Stage> {
        unreachable!("never made")
    }

    /// `a` and `b` are joined, `b` and `c` too; `d` is read everywhere; `e` stands alone.
    static JOB: Job = Job {
        abi: 1,
        package: "p",
        name: "j",
        topics: &[
            topic("a", None),
            topic("b", None),
            topic("c", None),
            topic("d", Some(7)),
            topic("e", None),
        ],
        stages: &[
            StageSpec {
                name: "s",
                inputs: &[read(3, true), read(0, false), read(1, false)],
                repartitions: &[],
                make: no_stage,
            },
            StageSpec {
                name: "t",
                inputs: &[read(2, false), read(1, false)],
                repartitions: &[],
                make: no_stage,
            },
            StageSpec { name: "u", inputs: &[read(3, true)], repartitions: &[], make: no_stage },
        ],
        nodes: &[],
        sites: &[],
        exactly_once: true,
        vaults: &[],
    };

    const WORDS: Words = Words { place: "here", changed: "", apart: "" };

    fn known(bound: [Option<u32>; 5]) -> Vec<Known> {
        bound.map(|bound| Known { settled: None, bound }).to_vec()
    }

    #[test]
    fn what_is_read_together_agrees() {
        let counts = settle(&JOB, &known([None; 5]), 4, &WORDS).unwrap();
        assert_eq!(counts, [4, 4, 4, 7, 4]);
        assert_eq!(tasks(&JOB, &counts), [4, 4, 1]);
        let counts = settle(&JOB, &known([None, None, Some(1), Some(2), Some(3)]), 4, &WORDS).unwrap();
        assert_eq!(counts, [1, 1, 1, 2, 3]);
        let message =
            settle(&JOB, &known([Some(2), None, Some(3), None, None]), 4, &WORDS).unwrap_err().to_string();
        assert!(message.contains("`a` has 2 partitions and `c` has 3"), "{message}");
    }

    #[test]
    fn what_was_settled_stays() {
        let mut before = known([None; 5]);
        before[0].settled = Some(6);
        assert_eq!(settle(&JOB, &before, 4, &WORDS).unwrap(), [6, 6, 6, 7, 4]);
        before[0].bound = Some(2);
        assert!(settle(&JOB, &before, 4, &WORDS).unwrap_err().to_string().contains("`a` has 6 partitions"));
    }
}
