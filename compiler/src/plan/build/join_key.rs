//! The `on` of a join: which of its equalities are the table's key, and what is left as a condition.

use crate::model::Type;
use crate::plan::{Expr, ExprKind, Operation};

/// An `on`, taken apart.
#[derive(Default)]
pub(super) struct OnParts {
    /// The table's key column by index, and the expression over the stream that equals it.
    pub pairs: Vec<(usize, Expr)>,
    /// Everything else, still over both sides.
    pub rest: Vec<Expr>,
}

/// `table`: the table's binding; `keys`: the columns of its key.
pub(super) fn take_apart(on: Expr, table: usize, keys: &[usize]) -> OnParts {
    let mut parts = OnParts::default();
    let mut open = vec![on];
    while let Some(expr) = open.pop() {
        match expr.kind {
            ExprKind::Binary { operator: Operation::And, left, right } => {
                open.push(*right);
                open.push(*left);
            }
            ExprKind::Binary { operator: Operation::Equal, ref left, ref right } => {
                let pair = pair(left, right, table).or_else(|| pair(right, left, table));
                match pair.filter(|(c, _)| keys.contains(c) && !parts.pairs.iter().any(|(d, _)| d == c)) {
                    Some((column, value)) => parts.pairs.push((column, value)),
                    None => parts.rest.push(expr),
                }
            }
            _ => parts.rest.push(expr),
        }
    }
    parts
}

/// A column of the table, and a value that does not read the table.
fn pair(column: &Expr, value: &Expr, table: usize) -> Option<(usize, Expr)> {
    let mut column = column;
    // Compared with an optional value the column itself has been made optional.
    while let ExprKind::Convert(inner) = &column.kind {
        if inner.ty.required() != column.ty.required() {
            return None;
        }
        column = inner;
    }
    let ExprKind::Column(reference) = &column.kind else { return None };
    let own = reference.binding == table && reference.path.is_empty();
    let apart = value.columns().iter().all(|c| c.binding != table);
    let mut value = value.clone();
    if let ExprKind::Convert(inner) = &value.kind
        && inner.ty.required() == value.ty.required()
    {
        value = (**inner).clone();
    }
    (own && apart && value.ty != Type::Error).then_some((reference.column, value))
}

/// The `on` of two streams, taken apart: pairs of a value that reads only bindings below `right` and one that reads only
/// those from it on, which must be equal; and everything else.
#[derive(Default)]
pub(super) struct Sides {
    pub pairs: Vec<(Expr, Expr)>,
    pub rest: Vec<Expr>,
}

pub(super) fn take_sides(on: Expr, right: usize) -> Sides {
    let mut sides = Sides::default();
    let mut open = vec![on];
    while let Some(expr) = open.pop() {
        match expr.kind {
            ExprKind::Binary { operator: Operation::And, left, right } => {
                open.push(*right);
                open.push(*left);
            }
            ExprKind::Binary { operator: Operation::Equal, left: ref a, right: ref b } => {
                let pair = two_sides(a, b, right).or_else(|| two_sides(b, a, right));
                match pair {
                    Some(pair) => sides.pairs.push(pair),
                    None => sides.rest.push(expr),
                }
            }
            _ => sides.rest.push(expr),
        }
    }
    sides
}

/// Both values, if one is of the left side alone, the other of the right, and they are of one type.
fn two_sides(left: &Expr, right: &Expr, first: usize) -> Option<(Expr, Expr)> {
    let (left, right) = (plain(left), plain(right));
    let of = |expr: &Expr, is: &dyn Fn(usize) -> bool| {
        let columns = expr.columns();
        !columns.is_empty() && columns.iter().all(|c| is(c.binding))
    };
    let apart = of(left, &|binding| binding < first) && of(right, &|binding| binding >= first);
    let typed = left.ty != Type::Error && left.ty.required() == right.ty.required();
    (apart && typed).then(|| (left.clone(), right.clone()))
}

/// Compared with an optional value a value has been made optional: it is taken as it was.
fn plain(expr: &Expr) -> &Expr {
    match &expr.kind {
        ExprKind::Convert(inner) if inner.ty.required() == expr.ty.required() => plain(inner),
        _ => expr,
    }
}

/// The expression with every binding from `first` on moved by so many places.
pub(super) fn moved(mut expr: Expr, first: usize, by: isize) -> Expr {
    fn walk(expr: &mut Expr, first: usize, by: isize) {
        if let ExprKind::Column(column) = &mut expr.kind
            && column.binding >= first
        {
            column.binding = column.binding.saturating_add_signed(by);
        }
        expr.children_mut().into_iter().for_each(|child| walk(child, first, by));
    }
    walk(&mut expr, first, by);
    expr
}

/// The conjunction of conditions.
pub(super) fn all(conditions: Vec<Expr>) -> Option<Expr> {
    conditions.into_iter().reduce(|left, right| {
        let span = left.span.to(right.span);
        let kind =
            ExprKind::Binary { operator: Operation::And, left: Box::new(left), right: Box::new(right) };
        Expr { kind, ty: Type::Bool, span }
    })
}

/// Moves the bindings from `first` on up by one: a binding has come in before them.
pub(super) fn shift(expr: &mut Expr, first: usize) {
    if let ExprKind::Column(column) = &mut expr.kind
        && column.binding >= first
    {
        column.binding += 1;
    }
    for child in expr.children_mut() {
        shift(child, first);
    }
}
