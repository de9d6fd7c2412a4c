//! The semantic database of a workspace: packages, types, topics, imports, the organisation; ids into side tables.
//!
//! Filled once by `names` and `types`; later passes read it. Data and look-ups only: no resolution, no rule here.

mod organisation;
mod package;
mod topic;
mod types;

pub use organisation::*;
pub use package::*;
pub use topic::*;
pub use types::*;

pub use riparian_functions::catalogue::{Type, TypeId, Unit, Value};

use crate::base::Name;
use std::sync::Arc;

/// Everything the workspace declares.
///
/// Definitions are shared: the model after an edit holds those of the one before that the edit did not touch.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// By path, ascending.
    pub packages: Vec<Arc<Package>>,
    pub types: Vec<Arc<TypeDefinition>>,
    pub topics: Vec<Arc<Topic>>,
    pub organisation: Arc<Organisation>,
}

impl Model {
    pub fn package(&self, id: PackageId) -> &Package {
        &self.packages[id.0 as usize]
    }

    pub fn ty(&self, id: TypeId) -> &TypeDefinition {
        &self.types[id.0 as usize]
    }

    pub fn topic(&self, id: TopicId) -> &Topic {
        &self.topics[id.0 as usize]
    }

    /// The record behind a type, through `?` and nothing else.
    pub fn record(&self, ty: &Type) -> Option<&RecordDefinition> {
        match ty.required() {
            Type::Record(id) => match &self.ty(*id).kind {
                TypeKind::Record(record) => Some(record),
                _ => None,
            },
            _ => None,
        }
    }

    /// A type as users write it: `money(t.currency)?`, `CustomerId`.
    pub fn show(&self, ty: &Type) -> String {
        match ty {
            Type::Bool => "bool".into(),
            Type::Int => "int".into(),
            Type::BigInt => "bigint".into(),
            Type::Float => "float".into(),
            Type::Decimal { precision, scale } => format!("decimal({precision}, {scale})"),
            Type::Money(unit) => format!("money({})", show_unit(unit)),
            Type::BigMoney(unit) => format!("sum of money({})", show_unit(unit)),
            Type::String => "string".into(),
            Type::Json => "json".into(),
            Type::Timestamp => "timestamp".into(),
            Type::Date => "date".into(),
            Type::Duration => "duration".into(),
            Type::Enum(id) | Type::Record(id) | Type::Nominal(id, _) => self.ty(*id).name.to_string(),
            Type::Optional(inner) => format!("{}?", self.show(inner)),
            Type::List(inner) => format!("list<{}>", self.show(inner)),
            Type::None => "none".into(),
            Type::Error => "unknown".into(),
        }
    }

    /// The package of a path.
    pub fn package_at(&self, path: &str) -> Option<PackageId> {
        let found = self.packages.binary_search_by(|p| p.path.as_str().cmp(path));
        found.ok().map(|i| PackageId(i as u32))
    }

    /// A package's own topics with their ids, in order of declaration; what the compiler adds comes last.
    pub fn topics_of(&self, package: PackageId) -> impl Iterator<Item = (TopicId, &Topic)> + Clone {
        self.package(package).topics.iter().map(|id| (*id, self.topic(*id)))
    }

    /// The topic of a package by its name as written there; imports are looked up in the package.
    pub fn topic_named(&self, package: PackageId, name: &str) -> Option<TopicId> {
        self.topics_of(package).find(|(_, t)| t.name == *name).map(|(id, _)| id)
    }

    /// Sorted variant names are a contract; this is their order of declaration.
    pub fn variants(&self, id: TypeId) -> &[Name] {
        match &self.ty(id).kind {
            TypeKind::Enum { variants, .. } => variants,
            _ => &[],
        }
    }
}

fn show_unit(unit: &Unit) -> &str {
    match unit {
        Unit::Constant(name) | Unit::Column(name) => name,
    }
}
