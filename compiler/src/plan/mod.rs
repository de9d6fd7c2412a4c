//! The logical plan: the typed dataflow graph of every job, and the contract between compiler and everything below it.
//!
//! A job is a list of operators in topological order. Governance is asked of this plan, before the optimiser may merge
//! or drop anything; the interpreter runs it as it is; the generator reads the optimised form of the same types.

pub mod build;
pub mod explain;
mod operator;
mod stream_join;
mod task;
mod test;
#[cfg(test)]
mod tests;

pub use operator::*;
pub use stream_join::*;
pub use task::*;
pub use test::*;

pub use crate::types::{Binding, Column, ColumnRef, ColumnSource, Expr, ExprKind, Flow, Operation, Scope};

use crate::base::{Name, Span};
use crate::model::PackageId;
use std::sync::Arc;

/// All jobs and tests of the workspace, by package and name; shared with the plans before and after an edit.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    pub jobs: Vec<Arc<Job>>,
    pub tests: Vec<Arc<Test>>,
}

impl Plan {
    /// The jobs of a package, in order of their names.
    pub fn jobs_of(&self, package: PackageId) -> impl Iterator<Item = &Job> {
        self.jobs.iter().map(|job| &**job).filter(move |job| job.package == package)
    }
}

#[derive(Clone, Debug)]
pub struct Job {
    pub package: PackageId,
    /// `fraud.velocity`.
    pub package_path: Name,
    pub name: Name,
    pub guarantee: Guarantee,
    /// Operators; an operator's inputs come before it.
    pub operators: Vec<Operator>,
    /// The declared nodes, in order of declaration.
    pub nodes: Vec<Node>,
    pub docs: String,
    /// The name in the declaration.
    pub span: Span,
}

impl Job {
    pub fn operator(&self, id: OperatorId) -> &Operator {
        &self.operators[id.0 as usize]
    }

    pub fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id.0 as usize]
    }

    /// The operators that read an operator's output, in order.
    pub fn consumers(&self, id: OperatorId) -> impl Iterator<Item = &Operator> {
        self.operators.iter().filter(move |o| o.inputs.contains(&id))
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Guarantee {
    #[default]
    ExactlyOnce,
    AtLeastOnce,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub u32);

/// A `stream` or `table` block: the identity of state, metrics, errors and upgrades.
#[derive(Clone, Debug)]
pub struct Node {
    pub name: Name,
    pub table: bool,
    /// The last operator of the block before its sinks: what other nodes read.
    pub output: OperatorId,
    pub docs: String,
    /// The name in the declaration.
    pub span: Span,
}
