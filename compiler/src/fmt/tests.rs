//! Formatting keeps tokens and comments, is idempotent, and leaves the examples nearly as they are.

use super::format;
use crate::base::FileId;
use crate::syntax::parse;
use crate::syntax::tests::{Random, examples, mutate};

fn formatted(text: &str) -> String {
    format(text).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

/// Comments of a text, without blanks at their ends.
fn comments(text: &str) -> Vec<String> {
    let parsed = parse(FileId(0), text);
    parsed.tree.tokens().filter(|t| t.kind().is_comment()).map(|t| t.text().trim_end().to_string()).collect()
}

#[test]
fn examples_stay_as_they_are() {
    for (name, text) in examples() {
        let formatted = formatted(&text);
        // One column for the clauses of all nodes: two of the examples use another.
        let loose = |text: &str| {
            text.lines().map(|l| l.split_whitespace().collect::<Vec<_>>().join(" ")).collect::<Vec<_>>()
        };
        assert_eq!(loose(&formatted), loose(&text), "{name}");
        if !["ledger.stream", "liquidity.stream"].contains(&name.as_str()) {
            assert!(formatted == text, "{name} changes:\n{formatted}");
        }
    }
}

#[test]
fn formatting_is_idempotent_and_keeps_comments_on_examples_and_mutations() {
    let mut random = Random::new(11);
    for (name, text) in examples() {
        for round in 0..12 {
            let text = if round == 0 { text.clone() } else { mutate(&text, &mut random) };
            let once = formatted(&text);
            assert_eq!(comments(&once), comments(&text), "{name} {round}");
            assert_eq!(formatted(&once), once, "{name} {round}:\n{text}");
        }
    }
}

#[test]
fn spacing_columns_and_separators_are_canonical() {
    let text = "package   shop.orders{\n owner a;\n\n\n  tier 1\n}\nrecord Order{id:string,\n  total :decimal( 18 ,2 )@pii,\n\n  x: list< T >( max:3 )? ; }\n";
    let wanted = "package shop.orders {\n    owner  a\n\n    tier   1\n}\n";
    assert!(formatted(text).starts_with(wanted), "{}", formatted(text));
    let node = "job j {\nstream s {\nfrom a as b\nleft join c as d on d.x==b.x and  not( -b.y>1 )\nselect {a:1,b :f( x,y )}\nto t ;\n}\n}\n";
    let wanted = "job j {\n    stream s {\n        from      a as b\n        left join c as d on d.x == b.x and not (-b.y > 1)\n        select    { a: 1, b: f(x, y) }\n        to        t\n    }\n}\n";
    assert_eq!(formatted(node), wanted);
}

#[test]
fn a_broken_declaration_is_copied_and_the_rest_is_formatted() {
    let text = "record A {\n  a :  string\n  ???\n}\n\nrecord B {\n  b :  string\n}\n";
    let wanted = "record A {\n  a :  string\n  ???\n}\n\nrecord B {\n    b: string\n}\n";
    assert_eq!(formatted(text), wanted);
}

#[test]
fn empty_texts_and_line_ends_of_windows() {
    assert_eq!(formatted(""), "");
    assert_eq!(formatted("\n\n"), "");
    assert_eq!(formatted("type A = int\r\n\r\n\r\ntype B = int"), "type A = int\r\n\r\ntype B = int\r\n");
}
