//! A join of two streams as lines: what is equal, how near, and what it keeps for how long.

use super::operator::line;
use super::{duration, expression};
use crate::model::Model;
use crate::plan::{Job, JoinSide, Operator, Scope, StreamJoin};

pub(super) fn lines(model: &Model, job: &Job, operator: &Operator, join: &StreamJoin) -> Vec<String> {
    let none = Scope::default();
    let scope = |slot: usize| operator.inputs.get(slot).map_or(&none, |id| &job.operator(*id).scope);
    let on: Vec<String> = join
        .on
        .iter()
        .map(|(left, right)| {
            format!("{} == {}", expression(model, scope(1), right), expression(model, scope(0), left))
        })
        .collect();
    let word = match (join.left_outer, join.right_outer) {
        (true, true) => "full join",
        (true, false) => "left join",
        _ => "join",
    };
    let name = scope(1).bindings.first().map_or("", |b| b.name.as_str());
    let mut text = format!("{name} on {}", on.join(" and "));
    if let Some(condition) = &join.condition {
        text.push_str(&format!(" and {}", expression(model, &operator.scope, condition)));
    }
    text.push_str(&format!(
        ", within {} before, {} after, grace {}",
        duration(join.before),
        duration(join.after),
        duration(join.grace)
    ));
    let mut lines = vec![line(word, &text)];
    for (side, of) in [(JoinSide::Left, "left"), (JoinSide::Right, "right")] {
        if join.is_outer(side) {
            let text = format!("{of} rows alone {} after their time", duration(join.open(side)));
            lines.push(line("unmatched", &text));
        }
    }
    let node = &job.node(operator.node).name;
    lines.push(line(
        "state",
        &format!(
            "every row of both sides for {} after its time; {}.{}.{node}.{name}.{{left,right}}.changelog",
            duration(join.kept()),
            job.package_path,
            job.name
        ),
    ));
    lines
}
