//! The machine: topics in, emissions out; tasks with their clocks in between.
//!
//! The way of a record: `feed` appends it to its topic; `run` lets every task, upstream first, read the oldest head
//! until nothing waits; a record goes through the operators at the clock before it, then moves the clock, and the clock
//! closes what it passes.

mod time;

use super::clock::Clock;
use super::counts::Counts;
use super::lane::{Lane, Waiting, oldest};
use super::operators::{Cx, State};
use super::row::{Change, Emission, Input, Origin};
use crate::base::Name;
use crate::model::{Model, TopicId};
use crate::plan::{Job, NodeId, OperatorId, OperatorKind, TaskPlan, tasks};
use riparian_functions::Fail;
use std::collections::VecDeque;
use std::sync::Arc;

/// One job over in-memory topics of one partition each.
#[derive(Clone, Debug)]
pub struct Machine<'p> {
    model: &'p Model,
    job: &'p Job,
    tasks: Vec<Task>,
    /// By operator.
    counts: Vec<Counts>,
    emissions: Vec<Emission>,
    stopped: Option<Stopped>,
}

/// A route said `stop`: the job reads no further.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stopped {
    pub node: NodeId,
    pub fail: Fail,
    pub topic: Option<Name>,
    pub offset: Option<i64>,
}

#[derive(Clone, Debug)]
struct Task {
    plan: TaskPlan,
    lanes: Vec<Lane>,
    clock: Clock,
    /// Tables have been read to the end they had at the first start (spec: join.plain).
    started: bool,
    /// By operator of the job; a source read by two tasks has state in both.
    states: Vec<State>,
}

impl<'p> Machine<'p> {
    pub fn new(model: &'p Model, job: &'p Job) -> Self {
        let tasks = tasks(job).into_iter().map(|plan| Task::new(model, job, plan)).collect();
        Machine {
            model,
            job,
            tasks,
            counts: vec![Counts::default(); job.operators.len()],
            emissions: Vec::new(),
            stopped: None,
        }
    }

    /// Whether the job reads the topic.
    pub fn reads(&self, topic: TopicId) -> bool {
        self.job.operators.iter().any(|o| matches!(&o.kind, OperatorKind::Source(s) if s.topic == topic))
    }

    /// Appends a record to a topic; [`Machine::run`] reads it.
    pub fn feed(&mut self, topic: TopicId, record: Input) {
        for task in &mut self.tasks {
            for lane in &mut task.lanes {
                if matches!(&self.job.operator(lane.input.operator).kind, OperatorKind::Source(s) if s.topic == topic)
                {
                    lane.queue.push_back(Waiting::Record(record.clone()));
                }
            }
        }
    }

    /// Reads everything that waits, upstream tasks first.
    pub fn run(&mut self) {
        // A task that feeds itself is the reason to look again.
        while self.stopped.is_none() {
            let mut moved = false;
            for at in 0..self.tasks.len() {
                moved |= self.run_task(at);
            }
            if !moved {
                break;
            }
        }
    }

    /// Reads everything, then sets every clock to `time`, disorder already taken off (spec: declarations.test).
    pub fn advance_to(&mut self, time: i64) {
        for at in 0..self.tasks.len() {
            self.run();
            for lane in self.tasks[at].lanes.iter_mut().filter(|l| l.holds_time()) {
                lane.raise(time);
            }
            self.move_clock(at, Some(time));
        }
        self.run();
    }

    /// Reads everything and takes all inputs as idle (spec: time.idle, time.all-idle, window.changes).
    pub fn idle(&mut self) {
        for at in 0..self.tasks.len() {
            self.run();
            // Where only tables are read nothing ever holds time, and what is held back goes out all the same.
            let nothing_holds = !self.tasks[at].lanes.iter().any(Lane::holds_time);
            let mut decided = false;
            for lane in self.tasks[at].lanes.iter_mut().filter(|l| !l.input.internal) {
                decided |= lane.holds_time() && !lane.idle;
                lane.idle = true;
            }
            // What is idle already is not decided again: the tasks below have heard of it.
            if decided || nothing_holds {
                self.go_idle(at);
            }
        }
        self.run();
    }

    /// What was written since the last call, in order.
    pub fn take_emissions(&mut self) -> Vec<Emission> {
        std::mem::take(&mut self.emissions)
    }

    /// A route said `stop`.
    pub fn stopped(&self) -> Option<&Stopped> {
        self.stopped.as_ref()
    }

    pub fn counts(&self, operator: OperatorId) -> Counts {
        self.counts.get(operator.0 as usize).copied().unwrap_or_default()
    }

    /// The sum over a node's operators: meaningful for what leaves the node's path (`late`, `dead`, `unmatched`,
    /// `filtered`), not for `input` and `used`, which every operator on the path counts anew.
    pub fn losses(&self, node: NodeId) -> Counts {
        let mut sum = Counts::default();
        for operator in self.job.operators.iter().filter(|o| o.node == node) {
            sum += self.counts(operator.id);
        }
        sum
    }

    /// Everything the job would find after a stop and a start: state, positions, clocks, idle decisions ([state.restart], Law R).
    pub fn snapshot(&self) -> Self {
        self.clone()
    }

    /// Goes on from a snapshot of the same job.
    pub fn restore(&mut self, snapshot: Self) {
        *self = snapshot;
    }

    /// The clock of every task, upstream first.
    pub fn clocks(&self) -> Vec<Option<i64>> {
        self.tasks.iter().map(|t| t.clock).collect()
    }

