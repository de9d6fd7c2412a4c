//! Several workers of one process, each in a thread with a client of its own: started together, ended together.
//!
//! Nothing is shared between them on the way of a record; a process with four workers and four processes with one behave the
//! same.

use super::observe::Board;
use crate::broker::{self, BrokerLog, Client};
use crate::embedded::EmbeddedLog;
use crate::fail::Fatal;
use crate::job::Job;
use crate::worker::{Options, Summary, Worker};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How often a worker tells how far it is.
const TELL_EVERY: Duration = Duration::from_millis(200);
/// How often it is asked whether the program is to end.
const LOOK_EVERY: Duration = Duration::from_millis(20);
/// How long a worker may take to leave the group.
const LEAVE_WITHIN: Duration = Duration::from_secs(5);

/// What a worker has told of itself.
#[derive(Default)]
struct Told {
    summary: Summary,
    over: bool,
}

/// Runs as many workers as the board has places for until they are asked to stop, or one of them fails; the sum of what they have done. `connect` makes the
/// client of the worker of a number, in its thread; `local` has the partition counts of the broker.
pub(super) fn run<C: Client>(
    job: &'static Job,
    board: &Board,
    connect: &(dyn Fn(u32) -> Result<C, Fatal> + Sync),
    local: &EmbeddedLog,
    broker: &broker::Options,
    options: &Options,
    watch: &mut dyn FnMut(&Summary),
) -> Result<Summary, Fatal> {
    let asked = Arc::clone(&options.stop);
    let told: Vec<Mutex<Told>> = (0..board.size()).map(|_| Mutex::default()).collect();
    let failed: Mutex<Option<Fatal>> = Mutex::default();
    // Of this fleet alone: that a worker has failed is no request to end the program.
    let stop = Arc::new(AtomicBool::new(false));
    let options = &Options { stop: Arc::clone(&stop), ..options.clone() };
    let sum = || {
        let mut sum = Summary::default();
        told.iter().for_each(|told| sum.add(&told.lock().unwrap_or_else(PoisonError::into_inner).summary));
        sum
    };
    std::thread::scope(|scope| {
        for (number, told) in (0..).zip(&told) {
            let log = local.worker(number);
            let failed = &failed;
            scope.spawn(move || {
                let result = work(job, number, board, connect, log, broker, options, told);
                if let Err(fatal) = result {
                    board.reporter(number).failed(&fatal.to_string());
                    failed.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert(fatal);
                    options.stop.store(true, Ordering::Relaxed);
                }
                told.lock().unwrap_or_else(PoisonError::into_inner).over = true;
            });
        }
        while told.iter().any(|told| !told.lock().unwrap_or_else(PoisonError::into_inner).over) {
            std::thread::sleep(LOOK_EVERY);
            if asked.load(Ordering::Relaxed) {
                stop.store(true, Ordering::Relaxed);
            }
            watch(&sum());
        }
    });
    match failed.into_inner().unwrap_or_else(PoisonError::into_inner) {
        Some(fatal) => Err(fatal),
        None => Ok(sum()),
    }
}

#[allow(clippy::too_many_arguments, reason = "what the worker's thread is given")]
fn work<C: Client>(
    job: &'static Job,
    number: u32,
    board: &Board,
    connect: &(dyn Fn(u32) -> Result<C, Fatal> + Sync),
    local: EmbeddedLog,
    broker: &broker::Options,
    options: &Options,
    told: &Mutex<Told>,
) -> Result<(), Fatal> {
    let broker = broker::Options { report: board.reporter(number), worker: number, ..broker.clone() };
    let log = BrokerLog::open(job, connect(number)?, local, broker)?;
    let mut worker = Worker::start(job, log, options.clone())?;
    let mut last = Instant::now();
    let ended = worker.run(&mut |worker| {
        if last.elapsed() >= TELL_EVERY {
            last = Instant::now();
            told.lock().unwrap_or_else(PoisonError::into_inner).summary = worker.summary();
            board.post(number, || worker.glance());
        }
    });
    told.lock().unwrap_or_else(PoisonError::into_inner).summary = worker.summary();
    worker.into_log().close(LEAVE_WITHIN);
    ended.map(|_| ())
}
