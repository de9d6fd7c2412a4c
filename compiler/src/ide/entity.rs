//! The things that names in a text stand for.

use crate::base::Name;
use crate::model::{PackageId, TopicId, TypeId};

/// Something declared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Entity {
    Package(PackageId),
    Type(TypeId),
    Topic(TopicId),
    /// A field of a record, by index.
    Field(TypeId, usize),
    /// A node of a job: indexes into the plan's jobs and the job's nodes.
    Node(usize, usize),
    Team(Name),
    Domain(Name),
    Region(Name),
    Purpose(Name),
    Label(Name),
}
