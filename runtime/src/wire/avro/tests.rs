//! Values that were written by hand after Avro's specification, whole and damaged.

use super::{Absent, Contract, Node, Writer, encode, encode_line, schema_id};
use crate::fail::Fail;
use crate::prelude::*;

const NODES: &[Node] = &[
    Node::Record(&[
        ("id", 1),
        ("note", 3),
        ("side", 4),
        ("price", 5),
        ("at", 6),
        ("tags", 7),
        ("item", 8),
        ("ok", 10),
        ("next", 11),
    ]),
    Node::Long,
    Node::String,
    Node::Union(&[9, 2]),
    Node::Enum(&["BUY", "SELL"]),
    Node::Decimal(2),
    Node::TimestampMillis,
    Node::Array(2),
    Node::Record(&[("name", 2), ("day", 12)]),
    Node::Null,
    Node::Boolean,
    Node::Union(&[9, 0]),
    Node::Date,
];

const PLAIN: Contract = Contract { framed: false, writers: &[Writer { id: 0, nodes: NODES }] };
const FRAMED: Contract = Contract {
    framed: true,
    writers: &[
        Writer { id: 7, nodes: NODES },
        Writer { id: 5, nodes: &[Node::Record(&[("side", 1), ("id", 2)]), Node::String, Node::Int] },
    ],
};

closed_enum! { pub enum Side { Buy = "BUY", Sell = "SELL", } }

record! { pub struct Item { name: form::Text = "name", day: form::Date = "day" } }

avro_record! {
    pub struct Trade of PLAIN checked {
        id: form::Int = "id",
        note: form::Nullable<form::Text> = "note",
        side: form::Enum<Side> = "side",
        price: form::Money = "price",
        at: form::Iso = "at",
        tags: form::List<form::Text> = "tags",
        item: form::Record<Item> = "item",
        ok: form::Bool = "ok",
        next: form::Nullable<form::Json> = "next",
    }
}
avro_record! { pub struct Trusted of PLAIN trusted { side: form::Text = "side" } }
avro_record! {
    pub struct Framed of FRAMED checked {
        side: form::Enum<Side> = "side",
        price: form::Nullable<form::Money> = "price",
        id: form::Int = "id",
    }
}

const TEXT: &str = r#"{"id":-65,"note":"é","side":"SELL","price":"-1.50","at":"2026-03-02T10:00:00Z","tags":["a",""],
    "item":{"name":"x","day":"1969-12-31"},"ok":true,"next":null}"#;

/// What [`TEXT`] is.
const BYTES: &[u8] = &[
    0x81, 0x01, // -65
    0x02, 0x04, 0xc3, 0xa9, // the second branch, two bytes
    0x02, // the second symbol
    0x04, 0xff, 0x6a, // -150
    0x80, 0xa4, 0xec, 0xdf, 0x95, 0x67, // milliseconds
    0x04, 0x02, b'a', 0x00, 0x00, // two items, then the end
    0x02, b'x', 0x01, // -1 day
    0x01, // true
    0x00, // none
];

#[test]
fn columns_are_read_from_bytes() {
    let trade = Trade::read(BYTES).unwrap();
    assert_eq!(trade.id(), Ok(-65));
    assert_eq!(trade.note(), Ok(Some("é".into())));
    assert!(matches!(trade.note(), Ok(Some(Cow::Borrowed(_)))));
    assert_eq!(trade.side(), Ok(Side::Sell));
    assert_eq!(trade.price(), Ok(Decimal(-15_000)));
    assert_eq!(trade.at().map(time::timestamp_text), Ok("2026-03-02T10:00:00Z".to_owned()));
    assert_eq!(trade.tags(), Ok(vec!["a".to_owned(), String::new()]));
    assert_eq!(trade.item(), Ok(Item { name: "x".into(), day: Date(-1) }));
    assert_eq!(trade.ok(), Ok(true));
    assert_eq!(trade.next(), Ok(None));
}

#[test]
fn text_becomes_the_bytes_and_back() {
    let mut out = vec![9];
    encode(&PLAIN, Absent::Zero, TEXT.as_bytes(), &mut out).unwrap();
    let trade = Trade::read(&out[1..]).unwrap();
    assert_eq!(trade.id(), Ok(-65));
    assert_eq!((trade.price(), trade.item()), (Ok(Decimal(-15_000)), Trade::read(BYTES).unwrap().item()));
    // A value within itself, as JSON.
    let nested = TEXT.replace("\"next\":null", &format!("\"next\":{TEXT}"));
    let mut out = Vec::new();
    encode(&PLAIN, Absent::Zero, nested.as_bytes(), &mut out).unwrap();
    let text = Trade::read(&out).unwrap().next().unwrap().unwrap().into_owned();
    assert!(text.starts_with("{\"id\":-65,\"note\":\"é\",\"side\":\"SELL\",\"price\":\"-1.50\""), "{text}");
    assert!(
        text.contains("\"tags\":[\"a\",\"\"],\"item\":{\"name\":\"x\",\"day\":\"1969-12-31\"}"),
        "{text}"
    );
}

#[test]
fn every_end_that_comes_too_early_is_found() {
    for end in 0..BYTES.len() {
        assert_eq!(Trade::read(&BYTES[..end]).map(drop), Err(Fail::InvalidAvro), "{end}");
    }
    assert_eq!(Trade::read(&[BYTES, b"\0"].concat()).map(drop), Err(Fail::InvalidAvro), "something behind");
    assert_eq!(Trusted::read(&BYTES[..7]).unwrap().side(), Ok("SELL".into()));
    assert_eq!(Trusted::read(&BYTES[..6]).map(drop), Err(Fail::InvalidAvro));
}

