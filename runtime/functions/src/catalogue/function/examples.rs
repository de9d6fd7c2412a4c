//! Every example of the catalogue is evaluated: calls of functions, literals, `==` and `>`, as the language writes them.

use std::sync::Arc;

use crate::aggregate::At;
use crate::catalogue::{
    AGGREGATES, FUNCTIONS, Type, Unit, Value, aggregate, arithmetic, comparison, evaluate, function,
};
use crate::time;

struct Reader<'a>(&'a str);

impl<'a> Reader<'a> {
    fn take(&mut self, token: &str) -> bool {
        match self.0.trim_start().strip_prefix(token) {
            Some(rest) => {
                self.0 = rest;
                true
            }
            None => false,
        }
    }

    fn word(&mut self, part: impl Fn(char) -> bool) -> &'a str {
        let text = self.0.trim_start();
        let end = text.find(|c| !part(c)).unwrap_or(text.len());
        let (word, rest) = text.split_at(end);
        self.0 = rest;
        word
    }

    fn expression(&mut self) -> (Value, Type) {
        let left = self.primary();
        for (token, holds) in [("==", [false, true, false]), (">", [false, false, true])] {
            if self.take(token) {
                let right = self.primary();
                comparison::equality(&left.1, &right.1).expect("two comparable types");
                let order = evaluate::compare(&left.0, &right.0) as i8 + 1;
                return (Value::Bool(holds[order as usize]), Type::Bool);
            }
        }
        left
    }

    fn primary(&mut self) -> (Value, Type) {
        let first = self.0.trim_start().chars().next().expect("an expression");
        if first == '"' {
            return self.string();
        }
        if first.is_ascii_digit() || first == '-' {
            return number(self.word(|c| c.is_ascii_alphanumeric() || "-+.:".contains(c)));
        }
        match self.word(|c| c.is_ascii_alphanumeric() || c == '_') {
            "true" => (Value::Bool(true), Type::Bool),
            "false" => (Value::Bool(false), Type::Bool),
            "none" => (Value::None, Type::None),
            "money" => {
                assert!(self.take("("));
                let (amount, _) = self.primary();
                assert!(self.take(","));
                let unit = Type::Money(Unit::Constant(self.word(char::is_alphabetic).into()));
                assert!(self.take(")"));
                (crate::catalogue::conversion::cast(&amount, &Type::Int, &unit).expect("an amount"), unit)
            }
            name => {
                assert!(self.take("("), "`(` after {name}");
                let mut arguments = Vec::new();
                while !self.take(")") {
                    arguments.push(self.expression());
                    self.take(",");
                }
                let (values, types): (Vec<_>, Vec<_>) =
                    arguments.into_iter().map(|(value, ty)| (value, ty.required().clone())).unzip();
                let function = function(name).unwrap_or_else(|| panic!("no function {name}"));
                let ty = (function.check)(&types).unwrap_or_else(|error| panic!("{name}: {error:?}"));
                ((function.eval)(&values).unwrap_or_else(|fail| panic!("{name}: {fail}")), ty)
            }
        }
    }

    fn string(&mut self) -> (Value, Type) {
        let mut characters = self.0.trim_start().chars();
        characters.next();
        let mut text = String::new();
        loop {
            match characters.next().expect("a closing quote") {
                '"' => break,
                '\\' => text.push(characters.next().expect("an escape")),
                c => text.push(c),
            }
        }
        self.0 = characters.as_str();
        (Value::String(Arc::from(text)), Type::String)
    }
}

fn number(word: &str) -> (Value, Type) {
    if let Ok(n) = word.parse() {
        return (Value::Int(n), Type::Int);
    }
    if let Ok(t) = time::parse_timestamp(word) {
        return (Value::Timestamp(t.0), Type::Timestamp);
    }
    if let Ok(date) = time::parse_date(word) {
        return (Value::Date(date.0), Type::Date);
    }
    if let Ok(d) = time::parse_duration(word) {
        return (Value::Duration(d.0), Type::Duration);
    }
    let (whole, fraction) = word.split_once('.').unwrap_or_else(|| panic!("a literal, not {word}"));
    let mantissa = format!("{whole}{fraction}").parse().unwrap_or_else(|_| panic!("a number, not {word}"));
    let scale = fraction.len() as u8;
    (Value::Decimal { mantissa, scale }, arithmetic::literal(mantissa, scale))
}

fn value(text: &str) -> (Value, Type) {
    let mut reader = Reader(text);
    let value = reader.expression();
    assert_eq!(reader.0.trim(), "", "{text}");
    value
}

