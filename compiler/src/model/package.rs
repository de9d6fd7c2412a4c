//! Packages: owner, defaults, imports.

use super::{TopicId, TypeId};
use crate::base::{FileId, Name, Span};
use crate::syntax::ast::RouteClause;
use std::collections::BTreeSet;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PackageId(pub u32);

#[derive(Clone, Debug)]
pub struct Package {
    /// `fraud.velocity`.
    pub path: Name,
    pub files: Vec<FileId>,
    pub owner: Option<(Name, Span)>,
    pub tier: Option<u32>,
    pub region: Option<(Name, Span)>,
    pub imports: Vec<Import>,
    /// What the package declares itself, in order of the ids.
    pub types: Vec<TypeId>,
    pub topics: Vec<TopicId>,
    /// Error routes for every node of the package.
    pub routes: Vec<RouteClause>,
    /// The path in the header; empty where the header is missing or broken.
    pub span: Span,
}

/// Columns of a topic of another package, for purposes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// What the package calls it: the alias, else the topic's name.
    pub name: Name,
    /// `None`: not found, reported.
    pub topic: Option<TopicId>,
    pub columns: BTreeSet<Name>,
    /// Each column as written, for witnesses.
    pub column_spans: Vec<(Name, Span)>,
    pub purposes: Vec<(Name, Span)>,
    /// The braces with the columns.
    pub columns_span: Span,
    /// The topic's path as written.
    pub topic_span: Span,
    pub span: Span,
}
