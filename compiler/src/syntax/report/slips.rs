//! Habits of other languages: `=`, `&&`, `null`, `/* … */`.

use super::Report;
use crate::base::Span;
use crate::codes::{s0106_foreign_operator, s0107_foreign_null, s0113_block_comment};
use crate::syntax::tree::{Kind, Node};

pub(super) fn operator<'t>(report: &mut Report<'t>, node: Node<'t>) {
    let meant = match node.text() {
        "=" => "==",
        "<>" => "!=",
        "&&" => "and",
        "||" => "or",
        "!" => "not",
        _ => return,
    };
    let span = node.span(report.file);
    let mut error = s0106_foreign_operator::operator(span, node.text(), meant);
    // `a&&b` and `!a` need blanks around the word.
    let text = report.tree.text();
    let before = text.get(..span.start as usize).and_then(|t| t.chars().next_back());
    let after = text.get(span.end as usize..).and_then(|t| t.chars().next());
    if meant.starts_with(|c: char| c.is_alphabetic())
        && let Some(edit) = error.fixes.first_mut().and_then(|fix| fix.edits.first_mut())
    {
        let left = if node.kind() == Kind::Operator && before != Some(' ') { " " } else { "" };
        let right = if after == Some(' ') { "" } else { " " };
        edit.text = format!("{left}{meant}{right}");
    }
    report.slip(error);
}

/// `null`, alone or compared with something.
pub(super) fn null<'t>(report: &mut Report<'t>, node: Node<'t>) {
    if node.text() != "null" {
        return;
    }
    let word = node.span(report.file);
    let operator = report.previous.filter(|token| token.kind() == Kind::Operator);
    let test = match operator.map(|operator| operator.text()) {
        Some("==" | "=") => Some("is none"),
        Some("!=" | "<>") => Some("is not none"),
        _ => None,
    };
    let (span, meant) = match (operator, test) {
        (Some(operator), Some(test)) => (Span { start: operator.start(), ..word }, test),
        _ => (word, "none"),
    };
    if let Some(operator) = operator
        && test.is_some()
    {
        // A wrong operator before it is mended along with it.
        let same = operator.span(report.file);
        report.diagnostics.retain(|d| !(d.code == s0106_foreign_operator::CODE && d.span == same));
    }
    report.slip(s0107_foreign_null::null(word, span, meant));
}

pub(super) fn block_comment<'t>(report: &mut Report<'t>, node: Node<'t>) {
    let text = report.tree.text();
    let rest = text.get(node.end() as usize..).unwrap_or("");
    let alone = rest.split('\n').next().is_none_or(|line| line.trim().is_empty());
    let inner = node.text().strip_prefix("/*").unwrap_or("");
    let inner = inner.strip_suffix("*/").unwrap_or(inner);
    let lines: Vec<String> = inner
        .trim()
        .lines()
        .map(|line| format!("// {}", line.trim().trim_start_matches('*').trim_start()).trim_end().to_string())
        .collect();
    let mended = (alone && !lines.is_empty()).then(|| lines.join("\n"));
    report.diagnostics.push(s0113_block_comment::comment(node.span(report.file), mended));
}
