//! What is known of an operator's output beyond its scope, while the plan is built.

use crate::base::Name;
use crate::model::{KeyEncoding, Type, Unit};
use crate::plan::{Binding, ColumnRef, ColumnSource, Flow as Kind, OperatorId, Scope, Window};
use crate::types::check::{Environment, Equalities, Facts, View};
use std::collections::BTreeSet;

/// The view of the columns that a `key` clause computed; no alias has this name.
pub(super) const KEY_VIEW: &str = "its key";

/// An operator's output on its way to the next clause.
#[derive(Clone, Debug)]
pub(super) struct Flow {
    pub operator: OperatorId,
    pub environment: Environment,
    /// Per binding: a row as its topic has it, so that reading a column is reading the import.
    pub raw: Vec<bool>,
    /// What decided that the row is there.
    pub controls: BTreeSet<ColumnSource>,
    /// The columns that decide the partition, each with its copies; empty where that is not known.
    pub partition: Vec<BTreeSet<ColumnRef>>,
    /// How they decide it.
    pub placed: Placed,
    /// There is one partition, and so one task, whatever decides it.
    pub alone: bool,
    /// The name of the stream that a rekey is of: a topic's or a node's.
    pub stream: Name,
    /// Changes of a table.
    pub table: bool,
    pub window: Option<Window>,
    /// Rows that closing windows give: the clock has passed them when they come.
    pub closed: bool,
    /// The columns that identify a row, where the node has a key.
    pub key: Vec<Name>,
}

/// How the columns of [`Flow::partition`], in their order, decide the partition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Placed {
    /// In a way that no other topic shares for certain.
    Apart,
    /// As a key on the wire.
    Wire(KeyEncoding),
    /// As this rekey, which repartitions, says.
    Rekey(OperatorId),
}

impl Flow {
    pub fn scope(&self) -> &Scope {
        &self.environment.scope
    }

    /// A column has been reported: what seems to be missing may be that one.
    pub fn is_broken(&self) -> bool {
        self.scope().bindings.iter().flat_map(|b| &b.columns).any(|c| c.ty == crate::model::Type::Error)
    }

    /// The same output under an alias: its bindings, and the units of money that name them, are renamed.
    pub fn named(mut self, alias: &Name) -> Flow {
        let old: Vec<Name> = self.scope().bindings.iter().map(|b| b.name.clone()).collect();
        let new: Vec<Name> = match old.as_slice() {
            [_] => vec![alias.clone()],
            many => many.iter().map(|b| Name::from(format!("{alias}.{b}"))).collect(),
        };
        let rename = |path: &str| -> Name {
            let of = old
                .iter()
                .zip(&new)
                .find(|(o, _)| path.strip_prefix(o.as_str()).is_some_and(|r| r.starts_with('.')));
            match of {
                Some((old, new)) => Name::from(format!("{new}{}", &path[old.len()..])),
                None => Name::from(path),
            }
        };
        let environment = &mut self.environment;
        for (binding, name) in environment.scope.bindings.iter_mut().zip(&new) {
            binding.name = name.clone();
            for column in &mut binding.columns {
                column.ty = with_paths(&column.ty, &rename);
            }
        }
        environment.equal = environment.equal.renamed(rename);
        environment.views = vec![View { name: alias.clone(), bindings: (0..new.len()).collect() }];
        self
    }

    /// A new row in place of all before: one binding.
    pub fn replaced(&self, binding: Binding) -> Flow {
        let view = View { name: binding.name.clone(), bindings: vec![0] };
        Flow {
            environment: Environment {
                scope: Scope { bindings: vec![binding] },
                views: vec![view],
                facts: Facts::default(),
                equal: Equalities::default(),
            },
            raw: vec![false],
            partition: Vec::new(),
            ..self.clone()
        }
    }

    /// The sources of these columns now decide whether rows are there: every column carries them.
    pub fn control(&mut self, sources: impl IntoIterator<Item = ColumnSource>) {
        let new: BTreeSet<ColumnSource> =
            sources.into_iter().map(|s| ColumnSource { flow: Kind::Control, ..s }).collect();
        for column in self.environment.scope.bindings.iter_mut().flat_map(|b| &mut b.columns) {
            column.sources.extend(new.iter().cloned());
        }
        self.controls.extend(new);
    }
}

/// A type whose units name columns otherwise.
pub(super) fn with_paths(ty: &Type, rename: &dyn Fn(&str) -> Name) -> Type {
    match ty {
        Type::Money(Unit::Column(path)) => Type::Money(Unit::Column(rename(path).as_str().into())),
        Type::BigMoney(Unit::Column(path)) => Type::BigMoney(Unit::Column(rename(path).as_str().into())),
        Type::Optional(inner) => Type::Optional(Box::new(with_paths(inner, rename))),
        Type::List(inner) => Type::List(Box::new(with_paths(inner, rename))),
        other => other.clone(),
    }
}
