//! From a reference to the thing it stands for.

use super::entity::Entity;
use super::references::{Reference, Wanted};
use crate::base::{FileId, Name};
use crate::model::{Model, PackageId, TopicId, TypeId};
use crate::syntax::ast::{self, Item};
use crate::workspace::Analysis;

/// The package that a file belongs to.
pub(super) fn package_of(model: &Model, file: FileId) -> Option<PackageId> {
    model.packages.iter().position(|p| p.files.contains(&file)).map(|i| PackageId(i as u32))
}

/// What a reference in a file stands for.
pub(super) fn resolve(
    analysis: &Analysis,
    file: FileId,
    tree: &ast::File,
    reference: &Reference,
) -> Option<Entity> {
    let model = &analysis.model;
    let package = package_of(model, file)?;
    let text = &reference.text;
    let organisation = &model.organisation;
    match &reference.wanted {
        Wanted::Package => package_named(model, text).map(Entity::Package),
        Wanted::Type => type_named(model, package, tree, text).map(Entity::Type),
        Wanted::TypeOf(path) => declared_type(model, package_named(model, path)?, text).map(Entity::Type),
        Wanted::Topic => topic_named(model, package, text).map(Entity::Topic),
        Wanted::ColumnOf(topic) => {
            let schema = model.topic(topic_named(model, package, topic)?).schema?;
            let record = model.record(&crate::model::Type::Record(schema))?;
            record.index(text).map(|field| Entity::Field(schema, field))
        }
        Wanted::Source(job) => node_named(analysis, package, job, text)
            .or_else(|| topic_named(model, package, text).map(Entity::Topic)),
        Wanted::Team => organisation.teams.contains_key(text).then(|| Entity::Team(text.clone())),
        Wanted::Domain => organisation.domains.contains_key(text).then(|| Entity::Domain(text.clone())),
        Wanted::Region => organisation.regions.contains_key(text).then(|| Entity::Region(text.clone())),
        Wanted::Purpose => organisation.purposes.contains_key(text).then(|| Entity::Purpose(text.clone())),
        Wanted::Label => organisation.labels.contains_key(text).then(|| Entity::Label(text.clone())),
    }
}

fn package_named(model: &Model, path: &str) -> Option<PackageId> {
    model.packages.iter().position(|p| p.path == *path).map(|i| PackageId(i as u32))
}

fn declared_type(model: &Model, package: PackageId, name: &str) -> Option<TypeId> {
    model.types.iter().position(|t| t.package == package && t.name == *name).map(|i| TypeId(i as u32))
}

/// The package's own type, else one that a `use` of this file brings in.
fn type_named(model: &Model, package: PackageId, tree: &ast::File, name: &str) -> Option<TypeId> {
    declared_type(model, package, name).or_else(|| {
        tree.items.iter().find_map(|item| match item {
            Item::Use(item) if item.names.iter().any(|n| n.name == *name) => {
                declared_type(model, package_named(model, &item.package.text())?, name)
            }
            _ => None,
        })
    })
}

/// The package's own topic, an import by its name, or a topic by its full path.
pub(super) fn topic_named(model: &Model, package: PackageId, text: &str) -> Option<TopicId> {
    if let Some(own) = model.topic_named(package, text) {
        return Some(own);
    }
    if let Some(import) = model.package(package).imports.iter().find(|i| i.name == *text) {
        return import.topic;
    }
    let (path, name) = text.rsplit_once('.')?;
    model.topic_named(package_named(model, path)?, name)
}

fn node_named(analysis: &Analysis, package: PackageId, job: &Name, node: &str) -> Option<Entity> {
    let plan = &analysis.plan;
    let job = plan.jobs.iter().position(|j| j.package == package && j.name == *job)?;
    let node = plan.jobs[job].nodes.iter().position(|n| n.name == *node)?;
    Some(Entity::Node(job, node))
}
