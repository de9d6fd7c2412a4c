//! What a clause, declaration or expression lacks, said in terms of what stands before.

use super::Report;
use super::brackets::description;
use crate::base::Span;
use crate::codes::{s0102_something_missing as missing, s0114_missing_separator as separator};
use crate::diag::Diagnostic;
use crate::syntax::tree::{Kind, Node};

pub(super) fn part<'t>(report: &mut Report<'t>, node: Node<'t>) {
    let Some(parent) = report.parent() else {
        return;
    };
    let error = sign(report, node.kind(), parent).unwrap_or_else(|| {
        let (needs, example) =
            specific(node.kind(), parent).unwrap_or_else(|| general(report, node.kind(), parent));
        missing::part(report.anchor(), needs, &example)
    });
    report.tell(error);
}

/// What can only be one sign.
fn sign(report: &Report<'_>, kind: Kind, parent: Node<'_>) -> Option<Diagnostic> {
    let (at, before) = (report.anchor(), report.before());
    let block = description(report, parent);
    Some(match kind {
        Kind::MissingSeparator => {
            let clauses = parent.children().any(|child| is_clause(child.kind()));
            separator::between(at, if clauses { ";" } else { "," })
        }
        Kind::MissingColon => {
            let title = format!("`{before}` needs a `:` before what it stands for");
            let text = report.tree.text().get(at.end as usize..).unwrap_or("");
            let blanks = (text.len() - text.trim_start_matches(' ').len()) as u32;
            match text.trim_start_matches(' ').strip_prefix('=') {
                Some(rest) if !rest.starts_with(['=', '>']) => {
                    let sign = Span::new(report.file, at.end, at.end + blanks + 1);
                    missing::instead(sign, title, "=", ":")
                }
                _ => missing::sign(at, title, ":"),
            }
        }
        Kind::MissingEquals => missing::sign(at, format!("`{before}` needs a `=`"), " ="),
        Kind::MissingArrow => missing::sign(at, format!("`{before}` needs a `=>` before its value"), " =>"),
        Kind::MissingOpen => match parent.kind() {
            Kind::BareRecord => {
                let start = parent.span(report.file).at_start();
                missing::sign(start, "this row has no `{`".to_string(), "{ ")
            }
            Kind::Select | Kind::UseDecl | Kind::Import | Kind::Grant | Kind::With | Kind::Columns => {
                return None;
            }
            _ => missing::sign(at, format!("{block} has no `{{`"), " {"),
        },
        _ => return None,
    })
}

/// Clauses end with `;` or the line, all else with `,` or the line.
fn is_clause(kind: Kind) -> bool {
    (Kind::Owner..=Kind::Lifecycle).contains(&kind)
        || (Kind::DeadLetter..=Kind::Supersedes).contains(&kind)
        || (Kind::Guarantee..=Kind::Serve).contains(&kind)
        || (Kind::From..=Kind::To).contains(&kind)
        || (Kind::Given..=Kind::Restart).contains(&kind)
        || kind == Kind::OrgClause
}

