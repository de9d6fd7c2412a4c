//! Types, imports, external parties.

use super::{Expr, Ident, Path, Text, Version};
use crate::base::Span;

/// `use payments.transfers { Currency, CustomerId }`: types of another package.
#[derive(Clone, Debug)]
pub struct Use {
    pub package: Path,
    pub names: Vec<Ident>,
    pub span: Span,
}

/// `import payments.transfers.transfer_completed v3 as t { id, sender } for fraud`: columns of a topic, for purposes.
#[derive(Clone, Debug)]
pub struct Import {
    /// Package and topic; the last segment is the topic.
    pub topic: Path,
    pub version: Option<Version>,
    pub alias: Option<Ident>,
    /// `None` if the braces are missing (and reported).
    pub columns: Vec<Ident>,
    pub columns_span: Span,
    pub purposes: Vec<Ident>,
    pub span: Span,
}

/// `type CustomerId = id<int>`, or a plain alias `type Price = decimal(18, 2)`.
#[derive(Clone, Debug)]
pub struct TypeDeclaration {
    pub docs: String,
    pub name: Ident,
    pub ty: Option<TypeExpr>,
    pub span: Span,
}

/// `enum Currency open { EUR, GBP }`.
#[derive(Clone, Debug)]
pub struct EnumDeclaration {
    pub docs: String,
    pub name: Ident,
    pub open: bool,
    pub variants: Vec<Ident>,
    pub span: Span,
}

#[derive(Clone, Debug)]
pub struct RecordDeclaration {
    pub docs: String,
    pub name: Ident,
    pub fields: Vec<Field>,
    pub span: Span,
}

/// `iban: string @pii.financial @purposes(payments)`.
#[derive(Clone, Debug)]
pub struct Field {
    pub docs: String,
    pub name: Ident,
    pub ty: Option<TypeExpr>,
    pub annotations: Vec<Annotation>,
    pub span: Span,
}

/// `@subject`, `@pii.financial`, `@purposes(payments, fraud)`.
#[derive(Clone, Debug)]
pub struct Annotation {
    pub name: Path,
    pub arguments: Vec<Ident>,
    pub span: Span,
}

/// A type as written.
#[derive(Clone, Debug)]
pub struct TypeExpr {
    pub kind: TypeExprKind,
    pub span: Span,
}

#[derive(Clone, Debug)]
pub enum TypeExprKind {
    /// `string`, `Currency`, `decimal(18, 2)`, `money(EUR)`, `list<T>(max: 500)`, `id<string>`, `map<K, V>`.
    Named {
        name: Ident,
        parameters: Vec<TypeExpr>,
        arguments: Vec<Argument>,
    },
    Optional(Box<TypeExpr>),
    Error,
}

/// An argument of a call or a type, named (`where: …`, `max: 500`) or not.
#[derive(Clone, Debug)]
pub struct Argument {
    pub name: Option<Ident>,
    pub value: Expr,
}

/// `external producer settlement service "ecb-import" writes reference_rates v1`, or `consumer … reads … { columns }`.
#[derive(Clone, Debug)]
pub struct External {
    pub producer: bool,
    pub owner: Ident,
    /// `service`, `tool`, …
    pub kind: Option<Ident>,
    pub name: Option<Text>,
    pub topic: Option<Path>,
    pub version: Option<Version>,
    pub columns: Vec<Ident>,
    pub span: Span,
}
