//! What the passes of this room share: the model in the making, look-ups by name, and the findings.

use super::{Beside, Names, Outline, SourceFile};
use crate::base::{Name, Span, nearest};
use crate::codes;
use crate::diag::Diagnostic;
use crate::model::{Model, Package, PackageId, RecordDefinition, TopicId, TypeDefinition, TypeId, TypeKind};
use crate::syntax::ast::{self, Item};
use std::collections::BTreeMap;
use std::sync::Arc;

pub(super) struct Collector<'a> {
    pub files: &'a [SourceFile<'a>],
    pub beside: &'a Beside,
    pub model: Model,
    pub index: Arc<Index>,
    pub used_types: Arc<UsedTypes>,
    /// By package: whether it is collected; the others are in the model already.
    pub work: Vec<bool>,
    /// Every item of the packages that are collected.
    items: Arc<Vec<(PackageId, &'a Item)>>,
    /// By package; of those that are not collected as they were before.
    findings: Vec<Arc<Vec<Diagnostic>>>,
    /// The declaration of each type that is collected, by its id.
    pub type_sources: Vec<Option<TypeSource<'a>>>,
    /// The declaration of each topic that is collected, by its id; topics that the compiler adds have none.
    pub topic_sources: Vec<Option<&'a ast::Topic>>,
}

/// Types that `use` brings into a package, and where.
pub(super) type UsedTypes = BTreeMap<(PackageId, Name), (TypeId, Span)>;

/// What is found by name; the same for all workspaces of one shape.
#[derive(Clone, Debug, Default)]
pub(super) struct Index {
    /// The package of each file, by the file's place.
    pub file_packages: Vec<PackageId>,
    pub package_ids: BTreeMap<Name, PackageId>,
    /// Types declared by a package.
    pub own_types: BTreeMap<(PackageId, Name), TypeId>,
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
    /// To collect everything.
    pub fn new(files: &'a [SourceFile<'a>], outlines: &[Arc<Outline>], beside: &'a Beside) -> Self {
        let mut index = Index::default();
        let mut paths: Vec<&Name> = outlines.iter().map(|outline| &outline.shape.package).collect();
        paths.sort();
        paths.dedup();
        // Packages get their ids in order of their paths, so that no id depends on the order of files.
        index.package_ids =
            paths.iter().enumerate().map(|(i, path)| ((*path).clone(), PackageId(i as u32))).collect();
        let of = outlines.iter().filter_map(|outline| index.package_ids.get(&outline.shape.package).copied());
        index.file_packages = of.collect();
        let collector = Collector {
            files,
            beside,
            model: Model::default(),
            work: vec![true; paths.len()],
            items: Arc::default(),
            findings: vec![Arc::default(); paths.len()],
            index: Arc::new(index),
            used_types: Arc::default(),
            type_sources: Vec::new(),
            topic_sources: Vec::new(),
        };
        collector.with_items()
    }

    /// To collect some packages again, in a workspace of the same shape as before.
    pub fn again(files: &'a [SourceFile<'a>], beside: &'a Beside, before: &Names, work: Vec<bool>) -> Self {
        let mut used_types = before.used_types.clone();
        if used_types.keys().any(|(package, _)| work[package.0 as usize]) {
            Arc::make_mut(&mut used_types).retain(|(package, _), _| !work[package.0 as usize]);
        }
        let mut findings = before.findings.clone();
        for (found, _) in findings.iter_mut().zip(&work).filter(|(_, again)| **again) {
            *found = Arc::default();
        }
        let collector = Collector {
            files,
            beside,
            model: Model::clone(&before.model),
            type_sources: vec![None; before.model.types.len()],
            topic_sources: vec![None; before.model.topics.len()],
            work,
            items: Arc::default(),
            findings,
            index: before.index.clone(),
            used_types,
        };
        collector.with_items()
    }

    fn with_items(mut self) -> Self {
        let mut items = Vec::new();
        for (file, package) in self.files_at_work() {
            items.extend(file.ast.items.iter().map(|item| (package, item)));
        }
        self.items = Arc::new(items);
        self
    }

    /// What is collected of each package after its header.
    pub fn declarations(&mut self) {
        self.declare_types();
        self.uses();
        self.aliases();
        self.records();
        self.declare_topics();
        self.topics();
        self.imports();
        self.externals();
        self.jobs();
        self.dead_letters();
    }

    pub fn finish(self, outlines: &[Arc<Outline>]) -> Names {
        Names {
            model: Arc::new(self.model),
            findings: self.findings,
            index: self.index,
            used_types: self.used_types,
            outlines: outlines.to_vec(),
        }
    }

    /// Whether the parser has found something within this stretch: then what lacks in it may be what was skipped.
    pub fn is_broken(&self, span: Span) -> bool {
        let file = self.files.get(span.file.0 as usize);
        file.is_some_and(|file| file.faults.iter().any(|fault| span.contains(fault.span.start)))
    }

    /// A finding belongs to the package in whose file it stands.
    pub fn report(&mut self, diagnostic: Diagnostic) {
        let package = self.index.file_packages.get(diagnostic.span.file.0 as usize);
        if let Some(found) = package.and_then(|id| self.findings.get_mut(id.0 as usize)) {
            Arc::make_mut(found).push(diagnostic);
        }
    }

    pub fn is_at_work(&self, package: PackageId) -> bool {
        self.work.get(package.0 as usize).copied().unwrap_or(false)
    }

    /// The files of the packages that are collected.
    pub fn files_at_work(&self) -> impl Iterator<Item = (&'a SourceFile<'a>, PackageId)> + use<'_, 'a> {
        let of = self.files.iter().zip(self.index.file_packages.iter().copied());
        of.filter(|(_, package)| self.is_at_work(*package))
    }

    /// Every item of the packages that are collected, with its package.
    pub fn items(&self) -> impl Iterator<Item = (PackageId, &'a Item)> + use<'a> {
        let items = Arc::clone(&self.items);
        (0..items.len()).filter_map(move |at| items.get(at).copied())
    }

    pub fn package_mut(&mut self, id: PackageId) -> &mut Package {
        Arc::make_mut(&mut self.model.packages[id.0 as usize])
    }

    pub fn type_mut(&mut self, id: TypeId) -> &mut TypeDefinition {
        Arc::make_mut(&mut self.model.types[id.0 as usize])
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
        if let Some(id) = self.index.package_ids.get(name.as_str()) {
            return Some(*id);
        }
        let near = nearest(&name, self.index.package_ids.keys().map(|n| n.as_str()));
        let error = codes::s0202_unknown_package::unknown(first.span.to(last.span), &name, near);
        self.report(error);
        None
    }

    /// A type that a package may name: its own, or one brought in.
    pub fn type_named(&self, package: PackageId, name: &Name) -> Option<TypeId> {
        let key = (package, name.clone());
        self.index.own_types.get(&key).copied().or_else(|| self.used_types.get(&key).map(|(id, _)| *id))
    }

    /// The names of all declared types that a package may use, sorted.
    pub fn types_in_reach(&self, package: PackageId) -> impl Iterator<Item = (&Name, TypeId)> {
        let first = (package, Name::from(""));
        let own = self.index.own_types.range(first.clone()..).take_while(move |((p, _), _)| *p == package);
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