/// Whether the value is what the example says, at the same scale, and of the type that the check gave.
fn assert_same(example: &str, found: &Value, ty: &Type, expected: &str) {
    let (expected, _) = value(expected);
    match (found, &expected) {
        (Value::Float(x), Value::Decimal { mantissa, scale }) => {
            assert_eq!(*x, crate::decimal::digits_to_float(*mantissa, *scale), "{example}");
        }
        (Value::Decimal { scale: a, .. }, Value::Decimal { scale: b, .. }) => {
            assert_eq!((found, a), (&expected, b), "{example}");
        }
        (Value::BigInt(n), Value::Int(m)) => assert_eq!(*n, i128::from(*m), "{example}"),
        _ => assert_eq!(*found, expected, "{example}"),
    }
    let fits = match (found, ty.required()) {
        (Value::None, _) => true,
        (Value::Bool(_), ty) => *ty == Type::Bool,
        (Value::Int(_), ty) => *ty == Type::Int,
        (Value::BigInt(_), ty) => *ty == Type::BigInt,
        (Value::Float(_), ty) => *ty == Type::Float,
        (Value::String(_), ty) => *ty == Type::String,
        (Value::Json(_), ty) => *ty == Type::Json,
        (Value::Timestamp(_), ty) => *ty == Type::Timestamp,
        (Value::Date(_), ty) => *ty == Type::Date,
        (Value::Duration(_), ty) => *ty == Type::Duration,
        (Value::Decimal { scale, .. }, Type::Decimal { scale: s, .. }) => scale == s,
        (Value::Decimal { scale, .. }, Type::Money(_) | Type::BigMoney(_)) => *scale == Type::MONEY_SCALE,
        _ => false,
    };
    assert!(fits, "{example}: {found:?} is no {ty:?}");
}

#[test]
fn every_function_has_examples_and_they_hold() {
    for function in FUNCTIONS {
        assert!(!function.examples.is_empty(), "{}", function.name);
        assert!(function.signature.starts_with(&format!("{}(", function.name)), "{}", function.signature);
        for (example, expected) in function.examples {
            assert!(example.contains(function.name), "{example}");
            let (found, ty) = value(example);
            assert_same(example, &found, &ty, expected);
        }
    }
}

#[test]
fn every_aggregate_has_examples_and_they_hold() {
    for definition in AGGREGATES {
        assert!(!definition.examples.is_empty(), "{}", definition.name);
        for (example, expected) in definition.examples {
            let (call, rows) = example.split_once(" of ").expect("rows");
            let without = call.ends_with("()");
            // What a column of nothing but `none` would be is not said, so it fits every aggregate.
            let mut ty = Type::Error;
            let mut reader = Reader(rows);
            let mut kept = Vec::new();
            while !reader.0.trim().is_empty() {
                let (value, of) = reader.expression();
                if !value.is_none() {
                    ty = of;
                }
                let place = At { time: 0, offset: kept.len() as i64 };
                kept.push((place, if without { Vec::new() } else { vec![value] }));
                reader.take(",");
            }
            let result = (definition.check)(if without { &[] } else { std::slice::from_ref(&ty) });
            let result = result.unwrap_or_else(|error| panic!("{example}: {error:?}"));
            let found =
                (definition.compute)(&kept, &result).unwrap_or_else(|fail| panic!("{example}: {fail}"));
            assert_same(example, &found, &result, expected);
        }
        assert!(aggregate(definition.name).is_some());
    }
}

#[test]
fn names_are_sorted_and_found() {
    assert!(FUNCTIONS.is_sorted_by_key(|function| function.name));
    for found in FUNCTIONS {
        assert!(function(found.name).is_some_and(|f| f.name == found.name), "{}", found.name);
        assert!(aggregate(found.name).is_none(), "{} is both", found.name);
    }
}

#[test]
fn wrong_arguments_are_refused_and_never_panic() {
    let types = [
        Type::Bool,
        Type::Int,
        Type::BigInt,
        Type::Float,
        Type::Decimal { precision: 38, scale: 38 },
        Type::Money(Unit::Constant("EUR".into())),
        Type::String,
        Type::Json,
        Type::Timestamp,
        Type::Date,
        Type::Duration,
    ];
    let values = [
        Value::Bool(true),
        Value::Int(i64::MIN),
        Value::BigInt(i128::MIN),
        Value::Float(f64::MAX),
        Value::Decimal { mantissa: 1 - 10i128.pow(38), scale: 38 },
        Value::Decimal { mantissa: 1 - 10i128.pow(18), scale: 4 },
        Value::String("é'{".into()),
        Value::Json("{\"a\":".into()),
        Value::Timestamp(i64::MIN),
        Value::Date(i32::MIN),
        Value::Duration(i64::MIN),
    ];
    for function in FUNCTIONS {
        let count = function.parameters.len();
        for wrong in (0..=5).filter(|wrong| *wrong != count) {
            assert!((function.check)(&vec![Type::Error; wrong]).is_err(), "{} of {wrong}", function.name);
        }
        assert!((function.check)(&vec![Type::Error; count]).is_ok(), "{}", function.name);
        for (ty, value) in types.iter().zip(&values) {
            for (second_type, second) in types.iter().zip(&values) {
                let pick = |first: &Type, second: &Type| -> Vec<Type> {
                    (0..count).map(|at| if at % 2 == 0 { first.clone() } else { second.clone() }).collect()
                };
                let arguments: Vec<Value> =
                    (0..count).map(|at| if at % 2 == 0 { value.clone() } else { second.clone() }).collect();
                let checked = (function.check)(&pick(ty, second_type));
                let found = (function.eval)(&arguments);
                if checked.is_ok() && !function.may_fail {
                    assert!(found.is_ok(), "{} of {arguments:?}: {found:?}", function.name);
                }
            }
        }
    }
}
