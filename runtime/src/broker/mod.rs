//! A job's log on a broker: one transaction per commit, and how a worker gets its tasks and their state.
//!
//! > group → tasks → what is committed of them (stamps) → state: local, or from the changelogs → fetch → commit
//!
//! Written against the [`Client`] trait alone, so that it is the same on a real broker and on the simulated one. Local
//! state is another [`Log`], which gets an epoch only once the broker has committed it.

pub mod client;
mod commit;
mod deleted;
pub mod envelope;
mod intake;
pub mod options;
mod placement;
mod progress;
mod recover;
#[doc(hidden)]
pub mod sabotage;
mod settings;
pub mod stamp;
#[cfg(test)]
mod tests;
mod topics;
mod trouble;
mod void;

pub use client::Client;
pub use options::{Create, Options};

use crate::fail::Fatal;
use crate::job::{Job, Role, TopicIndex};
use crate::log::{Batch, Change, Epoch, Log, Outcome, Recovered};
use crate::record::Chunk;
use crate::report::{Event, Phase};
use crate::stage::{Partition, TaskId};
use client::{Failure, Membership, Place, Use};
use intake::Intake;
use sabotage::Sabotage;
use stamp::Stamp;
use std::collections::{BTreeMap, BTreeSet};
use std::hash::{BuildHasher as _, RandomState};
use std::time::{Duration, Instant};
use topics::{Topics, partition, place};
use trouble::patiently;
pub use trouble::refused;

/// The topics of a job on a broker by the numbers that [`Client`] calls them: those of the job, then its changelogs.
pub fn topics(job: &Job) -> Vec<String> {
    Topics::of(job).names
}

/// What the job does with each of [`topics`].
pub fn uses(job: &Job) -> Vec<Use> {
    let of = |topic: &crate::job::Topic| match topic.role {
        Role::Input { .. } => Use::Reads,
        Role::Output { .. } | Role::DeadLetter => Use::Writes,
        Role::Repartition => Use::Owns,
    };
    let mut uses: Vec<Use> = job.topics.iter().map(of).collect();
    uses.resize(Topics::of(job).names.len(), Use::Owns);
    uses
}

/// The consumer group of a job, and the first part of all names on the broker that are the job's own.
pub fn group(job: &Job) -> String {
    format!("{}.{}", job.package, job.name)
}

/// Partitions of each topic of the job, with topics made where they are missing. What local state must be opened with.
pub fn prepare(job: &Job, client: &mut dyn Client, options: &Options) -> Result<Vec<u32>, Fatal> {
    let mut topics = Topics::of(job);
    client.check_rights().map_err(refused)?;
    topics.settle(job, client, options)?;
    // Also to those that it has just made.
    client.check_rights().map_err(refused)?;
    Ok(topics.partitions)
}

/// Deletes what the job keeps on the broker for itself, its group's offsets included: the next start is its first. What it
/// has written for others stays.
pub fn forget(job: &Job, client: &mut dyn Client) -> Result<(), Fatal> {
    let internal = |(number, _): &(u16, String)| {
        job.topics.get(usize::from(*number)).is_none_or(|topic| topic.role == Role::Repartition)
    };
    let own: Vec<u16> = (0..).zip(Topics::of(job).names).filter(internal).map(|(number, _)| number).collect();
    client.forget(&own).map_err(refused)
}

/// One worker's log.
pub struct BrokerLog<C: Client, L: Log> {
    job: &'static Job,
    client: C,
    local: L,
    options: Options,
    topics: Topics,
    intake: Intake,
    /// The tasks this worker has, in order.
    tasks: Vec<TaskId>,
    /// What is committed of each.
    stamps: BTreeMap<TaskId, Stamp>,
    /// Where each task's state is to come from, from [`Log::recover`] to [`Log::restore`].
    sources: BTreeMap<TaskId, recover::Source>,
    /// By task and store: an offset of the changelog before which local state has everything.
    reached: BTreeMap<(TaskId, u16), i64>,
    /// Changes read from a changelog that local state has not got yet.
    tails: BTreeMap<(TaskId, u16), Chunk>,
    /// Stores that local state gets whole: until then it is not to be trusted.
    unwritten: BTreeSet<(TaskId, u16)>,
    /// Changelogs that say how their entries are laid out, by this worker's word since it restored the store.
    described: BTreeSet<(TaskId, u16)>,
    /// Entries of a changelog as they are written; reused.
    entries: Chunk,
    /// The changelog of the epoch before, where a sabotage has kept it back.
    late: BTreeMap<(TaskId, u16), Chunk>,
    change: Option<Change>,
    /// Inputs whose records were found to lie where their keys place them.
    placed: BTreeSet<Place>,
    /// Commits since internal topics were last trimmed.
    since_trim: u32,
    /// This worker, from this start on. See [`Stamp::writer`].
    writer: u64,
    /// When the client was last asked how the brokers are.
    asked: Instant,
}

/// How often it is.
const ASK_EVERY: Duration = Duration::from_millis(250);

