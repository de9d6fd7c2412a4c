//! Sub-topologies: the operators between cuts, where a cut is a stream that continues partitioned by other columns.

use crate::base::Name;
use crate::plan::{Job, Operator, OperatorId, OperatorKind};
use std::collections::{BTreeMap, BTreeSet};

/// What a stage reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum StageInput {
    Source(OperatorId),
    /// The internal topic of a rekey.
    Internal(OperatorId),
}

/// One sub-topology.
#[derive(Clone, Debug)]
pub(super) struct StageLayout {
    /// Of its first node.
    pub(super) name: Name,
    pub(super) inputs: Vec<StageInput>,
    /// Rekeys whose internal topics it writes.
    pub(super) writes: Vec<OperatorId>,
}

/// Whether the stream leaves its task here.
pub(super) fn is_cut(operator: &Operator) -> bool {
    matches!(&operator.kind, OperatorKind::Rekey(rekey) if rekey.repartition)
}

/// A table that every task holds whole: each stage that joins it reads it on its own.
fn is_everywhere(operator: &Operator) -> bool {
    matches!(&operator.kind, OperatorKind::Source(source) if source.everywhere)
}

/// The stages of a job, upstream first.
pub(super) fn stages(job: &Job) -> Vec<StageLayout> {
    // Sets of operators that belong together; behind the operators stand the reading sides of the cuts.
    let count = job.operators.len();
    let mut sets = Sets((0..count * 2).collect());
    let reader = |id: OperatorId| id.0 as usize + count;
    for operator in &job.operators {
        for input in &operator.inputs {
            let from = job.operator(*input);
            if is_cut(from) {
                sets.unite(reader(*input), operator.id.0 as usize);
            } else if !is_everywhere(from) {
                sets.unite(input.0 as usize, operator.id.0 as usize);
            }
        }
    }
    let mut members: BTreeMap<usize, BTreeSet<OperatorId>> = BTreeMap::new();
    for operator in job.operators.iter().filter(|operator| !is_everywhere(operator)) {
        members.entry(sets.root(operator.id.0 as usize)).or_default().insert(operator.id);
    }
    // Operators stand after their inputs, so the first member decides which stage is upstream.
    let mut all: Vec<_> = members.into_iter().collect();
    all.sort_by_key(|(_, operators)| operators.first().copied());
    all.into_iter().map(|(root, operators)| stage(job, &mut sets, root, operators, count)).collect()
}

fn stage(
    job: &Job,
    sets: &mut Sets,
    root: usize,
    mut operators: BTreeSet<OperatorId>,
    count: usize,
) -> StageLayout {
    let tables: Vec<OperatorId> = operators
        .iter()
        .flat_map(|id| &job.operator(*id).inputs)
        .copied()
        .filter(|input| is_everywhere(job.operator(*input)))
        .collect();
    operators.extend(tables);
    let mut inputs = Vec::new();
    for operator in &job.operators {
        let id = operator.id;
        if matches!(operator.kind, OperatorKind::Source(_)) && operators.contains(&id) {
            inputs.push(StageInput::Source(id));
        }
        let read = job.consumers(id).next().is_some();
        if is_cut(operator) && read && sets.root(id.0 as usize + count) == root {
            inputs.push(StageInput::Internal(id));
        }
    }
    let first = operators.iter().map(|id| job.operator(*id)).find(|operator| !is_table(operator));
    let name = first.map_or_else(|| job.name.clone(), |operator| job.node(operator.node).name.clone());
    let writes = operators.iter().copied().filter(|id| is_cut(job.operator(*id))).collect();
    StageLayout { name, inputs, writes }
}

fn is_table(operator: &Operator) -> bool {
    matches!(&operator.kind, OperatorKind::Source(source) if source.table)
}

/// Disjoint sets.
struct Sets(Vec<usize>);

impl Sets {
    fn root(&mut self, mut at: usize) -> usize {
        while self.0[at] != at {
            self.0[at] = self.0[self.0[at]];
            at = self.0[at];
        }
        at
    }

    fn unite(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        let (low, high) = (a.min(b), a.max(b));
        self.0[high] = low;
    }
}
