//! How a task's clock moves, goes idle and wakes, and what the tasks below learn of it (spec: time.watermark, time.idle, time.all-idle).

use super::Machine;
use crate::interpret::clock::{Clock, WATERMARK_EVERY, crosses};
use crate::interpret::lane::Waiting;
use crate::interpret::operators::Cx;
use crate::plan::OperatorId;

impl Machine<'_> {
    /// The minimum over the lanes that are not idle; if all are idle nothing is held back, and it is the largest
    /// (spec `time.all-idle`).
    pub(super) fn lanes_time(&self, at: usize) -> Clock {
        let lanes = || self.tasks[at].lanes.iter().filter(|l| l.holds_time());
        if lanes().any(|l| !l.idle) {
            // `None` is the least: a lane that has no time yet holds the clock.
            lanes().filter(|l| !l.idle).map(|l| l.time).min().flatten()
        } else {
            lanes().map(|l| l.time).max().flatten()
        }
    }

    /// Moves the clock if it is later, closes what it passes, and tells the tasks below.
    pub(super) fn move_clock(&mut self, at: usize, to: Clock) {
        let before = self.tasks[at].clock;
        let Some(now) = to.filter(|now| before.is_none_or(|b| *now > b)) else { return };
        self.tasks[at].clock = Some(now);
        let operators = self.tasks[at].plan.operators.clone();
        for id in operators {
            let operator = self.job.operator(id);
            let task = &mut self.tasks[at];
            let mut cx =
                Cx::new(self.model, self.job, operator, Some(now), &mut self.counts, &mut self.emissions);
            let changes = task.states[id.0 as usize].advance(operator, before, now, &mut cx);
            let stopped = cx.stopped.take();
            self.stop(stopped);
            self.forward(at, id, changes);
        }
        if crosses(before, now, WATERMARK_EVERY) {
            self.tell_clock(at, false);
        }
    }

    /// If every lane of the task is idle now: the clock moves, what is held back for later goes out, and the tasks
    /// below learn it.
    pub(super) fn go_idle(&mut self, at: usize) {
        let clock = self.lanes_time(at);
        self.move_clock(at, clock);
        if !self.is_idle(at) {
            return;
        }
        let now = self.tasks[at].clock;
        let operators = self.tasks[at].plan.operators.clone();
        for id in operators {
            let operator = self.job.operator(id);
            let task = &mut self.tasks[at];
            let mut cx = Cx::new(self.model, self.job, operator, now, &mut self.counts, &mut self.emissions);
            let changes = task.states[id.0 as usize].idle(operator, &mut cx);
            let stopped = cx.stopped.take();
            self.stop(stopped);
            self.forward(at, id, changes);
        }
        self.tell_clock(at, true);
    }

    /// Writes the task's clock into every internal topic it writes.
    pub(super) fn tell_clock(&mut self, at: usize, idle: bool) {
        let clock = self.tasks[at].clock;
        let written: Vec<OperatorId> =
            self.tasks[at].plan.operators.iter().copied().filter(|id| self.is_internal(*id)).collect();
        for lane in self.tasks.iter_mut().flat_map(|t| &mut t.lanes) {
            if written.contains(&lane.input.operator) {
                lane.queue.push_back(Waiting::Watermark { clock, idle });
                lane.next_offset += 1;
            }
        }
    }

    /// A lane has something again. If the whole task was idle, the tasks below must hold their time back from here on.
    pub(super) fn wake(&mut self, at: usize, lane: usize) {
        if self.tasks[at].lanes[lane].idle {
            let was_idle = self.is_idle(at);
            self.tasks[at].lanes[lane].idle = false;
            if was_idle && !self.is_idle(at) {
                self.tell_clock(at, false);
            }
        }
    }

    /// Nothing holds the task's time: every lane that could is idle.
    pub(super) fn is_idle(&self, at: usize) -> bool {
        self.tasks[at].lanes.iter().all(|l| l.idle || !l.holds_time())
    }
}
