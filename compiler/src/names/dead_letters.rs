//! The dead-letter topics that the compiler adds in a workspace without an org file.

use super::collector::Collector;
use crate::base::Name;
use crate::model::{PackageId, Topic, TopicId, TopicKind, Visibility};
use crate::syntax::ast::Item;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

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
            if said.len() == 3 || self.index.topic_ids.contains_key(&(package, name.clone())) {
                continue;
            }
            let full_name = format!("{}.{NAME}.v1", definition.path).into();
            let topic = Topic {
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
                avro: None,
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
            };
            let known = self.model.topics_of(package).find(|(_, topic)| topic.generated).map(|(id, _)| id);
            match known {
                Some(id) => *self.topic_mut(id) = topic,
                None => {
                    let id = TopicId(self.model.topics.len() as u32);
                    self.model.topics.push(Arc::new(topic));
                    self.topic_sources.push(None);
                    self.package_mut(package).topics.push(id);
                }
            }
        }
    }
}
