//! Text that fits nowhere, and the word that may have been meant.

use super::Report;
use crate::base::Span;
use crate::codes::s0103_unexpected_text;
use crate::syntax::tree::{Kind, Node};

const NODE: &[&str] = &[
    "from",
    "join",
    "left",
    "full",
    "each",
    "where",
    "key",
    "window",
    "sequence",
    "select",
    "having",
    "keep",
    "bound",
    "emit",
    "correct",
    "bad",
    "unmatched",
    "late",
    "to",
];
const TOPIC: &[&str] = &[
    "dead_letter",
    "schema",
    "key",
    "partition",
    "time",
    "tombstones",
    "format",
    "wire",
    "compat",
    "bound",
    "history",
    "retain",
    "erase",
    "visibility",
    "fresh",
    "grant",
    "supersedes",
    "trusted",
];
const JOB: &[&str] =
    &["guarantee", "replay", "serve", "stream", "table", "machine", "bad", "late", "unmatched"];
const PACKAGE: &[&str] = &["owner", "tier", "region", "lifecycle", "bad", "late", "unmatched"];
const TEST: &[&str] = &["given", "expect", "advance", "restart"];
const POLICY: &[&str] = &["require", "protect", "severity", "never", "deny", "name", "delegate"];
const FILE: &[&str] = &[
    "package",
    "use",
    "import",
    "type",
    "enum",
    "record",
    "union",
    "topic",
    "table",
    "job",
    "test",
    "external",
    "extern",
    "calendar",
    "team",
    "domain",
    "region",
    "purpose",
    "label",
    "declassifier",
    "policy",
    "waiver",
];

pub(super) fn text<'t>(report: &mut Report<'t>, node: Node<'t>) {
    let follows_another = report.previous.is_some_and(|token| {
        matches!(token.kind(), Kind::UnexpectedClause | Kind::UnexpectedLine) && token.kind() == node.kind()
    });
    let Some(parent) = report.parent() else {
        return;
    };
    if follows_another {
        return;
    }
    let first_line = node.text().split('\n').next().unwrap_or("").trim_end();
    let span = Span::new(report.file, node.start(), node.start() + first_line.len() as u32);
    let found = first_word(first_line);
    let (place, words) = place(report, node, parent);
    let (found, meant) = match foreign(first_line, words) {
        Some((found, meant)) => (found, Some(meant)),
        None => (found, nearest(found, words)),
    };
    let word = Span { end: span.start + found.len() as u32, ..span };
    let error = s0103_unexpected_text::text(span, found, &place, meant.map(|meant| (word, meant)));
    report.tell(if found == "?" { error.help("write `if condition then a else b`") } else { error });
}

/// The first word or sign.
fn first_word(text: &str) -> &str {
    let word = text.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(text.len());
    let end = if word == 0 { text.chars().next().map_or(0, char::len_utf8) } else { word };
    text.get(..end).unwrap_or(text)
}

/// What other languages write at the start of such a line, and what it is here.
fn foreign<'a>(line: &'a str, words: &[&'static str]) -> Option<(&'a str, &'static str)> {
    const HABITS: [(&str, &str); 14] = [
        ("group by", "key"),
        ("partition by", "key"),
        ("filter", "where"),
        ("map", "select"),
        ("project", "select"),
        ("source", "from"),
        ("read", "from"),
        ("sink", "to"),
        ("into", "to"),
        ("write", "to"),
        ("struct", "record"),
        ("class", "record"),
        ("message", "record"),
        ("pipeline", "job"),
    ];
    // A comment begins with `//`, wherever it stands.
    let comment = ["#", "--"].into_iter().find(|sign| line.starts_with(sign));
    if let Some(sign) = comment.filter(|_| !words.is_empty()) {
        return line.get(..sign.len()).map(|found| (found, "//"));
    }
    let lower = line.to_ascii_lowercase();
    let begins = |word: &str| {
        lower
            .strip_prefix(word)
            .is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_'))
    };
    let of_habit = HABITS.iter().find(|(habit, meant)| words.contains(meant) && begins(habit)).copied();
    let found = of_habit.or_else(|| words.iter().find(|word| begins(word)).map(|word| (*word, *word)));
    let (written, meant) = found?;
    let text = line.get(..written.len())?;
    (text != meant).then_some((text, meant))
}

