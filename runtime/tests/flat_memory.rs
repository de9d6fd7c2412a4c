//! Memory stays flat over a long run: at the same rate of events, what is alive after many windows is what was alive
//! after few. On the embedded log, with everything that comes and goes there: segments, snapshots, late and bad records.

#[allow(dead_code, reason = "written for tests that look at more of it")]
#[path = "by_hand/velocity.rs"]
mod velocity;

use riparian::embedded::{Durability, EmbeddedLog, Options};
use riparian::files::Binding;
use riparian::worker::{self, Ended, Worker};
use std::alloc::{GlobalAlloc, Layout, System};
use std::fmt::Write as _;
use std::ops::Range;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use velocity::{SECOND, rate, transfer};

struct Counting;

/// Bytes that have been allocated and not freed.
static ALIVE: AtomicUsize = AtomicUsize::new(0);

// SAFETY: every call is handed to the system's allocator unchanged.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        ALIVE.fetch_add(layout.size(), Ordering::Relaxed);
        // SAFETY: as promised by the caller.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, ptr: *mut u8, layout: Layout) {
        ALIVE.fetch_sub(layout.size(), Ordering::Relaxed);
        // SAFETY: as promised by the caller.
        unsafe { System.dealloc(ptr, layout) }
    }

    unsafe fn realloc(&self, ptr: *mut u8, layout: Layout, new_size: usize) -> *mut u8 {
        ALIVE.fetch_add(new_size, Ordering::Relaxed);
        ALIVE.fetch_sub(layout.size(), Ordering::Relaxed);
        // SAFETY: as promised by the caller.
        unsafe { System.realloc(ptr, layout, new_size) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

const RECORDS: u64 = 400_000;
/// Where the two measurements are taken: as long, and as far into the run as the one, and as the whole run less that.
const EARLY: Range<u64> = 100_000..200_000;
const LATE: Range<u64> = 300_000..400_000;

/// A hundred transfers per second of event time, so that the run crosses a window's end every twenty seconds.
fn transfers(path: &Path) {
    let mut text = String::new();
    for n in 0..RECORDS as i64 {
        let at = 1_000 * SECOND + n * SECOND / 100 - n * 7919 % (8 * SECOND);
        let (sender, currency) = (n * n % 997, n % 50 / 49);
        let line = match n % 1_000 {
            // Later than any window, broken, and without a rate.
            0 => transfer(sender, 1, 0, (at - 200 * SECOND).max(0)),
            1 => "{".to_owned(),
            _ => transfer(sender, n % 11, currency, at),
        };
        writeln!(text, "{line}").unwrap();
    }
    std::fs::write(path, text).unwrap();
}

/// Runs to the end; the most that was alive at any look during the early and during the late part. `each` is called
/// with the number of records read since its last call.
fn run(folder: &Path, name: &str, mut each: impl FnMut(u64)) -> (usize, usize) {
    let binding =
        |topic: &str, file: &str| Binding::from(&format!("{topic}={}", folder.join(file).display())).unwrap();
    let log = EmbeddedLog::open_with(
        &folder.join(name),
        &velocity::JOB,
        Options {
            durability: Durability::Process,
            segment_bytes: 4 << 20,
            retain_bytes: Some(8 << 20),
            bindings: vec![binding("transfer_completed", "t.jsonl"), binding("reference_rates", "r.jsonl")],
            ..Options::default()
        },
        Box::new(std::io::empty()),
        Box::new(std::io::sink()),
    )
    .unwrap();
    let options = worker::Options {
        commit_every: Duration::from_secs(3_600),
        commit_records: 5_000,
        ..worker::Options::default()
    };
    let mut worker = Worker::start(&velocity::JOB, log, options).unwrap();
    let (mut read, mut early, mut late) = (0, 0, 0);
    let ended = worker.run(&mut |worker| {
        let now = worker.summary().inputs[0].counts.entered;
        each(now - read);
        read = now;
        let alive = ALIVE.load(Ordering::Relaxed);
        if EARLY.contains(&read) {
            early = early.max(alive);
        } else if LATE.contains(&read) {
            late = late.max(alive);
        }
    });
    assert_eq!(ended.unwrap(), Ended::Finished);
    let summary = worker.summary();
    assert_eq!(summary.inputs[0].counts.entered, RECORDS);
    assert!(summary.balances());
    assert!(summary.nodes.iter().any(|node| node.counts.late > 100), "{summary:?}");
    (early, late)
}

/// Less than three bytes per record of the time between the two measurements.
fn is_flat(early: usize, late: usize) -> bool {
    late < early + 512 * 1024
}

#[test]
fn what_is_alive_does_not_grow_with_the_length_of_the_run() {
    let folder = tempfile::tempdir().unwrap();
    transfers(&folder.path().join("t.jsonl"));
    std::fs::write(folder.path().join("r.jsonl"), rate(0, 2, 0) + "\n").unwrap();
    let (early, late) = run(folder.path(), "log", |_| {});
    assert!(early > 0 && is_flat(early, late), "alive early on {early}, late {late} bytes");

    // The measure finds what it is for: four bytes of every record kept.
    let mut kept: Vec<u32> = Vec::new();
    let (early, late) = run(folder.path(), "leaking", |read| {
        kept.extend((0..read).map(|n| n as u32));
        kept.shrink_to_fit();
    });
    assert!(!is_flat(early, late), "alive early on {early}, late {late} bytes");
}
