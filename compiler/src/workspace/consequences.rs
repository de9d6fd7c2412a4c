//! Findings that only follow from text that the parser could not read, or from a name in a declaration that is misspelt.
//!
//! A misspelt `schema` leaves its topic without one, a misspelt `record` leaves its readers without a type. The slip is the
//! finding; what lacks because of it is withheld until it is mended. Since the slip itself is an error, nothing is built
//! meanwhile. Must not look at anything but spans, codes and texts.

use super::AnalysedFile;
use crate::base::{FileId, Span};
use crate::codes::*;
use crate::diag::{Code, Diagnostic};
use crate::syntax::ast::Item;
use std::collections::BTreeSet;

/// Errors after which a clause or a declaration may lack.
const LOSING: [Code; 5] = [
    s0102_something_missing::CODE,
    s0103_unexpected_text::CODE,
    s0104_lost_header::CODE,
    s0108_malformed_number::CODE,
    s0109_malformed_date::CODE,
];

/// What a block is told if one of its clauses is not there.
const LACKS: [Code; 11] = [
    g601_bounds::CODE,
    s0211_missing_schema::CODE,
    s0213_table_without_key::CODE,
    s0302_unknown_name::CODE,
    s0401_missing_key::CODE,
    s0405_window_in_key::CODE,
    s0409_missing_route::CODE,
    s0603_missing_from::CODE,
    s0605_sink_column::CODE,
    s0607_sink_key::CODE,
    s0609_guarantee::CODE,
];

/// What is told about a name that nothing declares.
const UNKNOWN: [Code; 9] = [
    s0201_unknown_type::CODE,
    s0203_unknown_topic::CODE,
    s0221_unknown_currency::CODE,
    s0301_unknown_column::CODE,
    s0303_ambiguous_column::CODE,
    s0410_route_target::CODE,
    s0601_unknown_input::CODE,
    s0606_sink_target::CODE,
    s0610_test_name::CODE,
];

/// What is told about a declaration if a name in it is misspelt: the name that was meant is missing from it then.
const MISNAMED: [(Code, &[Code]); 2] = [
    // In an import's columns, or in a topic's key.
    (
        s0204_unknown_field::CODE,
        &[s0290_column_not_imported::CODE, s0405_window_in_key::CODE, s0607_sink_key::CODE],
    ),
    // In the purposes of an import or of a grant.
    (s0216_unknown_registry_name::CODE, &[g309_purpose::CODE]),
];

/// Takes out what follows from names that nothing declares: findings that show the place of the name, or around it.
fn withhold_misnamed(files: &[AnalysedFile], found: &mut Vec<Diagnostic>) {
    let mut names: Vec<(Span, Option<Span>, &[Code])> = Vec::new();
    for (code, consequences) in MISNAMED {
        for finding in found.iter().filter(|d| d.code == code) {
            let FileId(number) = finding.span.file;
            let file = files.get(number as usize);
            // A misspelt key column leaves its topic without that column; of several grants only the one is unsure.
            let around =
                file.filter(|_| code == s0204_unknown_field::CODE).and_then(|f| block(f, finding.span));
            names.push((finding.span, around, consequences));
        }
    }
    found.retain(|finding| {
        let places = || finding.secondary.iter().map(|label| label.span).chain([finding.span]);
        !names.iter().any(|(name, block, consequences)| {
            consequences.contains(&finding.code)
                && places().any(|place| {
                    place.file == name.file && place.contains(name.start)
                        || block.is_some_and(|b| b.file == place.file && b.contains(place.start))
                })
        })
    });
}

/// Takes out what follows from errors in the text of the files.
pub(super) fn withhold(files: &[AnalysedFile], found: &mut Vec<Diagnostic>) {
    withhold_misnamed(files, found);
    let (mut blocks, mut words) = (Vec::new(), BTreeSet::new());
    for file in files {
        for fault in file.parsed.diagnostics.iter().filter(|d| LOSING.contains(&d.code)) {
            blocks.extend(block(file, fault.span));
            if fault.code == s0103_unexpected_text::CODE {
                words.extend(words_of(text(files, fault.span)));
            }
        }
    }
    if blocks.is_empty() && words.is_empty() {
        return;
    }
    let broken = |span: Span| blocks.iter().any(|b| b.file == span.file && b.contains(span.start));
    found.retain(|finding| {
        let lacks = LACKS.contains(&finding.code)
            && (broken(finding.span) || finding.secondary.iter().any(|label| broken(label.span)));
        let unknown = UNKNOWN.contains(&finding.code) && words.contains(text(files, finding.span));
        !lacks && !unknown
    });
}

