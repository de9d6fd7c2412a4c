//! Which nodes may write which topics (spec: window.latest).

use super::clauses::At;
use super::flow::Flow;
use super::job::Builder;
use crate::base::Span;
use crate::codes::{s0405_window_in_key, s0606_sink_target, s0607_sink_key, s0691_not_supported};
use crate::model::{TopicId, TopicKind};
use crate::syntax::ast;
use std::collections::BTreeSet;

impl Builder<'_, '_> {
    /// Reports at most one reason why this node cannot write this topic.
    pub fn may_write(
        &mut self,
        node: &ast::Node,
        flow: &Flow,
        to: &At<'_, ast::To>,
        topic: TopicId,
        path: Span,
    ) -> bool {
        let definition = self.model.topic(topic);
        let (name, node_name) = (&definition.name, &node.name.name);
        let table = definition.kind == TopicKind::Table;
        // A column that is the same in every row tells no rows apart: the topic's key may lack it.
        let same = self.constant_keys(flow);
        let identifies = |name: &&str| !same.contains(*name);
        let keys: BTreeSet<&str> =
            definition.key.iter().map(|k| k.field.as_str()).filter(identifies).collect();
        let node_keys: BTreeSet<&str> = flow.key.iter().map(|k| k.as_str()).filter(identifies).collect();
        let windowed = flow.window.is_some();
        // A broken window was meant to be one.
        let meant_windowed = node.clauses.iter().any(|c| matches!(c.kind, ast::NodeClauseKind::Window(_)));
        let report = if definition.kind == TopicKind::DeadLetter {
            s0606_sink_target::dead_letter(path, name, definition.span)
        } else if definition.avro.is_some() {
            s0606_sink_target::avro(path, name, definition.span)
        } else if table && !flow.table {
            s0606_sink_target::stream_to_table(path, name, node_name, node.head, definition.span)
        } else if to.value.latest_window && !meant_windowed {
            s0405_window_in_key::latest_without_window(to.span, node_name)
        } else if definition.key_window && !meant_windowed {
            s0405_window_in_key::topic_wants_window(path, name, node_name, definition.span)
        } else if definition.key_window && to.value.latest_window {
            s0405_window_in_key::both(to.span, name, definition.span)
        } else if table && windowed && !definition.key_window && !to.value.latest_window {
            s0405_window_in_key::missing(path, name, node_name, definition.span)
        } else if table && !keys.is_empty() && !flow.key.is_empty() && keys != node_keys && !flow.is_broken()
        {
            let show = |names: &BTreeSet<&str>| {
                names.iter().map(|n| format!("`{n}`")).collect::<Vec<_>>().join(", ")
            };
            s0607_sink_key::different(path, name, &show(&keys), node_name, &show(&node_keys), definition.span)
        } else if definition.is_partitioned_apart() {
            s0691_not_supported::writing_apart(path, name, definition.span)
        } else {
            return true;
        };
        self.report(report);
        false
    }
}
