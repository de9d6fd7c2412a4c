//! Expressions.

use super::{Argument, Ident, Path, Text};
use crate::base::Span;

#[derive(Clone, Debug)]
pub struct Expr {
    pub kind: ExprKind,
    pub span: Span,
}

#[derive(Clone, Debug)]
pub enum ExprKind {
    /// A bare name: a binding (`t`), a column, an enum's variant, a constant.
    Name(Ident),
    /// `base.name`.
    Member {
        base: Box<Expr>,
        name: Ident,
    },
    /// `count()`, `sum(e.eur, where: …)`: a function or aggregate by name.
    Call {
        function: Ident,
        arguments: Vec<Argument>,
    },
    /// `queue.append(x)`.
    Method {
        receiver: Box<Expr>,
        name: Ident,
        arguments: Vec<Argument>,
    },
    /// `list[0]`.
    Index {
        base: Box<Expr>,
        index: Box<Expr>,
    },
    Unary {
        operator: UnaryOperator,
        operator_span: Span,
        operand: Box<Expr>,
    },
    Binary {
        operator: BinaryOperator,
        operator_span: Span,
        left: Box<Expr>,
        right: Box<Expr>,
    },
    /// `x is none`, `x is not none`, `x is empty`.
    Is {
        operand: Box<Expr>,
        test: IsTest,
        negated: bool,
    },
    If {
        condition: Box<Expr>,
        then: Box<Expr>,
        otherwise: Box<Expr>,
    },
    Match {
        subject: Box<Expr>,
        arms: Vec<MatchArm>,
    },
    /// `x => e`.
    Lambda {
        parameter: Ident,
        body: Box<Expr>,
    },
    List(Vec<Expr>),
    /// `{ a: 1 }`: only where the grammar allows a record.
    Record(Vec<FieldValue>),
    /// `Approved(repository: r)` has the form of a call; a call whose name starts upper-case.
    Integer(i64),
    /// `1.50`: the digits without the point, and how many follow it.
    Decimal {
        mantissa: i128,
        scale: u8,
    },
    /// `money(1000.00, GBP)`.
    Money {
        amount: Box<Expr>,
        currency: Ident,
    },
    Text(Text),
    Bool(bool),
    None,
    /// Microseconds.
    Duration(i64),
    /// Days since 1970-01-01.
    Date(i32),
    /// Microseconds since the epoch, UTC.
    Timestamp(i64),
    /// `16:00`: microseconds since midnight.
    TimeOfDay(i64),
    Parenthesised(Box<Expr>),
    /// Missing or broken; reported.
    Error,
}

#[derive(Clone, Debug)]
pub struct MatchArm {
    /// Empty for `else`.
    pub patterns: Vec<Expr>,
    pub value: Expr,
    pub span: Span,
}

/// `name: value` in a record, a row or a `select`.
#[derive(Clone, Debug)]
pub struct FieldValue {
    pub kind: FieldValueKind,
    pub span: Span,
}

#[derive(Clone, Debug)]
pub enum FieldValueKind {
    Named {
        name: Ident,
        value: Expr,
    },
    /// `..o except (iban)`.
    Spread {
        binding: Ident,
        except: Vec<Ident>,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnaryOperator {
    Not,
    Negate,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BinaryOperator {
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    In,
    Coalesce,
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
}

impl BinaryOperator {
    /// As written.
    pub fn text(self) -> &'static str {
        match self {
            BinaryOperator::Or => "or",
            BinaryOperator::And => "and",
            BinaryOperator::Equal => "==",
            BinaryOperator::NotEqual => "!=",
            BinaryOperator::Less => "<",
            BinaryOperator::LessOrEqual => "<=",
            BinaryOperator::Greater => ">",
            BinaryOperator::GreaterOrEqual => ">=",
            BinaryOperator::In => "in",
            BinaryOperator::Coalesce => "??",
            BinaryOperator::Add => "+",
            BinaryOperator::Subtract => "-",
            BinaryOperator::Multiply => "*",
            BinaryOperator::Divide => "/",
            BinaryOperator::Remainder => "%",
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IsTest {
    None,
    Empty,
}

/// `a.b` or `a.b.c` as a path, if an expression is one.
pub fn as_path(expr: &Expr) -> Option<Path> {
    match &expr.kind {
        ExprKind::Name(name) => Some(Path { segments: vec![name.clone()], span: expr.span }),
        ExprKind::Member { base, name } => {
            let mut path = as_path(base)?;
            path.segments.push(name.clone());
            path.span = expr.span;
            Some(path)
        }
        _ => None,
    }
}
