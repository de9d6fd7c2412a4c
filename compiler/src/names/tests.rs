//! What the model holds, and findings that no explain page shows: one of each branch.

use super::{SourceFile, collect};
use crate::base::FileId;
use crate::diag::Diagnostic;
use crate::model::{KeyEncoding, Model, Retention, TopicBound, TopicKind, Type, Unit, Visibility, WireForm};
use crate::syntax;
use std::sync::Arc;

fn model(texts: &[(&str, &str)]) -> (Arc<Model>, Vec<Diagnostic>) {
    let parsed: Vec<_> =
        texts.iter().enumerate().map(|(i, (_, text))| syntax::parse(FileId(i as u32), text)).collect();
    let files: Vec<SourceFile<'_>> = texts
        .iter()
        .zip(&parsed)
        .enumerate()
        .map(|(i, ((path, text), parsed))| SourceFile {
            id: FileId(i as u32),
            path,
            text,
            ast: &parsed.ast,
            faults: &parsed.diagnostics,
        })
        .collect();
    collect(&files)
}

/// Code and marked text of every finding.
fn found(texts: &[(&str, &str)]) -> Vec<(&'static str, String)> {
    let marked = |d: &Diagnostic| texts[d.span.file.0 as usize].1[d.span.range()].to_owned();
    model(texts).1.iter().map(|d| (d.code.id, marked(d))).collect()
}

/// The same for one file of package `shop`.
fn found_in(body: &str) -> Vec<(&'static str, String)> {
    found(&[("shop.stream", &format!("package shop\n{body}"))])
}

fn one(code: &'static str, marked: &str) -> Vec<(&'static str, String)> {
    vec![(code, marked.to_owned())]
}

const TRANSFERS: &str = r#"
package payments.transfers {
    owner settlement
    bad   to unusable
}

type TransferId = id<string>
type CustomerId = id<int>
type Rate = decimal(18, 6)
enum Currency open { EUR, GBP }

record Transfer {
    id:       TransferId
    sender:   CustomerId @subject
    amount:   money(currency) @purposes(fraud)
    fee:      money(EUR)?
    currency: Currency
    rate:     Rate
    day:      date
    done:     timestamp
}

topic transfers v3 {
    schema     Transfer
    key        sender by token("fraud"), id as text, window
    partition  by id count 48 using murmur2
    time       done disorder 10m skew 1h idle 30s
    tombstones allowed
    wire       done "doneAt" epoch_ms
    wire       rate number
    retain     compact after 400d
    erase      within 30d by shred(sender)
    visibility domain
    grant      { id, amount } to fraud.velocity for fraud until 2027-06-30
}

table topic rates v1 {
    schema  Transfer
    key     currency
    time    day at 16:00 "Europe/Berlin"
    bound   finite keys
    history 400d
}

topic unusable v1 { dead_letter; retain 14d }
"#;

#[test]
fn a_topic_is_its_clauses() {
    let (model, found) = model(&[("t.stream", TRANSFERS)]);
    assert_eq!(found, []);
    let topic = &model.topics[0];
    assert_eq!(&*topic.full_name, "payments.transfers.transfers.v3");
    assert_eq!(topic.kind, TopicKind::Stream);
    assert_eq!(topic.key[0].token.as_deref(), Some("fraud"));
    assert_eq!(topic.key[1].encoding, Some(KeyEncoding::Text));
    assert!(topic.key_window && topic.tombstones && topic.key.len() == 2);
    assert_eq!((topic.partition_by[0].as_str(), topic.partitions), ("id", Some(48)));
    let time = topic.time.as_ref().expect("a time");
    assert_eq!((time.disorder, time.skew, time.idle), (600_000_000, Some(3_600_000_000), Some(30_000_000)));
    assert_eq!(topic.wire["done"].form, Some(WireForm::EpochMillis));
    assert_eq!(topic.wire["done"].name.as_deref(), Some("doneAt"));
    assert_eq!(topic.wire["rate"].form, Some(WireForm::Number));
    assert_eq!(topic.retain, Some(Retention::Compact { after: Some(400 * 86_400_000_000) }));
    assert_eq!(topic.visibility, Visibility::Domain);
    assert_eq!(topic.grants[0].to, "fraud.velocity");
    assert_eq!(topic.grants[0].until, Some(20_999));
    let rates = &model.topics[1];
    assert_eq!((rates.kind, rates.bounded), (TopicKind::Table, Some(TopicBound::FiniteKeys)));
    assert_eq!(
        rates.time.as_ref().and_then(|t| t.at.clone()),
        Some((16 * 3_600_000_000, "Europe/Berlin".into()))
    );
    assert_eq!(model.topics[2].kind, TopicKind::DeadLetter);
}

