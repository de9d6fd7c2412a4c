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

/// Everything the workspace declares.
#[derive(Clone, Debug, Default)]
pub struct Model {
    pub packages: Vec<Package>,
    pub types: Vec<TypeDefinition>,
    pub topics: Vec<Topic>,
    pub organisation: Organisation,
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

    /// The topic of a package by its name as written there; imports are looked up in the package.
    pub fn topic_named(&self, package: PackageId, name: &str) -> Option<TopicId> {
        let own = self.topics.iter().position(|t| t.package == package && t.name == *name);
        own.map(|i| TopicId(i as u32))
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
