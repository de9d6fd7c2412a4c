//! Windows, emission, `having`, `latest window`, tables that are aggregated (spec: window.order, group.retract).

use super::build::*;
use crate::interpret::{Input, Machine, Payload};
use crate::model::{Type, Value};
use crate::plan::*;

const HOPPING: Window = Window::Hopping { size: 10 * SECOND, every: 5 * SECOND, offset: 0 };
const TUMBLING: Window = Window::Tumbling { size: 10 * SECOND, offset: 0 };

fn counting(window: Option<Window>, grace: i64, emit: Emit) -> World {
    World::aggregating(grouped(window, grace, emit, call("count", Vec::new()), column(0, 0)))
}

fn feed(machine: &mut Machine<'_>, offset: i64, second: i64, k: i64) -> Vec<Seen> {
    seen(&step(machine, INPUT, record(offset, second * SECOND, k, 1)), OUTPUT)
}

fn windowed(k: i64, count: i64, start: i64, second: i64) -> Seen {
    (k, Some(count), Some((start * SECOND, (start + 10) * SECOND)), second * SECOND)
}

#[test]
fn hopping_windows_take_a_record_in_ascending_order_and_refuse_it_only_if_all_are_closed() {
    let world = counting(Some(HOPPING), 0, Emit::Changes);
    let mut machine = world.machine();
    assert_eq!(feed(&mut machine, 0, 7, 1), [windowed(1, 1, 0, 7), windowed(1, 1, 5, 7)]);
    assert_eq!(feed(&mut machine, 1, 11, 1), [windowed(1, 2, 5, 11), windowed(1, 1, 10, 11)]);
    // [0, 10) has closed at 11; [5, 15) still takes it.
    assert_eq!(feed(&mut machine, 2, 8, 1), [windowed(1, 3, 5, 11)]);
    let _ = feed(&mut machine, 3, 15, 2);
    let late = step(&mut machine, INPUT, record(4, 9 * SECOND, 1, 1));
    assert_eq!(reasons(&late), ["late"]);
    assert_balanced(&machine, &world.job);
}

#[test]
fn a_record_at_exactly_end_plus_grace_of_the_clock_is_late() {
    let world = counting(Some(TUMBLING), 2 * SECOND, Emit::Changes);
    let mut machine = world.machine();
    let _ = feed(&mut machine, 0, 11, 2);
    assert_eq!(feed(&mut machine, 1, 9, 1), [windowed(1, 1, 0, 9)]);
    // Judged by the clock before the record: the one that moves the clock to 12 is not the late one.
    let _ = feed(&mut machine, 2, 12, 2);
    assert_eq!(reasons(&step(&mut machine, INPUT, record(3, 9 * SECOND, 1, 1))), ["late"]);
}

#[test]
fn final_gives_closed_windows_once_by_end_then_key_whatever_jump_closed_them() {
    let world = counting(Some(TUMBLING), 0, Emit::Final);
    let mut machine = world.machine();
    for (offset, (second, k)) in [(13, 1), (1, 9), (12, 3), (14, 2)].into_iter().enumerate() {
        machine.feed(INPUT, record(offset as i64, second * SECOND, k, 1));
    }
    machine.run();
    // The second record is taken at clock 13, when [0, 10) had closed.
    assert_eq!(reasons(&machine.take_emissions()), ["late"]);
    assert_eq!(
        feed(&mut machine, 4, 100, 1),
        [windowed(1, 1, 10, 13), windowed(2, 1, 10, 14), windowed(3, 1, 10, 12)]
    );
}

#[test]
fn at_most_every_gives_a_dirty_key_at_each_crossing_at_closing_and_when_idle() {
    let world = counting(Some(TUMBLING), 0, Emit::AtMostEvery(4 * SECOND));
    let mut machine = world.machine();
    // A clock without a value stands before every multiple.
    assert_eq!(feed(&mut machine, 0, 1, 1), [windowed(1, 1, 0, 1)]);
    assert_eq!(feed(&mut machine, 1, 2, 1), []);
    assert_eq!(feed(&mut machine, 2, 2, 2), []);
    assert_eq!(feed(&mut machine, 3, 4, 1), [windowed(1, 3, 0, 4), windowed(2, 1, 0, 2)]);
    assert_eq!(feed(&mut machine, 4, 9, 2), [windowed(2, 2, 0, 9)]);
    assert_eq!(feed(&mut machine, 5, 9, 1), []);
    // 10 closes the window and is no multiple of 4: what is held back goes out with the last value.
    assert_eq!(feed(&mut machine, 6, 10, 5), [windowed(1, 4, 0, 9)]);
    machine.idle();
    assert_eq!(seen(&machine.take_emissions(), OUTPUT), [windowed(5, 1, 10, 10)]);
    machine.idle();
    assert_eq!(machine.take_emissions(), []);
}

