//! Streams and tables.

use super::Lower;
use crate::codes::s0217_unknown_word;
use crate::syntax::ast::*;
use crate::syntax::tree::{Kind, Node as Tree};

impl Lower {
    pub(super) fn node(&mut self, node: Tree<'_>, docs: String) -> Node {
        let head = node.child(Kind::NodeHeadLine).unwrap_or(node);
        Node {
            docs,
            table: head.keyword("table").is_some(),
            name: self.declared(head),
            clauses: node.solid().filter_map(|clause| self.node_clause(clause)).collect(),
            span: self.span(node),
            head: self.head_span(node, head),
        }
    }

    fn node_clause(&mut self, clause: Tree<'_>) -> Option<NodeClause> {
        let kind = match clause.kind() {
            Kind::From => NodeClauseKind::From(From {
                source: self.path_in(clause),
                changes_of: clause.keyword("changes").is_some(),
                alias: self.alias_in(clause),
                with: clause
                    .child(Kind::With)
                    .and_then(|with| with.child(Kind::Record))
                    .map_or(Vec::new(), |record| self.field_values(record)),
            }),
            Kind::Join => NodeClauseKind::Join(Box::new(self.join(clause))),
            Kind::Each => {
                NodeClauseKind::Each { list: self.optional_expr_in(clause), alias: self.alias_in(clause) }
            }
            Kind::WhereClause => NodeClauseKind::Where(self.optional_expr_in(clause)),
            Kind::NodeKey => NodeClauseKind::Key(
                clause.all(Kind::KeyColumn).map(|column| self.key_column(column)).collect(),
            ),
            Kind::Window => NodeClauseKind::Window(self.window(clause)),
            Kind::Select => NodeClauseKind::Select(self.select(clause.child(Kind::Record).unwrap_or(clause))),
            Kind::OrphanFields => NodeClauseKind::Select(self.select(clause)),
            Kind::Having => NodeClauseKind::Having(self.optional_expr_in(clause)),
            Kind::Keep => NodeClauseKind::Keep(self.keep(clause)),
            Kind::Bound => NodeClauseKind::Bound(self.bound(clause)),
            Kind::Emit => NodeClauseKind::Emit(self.emit(clause)),
            Kind::Route => NodeClauseKind::Route(self.route(clause)),
            Kind::To => NodeClauseKind::To(To {
                topic: self.path_in(clause),
                latest_window: clause.has(Kind::LatestWindow),
                when: self.expr_after(clause, "when"),
                otherwise: clause.keyword("otherwise").is_some(),
            }),
            Kind::Correct => NodeClauseKind::Deferred(self.deferred(clause, "correct")),
            Kind::Sequence => NodeClauseKind::Deferred(self.deferred(clause, "sequence")),
            _ => return None,
        };
        Some(NodeClause { kind, keyword: self.span(clause.lead()), span: self.span(clause) })
    }

    fn join(&mut self, clause: Tree<'_>) -> Join {
        let kind = match clause.lead().text() {
            "left" => JoinKind::Left,
            "full" => JoinKind::Full,
            _ => JoinKind::Inner,
        };
        Join {
            kind,
            everywhere: clause.keyword("everywhere").is_some(),
            source: self.path_in(clause),
            alias: self.alias_in(clause),
            on: self.expr_after(clause, "on"),
            as_of: clause.child(Kind::AsOf).and_then(|as_of| self.optional_expr_in(as_of)),
            within: clause.child(Kind::JoinWithin).map(|within| self.join_within(within)),
            grace: clause.child(Kind::Grace).and_then(|grace| self.duration_in(grace)),
        }
    }

    fn join_within(&mut self, node: Tree<'_>) -> Within {
        let mut within = Within { before: None, after: None, span: self.span(node) };
        for side in node.all(Kind::Side) {
            let duration = self.duration_in(side);
            if side.keyword("before").is_some() {
                within.before = duration;
            } else if side.keyword("after").is_some() {
                within.after = duration;
            }
        }
        within
    }

    fn key_column(&mut self, column: Tree<'_>) -> KeyColumn {
        let value = self.expr_in(column);
        let name = self.name_in(column).or_else(|| match &value.kind {
            ExprKind::Name(name) | ExprKind::Member { name, .. } => Some(name.clone()),
            _ => None,
        });
        KeyColumn { name, value, span: self.span(column) }
    }