#[test]
fn fields_have_types_units_and_labels() {
    let (model, _) = model(&[("t.stream", TRANSFERS)]);
    let record = model.record(&Type::Record(model.topics[0].schema.expect("a schema"))).expect("a record");
    let shown: Vec<String> = record.fields.iter().map(|f| model.show(&f.ty)).collect();
    assert_eq!(
        shown,
        [
            "TransferId",
            "CustomerId",
            "money(currency)",
            "money(EUR)?",
            "Currency",
            "decimal(18, 6)",
            "date",
            "timestamp"
        ]
    );
    assert!(record.fields[1].labels.contains("subject"));
    assert_eq!(record.fields[2].ty, Type::Money(Unit::Column("currency".into())));
    assert!(record.fields[2].purposes.as_ref().is_some_and(|p| p.contains("fraud")));
    assert!(record.fields[0].purposes.is_none());
    assert!(model.organisation.closure("subject").contains("pii"));
}

#[test]
fn a_package_with_a_job_has_a_place_for_bad_records() {
    let job = "job j {\n    stream s {\n        from t as x\n    }\n}\n";
    let (model, _) = model(&[("a.stream", &format!("package a\n{job}")), ("b.stream", "package b\n")]);
    let names: Vec<_> = model.topics.iter().map(|t| (&*t.full_name, t.generated)).collect();
    assert_eq!(names, [("a.dead_letters.v1", true)]);
    let org = "package org\nteam t { domain d; contact \"c\" }\ndomain d { steward t }\n";
    let (model, _) =
        self::model(&[("a.stream", &format!("package a {{ owner t }}\n{job}")), ("o.stream", org)]);
    assert!(model.topics.is_empty(), "an organisation says itself where bad records go");
}

#[test]
fn imports_resolve_by_package_name_and_version() {
    let import =
        |line: &str| found(&[("t.stream", TRANSFERS), ("f.stream", &format!("package fraud\n{line}\n"))]);
    assert_eq!(import("import payments.transfers.transfers v3 { id, amount } for fraud"), []);
    assert_eq!(
        import("import payments.transfers.transfers v3 { id, amont } for fraud"),
        one("S0204", "amont")
    );
    assert_eq!(import("import payments.transfers.transfers v2 { id } for fraud"), one("S0203", "v2"));
    assert_eq!(import("import payments.transfers.transfer v3 { id } for fraud"), one("S0203", "transfer"));
    assert_eq!(
        import("import payments.transfer.transfers v3 { x } for fraud"),
        one("S0202", "payments.transfer")
    );
    assert_eq!(import("import transfers v3 { id } for fraud"), one("S0203", "transfers"));
    assert_eq!(import("import payments.transfers.transfers v3 { id, id } for fraud"), one("S0206", "id"));
    assert_eq!(import("use payments.transfers { Curency }"), one("S0201", "Curency"));
    assert_eq!(import("use payments.transfers { Currency, Currency }"), one("S0224", "Currency"));
    assert_eq!(
        import("external consumer x tool \"y\" reads payments.transfers.transfers v3 { idd }"),
        one("S0204", "idd")
    );
}

