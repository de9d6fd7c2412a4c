//! serde_json is the oracle: what it accepts is accepted, what it reads is read. Deliberate differences: a repeated
//! declared field is refused; nesting ends at 128; a number too large for a float and half a surrogate pair are syntax
//! that only the getter of their column refuses.

use proptest::prelude::*;

use super::form::{self, Form};
use super::raw::Place;
use super::scan::{Pass, go_on};
use super::{Ahead, Found, InOrder, Key, Keys, Marks, Raw, Text, check, keys, scan, wanted, write};
use crate::fail::Fail;

static LIST: [Key; 4] = keys(["id", "amount", "größe", "say \"hi\""]);
static KEYS: Keys = Keys::new(&LIST);

fn find(text: &[u8]) -> Result<[Raw<'_>; 4], Fail> {
    look(text, false)
}

fn look(text: &[u8], trusted: bool) -> Result<[Raw<'_>; 4], Fail> {
    scan::<4>(text, &KEYS, trusted).map(|found| [0, 1, 2, 3].map(|slot| found.get(slot)))
}

#[test]
fn fields_are_found_in_any_order_and_with_escaped_names() {
    for text in [
        r#"{"id":"a","amount":1.5,"größe":[1,{"id":2}],"say \"hi\"":true}"#,
        r#" { "say \u0022hi\"" : true , "x":{} , "größe" : [1,{"id":2}] ,"amount":1.5,"y":[ ], "\u0069d":"a" } "#,
    ] {
        let [id, amount, size, say] = find(text.as_bytes()).expect("valid");
        assert_eq!(
            (id.text(), amount.text(), size.text(), say.text()),
            ("\"a\"", "1.5", r#"[1,{"id":2}]"#, "true")
        );
    }
}

#[test]
fn a_repeated_declared_field_is_bad_and_syntax_comes_first() {
    assert_eq!(find(br#"{"id":1,"id":1}"#), Err(Fail::RepeatedField));
    assert_eq!(find(br#"{"id":1,"i\u0064":1}"#), Err(Fail::RepeatedField));
    assert_eq!(find(br#"{"id":1,"id":1} x"#), Err(Fail::InvalidJson));
    assert!(find(br#"{"x":1,"x":1}"#).is_ok());
}

#[test]
fn everything_after_the_fields_is_checked_unless_trusted() {
    let text = br#"{"id":1,"amount":2,"g\u0072\u00f6\u00dfe":3,"say \"hi\"":4, broken"#;
    assert_eq!(find(text), Err(Fail::InvalidJson));
    assert_eq!(look(text, true).map(|found| found[3].text()), Ok("4"));
    assert_eq!(find(b"{\"id\":\"\xff\"}"), Err(Fail::InvalidUtf8));
    assert_eq!(find(b"[1]"), Err(Fail::WrongType));
    assert_eq!(find(b"[1"), Err(Fail::InvalidJson));
    assert_eq!(find(b""), Err(Fail::InvalidJson));
}

#[test]
fn nesting_is_bounded() {
    let nested = |n: usize| format!("{}{}", "[".repeat(n), "]".repeat(n));
    assert_eq!(check(nested(128).as_bytes()), Ok(()));
    assert_eq!(check(nested(129).as_bytes()), Err(Fail::TooDeep));
    assert_eq!(check("[".repeat(1_000_000).as_bytes()), Err(Fail::TooDeep));
    assert_eq!(find(format!(r#"{{"x":{}}}"#, nested(127)).as_bytes()).map(|_| ()), Ok(()));
    assert_eq!(find(format!(r#"{{"x":{}}}"#, nested(128)).as_bytes()), Err(Fail::TooDeep));
}

#[test]
fn values_are_checked_when_read() {
    let int = |text| form::Int::read(Raw::of(text));
    assert_eq!((int("-0"), int("1e3"), int("12.0")), (Ok(0), Ok(1000), Ok(12)));
    assert_eq!(int("9223372036854775807"), Ok(i64::MAX));
    assert_eq!(int("-9223372036854775808"), Ok(i64::MIN));
    assert_eq!((int("9223372036854775808"), int("1.5")), (Err(Fail::OutOfRange), Err(Fail::OutOfRange)));
    assert_eq!(
        (int("\"1\""), int("null"), int("")),
        (Err(Fail::WrongType), Err(Fail::MissingField), Err(Fail::MissingField))
    );
    assert_eq!(form::Nullable::<form::Int>::read(Raw::of("null")), Ok(None));
    assert_eq!(form::Nullable::<form::Int>::read(Raw::of("true")), Err(Fail::WrongType));

    let money = |text| form::Money::read(Raw::of(text)).map(|m| m.0);
    assert_eq!((money("85.00"), money("\"85.0000\"")), (Ok(850_000), Ok(850_000)));
    assert_eq!(
        (money("0.00001"), money("\"x\""), money("{}")),
        (Err(Fail::OutOfRange), Err(Fail::FailedParse), Err(Fail::WrongType))
    );
    assert_eq!(form::Exact::<i64, 3, 2>::read(Raw::of("12.34")), Err(Fail::OutOfRange));

    let text = |text| form::Text::read(Raw::of(text)).map(|t| t.into_owned());
    assert_eq!(text(r#""a\u00e9\ud83d\ude00\n""#).as_deref(), Ok("aé😀\n"));
    assert_eq!(
        (text(r#""\ud800""#), text(r#""\ud800\u0041""#)),
        (Err(Fail::InvalidUtf8), Err(Fail::InvalidUtf8))
    );
    assert_eq!(form::List::<form::Int>::read(Raw::of("[1, 2 ,3]")), Ok(vec![1, 2, 3]));
    assert_eq!(form::List::<form::Int>::read(Raw::of("[ ]")), Ok(vec![]));
    assert_eq!(form::List::<form::Int>::read(Raw::of("[1,null]")), Err(Fail::MissingField));
    assert_eq!(form::Iso::read(Raw::of("\"2026-03-02T17:01:00Z\"")).map(|t| t.0), Ok(1_772_470_860_000_000));
    assert_eq!(form::EpochMillis::read(Raw::of("1772470860000")).map(|t| t.0), Ok(1_772_470_860_000_000));
    assert_eq!(form::Float::read(Raw::of("1e999")), Err(Fail::OutOfRange));
}

/// Any JSON text, with what writers do to it: white space, escapes, odd number forms.
fn json() -> impl Strategy<Value = String> {
    let string =
        "([^\\\\\\pC]|\\\\n|\\\\\"|\\\\u00e9|\\\\ud83d\\\\ude00){0,12}".prop_map(|content: String| {
            let mut text = String::from("\"");
            let mut characters = content.chars().peekable();
            while let Some(c) = characters.next() {
                match c {
                    '"' => text.push_str("\\\""),
                    '\\' if matches!(characters.peek(), Some('n' | '"' | 'u' | '\\')) => {
                        text.push('\\');
                        text.extend(characters.next());
                    }
                    '\\' => text.push_str("\\\\"),
                    c => text.push(c),
                }
            }
            text + "\""
        });
    let number = "-?(0|[1-9][0-9]{0,20})(\\.[0-9]{1,20})?([eE][+-]?[0-9]{1,2})?";
    let leaf = prop_oneof![
        string.clone(),
        number,
        Just("null".to_owned()),
        Just("true".to_owned()),
        Just("false".to_owned())
    ];
    leaf.prop_recursive(4, 24, 5, move |inner| {
        let space = "[ \n\t\r]{0,2}";
        let field = (space, prop_oneof![string.clone(), Just("\"id\"".to_owned())], space, inner.clone())
            .prop_map(|(a, key, b, value)| format!("{a}{key}{b}:{value}{b}"));
        prop_oneof![
            prop::collection::vec(inner, 0..4).prop_map(|items| format!("[{}]", items.join(" ,"))),
            prop::collection::vec(field, 0..4).prop_map(|fields| format!("{{{}}}", fields.join(","))),
        ]
    })
}

static PLAIN: [Key; 4] =
    wanted(keys(["id", "amount", "a_longer_name", "note"]), &["id", "amount", "a_longer_name"]);
static PLAIN_KEYS: Keys = Keys::new(&PLAIN);

/// As generated code reads a record.
fn quickly<'a>(text: Text<'a, '_>, trusted: bool) -> Result<Found<'a, 4>, Fail> {
    let mut pass = InOrder::new(text);
    let in_order = pass
        .field(0, "{\"id\":", false)
        .and_then(|()| pass.field(1, ",\"amount\":", false))
        .and_then(|()| pass.field(2, ",\"a_longer_name\":", false))
        .and_then(|()| if trusted { Some(()) } else { pass.field(3, ",\"note\":", true) });
    match in_order {
        Some(()) => pass.finish(&PLAIN_KEYS, trusted),
        None => pass.scan(&PLAIN_KEYS, trusted),
    }
}

/// Byte by byte, without marks and speculation.
fn slowly(text: &[u8], trusted: bool) -> Result<[Raw<'_>; 4], Fail> {
    let mut places = [Place::default(); 4];
    go_on(text, &PLAIN_KEYS, trusted, Pass { at: 0, wide: false, places: &mut places })?;
    // SAFETY: the scan has checked the text as far as it went, and finds values between two tokens.
    let found = unsafe { Found::new(text, places) };
    Ok([0, 1, 2, 3].map(|slot| found.get(slot)))
}

/// What most records hold: plain strings that end anywhere in a block, numbers of every length and form.
fn value() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "\"[ !#-\\[\\]-~]{0,140}\"",
        4 => "-?(0|[1-9][0-9]{0,20})",
        1 => "\"[ -\\[é😀\u{1}]{0,70}\"",
        1 => json(),
    ]
}

fn oracle(text: &[u8]) -> bool {
    serde_json::from_slice::<serde::de::IgnoredAny>(text).is_ok() && std::str::from_utf8(text).is_ok()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn accepts_and_rejects_as_serde_json(text in json(), at in any::<prop::sample::Index>(), byte in any::<u8>(), how in 0..4u8) {
        let mut bytes = text.into_bytes();
        let at = at.index(bytes.len());
        match how {
            0 => {}
            1 => bytes[at] = byte,
            2 => { bytes.remove(at); }
            _ => bytes.truncate(at),
        }
        prop_assert_eq!(check(&bytes).is_ok(), oracle(&bytes), "{:?}", String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn finds_and_reads_what_serde_json_reads(values in prop::collection::vec(json(), 4), order in Just(vec![0, 1, 2, 3]).prop_shuffle()) {
        let names = [r#""id""#, r#""amo\u0075nt""#, r#""größe""#, r#""say \"hi\"""#];
        let fields: Vec<_> = order.iter().map(|&at| format!("{}:{}", names[at], values[at])).collect();
        let text = format!("{{{}}}", fields.join(","));
        let found = find(text.as_bytes()).expect("valid JSON");
        for (raw, value) in found.iter().zip(&values) {
            prop_assert_eq!(raw.text(), value.trim_matches([' ', '\n', '\t', '\r']));
            if let Ok(expected) = serde_json::from_str::<String>(value) {
                let read = form::Text::read(*raw).expect("a text");
                prop_assert_eq!(&*read, &expected);
            }
            if let Ok(expected) = serde_json::from_str::<i64>(value) {
                prop_assert_eq!(form::Int::read(*raw), Ok(expected));
            }
            if let Ok(expected) = serde_json::from_str::<Vec<Option<bool>>>(value) {
                prop_assert_eq!(form::List::<form::Nullable<form::Bool>>::read(*raw), Ok(expected));
            }
        }
    }

    #[test]
    fn a_run_is_read_as_each_of_its_records_is_alone(
        records in prop::collection::vec(
            (
                prop::collection::vec(value(), 5),
                prop_oneof![Just(vec![0, 1, 2, 3]), Just(vec![0, 1, 2, 3, 4]).prop_shuffle(), prop::collection::vec(0..5usize, 0..6)],
                (any::<prop::sample::Index>(), any::<u8>(), 0..6u8, "[ ]?"),
                prop::collection::vec(any::<u8>(), 0..10),
            ),
            1..4,
        ),
        trusted: bool,
    ) {
        let names = ["id", "amount", "a_longer_name", "note", "other"];
        let (mut bytes, mut places) = (Vec::new(), Vec::new());
        for (values, order, (at, byte, how, space), key) in &records {
            let fields = order.iter().map(|&at| format!("\"{}\":{space}{}", names[at], values[at]));
            let mut text = format!("{{{}}}", fields.collect::<Vec<_>>().join(&format!(",{space}"))).into_bytes();
            let at = at.index(text.len());
            match how {
                0 => text[at] = *byte,
                1 => { text.remove(at); }
                2 => text.truncate(at),
                _ => {}
            }
            bytes.extend_from_slice(key);
            places.push((bytes.len(), text.len()));
            bytes.extend_from_slice(&text);
        }
        let run = Ahead::new(&bytes, Marks::default());
        for (start, length) in places {
            let text = &bytes[start..start + length];
            let found = quickly(run.text(start, length).expect("a part"), trusted);
            let expected = slowly(text, trusted);
            let shown = String::from_utf8_lossy(text);
            if !trusted {
                prop_assert!(found.is_err() || oracle(text), "{}", shown);
            }
            let Ok(expected) = expected else {
                prop_assert_eq!(found.map(|_| ()), expected.map(|_| ()), "{}", shown);
                continue;
            };
            let found = found.expect("it can be read");
            // Of trusted records nothing is promised about columns that are not read.
            for (slot, expected) in expected.iter().enumerate().take(if trusted { 3 } else { 4 }) {
                let raw = found.get(slot);
                prop_assert_eq!(raw.text(), expected.text(), "{}", shown);
                prop_assert_eq!(form::Int::read(raw), form::Int::read(*expected), "{}", shown);
                prop_assert_eq!(form::Text::read(raw), form::Text::read(*expected), "{}", shown);
            }
        }
    }

    #[test]
    fn texts_and_floats_come_back(text in any::<String>(), number in any::<f64>()) {
        let mut out = Vec::new();
        write::string(&text, &mut out);
        prop_assert_eq!(serde_json::from_slice::<String>(&out).ok(), Some(text));
        if number.is_finite() {
            out.clear();
            write::float(number, &mut out);
            let read = form::Float::read(Raw::of(std::str::from_utf8(&out).expect("ASCII")));
            prop_assert_eq!(read.map(f64::to_bits), Ok(number.to_bits()));
        }
    }
}
