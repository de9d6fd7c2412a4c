//! What generated code calls: every function of the catalogue exists at its path, with the arguments, the type parameter
//! and the `Result` that its definition says, and gives what the interpreter gives.
#![cfg(feature = "catalogue")]

use std::borrow::Cow;
use std::collections::BTreeSet;

use riparian_functions::catalogue::{AGGREGATES, FUNCTIONS, Value, function};
use riparian_functions::decimal::{Decimal, Money};
use riparian_functions::time::{Date, Duration, Timestamp};
use riparian_functions::{Fail, decimal, json, math, money, text, time};

/// A Rust value of generated code as the interpreter sees it.
trait Plain {
    const FAILS: bool = false;
    fn value(self) -> Result<Value, Fail>;
}

macro_rules! plain {
    ($($t:ty: $x:ident => $value:expr),* $(,)?) => {$(
        impl Plain for $t {
            fn value(self) -> Result<Value, Fail> {
                let $x = self;
                Ok($value)
            }
        }
    )*};
}

plain!(
    bool: x => Value::Bool(x),
    i64: x => Value::Int(x),
    i128: x => Value::BigInt(x),
    f64: x => Value::Float(x),
    &str: x => Value::String(x.into()),
    String: x => Value::String(x.into()),
    Cow<'_, str>: x => Value::String(x.into()),
    Timestamp: x => Value::Timestamp(x.0),
    Date: x => Value::Date(x.0),
    Duration: x => Value::Duration(x.0),
    Decimal<i64, 0>: x => Value::Decimal { mantissa: x.0.into(), scale: 0 },
    Decimal<i64, 2>: x => Value::Decimal { mantissa: x.0.into(), scale: 2 },
    Money: x => Value::Decimal { mantissa: x.0.into(), scale: 4 },
    Decimal<i128, 18>: x => Value::Decimal { mantissa: x.0, scale: 18 },
);

/// The text of a JSON value; the type alone does not tell it from a string.
struct Json<'a>(&'a str);

impl Plain for Json<'_> {
    fn value(self) -> Result<Value, Fail> {
        Ok(Value::Json(self.0.into()))
    }
}

impl<T: Plain> Plain for Option<T> {
    fn value(self) -> Result<Value, Fail> {
        self.map_or(Ok(Value::None), Plain::value)
    }
}

impl<T: Plain> Plain for Result<T, Fail> {
    const FAILS: bool = true;

    fn value(self) -> Result<Value, Fail> {
        self.and_then(Plain::value)
    }
}

fn agrees<T: Plain>(
    seen: &mut BTreeSet<&'static str>,
    name: &str,
    path: &str,
    typed: bool,
    arguments: &[Value],
    found: T,
) {
    let function = function(name).unwrap_or_else(|| panic!("no function {name}"));
    assert_eq!(function.rust, path, "{name}");
    assert_eq!(function.typed, typed, "{name}");
    assert_eq!(function.may_fail, T::FAILS, "{name}");
    assert_eq!(function.parameters.len(), arguments.len(), "{name}");
    let (found, expected) = (found.value(), (function.eval)(arguments));
    assert_eq!(found, expected, "{name}");
    if let (Ok(Value::Decimal { scale: a, .. }), Ok(Value::Decimal { scale: b, .. })) = (&found, &expected) {
        assert_eq!(a, b, "{name}");
    }
    seen.insert(function.name);
}

macro_rules! calls {
    ($seen:ident; $($name:literal: $module:ident::$function:ident $([$r:ty])? ($($argument:expr),*) $(as $wrap:expr)?;)*) => {$({
        let typed = false $(|| !std::any::type_name::<$r>().is_empty())?;
        let arguments: Vec<Value> = vec![$(Plain::value($argument).unwrap()),*];
        let found = $module::$function$(::<$r>)?($(bare($argument)),*);
        $(let found = $wrap(found);)?
        agrees(&mut $seen, $name, concat!(stringify!($module), "::", stringify!($function)), typed, &arguments, found);
    })*};
}

/// JSON is passed as its text.
trait Bare {
    type Bare;
    fn bare(self) -> Self::Bare;
}

macro_rules! bare_is_itself {
    ($($t:ty),*) => {$(
        impl Bare for $t {
            type Bare = $t;
            fn bare(self) -> $t {
                self
            }
        }
    )*};
}

bare_is_itself!(bool, i64, i128, f64, &'static str, Timestamp, Date, Duration, Decimal<i64, 2>, Money);

impl Bare for Json<'static> {
    type Bare = &'static str;
    fn bare(self) -> &'static str {
        self.0
    }
}

fn bare<T: Bare>(x: T) -> T::Bare {
    x.bare()
}

const J: &str = r#"{"t":"é\n","n":7,"x":1.5,"b":true,"o":{"a":1}}"#;
const NOON: Timestamp = Timestamp(1_772_452_800_250_000);
const PRICE: Decimal<i64, 2> = Decimal(-1_250);

