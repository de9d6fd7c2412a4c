//! The types of the language.

/// A declared enum, record or nominal id; the index of its declaration in the compiler's model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TypeId(pub u32);

/// What a `money` amount is counted in.
///
/// Two amounts may be added, compared or summed only when their units are equal (spec: types.money.unit). The checker rewrites
/// columns that a join's `on` makes equal, and key columns, to one representative before it compares.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// `money(EUR)`.
    Constant(Box<str>),
    /// `money(currency)`: the value of this column. In a record declaration a sibling field (`currency`), in an
    /// expression a column with its binding (`t.currency`).
    Column(Box<str>),
}

/// A type as the checker, the plan and the interpreter see it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Type {
    Bool,
    /// 64-bit signed.
    Int,
    /// 128-bit signed: what `sum(int)` gives; fits an `int` by a checked narrowing.
    BigInt,
    /// IEEE 754 binary64.
    Float,
    /// Exact, `precision` digits in all (1 to 38), `scale` of them after the point.
    Decimal {
        precision: u8,
        scale: u8,
    },
    /// Exact with four digits after the point (the most that a currency of ISO 4217 has), 18 digits in all.
    Money(Unit),
    /// What `sum(money)` gives: four digits after the point, 38 in all; fits `money` by a checked narrowing.
    BigMoney(Unit),
    String,
    /// Any JSON value, kept as its text.
    Json,
    /// UTC, microseconds since the epoch.
    Timestamp,
    /// Days since 1970-01-01.
    Date,
    /// Microseconds.
    Duration,
    Enum(TypeId),
    Record(TypeId),
    /// `id<string>`, `id<int>` under its declared name: equal only to itself.
    Nominal(TypeId, Box<Type>),
    Optional(Box<Type>),
    List(Box<Type>),
    /// The type of `none` before its context is known.
    None,
    /// Something was wrong and has been reported; compatible with everything, so that one mistake is one error.
    Error,
}

impl Type {
    /// The digits after the point of a money amount.
    pub const MONEY_SCALE: u8 = 4;

    pub fn is_optional(&self) -> bool {
        matches!(self, Type::Optional(_) | Type::None)
    }

    /// The type without one `?`.
    pub fn required(&self) -> &Type {
        match self {
            Type::Optional(inner) => inner,
            other => other,
        }
    }

    /// The type with a `?`, never two.
    pub fn optional(self) -> Type {
        match self {
            Type::Optional(_) | Type::None | Type::Error => self,
            other => Type::Optional(Box::new(other)),
        }
    }

    /// The type that a nominal id wraps, else the type itself.
    pub fn underlying(&self) -> &Type {
        match self {
            Type::Nominal(_, inner) => inner.underlying(),
            other => other,
        }
    }
}
