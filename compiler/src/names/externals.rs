//! Parties outside the language that read and write topics.

use super::collector::Collector;
use crate::base::nearest;
use crate::codes::s0203_unknown_topic;
use crate::syntax::ast::{self, Item};

impl Collector<'_> {
    /// The model keeps nothing of them yet: their topics and columns must exist.
    pub fn externals(&mut self) {
        for (package, item) in self.items() {
            let Item::External(external) = item else { continue };
            let Some(path) = &external.topic else { continue };
            let topic = match path.segments.as_slice() {
                [own] if !own.name.is_empty() => self.own_topic(package, own, external.version),
                _ => self.topic_at(path, external.version),
            };
            let Some(topic) = topic else { continue };
            for column in self.distinct(&external.columns, "this line") {
                self.field_exists(topic, column, "this line");
            }
        }
    }

    fn own_topic(
        &mut self,
        package: crate::model::PackageId,
        name: &ast::Ident,
        version: Option<ast::Version>,
    ) -> Option<crate::model::TopicId> {
        let Some(ids) = self.index.topic_ids.get(&(package, name.name.clone())) else {
            let there = self.index.topic_ids.keys().filter(|(p, _)| *p == package).map(|(_, n)| n.as_str());
            let near = nearest(&name.name, there);
            let path = self.package_path(package);
            let error = s0203_unknown_topic::unknown(name.span, &name.name, &path, near);
            self.report(error);
            return None;
        };
        let Some(version) = version else { return ids.last().copied() };
        let found = ids.iter().find(|id| self.model.topic(**id).version == version.number).copied();
        if found.is_none() {
            let versions: Vec<u32> = ids.iter().map(|id| self.model.topic(*id).version).collect();
            let declared = ids.last().map_or(name.span, |id| self.model.topic(*id).span);
            let error =
                s0203_unknown_topic::version(version.span, &name.name, version.number, &versions, declared);
            self.report(error);
        }
        found
    }
}