/// The topic, node, job or test around a place, innermost.
fn block(file: &AnalysedFile, at: Span) -> Option<Span> {
    let holds = |span: Span| span.file == at.file && span.start <= at.start && at.start <= span.end;
    file.parsed.ast.items.iter().find_map(|item| match item {
        Item::Topic(topic) => Some(topic.span).filter(|span| holds(*span)),
        Item::Job(job) if holds(job.span) => {
            Some(job.nodes.iter().map(|node| node.span).find(|span| holds(*span)).unwrap_or(job.head))
        }
        Item::Test(test) => Some(test.span).filter(|span| holds(*span)),
        _ => None,
    })
}

fn text(files: &[AnalysedFile], span: Span) -> &str {
    let FileId(number) = span.file;
    files.get(number as usize).and_then(|file| file.text.get(span.range())).unwrap_or("")
}

fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_alphanumeric() || c == '_')).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use crate::workspace::Workspace;

    const TEXT: &str = "\
package shop

record Sale { id: string, shop: string, at: timestamp }
record Busy { shop: string, sales: int }

topic sales v1 { schema Sale; key id; time at }

table topic busy v1 {
    schema Busy
    key    shop, window
}

job j {
    table per_hour {
        from   sales as s
        key    shop: s.shop
        window tumbling 1h
        select { sales: count() }
        to     busy
    }
}
";

    fn codes(from: &str, to: &str) -> Vec<&'static str> {
        assert!(TEXT.contains(from), "{from}");
        let analysis = Workspace::of([("shop.stream", TEXT.replace(from, to))]).analyse();
        analysis.diagnostics.iter().map(|d| d.code.id).collect()
    }

    #[test]
    fn a_slip_is_the_only_finding() {
        assert_eq!(codes("shop", "shop"), Vec::<&str>::new());
        for (from, to) in [
            ("record Busy", "recrod Busy"),
            ("topic sales", "topc sales"),
            ("table topic busy", "tabel topic busy"),
            ("    schema Busy", "    shema Busy"),
            ("    key    shop, window", "    kye    shop, window"),
            ("from   sales", "form   sales"),
            ("from   sales", "FROM   sales"),
            ("key    shop: s.shop", "group by s.shop"),
            ("window tumbling", "windw tumbling"),
            ("window tumbling 1h", "window tumbling 1h grase 5m"),
            ("select {", "selct {"),
        ] {
            assert_eq!(codes(from, to), ["S0103"], "{to}");
        }
        assert_eq!(codes("sales: count() }", "sales = count() }"), ["S0102"]);
        assert_eq!(codes("count()", "count(*)"), ["S0103"]);
        assert_eq!(codes("tumbling 1h", "tumbeling 1h"), ["S0217"]);
    }

    #[test]
    fn a_misspelt_name_is_told_once() {
        assert_eq!(codes("    key    shop, window", "    key    shp, window"), ["S0204"]);
        let shop = "package shop\nrecord Sale { id: string, shop: string }\ntopic sales v1 { schema Sale; key id }\n";
        let reader = "package reader
import shop.sales v1 { id, shpo } for books
record Shop { id: string, shop: string }
topic shops v1 { schema Shop; key id }
job j { stream s { from sales as x; select { id: x.id, shop: x.shop }; to shops } }
";
        let analysis =
            Workspace::of([("a.stream", shop.to_string()), ("b.stream", reader.to_string())]).analyse();
        let codes: Vec<_> = analysis.diagnostics.iter().map(|d| d.code.id).collect();
        assert_eq!(codes, ["S0204"]);
    }

    #[test]
    fn what_has_nothing_to_do_with_it_is_told() {
        assert_eq!(
            codes("    schema Busy\n    key    shop, window", "    schema Busi\n    kye    shop, window"),
            ["S0201", "S0103"]
        );
    }
}
