//! One thread that runs tasks: who is next, when to commit, what happens when a commit fails, when it is over.
//!
//! What waits for time or for input is decided here, and every such decision is recorded in the commit. Nothing here
//! looks into a record.

mod assignment;
pub mod choices;
mod commit;
mod glance;
pub mod meter;
mod replay;
mod summary;

pub use glance::{FeedGlance, Glance, StoreGlance, TaskGlance};
pub use summary::{NodeLine, Summary};

use crate::chooser::{self, Choice};
use crate::fail::Fatal;
use crate::job::Job;
use crate::log::Log;
use crate::outputs::Outputs;
use crate::partitions;
use crate::record::Chunk;
use crate::stage::{Partition, TaskId};
use crate::task::Task;
use crate::tokens::Tokens;
use choices::Choices;
use meter::Meter;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// How a worker goes about it. None of it shows in what the tasks write.
#[derive(Clone, Debug)]
pub struct Options {
    /// Time between commits.
    pub commit_every: Duration,
    /// Bytes written since the last commit that bring the next one forward.
    pub commit_bytes: usize,
    /// Records since the last commit that bring the next one forward.
    pub commit_records: usize,
    /// Bytes to fetch from a partition at once.
    pub fetch_bytes: usize,
    /// Records that a task may take before it is another's turn.
    pub turn: usize,
    /// Whether inputs go idle by themselves. Off where a test says when.
    pub idles: bool,
    /// The keys of the job's vaults.
    pub tokens: Arc<Tokens>,
    /// Set from outside: commit what is open, and end.
    pub stop: Arc<AtomicBool>,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            commit_every: Duration::from_millis(100),
            commit_bytes: 16 << 20,
            commit_records: usize::MAX,
            fetch_bytes: 1 << 20,
            turn: 8192,
            idles: true,
            tokens: Arc::default(),
            stop: Arc::default(),
        }
    }
}

/// Why [`Worker::run`] came back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// Every input has been read to an end that is final, and everything that follows from it has happened.
    Finished,
    /// Asked to.
    Stopped,
}

pub struct Worker<L: Log> {
    job: &'static Job,
    log: L,
    options: Options,
    /// Of each topic.
    partitions: Vec<u32>,
    /// Tasks of each stage, wherever they run.
    counts: Vec<u32>,
    tasks: Vec<Task>,
    /// Tasks that were given away, with their state: the group may give them back.
    set_aside: Vec<Task>,
    outputs: Outputs,
    choices: Choices,
    /// Records taken since the last commit.
    taken: usize,
    last_commit: Instant,
    commits: u64,
    meter: Meter,
    // Buffers of commits, reused.
    chunks: BTreeMap<Partition, Chunk>,
    changelog: BTreeMap<(TaskId, u16), Chunk>,
}

/// Longest time between two looks at inputs that have nothing.
const NAP: Duration = Duration::from_millis(5);

impl<L: Log> Worker<L> {
    /// Takes up every task of the job where the last commit left it; with a log that shares out the tasks, none yet.
    pub fn start(job: &'static Job, log: L, options: Options) -> Result<Self, Fatal> {
        options.tokens.check(job)?;
        job.check()?;
        let partitions: Vec<u32> = (0..).zip(job.topics).map(|(topic, _)| log.partitions(topic)).collect();
        partitions::check(job, &partitions)?;
        let counts = partitions::tasks(job, &partitions);
        let mut worker = Worker {
            job,
            log,
            options,
            outputs: Outputs::new(&partitions),
            partitions,
            counts,
            tasks: Vec::new(),
            set_aside: Vec::new(),
            choices: Choices::default(),
            taken: 0,
            last_commit: Instant::now(),
            commits: 0,
            meter: Meter::default(),
            chunks: BTreeMap::new(),
            changelog: BTreeMap::new(),
        };
        if !worker.log.shares_tasks() {
            let all = worker.all_tasks();
            worker.take_up(&all)?;
        }
        Ok(worker)
    }

    pub fn log(&mut self) -> &mut L {
        &mut self.log
    }

    /// What is open is given up.
    pub fn into_log(self) -> L {
        self.log
    }

    /// Ends [`Worker::run`] after what is open has been committed.
    pub fn stop(&self) {
        self.options.stop.store(true, Ordering::Relaxed);
    }

    /// Runs until it is over; `watch` is called after every round.
    pub fn run(&mut self, watch: &mut dyn FnMut(&mut Self)) -> Result<Ended, Fatal> {
        loop {
            let moved = self.round()?;
            watch(self);
            if self.options.stop.load(Ordering::Relaxed) {
                self.commit()?;
                return Ok(Ended::Stopped);
            }
            if !moved {
                let committed = self.commit()?;
                if !committed && self.is_finished()? {
                    return Ok(Ended::Finished);
                }
                if !committed {
                    self.log.wait(NAP)?;
                }
            }
        }
    }

