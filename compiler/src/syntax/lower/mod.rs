//! The lossless tree to the typed one. One file per construct; what the text lacks becomes `None`, an empty list or
//! an `Error`, and a message only where the tree alone cannot tell it.

mod check;
mod declaration;
mod docs;
mod expression;
mod job;
mod literal;
mod names;
mod node;
mod organisation;
mod test;
mod topic;
mod types;

use crate::base::{FileId, Span};
use crate::diag::Diagnostic;
use crate::syntax::ast::{Deferred, File, Item};
use crate::syntax::tree::{Kind, Node, Tree};
use docs::Docs;
pub(super) use literal::is_closed;

/// What the lowering of one file carries along.
pub(super) struct Lower {
    file: FileId,
    pub(super) diagnostics: Vec<Diagnostic>,
    /// Levels of the typed tree around the expression at hand.
    depth: usize,
    /// The expression around all others has been told to be too deep.
    told_depth: bool,
}

/// Lowers a whole file.
pub(super) fn lower(file: FileId, tree: &Tree) -> (File, Vec<Diagnostic>) {
    let mut lower = Lower { file, diagnostics: Vec::new(), depth: 0, told_depth: false };
    let root = tree.root();
    let mut result = File { docs: docs::of_file(root), ..File::default() };
    let mut docs = Docs::default();
    for child in root.children() {
        if docs.take_trivia(child) {
            continue;
        }
        let text = docs.take();
        match child.kind() {
            Kind::Package | Kind::OrphanPackage => {
                let package = lower.package(child);
                if result.package.is_none() {
                    result.package = Some(package);
                }
            }
            _ => {
                if let Some(item) = lower.item(child, text) {
                    result.items.push(item);
                }
            }
        }
    }
    (result, lower.diagnostics)
}

impl Lower {
    fn span(&self, node: Node<'_>) -> Span {
        node.span(self.file)
    }

    /// `None` for text that is no declaration; it has been reported.
    fn item(&mut self, node: Node<'_>, docs: String) -> Option<Item> {
        Some(match node.kind() {
            Kind::UseDecl => Item::Use(self.use_declaration(node)),
            Kind::Import => Item::Import(self.import(node)),
            Kind::TypeDecl => Item::Type(self.type_declaration(node, docs)),
            Kind::EnumDecl | Kind::HeadlessEnum => Item::Enum(self.enum_declaration(node, docs)),
            Kind::RecordDecl if node.has(Kind::RecordFrom) => {
                Item::Deferred(self.deferred(node, "record from"))
            }
            Kind::RecordDecl | Kind::OrphanRecord | Kind::HeadlessRecord => {
                Item::Record(self.record_declaration(node, docs))
            }
            Kind::Topic | Kind::OrphanTopic | Kind::HeadlessTopic => Item::Topic(self.topic(node, docs)),
            Kind::External => Item::External(self.external(node)),
            Kind::Job | Kind::OrphanJob | Kind::HeadlessJob | Kind::OrphanNode => {
                Item::Job(self.job(node, docs))
            }
            Kind::Test | Kind::OrphanTest | Kind::HeadlessTest => Item::Test(self.test(node, docs)),
            Kind::Team => Item::Team(self.team(node, docs)),
            Kind::Domain => Item::Domain(self.domain(node, docs)),
            Kind::Region => Item::Region(self.region(node, docs)),
            Kind::Purpose => Item::Purpose(self.purpose(node, docs)),
            Kind::Label => Item::LabelDeclaration(self.label(node, docs)),
            Kind::Declassifier => Item::Declassifier(self.declassifier(node, docs)),
            Kind::Policy | Kind::OrphanPolicy => Item::Policy(self.policy(node, docs)),
            Kind::Waiver => Item::Waiver(self.waiver(node, docs)),
            Kind::UnionDecl => Item::Deferred(self.deferred(node, "union")),
            Kind::Calendar => Item::Deferred(self.deferred(node, "calendar")),
            Kind::ExternFn => Item::Deferred(self.deferred(node, "extern fn")),
            _ => return None,
        })
    }

    fn deferred(&self, node: Node<'_>, keyword: &'static str) -> Deferred {
        Deferred { keyword, name: self.name_in(node), span: self.span(node) }
    }
}
