//! A group's result, from scratch: the calls over the rows kept, `select` over their results, then `having`.

use super::{Group, GroupId};
use crate::interpret::evaluate::{evaluate, holds};
use crate::interpret::row::{Cell, Row};
use crate::model::Value;
use crate::plan::Aggregate;
use riparian_functions::Fail;
use riparian_functions::catalogue::At;
use std::sync::Arc;

impl Group {
    /// The row of the group; none if it has no rows or `having` does not hold.
    pub(super) fn result(&self, plan: &Aggregate, id: &GroupId) -> Result<Option<Row>, Fail> {
        if self.rows.is_empty() {
            return Ok(None);
        }
        let (window, key) = id;
        let computed = self.compute(plan)?;
        let bounds: Vec<Value> =
            window.iter().flat_map(|b| [Value::Timestamp(b.start), Value::Timestamp(b.end)]).collect();
        let binding = |values: &[Value]| -> Option<Arc<[Cell]>> {
            (!values.is_empty()).then(|| values.iter().cloned().map(Ok).collect())
        };
        let group = Row {
            bindings: vec![binding(key), binding(&computed), binding(&bounds)],
            time: self.time(),
            window: *window,
        };
        let mut columns = key.clone();
        for selected in &plan.select {
            columns.push(evaluate(&selected.value, &group)?);
        }
        columns.extend(bounds);
        let row = Row { window: *window, ..Row::new(columns.into_iter().map(Ok), group.time) };
        match &plan.having {
            Some(having) if !holds(having, &row)? => Ok(None),
            _ => Ok(Some(row)),
        }
    }

    fn compute(&self, plan: &Aggregate) -> Result<Vec<Value>, Fail> {
        let of_call = |(at, call): (usize, &crate::plan::AggregateCall)| {
            // [group.none]: `none` inputs are ignored.
            let rows: Vec<(At, Vec<Value>)> = self
                .rows
                .iter()
                .filter_map(|row| Some((row.at, row.arguments.get(at)?.clone()?)))
                .filter(|(_, arguments)| !arguments.iter().any(Value::is_none))
                .collect();
            (call.function.compute)(&rows, &call.ty)
        };
        plan.calls.iter().enumerate().map(of_call).collect()
    }
}
