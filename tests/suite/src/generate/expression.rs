//! Expressions with known types. Some fail for some rows: divisions, overflows, parsing, indexes.

use super::columns::Columns;
use super::types::{KIND, decimal, euro, kinds};
use crate::random::Random;
use riparian_functions::catalogue::arithmetic::{Operator, binary};
use riparian_functions::catalogue::comparison::is_ordered;
use riparian_functions::catalogue::{Type, Unit};

/// An expression and its type.
pub(super) struct Typed {
    pub text: String,
    pub ty: Type,
}

fn typed(text: impl Into<String>, ty: Type) -> Typed {
    Typed { text: text.into(), ty }
}

/// An expression of some type that a field can have.
pub(super) fn any(columns: &Columns, random: &mut Random, depth: usize) -> Typed {
    match random.below(12) {
        0..=3 => number(columns, random, depth),
        4 => typed(condition(columns, random, depth), Type::Bool),
        5 => typed(string(columns, random, depth), Type::String),
        6 => typed(timestamp(columns, random), Type::Timestamp),
        7 => amount(columns, random, depth),
        8 => choice(columns, random, depth),
        9 => attempt(columns, random, depth),
        _ => match columns.pick(random, |ty| !matches!(ty, Type::Money(Unit::Column(_)) | Type::List(_))) {
            Some(column) => typed(column.text.clone(), column.ty.clone()),
            None => number(columns, random, depth),
        },
    }
}

/// A number, never absent.
pub(super) fn number(columns: &Columns, random: &mut Random, depth: usize) -> Typed {
    if depth == 0 || random.once_in(4) {
        return operand(columns, random);
    }
    let (sign, operator) = [
        ("+", Operator::Add),
        ("-", Operator::Subtract),
        ("*", Operator::Multiply),
        ("/", Operator::Divide),
        ("%", Operator::Remainder),
    ][random.below(5)];
    let left = number(columns, random, depth - 1);
    let right = number(columns, random, depth - 1);
    match binary(operator, &left.ty, &right.ty) {
        // Wider than a field should be: only overflow would be left to see.
        Ok(rule) if !matches!(rule.result, Type::Decimal { scale: 16.., .. }) => {
            typed(format!("({} {sign} {})", left.text, right.text), rule.result)
        }
        _ => left,
    }
}

/// A column that is a number, or a literal. A literal has digits of its own only beside exact numbers.
fn operand(columns: &Columns, random: &mut Random) -> Typed {
    let is_number = |ty: &Type| matches!(ty.required(), Type::Int | Type::Float | Type::Decimal { .. });
    match columns.pick(random, is_number) {
        Some(column) if !random.once_in(5) => match &column.ty {
            Type::Optional(inner) => {
                let otherwise = if **inner == Type::Float { "1.5" } else { "1" };
                typed(format!("({} ?? {otherwise})", column.text), (**inner).clone())
            }
            ty => typed(column.text.clone(), ty.clone()),
        },
        _ => match random.below(5) {
            0 => typed(format!("length({})", text_column(columns, random)), Type::Int),
            1 => typed(format!("parse_int({})", text_column(columns, random)), Type::Int),
            _ => match columns.pick(random, |ty| *ty == Type::Int) {
                Some(column) => typed(format!("({} + {})", column.text, random.below(4)), Type::Int),
                None => typed("length(\"four\")", Type::Int),
            },
        },
    }
}

fn text_column(columns: &Columns, random: &mut Random) -> String {
    let column = columns.pick(random, |ty| *ty == Type::String);
    column.map_or_else(|| "\"12\"".to_owned(), |column| column.text.clone())
}

/// A text, never absent.
pub(super) fn string(columns: &Columns, random: &mut Random, depth: usize) -> String {
    if depth == 0 {
        return text_column(columns, random);
    }
    let inner = string(columns, random, depth - 1);
    match random.below(7) {
        0 => format!("upper({inner})"),
        1 => format!("({inner} + \"-x\")"),
        2 => format!("trim({inner}).lower()"),
        3 => match columns.pick(random, |ty| *ty == Type::String.optional()) {
            Some(column) => format!("({} ?? {inner})", column.text),
            None => inner,
        },
        4 => match columns.pick(random, |ty| *ty == Type::Int) {
            Some(column) => format!("text({})", column.text),
            None => inner,
        },
        5 => match columns.pick(random, |ty| *ty == Type::List(Box::new(Type::String))) {
            Some(column) => format!("{}[{}]", column.text, random.below(3)),
            None => inner,
        },
        _ => inner,
    }
}

fn timestamp(columns: &Columns, random: &mut Random) -> String {
    match columns.pick(random, |ty| *ty == Type::Timestamp) {
        Some(column) if random.once_in(2) => format!("({} + {}s)", column.text, random.below(90)),
        Some(column) => column.text.clone(),
        None => "2026-03-02T10:00:00Z".to_owned(),
    }
}

