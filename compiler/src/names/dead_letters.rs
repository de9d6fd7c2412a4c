//! The dead-letter topics that the compiler adds in a workspace without an org file.

use super::collector::Collector;
use crate::base::Name;
use crate::model::{PackageId, Topic, TopicKind, Visibility};
use crate::syntax::ast::Item;
use std::collections::{BTreeMap, BTreeSet};

/// The topic's name in its package.
const NAME: &str = "dead_letters";

impl Collector<'_> {
    /// One per package that has a job and does not say itself where all of `bad`, `late` and `unmatched` go
    /// (spec: errors.route). A topic of that name declared by the package is left alone.
    pub fn dead_letters(&mut self) {
        if self.model.organisation.declared {
            return;
        }
        let jobs: BTreeMap<PackageId, _> = self
            .items()
            .filter_map(|(package, item)| match item {
                Item::Job(job) => Some((package, job.name.span)),
                _ => None,
            })
            .collect();
        for (package, span) in jobs {
            let definition = self.model.package(package);
            let said: BTreeSet<_> = definition.routes.iter().map(|r| r.kind).collect();
            let name = Name::from(NAME);
            if said.len() == 3 || self.topic_ids.contains_key(&(package, name.clone())) {
                continue;
            }
            let full_name = format!("{}.{NAME}.v1", definition.path).into();
            self.model.topics.push(Topic {
                package,
                name,
                version: 1,
                full_name,
                kind: TopicKind::DeadLetter,
                schema: None,
                key: Vec::new(),
                key_window: false,
                partition_by: Vec::new(),
                partitions: None,
                time: None,
                wire: BTreeMap::new(),
                trusted: false,
                tombstones: false,
                bounded: None,
                history: None,
                retain: None,
                visibility: Visibility::Private,
                erase: None,
                grants: Vec::new(),
                generated: true,
                docs: "Records that could not be used, and why.".to_owned(),
                span,
            });
        }
    }
}
