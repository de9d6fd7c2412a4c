//! Typed expressions as text, close to how they were written.

use crate::model::{Model, Type, Unit, Value};
use crate::plan::{ColumnRef, Expr, ExprKind, Operation, Scope};

/// An expression over a scope. Conversions of the compiler show as `as TYPE` only where they can fail.
pub fn expression(model: &Model, scope: &Scope, expr: &Expr) -> String {
    let show = |e: &Expr| expression(model, scope, e);
    let list = |all: &[Expr]| all.iter().map(show).collect::<Vec<_>>().join(", ");
    match &expr.kind {
        ExprKind::Literal(value) => literal(value),
        ExprKind::Column(column) => self::column(model, scope, column),
        ExprKind::Not(inner) => match &inner.kind {
            ExprKind::IsNone(operand) => format!("{} is not none", show(operand)),
            _ => format!("not {}", grouped(model, scope, inner)),
        },
        ExprKind::Negate(inner) => format!("-{}", grouped(model, scope, inner)),
        ExprKind::Binary { operator, left, right } => {
            format!("{} {} {}", grouped(model, scope, left), sign(*operator), grouped(model, scope, right))
        }
        ExprKind::Call { function, arguments, .. } => format!("{}({})", function.name, list(arguments)),
        ExprKind::ConvertPer { amount, rate } => {
            format!("convert({}, {}, per: {})", show(amount), currency(&expr.ty), show(rate))
        }
        ExprKind::ConvertTimes { amount, rate } => {
            format!("convert({}, {}, times: {})", show(amount), currency(&expr.ty), show(rate))
        }
        ExprKind::Token { value, vault } => format!("token({}, \"{vault}\")", show(value)),
        ExprKind::If { condition, then, otherwise } => {
            format!("if {} then {} else {}", show(condition), show(then), show(otherwise))
        }
        ExprKind::Match { subject, arms, otherwise } => {
            let mut all: Vec<String> = arms
                .iter()
                .map(|(values, e)| {
                    format!("{} => {}", values.iter().map(literal).collect::<Vec<_>>().join(", "), show(e))
                })
                .collect();
            all.extend(otherwise.as_deref().map(|e| format!("else => {}", show(e))));
            format!("match {} {{ {} }}", show(subject), all.join(", "))
        }
        ExprKind::IsNone(operand) => format!("{} is none", show(operand)),
        ExprKind::IsEmpty(operand) => format!("{} is empty", show(operand)),
        ExprKind::In { value, list: items } => format!("{} in [{}]", show(value), list(items)),
        ExprKind::Convert(inner) | ExprKind::Present(inner) => show(inner),
        ExprKind::Try(inner) => format!("try({})", show(inner)),
        ExprKind::Record(fields) => format!("{{ {} }}", list(fields)),
        ExprKind::List(items) => format!("[{}]", list(items)),
        ExprKind::Index { base, index } => format!("{}[{}]", show(base), show(index)),
        ExprKind::Error => "?".to_owned(),
    }
}

/// In parentheses if it has parts.
fn grouped(model: &Model, scope: &Scope, expr: &Expr) -> String {
    let text = expression(model, scope, expr);
    let mut inner = expr;
    while let ExprKind::Convert(e) | ExprKind::Present(e) = &inner.kind {
        inner = e;
    }
    match &inner.kind {
        ExprKind::Binary { .. } | ExprKind::If { .. } | ExprKind::IsNone(_) | ExprKind::In { .. } => {
            format!("({text})")
        }
        _ => text,
    }
}

fn column(model: &Model, scope: &Scope, at: &ColumnRef) -> String {
    let row = scope.bindings.get(at.binding);
    let Some((row, column)) = row.and_then(|b| Some((b, b.columns.get(at.column)?))) else {
        return "?".to_owned();
    };
    let mut ty = &column.ty;
    let mut fields = String::new();
    for index in &at.path {
        let Some(field) = model.record(ty).and_then(|r| r.fields.get(*index)) else { break };
        fields.push('.');
        fields.push_str(&field.name);
        ty = &field.ty;
    }
    format!("{}.{}{fields}", row.name, column.name)
}

fn currency(ty: &Type) -> &str {
    match ty.required() {
        Type::Money(Unit::Constant(code)) | Type::BigMoney(Unit::Constant(code)) => code,
        _ => "?",
    }
}

fn sign(operator: Operation) -> &'static str {
    match operator {
        Operation::Or => "or",
        Operation::And => "and",
        Operation::Equal => "==",
        Operation::NotEqual => "!=",
        Operation::Less => "<",
        Operation::LessOrEqual => "<=",
        Operation::Greater => ">",
        Operation::GreaterOrEqual => ">=",
        Operation::Coalesce => "??",
        Operation::Add => "+",
        Operation::Subtract => "-",
        Operation::Multiply => "*",
        Operation::Divide => "/",
        Operation::Remainder => "%",
    }
}

fn literal(value: &Value) -> String {
    match value {
        Value::None => "none".to_owned(),
        Value::Bool(b) => b.to_string(),
        Value::Int(n) => n.to_string(),
        Value::BigInt(n) => n.to_string(),
        Value::Float(x) => format!("{x:?}"),
        Value::Decimal { mantissa, scale } => {
            let mut text = String::new();
            riparian_functions::decimal::write_digits(*mantissa, *scale, &mut text);
            text
        }
        Value::String(text) | Value::Json(text) => format!("{text:?}"),
        Value::Timestamp(micros) => riparian_functions::time::Timestamp(*micros).to_string(),
        Value::Date(days) => riparian_functions::time::Date(*days).to_string(),
        Value::Duration(micros) => super::duration(*micros),
        Value::Enum(name) => name.to_string(),
        Value::Record(values) | Value::List(values) => {
            format!("[{}]", values.iter().map(literal).collect::<Vec<_>>().join(", "))
        }
    }
}
