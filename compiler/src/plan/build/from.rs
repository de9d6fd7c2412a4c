//! `from X as x`: a node of the job, an import, or a topic of the package.

use super::clauses::At;
use super::flow::Flow;
use super::job::Builder;
use crate::base::{Name, nearest};
use crate::codes::{s0601_unknown_input, s0691_not_supported};
use crate::model::{TopicId, TopicKind};
use crate::plan::{Emit, OperatorKind};
use crate::syntax::ast;

/// What a path in a `from` or `join` means.
pub(super) enum Input {
    Node(Name),
    Topic(TopicId),
}

impl<'a> Builder<'_, 'a> {
    pub fn from(&mut self, clause: &At<'a, ast::From>) -> Option<Flow> {
        let from = clause.value;
        let path = from.source.as_ref()?;
        let input = self.input(path)?;
        let alias = alias_of(from.alias.as_ref(), path);
        if from.changes_of {
            self.report(s0691_not_supported::construct(clause.span, "`changes of`"));
            return None;
        }
        match input {
            Input::Node(name) => {
                let flow = self.built.get(&name)?.clone();
                if !flow.table {
                    return Some(flow.named(&alias));
                }
                if !self.is_final(&flow) {
                    self.report(s0691_not_supported::reading_table(path.span, &name));
                    return None;
                }
                // [declarations.node.final]: nothing takes such a row back.
                let rows = Flow { table: false, window: None, closed: true, ..flow };
                Some(rows.named(&alias))
            }
            Input::Topic(topic) => {
                let definition = self.model.topic(topic);
                match definition.kind {
                    TopicKind::Stream => self.source(topic, false, false, &alias, clause.span),
                    TopicKind::Table => {
                        self.report(s0691_not_supported::reading_table(path.span, &definition.name));
                        None
                    }
                    TopicKind::DeadLetter => {
                        self.report(s0691_not_supported::construct(path.span, "reading a dead-letter topic"));
                        None
                    }
                }
            }
        }
    }

    /// Whether each row of a table is written once, when its window has closed.
    fn is_final(&self, flow: &Flow) -> bool {
        self.operators
            .get(flow.operator.0 as usize)
            .is_some_and(|o| matches!(&o.kind, OperatorKind::Aggregate(table) if table.emit == Emit::Final))
    }

    /// Node names shadow topics inside their job; a node does not see itself.
    pub fn input(&mut self, path: &ast::Path) -> Option<Input> {
        let model = self.model;
        let definition = model.package(self.package);
        let [name] = path.segments.as_slice() else {
            self.report(s0601_unknown_input::not_imported(path.span, &path.text()));
            return None;
        };
        let own = self.job.nodes.get(self.node.0 as usize).map(|n| &n.name.name);
        let wanted = &name.name;
        if own != Some(wanted) && self.job.nodes.iter().any(|n| n.name.name == *wanted) {
            return Some(Input::Node(wanted.clone()));
        }
        if let Some(import) = definition.imports.iter().find(|i| i.name == *wanted) {
            return import.topic.map(Input::Topic);
        }
        if let Some(topic) = self.own_topic(wanted) {
            return Some(Input::Topic(topic));
        }
        let mut known: Vec<&str> = self.job.nodes.iter().map(|n| n.name.name.as_str()).collect();
        known.extend(definition.imports.iter().map(|i| i.name.as_str()));
        known.extend(model.topics_of(self.package).map(|(_, t)| t.name.as_str()));
        let known: Vec<&str> = known.into_iter().filter(|k| own.is_none_or(|o| *o != **k)).collect();
        self.looked_around = true;
        let elsewhere = model.topics.iter().find(|t| t.name == *wanted && t.package != self.package);
        let elsewhere = elsewhere.map(|t| (model.package(t.package).path.as_str(), t.version));
        let near = nearest(wanted, known.iter().copied());
        self.report(s0601_unknown_input::unknown(name.span, wanted, near, elsewhere));
        None
    }

    /// The package's topic of this name; of several versions the newest.
    pub fn own_topic(&self, name: &str) -> Option<TopicId> {
        let own = self.model.topics_of(self.package).filter(|(_, t)| t.name == *name);
        own.max_by_key(|(_, t)| t.version).map(|(id, _)| id)
    }
}

pub(super) fn alias_of(alias: Option<&ast::Ident>, path: &ast::Path) -> Name {
    match (alias, path.segments.last()) {
        (Some(alias), _) => alias.name.clone(),
        (None, Some(last)) => last.name.clone(),
        (None, None) => Name::from("row"),
    }
}
