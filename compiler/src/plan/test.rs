//! `test` blocks, resolved.

use super::NodeId;
use crate::base::{Name, Span};
use crate::model::{PackageId, TopicId, Value};

#[derive(Clone, Debug)]
pub struct Test {
    pub package: PackageId,
    pub name: String,
    pub steps: Vec<Step>,
    /// The head of the block.
    pub span: Span,
}

#[derive(Clone, Debug)]
pub struct Step {
    pub kind: StepKind,
    pub span: Span,
}

#[derive(Clone, Debug)]
pub enum StepKind {
    Given {
        topic: TopicId,
        rows: Vec<GivenRow>,
    },
    /// Consumes emissions in order; columns not written are not compared.
    Expect {
        topic: TopicId,
        rows: Vec<ExpectedRow>,
    },
    Contains {
        topic: TopicId,
        rows: Vec<ExpectedRow>,
    },
    Empty {
        topic: TopicId,
    },
    /// How many records a node found `late`, `dead` or `unmatched` so far.
    Count {
        what: CountKind,
        expected: u64,
        /// The job, by its place among those of the package, and its node.
        node: Option<(usize, NodeId)>,
    },
    /// Microseconds since the epoch.
    AdvanceTo(i64),
    /// The job is stopped and started again on its committed state.
    Restart,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountKind {
    Late,
    Dead,
    Unmatched,
}

/// One value per field of the schema; a field that the row does not write is `none`.
#[derive(Clone, Debug)]
pub struct GivenRow {
    pub values: Vec<Value>,
    /// Microseconds; `None`: that of the row before.
    pub time: Option<i64>,
    pub span: Span,
}

/// Column name and expected value, as converted to the column's type; `window` stands for a window's bounds.
#[derive(Clone, Debug)]
pub struct ExpectedRow {
    pub columns: Vec<(Name, Value)>,
    pub span: Span,
}
