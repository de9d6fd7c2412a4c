//! Fixtures with a cursor: `$0` marks where it is.

use super::{definition, hover};
use crate::base::FileId;
use crate::workspace::{Analysis, Workspace};

const SOURCE: &str = "package shop

record Order { id: string, total: decimal(18, 2), at: timestamp }
topic orders v1 { schema Order; key id; time at }
record Row { id: string, twice: decimal(38, 2) }
topic doubled v1 { schema Row; key id; retain 7d }
record Size { id: string, big: bool }
table topic sizes v1 { schema Size; key id, window; retain 7d }

job doubling {
    stream twice {
        from   orders as o
        where  upper(o.id) != \"X\"
        select { id: o.id, twice: o.total * 2 }
        to     doubled
    }

    table large {
        from   orders as o
        key    id: o.id
        window tumbling 1h
        select { big: any(o.total > 100) }
        to     sizes
    }
}
";

/// The source with the cursor before the `nth` occurrence of a text, analysed.
fn at(text: &str, nth: usize) -> (Analysis, u32) {
    let (offset, _) = SOURCE.match_indices(text).nth(nth).expect("the text");
    (Workspace::of([("shop.stream", SOURCE)]).analyse(), offset as u32)
}

fn hovered(text: &str, nth: usize) -> String {
    let (analysis, offset) = at(text, nth);
    assert!(analysis.diagnostics.is_empty(), "{:?}", analysis.diagnostics);
    hover(&analysis, FileId(0), offset).map(|h| h.markdown).unwrap_or_default()
}

fn defined(text: &str, nth: usize) -> String {
    let (analysis, offset) = at(text, nth);
    let target = definition(&analysis, FileId(0), offset).expect("a definition");
    let start = target.declaration.start as usize;
    format!("{}:{}", SOURCE[..start].lines().count(), &SOURCE[target.declaration.range()])
}

#[test]
fn columns_say_type_and_source() {
    let text = hovered("total * 2", 0);
    assert!(text.contains("total: decimal(18, 2)"), "{text}");
    assert!(text.contains("from `shop.orders.v1.total`"), "{text}");
}

#[test]
fn functions_say_what_they_do() {
    let text = hovered("upper(", 0);
    assert!(text.contains("upper(text: string) -> string"), "{text}");
}

#[test]
fn aggregates_say_what_they_do() {
    let text = hovered("any(", 0);
    assert!(text.contains("any(condition: bool) -> bool"), "{text}");
    assert!(text.contains("Whether the condition held"), "{text}");
}

#[test]
fn nodes_say_their_columns() {
    let text = hovered("twice {", 0);
    assert!(text.contains("stream twice"), "{text}");
    assert!(text.contains("id: string"), "{text}");
}

#[test]
fn definitions_of_types_topics_and_fields() {
    assert_eq!(defined("Order; key", 0), "3:Order");
    assert_eq!(defined("orders as", 0), "4:orders");
    assert_eq!(defined("id; time", 0), "3:id");
    assert_eq!(defined("doubled\n", 0), "6:doubled");
}

#[test]
fn columns_lead_to_the_field() {
    assert_eq!(defined("o.total", 0), "3:total");
}

#[test]
fn nothing_is_said_of_nothing() {
    let (analysis, _) = at("package", 0);
    for offset in (0..=SOURCE.len() as u32).step_by(7) {
        // Every place has an answer or none; none panics.
        let _ = hover(&analysis, FileId(0), offset);
        let _ = definition(&analysis, FileId(0), offset);
    }
    assert!(hover(&analysis, FileId(7), 0).is_none());
}
