//! Imports: columns of a topic of another package.

use super::collector::Collector;
use crate::base::{Name, Span, nearest};
use crate::codes::{s0203_unknown_topic, s0224_duplicate_import};
use crate::model::{Import, PackageId, TopicId};
use crate::syntax::ast::{self, Item};

impl Collector<'_> {
    pub fn imports(&mut self) {
        for (package, item) in self.items() {
            let Item::Import(import) = item else { continue };
            let Some(last) = import.topic.segments.last() else { continue };
            let topic = self.topic_at(&import.topic, import.version);
            let columns = self.distinct(&import.columns, "this import");
            let columns: Vec<(Name, Span)> = columns
                .into_iter()
                // Without the topic nothing is known about its columns; later passes are silent about the import.
                .filter(|column| topic.is_none_or(|id| self.field_exists(id, column, "the import")))
                .map(|column| (column.name.clone(), column.span))
                .collect();
            import.purposes.iter().for_each(|purpose| self.registered("purpose", Some(purpose)));
            let name = import.alias.as_ref().unwrap_or(last);
            if self.import_is_taken(package, name) {
                continue;
            }
            self.package_mut(package).imports.push(Import {
                name: name.name.clone(),
                topic,
                columns: columns.iter().map(|(name, _)| name.clone()).collect(),
                column_spans: columns,
                purposes: import.purposes.iter().map(|p| (p.name.clone(), p.span)).collect(),
                columns_span: import.columns_span,
                topic_span: import.topic.span,
                span: import.span,
            });
        }
    }

    fn import_is_taken(&mut self, package: PackageId, name: &ast::Ident) -> bool {
        let first = self.model.package(package).imports.iter().find(|i| i.name == name.name).map(|i| i.span);
        if let Some(first) = first {
            self.report(s0224_duplicate_import::duplicate(name.span, &name.name, first));
            return true;
        }
        let own =
            self.index.topic_ids.get(&(package, name.name.clone())).and_then(|ids| ids.first().copied());
        if let Some(own) = own {
            let span = self.model.topic(own).span;
            self.report(s0224_duplicate_import::own(name.span, &name.name, span));
            return true;
        }
        false
    }

    /// `package.topic vN`, or a report. A missing version has been reported by the parser: the newest is taken.
    pub fn topic_at(&mut self, path: &ast::Path, version: Option<ast::Version>) -> Option<TopicId> {
        let (last, package) = path.segments.split_last()?;
        if last.name.is_empty() {
            return None;
        }
        if package.is_empty() {
            self.report(s0203_unknown_topic::without_package(last.span, &last.name));
            return None;
        }
        let package = self.package_named(package)?;
        let Some(ids) = self.index.topic_ids.get(&(package, last.name.clone())) else {
            let there = self.index.topic_ids.keys().filter(|(p, _)| *p == package).map(|(_, n)| n.as_str());
            let near = nearest(&last.name, there);
            let path = self.package_path(package);
            let error = s0203_unknown_topic::unknown(last.span, &last.name, &path, near);
            self.report(error);
            return None;
        };
        let Some(version) = version else { return ids.last().copied() };
        let found = ids.iter().find(|id| self.model.topic(**id).version == version.number).copied();
        if found.is_none() {
            let versions: Vec<u32> = ids.iter().map(|id| self.model.topic(*id).version).collect();
            let declared = ids.last().map_or(path.span, |id| self.model.topic(*id).span);
            let error =
                s0203_unknown_topic::version(version.span, &last.name, version.number, &versions, declared);
            self.report(error);
        }
        found
    }
}
