//! Rules on whole workspaces: what they find, what they leave alone, and the witness.

use super::*;
use crate::base::Name;
use crate::diag::Diagnostic;
use crate::workspace::{Analysis, Workspace};

const ORG: &str = r#"package org

team sales { domain retail; contact "s" }
team shops { domain retail; contact "s" }
team books { domain finance; contact "b" }
domain retail { steward sales }
domain finance { steward books }
purpose billing "Writing bills"
purpose advice "Recommending"
label pii "Relates to a person"
label pii.contact implies pii
declassifier token(value, vault) removes pii
"#;

const SHOP: &str = r#"package shop {
    owner sales
    bad   to unusable
}

record Address {
    street: string @pii.contact
    town:   string
}

record Order {
    id:      string
    buyer:   int             @subject
    email:   string?         @pii.contact
    address: Address
    total:   decimal(10, 2)  @purposes(billing)
    placed:  timestamp
}

topic unusable v1 { dead_letter; retain 14d }

topic orders v1 {
    schema Order
    key    id
    time   placed
    retain 7d
    GRANTS
}
"#;

fn analyse(files: &[(&str, String)]) -> Analysis {
    Workspace::of(files.iter().map(|(path, text)| (*path, text.as_str()))).analyse()
}

fn found(analysis: &Analysis) -> Vec<(&'static str, String)> {
    let marked = |d: &Diagnostic| {
        analysis.file(d.span.file).and_then(|f| f.text.get(d.span.range())).unwrap_or_default().to_owned()
    };
    analysis.diagnostics.iter().map(|d| (d.code.id, marked(d))).collect()
}

/// The shop, a reader, and the organisation.
fn estate(orders: &str, owner: &str, import: &str) -> Vec<(&'static str, String)> {
    let bills = format!("package bills {{\n    owner {owner}\n}}\n\nimport shop.orders v1 {import}\n");
    let files = [
        ("org.stream", ORG.into()),
        ("shop.stream", SHOP.replace("GRANTS", orders)),
        ("bills.stream", bills),
    ];
    // Bills is first by name.
    found(&analyse(&files))
}

fn one(code: &'static str, marked: &str) -> Vec<(&'static str, String)> {
    vec![(code, marked.to_owned())]
}

#[test]
fn visibility_and_grants_open_a_topic() {
    let whole = "{ id, total } for billing";
    assert_eq!(estate("", "books", whole), one("G201", "shop.orders"));
    assert_eq!(estate("visibility public", "books", whole), []);
    assert_eq!(estate("visibility domain", "books", whole), one("G201", "shop.orders"));
    assert_eq!(estate("visibility domain", "shops", whole), []);
    assert_eq!(estate("visibility private", "shops", whole), one("G201", "shop.orders"));
    assert_eq!(estate("grant { id, total } to bills for billing", "books", whole), []);
    assert_eq!(estate("grant { id } to bills for billing", "books", whole), one("G201", "total"));
    assert_eq!(
        estate("grant { id, total } to billing for billing", "books", whole),
        one("G201", "shop.orders")
    );
    let two = "grant { id } to bills for billing\n    grant { total } to bills for billing";
    assert_eq!(estate(two, "books", whole), []);
}

#[test]
fn purposes_are_those_of_columns_and_grants() {
    let open = "visibility public";
    assert_eq!(estate(open, "books", "{ id, total } for advice"), one("G309", "advice"));
    assert_eq!(estate(open, "books", "{ id } for advice"), []);
    assert_eq!(estate(open, "books", "{ id, total } for billing, advice"), one("G309", "advice"));
    assert_eq!(
        estate("grant { id } to bills for billing", "books", "{ id } for advice"),
        one("G309", "advice")
    );
}

#[test]
fn a_request_names_all_columns_and_the_approver() {
    let bills = "package bills {\n    owner books\n}\n\nimport shop.orders v1 { id, total } for billing\n";
    let grant = "grant { id, placed } to bills for billing until 2027-06-30";
    let files = [
        ("org.stream", ORG.into()),
        ("shop.stream", SHOP.replace("GRANTS", grant)),
        ("bills.stream", bills.into()),
    ];
    let analysis = analyse(&files);
    let finding = &analysis.diagnostics[0];
    let line = "grant { id, total, placed } to bills for billing until 2027-06-30";
    assert!(finding.help.as_deref().is_some_and(|help| help.contains(line)), "{finding:#?}");
    assert!(finding.notes.iter().any(|note| note.contains("`sales`")), "{finding:#?}");
    assert_eq!(finding.fixes[0].edits[0].text, line);
}

#[test]
fn owners_are_teams() {
    let shop = |header: &str| {
        found(&analyse(&[("org.stream", ORG.into()), ("shop.stream", format!("package shop{header}\n"))]))
    };
    assert_eq!(shop(" { owner sales }"), []);
    assert_eq!(shop(""), one("G001", "shop"));
    assert_eq!(shop(" { owner sale }"), one("G001", "sale"));
    assert_eq!(
        found(&analyse(&[("shop.stream", "package shop\n".into())])),
        [],
        "nobody is asked without an org file"
    );
}

