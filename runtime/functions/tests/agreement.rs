//! The interpreter's side and generated code's side of the catalogue agree on random inputs.
#![cfg(feature = "catalogue")]

use proptest::prelude::*;
use riparian_functions::aggregate::{Aggregate, Any, At, Avg, Count, First, Last, Max, Min, Retract, Sum};
use riparian_functions::catalogue::arithmetic::{self, Operator};
use riparian_functions::catalogue::{self, Type, Value, evaluate};
use riparian_functions::decimal::{self, Decimal, Exact};
use riparian_functions::{Fail, float, int, time};

const OPERATORS: [Operator; 5] =
    [Operator::Add, Operator::Subtract, Operator::Multiply, Operator::Divide, Operator::Remainder];

fn exact(value: Result<impl Exact, Fail>) -> Result<i128, Fail> {
    value.map(|value| value.mantissa())
}

fn mantissa(value: Result<Value, Fail>) -> Result<i128, Fail> {
    value.map(|value| match value {
        Value::Int(n) => n.into(),
        Value::BigInt(n) | Value::Decimal { mantissa: n, .. } => n,
        other => panic!("{other:?} is not exact"),
    })
}

fn apply<R: Exact>(operator: Operator, a: impl Exact, b: impl Exact) -> Result<R, Fail> {
    match operator {
        Operator::Add => decimal::add(a, b),
        Operator::Subtract => decimal::subtract(a, b),
        Operator::Multiply => decimal::multiply(a, b),
        Operator::Divide => decimal::divide(a, b),
        Operator::Remainder => decimal::remainder(a, b),
    }
}

/// A state fed with the rows from two ends and merged, so that order and panes take part.
fn state<A: Aggregate>(rows: &[(At, &A::In)], split: usize) -> Result<A::State, Fail> {
    let (left, right) = rows.split_at(split.min(rows.len()));
    let (mut a, mut b) = (A::State::default(), A::State::default());
    for (at, value) in left {
        A::add(&mut a, value, *at)?;
    }
    for (at, value) in right.iter().rev() {
        A::add(&mut b, value, *at)?;
    }
    A::merge(&mut b, &a)?;
    Ok(b)
}

fn oracle(name: &str, ty: Type, rows: &[(At, Vec<Value>)]) -> Result<Value, Fail> {
    let definition = catalogue::aggregate(name).expect("an aggregate");
    let result = (definition.check)(&[ty]).expect("a type");
    (definition.compute)(rows, &result)
}

fn rows<T: Copy>(values: &[(u8, T)], value: impl Fn(T) -> Value) -> Vec<(At, Vec<Value>)> {
    values.iter().enumerate().map(|(i, (time, x))| (place(i, *time), vec![value(*x)])).collect()
}

