//! Topics enter a job: each once, however many nodes read it.

use super::flow::{Flow, Placed, with_paths};
use super::job::Builder;
use super::lineage::labels_of_field;
use crate::base::{Name, Span};
use crate::model::TopicId;
use crate::plan::{Binding, Column, ColumnRef, ColumnSource, Flow as Kind, OperatorKind, Scope, Source};
use crate::types::check::{Environment, View};
use std::collections::BTreeSet;

impl Builder<'_, '_> {
    /// The source of a topic under this alias. `None`: the topic's schema is broken; reported.
    pub fn source(
        &mut self,
        topic: TopicId,
        table: bool,
        everywhere: bool,
        alias: &Name,
        span: Span,
    ) -> Option<Flow> {
        let known = self.sources.iter().find(|(t, b, e, _)| (*t, *b, *e) == (topic, table, everywhere));
        if let Some((_, _, _, flow)) = known {
            return Some(flow.clone().named(alias));
        }
        let binding = self.row_of(topic, alias)?;
        let definition = self.model.topic(topic);
        let encoding = self.wire_key(topic);
        let by: Vec<&Name> = if definition.is_partitioned_apart() {
            definition.partition_by.iter().collect()
        } else {
            // By a token, or by the window too, rows with one value of the columns may be in several partitions.
            definition.key.iter().filter(|_| encoding.is_some()).map(|k| &k.field).collect()
        };
        let partition = by
            .iter()
            .map(|name| {
                Some(BTreeSet::from([ColumnRef { binding: 0, column: binding.index(name)?, path: vec![] }]))
            })
            .collect::<Option<Vec<_>>>()
            .unwrap_or_default();
        let key = definition.key.iter().map(|k| k.field.clone()).collect();
        let stream = definition.name.clone();
        let scope = Scope { bindings: vec![binding] };
        let kind = OperatorKind::Source(Source { topic, table, everywhere });
        let operator = self.push(kind, Vec::new(), scope.clone(), span);
        let flow = Flow {
            operator,
            environment: Environment {
                scope,
                views: vec![View { name: alias.clone(), bindings: vec![0] }],
                ..Environment::default()
            },
            raw: vec![true],
            controls: BTreeSet::new(),
            partition,
            placed: encoding.map_or(Placed::Apart, Placed::Wire),
            alone: definition.partitions == Some(1) && !everywhere,
            stream,
            table,
            window: None,
            closed: false,
            key,
        };
        self.sources.push((topic, table, everywhere, flow.clone()));
        Some(flow)
    }

    /// A topic's row: every field of its schema.
    pub fn row_of(&self, topic: TopicId, alias: &Name) -> Option<Binding> {
        let model = self.model;
        let schema = model.topic(topic).schema?;
        let crate::model::TypeKind::Record(record) = &model.ty(schema).kind else { return None };
        let columns = record
            .fields
            .iter()
            .map(|field| Column {
                name: field.name.clone(),
                ty: with_paths(&field.ty, &|sibling| Name::from(format!("{alias}.{sibling}"))),
                sources: BTreeSet::from([ColumnSource {
                    topic,
                    column: field.name.clone(),
                    flow: Kind::Direct,
                }]),
                labels: labels_of_field(model, &field.labels, &field.ty),
                span: field.span,
            })
            .collect();
        Some(Binding { name: alias.clone(), columns, optional: false })
    }
}
