//! Types of the language as Rust types and as forms on the wire; the enums and records that a job names.

use super::names::{self, Taken};
use crate::model::{Model, Type, TypeId, TypeKind, WireForm};
use proc_macro2::TokenStream;
use std::collections::BTreeMap;
use std::fmt::Write;

/// The declared types of one job under their Rust names.
pub(super) struct Types<'m> {
    model: &'m Model,
    declared: BTreeMap<TypeId, String>,
}

impl<'m> Types<'m> {
    pub(super) fn new(model: &'m Model) -> Self {
        Types { model, declared: BTreeMap::new() }
    }

    /// Notes an enum or record, and those inside it, as named by the job.
    pub(super) fn declare(&mut self, ty: &Type, taken: &mut Taken) {
        match ty {
            Type::Optional(inner) | Type::List(inner) | Type::Nominal(_, inner) => self.declare(inner, taken),
            Type::Enum(id) | Type::Record(id) => {
                if self.declared.contains_key(id) {
                    return;
                }
                let definition = self.model.ty(*id);
                self.declared.insert(*id, taken.unique(&definition.name));
                if let TypeKind::Record(record) = &definition.kind {
                    for field in &record.fields {
                        self.declare(&field.ty, taken);
                    }
                }
            }
            _ => {}
        }
    }

    pub(super) fn declared(&self, id: TypeId) -> &str {
        self.declared.get(&id).map_or("Undeclared", String::as_str)
    }

    /// The owned Rust type.
    pub(super) fn rust(&self, ty: &Type) -> String {
        match ty {
            Type::Bool => "bool".into(),
            Type::Int => "i64".into(),
            Type::BigInt => "i128".into(),
            Type::Float => "f64".into(),
            Type::Decimal { precision, scale } => format!("Decimal<{}, {scale}>", mantissa(*precision)),
            Type::Money(_) => "Money".into(),
            Type::BigMoney(_) => "BigMoney".into(),
            Type::String | Type::Json => "String".into(),
            Type::Timestamp => "Timestamp".into(),
            Type::Date => "Date".into(),
            Type::Duration => "Duration".into(),
            Type::Enum(id) | Type::Record(id) => self.declared(*id).into(),
            Type::Nominal(_, inner) => self.rust(inner),
            Type::Optional(inner) => format!("Option<{}>", self.rust(inner)),
            Type::List(inner) => format!("Vec<{}>", self.rust(inner)),
            Type::None | Type::Error => "Option<()>".into(),
        }
    }

    pub(super) fn tokens(&self, ty: &Type) -> TokenStream {
        parse(&self.rust(ty))
    }

    /// What an aggregate takes: text by its borrowed type.
    pub(super) fn input(&self, ty: &Type) -> String {
        match ty.required().underlying() {
            Type::String | Type::Json => "str".into(),
            other => self.rust(other),
        }
    }

    /// The form on the wire.
    pub(super) fn form(&self, ty: &Type, wire: Option<WireForm>) -> String {
        match ty {
            Type::Bool => "form::Bool".into(),
            Type::Int | Type::BigInt => "form::Int".into(),
            Type::Float => "form::Float".into(),
            Type::Decimal { precision, scale } => {
                let name = if wire == Some(WireForm::Number) { "Number" } else { "Exact" };
                format!("form::{name}<{}, {precision}, {scale}>", mantissa(*precision))
            }
            Type::Money(_) | Type::BigMoney(_) if wire == Some(WireForm::Number) => {
                format!("form::Number<i64, 18, {}>", Type::MONEY_SCALE)
            }
            Type::Money(_) | Type::BigMoney(_) => "form::Money".into(),
            Type::String => "form::Text".into(),
            Type::Json => "form::Json".into(),
            Type::Timestamp => match wire {
                Some(WireForm::EpochMillis) => "form::EpochMillis".into(),
                Some(WireForm::EpochMicros) => "form::EpochMicros".into(),
                _ => "form::Iso".into(),
            },
            Type::Date => "form::Date".into(),
            Type::Duration => "form::Duration".into(),
            Type::Enum(id) => format!("form::Enum<{}>", self.declared(*id)),
            Type::Record(id) => format!("form::Record<{}>", self.declared(*id)),
            Type::Nominal(_, inner) => self.form(inner, wire),
            Type::Optional(inner) => format!("form::Nullable<{}>", self.form(inner, wire)),
            Type::List(inner) => format!("form::List<{}>", self.form(inner, wire)),
            Type::None | Type::Error => "form::Nullable<form::Json>".into(),
        }
    }

    /// Passed by value: everything but text, lists, records and open enums.
    pub(super) fn is_copy(&self, ty: &Type) -> bool {
        match ty {
            Type::String | Type::Json | Type::Record(_) | Type::List(_) => false,
            Type::Enum(id) => !matches!(&self.model.ty(*id).kind, TypeKind::Enum { open: true, .. }),
            Type::Nominal(_, inner) | Type::Optional(inner) => self.is_copy(inner),
            _ => true,
        }
    }

    /// The declarations, in order of their Rust names.
    pub(super) fn items(&self) -> String {
        let mut named: Vec<_> = self.declared.iter().map(|(id, name)| (name, *id)).collect();
        named.sort();
        named.iter().fold(String::new(), |out, (name, id)| out + &self.item(name, *id))
    }

    fn item(&self, name: &str, id: TypeId) -> String {
        let definition = self.model.ty(id);
        let mut out = String::new();
        match &definition.kind {
            TypeKind::Enum { open, variants } => {
                let macro_name = if *open { "open_enum" } else { "closed_enum" };
                let _ = writeln!(out, "{macro_name}! {{");
                out += &docs(&definition.docs, "    ");
                let _ = writeln!(out, "    pub enum {name} {{");
                let mut taken = Taken::default();
                for variant in variants {
                    let variant_name = taken.unique(variant);
                    let _ = writeln!(out, "        {} = {variant:?},", names::ident(&variant_name));
                }
                if *open {
                    let _ = writeln!(out, "        ..{}", taken.unique("Undeclared"));
                }
            }
            TypeKind::Record(record) => {
                out += "record! {\n";
                out += &docs(&definition.docs, "    ");
                let _ = writeln!(out, "    pub struct {name} {{");
                for field in &record.fields {
                    let form = self.form(&field.ty, None);
                    let _ =
                        writeln!(out, "        {}: {form} = {:?},", names::ident(&field.name), &*field.name);
                }
            }
            _ => return out,
        }
        out + "    }\n}\n\n"
    }
}

/// The integer behind a decimal of so many digits.
fn mantissa(precision: u8) -> &'static str {
    if precision <= 18 { "i64" } else { "i128" }
}

/// Documentation of the source as documentation of the item.
pub(super) fn docs(text: &str, indent: &str) -> String {
    text.lines().fold(String::new(), |out, line| {
        let line = line.trim_end();
        let space = if line.is_empty() || line.starts_with(' ') { "" } else { " " };
        format!("{out}{indent}///{space}{line}\n")
    })
}

/// Text that this module wrote as tokens.
pub(super) fn parse(text: &str) -> TokenStream {
    text.parse().unwrap_or_else(|_| quote::quote!(compile_error!(#text)))
}
