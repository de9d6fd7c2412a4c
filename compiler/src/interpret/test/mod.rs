//! `test` blocks: steps in, failures with their spans out (spec: declarations.test).
//!
//! All jobs of the test's package run; what one writes another may read. A topic has one partition. Every `expect` first
//! reads all inputs to their end and takes them as idle, then sees what was written since the expectations before it.
//!
//! Who runs the jobs is a [`Player`]: the interpreter here, generated code elsewhere. Steps, comparison and words are the
//! same for all.

mod compare;
mod interpreted;
mod player;
mod report;
mod show;
mod stage;

pub use player::Player;
pub use show::show;

use super::row::Emission;
use crate::base::{Name, Span};
use crate::model::{Model, PackageId, TopicId};
use crate::plan::{CountKind, ExpectedRow, Job, NodeId, Plan, Step, StepKind, Test};
use interpreted::Interpreted;
use stage::Stage;
use std::collections::BTreeMap;
use std::convert::Infallible;

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

/// Runs one test of the plan on the interpreter.
pub fn run(model: &Model, plan: &Plan, test: &Test) -> TestOutcome {
    let interpret = |job| Ok::<_, Infallible>(Interpreted::new(model, job));
    match run_on(model, plan, test, interpret) {
        Ok(outcome) => outcome,
        Err(never) => match never {},
    }
}

/// Runs one test of the plan on players of the package's jobs. An error is the player's, not the test's: it could not
/// run the job.
pub fn run_on<'p, P: Player>(
    model: &'p Model,
    plan: &'p Plan,
    test: &Test,
    play: impl FnMut(&'p Job) -> Result<P, P::Error>,
) -> Result<TestOutcome, P::Error> {
    let mut runner = Runner {
        model,
        plan,
        package: test.package,
        stage: Stage::new(plan, test.package, play)?,
        seen: BTreeMap::new(),
        expecting: false,
        failures: Vec::new(),
    };
    for step in &test.steps {
        runner.act(step)?;
        if runner.report_stop(step)? {
            break;
        }
        runner.judge(step)?;
    }
    Ok(TestOutcome { failures: runner.failures })
}

struct Runner<'p, P: Player> {
    model: &'p Model,
    plan: &'p Plan,
    package: PackageId,
    stage: Stage<'p, P>,
    /// What the present expectations see, by topic; rows that an `expect … [ ]` has consumed are gone.
    seen: BTreeMap<TopicId, Vec<Emission>>,
    /// The step before was an expectation too: both see the same emissions.
    expecting: bool,
    failures: Vec<Failure>,
}

impl<P: Player> Runner<'_, P> {
    /// What the step does to the jobs.
    fn act(&mut self, step: &Step) -> Result<(), P::Error> {
        let expecting = match &step.kind {
            StepKind::Given { topic, rows } => {
                self.stage.give(*topic, rows)?;
                false
            }
            StepKind::AdvanceTo(time) => {
                self.stage.advance_to(*time)?;
                false
            }
            StepKind::Restart => {
                self.stage.restart()?;
                false
            }
            _ => true,
        };
        if expecting {
            self.look()?;
        }
        self.expecting = expecting;
        Ok(())
    }

    /// Whether what the step expects is there.
    fn judge(&mut self, step: &Step) -> Result<(), P::Error> {
        match &step.kind {
            StepKind::Expect { topic, rows } => self.expect(*topic, rows),
            StepKind::Contains { topic, rows } => self.expect_contains(*topic, rows),
            StepKind::Empty { topic } => self.expect_empty(*topic, step.span),
            StepKind::Count { what, expected, node } => {
                self.expect_count(*what, *expected, *node, step.span)?;
            }
            StepKind::Given { .. } | StepKind::AdvanceTo(_) | StepKind::Restart => {}
        }
        Ok(())
    }

    /// Reads everything; the first of several expectations forgets what those before have seen.
    fn look(&mut self) -> Result<(), P::Error> {
        self.stage.settle_idle()?;
        if !self.expecting {
            self.seen.clear();
        }
        for emission in self.stage.take_emissions() {
            self.seen.entry(emission.topic).or_default().push(emission);
        }
        Ok(())
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

    fn expect_count(
        &mut self,
        what: CountKind,
        expected: u64,
        node: Option<(usize, NodeId)>,
        span: Span,
    ) -> Result<(), P::Error> {
        let losses = self.stage.losses(node)?;
        let (word, found) = match what {
            CountKind::Late => ("late", losses.late),
            CountKind::Dead => ("dead", losses.dead),
            CountKind::Unmatched => ("unmatched", losses.unmatched),
        };
        if found != expected {
            let on: Option<&Name> =
                node.and_then(|(job, node)| Some(&self.plan.jobs_of(self.package).nth(job)?.node(node).name));
            let on = on.map_or(String::new(), |name| format!(" on {name}"));
            let title = format!("{word} records{on}: expected {expected}, found {found}");
            self.failures.push(Failure { span, title, detail: String::new() });
        }
        Ok(())
    }

    /// A route said `stop`: nothing after it means anything, and what the job had not committed was never written.
    fn report_stop(&mut self, step: &Step) -> Result<bool, P::Error> {
        let Some((job, stopped)) = self.stage.stopped()? else { return Ok(false) };
        let topic = stopped.topic.as_ref().map_or("the clock", |t| t.as_str());
        let offset = stopped.offset.map_or(String::new(), |o| format!(", offset {o}"));
        let title = format!(
            "the job {} has stopped at {}: {} (from {topic}{offset})",
            job.name,
            job.node(stopped.node).name,
            stopped.fail
        );
        self.failures.push(Failure { span: step.span, title, detail: String::new() });
        Ok(true)
    }
}
