//! The registries and policies of the org file, and waivers.

use super::{DurationLiteral, Ident, Path, Text, Version};
use crate::base::Span;

/// `team settlement { domain payments; contact "#settlement-oncall"; approves payments }`.
#[derive(Clone, Debug)]
pub struct Team {
    pub docs: String,
    pub name: Ident,
    pub domain: Option<Ident>,
    pub contact: Option<Text>,
    pub approves: Vec<Ident>,
    pub span: Span,
}

/// `domain payments { steward settlement }`.
#[derive(Clone, Debug)]
pub struct Domain {
    pub docs: String,
    pub name: Ident,
    pub steward: Option<Ident>,
    pub span: Span,
}

/// `region eu { clusters kafka_eu_west }`.
#[derive(Clone, Debug)]
pub struct Region {
    pub docs: String,
    pub name: Ident,
    pub clusters: Vec<Ident>,
    pub span: Span,
}

/// `purpose fraud "Detecting and preventing fraud"`.
#[derive(Clone, Debug)]
pub struct Purpose {
    pub docs: String,
    pub name: Ident,
    pub text: Option<Text>,
    pub span: Span,
}

/// `label pii.financial implies pii`.
#[derive(Clone, Debug)]
pub struct LabelDeclaration {
    pub docs: String,
    pub path: Path,
    pub implies: Vec<Path>,
    pub text: Option<Text>,
    pub span: Span,
}

/// `declassifier token(value, vault) removes pii`.
#[derive(Clone, Debug)]
pub struct Declassifier {
    pub docs: String,
    pub name: Ident,
    pub removes: Vec<Path>,
    pub span: Span,
}

/// `policy org_base v1 { … }`.
#[derive(Clone, Debug)]
pub struct Policy {
    pub docs: String,
    pub name: Ident,
    pub version: Option<Version>,
    pub clauses: Vec<PolicyClause>,
    pub span: Span,
}

#[derive(Clone, Debug)]
pub struct PolicyClause {
    pub kind: PolicyClauseKind,
    pub span: Span,
}

#[derive(Clone, Debug)]
pub enum PolicyClauseKind {
    /// `require owner, domain, tier on topic, job`.
    Require { what: Vec<Ident>, on: Vec<Ident> },
    /// `protect label pii { erase within 30d; key forbidden unless token; … }`.
    Protect { label: Option<Path>, protections: Vec<Protection> },
    /// `severity G002, G308 warning`.
    Severity { rules: Vec<Ident>, level: Option<Ident> },
    /// `never waive G001`.
    NeverWaive { rules: Vec<Ident> },
    /// `deny …`, `name …`, `delegate …`: parsed, enforced by built-in rules or not yet.
    Other { keyword: Ident },
}

#[derive(Clone, Debug)]
pub enum Protection {
    EraseWithin(DurationLiteral),
    /// `key forbidden unless token`.
    KeyForbidden {
        unless: Option<Ident>,
    },
    DeadLetterMasked,
    LogsMasked,
    PurposesRequired,
    Error,
}

/// `waiver W2031 of G701 on treasury.liquidity { … }`.
#[derive(Clone, Debug)]
pub struct Waiver {
    pub docs: String,
    pub name: Ident,
    pub rule: Option<Ident>,
    pub on: Option<Path>,
    pub reason: Option<Text>,
    pub ticket: Option<Text>,
    pub owner: Option<Ident>,
    pub approved_by: Option<Ident>,
    /// Days since 1970-01-01.
    pub expires: Option<(i32, Span)>,
    pub span: Span,
}