    /// One round of [`Worker::run`]: every task has a turn, and what is open is committed if none could do anything. False
    /// if there was nothing at all to do.
    pub fn step(&mut self) -> Result<bool, Fatal> {
        Ok(self.round()? || self.commit()?)
    }

    /// Reads everything that can be read, and commits it; inputs do not go idle.
    pub fn drain(&mut self) -> Result<(), Fatal> {
        let idles = std::mem::replace(&mut self.options.idles, false);
        let result = self.settle();
        self.options.idles = idles;
        result
    }

    fn settle(&mut self) -> Result<(), Fatal> {
        while self.round()? || self.commit()? {}
        Ok(())
    }

    /// Reads everything, then takes all sources as idle, upstream tasks first (spec: declarations.test).
    pub fn idle(&mut self) -> Result<(), Fatal> {
        for task in 0..self.tasks.len() {
            self.drain()?;
            let feeds: Vec<usize> =
                (0..self.tasks[task].feeds.len()).filter(|feed| self.tasks[task].holds_time(*feed)).collect();
            if !feeds.is_empty() {
                self.choices.idle(task, &feeds);
                self.tasks[task].go_idle(&feeds, &mut self.outputs)?;
            }
        }
        self.drain()
    }

    /// Reads everything, then moves every clock to `to`, upstream tasks first.
    pub fn advance_to(&mut self, to: i64) -> Result<(), Fatal> {
        for task in 0..self.tasks.len() {
            self.drain()?;
            self.choices.advance(task, to);
            self.tasks[task].advance_to(to, &mut self.outputs)?;
        }
        self.drain()
    }

    /// Every task has a turn. False if none could do anything.
    fn round(&mut self) -> Result<bool, Fatal> {
        let mut moved = self.attend()?;
        for task in 0..self.tasks.len() {
            moved |= self.turn(task)?;
            if self.is_commit_due() {
                self.commit()?;
            }
        }
        Ok(moved)
    }

    fn is_commit_due(&self) -> bool {
        self.taken >= self.options.commit_records
            || self.outputs.bytes() >= self.options.commit_bytes
            || self.last_commit.elapsed() >= self.options.commit_every
    }

    fn turn(&mut self, number: usize) -> Result<bool, Fatal> {
        let mut left = self.options.turn.min(self.options.commit_records.saturating_sub(self.taken).max(1));
        let mut moved = false;
        while left > 0 {
            let task = &mut self.tasks[number];
            match chooser::choose(task, &mut self.log, self.options.fetch_bytes, left)? {
                Choice::Run { feed, count } => {
                    task.take(feed, count, &mut self.outputs)?;
                    self.choices.run(number, feed, count);
                    self.taken += count;
                    left -= count.min(left);
                    moved = true;
                }
                Choice::Wait | Choice::Nothing => break,
            }
        }
        Ok(self.decide_idle(number)? || moved)
    }

    /// [time.idle]: a source is idle when it has been read to its end and the declared time has passed; at once if none is
    /// declared or nothing can ever come.
    fn decide_idle(&mut self, number: usize) -> Result<bool, Fatal> {
        if !self.options.idles {
            return Ok(false);
        }
        let task = &mut self.tasks[number];
        let mut idle = Vec::new();
        for index in 0..task.feeds.len() {
            let feed = &task.feeds[index];
            let Some(since) = feed.at_end.filter(|_| feed.buffered() == 0) else { continue };
            if !task.holds_time(index) {
                continue;
            }
            let waited = feed.idle_after.is_none_or(|idle| since.elapsed() >= idle);
            if (waited || self.log.finished(feed.partition, feed.position)?)
                // Something may have come since the buffer was filled.
                && self.log.end(feed.partition)? <= feed.position
            {
                idle.push(index);
            }
        }
        if idle.is_empty() {
            return Ok(false);
        }
        self.choices.idle(number, &idle);
        task.go_idle(&idle, &mut self.outputs)?;
        Ok(true)
    }

    /// Nothing will ever come, and nothing is left to do.
    fn is_finished(&mut self) -> Result<bool, Fatal> {
        if self.log.shares_tasks() {
            return Ok(false);
        }
        for task in &self.tasks {
            for (index, feed) in task.feeds.iter().enumerate() {
                let read = feed.buffered() == 0 && self.log.end(feed.partition)? <= feed.position;
                let over = feed.internal
                    || (self.log.finished(feed.partition, feed.position)? && !task.holds_time(index));
                if !read || !over {
                    return Ok(false);
                }
            }
        }
        Ok(true)
    }
}
