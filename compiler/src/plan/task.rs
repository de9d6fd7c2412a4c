//! How a job is cut into tasks: sub-topologies between internal topics (spec: declarations.node.key).
//!
//! One rule for the interpreter, the generator and `explain`: clocks belong to tasks, so a different cut would be a
//! different meaning of *late*.

use super::{Job, OperatorId, OperatorKind};
use std::collections::{BTreeMap, BTreeSet};

/// What runs together on one clock: one task per partition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskPlan {
    /// What it reads, in order of the plan.
    pub inputs: Vec<TaskInput>,
    /// In order of the plan; the sources it reads included, a rekey belongs to the task that writes.
    pub operators: Vec<OperatorId>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskInput {
    /// A source, or a rekey whose internal topic is read.
    pub operator: OperatorId,
    pub internal: bool,
    /// Never holds time back, and is read first among heads of equal time.
    pub table: bool,
    /// Read to the end it had at the task's first start before anything else: the table of a join that is not `as of`
    /// (spec: join.plain).
    pub bootstrap: bool,
    /// The topic is written by this task itself or a later one: it cannot hold back the clock that it waits for.
    pub backward: bool,
    /// A source of whose rows the task takes those of one key to be in its partition, as their key on the wire places them
    /// (spec: kafka.place): they are grouped by it or meet rows of another topic, with no internal topic in between.
    pub placed: bool,
}

/// The tasks of a job, upstream first.
///
/// Operators belong together when one reads the other without an internal topic between them, and, at the same distance
/// from the sources, when they read the same input (a table that is `everywhere` excepted: it is copied).
pub fn tasks(job: &Job) -> Vec<TaskPlan> {
    let mut groups = Groups::new(job.operators.len());
    for operator in &job.operators {
        for input in &operator.inputs {
            if !is_boundary(job, *input) {
                groups.unite(input.0 as usize, operator.id.0 as usize);
            }
        }
    }
    let depth = depths(job, &mut groups);
    // Readers of one input at the same depth share its reader.
    for input in job.operators.iter().filter(|o| is_boundary(job, o.id) && !is_everywhere(job, o.id)) {
        let mut first: BTreeMap<u32, usize> = BTreeMap::new();
        for consumer in job.consumers(input.id) {
            let at = consumer.id.0 as usize;
            let level = depth.get(&groups.find(at)).copied().unwrap_or(0);
            match first.get(&level) {
                Some(other) => groups.unite(*other, at),
                None => {
                    first.insert(level, at);
                }
            }
        }
    }
    let depth = depths(job, &mut groups);
    let mut members: BTreeMap<(u32, usize), Vec<OperatorId>> = BTreeMap::new();
    for operator in job.operators.iter().filter(|o| !matches!(o.kind, OperatorKind::Source(_))) {
        let group = groups.find(operator.id.0 as usize);
        let level = depth.get(&group).copied().unwrap_or(0);
        members.entry((level, group)).or_default().push(operator.id);
    }
    let order: Vec<Vec<OperatorId>> = members.into_values().collect();
    (0..order.len()).map(|at| task(job, &order, at)).collect()
}

fn task(job: &Job, order: &[Vec<OperatorId>], at: usize) -> TaskPlan {
    let own = &order[at];
    let read: BTreeSet<OperatorId> = own
        .iter()
        .flat_map(|id| job.operator(*id).inputs.iter().copied())
        .filter(|id| is_boundary(job, *id))
        .collect();
    let placed = placed(job, own);
    let inputs = read.iter().map(|id| {
        let operator = job.operator(*id);
        let readers = || own.iter().map(|o| job.operator(*o)).filter(|o| o.inputs.contains(id));
        let source_table = matches!(&operator.kind, OperatorKind::Source(s) if s.table);
        let bootstrap = source_table
            && readers().any(|o| matches!(&o.kind, OperatorKind::Join(j) if j.as_of.is_none() && o.inputs.get(1) == Some(id)));
        let writer = order.iter().position(|t| t.contains(id));
        TaskInput {
            operator: *id,
            internal: !matches!(operator.kind, OperatorKind::Source(_)),
            table: source_table,
            bootstrap,
            backward: writer.is_some_and(|w| w >= at),
            placed: placed.contains(id),
        }
    });
    let inputs: Vec<TaskInput> = inputs.collect();
    let mut operators: Vec<OperatorId> =
        inputs.iter().filter(|i| !i.internal).map(|i| i.operator).chain(own.iter().copied()).collect();
    operators.sort();
    TaskPlan { inputs, operators }
}