    fn window(&mut self, clause: Tree<'_>) -> WindowClause {
        let head = clause.child(Kind::WindowName);
        let size = self.duration_in(clause);
        let mut part = |keyword: &str| {
            let part = clause.all(Kind::WindowPart).find(|part| part.lead().text() == keyword)?;
            self.duration_in(part)
        };
        let (offset, every, gap, grace) = (part("offset"), part("every"), part("gap"), part("grace"));
        let complete = match head.map(|head| head.text()) {
            Some("tumbling") => size.is_some() || clause.has(Kind::Duration),
            Some("hopping") => {
                (size.is_some() || clause.has(Kind::Duration)) && self.has_part(clause, "every")
            }
            Some("session") => self.has_part(clause, "gap"),
            _ => true,
        };
        if !complete {
            let (needs, example) = match head.map(|head| head.text()) {
                Some("hopping") => ("a size and an `every`", "window hopping 1h every 5m"),
                Some("session") => ("a `gap`", "window session gap 2m"),
                _ => ("a size", "window tumbling 1h"),
            };
            self.clause_needs(clause, needs, example);
        }
        let kind = match head.map(|head| head.text()) {
            Some("tumbling") => WindowKind::Tumbling { size, offset },
            Some("hopping") => WindowKind::Hopping { size, every, offset },
            Some("session") => WindowKind::Session { gap },
            Some("sliding") => WindowKind::Deferred(self.deferred(clause, "window sliding")),
            Some("cumulating") => WindowKind::Deferred(self.deferred(clause, "window cumulating")),
            Some(_) if clause.all(Kind::WindowPart).any(|part| matches!(part.lead().text(), "of" | "in")) => {
                WindowKind::Deferred(self.deferred(clause, "calendar window"))
            }
            Some(word) => {
                if let Some(name) = head {
                    let kinds = ["tumbling", "hopping", "session"];
                    self.diagnostics.push(s0217_unknown_word::unknown(
                        self.span(name),
                        "kind of window",
                        word,
                        &kinds,
                    ));
                }
                WindowKind::Error
            }
            None => WindowKind::Error,
        };
        WindowClause { kind, grace, span: self.span(clause) }
    }

    fn has_part(&self, clause: Tree<'_>, keyword: &str) -> bool {
        clause.all(Kind::WindowPart).any(|part| part.lead().text() == keyword)
    }

    fn select(&mut self, fields: Tree<'_>) -> Vec<SelectField> {
        let mut selected = Vec::new();
        for field in fields.all(Kind::FieldValue) {
            if let Some(value) = self.field_value(field) {
                selected.push(SelectField { value, annotations: self.annotations(field) });
            }
        }
        selected
    }

    fn keep(&mut self, clause: Tree<'_>) -> Keep {
        let within = self.duration_after(clause, "within");
        match clause.child(Kind::Name).map(|word| word.text()) {
            Some("first") => Keep::First { within },
            Some("last") => Keep::Last { within },
            Some("top") => Keep::Top(self.keep_top(clause)),
            Some(_) => Keep::Deferred(self.deferred(clause, "keep")),
            None => Keep::Error,
        }
    }

    fn keep_top(&mut self, clause: Tree<'_>) -> KeepTop {
        let mut order = Vec::new();
        for term in clause.child(Kind::KeepBy).into_iter().flat_map(|by| by.all(Kind::Order)) {
            let value = self.expr_in(term);
            order.push(OrderTerm { value, descending: term.keyword("desc").is_some() });
        }
        KeepTop {
            count: clause.child(Kind::Number).and_then(|number| self.count(number)),
            order,
            ties: clause.keyword("ties").is_some(),
            rank: self.alias_in(clause),
        }
    }

    fn emit(&mut self, clause: Tree<'_>) -> Emit {
        match clause.child(Kind::Name).map(|word| word.text()) {
            Some("changes") => {
                let at_most = clause.child(Kind::AtMost);
                Emit::Changes { at_most_every: at_most.and_then(|part| self.duration_in(part)) }
            }
            Some("final") => Emit::Final,
            Some(_) => {
                self.clause_needs(clause, "`changes` or `final`", "emit final");
                Emit::Error
            }
            None => Emit::Error,
        }
    }
}
