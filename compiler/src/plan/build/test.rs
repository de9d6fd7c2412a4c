//! `test` blocks: topics and nodes found, rows as values.

use crate::base::{Name, nearest};
use crate::codes::{s0610_test_name, s0691_not_supported};
use crate::diag::Diagnostic;
use crate::model::{Model, PackageId, TopicId};
use crate::plan::{CountKind, Job, NodeId, Step, StepKind, Test};
use crate::syntax::ast::{self, TestStepKind};
use crate::types::check::{Checker, TypeNames};
use std::sync::Arc;

/// One test while it is resolved.
pub(super) struct Tester<'m, 'j> {
    pub model: &'m Model,
    pub package: PackageId,
    pub checker: Checker<'m>,
    /// The package's jobs; `None` if one of them is broken.
    jobs: Option<&'j [Arc<Job>]>,
    /// The time of the row before, in microseconds.
    pub time: Option<i64>,
}

/// `None`: something in it is wrong; reported.
pub(super) fn build(
    model: &Model,
    package: PackageId,
    types: &TypeNames,
    jobs: Option<&[Arc<Job>]>,
    test: &ast::Test,
) -> (Option<Test>, Vec<Diagnostic>) {
    let checker = Checker::new(model, types.clone());
    let mut tester = Tester { model, package, checker, jobs, time: None };
    let mut steps = Vec::new();
    let mut whole = test.name.is_some();
    for step in &test.steps {
        match tester.step(step) {
            Some(kind) => steps.push(Step { kind, span: step.span }),
            None => whole = false,
        }
    }
    let name = test.name.as_ref().map(|n| n.value.clone()).unwrap_or_default();
    let built = Test { package, name, steps, span: test.head };
    let errors = tester.checker.diagnostics.iter().any(|d| d.severity == crate::diag::Severity::Error);
    ((whole && !errors).then_some(built), tester.checker.diagnostics)
}

impl Tester<'_, '_> {
    pub fn report(&mut self, diagnostic: Diagnostic) {
        self.checker.report(diagnostic);
    }

    fn step(&mut self, step: &ast::TestStep) -> Option<StepKind> {
        match &step.kind {
            TestStepKind::Given { topic, rows } => {
                let topic = self.topic(topic.as_ref()?, true)?;
                let rows: Vec<_> = rows.iter().map(|row| self.given(topic, row)).collect();
                Some(StepKind::Given { topic, rows: rows.into_iter().collect::<Option<_>>()? })
            }
            TestStepKind::Expect { topic, rows } => {
                let topic = self.topic(topic.as_ref()?, false)?;
                let rows: Vec<_> = rows.iter().map(|row| self.expected(topic, row)).collect();
                Some(StepKind::Expect { topic, rows: rows.into_iter().collect::<Option<_>>()? })
            }
            TestStepKind::ExpectContains { topic, rows } => {
                let topic = self.topic(topic.as_ref()?, false)?;
                let rows: Vec<_> = rows.iter().map(|row| self.expected(topic, row)).collect();
                Some(StepKind::Contains { topic, rows: rows.into_iter().collect::<Option<_>>()? })
            }
            TestStepKind::ExpectEmpty { topic } => {
                Some(StepKind::Empty { topic: self.topic(topic.as_ref()?, false)? })
            }
            TestStepKind::ExpectCount { what, count, node } => {
                let kind = match what.name.as_str() {
                    "late" => CountKind::Late,
                    "dead" => CountKind::Dead,
                    "unmatched" => CountKind::Unmatched,
                    other => {
                        let near = nearest(other, ["late", "dead", "unmatched"]);
                        self.report(s0610_test_name::count(what.span, other, near));
                        return None;
                    }
                };
                let node = match node {
                    Some(node) => Some(self.node(node)?),
                    None => None,
                };
                Some(StepKind::Count { what: kind, expected: *count, node })
            }
            TestStepKind::AdvanceTo { time } => Some(StepKind::AdvanceTo((*time)?)),
            TestStepKind::Restart => Some(StepKind::Restart),
            TestStepKind::Deferred(deferred) => {
                let what = format!("`{}` in a test", deferred.keyword);
                self.report(s0691_not_supported::construct(deferred.span, &what));
                None
            }
            TestStepKind::Error => None,
        }
    }

    /// An import by its name, or a topic of the package.
    fn topic(&mut self, path: &ast::Path, given: bool) -> Option<TopicId> {
        let name = path.text();
        let model = self.model;
        let definition = model.package(self.package);
        let own = model.topics_of(self.package);
        let found = own.clone().filter(|(_, t)| *t.name == *name).max_by_key(|(_, t)| t.version);
        if let Some((id, _)) = found {
            return Some(id);
        }
        if let Some(import) = definition.imports.iter().find(|i| *i.name == *name) {
            return import.topic;
        }
        let mut known: Vec<&str> = own.map(|(_, t)| t.name.as_str()).collect();
        known.extend(definition.imports.iter().map(|i| i.name.as_str()));
        let near = nearest(&name, known.iter().copied());
        self.report(s0610_test_name::topic(path.span, &name, given, near));
        None
    }

    fn node(&mut self, name: &ast::Ident) -> Option<(usize, NodeId)> {
        let jobs = self.jobs?;
        let all = jobs
            .iter()
            .enumerate()
            .flat_map(|(j, job)| job.nodes.iter().enumerate().map(move |(n, node)| (j, n, &node.name)));
        if let Some((job, node, _)) = all.clone().find(|(_, _, n)| **n == name.name) {
            return Some((job, NodeId(node as u32)));
        }
        let near = nearest(&name.name, all.map(|(_, _, n)| n.as_str())).map(str::to_owned);
        self.report(s0610_test_name::node(name.span, &name.name, near.as_deref()));
        None
    }

    /// The name that the package has for a topic, and the columns that it may see of it.
    pub fn readable(&self, topic: TopicId, column: &Name) -> bool {
        let definition = self.model.package(self.package);
        self.model.topic(topic).package == self.package
            || definition.imports.iter().any(|i| i.topic == Some(topic) && i.columns.contains(column))
    }
}
