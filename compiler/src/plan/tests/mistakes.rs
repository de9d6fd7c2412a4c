//! One mistake, one finding: each text has the codes that stand beside it and no others.

use super::constructs::SHOP;
use crate::workspace::Workspace;

/// The codes of everything found, in order of place.
fn found(rest: &str) -> Vec<&'static str> {
    let text = format!("{SHOP}\n{rest}");
    let analysis = Workspace::of([("shop.stream".to_owned(), text)]).analyse();
    analysis.diagnostics.iter().map(|d| d.code.id).collect()
}

#[track_caller]
fn each(cases: &[(&str, &[&str])], wrap: impl Fn(&str) -> String) {
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(text, wanted)| {
            let codes = found(&wrap(text));
            (codes != *wanted).then(|| format!("{text}\n    gives {codes:?} instead of {wanted:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn conditions() {
    let cases: &[(&str, &[&str])] = &[
        ("s.size > 3", &[]),
        ("size > 3 and not (kind == card)", &[]),
        ("s.kind == Kind.card or s.kind != cash", &[]),
        ("s.kind == crad", &["S0317"]),
        ("s.kidn == card", &["S0301"]),
        ("s.kidn in [card, cash]", &["S0301"]),
        ("x.kind == card", &["S0302"]),
        ("s.size", &["S0308"]),
        ("s.note == \"a\"", &[]),
        ("s.note > \"a\"", &["S0309"]),
        ("s.note is not none and s.note > \"a\"", &[]),
        ("s.note is none or s.note > \"a\"", &[]),
        ("not (s.note is none) and s.note > \"a\"", &[]),
        ("s.note is none and s.note > \"a\"", &["S0309"]),
        ("(s.note ?? \"\") > \"a\"", &[]),
        ("s.address.zip is not none and s.address.city > \"a\"", &[]),
        ("s.address.city > \"a\"", &["S0309"]),
        ("s.address.town == \"a\"", &["S0301"]),
        ("s.shop == \"a\"", &[]),
        ("s.shop == s.id", &["S0311"]),
        ("s.size == \"a\"", &["S0310"]),
        ("s.size == 1.0", &[]),
        ("s.amount > 10", &["S0310"]),
        ("s.amount > 0", &[]),
        ("s.amount > money(1.00, EUR)", &["S0312"]),
        ("s.at > 2026-03-02T00:00:00Z", &[]),
        ("s.at - 2026-03-02T00:00:00Z > 5m", &[]),
        ("s.at + s.at > s.at", &["S0310"]),
        ("s.kind < card", &["S0310"]),
        ("s.lines is empty", &[]),
        ("s.size is empty", &["S0310"]),
        ("s.lines[0] is none", &[]),
        ("uper(s.id) == \"A\"", &["S0305"]),
        ("upper(s.size) == \"A\"", &["S0306"]),
        ("upper() == \"A\"", &["S0306"]),
        ("count() > 1", &["S0314"]),
        ("s == 1", &["S0304"]),
        ("if s.size > 1 then true else \"no\"", &["S0307"]),
        ("match s.kind { card => true, else => false }", &[]),
        ("match s.kind { card => true, cash => false }", &["S0316"]),
        ("match s.currency { EUR => true, USD => false }", &[]),
        ("match s.note { none => false, \"a\" => true, else => s.note > \"b\" }", &[]),
        ("match s.size { 1 => true, 1 => false, else => false }", &["S0322"]),
    ];
    each(cases, |c| format!("job j {{\n stream x {{\n from sales as s\n where {c}\n }}\n}}"));
}

#[test]
fn selected_columns() {
    let cases: &[(&str, &[&str])] = &[
        ("a: s.size / 2, b: -s.size, c: s.size % 3", &[]),
        ("a: s.amount * 2, b: s.amount + s.amount, c: s.amount / s.amount", &[]),
        ("a: s.amount * float(1)", &["S0313"]),
        ("a: convert(s.amount, EUR, per: 1.5)", &[]),
        ("a: convert(s.amount, EUR, 1.5)", &["S0306"]),
        ("a: convert(s.amount, EUR, per: float(2))", &["S0313"]),
        ("a: convert(s.size, EUR, per: 1.5)", &["S0306"]),
        ("a: round(s.amount)", &[]),
        ("a: try(parse_int(s.id)) ?? 0", &[]),
        ("a: token(s.id, \"vault\")", &[]),
        ("a: upper(s.note)", &[]),
        ("a: s.shop + s.shop", &["S0311"]),
        ("a: s.id, a: s.id", &["S0608"]),
        ("..s except (nothing)", &["S0301"]),
        ("..t", &["S0302"]),
        ("a: sum(s.size)", &["S0408"]),
        ("a: if s.note is none then \"\" else s.note", &[]),
        ("a: s.lines[0].qty", &["S0691"]),
        ("a: none", &[]),
    ];
    each(cases, |c| format!("job j {{\n stream x {{\n from sales as s\n select {{ {c} }}\n }}\n}}"));
}

#[test]
fn groups() {
    let cases: &[(&str, &[&str])] = &[
        ("key shop: s.shop\n window tumbling 1h\n select { n: count(), shop: s.shop }", &[]),
        ("key shop: s.shop\n window tumbling 1h\n select { n: count(s) }", &["S0304"]),
        ("key shop: s.shop\n window tumbling 1h\n select { n: s.size }", &["S0315"]),
        ("key shop: s.shop\n window tumbling 1h\n select { n: sum(count()) }", &["S0314"]),
        ("key shop: s.shop\n window tumbling 1h\n select { n: sum(s.amount) }", &["S0312"]),
        ("key c: s.currency\n window tumbling 1h\n select { n: sum(s.amount) }", &[]),
        ("key shop: s.shop\n window tumbling 1h\n select { a: last(s.amount), c: last(s.currency) }", &[]),
        ("key shop: s.shop\n window tumbling 1h\n select { n: count() }\n having m > 1", &["S0302"]),
        (
            "key shop: s.shop\n window tumbling 1h\n select { n: count() }\n having n > 1 and shop != \"a\"",
            &[],
        ),
        ("key shop: s.shop\n window tumbling 0s\n select { n: count() }", &["S0402"]),
        ("key shop: s.shop\n window session gap 0s\n select { n: count() }", &["S0402"]),
        ("key shop: s.shop\n window tumbling 1h offset 2h\n select { n: count() }", &["S0402"]),
        ("key shop: s.shop\n select { n: count() }", &["G601"]),
        ("key shop: s.shop\n select { n: count() }\n bound finite keys\n emit final", &["S0403"]),
        ("key s.lines\n window tumbling 1h\n select { n: count() }", &["S0413"]),
        ("window tumbling 1h\n select { n: count() }", &["S0401"]),
        ("key shop: s.shop\n window day in \"Europe/London\"\n select { n: count() }", &["S0691"]),
    ];
    each(cases, |c| format!("job j {{\n table x {{\n from sales as s\n {c}\n }}\n}}"));
}

#[test]
fn joins() {
    let cases: &[(&str, &[&str])] = &[
        ("join everywhere shops as p on p.shop == s.shop", &[]),
        ("join everywhere shops as p on p.shop == s.shop and p.rank is not none", &[]),
        ("join everywhere shops as p on p.city == s.id", &["S0406"]),
        ("join everywhere shops as p on p.shop == s.id", &["S0311"]),
        ("join everywhere shops as s on s.shop == s.shop", &["S0608"]),
        ("join everywhere shosp as p on p.shop == s.shop", &["S0601"]),
        ("join everywhere shops as p on p.shop == s.shop as of s.at", &["S0407"]),
        ("join returns as r on r.id == s.id", &["S0416"]),
    ];
    each(cases, |c| format!("job j {{\n stream x {{\n from sales as s\n {c}\n }}\n}}"));
}

#[test]
fn nothing_more_is_said_of_what_a_mistake_spoils() {
    let text = "job j {
    stream a {
        from   sales as s
        where  s.sise > 1
        select { id: s.idd, size: s.size }
    }
    stream b {
        from   a as x
        where  x.id == \"a\" and x.size > 1
        select { id: upper(x.id) }
    }
}";
    assert_eq!(found(text), ["S0301", "S0301"]);
    let text = "job j {
    stream a {
        from  nothing as n
        where n.x > 1
    }
    stream b {
        from  a as x
        where x.y > 1
    }
}";
    assert_eq!(found(text), ["S0601"]);
}

#[test]
fn first_rows_of_a_group() {
    let cases: &[(&str, &[&str])] = &[
        ("keep top 1 by s.size", &[]),
        ("keep top 2 by s.size desc, s.at as rank", &[]),
        ("keep top 1 by s.size with ties as rank", &[]),
        ("keep top 2 by s.size", &["S0414"]),
        ("keep top 1 by s.size with ties", &["S0414"]),
        ("keep top by s.size as rank", &["S0414"]),
        ("keep top 0 by s.size", &["S0414"]),
        ("keep top 1", &["S0414"]),
        ("keep top 1 by s.lines", &["S0414"]),
        ("keep top 1 by s.amount", &["S0414"]),
        ("keep top 1 by s.sice", &["S0301"]),
        ("keep top 2 by s.size as shop", &["S0608"]),
        ("select { n: count() }\nkeep top 1 by s.size", &["S0314"]),
        ("having shop == \"a\"\nkeep top 1 by s.size", &["S0691"]),
        ("keep first within 1h", &["S0691"]),
    ];
    each(cases, |clause| {
        format!(
            "job j {{\n    bad drop because \"a test\"\n    table best {{\n        from sales as s\n        key shop: s.shop\n        {clause}\n        bound finite keys\n    }}\n}}"
        )
    });
}
