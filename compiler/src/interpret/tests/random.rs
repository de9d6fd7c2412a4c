//! Random plans and inputs: nothing panics, every balance holds, a restart anywhere changes nothing.

use super::build::*;
use crate::interpret::{Emission, Input, Machine, Payload};
use crate::model::{TopicId, Type, Value};
use crate::plan::*;
use riparian_functions::Fail;

/// A small generator of its own: the same seed gives the same case on every machine.
struct Dice(u64);

impl Dice {
    /// 0 to `sides - 1`.
    fn roll(&mut self, sides: u64) -> i64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % sides) as i64
    }

    fn chance(&mut self, of: u64) -> bool {
        self.roll(of) == 0
    }
}

fn window(dice: &mut Dice) -> Option<Window> {
    let size = (1 + dice.roll(8)) * SECOND;
    match dice.roll(4) {
        0 => None,
        1 => Some(Window::Tumbling { size, offset: dice.roll(2) * SECOND }),
        2 => Some(Window::Hopping { size, every: size.min((1 + dice.roll(4)) * SECOND), offset: 0 }),
        _ => Some(Window::Session { gap: size }),
    }
}

/// source → (merge) → (where) → (join) → (each key once) → (rekey) → aggregate or not → sink.
fn world(dice: &mut Dice) -> World {
    let disorder = dice.roll(3) * 2 * SECOND;
    let mut world = World::new().disorder(INPUT, disorder);
    let mut at = world.source(INPUT);
    if dice.chance(2) {
        let other = world.source(OTHER);
        let branch = || MergeBranch { columns: vec![column(0, 0), column(0, 1)] };
        at = world.add(OperatorKind::Merge { branches: vec![branch(), branch()] }, &[at, other]);
    }
    if dice.chance(2) {
        let condition = binary(Operation::Greater, column(0, 1), int(dice.roll(3)), Type::Bool);
        at = world.add(OperatorKind::Filter { condition }, &[at]);
    }
    if dice.chance(2) {
        let table = world.source(TABLE);
        let as_of = dice.chance(2).then(|| {
            let time = ExprKind::Column(ColumnRef { binding: 0, column: 1, path: Vec::new() });
            expr(time, Type::Timestamp)
        });
        let history = dice.chance(2).then(|| dice.roll(9) * SECOND);
        let join = Join {
            left_outer: dice.chance(2),
            everywhere: false,
            on: vec![(column(0, 0), 0)],
            condition: None,
            as_of,
            history,
        };
        at = world.add(OperatorKind::Join(join), &[at, table]);
    }
    if dice.chance(3) {
        let key = vec![named("k", column(0, 0))];
        let within = dice.chance(2).then(|| dice.roll(9) * SECOND);
        at = world.add(OperatorKind::Deduplicate(Deduplicate { key, within }), &[at]);
    }
    if dice.chance(2) {
        let repartition = dice.chance(2);
        at = world.rekey(at, repartition);
    }
    let mut windowed = false;
    if !dice.chance(4) {
        let window = window(dice);
        windowed = window.is_some();
        let emit = match dice.roll(3) {
            0 => Emit::Changes,
            1 => Emit::AtMostEvery((1 + dice.roll(5)) * SECOND),
            _ if windowed => Emit::Final,
            _ => Emit::Changes,
        };
        let grace = dice.roll(3) * SECOND;
        let mut aggregate = grouped(window, grace, emit, call("count", Vec::new()), column(0, 0));
        if dice.chance(2) {
            aggregate.having = Some(binary(Operation::Greater, column(0, 1), int(1), Type::Bool));
        }
        if !windowed && dice.chance(2) {
            aggregate.bound = StateBound::Ttl(dice.roll(9) * SECOND);
        }
        at = world.add(OperatorKind::Aggregate(Box::new(aggregate)), &[at]);
    }
    let latest = windowed && dice.chance(3);
    world.sink(at, windowed && !latest, latest);
    world
}