/// The shop with a job whose `select` (over orders as o) goes to a topic with these fields.
fn flow(fields: &str, clauses: &str) -> Analysis {
    let shop = SHOP.replace("GRANTS", "")
        + &format!(
            "record Out {{\n{fields}\n}}\n\ntopic out v1 {{\n    schema Out\n    retain 7d\n}}\n\njob j {{\n{clauses}\n}}\n"
        );
    analyse(&[("org.stream", ORG.into()), ("shop.stream", shop)])
}

fn select(fields: &str, select: &str) -> Vec<(&'static str, String)> {
    let node = format!(
        "    stream s {{\n        from   orders as o\n        select {{ {select} }}\n        to     out\n    }}"
    );
    let analysis = flow(fields, &node);
    analysis.diagnostics.iter().map(|d| (d.code.id, d.title.clone())).collect()
}

fn leak(label: &str, field: &str) -> Vec<(&'static str, String)> {
    vec![(
        "G302",
        format!("`{label}` data reaches field `{field}` of `shop.out.v1`, which does not declare it"),
    )]
}

#[test]
fn labels_follow_values() {
    assert_eq!(select("    a: string", "a: o.id"), []);
    assert_eq!(select("    a: int", "a: o.buyer"), leak("subject", "a"));
    assert_eq!(select("    a: int @subject", "a: o.buyer"), []);
    assert_eq!(select("    a: int @pii", "a: o.buyer"), leak("subject", "a"));
    assert_eq!(select("    a: string? @pii.contact", "a: o.email"), []);
    assert_eq!(select("    a: string? @pii", "a: o.email"), leak("pii.contact", "a"));
    assert_eq!(select("    a: int", "a: if o.email is none then 1 else 2"), leak("pii.contact", "a"));
    assert_eq!(select("    a: string", "a: o.address.town"), []);
    assert_eq!(select("    a: string", "a: o.address.street"), leak("pii.contact", "a"));
    assert_eq!(select("    a: Address", "a: o.address"), []);
    assert_eq!(select("    a: string", "a: token(o.buyer, \"fraud\")"), []);
}

#[test]
fn the_witness_is_the_way_of_the_value() {
    let nodes = r#"    stream first {
        from   orders as o
        where  o.total > 1.00
        select { id: o.id, who: o.buyer, placed: o.placed }
    }
    stream second {
        from   first as f
        select { a: f.who }
        to     out
    }"#;
    let analysis = flow("    a: int", nodes);
    assert_eq!(analysis.diagnostics.len(), 1, "{:#?}", analysis.diagnostics);
    let finding = &analysis.diagnostics[0];
    let text = |span: crate::base::Span| analysis.files[span.file.0 as usize].text[span.range()].to_owned();
    let steps: Vec<String> = finding.secondary.iter().map(|label| text(label.span)).collect();
    assert!(steps.contains(&"buyer".to_owned()), "{steps:?}");
    assert!(steps.contains(&"o.buyer".to_owned()), "{steps:?}");
}

#[test]
fn aggregates_carry_labels_of_arguments_and_keys() {
    let node = |select: &str| {
        format!(
            "    table t {{\n        from   orders as o\n        key    town: o.address.town\n        window tumbling 1h\n        select {{ {select} }}\n        emit   final\n        late   drop because \"late\"\n        to     out latest window\n    }}"
        )
    };
    let titles = |fields: &str, select: &str| -> Vec<(&'static str, String)> {
        let analysis = flow(fields, &node(select));
        analysis.diagnostics.iter().map(|d| (d.code.id, d.title.clone())).collect()
    };
    assert_eq!(titles("    town: string\n    n: int", "n: count()"), []);
    assert_eq!(titles("    town: string\n    n: int", "n: max(o.buyer)"), leak("subject", "n"));
    assert_eq!(titles("    town: string\n    n: int @subject", "n: max(o.buyer)"), []);
}

#[test]
fn dead_letters_show_what_the_job_may_see() {
    let bills = "package bills {\n    owner books\n}\n\nimport shop.orders v1 { id, buyer } for billing\n";
    let other =
        "record Plain {\n    a: int\n}\n\ntopic plain v1 {\n    schema Plain\n    visibility public\n}\n";
    let shop = SHOP.replace("GRANTS", "grant { id, buyer } to bills for billing") + other;
    let analysis =
        analyse(&[("org.stream", ORG.into()), ("shop.stream", shop), ("bills.stream", bills.into())]);
    assert_eq!(found(&analysis), []);
    let model = &analysis.model;
    let package = |path: &str| {
        let at = model.packages.iter().position(|p| p.path == *path).expect("a package");
        crate::model::PackageId(at as u32)
    };
    let topic = |name: &str| model.topic_named(package("shop"), name).expect("a topic");
    let columns = |names: &[&str]| DeadLetterView::Columns(names.iter().map(|n| Name::from(*n)).collect());
    assert_eq!(dead_letter_visible_columns(model, package("bills"), topic("plain")), DeadLetterView::Raw);
    assert_eq!(dead_letter_visible_columns(model, package("bills"), topic("orders")), columns(&["id"]));
    let own = columns(&["id", "total", "placed"]);
    assert_eq!(dead_letter_visible_columns(model, package("shop"), topic("orders")), own);
}
