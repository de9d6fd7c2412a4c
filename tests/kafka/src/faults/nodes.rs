//! Trouble with the nodes: killed and restarted, paused so that connections hang, connections cut. One thing at a time, so that
//! never more than one node is away.

use super::diary::Diary;
use super::doors::Doors;
use crate::{Cluster, Error, Random};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

#[derive(Clone, Copy, Debug)]
enum Trouble {
    Kill,
    Pause,
    Cut,
    CutAll,
}

/// Drawn in an order of chance, then again.
const DECK: [Trouble; 5] = [Trouble::Kill, Trouble::Cut, Trouble::Pause, Trouble::Kill, Trouble::CutAll];

/// Makes trouble until it is told to stop, and leaves all nodes running; how many were killed.
pub fn trouble(
    cluster: &Cluster,
    doors: &Doors,
    random: &mut Random,
    stop: &AtomicBool,
    diary: &Diary<'_>,
) -> Result<u32, Error> {
    let mut kills = 0;
    loop {
        let mut deck = DECK;
        random.shuffle(&mut deck);
        for trouble in deck {
            if !nap(random.millis(500, 3_000), stop) {
                return Ok(kills);
            }
            let node = 1 + random.below(u64::from(cluster.nodes())) as u16;
            match trouble {
                Trouble::Kill => {
                    diary.note(format_args!("broker {node} killed"));
                    cluster.kill(node)?;
                    kills += 1;
                    nap(random.millis(0, 4_000), stop);
                    cluster.restart(node)?;
                    diary.note(format_args!("broker {node} is back"));
                }
                Trouble::Pause => {
                    diary.note(format_args!("broker {node} paused"));
                    cluster.pause(node)?;
                    nap(random.millis(500, 7_000), stop);
                    cluster.resume(node)?;
                    diary.note(format_args!("broker {node} resumed"));
                }
                Trouble::Cut => {
                    diary.note(format_args!("broker {node}: {} connections cut", doors.cut(Some(node))));
                }
                Trouble::CutAll => diary.note(format_args!("all {} connections cut", doors.cut(None))),
            }
        }
    }
}

/// Sleeps; false if it was told to stop meanwhile.
fn nap(time: Duration, stop: &AtomicBool) -> bool {
    let until = Instant::now() + time;
    while Instant::now() < until && !stop.load(Ordering::Relaxed) {
        std::thread::sleep(Duration::from_millis(20));
    }
    !stop.load(Ordering::Relaxed)
}
