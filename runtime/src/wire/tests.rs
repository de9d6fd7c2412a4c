//! What the macros make: views, records, rows, enums, keys.

use crate::prelude::*;
use crate::state::codec::{decode_all, layout_of};
use crate::wire::json::Raw;
use crate::wire::json::form::Object;
use crate::wire::key::{self, Composite};
use crate::wire::variants::Variants;
use crate::{__private::State, fail::Fail};

open_enum! {
    /// Of the world.
    pub enum Currency { EUR = "EUR", GBP = "GBP", ..Undeclared }
}
closed_enum! { pub enum Side { Buy = "Buy", Sell = "Sell" } }

record! {
    pub struct Address { city: form::Text = "city", zip: form::Nullable<form::Text> = "zipCode" }
}

json_record! {
    pub struct Transfer in ["id", "sender", "iban", "amount", "currency", "side", "address"] checked {
        sender: form::Int = "sender",
        amount: form::Money = "amount",
        currency: form::Enum<Currency> = "currency",
        side: form::Enum<Side> = "side",
        address: form::Record<Address> = "address",
    }
}

row! { pub struct InEuro { sender: i64, eur: Money, currency: Currency, note: Option<String> } }
key! { pub struct SenderKey { sender: i64, currency: Currency } }

const TEXT: &str = r#"{"id":"t","sender":7,"iban":1,"amount":"85.00","currency":"CHF","side":"Hold","address":{"city":"Ulm","x":[]}}"#;

#[test]
fn a_view_reads_a_column_only_when_asked() {
    let transfer = Transfer::read(TEXT.as_bytes()).expect("valid");
    assert_eq!((transfer.sender(), transfer.amount()), (Ok(7), Ok(Decimal(850_000))));
    assert_eq!(transfer.currency().map(|c| c.name().to_owned()), Ok("CHF".to_owned()));
    assert_eq!(transfer.side(), Err(Fail::UnknownVariant));
    assert_eq!(transfer.address(), Ok(Address { city: "Ulm".into(), zip: None }));
}

#[test]
fn rows_and_enums_come_back_and_are_described() {
    let row = InEuro {
        sender: -1,
        eur: Decimal(5),
        currency: Currency::Undeclared("CHF".into()),
        note: Some("n".into()),
    };
    let mut bytes = Vec::new();
    row.encode(&mut bytes);
    assert_eq!(decode_all::<InEuro>(&bytes), Some(row));
    for cut in 0..bytes.len() {
        assert_eq!(decode_all::<InEuro>(&bytes[..cut]), None);
    }
    assert_eq!(layout_of::<InEuro>(), "{sender i64, eur decimal(18, 4), currency open enum, note string?}");
    assert_eq!(layout_of::<Side>(), "enum{Buy,Sell,}");
    assert_eq!(decode_all::<Side>(&[2, 0]), None);
    assert!(Currency::Undeclared("CHF".into()) < Currency::EUR, "by name");
}

#[test]
fn records_are_written_with_their_wire_names() {
    let address = Address { city: "a\"b".into(), zip: None };
    let mut out = Vec::new();
    address.write(&mut out);
    assert_eq!(std::str::from_utf8(&out), Ok(r#"{"city":"a\"b","zipCode":null}"#));
    assert_eq!(Address::read(r#"{"city":"a\"b","zipCode":null}"#), Ok(address));
}

#[test]
fn keys_have_the_encodings_of_the_contract() {
    let mut out = Vec::new();
    key::int64(7, &mut out);
    assert_eq!(out, [0, 0, 0, 0, 0, 0, 0, 7]);
    assert_eq!(key::read_int64(Some(&out)), Ok(7));
    assert_eq!(key::read_int64(Some(b"7")), Err(Fail::WrongType));
    assert_eq!(key::read_int64(None), Err(Fail::NullKey));

    out.clear();
    key::text::<form::Text>("a\"ß\n", &mut out);
    assert_eq!(out, "a\"ß\n".as_bytes());
    assert_eq!(key::read_text::<form::Text>(Some(&out)).as_deref(), Ok("a\"ß\n"));
    out.clear();
    key::text::<form::Enum<Currency>>(&Currency::EUR, &mut out);
    assert_eq!(out, b"EUR");
    assert_eq!(key::read_text::<form::Enum<Currency>>(Some(&out)), Ok(Currency::EUR));
    out.clear();
    key::text::<form::Money>(&Decimal(15_000), &mut out);
    assert_eq!(out, b"1.5000");

    out.clear();
    Composite::new(&mut out)
        .column::<form::Enum<Currency>>(&Currency::EUR)
        .column::<form::Int>(&7)
        .window(Timestamp(0), Timestamp(3_600_000_000))
        .end();
    assert_eq!(std::str::from_utf8(&out), Ok(r#"["EUR",7,0,3600000000]"#));
    assert_eq!(key::read_composite::<4>(Some(&out)).map(|c| c[1]), Ok(Raw::of("7")));
    assert_eq!(key::read_composite::<3>(Some(&out)), Err(Fail::WrongType));
    let key = SenderKey { sender: 7, currency: Currency::EUR };
    assert_eq!(key.clone(), key);
}
