//! Topics.

use super::Lower;
use crate::syntax::ast::*;
use crate::syntax::tree::{Kind, Node};

impl Lower {
    pub(super) fn topic(&mut self, node: Node<'_>, docs: String) -> Topic {
        let head = node.child(Kind::TopicHead).unwrap_or(node);
        Topic {
            docs,
            table: head.keyword("table").is_some(),
            name: self.declared(head),
            version: self.version_in(head),
            clauses: node.solid().filter_map(|clause| self.topic_clause(clause)).collect(),
            span: self.span(node),
            head: self.head_span(node, head),
        }
    }

    /// The span of a block's head, or of its first token if the head is lost.
    pub(super) fn head_span(&self, node: Node<'_>, head: Node<'_>) -> crate::base::Span {
        if head.index() == node.index() { self.span(node.lead()) } else { self.span(head) }
    }

    fn topic_clause(&mut self, clause: Node<'_>) -> Option<TopicClause> {
        let kind = match clause.kind() {
            Kind::DeadLetter => TopicClauseKind::DeadLetter,
            Kind::Trusted => TopicClauseKind::Trusted,
            Kind::Schema => TopicClauseKind::Schema(self.name_in(clause)),
            Kind::TopicKey => TopicClauseKind::Key(
                clause.all(Kind::KeyPart).filter_map(|part| self.key_part(part)).collect(),
            ),
            Kind::Partition => TopicClauseKind::Partition {
                by: self.name_list(clause, 0),
                count: clause.child(Kind::Number).and_then(|number| self.count(number)),
                using: self.name_after(clause, "using"),
            },
            Kind::Time => TopicClauseKind::Time(self.time(clause)),
            Kind::Tombstones => TopicClauseKind::TombstonesAllowed,
            Kind::Format => {
                let names = self.names_in(clause);
                TopicClauseKind::Format(Format {
                    name: names.first().cloned(),
                    file: self.text_in(clause),
                    frame: names.get(1).cloned(),
                })
            }
            Kind::Wire => {
                let names = self.names_in(clause);
                TopicClauseKind::Wire {
                    field: names.first().cloned(),
                    name: self.text_in(clause),
                    form: names.get(1).cloned(),
                }
            }
            Kind::Compat => TopicClauseKind::Compat(self.name_in(clause)),
            Kind::Bound => TopicClauseKind::Bound(self.bound(clause)),
            Kind::History => TopicClauseKind::History(self.duration_in(clause)),
            Kind::Retain => TopicClauseKind::Retain(self.retain(clause)),
            Kind::Erase => TopicClauseKind::Erase {
                within: self.duration_after(clause, "within"),
                mechanism: self.expr_after(clause, "by"),
            },
            Kind::Visibility => TopicClauseKind::Visibility(self.name_in(clause)),
            Kind::Fresh => TopicClauseKind::Fresh(self.duration_in(clause)),
            Kind::Grant => TopicClauseKind::Grant(Grant {
                columns: self.columns(clause),
                to: self.path_after(clause, "to"),
                purposes: self.names_after(clause, "for"),
                until: self.date_after(clause, "until"),
                span: self.span(clause),
            }),
            Kind::Supersedes => TopicClauseKind::Supersedes {
                version: self.version_in(clause),
                sunset: self.date_after(clause, "sunset"),
            },
            _ => return None,
        };
        Some(TopicClause { kind, keyword: self.span(clause.lead()), span: self.span(clause) })
    }

    fn key_part(&mut self, part: Node<'_>) -> Option<TopicKey> {
        Some(TopicKey {
            field: self.name_in(part)?,
            by: self.expr_after(part, "by"),
            encoding: self.name_after(part, "as"),
            span: self.span(part),
        })
    }

    fn time(&mut self, clause: Node<'_>) -> TimeClause {
        let mut time = TimeClause {
            field: self.name_in(clause),
            at: None,
            disorder: None,
            skew: None,
            idle: None,
            live: false,
        };
        for part in clause.all(Kind::TimePart) {
            match part.lead().text() {
                "at" => time.at = self.time_at(part),
                "disorder" => time.disorder = self.duration_in(part),
                "skew" => time.skew = self.duration_in(part),
                "idle" => time.idle = self.duration_in(part),
                _ => time.live = true,
            }
        }
        time
    }

    fn time_at(&mut self, part: Node<'_>) -> Option<TimeAt> {
        let token = part.children().find(|child| matches!(child.kind(), Kind::Clock | Kind::Number))?;
        let zone = self.text_in(part);
        match self.literal(token) {
            ExprKind::TimeOfDay(micros) => Some(TimeAt { micros, zone, span: self.span(part) }),
            _ => None,
        }
    }

    /// `bound finite keys`, `bound ttl 30d`, in topics and nodes.
    pub(super) fn bound(&mut self, clause: Node<'_>) -> Bound {
        let words: Vec<&str> = clause.all(Kind::Name).map(|word| word.text()).collect();
        let kind = match words.as_slice() {
            ["finite", "keys"] => BoundKind::FiniteKeys,
            ["ttl"] => self.duration_in(clause).map_or(BoundKind::Error, BoundKind::Ttl),
            _ => BoundKind::Error,
        };
        self.check_bound(clause, &kind);
        Bound { kind, span: self.span(clause) }
    }

    fn retain(&mut self, clause: Node<'_>) -> Retain {
        if clause.keyword("compact").is_some() {
            Retain::Compact { after: self.duration_after(clause, "after") }
        } else if clause.keyword("forever").is_some() {
            Retain::Forever
        } else {
            self.duration_in(clause).map_or(Retain::Error, Retain::For)
        }
    }
}