    fn run_task(&mut self, at: usize) -> bool {
        let mut moved = false;
        if !self.tasks[at].started {
            while let Some(lane) = oldest(&self.tasks[at].lanes, |l| l.input.bootstrap) {
                self.read(at, lane);
                moved = true;
            }
            self.tasks[at].started = true;
        }
        while self.stopped.is_none() {
            let Some(lane) = oldest(&self.tasks[at].lanes, |_| true) else { break };
            self.read(at, lane);
            moved = true;
        }
        moved
    }

    /// Takes the head of a lane through the task.
    fn read(&mut self, at: usize, lane: usize) {
        let Some(head) = self.tasks[at].lanes[lane].queue.pop_front() else { return };
        let operator = self.tasks[at].lanes[lane].input.operator;
        match head {
            Waiting::Record(input) => {
                self.wake(at, lane);
                let time = self.enter(at, operator, input);
                let lane = &mut self.tasks[at].lanes[lane];
                if let Some(time) = time {
                    lane.raise(time.saturating_sub(lane.disorder));
                }
            }
            Waiting::Change(change, offset) => {
                let origin = Origin { topic: self.internal_name(operator), offset, time: Some(change.time) };
                let change = Change { origin: Some(Arc::new(origin)), ..change };
                self.hand_on(at, operator, vec![change]);
            }
            Waiting::Watermark { clock, idle } => {
                if !idle {
                    self.wake(at, lane);
                }
                let lane = &mut self.tasks[at].lanes[lane];
                if let Some(clock) = clock {
                    lane.raise(clock);
                }
                lane.idle = idle;
                if idle {
                    return self.go_idle(at);
                }
            }
        }
        let clock = self.lanes_time(at);
        self.move_clock(at, clock);
    }

    /// A record enters at its source; gives its time if it counts for the watermark.
    fn enter(&mut self, at: usize, source: OperatorId, input: Input) -> Option<i64> {
        let operator = self.job.operator(source);
        let OperatorKind::Source(plan) = &operator.kind else { return None };
        let task = &mut self.tasks[at];
        let mut cx =
            Cx::new(self.model, self.job, operator, task.clock, &mut self.counts, &mut self.emissions);
        let (time, changes) =
            super::operators::source::enter(plan, &mut task.states[source.0 as usize], input, &mut cx);
        let stopped = cx.stopped.take();
        self.stop(stopped);
        self.hand_on(at, source, changes);
        time
    }

    /// Changes go to every reader in the task, depth first; into an internal topic after a rekey.
    fn hand_on(&mut self, at: usize, from: OperatorId, changes: Vec<Change>) {
        let job = self.job;
        for change in changes {
            for reader in job.consumers(from) {
                if !self.tasks[at].plan.operators.contains(&reader.id) {
                    continue;
                }
                for (slot, input) in reader.inputs.iter().enumerate() {
                    if *input == from {
                        self.process(at, reader.id, slot, change.clone());
                    }
                }
            }
        }
    }

    fn process(&mut self, at: usize, id: OperatorId, slot: usize, change: Change) {
        let operator = self.job.operator(id);
        let task = &mut self.tasks[at];
        let mut cx =
            Cx::new(self.model, self.job, operator, task.clock, &mut self.counts, &mut self.emissions);
        let changes = task.states[id.0 as usize].process(operator, slot, change, &mut cx);
        let stopped = cx.stopped.take();
        self.stop(stopped);
        self.forward(at, id, changes);
    }

    /// Directly to the readers, or through the internal topic of a repartitioning rekey.
    fn forward(&mut self, at: usize, id: OperatorId, changes: Vec<Change>) {
        if !self.is_internal(id) {
            return self.hand_on(at, id, changes);
        }
        for lane in self.tasks.iter_mut().flat_map(|t| &mut t.lanes).filter(|l| l.input.operator == id) {
            for change in &changes {
                lane.queue.push_back(Waiting::Change(change.clone(), lane.next_offset));
                lane.next_offset += 1;
            }
        }
    }

    fn is_internal(&self, id: OperatorId) -> bool {
        matches!(&self.job.operator(id).kind, OperatorKind::Rekey(rekey) if rekey.repartition)
    }

    /// `fraud.velocity.velocity_by_sender.in_euro.by.sender.repartition`.
    fn internal_name(&self, id: OperatorId) -> Name {
        match &self.job.operator(id).kind {
            OperatorKind::Rekey(rekey) => {
                format!("{}.{}.{}.repartition", self.job.package_path, self.job.name, rekey.name).into()
            }
            _ => self.job.name.clone(),
        }
    }

    fn stop(&mut self, stopped: Option<Stopped>) {
        if self.stopped.is_none() {
            self.stopped = stopped;
        }
    }
}

impl Task {
    fn new(model: &Model, job: &Job, plan: TaskPlan) -> Self {
        let disorder = |id: OperatorId| match &job.operator(id).kind {
            OperatorKind::Source(s) => model.topic(s.topic).time.as_ref().map_or(0, |t| t.disorder),
            _ => 0,
        };
        let lanes = plan.inputs.iter().map(|i| Lane::new(i.clone(), disorder(i.operator))).collect();
        let states = job.operators.iter().map(State::new).collect();
        Task { plan, lanes, clock: None, started: false, states }
    }
}

/// Used by tests of the interpreter that look at what still waits.
impl Machine<'_> {
    /// Whether every record has been read.
    pub fn is_settled(&self) -> bool {
        self.tasks.iter().flat_map(|t| &t.lanes).map(|l| &l.queue).all(VecDeque::is_empty)
    }
}
