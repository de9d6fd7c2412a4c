//! What no rewrite may change.

use crate::plan::{Job, OperatorKind};

/// What a rewrite broke, for people: identity, wiring, types and places of failure must be as they were.
pub(super) fn broken(before: &Job, after: &Job) -> Option<String> {
    if before.operators.len() != after.operators.len() || before.nodes.len() != after.nodes.len() {
        return Some("an operator or a node is gone".to_owned());
    }
    for (old, new) in before.operators.iter().zip(&after.operators) {
        let at = format!("operator {}", new.id.0);
        if old.id != new.id || old.node != new.node || old.inputs != new.inputs {
            return Some(format!("{at} is wired otherwise"));
        }
        if std::mem::discriminant(&old.kind) != std::mem::discriminant(&new.kind) {
            return Some(format!("{at} is another operator"));
        }
        if old.routes.bad != new.routes.bad
            || old.routes.late != new.routes.late
            || old.routes.unmatched != new.routes.unmatched
        {
            return Some(format!("{at} sends its failures elsewhere"));
        }
        let (mut a, mut b) = (old.kind.clone(), new.kind.clone());
        let types = |kind: &mut OperatorKind| -> Vec<_> {
            super::constants::expressions(kind).into_iter().map(|e| e.ty.clone()).collect()
        };
        if types(&mut a) != types(&mut b) {
            return Some(format!("{at} computes other types"));
        }
    }
    None
}
