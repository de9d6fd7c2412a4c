//! Declared types.

use super::{PackageId, Type};
use crate::base::{Name, Span};
use std::collections::BTreeSet;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypeDefinition {
    pub package: PackageId,
    pub name: Name,
    pub kind: TypeKind,
    pub docs: String,
    /// The name in the declaration.
    pub span: Span,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TypeKind {
    Enum {
        open: bool,
        variants: Vec<Name>,
    },
    Record(RecordDefinition),
    /// `type CustomerId = id<int>`: the wrapped type.
    Nominal(Type),
    /// `type Price = decimal(18, 2)`: only another name; fields hold the type behind it.
    Alias(Type),
    /// Broken; reported.
    Error,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RecordDefinition {
    pub fields: Vec<Field>,
}

impl RecordDefinition {
    pub fn index(&self, name: &str) -> Option<usize> {
        self.fields.iter().position(|f| f.name == *name)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    pub name: Name,
    pub ty: Type,
    /// The labels written on the field (`pii.financial`, `subject`), not what they imply.
    pub labels: BTreeSet<Name>,
    /// `@purposes(…)`; `None`: any purpose.
    pub purposes: Option<BTreeSet<Name>>,
    pub docs: String,
    /// The name in the declaration.
    pub span: Span,
}