fn place(index: usize, time: u8) -> At {
    At { time: time.into(), offset: index as i64 }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn operators_on_ints_and_decimals(a in any::<i64>(), b in any::<i64>(), small in -99_999i64..=99_999) {
        let decimal5_2 = Type::Decimal { precision: 5, scale: 2 };
        for operator in OPERATORS {
            let of = arithmetic::binary(operator, &Type::Int, &Type::Int).unwrap().result;
            let found = mantissa(evaluate::binary(operator, &Value::Int(a), &Value::Int(b), &of));
            let expected = match operator {
                Operator::Divide => exact(apply::<Decimal<i128, 6>>(operator, a, b)),
                Operator::Add => exact(int::add(a, b)),
                Operator::Subtract => exact(int::subtract(a, b)),
                Operator::Multiply => exact(int::multiply(a, b)),
                Operator::Remainder => exact(int::remainder(a, b)),
            };
            prop_assert_eq!(found, expected);

            let of = arithmetic::binary(operator, &Type::Int, &decimal5_2).unwrap().result;
            let right = Value::Decimal { mantissa: small.into(), scale: 2 };
            let found = mantissa(evaluate::binary(operator, &Value::Int(a), &right, &of));
            let expected = match (operator, &of) {
                (Operator::Divide, Type::Decimal { scale: 8, .. }) => exact(apply::<Decimal<i128, 8>>(operator, a, Decimal::<i64, 2>(small))),
                (Operator::Remainder, Type::Decimal { precision: 5, .. }) => exact(apply::<Decimal<i64, 2>>(operator, a, Decimal::<i64, 2>(small))),
                (_, Type::Decimal { precision: 19..=38, scale: 2 }) => exact(apply::<Decimal<i128, 2>>(operator, a, Decimal::<i64, 2>(small))),
                other => panic!("{other:?}"),
            };
            prop_assert_eq!(found, expected);
        }
    }

    #[test]
    fn results_fit_the_type_that_the_rules_give(a in any::<i64>(), b in any::<i64>(), p in 1u8..=18, q in 1u8..=18, s in 0u8..=18, t in 0u8..=18) {
        let (s, t) = (s.min(p), t.min(q));
        let (a, b) = (i128::from(a) % 10i128.pow(p.into()), i128::from(b) % 10i128.pow(q.into()));
        let (left, right) = (Type::Decimal { precision: p, scale: s }, Type::Decimal { precision: q, scale: t });
        for operator in OPERATORS {
            let Type::Decimal { precision, scale } = arithmetic::binary(operator, &left, &right).unwrap().result else {
                panic!("a decimal");
            };
            let ty = Type::Decimal { precision, scale };
            let (x, y) = (Value::Decimal { mantissa: a, scale: s }, Value::Decimal { mantissa: b, scale: t });
            match evaluate::binary(operator, &x, &y, &ty) {
                Ok(Value::Decimal { mantissa, scale: found }) => {
                    prop_assert_eq!(found, scale);
                    prop_assert!(mantissa.unsigned_abs() < 10u128.pow(precision.into()), "{:?} {:?} {:?}", operator, left, right);
                }
                Err(Fail::DivisionByZero) => prop_assert_eq!(b, 0),
                Err(Fail::Overflow) => prop_assert_eq!(precision, 38),
                other => panic!("{other:?}"),
            }
        }
    }

    #[test]
    fn operators_on_floats(a in any::<f64>(), b in any::<f64>()) {
        prop_assume!(a.is_finite() && b.is_finite());
        for operator in OPERATORS {
            let plain = match operator {
                Operator::Add => float::add(a, b),
                Operator::Subtract => float::subtract(a, b),
                Operator::Multiply => float::multiply(a, b),
                Operator::Divide => float::divide(a, b),
                Operator::Remainder => float::remainder(a, b),
            };
            let found = evaluate::binary(operator, &Value::Float(a), &Value::Float(b), &Type::Float);
            prop_assert_eq!(found, plain.map(Value::Float));
        }
    }

    #[test]
    fn instants_return_from_text(us in time::Timestamp::LEAST.0..=time::Timestamp::MOST.0) {
        let t = time::Timestamp(us);
        prop_assert_eq!(time::parse_timestamp(&t.to_string()), Ok(t));
        let day = time::day(t);
        prop_assert_eq!(time::parse_date(&day.to_string()), Ok(day));
        let pattern = "yyyy-MM-dd HH:mm:ss.SSSSSS";
        prop_assert_eq!(time::parse_time(&time::format_time(t, pattern).unwrap(), pattern), Ok(t));
        let jiff = jiff::Timestamp::from_microsecond(us).unwrap().to_zoned(jiff::tz::TimeZone::UTC);
        prop_assert_eq!((time::year(t), time::month(t)), (jiff.year().into(), jiff.month().into()));
        prop_assert_eq!((time::hour(t), time::minute(t)), (jiff.hour().into(), jiff.minute().into()));
        prop_assert_eq!(time::parse_duration(&time::Duration(us).to_string()), Ok(time::Duration(us)));
    }

    #[test]
    fn any_text_is_an_instant_or_a_failure(text in "[-0-9TZ:.+ é]{0,30}", pattern in "[yMdHmsS' :-]{0,12}") {
        let _ = time::parse_timestamp(&text);
        let _ = time::parse_time(&text, &pattern);
        let _ = time::parse_duration(&text);
        let _ = riparian_functions::json::field(&text, "a");
    }

    #[test]
    fn aggregates_of_ints(values in prop::collection::vec((any::<u8>(), any::<i64>()), 0..20), split in 0usize..20) {
        let kept = rows(&values, Value::Int);
        let fed: Vec<(At, &i64)> = values.iter().enumerate().map(|(i, (t, x))| (place(i, *t), x)).collect();
        let value = |found: Option<Value>| found.unwrap_or(Value::None);

        let count = state::<Count<i64>>(&fed, split).and_then(|s| Count::<i64>::out(&s));
        prop_assert_eq!(count.map(|n| value(n.map(Value::Int))), oracle("count", Type::Int, &kept));
        let sum = state::<Sum<i64>>(&fed, split).and_then(|s| Sum::<i64>::out(&s));
        prop_assert_eq!(sum.map(|n| value(n.map(Value::BigInt))), oracle("sum", Type::Int, &kept));
        type Mean = Avg<i64, Decimal<i128, 6>>;
        let avg = state::<Mean>(&fed, split).and_then(|s| Mean::out(&s));
        let avg = avg.map(|n| value(n.map(|d| Value::Decimal { mantissa: d.0, scale: 6 })));
        prop_assert_eq!(avg, oracle("avg", Type::Int, &kept));
        let min = state::<Min<i64>>(&fed, split).and_then(|s| Min::<i64>::out(&s));
        prop_assert_eq!(min.map(|n| value(n.map(Value::Int))), oracle("min", Type::Int, &kept));
        let max = state::<Max<i64>>(&fed, split).and_then(|s| Max::<i64>::out(&s));
        prop_assert_eq!(max.map(|n| value(n.map(Value::Int))), oracle("max", Type::Int, &kept));
        let first = state::<First<i64>>(&fed, split).and_then(|s| First::<i64>::out(&s));
        prop_assert_eq!(first.map(|n| value(n.map(Value::Int))), oracle("first", Type::Int, &kept));
        let last = state::<Last<i64>>(&fed, split).and_then(|s| Last::<i64>::out(&s));
        prop_assert_eq!(last.map(|n| value(n.map(Value::Int))), oracle("last", Type::Int, &kept));
    }

    #[test]
    fn aggregates_of_conditions(values in prop::collection::vec((any::<u8>(), prop::bool::weighted(0.2)), 0..8), split in 0usize..8) {
        let kept = rows(&values, Value::Bool);
        let fed: Vec<(At, &bool)> = values.iter().enumerate().map(|(i, (t, x))| (place(i, *t), x)).collect();
        let held = state::<Any<bool>>(&fed, split).and_then(|s| Any::<bool>::out(&s));
        prop_assert_eq!(held.map(|x| x.map_or(Value::None, Value::Bool)), oracle("any", Type::Bool, &kept));
    }

    #[test]
    fn aggregates_of_floats_and_money(values in prop::collection::vec((any::<u8>(), -1e12f64..1e12), 0..20), split in 0usize..20) {
        let kept = rows(&values, Value::Float);
        let fed: Vec<(At, &f64)> = values.iter().enumerate().map(|(i, (t, x))| (place(i, *t), x)).collect();
        let sum = state::<Sum<f64>>(&fed, split).and_then(|s| Sum::<f64>::out(&s));
        prop_assert_eq!(sum.map(|x| x.map_or(Value::None, Value::Float)), oracle("sum", Type::Float, &kept));
        let avg = state::<Avg<f64, f64>>(&fed, split).and_then(|s| Avg::<f64, f64>::out(&s));
        prop_assert_eq!(avg.map(|x| x.map_or(Value::None, Value::Float)), oracle("avg", Type::Float, &kept));

        let amounts: Vec<(u8, decimal::Money)> = values.iter().map(|(t, x)| (*t, Decimal(*x as i64))).collect();
        let euro = Type::Money(catalogue::Unit::Constant("EUR".into()));
        let kept = rows(&amounts, |m| Value::Decimal { mantissa: m.0.into(), scale: 4 });
        let fed: Vec<(At, &decimal::Money)> = amounts.iter().enumerate().map(|(i, (t, x))| (place(i, *t), x)).collect();
        type Total = Sum<decimal::Money>;
        let sum = state::<Total>(&fed, split).and_then(|s| Total::out(&s));
        let as_value = |m: i128| Value::Decimal { mantissa: m, scale: 4 };
        prop_assert_eq!(sum.map(|m| m.map_or(Value::None, |m| as_value(m.0))), oracle("sum", euro.clone(), &kept));
        type Mean = Avg<decimal::Money, decimal::Money>;
        let avg = state::<Mean>(&fed, split).and_then(|s| Mean::out(&s));
        prop_assert_eq!(avg.map(|m| m.map_or(Value::None, |m| as_value(m.0.into()))), oracle("avg", euro, &kept));
    }

    #[test]
    fn a_retraction_leaves_no_trace_or_says_so(values in prop::collection::vec("[a-c]{0,2}", 1..8), at in 0usize..8) {
        fn holds<A: Aggregate>(rows: &[(At, &A::In)], at: usize) -> Result<(), TestCaseError>
        where
            A::Out: PartialEq + std::fmt::Debug,
        {
            let at = at % rows.len();
            let mut whole = state::<A>(rows, rows.len()).unwrap();
            let rest: Vec<_> = rows.iter().enumerate().filter(|(i, _)| *i != at).map(|(_, row)| *row).collect();
            if A::retract(&mut whole, rows[at].1, rows[at].0).unwrap() == Retract::Done {
                let expected = state::<A>(&rest, rest.len()).unwrap();
                prop_assert_eq!(A::out(&whole), A::out(&expected));
            }
            Ok(())
        }
        let lengths: Vec<i64> = values.iter().map(|text| text.len() as i64).collect();
        let places = |i: usize| place(i, (i * 7 % 5) as u8);
        let texts: Vec<(At, &str)> = values.iter().enumerate().map(|(i, x)| (places(i), x.as_str())).collect();
        let ints: Vec<(At, &i64)> = lengths.iter().enumerate().map(|(i, x)| (places(i), x)).collect();
        let conditions: Vec<bool> = values.iter().map(|text| text.starts_with('a')).collect();
        let conditions: Vec<(At, &bool)> = conditions.iter().enumerate().map(|(i, x)| (places(i), x)).collect();
        holds::<Any<bool>>(&conditions, at)?;
        holds::<Min<str>>(&texts, at)?;
        holds::<Max<str>>(&texts, at)?;
        holds::<First<str>>(&texts, at)?;
        holds::<Last<str>>(&texts, at)?;
        holds::<Count<str>>(&texts, at)?;
        holds::<Sum<i64>>(&ints, at)?;
        holds::<Avg<i64, Decimal<i128, 6>>>(&ints, at)?;
    }
}

#[test]
fn exact_aggregates_forget_what_is_taken_out() {
    let mut state = Default::default();
    for x in [1i64, 2, 3] {
        Sum::<i64>::add(&mut state, &x, At::default()).unwrap();
    }
    assert_eq!(Sum::<i64>::retract(&mut state, &2, At::default()), Ok(Retract::Done));
    assert_eq!(Sum::<i64>::value(&state), Ok(4));
    assert_eq!(Sum::<f64>::retract(&mut Default::default(), &2.0, At::default()), Ok(Retract::Rebuild));
    assert_eq!(Min::<i64>::value(&None), Err(Fail::MissingField));
}
