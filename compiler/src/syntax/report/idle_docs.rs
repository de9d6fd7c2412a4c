//! Documentation comments that document nothing: a lint.

use crate::base::FileId;
use crate::codes::s0117_idle_documentation;
use crate::diag::Diagnostic;
use crate::syntax::tree::{Kind, Node, Tree};

pub(super) fn report(file: FileId, tree: &Tree, diagnostics: &mut Vec<Diagnostic>) {
    let mut at_start = true;
    // The first line of a run of `///`, and the line ends since.
    let mut run: Option<Node<'_>> = None;
    let mut newlines = 0;
    let mut idle = Vec::new();
    for node in tree.all().skip(1) {
        match node.kind() {
            Kind::FileDoc if !at_start => idle.push(node),
            Kind::FileDoc | Kind::Blank => {}
            Kind::Newline => newlines += 1,
            Kind::Doc => {
                if newlines > 1 || run.is_none() {
                    idle.extend(run.replace(node));
                }
                newlines = 0;
            }
            kind if kind.is_comment() => newlines = 0,
            kind => {
                at_start = false;
                if let Some(first) = run.take()
                    && (newlines != 1 || !is_documented(kind))
                {
                    idle.push(first);
                }
                newlines = 0;
            }
        }
    }
    idle.extend(run);
    diagnostics.extend(idle.into_iter().map(|node| s0117_idle_documentation::idle(node.span(file))));
}

/// What may carry documentation.
fn is_documented(kind: Kind) -> bool {
    use Kind::*;
    matches!(
        kind,
        TypeDecl
            | EnumDecl
            | RecordDecl
            | UnionDecl
            | Calendar
            | ExternFn
            | Topic
            | Job
            | Test
            | Node
            | Machine
            | Field
            | Variant
            | Case
            | Team
            | Domain
            | Region
            | Purpose
            | Label
            | Declassifier
            | Policy
            | Waiver
            | External
            | Package
            | Import
            | OrphanRecord
            | HeadlessRecord
            | HeadlessTopic
            | HeadlessJob
            | HeadlessNode
            | HeadlessTest
            | HeadlessEnum
            | OrphanNode
            | OrphanJob
            | OrphanTopic
            | OrphanTest
            | UnexpectedLine
            | UnexpectedClause
            | Serve
            | GenericLine
    )
}
