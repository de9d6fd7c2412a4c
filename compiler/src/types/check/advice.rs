//! What the help of a report about types advises, in the names of the user's own text.
//!
//! Advice that is followed to the letter must mend the text, so it names the column that is at fault and not only its
//! type. Decides nothing: whether something is a mistake has been found out before.

use super::Typer;
use crate::base::Name;
use crate::model::{Type, Unit, Value};
use crate::syntax::ast::BinaryOperator;
use crate::types::{Expr, ExprKind};

impl Typer<'_, '_> {
    /// How two amounts of different currencies come to meet.
    pub(super) fn one_currency(&self, left: &Expr, right: &Expr) -> String {
        let constant = |e: &Expr| match e.ty.required() {
            Type::Money(Unit::Constant(c)) | Type::BigMoney(Unit::Constant(c)) => Some(c.clone()),
            _ => None,
        };
        // The amount that stays as it is gives the currency; one written in the text is rewritten first.
        let (stays, moves) = match (constant(left), constant(right)) {
            (Some(_), Some(to)) if is_literal(left) && !is_literal(right) => (to, left),
            (Some(to), _) => (to, right),
            (None, Some(to)) => (to, left),
            (None, None) => {
                return "bring both to one currency first: `convert(amount, EUR, per: rate)`, each with its own rate"
                    .to_owned();
            }
        };
        if let ExprKind::Literal(Value::Decimal { mantissa, scale }) = &moves.kind {
            let amount = amount(*mantissa, *scale);
            return format!("write an amount in {stays}, such as `money({amount}, {stays})`");
        }
        let amount = self.column_path(moves).unwrap_or_else(|| "amount".to_owned());
        self.conversion(&amount, &stays)
    }

    /// `convert` of an amount, with the rate that the rows offer if they offer one.
    pub(super) fn conversion(&self, amount: &str, to: &str) -> String {
        let mut rates = Vec::new();
        for row in &self.environment.scope.bindings {
            for column in &row.columns {
                if matches!(column.ty, Type::Decimal { .. }) {
                    rates.push((column.name.contains("rate"), format!("{}.{}", row.name, column.name)));
                }
            }
        }
        let named = rates.iter().filter(|(named, _)| *named).count();
        let mut fitting = rates.iter().filter(|(is_named, _)| named == 0 || *is_named);
        match (fitting.next(), fitting.next()) {
            (Some((_, rate)), None) => format!("convert it: `convert({amount}, {to}, per: {rate})`"),
            _ => format!(
                "convert it: `convert({amount}, {to}, per: 0.85)`, with the rate that holds, such as a joined table's"
            ),
        }
    }

    /// Where a float that should be exact is declared: "column `fee` of topic `sales`"; several give none.
    pub(super) fn declared_float(&self, expr: &Expr) -> Option<String> {
        let mut found: Vec<(Name, Name)> = Vec::new();
        for at in expr.columns() {
            let column = self.environment.scope.bindings.get(at.binding)?.columns.get(at.column)?;
            for source in &column.sources {
                let topic = self.checker.model.topic(source.topic);
                let record = self.checker.model.record(&Type::Record(topic.schema?))?;
                let field = record.fields.get(record.index(&source.column)?)?;
                if *field.ty.required() == Type::Float {
                    found.push((source.column.clone(), topic.name.clone()));
                }
            }
        }
        found.sort();
        found.dedup();
        match found.as_slice() {
            [(column, topic)] => Some(format!("column `{column}` of topic `{topic}`")),
            _ => None,
        }
    }

