//! Topics: the contracts.

use super::{Deferred, DurationLiteral, Expr, Ident, Path, Text, Version};
use crate::base::Span;

/// `topic transfer_completed v3 { … }`, `table topic velocity v1 { … }`, `topic unusable v1 { dead_letter; … }`.
#[derive(Clone, Debug)]
pub struct Topic {
    pub docs: String,
    pub table: bool,
    pub name: Ident,
    pub version: Option<Version>,
    pub clauses: Vec<TopicClause>,
    pub span: Span,
    /// The head: `topic transfer_completed v3`.
    pub head: Span,
}

#[derive(Clone, Debug)]
pub struct TopicClause {
    pub kind: TopicClauseKind,
    /// The clause's keyword.
    pub keyword: Span,
    pub span: Span,
}

#[derive(Clone, Debug)]
pub enum TopicClauseKind {
    DeadLetter,
    Schema(Option<Ident>),
    Key(Vec<TopicKey>),
    /// `partition by id count 48 using murmur2`.
    Partition {
        by: Vec<Ident>,
        count: Option<(u32, Span)>,
        using: Option<Ident>,
    },
    Time(TimeClause),
    /// `tombstones allowed`.
    TombstonesAllowed,
    Format(Format),
    /// `wire placed "placedAt" epoch_ms`.
    Wire {
        field: Option<Ident>,
        name: Option<Text>,
        form: Option<Ident>,
    },
    /// `trusted`.
    Trusted,
    Compat(Option<Ident>),
    Bound(Bound),
    /// `history 400d`.
    History(Option<DurationLiteral>),
    Retain(Retain),
    /// `erase within 30d by shred(sender)`.
    Erase {
        within: Option<DurationLiteral>,
        mechanism: Option<Expr>,
    },
    Visibility(Option<Ident>),
    Fresh(Option<DurationLiteral>),
    Grant(Grant),
    /// `supersedes v2 sunset 2027-03-31`.
    Supersedes {
        version: Option<Version>,
        sunset: Option<(i32, Span)>,
    },
    /// A clause that this version does not analyse.
    Deferred(Deferred),
    Error,
}

/// `format json`, `format avro "line.avsc" plain`.
#[derive(Clone, Debug)]
pub struct Format {
    pub name: Option<Ident>,
    /// The schema file, relative to the file that this stands in.
    pub file: Option<Text>,
    /// `confluent` or `plain`.
    pub frame: Option<Ident>,
}

/// `sender by token("fraud")`, `currency`, `window`, `id as int64`.
#[derive(Clone, Debug)]
pub struct TopicKey {
    /// A field of the schema, or the word `window`.
    pub field: Ident,
    /// `by token("fraud")`.
    pub by: Option<Expr>,
    /// `as int64 | text | json`.
    pub encoding: Option<Ident>,
    pub span: Span,
}

/// `time completed disorder 10m skew 1h idle 30s`, `time day at 16:00 "Europe/Berlin"`.
#[derive(Clone, Debug)]
pub struct TimeClause {
    pub field: Option<Ident>,
    /// Microseconds since midnight and the IANA zone.
    pub at: Option<TimeAt>,
    pub disorder: Option<DurationLiteral>,
    pub skew: Option<DurationLiteral>,
    pub idle: Option<DurationLiteral>,
    pub live: bool,
}

#[derive(Clone, Debug)]
pub struct TimeAt {
    pub micros: i64,
    pub zone: Option<Text>,
    pub span: Span,
}

/// `bound finite keys`, `bound ttl 30d`.
#[derive(Clone, Debug)]
pub struct Bound {
    pub kind: BoundKind,
    pub span: Span,
}

#[derive(Clone, Debug)]
pub enum BoundKind {
    FiniteKeys,
    Ttl(DurationLiteral),
    Error,
}

/// `retain 14d`, `retain compact`, `retain compact after 400d`, `retain forever`.
#[derive(Clone, Debug)]
pub enum Retain {
    For(DurationLiteral),
    Compact { after: Option<DurationLiteral> },
    Forever,
    Error,
}

/// `grant { id, sender } to fraud.velocity for fraud until 2027-06-30`.
#[derive(Clone, Debug)]
pub struct Grant {
    pub columns: Vec<Ident>,
    pub to: Option<Path>,
    pub purposes: Vec<Ident>,
    /// Days since 1970-01-01.
    pub until: Option<(i32, Span)>,
    pub span: Span,
}
