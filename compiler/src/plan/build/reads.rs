//! What the plan of a package reads of the model, so that it is known when it has to be made again.

use crate::model::{Model, PackageId, TopicId, Type, TypeId, TypeKind};
use crate::types::check::TypeNames;
use std::collections::BTreeSet;

/// The definitions that jobs and tests of a package can reach: those that its files name, and what these are made of.
/// The package's own definition and the labels of the organisation come to it.
#[derive(Clone, Debug)]
pub struct Reads {
    /// What the names of types stand for in the package.
    pub names: TypeNames,
    /// Own and imported topics.
    pub topics: Vec<TopicId>,
    pub types: Vec<TypeId>,
    /// A help was looked for among the topics of all packages.
    pub everything: bool,
}

impl Reads {
    pub(super) fn of(model: &Model, package: PackageId, names: TypeNames) -> Reads {
        let definition = model.package(package);
        let imported = definition.imports.iter().filter_map(|import| import.topic);
        let topics: BTreeSet<TopicId> = definition.topics.iter().copied().chain(imported).collect();
        let mut types = BTreeSet::new();
        let schemas = topics.iter().filter_map(|topic| model.topic(*topic).schema);
        let mut open: Vec<TypeId> = names.ids().chain(schemas).collect();
        while let Some(id) = open.pop() {
            if types.insert(id) {
                match &model.ty(id).kind {
                    TypeKind::Record(record) => record.fields.iter().for_each(|f| within(&f.ty, &mut open)),
                    TypeKind::Nominal(ty) | TypeKind::Alias(ty) => within(ty, &mut open),
                    TypeKind::Enum { .. } | TypeKind::Error => {}
                }
            }
        }
        let (topics, types) = (topics.into_iter().collect(), types.into_iter().collect());
        Reads { names, topics, types, everything: false }
    }
}

/// The declared types that a type is made of.
fn within(ty: &Type, found: &mut Vec<TypeId>) {
    match ty {
        Type::Record(id) | Type::Enum(id) => found.push(*id),
        Type::Nominal(id, inner) => {
            found.push(*id);
            within(inner, found);
        }
        Type::Optional(inner) | Type::List(inner) => within(inner, found),
        Type::Bool
        | Type::Int
        | Type::BigInt
        | Type::Float
        | Type::Decimal { .. }
        | Type::Money(_)
        | Type::BigMoney(_)
        | Type::String
        | Type::Json
        | Type::Timestamp
        | Type::Date
        | Type::Duration
        | Type::None
        | Type::Error => {}
    }
}
