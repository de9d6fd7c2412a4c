//! `test` blocks on the interpreter: steps in, failures with their spans out (GRAMMAR 16).
//!
//! All jobs of the test's package run; what one writes another may read. A topic has one partition. Every `expect` first
//! reads all inputs to their end and takes them as idle, then sees what was written since the expectations before it.

mod compare;
mod report;
mod show;
mod stage;

pub use show::show;

use super::row::Emission;
use crate::base::{Name, Span};
use crate::model::{Model, TopicId};
use crate::plan::{CountKind, ExpectedRow, NodeId, Plan, Step, StepKind, Test};
use stage::Stage;
use std::collections::BTreeMap;

/// What became of one test.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TestOutcome {
    /// In order of the steps; none: the test has passed.
    pub failures: Vec<Failure>,
}

impl TestOutcome {
    pub fn passed(&self) -> bool {
        self.failures.is_empty()
    }
}

/// An expectation that does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The row or step that expects it.
    pub span: Span,
    /// One sentence: `velocity: row 2 differs in transfers`.
    pub title: String,
    /// Expected and found, aligned; several lines, perhaps none.
    pub detail: String,
}

/// Runs one test of the plan.
pub fn run(model: &Model, plan: &Plan, test: &Test) -> TestOutcome {
    let mut runner = Runner {
        model,
        plan,
        stage: Stage::new(model, plan, test.package),
        seen: BTreeMap::new(),
        expecting: false,
        failures: Vec::new(),
    };
    for step in &test.steps {
        runner.step(step);
        if runner.report_stop(step) {
            break;
        }
    }
    TestOutcome { failures: runner.failures }
}

struct Runner<'p> {
    model: &'p Model,
    plan: &'p Plan,
    stage: Stage<'p>,
    /// What the present expectations see, by topic; rows that an `expect … [ ]` has consumed are gone.
    seen: BTreeMap<TopicId, Vec<Emission>>,
    /// The step before was an expectation too: both see the same emissions.
    expecting: bool,
    failures: Vec<Failure>,
}

impl Runner<'_> {
    fn step(&mut self, step: &Step) {
        let expecting = match &step.kind {
            StepKind::Given { topic, rows } => {
                self.stage.give(*topic, rows);
                false
            }
            StepKind::AdvanceTo(time) => {
                self.stage.advance_to(*time);
                false
            }
            StepKind::Restart => {
                self.stage.restart();
                false
            }
            _ => true,
        };
        if expecting {
            self.look();
        }
        self.expecting = expecting;
        match &step.kind {
            StepKind::Expect { topic, rows } => self.expect(*topic, rows),
            StepKind::Contains { topic, rows } => self.expect_contains(*topic, rows),
            StepKind::Empty { topic } => self.expect_empty(*topic, step.span),
            StepKind::Count { what, expected, node } => self.expect_count(*what, *expected, *node, step.span),
            StepKind::Given { .. } | StepKind::AdvanceTo(_) | StepKind::Restart => {}
        }
    }

    /// Reads everything; the first of several expectations forgets what those before have seen.
    fn look(&mut self) {
        self.stage.settle_idle();
        if !self.expecting {
            self.seen.clear();
        }
        for emission in self.stage.take_emissions() {
            self.seen.entry(emission.topic).or_default().push(emission);
        }
    }

    fn expect(&mut self, topic: TopicId, rows: &[ExpectedRow]) {
        let found = self.seen.entry(topic).or_default();
        let rest = found.split_off(rows.len().min(found.len()));
        let found = std::mem::replace(found, rest);
        for (at, row) in rows.iter().enumerate() {
            match found.get(at) {
                Some(emission) if compare::matches(self.model, row, emission) => {}
                Some(emission) => {
                    self.failures.push(report::differs(self.model, topic, at, row, emission));
                }
                None => {
                    self.failures.push(report::missing(self.model, topic, at, row, &found));
                    break;
                }
            }
        }
    }

    fn expect_contains(&mut self, topic: TopicId, rows: &[ExpectedRow]) {
        let found = self.seen.get(&topic).map_or(&[] as &[Emission], Vec::as_slice);
        for row in rows {
            if !found.iter().any(|emission| compare::matches(self.model, row, emission)) {
                self.failures.push(report::contains_not(self.model, topic, row, found));
            }
        }
    }

    fn expect_empty(&mut self, topic: TopicId, span: Span) {
        if let Some(found) = self.seen.get(&topic).filter(|found| !found.is_empty()) {
            self.failures.push(report::not_empty(self.model, topic, span, found));
        }
    }

    fn expect_count(&mut self, what: CountKind, expected: u64, node: Option<(usize, NodeId)>, span: Span) {
        let losses = self.stage.losses(node);
        let (word, found) = match what {
            CountKind::Late => ("late", losses.late),
            CountKind::Dead => ("dead", losses.dead),
            CountKind::Unmatched => ("unmatched", losses.unmatched),
        };
        if found != expected {
            let on: Option<&Name> =
                node.and_then(|(job, node)| Some(&self.plan.jobs.get(job)?.node(node).name));
            let on = on.map_or(String::new(), |name| format!(" on {name}"));
            let title = format!("{word} records{on}: expected {expected}, found {found}");
            self.failures.push(Failure { span, title, detail: String::new() });
        }
    }

    /// A route said `stop`: nothing after it means anything.
    fn report_stop(&mut self, step: &Step) -> bool {
        let Some((job, stopped)) = self.stage.stopped() else { return false };
        let topic = stopped.topic.as_ref().map_or("the clock", |t| t.as_str());
        let offset = stopped.offset.map_or(String::new(), |o| format!(", offset {o}"));
        let title = format!(
            "the job {} has stopped at {}: {} (from {topic}{offset})",
            job.name,
            job.node(stopped.node).name,
            stopped.fail
        );
        self.failures.push(Failure { span: step.span, title, detail: String::new() });
        true
    }
}