/// A number that nobody else makes up.
fn made_up() -> u64 {
    RandomState::new().hash_one(0)
}

impl<C: Client, L: Log> BrokerLog<C, L> {
    /// Joins the job's group. `local` has the partition counts that [`prepare`] found.
    pub fn open(job: &'static Job, mut client: C, local: L, options: Options) -> Result<Self, Fatal> {
        client.watch(&options.report);
        let mut topics = Topics::of(job);
        topics.settle(job, &mut client, &options)?;
        // Whoever had this worker's name before is fenced off, and what it left open is over.
        patiently(&mut client, &options.report, |client| client.renew()).map_err(refused)?;
        void::void(&mut client, &options).map_err(refused)?;
        patiently(&mut client, &options.report, |client| client.join(&topics.shared)).map_err(refused)?;
        options.report.pulse().enter(Phase::Waiting);
        Ok(BrokerLog {
            job,
            client,
            local,
            intake: Intake::new(options.ahead),
            options,
            topics,
            tasks: Vec::new(),
            stamps: BTreeMap::new(),
            sources: BTreeMap::new(),
            reached: BTreeMap::new(),
            tails: BTreeMap::new(),
            unwritten: BTreeSet::new(),
            described: BTreeSet::new(),
            entries: Chunk::default(),
            late: BTreeMap::new(),
            change: None,
            placed: BTreeSet::new(),
            writer: made_up(),
            since_trim: 0,
            asked: Instant::now(),
        })
    }

    /// The client, for those who look at it.
    pub fn client(&mut self) -> &mut C {
        &mut self.client
    }

    /// Leaves the group.
    pub fn close(mut self, deadline: Duration) {
        self.client.close(deadline);
    }

    fn is_sabotaged(&self, by: Sabotage) -> bool {
        self.options.sabotage == Some(by)
    }

    fn is_internal(&self, place: Place) -> bool {
        let topic = self.job.topics.get(usize::from(place.topic));
        topic.is_some_and(|topic| topic.role == Role::Repartition)
    }

    /// Makes a call until it answers; what ends the job instead.
    fn call<T>(&mut self, call: impl FnMut(&mut C) -> Result<T, Failure>) -> Result<T, Fatal> {
        let answer = patiently(&mut self.client, &self.options.report, call);
        answer.map_err(|failure| self.topics.refused(self.job, failure))
    }

    fn poll(&mut self, most: Duration) -> Result<(), Fatal> {
        let Self { client, intake, options, .. } = self;
        let membership = patiently(client, &options.report, |client| {
            client.poll(most, &mut |delivery| intake.take(delivery))
        });
        let membership = membership.map_err(|failure| self.topics.refused(self.job, failure))?;
        self.ask_for_trouble();
        if let Some((place, offset)) = self.intake.foreign() {
            return Err(self.topics.foreign(place, &format!("offset {offset}")));
        }
        match membership {
            None => {}
            Some(Membership::Revoked) => self.change = Some(Change::Revoked),
            Some(Membership::Lost) if self.is_sabotaged(Sabotage::IgnoreLoss) => {}
            Some(Membership::Lost) => self.change = Some(Change::Lost),
            Some(Membership::Assigned(places)) => {
                self.change = Some(Change::Assigned(self.tasks_of(&places)?))
            }
        }
        Ok(())
    }

    /// Says, now and then, how the brokers are.
    fn ask_for_trouble(&mut self) {
        if self.asked.elapsed() < ASK_EVERY {
            return;
        }
        self.asked = Instant::now();
        match self.client.trouble() {
            Some(why) => self.options.report.away(&why),
            None => self.options.report.back(),
        }
    }

    /// Says what the group has decided.
    fn announce(&self, change: &Change) {
        let report = &self.options.report;
        match change {
            Change::Revoked => report.say(&Event::Revoked { tasks: self.tasks.len() }),
            Change::Lost => report.say(&Event::Lost { tasks: self.tasks.len() }),
            Change::Assigned(tasks) => {
                let tasks: Vec<String> = tasks.iter().map(|task| task.text(self.job)).collect();
                report.say(&Event::Assigned { tasks: &tasks });
                report.pulse().enter(Phase::Restoring);
            }
        }
    }

    /// The tasks whose inputs the group has given this worker: all inputs of a task, or the assignment is no use.
    fn tasks_of(&self, places: &[Place]) -> Result<Vec<TaskId>, Fatal> {
        let mut tasks = Vec::new();
        for (stage, (spec, count)) in (0..).zip(self.job.stages.iter().zip(&self.topics.tasks)) {
            for partition in 0..*count {
                let task = TaskId { stage, partition };
                if !Topics::home(self.job, task).is_some_and(|home| places.contains(&home)) {
                    continue;
                }
                let apart = spec
                    .inputs
                    .iter()
                    .filter(|input| !input.everywhere)
                    .find(|input| !places.contains(&Place { topic: input.topic, partition }));
                if let Some(input) = apart {
                    return Err(Fatal::configuration(
                        format!(
                            "the group gave this worker partition {partition} of one input of {} and not of `{}`",
                            spec.name,
                            self.topics.name(input.topic)
                        ),
                        "all members must use partition.assignment.strategy=range",
                    ));
                }
                tasks.push(task);
            }
        }
        Ok(tasks)
    }
}

