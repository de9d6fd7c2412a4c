//! Jobs and their nodes.

use super::{Annotation, Bound, Deferred, DurationLiteral, Expr, FieldValue, Ident, Path, Text};
use crate::base::Span;

#[derive(Clone, Debug)]
pub struct Job {
    pub docs: String,
    pub name: Ident,
    /// `guarantee exactly_once`.
    pub guarantee: Option<Ident>,
    pub routes: Vec<RouteClause>,
    pub nodes: Vec<Node>,
    /// `serve`, `machine`, `replay`, …: parsed, not compiled by this version.
    pub deferred: Vec<Deferred>,
    pub span: Span,
    pub head: Span,
}

/// `bad to unusable`, `late drop because "…"`, `unmatched stop`.
#[derive(Clone, Debug)]
pub struct RouteClause {
    pub kind: RouteKind,
    pub target: RouteTarget,
    /// The clause's keyword.
    pub keyword: Span,
    pub span: Span,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RouteKind {
    Bad,
    Late,
    Unmatched,
}

#[derive(Clone, Debug)]
pub enum RouteTarget {
    Topic(Path),
    Drop { because: Option<Text> },
    Stop,
    Error,
}

/// `stream in_euro { … }`, `table last_hour { … }`.
#[derive(Clone, Debug)]
pub struct Node {
    pub docs: String,
    pub table: bool,
    pub name: Ident,
    pub clauses: Vec<NodeClause>,
    pub span: Span,
    pub head: Span,
}

#[derive(Clone, Debug)]
pub struct NodeClause {
    pub kind: NodeClauseKind,
    pub keyword: Span,
    pub span: Span,
}

#[derive(Clone, Debug)]
pub enum NodeClauseKind {
    From(From),
    Join(Box<Join>),
    /// `each o.lines as line`.
    Each {
        list: Option<Expr>,
        alias: Option<Ident>,
    },
    Where(Option<Expr>),
    Key(Vec<KeyColumn>),
    Window(WindowClause),
    Select(Vec<SelectField>),
    Having(Option<Expr>),
    Keep(Keep),
    Bound(Bound),
    Emit(Emit),
    Route(RouteClause),
    To(To),
    /// `sequence`, `correct within …`: parsed, not compiled by this version.
    Deferred(Deferred),
    Error,
}

/// `from rock as s with { genre: "rock" }`.
#[derive(Clone, Debug)]
pub struct From {
    /// A topic, an import, or a node of the job.
    pub source: Option<Path>,
    /// `from changes of client_position`.
    pub changes_of: bool,
    pub alias: Option<Ident>,
    pub with: Vec<FieldValue>,
}

/// `left join everywhere reference_rates as r on r.currency == t.currency as of t.completed`.
#[derive(Clone, Debug)]
pub struct Join {
    pub kind: JoinKind,
    pub everywhere: bool,
    pub source: Option<Path>,
    pub alias: Option<Ident>,
    pub on: Option<Expr>,
    pub as_of: Option<Expr>,
    /// `within 1h before, 2h after`.
    pub within: Option<Within>,
    pub grace: Option<DurationLiteral>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JoinKind {
    Inner,
    Left,
    Full,
}

#[derive(Clone, Debug)]
pub struct Within {
    pub before: Option<DurationLiteral>,
    pub after: Option<DurationLiteral>,
    pub span: Span,
}

/// `sender: e.sender`, or `s.id` (named after its last part).
#[derive(Clone, Debug)]
pub struct KeyColumn {
    pub name: Option<Ident>,
    pub value: Expr,
    pub span: Span,
}

#[derive(Clone, Debug)]
pub struct WindowClause {
    pub kind: WindowKind,
    pub grace: Option<DurationLiteral>,
    pub span: Span,
}

#[derive(Clone, Debug)]
pub enum WindowKind {
    /// `tumbling 1h offset 15m`.
    Tumbling {
        size: Option<DurationLiteral>,
        offset: Option<DurationLiteral>,
    },
    /// `hopping 1h every 5m`.
    Hopping {
        size: Option<DurationLiteral>,
        every: Option<DurationLiteral>,
        offset: Option<DurationLiteral>,
    },
    /// `session gap 2m`.
    Session {
        gap: Option<DurationLiteral>,
    },
    /// `cumulating`, `sliding`, calendar windows.
    Deferred(Deferred),
    Error,
}

/// A field of `select`, perhaps with annotations of its own.
#[derive(Clone, Debug)]
pub struct SelectField {
    pub value: FieldValue,
    pub annotations: Vec<Annotation>,
}

/// `keep first within 24h`, `keep last`, `keep top 10 by b.price desc as rank`.
#[derive(Clone, Debug)]
pub enum Keep {
    First { within: Option<DurationLiteral> },
    Last { within: Option<DurationLiteral> },
    Top(KeepTop),
    Deferred(Deferred),
    Error,
}

/// `top 10 by b.price desc, b.time with ties as rank`.
#[derive(Clone, Debug)]
pub struct KeepTop {
    pub count: Option<(u32, Span)>,
    pub order: Vec<OrderTerm>,
    /// Rows equal to the last one in every term are kept, too.
    pub ties: bool,
    /// The column with a row's place in its group.
    pub rank: Option<Ident>,
}

/// `b.price desc`.
#[derive(Clone, Debug)]
pub struct OrderTerm {
    pub value: Expr,
    pub descending: bool,
}

#[derive(Clone, Debug)]
pub enum Emit {
    /// `emit changes`, `emit changes at most every 10s`.
    Changes {
        at_most_every: Option<DurationLiteral>,
    },
    Final,
    Error,
}

/// `to velocity latest window`, `to drama when o.genre == "drama"`, `to others otherwise`.
#[derive(Clone, Debug)]
pub struct To {
    pub topic: Option<Path>,
    pub latest_window: bool,
    pub when: Option<Expr>,
    pub otherwise: bool,
}
