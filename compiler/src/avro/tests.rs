//! Schemas as files hold them.

use super::{Node, canonical, read};

const LINE: &str = r#"{
    "type": "record", "name": "Line", "namespace": "shop", "doc": "é \u00e9",
    "fields": [
        {"name": "id", "type": {"type": "long"}},
        {"name": "at", "type": {"type": "long", "logicalType": "timestamp-millis"}},
        {"name": "note", "type": ["null", "string"], "default": null},
        {"name": "side", "type": {"type": "enum", "name": "Side", "symbols": ["BUY", "SELL"]}},
        {"name": "other", "type": "Side"},
        {"name": "again", "type": ["null", "shop.Line"]},
        {"name": "price", "type": {"type": "fixed", "name": "x.P", "size": 8, "logicalType": "decimal", "precision": 9, "scale": 2}},
        {"name": "tags", "type": {"type": "array", "items": {"type": "map", "values": "x.P"}}}
    ]
}"#;

#[test]
fn a_schema_becomes_a_table() {
    let schema = read(LINE).expect("a schema");
    let shown: Vec<(String, String)> =
        schema.fields().iter().map(|(name, at)| (name.clone(), schema.show(*at))).collect();
    let expected = [
        ("id", "long"),
        ("at", "timestamp-millis"),
        ("note", "union of null, string"),
        ("side", "enum Side"),
        ("other", "enum Side"),
        ("again", "union of null, record Line"),
        ("price", "decimal(9, 2)"),
        ("tags", "array of map of decimal(9, 2)"),
    ];
    assert!(shown.iter().map(|(a, b)| (a.as_str(), b.as_str())).eq(expected), "{shown:?}");
    let again = schema.fields().iter().find(|(name, _)| name == "again").map(|(_, at)| schema.node(*at));
    assert!(matches!(again, Some(Node::Union(branches)) if branches.contains(&0)), "it holds itself");
}

#[test]
fn what_is_to_be_ignored_is_ignored() {
    let of = |ty: &str| {
        let text = format!(
            r#"{{"type":"record","name":"R","aliases":["Q"],"fields":[{{"name":"a","type":{ty},"order":"ignore"}}]}}"#
        );
        read(&text).map(|schema| schema.show(schema.fields()[0].1))
    };
    assert_eq!(of(r#"{"type":"string","logicalType":"uuid"}"#), Ok("string".into()));
    assert_eq!(of(r#"{"type":"string","logicalType":"timestamp-millis"}"#), Ok("string".into()));
    assert_eq!(of(r#"{"type":"bytes","logicalType":"decimal","precision":2,"scale":3}"#), Ok("bytes".into()));
    assert_eq!(of(r#"{"type":"bytes","logicalType":"decimal","precision":2}"#), Ok("decimal(2, 0)".into()));
    assert_eq!(of(r#"{"type":{"type":"int","logicalType":"date"}}"#), Ok("date".into()));
}

#[test]
fn what_is_wrong_is_said() {
    for (text, told) in [
        ("", "line 1: a JSON value is missing"),
        ("{\n\"type\": \"record\"\n\"name\": 1}", "line 3: `,` or `}` is missing"),
        ("{\"type\" 1}", "a colon is missing after \"type\""),
        ("\"string\" 1", "the text goes on behind its value"),
        ("[\"a\\x\"]", "a text has an unknown escape"),
        ("\"\\uD8", "`\\u` needs four hexadecimal digits"),
        ("\"string\"", "the schema is not a record"),
        ("[\"null\", {\"type\": \"record\", \"name\": \"R\", \"fields\": []}]", "the schema is not a record"),
        ("{\"type\": \"record\", \"name\": \"R\"}", "record `R` lacks its `fields`"),
        ("{\"type\": \"record\", \"fields\": []}", "a declared type lacks its `name`"),
        ("{\"type\": \"record\", \"name\": \"1\", \"fields\": []}", "`1` is not a name"),
    ] {
        let error = read(text).expect_err(text);
        assert!(error.contains(told), "{text}: {error}");
    }
    let field = |ty: &str| {
        read(&format!(
            r#"{{"type":"record","name":"R","fields":[{{"name":"a","type":{ty}}},{{"name":"b","type":"R"}}]}}"#
        ))
    };
    for (ty, told) in [
        (r#""S""#, "field `a` of `R`: nothing declares the type `S`"),
        ("[]", "a union names no type"),
        (r#"["int", "int"]"#, "a union names one type twice"),
        (r#"["int", ["null"]]"#, "a union stands directly in a union"),
        (r#"{"type": "enum", "name": "E", "symbols": ["A", "A"]}"#, "enum `E`: `A` stands twice"),
        (r#"{"type": "enum", "name": "R", "symbols": ["A"]}"#, "`R` is declared twice"),
        (r#"{"type": "fixed", "name": "F"}"#, "fixed `F` lacks its `size`"),
        (r#"{"type": "array"}"#, "an array lacks its `items`"),
        ("7", "a type is neither a name, a list nor an object"),
    ] {
        let error = field(ty).expect_err(ty);
        assert!(error.contains(told), "{ty}: {error}");
    }
    assert!(read(&"[".repeat(10_000)).is_err_and(|error| error.contains("nested too deep")));
}

#[test]
fn one_schema_has_one_spelling() {
    let once = canonical(&read(LINE).expect("a schema"));
    let other = LINE.replace("\"doc\": \"é \\u00e9\",", "").replace("shop.Line", "Line").replace('\n', " ");
    assert_eq!(canonical(&read(&other).expect("the same")), once);
    let wider = LINE.replace("\"size\": 8", "\"size\": 9");
    assert_ne!(canonical(&read(&wider).expect("another")), once);
    assert!(
        once.starts_with("record shop.Line{id: long;at: timestamp-millis;note: [null;string;];"),
        "{once}"
    );
}
