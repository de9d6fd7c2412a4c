//! The load: transfers, at an even pace, until it is told to stop.

use crate::ledger::{TOPIC, Transfers};
use crate::{Client, Error};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// Transfers are written this far apart, a handful at once.
const APART: Duration = Duration::from_millis(100);

/// Writes the transfers of a seed; how many there are in the topic at the end. A node that is away holds it up, and then it
/// does not catch up.
pub fn feed(client: &Client, seed: u64, per_second: u32, stop: &AtomicBool) -> Result<usize, Error> {
    let writer = client.writer_with(&[("linger.ms", "20")])?;
    let mut transfers = Transfers::new(seed).map(|transfer| transfer.record());
    let at_once = (per_second / 10).max(1) as usize;
    let mut written = 0;
    while !stop.load(Ordering::Relaxed) {
        let next = Instant::now() + APART;
        writer.write(TOPIC, transfers.by_ref().take(at_once))?;
        written += at_once;
        std::thread::sleep(next.saturating_duration_since(Instant::now()));
    }
    Ok(written)
}
