//! The operators.

use super::{Expr, NodeId, Scope, StreamJoin};
use crate::base::{Name, Span};
use crate::model::{KeyEncoding, TopicId, Type};
use riparian_functions::catalogue::AggregateDefinition;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OperatorId(pub u32);

#[derive(Clone, Debug)]
pub struct Operator {
    pub id: OperatorId,
    /// The declared node it belongs to; a source belongs to the node that reads it first.
    pub node: NodeId,
    pub kind: OperatorKind,
    /// For a join: the stream, then the table; of two streams the left one first. For a merge: in order of the `from` clauses.
    pub inputs: Vec<OperatorId>,
    /// What consumers see.
    pub scope: Scope,
    pub routes: Routes,
    /// The clause it comes from.
    pub span: Span,
}

#[derive(Clone, Debug)]
pub enum OperatorKind {
    /// Records of a topic enter: decoded, time taken, watermark. One binding: the alias (or the topic's name); its
    /// columns are *all* fields of the schema in order, so that column index = field index.
    Source(Source),
    /// `where`, and `having` on a table of changes. Same scope as the input.
    Filter { condition: Expr },
    /// Several inputs of one type, with constant columns added. One binding.
    Merge { branches: Vec<MergeBranch> },
    /// A stream meets a table. The input's bindings, then the table's.
    Join(Join),
    /// Two streams meet within a span of time. The left's bindings, then the right's.
    StreamJoin(Box<StreamJoin>),
    /// `each o.lines as line`: one row per element. The input's bindings, then the element's.
    Flatten { list: Expr },
    /// `select` of a stream. One binding, named after the node.
    Project { columns: Vec<Expr> },
    /// The stream continues partitioned by other columns. The input's bindings, then a last binding `key`.
    Rekey(Rekey),
    /// Groups, perhaps in windows. One binding named after the node: the key columns, then the selected ones, then
    /// (of a `keep top`, where it has a name) the rank, then (windowed) `window.start` and `window.end`.
    Aggregate(Box<Aggregate>),
    /// `keep first | last`: one binding as its input's.
    Deduplicate(Deduplicate),
    /// A row goes to a topic. No consumers.
    Sink(Sink),
}

#[derive(Clone, Debug)]
pub struct Source {
    pub topic: TopicId,
    /// Read as a table: the right side of joins.
    pub table: bool,
    /// Every task holds the whole table.
    pub everywhere: bool,
}

#[derive(Clone, Debug)]
pub struct MergeBranch {
    /// In terms of that input's scope, one per output column.
    pub columns: Vec<Expr>,
}

#[derive(Clone, Debug)]
pub struct Join {
    pub left_outer: bool,
    pub everywhere: bool,
    /// Pairs that must be equal: an expression over the stream's scope, and the table's key column (by index into the
    /// table's binding). Together they cover the table's key, in the key's order.
    pub on: Vec<(Expr, usize)>,
    /// A further condition over the joined scope; a row that fails it is unmatched.
    pub condition: Option<Expr>,
    /// Look-up by event time in a versioned table; over the stream's scope.
    pub as_of: Option<Expr>,
    /// Microseconds, for `as_of`.
    pub history: Option<i64>,
}

#[derive(Clone, Debug)]
pub struct NamedExpr {
    pub name: Name,
    pub value: Expr,
}

#[derive(Clone, Debug)]
pub struct Rekey {
    pub key: Vec<NamedExpr>,
    /// The internal topic without package and job: `in_euro.by.sender`.
    pub name: Name,
    /// False when the input is partitioned so already: then it is only a change of key.
    pub repartition: bool,
    /// Where rows behind it meet a table: how they are placed. Else by the internal topic's own key.
    pub place: Option<Place>,
    /// Rows whose key is null go on, in one partition: an outer join behind it takes them for unmatched (spec: join.null-key).
    pub keeps_null: bool,
}

/// What decides the partition of rows that meet a table: their key as the table's topic has it on the wire
/// (spec: join.place).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Columns of the rekey's key, in the order of the table's.
    pub columns: Vec<usize>,
    /// Of a key of several columns always JSON.
    pub encoding: KeyEncoding,
}

