//! The types of a generated text: the catalogue's, with fixed declared ones.

use riparian_functions::catalogue::{Type, TypeId, Unit};

/// `enum Kind { small, large, odd }`.
pub(super) const KIND: TypeId = TypeId(0);
/// `enum Color open { red, green }`.
pub(super) const COLOR: TypeId = TypeId(1);
/// `record Part { name: string, weight: decimal(6, 2)? }`.
pub(super) const PART: TypeId = TypeId(2);
/// `type Tag = id<int>`.
pub(super) const TAG: TypeId = TypeId(3);
/// `enum Currency { EUR, GBP, JPY }`.
pub(super) const CURRENCY: TypeId = TypeId(4);

/// What every generated file declares.
pub(super) const DECLARATIONS: &str = "\
enum Currency { EUR, GBP, JPY }
enum Kind { small, large, odd }
enum Color open { red, green }
type Tag = id<int>
record Part { name: string, weight: decimal(6, 2)? }
";

pub(super) fn kinds(id: TypeId) -> &'static [&'static str] {
    match id {
        KIND => &["small", "large", "odd"],
        COLOR => &["red", "green"],
        CURRENCY => &["EUR", "GBP", "JPY"],
        _ => &[],
    }
}

pub(super) fn euro() -> Type {
    Type::Money(Unit::Constant("EUR".into()))
}

pub(super) fn decimal(precision: u8, scale: u8) -> Type {
    Type::Decimal { precision, scale }
}

pub(super) fn tag() -> Type {
    Type::Nominal(TAG, Box::new(Type::Int))
}

/// The type as a field declares it. A sum is declared as what it narrows to.
pub(super) fn show(ty: &Type) -> String {
    match ty {
        Type::Bool => "bool".into(),
        Type::Int | Type::BigInt => "int".into(),
        Type::Float => "float".into(),
        Type::Decimal { precision, scale } => format!("decimal({precision}, {scale})"),
        Type::Money(Unit::Constant(unit) | Unit::Column(unit))
        | Type::BigMoney(Unit::Constant(unit) | Unit::Column(unit)) => format!("money({unit})"),
        Type::String => "string".into(),
        Type::Json => "json".into(),
        Type::Timestamp => "timestamp".into(),
        Type::Date => "date".into(),
        Type::Duration => "duration".into(),
        Type::Enum(KIND) => "Kind".into(),
        Type::Enum(COLOR) => "Color".into(),
        Type::Enum(_) => "Currency".into(),
        Type::Record(_) => "Part".into(),
        Type::Nominal(..) => "Tag".into(),
        Type::Optional(inner) => format!("{}?", show(inner)),
        Type::List(inner) => format!("list<{}>", show(inner)),
        Type::None | Type::Error => "int?".into(),
    }
}