/// The words that may go on a clause.
fn continuations(clause: &str) -> &'static [&'static str] {
    match clause {
        "window" => &["every", "gap", "grace", "offset"],
        "time" => &["at", "disorder", "idle", "skew"],
        "from" => &["as", "with"],
        "join" | "left" => &["as", "of", "on"],
        "to" => &["latest", "otherwise", "when"],
        "retain" => &["after", "compact", "forever"],
        _ => &[],
    }
}

/// Where the text stands, and the words that could begin something there.
fn place(report: &Report<'_>, node: Node<'_>, parent: Node<'_>) -> (String, &'static [&'static str]) {
    let in_block: (&str, &'static [&'static str]) = match parent.kind() {
        Kind::Node | Kind::OrphanNode | Kind::HeadlessNode => match parent.child(Kind::NodeHeadLine) {
            Some(head) if head.keyword("table").is_some() => ("in a table", NODE),
            _ => ("in a stream", NODE),
        },
        Kind::Topic | Kind::OrphanTopic | Kind::HeadlessTopic => ("in a topic", TOPIC),
        Kind::Job | Kind::OrphanJob | Kind::HeadlessJob => ("in a job", JOB),
        Kind::Package | Kind::OrphanPackage => ("in a package's header", PACKAGE),
        Kind::Test | Kind::OrphanTest | Kind::HeadlessTest => ("in a test", TEST),
        Kind::Policy => ("in a policy", POLICY),
        Kind::File => ("at the top of a file", FILE),
        _ => ("here", &[]),
    };
    match node.kind() {
        Kind::Unexpected => {
            let clause = last_clause(report, parent);
            (format!("after {clause}"), continuations(clause.trim_matches('`')))
        }
        Kind::UnexpectedHead => match parent.kind() {
            Kind::HeadlessNode => ("before a node's block".to_string(), &["stream", "table"]),
            Kind::HeadlessTopic => ("before a topic's clauses".to_string(), &["topic", "table"]),
            Kind::HeadlessRecord => ("before a record's fields".to_string(), &["record"]),
            Kind::HeadlessJob => ("before a job's nodes".to_string(), &["job"]),
            Kind::HeadlessTest => ("before a test's steps".to_string(), &["test"]),
            Kind::HeadlessEnum => ("before a list of values".to_string(), &["enum"]),
            _ => ("between a name and its block".to_string(), &[]),
        },
        Kind::UnexpectedItem | Kind::UnexpectedParen => ("in this list".to_string(), &[]),
        _ => (in_block.0.to_string(), in_block.1),
    }
}

/// The clause that the text follows.
fn last_clause(report: &Report<'_>, parent: Node<'_>) -> String {
    let before = report.previous.map_or(0, |token| token.end());
    let clause = parent.solid().filter(|child| !child.kind().is_token() && child.end() <= before).last();
    let lead = clause.unwrap_or(parent).lead();
    if lead.kind() == Kind::Keyword { format!("`{}`", lead.text()) } else { "this".to_string() }
}

/// The nearest of some words, if it is near enough to be a slip.
fn nearest(found: &str, words: &[&'static str]) -> Option<&'static str> {
    let far = if found.len() < 4 { 1 } else { 2 };
    words
        .iter()
        .map(|word| (distance(found, word), *word))
        .filter(|(distance, _)| (1..=far).contains(distance))
        .min()
        .map(|(_, word)| word)
}

/// Letters to insert, delete, change or swap with the next.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().take(40).collect(), b.chars().collect());
    let mut rows: Vec<Vec<usize>> = vec![(0..=b.len()).collect()];
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let same = usize::from(a[i - 1] != b[j - 1]);
            let mut best = (rows[i - 1][j] + 1).min(row[j - 1] + 1).min(rows[i - 1][j - 1] + same);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(rows[i - 2][j - 2] + 1);
            }
            row.push(best);
        }
        rows.push(row);
    }
    rows[a.len()][b.len()]
}