#[derive(Clone, Debug)]
pub struct Aggregate {
    /// Over the input's scope.
    pub key: Vec<NamedExpr>,
    pub window: Option<Window>,
    /// Microseconds after a window's end during which records still count.
    pub grace: i64,
    /// Over the input's scope.
    pub calls: Vec<AggregateCall>,
    /// Over the group's scope: binding 0 `key` (the key columns), binding 1 `aggregates` (one per call), binding 2
    /// `window` (`start`, `end`: timestamps; absent without a window).
    pub select: Vec<NamedExpr>,
    /// Over the output's scope.
    pub having: Option<Expr>,
    /// `keep top`: rows of the group instead of one row for it; then there are no calls, and `select` is empty.
    pub top: Option<Top>,
    pub emit: Emit,
    pub bound: StateBound,
}

/// Which rows of a group a table has, and in which order (spec: top.rows).
#[derive(Clone, Debug)]
pub struct Top {
    /// At least 1.
    pub count: u32,
    /// Rows that are equal to the last one in every term of the order are kept, too.
    pub ties: bool,
    /// Over the input's scope.
    pub order: Vec<OrderTerm>,
    /// What is kept of each row; over the input's scope.
    pub columns: Vec<NamedExpr>,
    /// The column with a row's place in its group, from 1.
    pub rank: Option<Name>,
}

#[derive(Clone, Debug)]
pub struct OrderTerm {
    pub value: Expr,
    pub descending: bool,
}

impl Aggregate {
    /// What it reads of its input beside the key: the arguments and conditions of its calls; of a `keep top` the columns,
    /// then the order.
    pub fn reads(&self) -> impl Iterator<Item = &Expr> {
        let calls = self.calls.iter().flat_map(|call| call.arguments.iter().chain(&call.filter));
        let columns = self.top.iter().flat_map(|top| top.columns.iter().map(|column| &column.value));
        let order = self.top.iter().flat_map(|top| top.order.iter().map(|term| &term.value));
        calls.chain(columns).chain(order)
    }
}

#[derive(Clone, Debug)]
pub struct AggregateCall {
    pub function: &'static AggregateDefinition,
    pub arguments: Vec<Expr>,
    /// `where:`.
    pub filter: Option<Expr>,
    /// The result.
    pub ty: Type,
    pub span: Span,
}

/// Durations in microseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Window {
    Tumbling { size: i64, offset: i64 },
    Hopping { size: i64, every: i64, offset: i64 },
    Session { gap: i64 },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Emit {
    /// Every update.
    Changes,
    /// A dirty key when operator time crosses a multiple of this, in microseconds.
    AtMostEvery(i64),
    /// Each closed window once.
    Final,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StateBound {
    /// By the window.
    Window,
    FiniteKeys,
    /// Microseconds of event time without an update.
    Ttl(i64),
    /// Nothing was said; reported.
    Missing,
}

#[derive(Clone, Debug)]
pub struct Deduplicate {
    pub key: Vec<NamedExpr>,
    /// How long a repetition can come later or earlier, in microseconds.
    pub within: Option<i64>,
}

#[derive(Clone, Debug)]
pub struct Sink {
    pub topic: TopicId,
    /// One per field of the topic's schema, in order, converted to the field's type; over the input's scope.
    pub columns: Vec<Expr>,
    /// The topic's key, in order, tokens applied; over the input's scope. The window, if the topic's key has it, is
    /// implied by [`Sink::windowed`].
    pub key: Vec<Expr>,
    /// The key carries the window (spec: window.latest).
    pub windowed: bool,
    /// One row per key: that of the window which starts first among those containing the key's newest event.
    pub latest_window: bool,
    /// `to X when …`; `otherwise` has become the negation of the other conditions.
    pub when: Option<Expr>,
    /// The input is a table's changes: a delete becomes a tombstone.
    pub table: bool,
}

/// Where records go that cannot be used (spec: errors.route): found at the node, else the job, else the package.
#[derive(Clone, Debug)]
pub struct Routes {
    pub bad: Route,
    pub late: Route,
    pub unmatched: Route,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    To(TopicId),
    Drop { because: String },
    Stop,
}