#[test]
fn damage_has_its_reason() {
    let damaged = |at: usize, byte: u8| {
        let mut bytes = BYTES.to_vec();
        bytes[at] = byte;
        Trade::read(&bytes).map(drop)
    };
    assert_eq!(damaged(2, 0x04), Err(Fail::InvalidAvro), "no such branch");
    assert_eq!(damaged(2, 0x01), Err(Fail::InvalidAvro), "a negative branch");
    assert_eq!(damaged(4, 0xff), Err(Fail::InvalidUtf8), "no character");
    assert_eq!(damaged(6, 0x04), Err(Fail::InvalidAvro), "no such symbol");
    assert_eq!(damaged(7, 0x03), Err(Fail::InvalidAvro), "a negative length");
    assert_eq!(damaged(BYTES.len() - 2, 2), Err(Fail::InvalidAvro), "neither true nor false");
    let long = [&[0xff; 9][..], &[0x02], &BYTES[2..]].concat();
    assert_eq!(Trade::read(&long).map(drop), Err(Fail::InvalidAvro), "more than 64 bits");
    let most = [&[0xff; 9][..], &[0x01], &BYTES[2..]].concat();
    assert_eq!(Trade::read(&most).unwrap().id(), Ok(i64::MIN));
    let mut deep = Vec::new();
    for _ in 0..100 {
        deep.extend_from_slice(&BYTES[..BYTES.len() - 1]);
        deep.push(2);
    }
    assert_eq!(Trade::read(&deep).map(drop), Err(Fail::TooDeep));
}

#[test]
fn millions_of_nothing_cost_nothing() {
    const HOLLOW: Contract = Contract {
        framed: false,
        writers: &[Writer { id: 0, nodes: &[Node::Record(&[("all", 1)]), Node::Array(2), Node::Null] }],
    };
    avro_record! { pub struct Hollow of HOLLOW checked { all: form::Json = "all" } }
    let mut bytes = vec![0xfe; 1];
    bytes.extend_from_slice(&[0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f, 0x00]);
    assert_eq!(Hollow::read(&bytes).unwrap().all(), Err(Fail::TooLarge));
}

#[test]
fn the_frame_names_the_schema() {
    let framed = |id: u32, body: &[u8]| [&[0][..], &id.to_be_bytes(), body].concat();
    let value = framed(7, BYTES);
    let own = Framed::read(&value).unwrap();
    assert_eq!((own.id(), own.side(), own.price()), (Ok(-65), Ok(Side::Sell), Ok(Some(Decimal(-15_000)))));
    let value = framed(5, b"\x06BUY\x0e");
    let older = Framed::read(&value).unwrap();
    assert_eq!((older.id(), older.side(), older.price()), (Ok(7), Ok(Side::Buy), Ok(None)));
    assert_eq!(Framed::read(&framed(6, BYTES)).map(drop), Err(Fail::UnknownSchema));
    assert_eq!(Framed::read(BYTES).map(drop), Err(Fail::InvalidFrame));
    assert_eq!(Framed::read(&[0, 0, 0, 0]).map(drop), Err(Fail::InvalidFrame));
    assert_eq!(Framed::read(b"{}").map(drop), Err(Fail::InvalidFrame));
    assert_eq!(schema_id(&framed(6, b"")), Some(6));
}

#[test]
fn rows_may_leave_out_what_nobody_reads() {
    let mut out = Vec::new();
    encode(&FRAMED, Absent::Zero, br#"{"id": 3}"#, &mut out).unwrap();
    let row = Framed::read(&out).unwrap();
    assert_eq!((row.id(), row.side(), row.price()), (Ok(3), Ok(Side::Buy), Ok(Some(Decimal(0)))));
    let columns = &[("id", "int"), ("side", "Side")];
    let mut out = Vec::new();
    encode_line(
        &PLAIN,
        columns,
        br#"{"id": 3, "item": {"name": "", "day": "2026-03-02"}, "side": "BUY"}"#,
        &mut out,
    );
    assert_eq!(Trade::read(&out).unwrap().id(), Ok(3));
    for line in [
        &br#"{"id": 3}"#[..],
        b"{",
        br#"{"id": 3, "id": 3, "side": "BUY"}"#,
        br#"{"id": "3", "side": "BUY"}"#,
    ] {
        let mut out = Vec::new();
        encode_line(&PLAIN, columns, line, &mut out);
        assert!(Trade::read(&out).is_err() && out.starts_with(line), "{}", String::from_utf8_lossy(line));
    }
}

#[test]
fn a_line_that_happens_to_be_a_record_is_none() {
    const LETTERS: Contract = Contract {
        framed: false,
        writers: &[Writer { id: 0, nodes: &[Node::Record(&[("a", 1), ("b", 1)]), Node::Long] }],
    };
    avro_record! { pub struct Letters of LETTERS checked { a: form::Int = "a" } }
    assert!(Letters::read(b"{}").is_ok(), "two numbers of a byte each");
    let mut out = Vec::new();
    encode_line(&LETTERS, &[("a", "int")], b"{}", &mut out);
    assert_eq!(Letters::read(&out).map(drop), Err(Fail::InvalidAvro));
}

#[test]
fn wide_numbers_are_read_by_their_value() {
    use super::form::whole;
    assert_eq!(whole(&[]), Ok(0));
    assert_eq!(whole(&[0x80]), Ok(-128));
    assert_eq!(whole(&[0xff; 20]), Ok(-1));
    assert_eq!(whole(&[&[0; 4][..], &[0x7f; 16]].concat()), Ok(i128::from_be_bytes([0x7f; 16])));
    assert_eq!(whole(&[&[0][..], &[0xff; 16]].concat()), Err(Fail::OutOfRange));
    assert_eq!(whole(&[&[1][..], &[0; 16]].concat()), Err(Fail::OutOfRange));
}