#[test]
fn one_name_may_stand_in_two_packages() {
    let shop = "package shop\nrecord Order {\n    id: string\n}\n";
    let bank = "package bank\nrecord Order {\n    id: int\n}\ntopic orders v1 {\n    schema Order\n}\n";
    let (model, found) = model(&[("a.stream", shop), ("b.stream", bank)]);
    assert_eq!(found, []);
    let schema = model.topics[0].schema.expect("a schema");
    assert_eq!(&*model.package(model.ty(schema).package).path, "bank");
}

#[test]
fn types_of_other_packages_need_use_and_say_so() {
    let texts = [("t.stream", TRANSFERS), ("f.stream", "package fraud\nrecord R {\n    c: Currency\n}\n")];
    let (_, found) = model(&texts);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].help.as_deref(), Some("bring it in: `use payments.transfers { Currency }`"));
}

#[test]
fn type_parameters_are_checked() {
    let field = |ty: &str| found_in(&format!("record R {{\n    x: {ty}\n}}\n"));
    assert_eq!(field("decimal(39, 2)"), one("S0219", "decimal(39, 2)"));
    assert_eq!(field("decimal(4, 5)"), one("S0219", "decimal(4, 5)"));
    assert_eq!(field("string(3)"), one("S0219", "string(3)"));
    assert_eq!(field("list"), one("S0219", "list"));
    assert_eq!(field("id<int>"), one("S0219", "id<int>"));
    assert_eq!(field("money"), one("S0219", "money"));
    assert_eq!(field("map<string, int>"), one("S0222", "map<string, int>"));
    assert_eq!(field("list<strng>"), one("S0201", "strng"));
    assert_eq!(field("list<string>(max: 5)?"), []);
    assert_eq!(found_in("type A = id<float>\n"), one("S0219", "float"));
    assert_eq!(found_in("type A = B\ntype B = A\n").len(), 1);
    assert_eq!(found_in("record A {\n    b: B\n}\nrecord B {\n    a: A?\n}\n"), one("S0220", "a"));
    assert_eq!(found_in("record A {\n    b: list<A>\n}\n"), []);
}

#[test]
fn the_unit_of_money_is_a_currency() {
    let record = |fields: &str| found_in(&format!("enum C {{ EUR }}\nrecord R {{\n{fields}}}\n"));
    assert_eq!(record("    a: money(c)\n    c: C\n"), []);
    assert_eq!(record("    a: money(EUR)\n"), []);
    assert_eq!(record("    a: money(c)\n    c: C?\n"), one("S0221", "money(c)"));
    assert_eq!(record("    a: money(c)\n    c: int\n"), one("S0221", "money(c)"));
    assert_eq!(record("    a: money(USD)\n"), one("S0221", "USD"));
    assert_eq!(record("    a: money(c)\n    c: Cc\n"), one("S0201", "Cc"));
}

#[test]
fn clauses_fit_the_schema() {
    let topic = |clauses: &str| {
        found_in(&format!(
            "record R {{\n    id: int\n    f: float\n    d: date\n    at: timestamp\n}}\ntopic t v1 {{\n    schema R\n{clauses}}}\n"
        ))
    };
    assert_eq!(topic("    key id as int32\n"), one("S0217", "int32"));
    assert_eq!(topic("    key d as int64\n"), one("S0215", "int64"));
    assert_eq!(topic("    key id by hash(\"x\")\n"), one("S0215", "hash(\"x\")"));
    assert_eq!(topic("    key id, id\n"), one("S0206", "id"));
    assert_eq!(topic("    time d\n"), one("S0214", "d"));
    assert_eq!(topic("    time f\n"), one("S0214", "f"));
    assert_eq!(topic("    time d at 16:00 \"Europe/Berln\"\n"), one("S0214", "\"Europe/Berln\""));
    assert_eq!(topic("    time at at 16:00 \"Europe/Berlin\"\n").len(), 1);
    assert_eq!(topic("    partition by idd\n"), one("S0204", "idd"));
    assert_eq!(topic("    wire id \"a\"\n    wire d \"a\"\n"), one("S0218", "\"a\""));
    assert_eq!(topic("    format avro\n"), one("S0225", "avro"));
    assert_eq!(topic("    format xml\n"), one("S0217", "xml"));
    assert_eq!(topic("    compat ful\n"), one("S0217", "ful"));
    assert_eq!(topic("    history 4d\n"), one("S0213", "history"));
    assert_eq!(topic("    erase within 3d by shred(x)\n"), one("S0204", "x"));
    assert_eq!(topic("    grant { x } to shp for y\n"), vec![("S0204", "x".into()), ("S0202", "shp".into())]);
    assert_eq!(found_in("enum E { a }\ntopic t v1 {\n    schema E\n}\n"), one("S0211", "E"));
    assert_eq!(found_in("topic t v1 {\n    dead_letter\n    key id\n}\n"), one("S0212", "key"));
}

