//! The same findings in all formats.

use super::*;
use crate::base::{FileId, Span};
use crate::codes;
use crate::diag::{Applicability, Diagnostic, Fix};

const SHOP: &str = "package shop\n\nrecord Order {\n    id:    string\n    buyer: strng   // der Käufer\n}\n";
const BILLS: &str = "package bills\n\nimport shop.orders v2 { id } for billing\n";

fn sources() -> Sources<'static> {
    Sources::new([("shop/orders.stream", SHOP), ("bills.stream", BILLS)])
}

fn at(file: u32, text: &str) -> Span {
    let source = if file == 0 { SHOP } else { BILLS };
    let start = source.find(text).unwrap_or_default() as u32;
    Span::new(FileId(file), start, start + text.len() as u32)
}

fn findings() -> Vec<Diagnostic> {
    vec![
        codes::s0201_unknown_type::unknown(at(0, "strng"), "strng", Some("string"), &[]),
        codes::s0203_unknown_topic::version(at(1, "v2"), "orders", 2, &[1, 3], at(0, "Order")),
        codes::s0212_dead_letter_schema::clause(at(0, "id"), "key", "unusable", at(0, "record")),
        codes::s0202_unknown_package::granted(at(0, "package"), "fraud", "frauds"),
        Diagnostic::error(codes::s0209_clause_order::CODE, at(0, "string\n    buyer"), "over two lines").fix(
            Fix::replace(
                "put it on one line",
                at(0, "string\n    buyer: strng"),
                "int\n    buyer: string\n    seller: string",
                Applicability::Safe,
            ),
        ),
        Diagnostic::error(
            codes::s0201_unknown_type::CODE,
            Span::new(FileId(0), 4000, 5000),
            "beyond the end",
        ),
        Diagnostic::error(codes::s0201_unknown_type::CODE, Span::new(FileId(7), 0, 0), "in no file"),
    ]
}

fn all(render: impl Fn(&Diagnostic, &Sources<'_>) -> String) -> String {
    let sources = sources();
    findings().iter().map(|finding| render(finding, &sources)).collect()
}

#[test]
fn for_people() {
    insta::assert_snapshot!(all(|d, s| human(d, s, false)));
}

#[test]
fn for_people_in_colour() {
    insta::assert_snapshot!(all(|d, s| human(d, s, true)).replace('\u{1b}', "␛"));
}

#[test]
fn in_one_line() {
    insta::assert_snapshot!(all(concise));
}

#[test]
fn for_tools() {
    insta::assert_snapshot!(all(json));
}
