//! source → where → rekey → tumbling count → topic.

use super::build::*;
use crate::interpret::{Input, Payload};
use crate::model::{Type, Value};
use crate::plan::*;
use riparian_functions::Fail;

fn world(emit: Emit) -> World {
    let mut world = World::new();
    let source = world.source(INPUT);
    let condition = binary(Operation::Greater, column(0, 1), int(0), Type::Bool);
    let filter = world.add(OperatorKind::Filter { condition }, &[source]);
    let rekey = world.rekey(filter, true);
    let window = Window::Tumbling { size: MINUTE, offset: 0 };
    let counted = grouped(Some(window), 0, emit, call("count", Vec::new()), column(1, 0));
    let table = world.add(OperatorKind::Aggregate(Box::new(counted)), &[rekey]);
    world.sink(table, true, false);
    world
}

#[test]
fn a_final_count_comes_when_its_minute_has_closed() {
    let world = world(Emit::Final);
    let mut machine = world.machine();
    for (offset, (time, k, v)) in
        [(1, 7, 5), (59, 7, 5), (58, 8, 5), (30, 7, 0), (60, 7, 5)].into_iter().enumerate()
    {
        machine.feed(INPUT, record(offset as i64, time * SECOND, k, v));
    }
    machine.run();
    let window = Some((0, MINUTE));
    assert_eq!(
        seen(&machine.take_emissions(), OUTPUT),
        [(7, Some(2), window, 59 * SECOND), (8, Some(1), window, 58 * SECOND)]
    );
    machine.idle();
    assert_eq!(machine.take_emissions(), [], "[window.final]: nothing is flushed that is not closed");
    machine.advance_to(2 * MINUTE);
    assert_eq!(
        seen(&machine.take_emissions(), OUTPUT),
        [(7, Some(1), Some((MINUTE, 2 * MINUTE)), 60 * SECOND)]
    );
    assert_balanced(&machine, &world.job);
    assert!(machine.is_settled());
}

#[test]
fn changes_come_at_once_and_the_clock_below_the_rekey_moves_by_whole_seconds_crossed() {
    let world = world(Emit::Changes);
    let mut machine = world.machine();
    let mut feed = |offset, time, k, v| step(&mut machine, INPUT, record(offset, time, k, v));
    let window = Some((0, MINUTE));
    assert_eq!(seen(&feed(0, SECOND, 7, 5), OUTPUT), [(7, Some(1), window, SECOND)]);
    // The clock above stands at 60.9 s from the first record that crossed 60 s on; below likewise.
    let _ = feed(1, 60_900_000, 8, 5);
    let late = feed(2, 59 * SECOND, 7, 5);
    assert_eq!(reasons(&late), ["late"]);
    assert_eq!(seen(&late, OUTPUT), []);
    assert_balanced(&machine, &world.job);
}

#[test]
fn what_cannot_be_used_goes_to_its_route_with_a_reason_and_the_job_goes_on() {
    let world = world(Emit::Changes);
    let mut machine = world.machine();
    let mut feed =
        |time, payload| reasons(&step(&mut machine, INPUT, Input { offset: 0, time, key: None, payload }));
    let columns = |k, v| Payload::Columns(vec![k, v]);
    let int = |n| Ok(Value::Int(n));
    assert_eq!(feed(Some(1), Payload::Undecodable(Fail::InvalidJson)), ["invalid_json"]);
    assert_eq!(feed(None, columns(int(1), int(1))), ["invalid_time"]);
    assert_eq!(feed(Some(-1), columns(int(1), int(1))), ["invalid_time"]);
    assert_eq!(feed(Some(1), Payload::Null), ["null_value"]);
    assert_eq!(feed(Some(1), columns(Ok(Value::None), int(1))), ["null_key"]);
    assert_eq!(feed(Some(1), columns(int(1), Err(Fail::WrongType))), ["wrong_type"]);
    // [errors.value]: `where` drops the record before anything reads its key.
    assert_eq!(feed(Some(1), columns(Err(Fail::WrongType), int(0))), [] as [&str; 0]);
    assert_eq!(feed(Some(1), columns(Err(Fail::OutOfRange), int(1))), ["out_of_range"]);
    assert_eq!(feed(Some(1), columns(int(1), int(1))), [] as [&str; 0]);
    assert_balanced(&machine, &world.job);
}

#[test]
fn stop_ends_the_job_where_it_stands() {
    let mut world = world(Emit::Changes);
    for operator in &mut world.job.operators {
        operator.routes.bad = Route::Stop;
    }
    let mut machine = world.machine();
    let bad = Input { offset: 3, time: None, key: None, payload: Payload::Null };
    assert!(step(&mut machine, INPUT, bad).is_empty());
    assert_eq!(machine.stopped().map(|s| (s.fail, s.offset)), Some((Fail::NullValue, Some(3))));
    assert!(step(&mut machine, INPUT, record(4, SECOND, 1, 1)).is_empty());
}

#[test]
fn a_restart_at_every_step_changes_nothing() {
    let world = world(Emit::AtMostEvery(10 * SECOND));
    let inputs: Vec<_> = (0..40).map(|n| record(n, (n * 7 % 90) * SECOND, n % 3, n % 4)).collect();
    let mut straight = world.machine();
    let mut restarted = world.machine();
    for input in inputs {
        straight.feed(INPUT, input.clone());
        straight.run();
        restarted.feed(INPUT, input);
        restarted.run();
        let snapshot = restarted.snapshot();
        let mut next = world.machine();
        next.restore(snapshot);
        restarted = next;
    }
    straight.idle();
    restarted.idle();
    assert_eq!(straight.take_emissions(), restarted.take_emissions());
}