#[test]
fn a_row_that_having_holds_for_no_longer_is_deleted() {
    let mut aggregate = grouped(None, 0, Emit::Changes, call("sum", vec![column(0, 1)]), column(0, 0));
    aggregate.having = Some(binary(Operation::Greater, column(0, 1), int(10), Type::Bool));
    let world = World::aggregating(aggregate);
    let mut machine = world.machine();
    let mut sums = |offset, v| {
        let rows = seen(&step(&mut machine, INPUT, record(offset, offset * SECOND, 1, v)), OUTPUT);
        rows.into_iter().map(|(_, sum, _, _)| sum).collect::<Vec<_>>()
    };
    assert_eq!(sums(0, 8), [], "never emitted, so nothing to delete");
    // `sum` of ints is wide: the sink of the builder shows no int for it, so presence is what counts here.
    assert_eq!(sums(1, 4).len(), 1);
    assert_eq!(sums(2, -5), [None]);
    assert_eq!(sums(3, -5), []);
}

#[test]
fn latest_window_is_one_row_per_key_the_fullest_window_with_its_newest_event() {
    let mut world = counting(Some(HOPPING), 0, Emit::Changes);
    let Some(OperatorKind::Sink(sink)) = world.job.operators.last_mut().map(|o| &mut o.kind) else {
        panic!("the last operator is the sink")
    };
    (sink.windowed, sink.latest_window) = (false, true);
    let mut machine = world.machine();
    let mut counts = |offset, second, k| {
        let rows = feed(&mut machine, offset, second, k);
        rows.into_iter().map(|(_, count, _, time)| (count, time / SECOND)).collect::<Vec<_>>()
    };
    assert_eq!(counts(0, 7, 1), [(Some(1), 7)], "of [0, 10) and [5, 15) the first");
    assert_eq!(counts(1, 8, 1), [(Some(2), 8)]);
    assert_eq!(counts(2, 11, 1), [(Some(3), 11)], "[5, 15): 7, 8 and 11");
    assert_eq!(counts(3, 9, 1), [(Some(4), 11)], "an older event in the same window");
    assert_eq!(counts(4, 30, 2), [(Some(1), 30)]);
    assert_balanced(&machine, &world.job);
}

#[test]
fn a_table_that_is_aggregated_takes_back_what_a_row_was() {
    let mut world = World::new();
    let source = world.source(TABLE);
    // Grouped by the second column, counted.
    let counted = grouped(None, 0, Emit::Changes, call("count", Vec::new()), column(0, 1));
    let table = world.add(OperatorKind::Aggregate(Box::new(counted)), &[source]);
    world.sink(table, false, false);
    let mut machine = world.machine();
    let mut counts = |offset, k, v: Option<i64>| {
        let payload = v.map_or(Payload::Null, |v| Payload::values([Value::Int(k), Value::Int(v)]));
        let input = Input { offset, time: Some(offset), key: Some(vec![Value::Int(k)]), payload };
        let rows = seen(&step(&mut machine, TABLE, input), OUTPUT);
        rows.into_iter().map(|(group, count, _, _)| (group, count)).collect::<Vec<_>>()
    };
    assert_eq!(counts(0, 1, Some(70)), [(70, Some(1))]);
    assert_eq!(counts(1, 2, Some(70)), [(70, Some(2))]);
    assert_eq!(counts(2, 2, Some(80)), [(70, Some(1)), (80, Some(1))]);
    assert_eq!(counts(3, 2, Some(80)), [(80, Some(1))], "the group is the same: one update");
    assert_eq!(counts(4, 1, None), [(70, None)], "a group that becomes empty is deleted");
    assert_eq!(counts(5, 1, None), [], "a delete for a row that is not there");
    assert_balanced(&machine, &world.job);
}

#[test]
fn a_group_that_has_outlived_its_bound_is_deleted() {
    let mut aggregate = grouped(None, 0, Emit::Changes, call("count", Vec::new()), column(0, 0));
    aggregate.bound = StateBound::Ttl(10 * SECOND);
    let world = World::aggregating(aggregate);
    let mut machine = world.machine();
    assert_eq!(feed(&mut machine, 0, 1, 1), [(1, Some(1), None, SECOND)]);
    assert_eq!(feed(&mut machine, 1, 10, 2), [(2, Some(1), None, 10 * SECOND)]);
    assert_eq!(feed(&mut machine, 2, 11, 2), [(2, Some(2), None, 11 * SECOND), (1, None, None, 11 * SECOND)]);
    assert_eq!(feed(&mut machine, 3, 12, 1), [(1, Some(1), None, 12 * SECOND)], "it starts anew");
}

#[test]
fn what_a_where_on_an_aggregate_leaves_out_is_not_evaluated() {
    let mut call = call("count", Vec::new());
    call.filter = Some(binary(Operation::Greater, column(0, 1), int(5), Type::Bool));
    let world = World::aggregating(grouped(None, 0, Emit::Changes, call, column(0, 0)));
    let mut machine = world.machine();
    let mut count = |offset, v| seen(&step(&mut machine, INPUT, record(offset, offset, 1, v)), OUTPUT)[0].1;
    assert_eq!([count(0, 9), count(1, 3), count(2, 6)], [Some(1), Some(1), Some(2)]);
}
