//! The threads of this machine: the compiler's core has none.

use riparian_compiler::workspace::Spread;
use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Fewer pieces than this are not worth a thread.
const WORTH_A_THREAD: usize = 8;

/// Does independent pieces of work on as many threads as the machine runs at a time.
#[derive(Clone, Copy, Debug, Default)]
pub struct Threads;

impl Spread for Threads {
    fn each(&self, count: usize, work: &(dyn Fn(usize) + Sync)) {
        let threads = thread::available_parallelism().map_or(1, NonZeroUsize::get);
        let next = AtomicUsize::new(0);
        // Who is done with a piece takes the next: pieces are not of one size, and threads not of one speed.
        let take = || {
            loop {
                let index = next.fetch_add(1, Ordering::Relaxed);
                if index >= count {
                    return;
                }
                work(index);
            }
        };
        thread::scope(|scope| {
            for _ in 1..threads.min(count / WORTH_A_THREAD) {
                scope.spawn(take);
            }
            take();
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_piece_is_done_once() {
        for count in [0, 1, 7, 8, 1000] {
            let done: Vec<AtomicUsize> = (0..count).map(|_| AtomicUsize::new(0)).collect();
            Threads.each(count, &|index| {
                done[index].fetch_add(1, Ordering::Relaxed);
            });
            assert!(done.iter().all(|times| times.load(Ordering::Relaxed) == 1), "{count}");
        }
    }
}
