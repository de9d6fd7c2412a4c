//! `test` blocks.

use super::{Deferred, FieldValue, Ident, Path, Text};
use crate::base::Span;

#[derive(Clone, Debug)]
pub struct Test {
    pub docs: String,
    pub name: Option<Text>,
    pub steps: Vec<TestStep>,
    pub span: Span,
    pub head: Span,
}

#[derive(Clone, Debug)]
pub struct TestStep {
    pub kind: TestStepKind,
    pub span: Span,
}

#[derive(Clone, Debug)]
pub enum TestStepKind {
    /// `given transfer_completed [ { … } … ]`.
    Given {
        topic: Option<Path>,
        rows: Vec<Row>,
    },
    /// `expect velocity [ … ]`: consumes rows in order.
    Expect {
        topic: Option<Path>,
        rows: Vec<Row>,
    },
    /// `expect velocity contains { … }`.
    ExpectContains {
        topic: Option<Path>,
        rows: Vec<Row>,
    },
    /// `expect velocity empty`.
    ExpectEmpty {
        topic: Option<Path>,
    },
    /// `expect late 2 on last_hour`; also `dead`, `unmatched`.
    ExpectCount {
        what: Ident,
        count: u64,
        node: Option<Ident>,
    },
    /// `advance to 2026-12-01T00:00:00Z`: microseconds since the epoch.
    AdvanceTo {
        time: Option<i64>,
    },
    Restart,
    Deferred(Deferred),
    Error,
}

/// `{ sender: 7, transfers: 2 }`.
#[derive(Clone, Debug)]
pub struct Row {
    pub fields: Vec<FieldValue>,
    pub span: Span,
}
