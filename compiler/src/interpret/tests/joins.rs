//! A stream meets a table (spec: join.plain, errors.null, errors.key).

use super::build::*;
use crate::interpret::{Input, Machine, Payload};
use crate::model::{Type, Value};
use crate::plan::*;

/// `v` of the stream, then `v` of the table it met under `k`.
fn joining(left_outer: bool, as_of: bool, history: Option<i64>) -> World {
    let mut world = World::new();
    if let Some(history) = history {
        world = world.history(TABLE, history);
    }
    let (stream, table) = (world.source(INPUT), world.source(TABLE));
    // The stream's second column is taken as an instant.
    let time = expr(ExprKind::Column(ColumnRef { binding: 0, column: 1, path: Vec::new() }), Type::Timestamp);
    let join = Join {
        left_outer,
        everywhere: false,
        on: vec![(column(0, 0), 0)],
        condition: None,
        as_of: as_of.then_some(time),
        history,
    };
    let joined = world.add(OperatorKind::Join(join), &[stream, table]);
    let projected = world.add(OperatorKind::Project { columns: vec![column(0, 0), column(1, 1)] }, &[joined]);
    world.sink(projected, false, false);
    world
}

fn left(machine: &mut Machine<'_>, offset: i64, second: i64, k: Value) -> Vec<Result<Option<i64>, String>> {
    let values = [k, Value::Timestamp(second * SECOND)];
    let input = Input { offset, time: Some(second * SECOND), key: None, payload: Payload::values(values) };
    let out = step(machine, INPUT, input);
    let rows = seen(&out, OUTPUT).into_iter().map(|(_, v, _, _)| Ok(v));
    rows.chain(reasons(&out).into_iter().map(Err)).collect()
}

fn right(machine: &mut Machine<'_>, offset: i64, second: i64, k: i64, v: Option<i64>) {
    let payload = v.map_or(Payload::Null, |v| Payload::values([Value::Int(k), Value::Int(v)]));
    let input = Input { offset, time: Some(second * SECOND), key: Some(vec![Value::Int(k)]), payload };
    assert_eq!(step(machine, TABLE, input), [], "a table alone causes no row");
}

fn bad(reason: &str) -> Vec<Result<Option<i64>, String>> {
    vec![Err(reason.to_string())]
}

#[test]
fn a_plain_join_takes_what_the_table_holds_at_that_moment() {
    let world = joining(false, false, None);
    let mut machine = world.machine();
    assert_eq!(left(&mut machine, 0, 1, Value::Int(1)), bad("unmatched"));
    right(&mut machine, 0, 9, 1, Some(10));
    assert_eq!(left(&mut machine, 1, 2, Value::Int(1)), [Ok(Some(10))]);
    // [join.plain]: a plain table goes by the order of its log.
    right(&mut machine, 1, 3, 1, Some(20));
    assert_eq!(left(&mut machine, 2, 2, Value::Int(1)), [Ok(Some(20))]);
    right(&mut machine, 2, 4, 1, None);
    assert_eq!(left(&mut machine, 3, 9, Value::Int(1)), bad("unmatched"));
    assert_eq!(left(&mut machine, 4, 9, Value::None), bad("null_key"));
    assert_balanced(&machine, &world.job);
}

#[test]
fn a_left_join_pads_what_has_no_row_and_what_has_no_key() {
    let world = joining(true, false, None);
    let mut machine = world.machine();
    assert_eq!(left(&mut machine, 0, 1, Value::Int(1)), [Ok(None)]);
    let out = left(&mut machine, 1, 1, Value::None);
    // The row is padded; only the topic's own key refuses to be null.
    assert_eq!(out, bad("null_key"));
    right(&mut machine, 0, 9, 1, Some(10));
    assert_eq!(left(&mut machine, 2, 2, Value::Int(1)), [Ok(Some(10))]);
}

#[test]
fn as_of_looks_the_table_up_as_it_was_then() {
    let world = joining(false, true, Some(100 * SECOND));
    let mut machine = world.machine();
    right(&mut machine, 0, 10, 1, Some(10));
    right(&mut machine, 1, 30, 1, Some(30));
    // Out of order: a versioned table goes by event time.
    right(&mut machine, 2, 20, 1, None);
    assert_eq!(left(&mut machine, 0, 9, Value::Int(1)), bad("unmatched"));
    assert_eq!(left(&mut machine, 1, 10, Value::Int(1)), [Ok(Some(10))]);
    assert_eq!(left(&mut machine, 2, 25, Value::Int(1)), bad("unmatched"));
    assert_eq!(left(&mut machine, 3, 31, Value::Int(1)), [Ok(Some(30))]);
}

#[test]
fn what_is_older_than_the_history_is_unmatched_and_never_padded() {
    let world = joining(true, true, Some(100 * SECOND));
    let mut machine = world.machine();
    right(&mut machine, 0, 10, 1, Some(10));
    right(&mut machine, 1, 200, 1, Some(20));
    let _ = left(&mut machine, 0, 250, Value::Int(1));
    // The clock is 250: the edge is 150, where the version of 10 s still holds.
    assert_eq!(left(&mut machine, 1, 150, Value::Int(1)), [Ok(Some(10))]);
    assert_eq!(left(&mut machine, 2, 149, Value::Int(1)), bad("unmatched"));
}

#[test]
fn a_plain_table_is_read_to_its_end_before_the_first_record_an_as_of_table_in_order_of_heads() {
    for (as_of, expected) in [(false, vec![Ok(Some(20))]), (true, bad("unmatched"))] {
        let world = joining(false, as_of, as_of.then_some(1_000 * SECOND));
        let mut machine = world.machine();
        let values = [Value::Int(1), Value::Int(20)];
        let input = Input { offset: 0, time: Some(50 * SECOND), key: None, payload: Payload::values(values) };
        machine.feed(TABLE, input);
        assert_eq!(left(&mut machine, 0, 1, Value::Int(1)), expected, "as of: {as_of}");
    }
}
