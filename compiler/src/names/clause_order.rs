//! The order and the number of clauses in topics, nodes and package headers (spec: declarations.topic.order).

use super::SourceFile;
use crate::base::Span;
use crate::codes::{s0208_duplicate_clause, s0209_clause_order};
use crate::diag::{Applicability, Diagnostic, Edit, Fix};
use crate::syntax::ast::{Item, NodeClauseKind, RouteKind, TopicClauseKind};
use std::collections::BTreeMap;

const TOPIC: &[&str] = &[
    "dead_letter",
    "schema",
    "key",
    "partition",
    "time",
    "tombstones",
    "format",
    "wire",
    "trusted",
    "compat",
    "bound",
    "history",
    "retain",
    "erase",
    "visibility",
    "fresh",
    "grant",
    "supersedes",
];

const NODE: &[&str] = &[
    "from",
    "join",
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

const REPEATABLE: &[&str] = &["from", "join", "to", "wire", "grant"];

/// A clause: its word, its keyword, all of it.
type Clause = (&'static str, Span, Span);

/// What is wrong with the clauses of a file. No other file has a say in it.
pub fn clauses(file: &SourceFile<'_>) -> Vec<Diagnostic> {
    let mut order = ClauseOrder { text: file.text, diagnostics: Vec::new() };
    for item in &file.ast.items {
        match item {
            Item::Topic(topic) => {
                let clauses = topic.clauses.iter().map(|c| (topic_word(&c.kind), c.keyword, c.span));
                order.block(TOPIC, clauses.collect());
            }
            Item::Job(job) => {
                for node in &job.nodes {
                    let clauses = node.clauses.iter().map(|c| (node_word(&c.kind), c.keyword, c.span));
                    order.block(NODE, clauses.collect());
                }
            }
            _ => {}
        }
    }
    order.diagnostics
}

struct ClauseOrder<'a> {
    text: &'a str,
    diagnostics: Vec<Diagnostic>,
}

impl ClauseOrder<'_> {
    /// Repetitions are reported each; a wrong order once, at the first clause that comes too late.
    fn block(&mut self, order: &[&str], clauses: Vec<Clause>) {
        let known: Vec<(usize, Clause)> = clauses
            .into_iter()
            .filter_map(|clause| order.iter().position(|word| *word == clause.0).map(|rank| (rank, clause)))
            .collect();
        let mut first: BTreeMap<&str, Span> = BTreeMap::new();
        let mut repeated = false;
        for (_, (word, keyword, _)) in &known {
            if REPEATABLE.contains(word) {
                continue;
            }
            if let Some(first) = first.get(word) {
                self.diagnostics.push(s0208_duplicate_clause::duplicate(*keyword, word, *first));
                repeated = true;
            } else {
                first.insert(word, *keyword);
            }
        }
        if repeated {
            return;
        }
        let late = known.iter().enumerate().find_map(|(i, (rank, clause))| {
            known[..i].iter().find(|(before, _)| before > rank).map(|(_, overtaken)| (*clause, *overtaken))
        });
        if let Some(((word, keyword, _), (before, before_span, _))) = late {
            let fix = self.sorted(&known);
            self.diagnostics.push(s0209_clause_order::order(keyword, word, (before, before_span), fix));
        }
    }

    /// Puts the texts of the clauses, with the comments that end their lines, into each other's places.
    fn sorted(&self, known: &[(usize, Clause)]) -> Option<Fix> {
        let text = self.text;
        let slots: Vec<Span> = known.iter().map(|(_, (_, _, span))| with_comment(text, *span)).collect();
        let mut sorted: Vec<usize> = (0..known.len()).collect();
        sorted.sort_by_key(|i| known[*i].0);
        let mut edits = Vec::new();
        for (slot, from) in sorted.iter().enumerate() {
            if slot != *from {
                let moved = text.get(slots.get(*from)?.range())?;
                edits.push(Edit { span: *slots.get(slot)?, text: moved.to_owned() });
            }
        }
        Some(Fix { title: "put the clauses in order".into(), edits, applicability: Applicability::Safe })
    }
}

/// A clause together with a comment behind it, if it ends its line.
fn with_comment(text: &str, span: Span) -> Span {
    let rest = text.get(span.end as usize..).unwrap_or_default();
    let line = rest.split(['\n', '\r']).next().unwrap_or_default();
    let comment = line.trim_start();
    if comment.starts_with("//") {
        Span { end: span.end + line.trim_end().len() as u32, ..span }
    } else {
        span
    }
}

/// The word of a clause; empty for what has none.
pub(super) fn topic_word(kind: &TopicClauseKind) -> &'static str {
    match kind {
        TopicClauseKind::DeadLetter => "dead_letter",
        TopicClauseKind::Schema(_) => "schema",
        TopicClauseKind::Key(_) => "key",
        TopicClauseKind::Partition { .. } => "partition",
        TopicClauseKind::Time(_) => "time",
        TopicClauseKind::TombstonesAllowed => "tombstones",
        TopicClauseKind::Format(_) => "format",
        TopicClauseKind::Wire { .. } => "wire",
        TopicClauseKind::Trusted => "trusted",
        TopicClauseKind::Compat(_) => "compat",
        TopicClauseKind::Bound(_) => "bound",
        TopicClauseKind::History(_) => "history",
        TopicClauseKind::Retain(_) => "retain",
        TopicClauseKind::Erase { .. } => "erase",
        TopicClauseKind::Visibility(_) => "visibility",
        TopicClauseKind::Fresh(_) => "fresh",
        TopicClauseKind::Grant(_) => "grant",
        TopicClauseKind::Supersedes { .. } => "supersedes",
        TopicClauseKind::Deferred(deferred) => deferred.keyword,
        TopicClauseKind::Error => "",
    }
}

fn node_word(kind: &NodeClauseKind) -> &'static str {
    match kind {
        NodeClauseKind::From(_) => "from",
        NodeClauseKind::Join(_) => "join",
        NodeClauseKind::Each { .. } => "each",
        NodeClauseKind::Where(_) => "where",
        NodeClauseKind::Key(_) => "key",
        NodeClauseKind::Window(_) => "window",
        NodeClauseKind::Select(_) => "select",
        NodeClauseKind::Having(_) => "having",
        NodeClauseKind::Keep(_) => "keep",
        NodeClauseKind::Bound(_) => "bound",
        NodeClauseKind::Emit(_) => "emit",
        NodeClauseKind::Route(route) => match route.kind {
            RouteKind::Bad => "bad",
            RouteKind::Late => "late",
            RouteKind::Unmatched => "unmatched",
        },
        NodeClauseKind::To(_) => "to",
        NodeClauseKind::Deferred(deferred) => deferred.keyword,
        NodeClauseKind::Error => "",
    }
}
