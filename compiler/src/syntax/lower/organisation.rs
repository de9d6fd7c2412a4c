//! The registries and policies of the org file, and waivers.

use super::Lower;
use crate::syntax::ast::*;
use crate::syntax::tree::{Kind, Node};

impl Lower {
    /// The clause of an org block that begins with a word.
    fn clause<'t>(&self, node: Node<'t>, word: &str) -> Option<Node<'t>> {
        node.all(Kind::OrgClause).find(|clause| clause.lead().text() == word)
    }

    fn clause_names(&self, node: Node<'_>, word: &str) -> Vec<Ident> {
        self.clause(node, word).map_or(Vec::new(), |clause| self.name_list(clause, 0))
    }

    fn clause_name(&self, node: Node<'_>, word: &str) -> Option<Ident> {
        self.clause_names(node, word).into_iter().next()
    }

    fn clause_text(&mut self, node: Node<'_>, word: &str) -> Option<Text> {
        let clause = self.clause(node, word)?;
        self.text_in(clause)
    }

    pub(super) fn team(&mut self, node: Node<'_>, docs: String) -> Team {
        Team {
            docs,
            name: self.declared(node),
            domain: self.clause_name(node, "domain"),
            contact: self.clause_text(node, "contact"),
            approves: self.clause_names(node, "approves"),
            span: self.span(node),
        }
    }

    pub(super) fn domain(&mut self, node: Node<'_>, docs: String) -> Domain {
        Domain {
            docs,
            name: self.declared(node),
            steward: self.clause_name(node, "steward"),
            span: self.span(node),
        }
    }

    pub(super) fn region(&mut self, node: Node<'_>, docs: String) -> Region {
        Region {
            docs,
            name: self.declared(node),
            clusters: self.clause_names(node, "clusters"),
            span: self.span(node),
        }
    }

    pub(super) fn purpose(&mut self, node: Node<'_>, docs: String) -> Purpose {
        Purpose { docs, name: self.declared(node), text: self.text_in(node), span: self.span(node) }
    }

    pub(super) fn label(&mut self, node: Node<'_>, docs: String) -> LabelDeclaration {
        LabelDeclaration {
            docs,
            path: self.path_in(node).unwrap_or_else(|| self.missing_path(node)),
            implies: self.path_list(node),
            text: self.text_in(node),
            span: self.span(node),
        }
    }

    fn path_list(&self, node: Node<'_>) -> Vec<Path> {
        let Some(list) = node.child(Kind::PathList) else {
            return Vec::new();
        };
        list.all(Kind::Path).map(|path| self.path(path)).collect()
    }

    pub(super) fn declassifier(&mut self, node: Node<'_>, docs: String) -> Declassifier {
        Declassifier { docs, name: self.declared(node), removes: self.path_list(node), span: self.span(node) }
    }

    pub(super) fn policy(&mut self, node: Node<'_>, docs: String) -> Policy {
        Policy {
            docs,
            name: self.declared(node),
            version: self.version_in(node),
            clauses: node.solid().filter_map(|clause| self.policy_clause(clause)).collect(),
            span: self.span(node),
        }
    }

    fn policy_clause(&mut self, clause: Node<'_>) -> Option<PolicyClause> {
        let kind = match clause.kind() {
            Kind::Require => PolicyClauseKind::Require {
                what: self.name_list(clause, 0),
                on: self.names_after(clause, "on"),
            },
            Kind::Protect => PolicyClauseKind::Protect {
                label: self.path_in(clause),
                protections: clause
                    .all(Kind::Protection)
                    .map(|protection| self.protection(protection))
                    .collect(),
            },
            Kind::Severity => {
                PolicyClauseKind::Severity { rules: self.name_list(clause, 0), level: self.name_in(clause) }
            }
            Kind::NeverWaive => PolicyClauseKind::NeverWaive { rules: self.name_list(clause, 0) },
            Kind::PolicyOther => PolicyClauseKind::Other { keyword: self.ident(clause.lead()) },
            _ => return None,
        };
        Some(PolicyClause { kind, span: self.span(clause) })
    }

    fn protection(&mut self, node: Node<'_>) -> Protection {
        let what = node.child(Kind::Word).map(|word| word.text());
        let how = node.child(Kind::Name).map(|word| word.text());
        match (what, how) {
            (Some("erase"), None) => {
                self.duration_in(node).map_or(Protection::Error, Protection::EraseWithin)
            }
            (Some("key"), Some("forbidden")) => {
                Protection::KeyForbidden { unless: self.name_after(node, "unless") }
            }
            (Some("dead_letter"), Some("masked")) => Protection::DeadLetterMasked,
            (Some("logs"), Some("masked")) => Protection::LogsMasked,
            (Some("purposes"), Some("required")) => Protection::PurposesRequired,
            _ => Protection::Error,
        }
    }

    pub(super) fn waiver(&mut self, node: Node<'_>, docs: String) -> Waiver {
        let expires = self.clause(node, "expires").and_then(|clause| clause.child(Kind::Date));
        Waiver {
            docs,
            name: self.declared(node),
            rule: self.name_after(node, "of"),
            on: self.path_after(node, "on"),
            reason: self.clause_text(node, "reason"),
            ticket: self.clause_text(node, "ticket"),
            owner: self.clause_name(node, "owner"),
            approved_by: self.clause_name(node, "approved_by"),
            expires: expires.and_then(|date| self.date(date)),
            span: self.span(node),
        }
    }
}
