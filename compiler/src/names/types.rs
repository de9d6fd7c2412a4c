//! Declared types: their ids, `use`, and what ids and aliases stand for.

use super::collector::{Collector, TypeSource};
use crate::base::{Name, Span, nearest};
use crate::codes;
use crate::model::{PackageId, RecordDefinition, Type, TypeDefinition, TypeId, TypeKind};
use crate::syntax::ast::{self, Item, TypeExprKind};
use std::sync::Arc;

impl<'a> Collector<'a> {
    /// Every type gets an id, enums their variants. The second declaration of a name is reported and left out.
    pub fn declare_types(&mut self) {
        let no_docs = String::new();
        for (package, item) in self.items() {
            let (name, docs, kind, source) = match item {
                Item::Record(d) => {
                    (&d.name, &d.docs, TypeKind::Record(RecordDefinition::default()), TypeSource::Record(d))
                }
                Item::Enum(d) => (&d.name, &d.docs, self.enumeration(d), TypeSource::Enum),
                Item::Type(d) => (&d.name, &d.docs, TypeKind::Error, TypeSource::Type(d)),
                Item::Deferred(d) => {
                    let head = match &d.name {
                        Some(name) => Span { end: name.span.end.min(d.span.end), ..d.span },
                        None => Span { end: d.span.end.min(d.span.start + d.keyword.len() as u32), ..d.span },
                    };
                    self.report(codes::s0222_not_compiled_yet::construct(head, d.keyword));
                    // A type that is not compiled yet is still a name that may be used.
                    match &d.name {
                        Some(name) if matches!(d.keyword, "union" | "record from") => {
                            (name, &no_docs, TypeKind::Error, TypeSource::Deferred)
                        }
                        _ => continue,
                    }
                }
                _ => continue,
            };
            let key = (package, name.name.clone());
            let known = self.index.own_types.get(&key).copied();
            let declared = known.filter(|id| self.type_sources[id.0 as usize].is_some());
            if name.name.is_empty() || declared.is_some() && self.is_taken(package, "type", name) {
                continue;
            }
            let (name, span) = (name.name.clone(), name.span);
            let definition = Arc::new(TypeDefinition { package, name, kind, docs: docs.clone(), span });
            match known {
                Some(id) => {
                    self.model.types[id.0 as usize] = definition;
                    self.type_sources[id.0 as usize] = Some(source);
                }
                None => {
                    let id = TypeId(self.model.types.len() as u32);
                    self.model.types.push(definition);
                    self.type_sources.push(Some(source));
                    self.package_mut(package).types.push(id);
                    Arc::make_mut(&mut self.index).own_types.insert(key, id);
                }
            }
        }
    }

    fn is_taken(&mut self, package: PackageId, what: &str, name: &ast::Ident) -> bool {
        let Some(first) = self.index.own_types.get(&(package, name.name.clone())) else { return false };
        let first = self.model.ty(*first).span;
        let place = format!("package `{}`", self.package_path(package));
        self.report(codes::s0205_duplicate_declaration::duplicate(
            name.span, what, &name.name, &place, first,
        ));
        true
    }

    /// `use package { Types }`.
    pub fn uses(&mut self) {
        for (package, item) in self.items() {
            let Item::Use(clause) = item else { continue };
            let Some(from) = self.package_named(&clause.package.segments) else { continue };
            for name in &clause.names {
                self.bring_in(package, from, name);
            }
        }
    }

    fn bring_in(&mut self, package: PackageId, from: PackageId, name: &ast::Ident) {
        if name.name.is_empty() {
            return;
        }
        let Some(id) = self.index.own_types.get(&(from, name.name.clone())).copied() else {
            let there = self.index.own_types.keys().filter(|(p, _)| *p == from).map(|(_, n)| n.as_str());
            let near = nearest(&name.name, there);
            let error = codes::s0201_unknown_type::not_in_package(
                name.span,
                &name.name,
                &self.package_path(from),
                near,
            );
            self.report(error);
            return;
        };
        let key = (package, name.name.clone());
        if let Some((other, first)) = self.used_types.get(&key) {
            // The same line in two files of a package is no mistake.
            if *other != id || first.file == name.span.file {
                let error = codes::s0224_duplicate_import::duplicate(name.span, &name.name, *first);
                self.report(error);
            }
            return;
        }
        if from != package && self.is_taken(package, "type", name) {
            return;
        }
        Arc::make_mut(&mut self.used_types).insert(key, (id, name.span));
    }

