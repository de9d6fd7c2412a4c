//! What the tree says is wrong: one walk over it, one message per line at most.
//!
//! The grammar marks what is missing and what is too much; here each mark becomes a sentence about the user's text, at
//! the end of what stands before it. Nothing here changes the tree.

mod brackets;
mod idle_docs;
mod missing;
mod slips;
mod unexpected;

use super::lower::is_closed;
use super::parser::{continues_name, is_name};
use super::tree::{Kind, Node, Tree};
use crate::base::{FileId, LineIndex, Span};
use crate::codes::{
    s0104_lost_header, s0105_text_not_closed, s0108_malformed_number, s0109_malformed_date,
    s0111_invalid_escape, s0112_reserved_name, s0114_missing_separator, s0116_stray_close,
    s0118_malformed_name,
};
use crate::diag::{Code, Diagnostic};
use std::collections::BTreeSet;

/// The structural errors of a file.
///
/// `lowered` are the messages of the lowering: where a line has a malformed literal, that is the error; where its
/// structure is broken, what the lowering lacks follows from that.
pub(super) fn report(file: FileId, tree: &Tree, lowered: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut report = Report {
        file,
        tree,
        lines: LineIndex::new(tree.text()),
        stack: Vec::new(),
        previous: None,
        told: BTreeSet::new(),
        slips: BTreeSet::new(),
        diagnostics: Vec::new(),
    };
    for diagnostic in lowered.iter().filter(|d| is_literal(d)) {
        report.told.insert(report.lines.line(diagnostic.span.start));
    }
    report.walk();
    let (lines, told) = (&report.lines, &report.told);
    report
        .diagnostics
        .extend(lowered.into_iter().filter(|d| is_literal(d) || !told.contains(&lines.line(d.span.start))));
    idle_docs::report(file, tree, &mut report.diagnostics);
    report.diagnostics
}

fn is_literal(diagnostic: &Diagnostic) -> bool {
    const LITERALS: [Code; 3] =
        [s0108_malformed_number::CODE, s0109_malformed_date::CODE, s0111_invalid_escape::CODE];
    LITERALS.contains(&diagnostic.code)
}

struct Report<'t> {
    file: FileId,
    tree: &'t Tree,
    lines: LineIndex,
    /// The nodes around the current one, outermost first.
    stack: Vec<Node<'t>>,
    /// The last token that is neither blank nor comment.
    previous: Option<Node<'t>>,
    /// Lines that have an error of structure; a second one would only follow from the first.
    told: BTreeSet<u32>,
    /// Lines with a word or sign of another language.
    slips: BTreeSet<u32>,
    diagnostics: Vec<Diagnostic>,
}

impl<'t> Report<'t> {
    fn walk(&mut self) {
        for node in self.tree.all() {
            while self.stack.last().is_some_and(|open| open.next_index() <= node.index()) {
                self.stack.pop();
            }
            self.visit(node);
            let kind = node.kind();
            if kind.is_token() && !kind.is_trivia() {
                self.previous = Some(node);
            } else if !kind.is_token() {
                self.stack.push(node);
            }
        }
    }

    fn visit(&mut self, node: Node<'t>) {
        match node.kind() {
            Kind::String => self.string(node),
            Kind::Name | Kind::Word => self.name(node),
            Kind::Reference => {
                self.name(node);
                slips::null(self, node);
            }
            Kind::Operator | Kind::Prefix => slips::operator(self, node),
            Kind::BlockComment => slips::block_comment(self, node),
            Kind::ReservedName => {
                let name = s0112_reserved_name::name(node.span(self.file), node.text());
                self.tell(name);
            }
            Kind::MissingHeader => self.lost_header(),
            Kind::WrongSeparator => self.tell(s0114_missing_separator::wrong(node.span(self.file))),
            Kind::StrayClose => self.tell(s0116_stray_close::brace(node.span(self.file))),
            Kind::MissingClose | Kind::MissingParen | Kind::MissingBracket | Kind::MissingAngle => {
                brackets::not_closed(self, node);
            }
            kind if kind.is_missing() => missing::part(self, node),
            kind if kind.is_unexpected() => unexpected::text(self, node),
            _ => {}
        }
    }

