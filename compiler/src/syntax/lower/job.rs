//! Jobs and their routes.

use super::Lower;
use super::docs::Docs;
use crate::syntax::ast::*;
use crate::syntax::tree::{Kind, Node};

impl Lower {
    pub(super) fn job(&mut self, node: Node<'_>, docs: String) -> Job {
        let head = node.child(Kind::JobHead).unwrap_or(node);
        let mut job = Job {
            docs,
            name: self.declared(head),
            guarantee: None,
            routes: Vec::new(),
            nodes: Vec::new(),
            deferred: Vec::new(),
            span: self.span(node),
            head: self.head_span(node, head),
        };
        if node.kind() == Kind::OrphanNode {
            // Clauses at the top of the file: a node whose header, and whose job's header, is lost.
            job.nodes.push(self.node(node, String::new()));
            return job;
        }
        let mut above = Docs::default();
        for child in node.children() {
            if above.take_trivia(child) {
                continue;
            }
            let docs = above.take();
            match child.kind() {
                Kind::Guarantee => job.guarantee = job.guarantee.or(self.name_in(child)),
                Kind::Route => job.routes.push(self.route(child)),
                Kind::Node | Kind::HeadlessNode => job.nodes.push(self.node(child, docs)),
                Kind::OrphanNode => self.orphan(&mut job, child),
                Kind::Replay => job.deferred.push(self.deferred(child, "replay")),
                Kind::Serve => job.deferred.push(self.deferred(child, "serve")),
                Kind::Machine => job.deferred.push(self.deferred(child, "machine")),
                _ => {}
            }
        }
        job
    }

    /// Clauses between nodes. Without a `from` they belong to the node before, which a stray `}` has closed.
    fn orphan(&mut self, job: &mut Job, node: Node<'_>) {
        let orphan = self.node(node, String::new());
        let starts = orphan.clauses.iter().any(|clause| matches!(clause.kind, NodeClauseKind::From(_)));
        match job.nodes.last_mut() {
            Some(last) if !starts => last.clauses.extend(orphan.clauses),
            _ => job.nodes.push(orphan),
        }
    }

    /// `bad to unusable`, `late drop because "…"`, `unmatched stop`.
    pub(super) fn route(&mut self, clause: Node<'_>) -> RouteClause {
        let keyword = clause.lead();
        let kind = match keyword.text() {
            "bad" => RouteKind::Bad,
            "late" => RouteKind::Late,
            _ => RouteKind::Unmatched,
        };
        let target = if clause.keyword("drop").is_some() {
            RouteTarget::Drop { because: self.text_in(clause) }
        } else if clause.keyword("stop").is_some() {
            RouteTarget::Stop
        } else {
            self.path_in(clause).map_or(RouteTarget::Error, RouteTarget::Topic)
        };
        RouteClause { kind, target, keyword: self.span(keyword), span: self.span(clause) }
    }
}
