//! Clocks, lanes, idleness, watermark records (spec: time.watermark, time.idle, time.invalid, state.restart, time.all-idle).

use super::build::*;
use crate::model::Type;
use crate::plan::*;

/// Two streams merged, counted per tumbling ten seconds; through an internal topic if `repartition`.
fn merged(repartition: bool) -> World {
    let mut world = World::new();
    let (left, right) = (world.source(INPUT), world.source(OTHER));
    let branch = || MergeBranch { columns: vec![column(0, 0), column(0, 1)] };
    let merge = world.add(OperatorKind::Merge { branches: vec![branch(), branch()] }, &[left, right]);
    let keyed = world.rekey(merge, repartition);
    let window = Some(Window::Tumbling { size: 10 * SECOND, offset: 0 });
    let counted = grouped(window, 0, Emit::Final, call("count", Vec::new()), column(1, 0));
    let table = world.add(OperatorKind::Aggregate(Box::new(counted)), &[keyed]);
    world.sink(table, true, false);
    world
}

#[test]
fn the_clock_is_the_minimum_over_lanes_and_a_lane_without_records_holds_it() {
    let world = merged(false);
    let mut machine = world.machine();
    assert_eq!(step(&mut machine, INPUT, record(0, 100 * SECOND, 1, 1)), []);
    assert_eq!(machine.clocks(), [None]);
    let _ = step(&mut machine, OTHER, record(0, 5 * SECOND, 1, 1));
    assert_eq!(machine.clocks(), [Some(5 * SECOND)]);
    let _ = step(&mut machine, OTHER, record(1, 10 * SECOND, 1, 1));
    assert_eq!(machine.clocks(), [Some(10 * SECOND)]);
}

#[test]
fn when_every_lane_is_idle_the_clock_is_the_largest_lane_time_and_waking_does_not_move_it_back() {
    let world = merged(false);
    let mut machine = world.machine();
    machine.feed(INPUT, record(0, 100 * SECOND, 1, 1));
    machine.feed(OTHER, record(0, 5 * SECOND, 1, 1));
    machine.idle();
    assert_eq!(machine.clocks(), [Some(100 * SECOND)]);
    let closed = seen(&machine.take_emissions(), OUTPUT);
    assert_eq!(closed, [(1, Some(1), Some((0, 10 * SECOND)), 5 * SECOND)]);
    let late = step(&mut machine, OTHER, record(1, 50 * SECOND, 1, 1));
    assert_eq!(reasons(&late), ["late"]);
    assert_eq!(machine.clocks(), [Some(100 * SECOND)]);
}

#[test]
fn disorder_is_taken_off_the_watermark_and_advance_to_is_the_clock_itself() {
    let world = merged(false).disorder(INPUT, 3 * SECOND);
    let mut machine = world.machine();
    machine.feed(OTHER, record(0, 60 * SECOND, 1, 1));
    machine.feed(INPUT, record(0, 20 * SECOND, 1, 1));
    machine.run();
    assert_eq!(machine.clocks(), [Some(17 * SECOND)]);
    machine.advance_to(45 * SECOND);
    assert_eq!(machine.clocks(), [Some(45 * SECOND)]);
}

#[test]
fn below_an_internal_topic_the_clock_is_what_the_last_crossed_second_said() {
    let world = merged(true);
    let mut machine = world.machine();
    let mut feed = |topic, offset, micros| {
        machine.feed(topic, record(offset, micros, 1, 1));
        machine.run();
        machine.clocks()
    };
    assert_eq!(feed(OTHER, 0, 60 * SECOND), [None, None]);
    assert_eq!(feed(INPUT, 0, 1_400_000), [Some(1_400_000), Some(1_400_000)]);
    assert_eq!(feed(INPUT, 1, 1_900_000), [Some(1_900_000), Some(1_400_000)]);
    assert_eq!(feed(INPUT, 2, 2_500_000), [Some(2_500_000), Some(2_500_000)]);
    assert_eq!(feed(INPUT, 3, 2_999_999), [Some(2_999_999), Some(2_500_000)]);
    machine.idle();
    assert_eq!(machine.clocks(), [Some(60 * SECOND), Some(60 * SECOND)], "going idle says the clock too");
}

#[test]
fn a_task_that_wakes_tells_those_below_even_if_its_record_goes_nowhere() {
    let mut world = World::new();
    let (left, right) = (world.source(INPUT), world.source(OTHER));
    let condition = binary(Operation::Greater, column(0, 1), int(0), Type::Bool);
    let filter = world.add(OperatorKind::Filter { condition }, &[left]);
    let keyed = world.rekey(filter, true);
    let branch = |at| MergeBranch { columns: vec![column(at, 0), column(0, 1)] };
    let branches = vec![branch(1), branch(0)];
    let merge = world.add(OperatorKind::Merge { branches }, &[keyed, right]);
    world.sink(merge, false, false);
    let mut machine = world.machine();
    machine.feed(INPUT, record(0, 10 * SECOND, 1, 1));
    machine.feed(OTHER, record(0, 10 * SECOND, 1, 1));
    machine.idle();
    assert_eq!(machine.clocks(), [Some(10 * SECOND), Some(10 * SECOND)]);
    // Filtered, and no second crossed: the lane below is awake all the same and holds time back.
    machine.feed(INPUT, record(1, 10 * SECOND, 1, 0));
    machine.feed(OTHER, record(1, 50 * SECOND, 1, 1));
    machine.run();
    assert_eq!(machine.clocks(), [Some(10 * SECOND), Some(10 * SECOND)]);
}

#[test]
fn the_oldest_head_is_read_next_whatever_was_fed_first() {
    let world = merged(false);
    let mut machine = world.machine();
    machine.feed(OTHER, record(0, 20 * SECOND, 1, 1));
    machine.feed(INPUT, record(0, 5 * SECOND, 1, 1));
    machine.feed(INPUT, record(1, 8 * SECOND, 1, 1));
    machine.run();
    assert_eq!(reasons(&machine.take_emissions()), [] as [&str; 0]);
    assert_eq!(machine.clocks(), [Some(8 * SECOND)]);
}

#[test]
fn unconnected_pipelines_have_clocks_of_their_own_and_readers_of_one_source_share_one() {
    let mut world = World::new();
    let (left, right) = (world.source(INPUT), world.source(OTHER));
    world.sink(left, false, false);
    world.sink(right, false, false);
    assert_eq!(tasks(&world.job).len(), 2);
    world.sink(right, false, false);
    assert_eq!(tasks(&world.job).len(), 2);
}
