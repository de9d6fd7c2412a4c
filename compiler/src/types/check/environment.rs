//! What an expression may name: the bindings of an operator's scope under the aliases of the clause, and what is known of
//! them.

use super::{Equalities, Facts};
use crate::base::Name;
use crate::model::{Model, PackageId, TypeId, TypeKind};
use crate::syntax::ast;
use crate::types::{Column, ColumnSource, Flow, Scope};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A name in an expression that stands for one or several bindings: the alias of a `from` or `join`.
#[derive(Clone, Debug)]
pub struct View {
    pub name: Name,
    /// Indexes into the scope. Several where the node read has no `select`: its row is that of its own inputs.
    pub bindings: Vec<usize>,
}

#[derive(Clone, Debug, Default)]
pub struct Environment {
    pub scope: Scope,
    pub views: Vec<View>,
    /// Optional columns that earlier clauses have shown to be there.
    pub facts: Facts,
    /// Columns that earlier joins have made equal.
    pub equal: Equalities,
}

/// A column found by name, and where.
pub struct Found<'e> {
    pub binding: usize,
    pub column: usize,
    pub definition: &'e Column,
}

impl Environment {
    pub fn view(&self, name: &str) -> Option<&View> {
        self.views.iter().find(|v| v.name == *name)
    }

    /// The columns of a view with this name. Copies of one topic column count once: the first is taken.
    pub fn columns_named<'e>(&'e self, view: &View, name: &str) -> Vec<Found<'e>> {
        let mut found: Vec<Found<'e>> = Vec::new();
        for &binding in &view.bindings {
            let Some(row) = self.scope.bindings.get(binding) else { continue };
            let Some(column) = row.index(name) else { continue };
            let definition = &row.columns[column];
            let same = |f: &Found<'_>| f.binding == binding && f.column == column;
            if !found.iter().any(|f| same(f) || copies(f.definition, definition)) {
                found.push(Found { binding, column, definition });
            }
        }
        found
    }

    /// The names of a view's columns, in order, each once: for messages.
    pub fn names_of(&self, view: &View) -> Vec<Name> {
        let mut names: Vec<Name> = Vec::new();
        for column in
            view.bindings.iter().filter_map(|b| self.scope.bindings.get(*b)).flat_map(|b| &b.columns)
        {
            if !names.contains(&column.name) {
                names.push(column.name.clone());
            }
        }
        names
    }
}

/// Whether both are plain copies of the same topic columns.
fn copies(a: &Column, b: &Column) -> bool {
    let values = |c: &Column| -> Vec<ColumnSource> {
        c.sources.iter().filter(|s| s.flow != Flow::Control).cloned().collect()
    };
    let (a, b) = (values(a), values(b));
    !a.is_empty() && a == b && a.iter().all(|s| s.flow == Flow::Direct)
}

/// The types that a package's files may name: its own, and those they `use`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypeNames(Arc<BTreeMap<Name, TypeId>>);

impl TypeNames {
    pub fn of(model: &Model, package: PackageId, files: &[&ast::File]) -> Self {
        let mut names = BTreeMap::new();
        let mut add = |owner: PackageId, wanted: Option<&Name>| {
            for id in &model.package(owner).types {
                let name = &model.ty(*id).name;
                if wanted.is_none_or(|w| w == name) {
                    names.entry(name.clone()).or_insert(*id);
                }
            }
        };
        add(package, None);
        for item in files.iter().flat_map(|f| &f.items) {
            let ast::Item::Use(used) = item else { continue };
            let path = used.package.text();
            let Some(owner) = model.package_at(&path) else { continue };
            for name in &used.names {
                add(owner, Some(&name.name));
            }
        }
        TypeNames(Arc::new(names))
    }

    /// The types, in order of their names.
    pub fn ids(&self) -> impl Iterator<Item = TypeId> {
        self.0.values().copied()
    }

    pub fn find(&self, name: &str) -> Option<TypeId> {
        self.0.get(name).copied()
    }

    /// The enums in reach that have this variant.
    pub fn enums_with<'n>(&'n self, model: &'n Model, variant: &'n str) -> impl Iterator<Item = TypeId> + 'n {
        self.0.values().copied().filter(move |id| match &model.ty(*id).kind {
            TypeKind::Enum { variants, .. } => variants.iter().any(|v| *v == *variant),
            _ => false,
        })
    }
}
