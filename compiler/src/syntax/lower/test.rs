//! `test` blocks.

use super::Lower;
use super::literal::{Number, date, instant, number};
use crate::syntax::ast::*;
use crate::syntax::tree::{Kind, Node};

impl Lower {
    pub(super) fn test(&mut self, node: Node<'_>, docs: String) -> Test {
        let head = node.child(Kind::TestHead).unwrap_or(node);
        let mut test = Test {
            docs,
            name: self.text_in(head),
            steps: Vec::new(),
            span: self.span(node),
            head: self.head_span(node, head),
        };
        for child in node.solid() {
            if child.kind() == Kind::OrphanRows {
                let rows = self.rows(child);
                self.add_rows(&mut test.steps, rows);
            } else if let Some(kind) = self.step(child) {
                test.steps.push(TestStep { kind, span: self.span(child) });
            }
        }
        test
    }

    /// Rows without a head belong to the step before, whose list a stray `]` has closed.
    fn add_rows(&mut self, steps: &mut [TestStep], more: Vec<Row>) {
        if let Some(TestStep { kind, .. }) = steps.last_mut()
            && let TestStepKind::Given { rows, .. } | TestStepKind::Expect { rows, .. } = kind
        {
            rows.extend(more);
        }
    }

    fn step(&mut self, step: Node<'_>) -> Option<TestStepKind> {
        Some(match step.kind() {
            Kind::Given if step.has(Kind::Call) => {
                TestStepKind::Deferred(self.deferred(step, "given a function"))
            }
            Kind::Given | Kind::LostStep => {
                TestStepKind::Given { topic: self.path_in(step), rows: self.step_rows(step) }
            }
            Kind::Expect => self.expect(step),
            Kind::Advance => TestStepKind::AdvanceTo { time: self.advance(step) },
            Kind::Restart => TestStepKind::Restart,
            _ => return None,
        })
    }

    fn expect(&mut self, step: Node<'_>) -> TestStepKind {
        let topic = self.path_in(step);
        if let Some(counted) = step.child(Kind::ExpectCount) {
            return self.expect_count(counted);
        }
        if step.keyword("empty").is_some() {
            return TestStepKind::ExpectEmpty { topic };
        }
        if step.keyword("contains").is_some() {
            let node = step.child(Kind::List).unwrap_or(step);
            let rows = node.all(Kind::Record).map(|record| self.row(record)).collect();
            return TestStepKind::ExpectContains { topic, rows };
        }
        TestStepKind::Expect { topic, rows: self.step_rows(step) }
    }

    fn expect_count(&mut self, counted: Node<'_>) -> TestStepKind {
        let names = self.names_in(counted);
        let count = counted.child(Kind::Number).map(|token| number(token.text()));
        match (names.first(), count) {
            (Some(what), Some(Number::Integer(count))) => TestStepKind::ExpectCount {
                what: what.clone(),
                count: count.unsigned_abs(),
                node: names.get(1).cloned(),
            },
            _ => TestStepKind::Error,
        }
    }

    fn advance(&mut self, step: Node<'_>) -> Option<i64> {
        let token = step.child(Kind::Date)?;
        let midnight = date(token.text()).map(|days| i64::from(days) * 86_400_000_000);
        let time = instant(token.text()).or(midnight);
        if time.is_none() {
            self.literal(token);
        }
        time
    }

    fn step_rows(&mut self, step: Node<'_>) -> Vec<Row> {
        step.child(Kind::Rows).map_or(Vec::new(), |rows| self.rows(rows))
    }

    fn rows(&mut self, rows: Node<'_>) -> Vec<Row> {
        rows.all(Kind::Row)
            .filter_map(|row| row.child(Kind::Record).or(row.child(Kind::BareRecord)))
            .map(|record| self.row(record))
            .collect()
    }

    fn row(&mut self, record: Node<'_>) -> Row {
        Row { fields: self.field_values(record), span: self.span(record) }
    }
}
