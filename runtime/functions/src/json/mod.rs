//! Fields of a JSON value that has no schema. The value is kept as its text; one pass over the object finds a field.
//!
//! A field that is missing or `null` gives none; a field of another type than asked for is [`Fail::WrongType`].

mod scan;
mod unescape;
mod validate;

use std::borrow::Cow;

use crate::Fail;
pub use validate::validate;

/// `json_field(j, "name")`: the field's value, itself JSON.
pub fn field<'a>(json: &'a str, name: &str) -> Result<Option<&'a str>, Fail> {
    Ok(scan::field(json, name)?.filter(|value| *value != "null"))
}

/// `json_text(j, "name")`.
pub fn text<'a>(json: &'a str, name: &str) -> Result<Option<Cow<'a, str>>, Fail> {
    let Some(value) = field(json, name)? else {
        return Ok(None);
    };
    let inner = value.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).ok_or(Fail::WrongType)?;
    unescape::unescape(inner).map(Some)
}

/// `json_int(j, "name")`: a whole number, however it is written (`1e3`).
pub fn int(json: &str, name: &str) -> Result<Option<i64>, Fail> {
    let Some(value) = number(json, name)? else {
        return Ok(None);
    };
    let whole = crate::decimal::parse_digits(value, 0)?;
    i64::try_from(whole).map(Some).map_err(|_| Fail::OutOfRange)
}

/// `json_float(j, "name")`.
pub fn float(json: &str, name: &str) -> Result<Option<f64>, Fail> {
    number(json, name)?.map(crate::text::parse_float).transpose()
}

/// `json_bool(j, "name")`.
pub fn bool(json: &str, name: &str) -> Result<Option<bool>, Fail> {
    match field(json, name)? {
        None => Ok(None),
        Some("true") => Ok(Some(true)),
        Some("false") => Ok(Some(false)),
        Some(_) => Err(Fail::WrongType),
    }
}

/// `parse_json(text)`: the text itself if it is one well-formed JSON value.
pub fn parse(text: &str) -> Result<&str, Fail> {
    validate(text)?;
    Ok(text.trim_matches([' ', '\t', '\n', '\r']))
}

fn number<'a>(json: &'a str, name: &str) -> Result<Option<&'a str>, Fail> {
    match field(json, name)? {
        Some(value) if value.starts_with(|c: char| c == '-' || c.is_ascii_digit()) => Ok(Some(value)),
        Some(_) => Err(Fail::WrongType),
        None => Ok(None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const VALUE: &str = r#" { "a" : "x\n\u00e9\ud83d\ude00", "n":98.6,"i":1e3, "o":{"a":[1,"}\"",{}],"n":2},"z":null,"b":true, "k\u0065y": 7 } "#;

    #[test]
    fn fields_by_name_and_type() {
        assert_eq!(text(VALUE, "a"), Ok(Some("x\né😀".into())));
        assert_eq!(float(VALUE, "n"), Ok(Some(98.6)));
        assert_eq!(int(VALUE, "i"), Ok(Some(1000)));
        assert_eq!(int(VALUE, "key"), Ok(Some(7)));
        assert_eq!(bool(VALUE, "b"), Ok(Some(true)));
        assert_eq!(field(VALUE, "o"), Ok(Some(r#"{"a":[1,"}\"",{}],"n":2}"#)));
        assert_eq!(int(field(VALUE, "o").unwrap().unwrap(), "n"), Ok(Some(2)));
        assert_eq!((text(VALUE, "z"), text(VALUE, "none")), (Ok(None), Ok(None)));
    }

    #[test]
    fn what_is_not_as_asked_fails() {
        assert_eq!(text(VALUE, "n"), Err(Fail::WrongType));
        assert_eq!(float(VALUE, "a"), Err(Fail::WrongType));
        assert_eq!(int(VALUE, "n"), Err(Fail::OutOfRange));
        assert_eq!(int("[1]", "n"), Err(Fail::WrongType));
        assert_eq!(int(r#"{"n":1,"n":2}"#, "n"), Err(Fail::RepeatedField));
        for broken in
            [r#"{"n":1"#, r#"{"n"1}"#, r#"{"n":}"#, r#"{n:1}"#, r#"{"n":"x}"#, "{", r#"{"m":[1,"n":2"#]
        {
            assert_eq!(int(broken, "n"), Err(Fail::InvalidJson), "{broken}");
        }
    }

    #[test]
    fn only_well_formed_values_parse() {
        for good in ["1", " null ", VALUE, "[]", "{}", "[1,-0.5e+3,\"\"]", "\"\\u12aF\""] {
            assert!(parse(good).is_ok(), "{good}");
        }
        for bad in [
            "",
            "01",
            "1.",
            ".5",
            "+1",
            "[1,]",
            "{,}",
            "{\"a\":1,}",
            "nul",
            "\"\\x\"",
            "\"\n\"",
            "1 2",
            "[",
            "\"\\u12g4\"",
            "-",
        ] {
            assert_eq!(parse(bad), Err(Fail::InvalidJson), "{bad}");
        }
        assert_eq!(parse(&"[".repeat(100_000)), Err(Fail::TooDeep));
    }
}