#[test]
fn registries_know_their_names() {
    let org = |lines: &str| {
        let org = format!(
            "package org\nteam t {{ domain d; contact \"c\" }}\ndomain d {{ steward t }}\nlabel pii \"x\"\n{lines}"
        );
        found(&[("o.stream", &org)])
    };
    assert_eq!(org(""), []);
    assert_eq!(org("label pii.x implies pi\n"), one("S0216", "pi"));
    assert_eq!(org("team u { domain e; contact \"c\" }\n"), one("S0216", "e"));
    assert_eq!(org("domain e { steward v }\n"), one("S0216", "v"));
    assert_eq!(org("label pii \"y\"\n"), one("S0205", "pii"));
    assert_eq!(org("declassifier hash(v) removes pij\n"), one("S0216", "pij"));
    let shop = "package shop {\n    owner t\n    region mars\n}\n";
    let texts = [("o.stream", "package org\nteam t { contact \"c\" }\n"), ("s.stream", shop)];
    assert_eq!(found(&texts), one("S0216", "mars"));
}

#[test]
fn labels_imply_what_they_imply() {
    let org = "package org\nlabel a \"x\"\nlabel b implies a\nlabel c implies b\npolicy p v1 {\n    protect label a { erase within 30d; key forbidden unless token }\n}\n";
    let (model, found) = model(&[("o.stream", org)]);
    assert_eq!(found, []);
    let closure: Vec<_> = model.organisation.closure("c").into_iter().collect();
    assert_eq!(closure.iter().map(|n| n.as_str()).collect::<Vec<_>>(), ["a", "b", "c"]);
    let protection = &model.organisation.protections["a"];
    assert_eq!(protection.erase_within, Some(30 * 86_400_000_000));
    assert_eq!(protection.key_forbidden_unless, Some(Some("token".into())));
}

#[test]
fn jobs_have_names_of_their_own() {
    let job = |name: &str| format!("job {name} {{\n    stream s {{\n        from t as x\n    }}\n}}\n");
    assert_eq!(found_in(&(job("a") + &job("b"))), []);
    assert_eq!(found_in(&(job("a") + &job("a"))), one("S0205", "a"));
}

#[test]
fn headers_of_one_package_agree() {
    let texts =
        [("a.stream", "package p {\n    owner x\n}\n"), ("b.stream", "package p {\n    owner y\n}\n")];
    assert_eq!(found(&texts), one("S0208", "y"));
    assert_eq!(model(&texts).0.packages.len(), 1);
}

#[test]
fn broken_text_is_no_second_finding() {
    for text in [
        "package shop\ntopic t v1 {\n    schema\n}\n",
        "package shop\ntopic t v1 {\n    schema R\n    key\n}\nrecord R {\n    x:\n}\n",
        "package shop\nimport\n",
        "package shop\nimport a.\n",
        "package shop\nuse\n",
        "package\n",
        "",
        "topic",
        "package org\nlabel\nteam\n",
    ] {
        let (_, found) = model(&[("a.stream", text)]);
        assert!(found.iter().all(|d| !d.title.contains("``")), "{text:?}: {found:#?}");
    }
}
