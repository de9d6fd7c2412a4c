//! Sessions by definition (spec: window.session, time.late).

use super::build::*;
use crate::interpret::Machine;
use crate::model::TopicId;
use crate::plan::*;

const GAP: i64 = 10 * SECOND;

fn world(emit: Emit) -> World {
    let window = Some(Window::Session { gap: GAP });
    World::aggregating(grouped(window, 2 * SECOND, emit, call("count", Vec::new()), column(0, 0)))
        .disorder(INPUT, 60 * SECOND)
}

fn feed(machine: &mut Machine<'_>, offset: i64, second: i64) -> Vec<Seen> {
    seen(&step(machine, INPUT, record(offset, second * SECOND, 1, 1)), OUTPUT)
}

/// Count (none: retracted), first and last second, time.
fn session(count: Option<i64>, first: i64, last: i64, time: i64) -> Seen {
    (1, count, Some((first * SECOND, last * SECOND)), time * SECOND)
}

#[test]
fn events_exactly_a_gap_apart_are_one_session_and_a_merge_retracts_what_it_absorbs() {
    let world = world(Emit::Changes);
    let mut machine = world.machine();
    assert_eq!(feed(&mut machine, 0, 100), [session(Some(1), 100, 100, 100)]);
    assert_eq!(feed(&mut machine, 1, 120), [session(Some(1), 120, 120, 120)]);
    assert_eq!(
        feed(&mut machine, 2, 110),
        [session(None, 100, 100, 100), session(None, 120, 120, 120), session(Some(3), 100, 120, 120)]
    );
    // Within the bounds: the key stays, so it is one update.
    assert_eq!(feed(&mut machine, 3, 105), [session(Some(4), 100, 120, 120)]);
    assert_eq!(feed(&mut machine, 4, 131), [session(Some(1), 131, 131, 131)]);
    assert_balanced(&machine, &world.job);
}

#[test]
fn under_final_nothing_but_the_final_session_appears() {
    let world = world(Emit::Final);
    let mut machine = world.machine();
    for (offset, second) in [100, 120, 110].into_iter().enumerate() {
        assert_eq!(feed(&mut machine, offset as i64, second), []);
    }
    // It closes when last event + gap + grace is less than the clock: not yet at 132.
    machine.advance_to(132 * SECOND);
    assert_eq!(machine.take_emissions(), []);
    machine.advance_to(132 * SECOND + 1);
    assert_eq!(seen(&machine.take_emissions(), OUTPUT), [session(Some(3), 100, 120, 120)]);
}

#[test]
fn a_late_record_that_bridges_into_a_live_session_is_kept() {
    let world = world(Emit::Changes);
    let mut machine = world.machine();
    let _ = feed(&mut machine, 0, 100);
    machine.advance_to(112 * SECOND);
    let _ = machine.take_emissions();
    // Alone it would have closed (85 + 10 + 2 < 112).
    assert_eq!(reasons(&step(&mut machine, INPUT, record(1, 85 * SECOND, 1, 1))), ["late"]);
    assert_eq!(feed(&mut machine, 2, 90), [session(None, 100, 100, 100), session(Some(2), 90, 100, 100)]);
    assert_eq!(feed(&mut machine, 3, 85).last(), Some(&session(Some(3), 85, 100, 100)));
}

#[test]
fn held_back_retractions_come_before_the_merged_session() {
    let world = world(Emit::AtMostEvery(1_000 * SECOND));
    let mut machine = world.machine();
    let topic: TopicId = INPUT;
    for (offset, second) in [100, 120].into_iter().enumerate() {
        machine.feed(topic, record(offset as i64, second * SECOND, 1, 1));
    }
    machine.idle();
    assert_eq!(
        seen(&machine.take_emissions(), OUTPUT),
        [session(Some(1), 100, 100, 100), session(Some(1), 120, 120, 120)]
    );
    assert_eq!(feed(&mut machine, 2, 110), []);
    machine.idle();
    assert_eq!(
        seen(&machine.take_emissions(), OUTPUT),
        [session(None, 100, 100, 100), session(None, 120, 120, 120), session(Some(3), 100, 120, 120)]
    );
}
