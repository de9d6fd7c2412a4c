//! Stages: the plan's tasks with what generated code needs to know of them.

use crate::base::Name;
use crate::plan::{Job, Operator, OperatorId, OperatorKind, TaskInput, tasks};
use std::collections::BTreeSet;

/// One sub-topology.
#[derive(Clone, Debug)]
pub(super) struct StageLayout {
    /// Of its first node.
    pub(super) name: Name,
    pub(super) operators: Vec<OperatorId>,
    pub(super) inputs: Vec<TaskInput>,
    /// Rekeys whose internal topics it writes.
    pub(super) writes: Vec<OperatorId>,
}

/// Whether the stream leaves its task here.
pub(super) fn is_cut(operator: &Operator) -> bool {
    matches!(&operator.kind, OperatorKind::Rekey(rekey) if rekey.repartition)
}

/// The stages of a job, upstream first.
pub(super) fn stages(job: &Job) -> Vec<StageLayout> {
    let mut taken = BTreeSet::new();
    let stages = tasks(job).into_iter().map(|task| {
        let own = || task.operators.iter().map(|id| job.operator(*id));
        let first = own().find(|operator| !matches!(operator.kind, OperatorKind::Source(_)));
        let name = first.map_or_else(|| job.name.clone(), |operator| job.node(operator.node).name.clone());
        let cut = own().find_map(|operator| match &operator.kind {
            OperatorKind::Rekey(rekey) if rekey.repartition => Some(&rekey.name),
            _ => None,
        });
        // Both sides of a join go to meet each other from one node: what they become tells them apart.
        let name = match cut {
            Some(cut) if taken.contains(&name) => Name::from(format!("{name}.{cut}")),
            _ => name,
        };
        taken.insert(name.clone());
        let writes = own().filter(|operator| is_cut(operator)).map(|operator| operator.id).collect();
        StageLayout { name, writes, operators: task.operators, inputs: task.inputs }
    });
    stages.collect()
}