fn input(dice: &mut Dice, offset: i64) -> (TopicId, Input) {
    let topic = [INPUT, INPUT, OTHER, TABLE][dice.roll(4) as usize];
    let time =
        (!dice.chance(20)).then(|| (offset / 2 + dice.roll(6)) * SECOND + dice.roll(1_000_000) - SECOND);
    let key = (topic == TABLE).then(|| vec![Value::Int(dice.roll(3))]);
    let payload = match dice.roll(20) {
        0 => Payload::Null,
        1 => Payload::Undecodable(Fail::InvalidJson),
        2 => Payload::Columns(vec![Ok(Value::Int(dice.roll(3))), Err(Fail::WrongType)]),
        3 => Payload::Columns(vec![Ok(Value::None), Ok(Value::Int(3))]),
        _ => Payload::values([Value::Int(dice.roll(3)), Value::Int(dice.roll(5))]),
    };
    (topic, Input { offset, time, key, payload })
}

fn finish(mut machine: Machine<'_>) -> Vec<Emission> {
    machine.idle();
    machine.advance_to(1_000 * SECOND);
    machine.take_emissions()
}

/// The rows of the output in order; reasons as a bag, since two tasks write dead letters each at its own pace.
fn by_topic(emissions: Vec<Emission>) -> (Vec<Emission>, Vec<String>) {
    let mut reasons = reasons(&emissions);
    reasons.sort();
    (emissions.into_iter().filter(|e| e.topic == OUTPUT).collect(), reasons)
}

#[test]
fn random_jobs_balance_and_survive_a_restart_anywhere() {
    for seed in 0..400 {
        let mut dice = Dice(seed);
        let world = world(&mut dice);
        let inputs: Vec<_> = (0..30).map(|offset| input(&mut dice, offset)).collect();
        let restart_at = dice.roll(30) as usize;
        let mut straight = world.machine();
        let mut restarted = world.machine();
        for (at, (topic, input)) in inputs.into_iter().enumerate() {
            for machine in [&mut straight, &mut restarted] {
                machine.feed(topic, input.clone());
                machine.run();
                if dice.0.is_multiple_of(7) {
                    machine.idle();
                }
                assert_balanced(machine, &world.job);
            }
            if at == restart_at {
                let mut next = world.machine();
                next.restore(restarted.snapshot());
                restarted = next;
            }
            dice.roll(2);
        }
        assert!(straight.is_settled(), "seed {seed}");
        assert_eq!(finish(straight), finish(restarted), "seed {seed}");
    }
}

/// Law R for batches: records fed together in the order of their times give what they give one by one.
#[test]
fn how_many_records_wait_at_once_does_not_show() {
    for seed in 0..200 {
        let mut dice = Dice(seed);
        let world = world(&mut dice);
        let mut inputs: Vec<_> = (0..30).map(|offset| input(&mut dice, offset)).collect();
        // One input topic, so that the choice among heads is the same whoever waits; in offset order as a log has it.
        inputs.retain(|(topic, _)| *topic == INPUT);
        let mut single = world.machine();
        let mut batched = world.machine();
        for (topic, input) in inputs {
            single.feed(topic, input.clone());
            single.run();
            batched.feed(topic, input);
        }
        batched.run();
        assert_eq!(by_topic(finish(single)), by_topic(finish(batched)), "seed {seed}");
    }
}

/// Law P for a single group: where nothing is late, the order of arrival does not show in the final result.
#[test]
fn with_enough_grace_the_order_of_arrival_does_not_show() {
    for seed in 0..200 {
        let mut dice = Dice(seed);
        let Some(window) = window(&mut dice) else { continue };
        let aggregate =
            grouped(Some(window), 100 * SECOND, Emit::Final, call("count", Vec::new()), column(0, 0));
        let world = World::aggregating(aggregate);
        let mut inputs: Vec<_> =
            (0..20).map(|offset| record(offset, (10 + dice.roll(30)) * SECOND, dice.roll(2), 1)).collect();
        let mut results = Vec::new();
        for _ in 0..2 {
            let mut machine = world.machine();
            inputs.iter().for_each(|input| machine.feed(INPUT, input.clone()));
            results.push(finish(machine));
            // Another order; an offset says where a record stands in its log, so it is given anew.
            for at in (1..inputs.len()).rev() {
                inputs.swap(at, dice.roll(at as u64 + 1) as usize);
            }
            for (offset, input) in inputs.iter_mut().enumerate() {
                input.offset = offset as i64;
            }
        }
        assert_eq!(results[0], results[1], "seed {seed}");
    }
}
