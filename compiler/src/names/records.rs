//! Records: fields with their types, labels and purposes; a record does not contain itself.

use super::collector::{Collector, TypeSource};
use crate::base::Name;
use crate::codes;
use crate::model::{Field, PackageId, RecordDefinition, Type, TypeId, TypeKind, Unit};
use crate::syntax::ast;
use std::collections::{BTreeMap, BTreeSet};

impl Collector<'_> {
    pub fn records(&mut self) {
        for index in 0..self.type_sources.len() {
            let Some(TypeSource::Record(declaration)) = self.type_sources[index] else { continue };
            let package = self.model.types[index].package;
            let fields = self.fields(package, declaration);
            self.type_mut(TypeId(index as u32)).kind = TypeKind::Record(RecordDefinition { fields });
        }
        self.break_circles();
    }

    fn fields(&mut self, package: PackageId, declaration: &ast::RecordDeclaration) -> Vec<Field> {
        let mut fields: Vec<Field> = Vec::new();
        for field in &declaration.fields {
            if field.name.name.is_empty() {
                continue;
            }
            if let Some(first) = fields.iter().find(|f| f.name == field.name.name) {
                let place = format!("record `{}`", declaration.name.name);
                let (span, name) = (field.name.span, &field.name.name);
                self.report(codes::s0206_duplicate_field::duplicate(span, name, &place, first.span));
                continue;
            }
            let ty = match &field.ty {
                Some(written) => self.resolve(package, written, &declaration.fields),
                None => Type::Error,
            };
            let (labels, purposes) = self.annotations(&field.annotations);
            let (name, span) = (field.name.name.clone(), field.name.span);
            fields.push(Field { name, ty, labels, purposes, docs: field.docs.clone(), span });
        }
        self.currencies(declaration, &mut fields);
        fields
    }

    /// The field that an amount is counted in must be able to hold a currency.
    fn currencies(&mut self, declaration: &ast::RecordDeclaration, fields: &mut [Field]) {
        for i in 0..fields.len() {
            let Some(column) = unit_column(&fields[i].ty) else { continue };
            let Some(holder) = fields.iter().find(|f| f.name == *column) else { continue };
            if matches!(holder.ty, Type::Enum(_) | Type::String | Type::Error) {
                continue;
            }
            let shown = self.model.show(&holder.ty);
            let written = declaration.fields.iter().find(|f| f.name.span == fields[i].span);
            let span = written.and_then(|f| f.ty.as_ref()).map_or(fields[i].span, |ty| ty.span);
            self.report(codes::s0221_unknown_currency::not_a_currency(span, column, &shown, holder.span));
            fields[i].ty = Type::Error;
        }
    }

    /// Labels, and the purposes if a field is limited to some.
    fn annotations(&mut self, annotations: &[ast::Annotation]) -> (BTreeSet<Name>, Option<BTreeSet<Name>>) {
        let (mut labels, mut purposes) = (BTreeSet::new(), None);
        for annotation in annotations {
            if annotation.name.text() == "purposes" {
                annotation.arguments.iter().for_each(|p| self.registered("purpose", Some(p)));
                let names = annotation.arguments.iter().map(|p| p.name.clone());
                purposes.get_or_insert_with(BTreeSet::new).extend(names);
            } else {
                labels.extend(self.label(&annotation.name));
            }
        }
        (labels, purposes)
    }

    /// A field through which a record would contain itself is reported and loses its type, so that nobody below
    /// descends for ever.
    fn break_circles(&mut self) {
        let mut done: BTreeMap<TypeId, bool> = BTreeMap::new();
        for index in 0..self.model.types.len() {
            // What is not collected again contains nothing that is, and has been visited before.
            if self.type_sources[index].is_some() {
                self.visit(TypeId(index as u32), &mut done);
            }
        }
    }

    /// `done`: false while a record is being visited.
    fn visit(&mut self, id: TypeId, done: &mut BTreeMap<TypeId, bool>) {
        if done.contains_key(&id) || self.type_sources.get(id.0 as usize).is_none_or(|s| s.is_none()) {
            return;
        }
        done.insert(id, false);
        let inner: Vec<(usize, TypeId)> = match &self.model.ty(id).kind {
            TypeKind::Record(record) => {
                let inner = record.fields.iter().enumerate();
                inner.filter_map(|(i, f)| contained(&f.ty).map(|id| (i, id))).collect()
            }
            _ => Vec::new(),
        };
        for (index, part) in inner {
            if done.get(&part) == Some(&false) {
                let name = self.model.ty(part).name.clone();
                if let TypeKind::Record(record) = &mut self.type_mut(id).kind {
                    let field = &mut record.fields[index];
                    field.ty = Type::Error;
                    let error = codes::s0220_recursive_type::recursive(field.span, &name);
                    self.report(error);
                }
            } else {
                self.visit(part, done);
            }
        }
        done.insert(id, true);
    }
}

fn contained(ty: &Type) -> Option<TypeId> {
    match ty {
        Type::Record(id) => Some(*id),
        Type::Optional(inner) => contained(inner),
        _ => None,
    }
}

fn unit_column(ty: &Type) -> Option<&str> {
    match ty {
        Type::Money(Unit::Column(column)) => Some(column),
        Type::Optional(inner) | Type::List(inner) => unit_column(inner),
        _ => None,
    }
}
