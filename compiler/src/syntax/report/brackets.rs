//! Brackets and blocks without their end.
//!
//! The tree ends a block where it must; which of several blocks lacks its brace is told by indentation: a brace that
//! stands in another column than the line that opened it belongs to a block further out.

use super::Report;
use crate::base::Span;
use crate::codes::{s0101_not_closed, s0102_something_missing, s0103_unexpected_text};
use crate::diag::{Applicability, Fix};
use crate::syntax::tree::{Kind, Node};

pub(super) fn not_closed<'t>(report: &mut Report<'t>, node: Node<'t>) {
    let Some(parent) = report.parent() else {
        return;
    };
    match node.kind() {
        Kind::MissingClose => block(report, parent),
        Kind::MissingAngle => plain(report, parent, "<", ">"),
        Kind::MissingParen if !opens_with(parent, "(") => {
            let title = format!("`{}` needs its parameters in parentheses", report.before());
            let sign = s0102_something_missing::sign(report.anchor(), title, "()");
            report.tell(sign);
        }
        Kind::MissingParen if stars(report) => {
            let star = Span { end: report.anchor().end + 1, ..report.anchor() };
            let error = s0103_unexpected_text::text(star, "*", "between parentheses", None)
                .help("leave it out: `count()` counts rows")
                .fix(Fix::replace("leave it out", star, "", Applicability::Safe));
            report.tell(error);
        }
        Kind::MissingParen => plain(report, parent, "(", ")"),
        _ if !opens_with(parent, "[") => {
            let head = report.before();
            let title = format!("the rows of `{head}` stand between `[` and `]`");
            let sign = s0102_something_missing::sign(report.anchor(), title, " [");
            report.tell(sign);
        }
        _ => plain(report, parent, "[", "]"),
    }
}

/// Whether this is the parenthesis of `count(*)`.
fn stars(report: &Report<'_>) -> bool {
    let rest = report.tree.text().get(report.anchor().end as usize..);
    report.before() == "(" && rest.is_some_and(|rest| rest.starts_with("*)"))
}

fn opens_with(parent: Node<'_>, sign: &str) -> bool {
    parent.children().any(|child| child.kind() == Kind::Punctuation && child.text() == sign)
}

fn plain<'t>(report: &mut Report<'t>, parent: Node<'t>, open: &str, close: &str) {
    let opened = parent.children().find(|child| child.kind() == Kind::Punctuation && child.text() == open);
    let opened = opened.map(|token| token.span(report.file));
    let error =
        s0101_not_closed::not_closed(report.anchor(), &format!("this `{open}`"), opened, close, close);
    report.tell(error);
}

fn block<'t>(report: &mut Report<'t>, block: Node<'t>) {
    // The brace that closed an inner block but stands where an outer one's would.
    let culprit = block
        .descendants()
        .skip(1)
        .take_while(|inner| inner.index() < block.next_index())
        .filter_map(|inner| closing_brace(inner).map(|brace| (inner, brace)))
        .filter(|(inner, brace)| is_misplaced(report, *inner, *brace))
        .min_by_key(|(_, brace)| brace.start());
    let (block, at) = match culprit {
        Some((inner, brace)) => (inner, end_before(report, brace)),
        None => (block, report.anchor()),
    };
    let opened = block.children().find(|child| child.text() == "{" && child.kind() == Kind::Punctuation);
    let opened = opened.map(|token| token.span(report.file));
    // The brace of a block that has lines of its own gets one too, below the line that opened it.
    let text = match opened {
        Some(open) if report.lines.line(open.start) != report.lines.line(at.start) => {
            let indent = indentation(report, report.lines.line(block.start()));
            format!("\n{:indent$}}}", "", indent = indent as usize)
        }
        _ => "}".to_owned(),
    };
    let error = s0101_not_closed::not_closed(at, &description(report, block), opened, "}", &text);
    report.tell(error);
}

fn closing_brace(block: Node<'_>) -> Option<Node<'_>> {
    let last = block.solid().last()?;
    (last.kind() == Kind::Punctuation && last.text() == "}").then_some(last)
}

/// Whether a brace begins its line, in another column than the line that opened its block.
fn is_misplaced(report: &Report<'_>, block: Node<'_>, brace: Node<'_>) -> bool {
    let (first, last) = (report.lines.line(block.start()), report.lines.line(brace.start()));
    first != last
        && brace.start() - report.lines.start(last) == indentation(report, last)
        && indentation(report, first) != indentation(report, last)
}

/// Whether a closing brace stands in another column than the line that opened what it closes.
pub(super) fn is_stray(report: &Report<'_>, brace: Node<'_>) -> bool {
    let closed = report
        .tree
        .all()
        .take_while(|node| node.index() < brace.index())
        .filter(|node| closing_brace(*node).is_some_and(|last| last.index() == brace.index()))
        .last();
    closed.is_some_and(|block| is_misplaced(report, block, brace))
}

fn indentation(report: &Report<'_>, line: u32) -> u32 {
    let start = report.lines.start(line) as usize;
    let text = report.tree.text().get(start..).unwrap_or("");
    text.bytes().take_while(|b| matches!(b, b' ' | b'\t')).count() as u32
}

/// The end of the last token before another one.
fn end_before(report: &Report<'_>, token: Node<'_>) -> Span {
    let before = report
        .tree
        .all()
        .take_while(|node| node.index() < token.index())
        .filter(|node| node.kind().is_token() && !node.kind().is_trivia())
        .last();
    let at = before.map_or(0, |node| node.end());
    Span::new(report.file, at, at)
}

/// A block as the user sees it: "the block of `stream paid`", "the `{` of `select`".
pub(super) fn description(report: &Report<'_>, block: Node<'_>) -> String {
    const HEADS: [Kind; 4] = [Kind::NodeHeadLine, Kind::JobHead, Kind::TopicHead, Kind::TestHead];
    if let Some(head) = block.children().find(|child| HEADS.contains(&child.kind())) {
        return format!("the block of `{}`", head.text().trim());
    }
    let name = block.children().find(|child| matches!(child.kind(), Kind::Name | Kind::Path));
    let lead = block.lead();
    match (lead.kind(), name) {
        (Kind::Keyword, Some(name)) => format!("the block of `{} {}`", lead.text(), name.text()),
        (Kind::Keyword, None) => format!("the block of `{}`", lead.text()),
        _ => match report.stack.iter().rev().find(|outer| outer.index() < block.index()) {
            Some(outer) if outer.lead().kind() == Kind::Keyword => {
                format!("the `{{` of `{}`", outer.lead().text())
            }
            _ => "this block".to_string(),
        },
    }
}
