//! Who may read which column of a topic.

use crate::base::Name;
use crate::model::{Grant, Import, Model, PackageId, Topic, Visibility};

/// How a package comes to read a topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Access {
    /// Its own, or open to it by visibility.
    Open,
    /// Only what grants give.
    Granted,
}

/// Own topics, public ones and those of the same domain are open; without an org file all are.
pub(super) fn access(model: &Model, package: PackageId, topic: &Topic) -> Access {
    let open = !model.organisation.declared
        || topic.package == package
        || match topic.visibility {
            Visibility::Public => true,
            Visibility::Domain => match (domain(model, package), domain(model, topic.package)) {
                (Some(reader), Some(producer)) => reader == producer,
                _ => false,
            },
            Visibility::Private => false,
        };
    if open { Access::Open } else { Access::Granted }
}

/// The domain of the team that owns a package.
pub(super) fn domain(model: &Model, package: PackageId) -> Option<&Name> {
    let (owner, _) = model.package(package).owner.as_ref()?;
    model.organisation.teams.get(owner)?.domain.as_ref()
}

/// The grants of a topic for a package.
pub(super) fn grants<'m>(
    model: &'m Model,
    package: PackageId,
    topic: &'m Topic,
) -> impl Iterator<Item = &'m Grant> {
    let path = &model.package(package).path;
    topic.grants.iter().filter(move |grant| grant.to == *path)
}

/// The import by which a package reads a topic of another one.
pub(super) fn import_of(model: &Model, package: PackageId, topic: crate::model::TopicId) -> Option<&Import> {
    model.package(package).imports.iter().find(|import| import.topic == Some(topic))
}