/// An amount in euro.
fn amount(columns: &Columns, random: &mut Random, depth: usize) -> Typed {
    let foreign = columns.pick(random, |ty| matches!(ty, Type::Money(Unit::Column(_))));
    let rate = columns.pick(random, |ty| *ty == decimal(18, 6));
    if let (Some(amount), Some(rate), true) = (foreign, rate, random.once_in(2)) {
        let how = random.word(&["per", "times"]);
        return typed(format!("convert({}, EUR, {how}: {})", amount.text, rate.text), euro());
    }
    let Some(column) = columns.pick(random, |ty| *ty == euro()) else {
        return number(columns, random, depth);
    };
    let text = match random.below(4) {
        0 => format!("({} * {})", column.text, random.below(5)),
        1 => format!("({} + money(0.05, EUR))", column.text),
        2 => format!("round({} / 3)", column.text),
        _ => column.text.clone(),
    };
    typed(text, euro())
}

/// `if` and `match`.
fn choice(columns: &Columns, random: &mut Random, depth: usize) -> Typed {
    if let (Some(column), true) = (columns.pick(random, |ty| *ty == Type::Enum(KIND)), random.once_in(2)) {
        let arms: Vec<String> =
            kinds(KIND).iter().enumerate().map(|(n, kind)| format!("{kind} => {}", n * 10)).collect();
        return typed(format!("match {} {{ {} }}", column.text, arms.join(", ")), Type::Int);
    }
    let condition = condition(columns, random, depth.min(1));
    let (yes, no) = (string(columns, random, 1), string(columns, random, 0));
    typed(format!("if {condition} then {yes} else {no}"), Type::String)
}

/// Absent where the record would have been bad.
fn attempt(columns: &Columns, random: &mut Random, depth: usize) -> Typed {
    let inner = number(columns, random, depth);
    typed(format!("try({})", inner.text), inner.ty.optional())
}

/// A truth.
pub(super) fn condition(columns: &Columns, random: &mut Random, depth: usize) -> String {
    match random.below(if depth == 0 { 4 } else { 8 }) {
        0 => match columns.pick(random, |ty| *ty == Type::Bool) {
            Some(column) => column.text.clone(),
            None => "true".to_owned(),
        },
        1 => match columns.pick(random, |ty| matches!(ty, Type::Enum(_))) {
            Some(column) => {
                let Type::Enum(id) = column.ty else { return "true".to_owned() };
                format!("{} {} {}", column.text, random.word(&["==", "!="]), random.word(kinds(id)))
            }
            None => "true".to_owned(),
        },
        2 => match columns.pick(random, Type::is_optional) {
            Some(column) => format!("{} is {}none", column.text, random.word(&["", "not "])),
            None => "true".to_owned(),
        },
        3 => {
            let sign = random.word(&["==", "!=", "<", "<=", ">", ">="]);
            match columns.pick(random, |ty| is_ordered(ty) && !ty.is_optional()) {
                Some(column) => match other(columns, &column.ty, &column.text, random) {
                    Some(other) => format!("{} {sign} {other}", column.text),
                    None => format!("{} == {}", column.text, column.text),
                },
                None => "1 < 2".to_owned(),
            }
        }
        4 => format!(
            "({} and {})",
            condition(columns, random, depth - 1),
            condition(columns, random, depth - 1)
        ),
        5 => format!(
            "({} or {})",
            condition(columns, random, depth - 1),
            condition(columns, random, depth - 1)
        ),
        6 => format!("not ({})", condition(columns, random, depth - 1)),
        _ => match columns.pick(random, |ty| *ty == Type::Int) {
            Some(column) => format!("{} in [0, 1, {}]", column.text, random.below(9)),
            None => "true".to_owned(),
        },
    }
}

/// Something to compare a value of this type with.
fn other(columns: &Columns, ty: &Type, not: &str, random: &mut Random) -> Option<String> {
    let literal = match ty {
        Type::Int => random.below(6).to_string(),
        Type::Float => "2.5".to_owned(),
        Type::Decimal { .. } => "1".to_owned(),
        Type::String => "\"m\"".to_owned(),
        Type::Timestamp => "2026-03-02T10:00:30Z".to_owned(),
        Type::Date => "2026-03-02".to_owned(),
        Type::Duration => "90s".to_owned(),
        Type::Money(Unit::Constant(_)) => "money(1.00, EUR)".to_owned(),
        _ => return None,
    };
    let same = columns.pick(random, |other| other == ty).filter(|column| column.text != not);
    Some(match same {
        Some(column) if random.once_in(3) => column.text.clone(),
        _ => literal,
    })
}