    /// Adds an error of structure, unless its line has one.
    fn tell(&mut self, diagnostic: Diagnostic) {
        let line = self.lines.line(diagnostic.span.start);
        if self.told.insert(line) && !self.slips.contains(&line) {
            self.diagnostics.push(diagnostic);
        }
    }

    /// Adds a slip that does not hurt the structure: all of a line are told, but none after an error of structure.
    fn slip(&mut self, diagnostic: Diagnostic) {
        let line = self.lines.line(diagnostic.span.start);
        if !self.told.contains(&line) {
            self.slips.insert(line);
            self.diagnostics.push(diagnostic);
        }
    }

    fn string(&mut self, node: Node<'t>) {
        let text = node.text();
        let span = node.span(self.file);
        if let Some(rest) = text.strip_prefix('\'') {
            let inner = rest.strip_suffix('\'').unwrap_or(rest).replace('"', "\\\"");
            self.slip(s0105_text_not_closed::single_quotes(span, format!("\"{inner}\"")));
        } else if !is_closed(text) {
            self.tell(s0105_text_not_closed::not_closed(span));
        }
    }

    /// A name in back-ticks must be a word.
    fn name(&mut self, node: Node<'t>) {
        let Some(rest) = node.text().strip_prefix('`') else {
            return;
        };
        let span = node.span(self.file);
        let Some(name) = rest.strip_suffix('`') else {
            self.tell(s0118_malformed_name::not_closed(span));
            return;
        };
        if !is_name(name) {
            self.slip(s0118_malformed_name::name(span, name, mended_name(name)));
        }
    }

    /// The innermost node around the current one.
    fn parent(&self) -> Option<Node<'t>> {
        self.stack.last().copied()
    }

    /// The empty place after the last token.
    fn anchor(&self) -> Span {
        let at = self.previous.map_or(0, |token| token.end());
        Span::new(self.file, at, at)
    }

    /// The last token's text, or nothing at the file's start.
    fn before(&self) -> &'t str {
        self.previous.map_or("", |token| token.text())
    }

    /// Whether an error of structure stands above, in the same lines without an empty one between: what has lost its
    /// header there has lost it to that error.
    fn follows_an_error(&self, at: Span) -> bool {
        let structural =
            self.diagnostics.iter().filter(|d| self.told.contains(&self.lines.line(d.span.start)));
        let Some(start) = structural.map(|d| d.span.start).filter(|start| *start <= at.start).max() else {
            return false;
        };
        let between = self.tree.text().get(start as usize..at.start as usize).unwrap_or("");
        between.trim_end().lines().all(|line| !line.trim().is_empty())
    }

    fn lost_header(&mut self) {
        let Some(orphan) = self.parent() else {
            return;
        };
        // A brace too many above: it stands in another column than what it closes.
        if let Some(brace) = self.previous.filter(|token| brackets::is_stray(self, *token)) {
            self.tell(s0116_stray_close::brace(brace.span(self.file)));
            return;
        }
        let anchor = orphan.span(self.file).at_start();
        if self.follows_an_error(anchor) {
            return;
        }
        let (what, header) = match orphan.kind() {
            Kind::OrphanRecord => ("these fields", "record NAME {"),
            Kind::OrphanTopic => ("these clauses of a topic", "topic NAME v1 {"),
            Kind::OrphanPackage => ("these clauses of a package", "package NAME {"),
            Kind::OrphanJob => ("these clauses of a job", "job NAME {"),
            Kind::OrphanPolicy => ("these clauses of a policy", "policy NAME v1 {"),
            Kind::OrphanTest => ("these steps of a test", "test \"NAME\" {"),
            Kind::OrphanFields => ("these fields", "select {"),
            Kind::OrphanRows => ("these rows", "given TOPIC ["),
            _ => ("these clauses", "stream NAME {"),
        };
        self.tell(s0104_lost_header::header(anchor, what, header));
    }
}

/// The nearest name: `_` for what cannot stand in one. Nothing where only `_` would be left.
fn mended_name(text: &str) -> Option<String> {
    let mended: String = text.chars().map(|c| if continues_name(c) { c } else { '_' }).collect();
    let mended = if is_name(&mended) { mended } else { format!("_{mended}") };
    mended.contains(|c| c != '_').then_some(mended)
}