/// The cases whose words are worth choosing: what is needed, and how it looks.
fn specific(kind: Kind, parent: Node<'_>) -> Option<(String, String)> {
    let lead = parent.lead().text();
    let (needs, example) = match (parent.kind(), kind) {
        (Kind::From, Kind::MissingName) => ("a topic or a node", "from orders as o"),
        (Kind::Join, Kind::MissingName) => {
            ("a topic or a node", "join rates as r on r.currency == t.currency")
        }
        (Kind::Join, Kind::MissingOn) => ("an `on` condition", "join rates as r on r.currency == t.currency"),
        (Kind::Join, Kind::MissingWord) => ("`join`", "left join rates as r on r.currency == t.currency"),
        (Kind::Alias, _) => ("a name", "as o"),
        (Kind::WhereClause, _) => ("a condition", "where o.qty > 0"),
        (Kind::Having, _) => ("a condition", "having count > 10"),
        (Kind::NodeKey, _) => ("a column", "key sender: e.sender"),
        (Kind::TopicKey, _) => ("a column", "key id"),
        (Kind::Window, Kind::MissingWord) => ("its kind", "window tumbling 1h"),
        (Kind::Select, _) => ("its fields in braces", "select { id: o.id }"),
        (Kind::With, _) => ("its fields in braces", "with { genre: \"rock\" }"),
        (Kind::Keep, _) => ("what to keep", "keep first within 24h"),
        (Kind::Emit, _) => ("`changes` or `final`", "emit final"),
        (Kind::AtMost, _) => ("`most every` and a duration", "emit changes at most every 10s"),
        (Kind::Route, Kind::MissingTarget) => ("a destination", "late to unusable"),
        (Kind::Route, Kind::MissingWord) => {
            ("a reason: `drop because \"…\"`", "late drop because \"nobody waits for it\"")
        }
        (Kind::To, _) => ("a topic", "to paid"),
        (Kind::LatestWindow, _) => ("`window`", "to velocity latest window"),
        (Kind::Bound, _) => ("`finite keys` or `ttl` and a duration", "bound ttl 30d"),
        (Kind::Retain, _) => ("how long", "retain 14d"),
        (Kind::Schema, _) => ("a record", "schema Order"),
        (Kind::Erase, Kind::MissingWord) => ("`within` and a duration", "erase within 30d by shred(sender)"),
        (Kind::Grant, Kind::MissingOpen) => {
            ("its columns in braces", "grant { id, amount } to finance.ledger for accounting")
        }
        (Kind::Grant, Kind::MissingTarget) => {
            ("a reader", "grant { id, amount } to finance.ledger for accounting")
        }
        (Kind::Grant, Kind::MissingWord) => {
            ("a purpose", "grant { id, amount } to finance.ledger for accounting")
        }
        (Kind::Partition, Kind::MissingWord) => ("`by` and a column", "partition by id"),
        (Kind::Tombstones, _) => ("`allowed`", "tombstones allowed"),
        (Kind::Correct, _) => ("`within` and a period", "correct within 3 quarters"),
        (Kind::UseDecl, Kind::MissingOpen) => ("names in braces", "use payments.transfers { Currency }"),
        (Kind::Import, Kind::MissingOpen) => {
            ("columns in braces", "import payments.transfers.transfer_completed v3 { id } for fraud")
        }
        (Kind::Import, Kind::MissingWord) => {
            ("a purpose", "import payments.transfers.transfer_completed v3 { id } for fraud")
        }
        (Kind::Serve, Kind::MissingWord) => ("`at` and a path", "serve last_hour at \"/velocity/{sender}\""),
        (Kind::Advance, _) => ("`to` and a time", "advance to 2026-12-01T00:00:00Z"),
        (Kind::LostStep, Kind::MissingWord) => ("`given` or `expect` before it", "given orders [ … ]"),
        (Kind::Expect, Kind::MissingRow) => ("a row", "expect velocity contains { sender: 7 }"),
        (Kind::IfExpr, Kind::MissingThen) => ("`then`", "if a > 0 then a else 0"),
        (Kind::IfExpr, Kind::MissingElse) => ("`else`", "if a > 0 then a else 0"),
        (Kind::IsTest, _) => ("`none` or `empty`", "x is not none"),
        (Kind::Side, _) => ("`before` or `after`", "within 1h before, 2h after"),
        (Kind::Declassifier, Kind::MissingWord) => {
            ("`removes` and a label", "declassifier mask(value) removes pii")
        }
        (Kind::Waiver, Kind::MissingWord) => ("`of` and a rule", "waiver W1 of G701 on shop { … }"),
        _ => return None,
    };
    Some((format!("`{lead}` needs {needs}"), example.to_string()))
}

/// What the kind alone tells.
fn general(report: &Report<'_>, kind: Kind, parent: Node<'_>) -> (String, String) {
    let before = match report.before() {
        ":" => parent
            .children()
            .find(|child| matches!(child.kind(), Kind::Word | Kind::Name))
            .map_or("", |n| n.text()),
        before => before,
    };
    let subject = if before.is_empty() { "this".to_string() } else { format!("`{before}`") };
    let (needs, example) = match kind {
        Kind::MissingName => ("a name", String::new()),
        Kind::MissingType => ("a type", format!("{before}: string")),
        Kind::MissingText => ("a text in double quotes", format!("{before} \"…\"")),
        Kind::MissingDuration => ("a duration", format!("{before} 10m")),
        Kind::MissingVersion => ("its version", format!("{before} v1")),
        Kind::MissingNumber => ("a number", format!("{before} 1")),
        Kind::MissingDate => ("a date", format!("{before} 2026-03-02")),
        Kind::MissingOn => ("`on` and a name", format!("{before} on …")),
        Kind::MissingTarget => ("a destination", String::new()),
        Kind::MissingWord => ("another word", String::new()),
        _ => ("a value", String::new()),
    };
    (format!("{subject} needs {needs}"), example)
}
