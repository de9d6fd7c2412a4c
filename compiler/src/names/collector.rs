//! What the passes of this room share: the model in the making, look-ups by name, and the findings.

use super::SourceFile;
use crate::base::{Name, Span, nearest};
use crate::codes;
use crate::diag::Diagnostic;
use crate::model::{Model, PackageId, RecordDefinition, TopicId, TypeId, TypeKind};
use crate::syntax::ast::{self, Item};
use std::collections::BTreeMap;

pub(super) struct Collector<'a> {
    pub files: &'a [SourceFile<'a>],
    pub model: Model,
    pub diagnostics: Vec<Diagnostic>,
    /// The package of each file, by the file's place in `files`.
    pub file_packages: Vec<PackageId>,
    pub package_ids: BTreeMap<Name, PackageId>,
    /// Types declared by a package.
    pub own_types: BTreeMap<(PackageId, Name), TypeId>,
    /// Types that `use` brings into a package, and where.
    pub used_types: BTreeMap<(PackageId, Name), (TypeId, Span)>,
    /// The declaration of each type, by its id.
    pub type_sources: Vec<TypeSource<'a>>,
    /// The declaration of each topic, by its id.
    pub topic_sources: Vec<&'a ast::Topic>,
    /// A package's topics by name, versions ascending.
    pub topic_ids: BTreeMap<(PackageId, Name), Vec<TopicId>>,
}

#[derive(Clone, Copy)]
pub(super) enum TypeSource<'a> {
    Record(&'a ast::RecordDeclaration),
    Enum,
    Type(&'a ast::TypeDeclaration),
    /// Of a kind that is not compiled yet; reported.
    Deferred,
}

impl<'a> Collector<'a> {
    pub fn new(files: &'a [SourceFile<'a>]) -> Self {
        Collector {
            files,
            model: Model::default(),
            diagnostics: Vec::new(),
            file_packages: Vec::new(),
            package_ids: BTreeMap::new(),
            own_types: BTreeMap::new(),
            used_types: BTreeMap::new(),
            type_sources: Vec::new(),
            topic_sources: Vec::new(),
            topic_ids: BTreeMap::new(),
        }
    }

    pub fn finish(self) -> (Model, Vec<Diagnostic>) {
        let mut diagnostics = self.diagnostics;
        diagnostics.sort_by(|a, b| a.order().cmp(&b.order()));
        (self.model, diagnostics)
    }

    /// Whether the parser has found something within this stretch: then what lacks in it may be what was skipped.
    pub fn is_broken(&self, span: Span) -> bool {
        let file = self.files.iter().find(|file| file.id == span.file);
        file.is_some_and(|file| file.faults.iter().any(|fault| span.contains(fault.span.start)))
    }

    pub fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Every item of every file with its package.
    pub fn items(&self) -> impl Iterator<Item = (PackageId, &'a Item)> + use<'a> {
        let packages = self.file_packages.clone();
        self.files
            .iter()
            .zip(packages)
            .flat_map(|(file, package)| file.ast.items.iter().map(move |item| (package, item)))
    }

    pub fn package_path(&self, id: PackageId) -> Name {
        self.model.package(id).path.clone()
    }

    /// The package of a path, or a report.
    pub fn package_named(&mut self, segments: &[ast::Ident]) -> Option<PackageId> {
        let (first, last) = (segments.first()?, segments.last()?);
        if segments.iter().any(|segment| segment.name.is_empty()) {
            return None;
        }
        let name = segments.iter().map(|s| s.name.as_str()).collect::<Vec<_>>().join(".");
        if let Some(id) = self.package_ids.get(name.as_str()) {
            return Some(*id);
        }
        let near = nearest(&name, self.package_ids.keys().map(|n| n.as_str()));
        let error = codes::s0202_unknown_package::unknown(first.span.to(last.span), &name, near);
        self.report(error);
        None
    }

    /// A type that a package may name: its own, or one brought in.
    pub fn type_named(&self, package: PackageId, name: &Name) -> Option<TypeId> {
        let key = (package, name.clone());
        self.own_types.get(&key).copied().or_else(|| self.used_types.get(&key).map(|(id, _)| *id))
    }

    /// The names of all declared types that a package may use, sorted.
    pub fn types_in_reach(&self, package: PackageId) -> impl Iterator<Item = (&Name, TypeId)> {
        let first = (package, Name::from(""));
        let own = self.own_types.range(first.clone()..).take_while(move |((p, _), _)| *p == package);
        let used = self.used_types.range(first..).take_while(move |((p, _), _)| *p == package);
        own.map(|((_, name), id)| (name, *id)).chain(used.map(|((_, name), (id, _))| (name, *id)))
    }

    /// The record of a topic; nothing for a dead-letter topic or a broken one.
    pub fn schema(&self, topic: TopicId) -> Option<(&RecordDefinition, &Name, Span)> {
        let definition = self.model.ty(self.model.topic(topic).schema?);
        match &definition.kind {
            TypeKind::Record(record) => Some((record, &definition.name, definition.span)),
            _ => None,
        }
    }

    /// Whether the topic's record has the field; if not, it is reported once. Without a schema nothing is said.
    pub fn field_exists(&mut self, topic: TopicId, field: &ast::Ident, place: &str) -> bool {
        let Some((record, name, declared)) = self.schema(topic) else { return false };
        if field.name.is_empty() {
            return false;
        }
        if record.index(&field.name).is_some() {
            return true;
        }
        let near = nearest(&field.name, record.fields.iter().map(|f| f.name.as_str()));
        let error =
            codes::s0204_unknown_field::unknown(field.span, &field.name, place, (name, declared), near);
        self.report(error);
        false
    }

    /// The names without repetition; each repetition is reported.
    pub fn distinct<'i>(&mut self, names: &'i [ast::Ident], place: &str) -> Vec<&'i ast::Ident> {
        let mut seen: BTreeMap<&Name, Span> = BTreeMap::new();
        let mut kept = Vec::new();
        for name in names {
            match seen.get(&name.name) {
                Some(first) => {
                    let error = codes::s0206_duplicate_field::duplicate(name.span, &name.name, place, *first);
                    self.report(error);
                }
                None => {
                    seen.insert(&name.name, name.span);
                    kept.push(name);
                }
            }
        }
        kept
    }

    /// One of a few words, or a report.
    pub fn word(&mut self, what: &str, word: &ast::Ident, words: &[&str]) -> Option<usize> {
        let found = words.iter().position(|w| word.name == **w);
        if found.is_none() && !word.name.is_empty() {
            self.report(codes::s0217_unknown_word::unknown(word.span, what, &word.name, words));
        }
        found
    }
}
