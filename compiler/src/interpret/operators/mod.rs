//! What each operator does with a change, when the clock moves, and when the inputs go idle. One file per operator.

mod aggregate;
mod deduplicate;
mod filter;
mod flatten;
mod join;
mod merge;
mod project;
mod rekey;
mod sink;
pub(super) mod source;
mod stateless;
mod stream_join;

use super::clock::Clock;
use super::counts::Counts;
use super::dead_letter::{Reason, letter};
use super::machine::Stopped;
use super::row::{Change, Emission};
use crate::model::Model;
use crate::plan::{Job, Operator, OperatorKind, Route};

/// What an operator sees of the machine.
pub(super) struct Cx<'a> {
    pub model: &'a Model,
    job: &'a Job,
    operator: &'a Operator,
    /// Operator time before the record, or after the clock has moved.
    pub clock: Clock,
    counts: &'a mut [Counts],
    emissions: &'a mut Vec<Emission>,
    pub stopped: Option<Stopped>,
}

impl<'a> Cx<'a> {
    pub(super) fn new(
        model: &'a Model,
        job: &'a Job,
        operator: &'a Operator,
        clock: Clock,
        counts: &'a mut [Counts],
        emissions: &'a mut Vec<Emission>,
    ) -> Self {
        Cx { model, job, operator, clock, counts, emissions, stopped: None }
    }

    /// This operator's counts.
    pub(super) fn counts(&mut self) -> &mut Counts {
        &mut self.counts[self.operator.id.0 as usize]
    }

    pub(super) fn emit(&mut self, emission: Emission) {
        self.emissions.push(emission);
    }

    /// A record cannot be used: it is counted and takes its route (spec: errors.route).
    pub(super) fn refuse(&mut self, change: &Change, reason: Reason) {
        let counts = self.counts();
        match reason {
            Reason::Bad(_) => counts.dead += 1,
            Reason::Late => counts.late += 1,
            Reason::Unmatched => counts.unmatched += 1,
        }
        self.send(change, reason);
    }

    /// The result of a group cannot be computed: its records stay used.
    pub(super) fn refuse_result(&mut self, cause: &Change, fail: riparian_functions::Fail) {
        self.counts().failed_results += 1;
        self.send(cause, Reason::Bad(fail));
    }

    fn send(&mut self, cause: &Change, reason: Reason) {
        let origin = cause.origin.as_deref();
        match reason.route(self.operator) {
            Route::To(topic) => {
                let letter = letter(self.job, self.operator, origin, reason.fail(), *topic, self.clock);
                self.emissions.push(letter);
            }
            Route::Drop { .. } => {}
            Route::Stop => {
                self.stopped = Some(Stopped {
                    node: self.operator.node,
                    fail: reason.fail(),
                    topic: origin.map(|o| o.topic.clone()),
                    offset: origin.map(|o| o.offset),
                });
            }
        }
    }
}

/// What an operator remembers.
#[derive(Clone, Debug)]
pub(super) enum State {
    Stateless,
    Source(source::Table),
    Join(join::Table),
    StreamJoin(stream_join::Waiting),
    Aggregate(aggregate::Groups),
    Deduplicate(deduplicate::Seen),
}

impl State {
    pub(super) fn new(operator: &Operator) -> Self {
        match &operator.kind {
            OperatorKind::Source(source) if source.table => State::Source(Default::default()),
            OperatorKind::Join(_) => State::Join(Default::default()),
            OperatorKind::StreamJoin(_) => State::StreamJoin(Default::default()),
            OperatorKind::Aggregate(_) => State::Aggregate(Default::default()),
            OperatorKind::Deduplicate(_) => State::Deduplicate(Default::default()),
            _ => State::Stateless,
        }
    }

    /// One change through one operator; `slot` says which of its inputs it comes from.
    pub(super) fn process(
        &mut self,
        operator: &Operator,
        slot: usize,
        change: Change,
        cx: &mut Cx<'_>,
    ) -> Vec<Change> {
        if change.outdated && !matches!(operator.kind, OperatorKind::Join(_)) {
            return Vec::new();
        }
        match (&operator.kind, self) {
            (OperatorKind::Filter { condition }, _) => filter::process(condition, change, cx),
            (OperatorKind::Merge { branches }, _) => merge::process(branches, slot, change, cx),
            (OperatorKind::Join(join), State::Join(table)) => join::process(join, table, slot, change, cx),
            (OperatorKind::StreamJoin(join), State::StreamJoin(waiting)) => {
                waiting.process(operator, join, slot, change, cx)
            }
            (OperatorKind::Flatten { list }, _) => flatten::process(list, change, cx),
            (OperatorKind::Project { columns }, _) => project::process(columns, change, cx),
            (OperatorKind::Rekey(rekey), _) => rekey::process(rekey, change, cx),
            (OperatorKind::Aggregate(plan), State::Aggregate(groups)) => groups.process(plan, change, cx),
            (OperatorKind::Deduplicate(plan), State::Deduplicate(seen)) => seen.process(plan, change, cx),
            (OperatorKind::Sink(sink), _) => {
                sink::process(sink, change, cx);
                Vec::new()
            }
            // Sources are entered, not fed; a state of another kind cannot be: `new` makes it from the operator.
            _ => Vec::new(),
        }
    }

    /// The clock has moved from `before` to `now`.
    pub(super) fn advance(
        &mut self,
        operator: &Operator,
        before: Clock,
        now: i64,
        cx: &mut Cx<'_>,
    ) -> Vec<Change> {
        match (&operator.kind, self) {
            (OperatorKind::Aggregate(plan), State::Aggregate(groups)) => {
                groups.advance(plan, before, now, cx)
            }
            (OperatorKind::Deduplicate(plan), State::Deduplicate(seen)) => {
                seen.advance(plan, now);
                Vec::new()
            }
            (OperatorKind::Join(join), State::Join(table)) => {
                table.advance(join, now);
                Vec::new()
            }
            (OperatorKind::StreamJoin(join), State::StreamJoin(waiting)) => {
                waiting.advance(operator, join, now, cx)
            }
            _ => Vec::new(),
        }
    }

    /// All inputs of the task have gone idle.
    pub(super) fn idle(&mut self, operator: &Operator, cx: &mut Cx<'_>) -> Vec<Change> {
        match (&operator.kind, self) {
            (OperatorKind::Aggregate(plan), State::Aggregate(groups)) => groups.idle(plan, cx),
            _ => Vec::new(),
        }
    }
}