impl<C: Client, L: Log> Log for BrokerLog<C, L> {
    fn shares_tasks(&self) -> bool {
        true
    }

    fn attend(&mut self) -> Result<Option<Change>, Fatal> {
        if self.change.is_none() {
            self.poll(Duration::ZERO)?;
        }
        if let Some(change) = self.change.take() {
            self.announce(&change);
            if let Change::Assigned(tasks) = &change {
                self.tasks.clone_from(tasks);
            }
            return Ok(Some(change));
        }
        let Self { client, intake, options, .. } = self;
        let steered = patiently(client, &options.report, |client| intake.steer(client));
        steered.map_err(|failure| self.topics.refused(self.job, failure))?;
        Ok(None)
    }

    fn wait(&mut self, most: Duration) -> Result<(), Fatal> {
        if self.change.is_none() { self.poll(most) } else { Ok(()) }
    }

    fn release(&mut self) -> Result<(), Fatal> {
        self.tasks.clear();
        self.intake.clear();
        self.options.report.pulse().enter(Phase::Waiting);
        self.call(|client| client.assign(&[]))
    }

    fn take_up(&mut self, positions: &BTreeMap<(TaskId, Partition), i64>) -> Result<(), Fatal> {
        self.intake.clear();
        for ((task, partition), position) in positions {
            let place = place(*partition);
            self.intake.read(*task, place, *position, self.is_internal(place));
        }
        let starts = self.intake.starts();
        self.call(|client| client.assign(&starts))?;
        self.options.report.pulse().enter(Phase::Reading);
        Ok(())
    }

    fn partitions(&self, topic: TopicIndex) -> u32 {
        self.topics.partitions.get(usize::from(topic)).copied().unwrap_or(1)
    }

    fn fetch(
        &mut self,
        reader: TaskId,
        partition: Partition,
        position: i64,
        _: usize,
        batch: &mut Batch,
    ) -> Result<(), Fatal> {
        self.intake.fetch(reader, place(partition), position, batch);
        Ok(())
    }

    fn start(&mut self, partition: Partition) -> Result<i64, Fatal> {
        self.call(|client| client.offsets(place(partition))).map(|(start, _)| start)
    }

    fn end(&mut self, partition: Partition) -> Result<i64, Fatal> {
        let place = place(partition);
        Ok(if self.is_sabotaged(Sabotage::EarlyEnd) {
            self.intake.delivered(place)
        } else {
            self.intake.end(place)
        })
    }

    fn known_end(&mut self, partition: Partition) -> Option<i64> {
        let place = place(partition);
        let reached = Some(self.intake.end(place)).filter(|end| *end != i64::MAX);
        // What has been read to its end may be ahead of what the client has last heard.
        self.client.known_end(place).max(reached)
    }

    fn bootstrap_end(&mut self, partition: Partition) -> Result<i64, Fatal> {
        self.call(|client| client.offsets(place(partition))).map(|(_, end)| end)
    }

    fn commit(&mut self, epoch: &Epoch<'_>) -> Result<Outcome, Fatal> {
        self.commit_epoch(epoch)
    }

    fn recover(&mut self) -> Result<Recovered, Fatal> {
        let stamps = self.find_stamps()?;
        self.check_placement(&stamps)?;
        let mut recovered = Recovered::default();
        for (task, stamp) in stamps {
            let stage = &self.job.stages[usize::from(task.stage)];
            for input in stage.inputs {
                let name = self.topics.name(input.topic);
                for number in 0..self.partitions(input.topic) {
                    if let Some(position) = stamp.position(name, number) {
                        let from = partition(Place { topic: input.topic, partition: number });
                        recovered.positions.insert((task, from), position);
                    }
                }
            }
            recovered.clocks.insert(task, stamp.clock.clone());
        }
        Ok(recovered)
    }

    fn restore(
        &mut self,
        task: TaskId,
        store: u16,
        name: &str,
        layout: &str,
        put: &mut dyn FnMut(&[u8], Option<&[u8]>) -> Result<(), Fatal>,
    ) -> Result<(), Fatal> {
        self.restore_store(task, store, name, layout, put)
    }

    fn wants_snapshot(&self, task: TaskId, store: u16) -> bool {
        self.unwritten.contains(&(task, store)) || self.local.wants_snapshot(task, store)
    }

    fn snapshot(
        &mut self,
        task: TaskId,
        store: u16,
        name: &str,
        layout: &str,
        entries: &mut dyn FnMut(&mut dyn FnMut(&[u8], &[u8])),
    ) -> Result<(), Fatal> {
        self.local.snapshot(task, store, name, layout, entries).map_err(Fatal::of_local_state)?;
        self.unwritten.remove(&(task, store));
        Ok(())
    }
}