    /// How the float beside an amount becomes exact: a share or a factor is a number, what is added is an amount.
    pub(super) fn exact_operand(
        &self,
        operator: BinaryOperator,
        left: &Expr,
        right: &Expr,
    ) -> Option<String> {
        let (float, amount) = if *left.ty.required() == Type::Float { (left, right) } else { (right, left) };
        let declared = self.declared_float(float)?;
        let factor = matches!(operator, BinaryOperator::Multiply | BinaryOperator::Divide);
        let ty = match declarable(amount.ty.required())? {
            Type::Money(Unit::Constant(currency)) if !factor => format!("money({currency})"),
            _ if factor => "decimal(18, 6)".to_owned(),
            _ => return None,
        };
        Some(format!("declare {declared} as `{ty}`"))
    }

    /// A condition about a column that is none.
    pub(super) fn as_condition(&self, expr: &Expr) -> Option<String> {
        let column = self.column_path(expr)?;
        Some(match &expr.ty {
            Type::Optional(_) => format!("{column} is not none"),
            Type::Int | Type::BigInt | Type::Float | Type::Decimal { .. } | Type::Money(_) => {
                format!("{column} > 0")
            }
            Type::String => format!("{column} != \"\""),
            Type::List(_) => format!("{column} is not empty"),
            _ => return None,
        })
    }

    /// How a value of one type comes to be compared with one of another.
    pub(super) fn one_type(&self, left: &Expr, right: &Expr) -> Option<String> {
        self.beside(left, right).or_else(|| self.beside(right, left))
    }

    /// What to do with `value`, so that it can stand beside `other`.
    fn beside(&self, value: &Expr, other: &Expr) -> Option<String> {
        let number =
            matches!(other.ty.required(), Type::Int | Type::BigInt | Type::Float | Type::Decimal { .. });
        match (&value.kind, other.ty.required()) {
            (ExprKind::Literal(Value::String(text)), _) if number => {
                let digits = text.strip_prefix('-').unwrap_or(text);
                let plain = !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit());
                let example = if plain { text.as_ref() } else { "7" };
                Some(format!("write a number without quotes, such as `{example}`"))
            }
            (ExprKind::Literal(Value::String(_)), Type::Bool) => {
                Some("compare with `true` or `false`, without quotes".to_owned())
            }
            (ExprKind::Literal(Value::Int(n)), Type::String) => {
                Some(format!("write it in quotes: `\"{n}\"`"))
            }
            (ExprKind::Column(_), _) if number && *value.ty.required() == Type::String => {
                let function = match other.ty.required() {
                    Type::Int | Type::BigInt => "parse_int",
                    Type::Float => "parse_float",
                    _ => "parse_decimal",
                };
                Some(format!("read the text as a number: `{function}({})`", self.column_path(value)?))
            }
            _ => None,
        }
    }
}

/// A type as a field would declare it, to hold values of this one: sums are wider than what they are written as.
pub(super) fn declarable(ty: &Type) -> Option<Type> {
    match ty {
        Type::Error | Type::None => None,
        Type::BigInt => Some(Type::Int),
        Type::BigMoney(unit) => Some(Type::Money(unit.clone())),
        Type::Optional(inner) => declarable(inner).map(Type::optional),
        other => Some(other.clone()),
    }
}

fn is_literal(expr: &Expr) -> bool {
    matches!(expr.kind, ExprKind::Literal(_))
}

/// A literal amount with at least two digits after the point, as people write money.
fn amount(mantissa: i128, scale: u8) -> String {
    let digits = format!("{:0>1$}", mantissa.unsigned_abs(), usize::from(scale) + 1);
    let (whole, rest) = digits.split_at(digits.len() - usize::from(scale));
    let sign = if mantissa < 0 { "-" } else { "" };
    format!("{sign}{whole}.{:0<2}", rest.trim_end_matches('0'))
}

#[cfg(test)]
mod tests {
    use super::amount;

    #[test]
    fn amounts_keep_two_digits_and_what_they_need() {
        assert_eq!(amount(10_000, 4), "1.00");
        assert_eq!(amount(-12_345, 4), "-1.2345");
        assert_eq!(amount(5, 1), "0.50");
        assert_eq!(amount(7, 0), "7.00");
    }
}
