//! The key of the records that a sink writes.

use super::deduplicate::key_column;
use super::flow::Flow;
use super::job::Builder;
use crate::model::{RecordDefinition, TopicId, Type};
use crate::plan::{Expr, ExprKind};

impl Builder<'_, '_> {
    /// The topic's key from the fields written, tokens applied; of a topic without one, the node's key.
    pub fn sink_key(
        &mut self,
        flow: &Flow,
        topic: TopicId,
        record: &RecordDefinition,
        columns: &[Expr],
    ) -> Vec<Expr> {
        let definition = self.model.topic(topic);
        if definition.key.is_empty() {
            let own = flow.key.iter().filter_map(|name| key_column(flow, name));
            return own.map(|k| k.value).collect();
        }
        let key = definition.key.iter().filter_map(|key| {
            let value = columns.get(record.index(&key.field)?)?.clone();
            let span = value.span;
            Some(match &key.token {
                Some(vault) => {
                    let kind = ExprKind::Token { value: Box::new(value), vault: vault.clone() };
                    Expr { kind, ty: Type::String, span }
                }
                None => value,
            })
        });
        key.collect()
    }
}