    /// What ids and aliases stand for.
    pub fn aliases(&mut self) {
        let mut open = Vec::new();
        for id in 0..self.type_sources.len() {
            if self.type_sources[id].is_some() {
                self.type_behind(TypeId(id as u32), &mut open);
            }
        }
    }

    /// The type that naming a declaration gives; `open` holds the aliases under way.
    pub fn type_behind(&mut self, id: TypeId, open: &mut Vec<TypeId>) -> Type {
        let declaration = match self.type_sources.get(id.0 as usize) {
            Some(Some(TypeSource::Record(_))) => return Type::Record(id),
            Some(Some(TypeSource::Enum)) => return Type::Enum(id),
            Some(Some(TypeSource::Type(declaration))) => *declaration,
            Some(Some(TypeSource::Deferred)) | None => return Type::Error,
            // Known from before.
            Some(None) => {
                return match &self.model.ty(id).kind {
                    TypeKind::Record(_) => Type::Record(id),
                    TypeKind::Enum { .. } => Type::Enum(id),
                    TypeKind::Nominal(inner) => Type::Nominal(id, Box::new(inner.clone())),
                    TypeKind::Alias(ty) => ty.clone(),
                    TypeKind::Error => Type::Error,
                };
            }
        };
        match &self.model.ty(id).kind {
            TypeKind::Nominal(inner) => return Type::Nominal(id, Box::new(inner.clone())),
            TypeKind::Alias(ty) => return ty.clone(),
            _ => {}
        }
        if open.contains(&id) {
            self.report(codes::s0220_recursive_type::recursive(
                declaration.name.span,
                &declaration.name.name,
            ));
            self.type_mut(id).kind = TypeKind::Alias(Type::Error);
            return Type::Error;
        }
        open.push(id);
        let kind = self.stands_for(id, declaration, open);
        open.pop();
        let definition = self.type_mut(id);
        // A circle has been cut already.
        if !matches!(definition.kind, TypeKind::Alias(Type::Error)) {
            definition.kind = kind;
        }
        match &definition.kind {
            TypeKind::Nominal(inner) => Type::Nominal(id, Box::new(inner.clone())),
            TypeKind::Alias(ty) => ty.clone(),
            _ => Type::Error,
        }
    }

    fn stands_for(
        &mut self,
        id: TypeId,
        declaration: &ast::TypeDeclaration,
        open: &mut Vec<TypeId>,
    ) -> TypeKind {
        let package = self.model.ty(id).package;
        let Some(written) = &declaration.ty else { return TypeKind::Alias(Type::Error) };
        if let TypeExprKind::Named { name, parameters, arguments } = &written.kind
            && name.name == "id"
        {
            let ([inner], []) = (parameters.as_slice(), arguments.as_slice()) else {
                self.report(codes::s0219_type_parameters::wrong(
                    written.span,
                    "id",
                    "id<int>` or `id<string>",
                ));
                return TypeKind::Alias(Type::Error);
            };
            let ty = self.resolve_with(package, inner, None, open);
            return match ty {
                Type::Int | Type::String => TypeKind::Nominal(ty),
                Type::Error => TypeKind::Alias(Type::Error),
                other => {
                    let shown = self.model.show(&other);
                    self.report(codes::s0219_type_parameters::id_of(inner.span, &shown));
                    TypeKind::Alias(Type::Error)
                }
            };
        }
        TypeKind::Alias(self.resolve_with(package, written, None, open))
    }

    /// The packages that declare a type of this name, sorted.
    pub fn packages_with_type(&self, name: &Name) -> Vec<Name> {
        self.index.own_types.keys().filter(|(_, n)| n == name).map(|(p, _)| self.package_path(*p)).collect()
    }
}