#[test]
fn generated_calls_agree_with_the_interpreter() {
    let mut seen = BTreeSet::new();
    calls! { seen;
        "abs": math::abs(PRICE);
        "abs": math::abs(i64::MIN);
        "abs": math::abs(-2.5f64);
        "abs": math::abs(Duration(-5));
        "asin": math::asin(0.5f64);
        "asin": math::asin(2i64);
        "atan2": math::atan2(1i64, 2.0f64);
        "ceil": math::ceil[Decimal<i64, 0>](PRICE);
        "ceil": math::ceil[f64](-1.5f64);
        "contains": text::contains("abc", "bc");
        "cos": math::cos(1i64);
        "day": time::day(NOON);
        "distance_km": math::distance_km(1.5f64, 2i64, 3i64, 4i64);
        "div": math::div[i64](-7i64, 2i64);
        "div": math::div[i128](-7i128, 2i64);
        "div": math::div[i64](7i64, 0i64);
        "ends_with": text::ends_with("abc", "bc");
        "epoch_ms": time::epoch_ms(NOON);
        "epoch_us": time::epoch_us(NOON);
        "float": decimal::to_float(PRICE);
        "float": decimal::to_float(7i64);
        "floor": math::floor[Decimal<i64, 0>](PRICE);
        "floor": math::floor[i64](3i64);
        "format_time": time::format_time(NOON, "dd HH");
        "format_time": time::format_time(NOON, "qq");
        "greatest": math::greatest(1i64, 2i64);
        "greatest": math::greatest(PRICE, Decimal::<i64, 2>(3));
        "hour": time::hour(NOON);
        "int": math::int(PRICE);
        "int": math::int(1e300f64);
        "json_bool": json::bool(Json(J), "b");
        "json_bool": json::bool(Json(J), "n");
        "json_field": json::field(Json(J), "o") as |found: Result<Option<&'static str>, Fail>| found.map(|x| x.map(Json));
        "json_float": json::float(Json(J), "x");
        "json_int": json::int(Json(J), "n");
        "json_int": json::int(Json(J), "x");
        "json_text": json::text(Json(J), "t");
        "json_text": json::text(Json(J), "absent");
        "least": math::least(Date(1), Date(2));
        "length": text::length("añ");
        "lower": text::lower("AÑ");
        "mask": text::mask("Ann 4");
        "millis": time::millis(Duration(-1_500));
        "minute": time::minute(NOON);
        "minutes_between": time::minutes_between(NOON, Timestamp(0));
        "month": time::month(NOON);
        "occurrences": text::occurrences("aXaa", "a");
        "parse_date": time::parse_date("2026-02-29");
        "parse_date": time::parse_date("2024-02-29");
        "parse_decimal": text::parse_decimal[Decimal<i128, 18>]("12.50");
        "parse_decimal": text::parse_decimal[Decimal<i128, 18>]("1e20");
        "parse_decimal": text::parse_decimal[Decimal<i128, 18>]("x");
        "parse_float": text::parse_float("1e3");
        "parse_int": text::parse_int("9223372036854775808");
        "parse_int": text::parse_int("-12");
        "parse_json": json::parse(" [1] ") as |found: Result<&'static str, Fail>| found.map(Json);
        "parse_time": time::parse_time("2026-03-02 17", "yyyy-MM-dd HH");
        "parse_timestamp": time::parse_timestamp("2026-03-02T17:01:00Z");
        "pi": math::pi();
        "radians": math::radians(90i64);
        "replace": text::replace("abca", "a", "é");
        "round": math::round[Decimal<i64, 0>](PRICE);
        "round": math::round[i64](3i64);
        "round": math::round[f64](2.5f64);
        "round_minor": money::round_minor(Decimal::<i64, 4>(123_450), "EUR");
        "round_minor": money::round_minor(Decimal::<i64, 4>(123_450), "XAU");
        "round_to": decimal::round_to[Decimal<i64, 2>](PRICE, 1i64);
        "round_to": decimal::round_to[Decimal<i64, 2>](PRICE, -1i64);
        "second": time::second(NOON);
        "seconds": time::seconds(Duration(90_000_000));
        "sin": math::sin(1.5f64);
        "split_part": text::split_part("a::b", "::", 1i64);
        "split_part": text::split_part("a::b", "::", 2i64);
        "sqrt": math::sqrt(-1i64);
        "starts_with": text::starts_with("abc", "ab");
        "substring": text::substring("añbc", 1i64, 2i64);
        "substring": text::substring("añbc", 9i64, 2i64);
        "text": text::text(PRICE);
        "text": text::text(NOON);
        "text": text::text(Date(20_000));
        "text": text::text(Duration(90_000_000));
        "text": text::text(1e21f64);
        "text": text::text("a");
        "timestamp_ms": time::from_epoch_ms(i64::MAX);
        "timestamp_us": time::from_epoch_us(1i64);
        "trim": text::trim(" a ");
        "upper": text::upper("añ");
        "year": time::year(NOON);
    }
    let all: BTreeSet<&str> = FUNCTIONS.iter().map(|function| function.name).collect();
    assert_eq!(seen, all);
}

#[test]
fn aggregates_exist_at_their_path() {
    use riparian_functions::aggregate::{Aggregate, Any, Avg, Count, First, Last, Max, Min, Sum};
    fn typed<A: Aggregate>(typed: bool) -> (&'static str, bool) {
        let name = std::any::type_name::<A>();
        let path = name.split('<').next().and_then(|path| path.rsplit("::").next());
        (path.unwrap_or(name), typed)
    }
    let known = [
        typed::<Any<bool>>(false),
        typed::<Avg<i64, Decimal<i128, 6>>>(true),
        typed::<Count<()>>(false),
        typed::<First<str>>(false),
        typed::<Last<Vec<i64>>>(false),
        typed::<Max<str>>(false),
        typed::<Min<Timestamp>>(false),
        typed::<Sum<Money>>(false),
    ];
    let listed: Vec<(&str, bool)> =
        AGGREGATES.iter().map(|aggregate| (aggregate.rust, aggregate.typed)).collect();
    assert_eq!(known.to_vec(), listed);
}
