//! Typed expressions: resolved, checked, with every conversion explicit.

use crate::base::{Name, Span};
use crate::model::{Type, Value};
use riparian_functions::catalogue::Function;

#[derive(Clone, Debug)]
pub struct Expr {
    pub kind: ExprKind,
    pub ty: Type,
    pub span: Span,
}

#[derive(Clone, Debug)]
pub enum ExprKind {
    Literal(Value),
    /// A column of the scope, then fields of nested records. Reading a column through an optional record gives `none`.
    Column(ColumnRef),
    Not(Box<Expr>),
    Negate(Box<Expr>),
    /// Both sides have been converted to what the operator wants; `ty` is the result.
    /// `and`, `or` and `??` evaluate the right side only when needed.
    Binary {
        operator: Operation,
        left: Box<Expr>,
        right: Box<Expr>,
    },
    /// A function of the catalogue; where an argument is optional and the function does not take `none`, it has been
    /// lifted: one absent argument gives `none`.
    Call {
        function: &'static Function,
        arguments: Vec<Expr>,
        lifted: bool,
    },
    /// `convert(m, EUR, per: rate)`: amount divided by the rate, half-even to money's scale.
    ConvertPer {
        amount: Box<Expr>,
        rate: Box<Expr>,
    },
    /// `convert(m, EUR, times: rate)`.
    ConvertTimes {
        amount: Box<Expr>,
        rate: Box<Expr>,
    },
    /// `token(value, "vault")`: the keyed pseudonym, a string.
    Token {
        value: Box<Expr>,
        vault: Name,
    },
    If {
        condition: Box<Expr>,
        then: Box<Expr>,
        otherwise: Box<Expr>,
    },
    /// Patterns are literals of the subject's type; `otherwise` is absent only where the arms are complete.
    Match {
        subject: Box<Expr>,
        arms: Vec<(Vec<Value>, Expr)>,
        otherwise: Option<Box<Expr>>,
    },
    IsNone(Box<Expr>),
    /// A string or list without content.
    IsEmpty(Box<Expr>),
    In {
        value: Box<Expr>,
        list: Vec<Expr>,
    },
    /// A lossless or checked conversion from the operand's type to `ty` (widening never fails; narrowing is checked).
    Convert(Box<Expr>),
    /// The operand is optional and flow typing has shown that it is there.
    Present(Box<Expr>),
    /// `try(e)`: a failure becomes `none`.
    Try(Box<Expr>),
    /// A record value, the fields in order of the declaration.
    Record(Vec<Expr>),
    List(Vec<Expr>),
    Index {
        base: Box<Expr>,
        index: Box<Expr>,
    },
    /// Reported; later passes stay silent.
    Error,
}

/// Which column: the binding's index in the scope, the column's index in the binding, then record fields by index.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ColumnRef {
    pub binding: usize,
    pub column: usize,
    pub path: Vec<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Coalesce,
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
}

impl Expr {
    /// Calls `visit` for this expression and everything in it, outside in, left to right.
    pub fn walk<'e>(&'e self, visit: &mut dyn FnMut(&'e Expr)) {
        visit(self);
        for child in self.children() {
            child.walk(visit);
        }
    }

    /// Whether two expressions over one scope compute the same: spans and names of units aside.
    pub fn same(&self, other: &Expr) -> bool {
        use ExprKind as K;
        let kind = match (&self.kind, &other.kind) {
            (K::Literal(a), K::Literal(b)) => a == b,
            (K::Column(a), K::Column(b)) => a == b,
            (K::Binary { operator: a, .. }, K::Binary { operator: b, .. }) => a == b,
            (K::Call { function: a, .. }, K::Call { function: b, .. }) => a.name == b.name,
            (K::Token { vault: a, .. }, K::Token { vault: b, .. }) => a == b,
            (K::Match { arms: a, otherwise: c, .. }, K::Match { arms: b, otherwise: d, .. }) => {
                c.is_some() == d.is_some() && a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.0 == b.0)
            }
            (K::Convert(_), K::Convert(_)) => self.ty == other.ty,
            (K::Error, _) | (_, K::Error) => false,
            (a, b) => std::mem::discriminant(a) == std::mem::discriminant(b),
        };
        let (a, b) = (self.children(), other.children());
        kind && a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.same(b))
    }

    pub fn children(&self) -> Vec<&Expr> {
        match &self.kind {
            ExprKind::Literal(_) | ExprKind::Column(_) | ExprKind::Error => Vec::new(),
            ExprKind::Not(e)
            | ExprKind::Negate(e)
            | ExprKind::IsNone(e)
            | ExprKind::IsEmpty(e)
            | ExprKind::Convert(e)
            | ExprKind::Present(e)
            | ExprKind::Try(e)
            | ExprKind::Token { value: e, .. } => vec![e],
            ExprKind::Binary { left, right, .. } => vec![left, right],
            ExprKind::ConvertPer { amount, rate } | ExprKind::ConvertTimes { amount, rate } => {
                vec![amount, rate]
            }
            ExprKind::Call { arguments, .. } => arguments.iter().collect(),
            ExprKind::If { condition, then, otherwise } => vec![condition, then, otherwise],
            ExprKind::Match { subject, arms, otherwise } => {
                let mut all = vec![&**subject];
                all.extend(arms.iter().map(|(_, e)| e));
                all.extend(otherwise.as_deref());
                all
            }
            ExprKind::In { value, list } => std::iter::once(&**value).chain(list).collect(),
            ExprKind::Record(list) | ExprKind::List(list) => list.iter().collect(),
            ExprKind::Index { base, index } => vec![base, index],
        }
    }

    /// The expressions in this one, to be changed in place; in the order of [`Expr::children`].
    pub fn children_mut(&mut self) -> Vec<&mut Expr> {
        match &mut self.kind {
            ExprKind::Literal(_) | ExprKind::Column(_) | ExprKind::Error => Vec::new(),
            ExprKind::Not(e)
            | ExprKind::Negate(e)
            | ExprKind::IsNone(e)
            | ExprKind::IsEmpty(e)
            | ExprKind::Convert(e)
            | ExprKind::Present(e)
            | ExprKind::Try(e)
            | ExprKind::Token { value: e, .. } => vec![e],
            ExprKind::Binary { left, right, .. } => vec![left, right],
            ExprKind::ConvertPer { amount, rate } | ExprKind::ConvertTimes { amount, rate } => {
                vec![amount, rate]
            }
            ExprKind::Call { arguments, .. } => arguments.iter_mut().collect(),
            ExprKind::If { condition, then, otherwise } => vec![condition, then, otherwise],
            ExprKind::Match { subject, arms, otherwise } => {
                let mut all = vec![&mut **subject];
                all.extend(arms.iter_mut().map(|(_, e)| e));
                all.extend(otherwise.as_deref_mut());
                all
            }
            ExprKind::In { value, list } => std::iter::once(&mut **value).chain(list).collect(),
            ExprKind::Record(list) | ExprKind::List(list) => list.iter_mut().collect(),
            ExprKind::Index { base, index } => vec![base, index],
        }
    }

    /// The columns read, in order of reading, with repetitions.
    pub fn columns(&self) -> Vec<&ColumnRef> {
        let mut found = Vec::new();
        self.walk(&mut |e| {
            if let ExprKind::Column(column) = &e.kind {
                found.push(column);
            }
        });
        found
    }
}