/// The sources that operators of a task take to be placed by their keys.
fn placed(job: &Job, own: &[OperatorId]) -> BTreeSet<OperatorId> {
    let mut placed = BTreeSet::new();
    for operator in own.iter().map(|id| job.operator(*id)) {
        let together = match &operator.kind {
            OperatorKind::Aggregate(aggregate) => !aggregate.key.is_empty(),
            OperatorKind::Deduplicate(deduplicate) => !deduplicate.key.is_empty(),
            OperatorKind::Join(join) => !join.everywhere,
            _ => false,
        };
        if !together {
            continue;
        }
        // Up to where the rows come from; the table of a join on the way is that join's.
        let mut way = operator.inputs.clone();
        while let Some(id) = way.pop() {
            let input = job.operator(id);
            match &input.kind {
                OperatorKind::Source(source) if source.everywhere => {}
                OperatorKind::Source(_) => {
                    placed.insert(id);
                }
                _ if is_boundary(job, id) => {}
                OperatorKind::Join(_) => way.extend(input.inputs.first()),
                _ => way.extend(&input.inputs),
            }
        }
    }
    placed
}

/// Its readers need not be in its task: a source, or what continues through an internal topic.
fn is_boundary(job: &Job, id: OperatorId) -> bool {
    match &job.operator(id).kind {
        OperatorKind::Source(_) => true,
        OperatorKind::Rekey(rekey) => rekey.repartition,
        _ => false,
    }
}

fn is_everywhere(job: &Job, id: OperatorId) -> bool {
    matches!(&job.operator(id).kind, OperatorKind::Source(source) if source.everywhere)
}

/// The longest way from the sources, counted in internal topics, per group. A group that feeds itself keeps its depth.
fn depths(job: &Job, groups: &mut Groups) -> BTreeMap<usize, u32> {
    let mut depth: BTreeMap<usize, u32> = BTreeMap::new();
    // Operators are in topological order; groups are visited until nothing moves, at most once per operator.
    for _ in 0..=job.operators.len() {
        let mut moved = false;
        for operator in &job.operators {
            let own = groups.find(operator.id.0 as usize);
            for input in &operator.inputs {
                if !matches!(job.operator(*input).kind, OperatorKind::Rekey(_)) || !is_boundary(job, *input) {
                    continue;
                }
                let writer = groups.find(input.0 as usize);
                let wanted = depth.get(&writer).copied().unwrap_or(0) + 1;
                if writer != own && depth.get(&own).copied().unwrap_or(0) < wanted {
                    depth.insert(own, wanted);
                    moved = true;
                }
            }
        }
        if !moved {
            break;
        }
    }
    depth
}

/// Disjoint sets; the smallest member stands for its set.
struct Groups(Vec<usize>);

impl Groups {
    fn new(count: usize) -> Self {
        Groups((0..count).collect())
    }

    fn find(&mut self, at: usize) -> usize {
        let mut root = at;
        while self.0[root] != root {
            root = self.0[root];
        }
        self.0[at] = root;
        root
    }

    fn unite(&mut self, a: usize, b: usize) {
        let (a, b) = (self.find(a), self.find(b));
        self.0[a.max(b)] = a.min(b);
    }
}
