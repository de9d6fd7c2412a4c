//! The typed tree of one file: owned nodes with spans, lowered once from the lossless tree and cached by content.
//!
//! Nodes are total: what the text lacks is `None`, an empty list or an `Error` variant, and the syntax error has been
//! reported already. Later passes stay silent about such nodes. Nothing here knows pest or trivia.

mod declaration;
mod expression;
mod job;
mod organisation;
mod test;
mod topic;

pub use declaration::*;
pub use expression::*;
pub use job::*;
pub use organisation::*;
pub use test::*;
pub use topic::*;

use crate::base::{Name, Span};

/// A name as written, without back-ticks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ident {
    pub name: Name,
    pub span: Span,
}

/// `payments.transfers.transfer_completed`; never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path {
    pub segments: Vec<Ident>,
    pub span: Span,
}

impl Path {
    pub fn text(&self) -> String {
        self.segments.iter().map(|s| s.name.as_str()).collect::<Vec<_>>().join(".")
    }
}

/// A text in double quotes, escapes resolved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    pub value: String,
    pub span: Span,
}

/// `v3`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Version {
    pub number: u32,
    pub span: Span,
}

/// `10m`: microseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DurationLiteral {
    pub micros: i64,
    pub span: Span,
}

/// One `.stream` file.
#[derive(Clone, Debug, Default)]
pub struct File {
    /// The text of the `//!` lines.
    pub docs: String,
    pub package: Option<Package>,
    pub items: Vec<Item>,
}

/// `package fraud.velocity { owner fraud_platform; tier 1; … }`.
#[derive(Clone, Debug)]
pub struct Package {
    pub path: Path,
    pub owner: Option<Ident>,
    pub tier: Option<(u32, Span)>,
    pub region: Option<Ident>,
    pub lifecycle: Option<Ident>,
    /// `bad`, `late` and `unmatched` for every node below.
    pub routes: Vec<RouteClause>,
    pub span: Span,
}

/// A declaration at the top of a file. `docs` fields hold the `///` text.
#[derive(Clone, Debug)]
pub enum Item {
    Use(Use),
    Import(Import),
    Type(TypeDeclaration),
    Enum(EnumDeclaration),
    Record(RecordDeclaration),
    Topic(Topic),
    External(External),
    Job(Job),
    Test(Test),
    Team(Team),
    Domain(Domain),
    Region(Region),
    Purpose(Purpose),
    LabelDeclaration(LabelDeclaration),
    Declassifier(Declassifier),
    Policy(Policy),
    Waiver(Waiver),
    /// Parsed structurally, not analysed yet: `machine`, `union`, `calendar`, `extern fn`, …
    Deferred(Deferred),
}

/// A construct of the language that this version parses but does not compile.
#[derive(Clone, Debug)]
pub struct Deferred {
    /// The keyword as written: `union`, `serve`, `machine`.
    pub keyword: &'static str,
    pub name: Option<Ident>,
    pub span: Span,
}
