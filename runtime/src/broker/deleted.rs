//! Topics that are there no more: in what words that is said, and how a start finds out that one of the job's own was deleted while
//! nobody ran it.
//!
//! A topic of the job's own is made where it is missing; but not where the group's offsets say that something was in it.

use super::client::{Client, Failure, Place, TopicNumber};
use super::stamp::{self, topic_mark};
use super::topics::Topics;
use super::trouble::{patiently, refused};
use crate::fail::Fatal;
use crate::job::{Job, Role};
use crate::report::Reporter;
use crate::stage::TaskId;
use std::collections::BTreeSet;

impl Topics {
    /// The end of the job by a failure, in words of the job where a topic is missing.
    pub(super) fn refused(&self, job: &Job, failure: Failure) -> Fatal {
        let missing = failure.absent.as_ref().and_then(|name| self.names.iter().position(|n| n == name));
        match missing {
            Some(topic) => self.deleted(job, topic as TopicNumber),
            None => refused(failure),
        }
    }

    /// The end of the job by a topic that is there no more, or only by its name.
    pub(super) fn deleted(&self, job: &Job, topic: TopicNumber) -> Fatal {
        let name = self.name(topic);
        let help = match job.topics.get(usize::from(topic)).map(|topic| topic.role) {
            Some(Role::Input { .. }) => {
                "make it again, then run with --fresh to start over: where the job stood in it is gone with it"
            }
            Some(Role::Output { .. } | Role::DeadLetter) => {
                "make it again, or run with --create: the job goes on where it was, and only what was in the topic is lost"
            }
            Some(Role::Repartition) => {
                "records were on their way there from one task of the job to the next: run with --fresh to start over"
            }
            None => "the job kept state there: run with --fresh to start over",
        };
        Fatal::Broker { message: format!("topic `{name}` has been deleted"), help: help.to_owned() }
    }

    /// Refuses to make topics of the job's own anew that its tasks have written to.
    pub(super) fn refuse_deleted(
        &self,
        job: &Job,
        client: &mut dyn Client,
        report: &Reporter,
        found: &[Option<u32>],
        missing: &[TopicNumber],
    ) -> Result<(), Fatal> {
        let is_there = |home: &Place| found.get(usize::from(home.topic)).is_some_and(Option::is_some);
        let mut homes: Vec<Place> = (0..)
            .zip(&self.tasks)
            .flat_map(|(stage, count)| (0..*count).map(move |partition| TaskId { stage, partition }))
            .filter_map(|task| Topics::home(job, task).filter(is_there))
            .collect();
        homes.sort_unstable();
        homes.dedup();
        let stored = patiently(client, report, |client| client.stored(&homes)).map_err(refused)?;
        let stamps = stored.into_iter().flatten().filter_map(|stored| stamp::of_text(&stored.metadata));
        let written: BTreeSet<u32> = stamps.flatten().flat_map(|stamp| stamp.written).collect();
        for topic in missing.iter().filter(|topic| written.contains(&topic_mark(self.name(**topic)))) {
            // Another instance may have made it and written to it since it was found missing.
            if patiently(client, report, |client| client.partitions(*topic)).map_err(refused)?.is_none() {
                return Err(self.deleted(job, *topic));
            }
        }
        Ok(())
    }
}
