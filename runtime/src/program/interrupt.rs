//! Being asked to end: by an interrupt or SIGTERM, within a deadline.

use crate::fail::Fatal;
use crate::report::{Event, Reporter};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// How often it is looked whether somebody has asked.
const LOOK_EVERY: Duration = Duration::from_millis(20);

/// The first interrupt asks the workers to commit and end; a second one ends the process at once.
pub(super) fn interruptible() -> Result<Arc<AtomicBool>, Fatal> {
    use signal_hook::consts::{SIGINT, SIGTERM};
    let stop = Arc::new(AtomicBool::new(false));
    for signal in [SIGINT, SIGTERM] {
        // In this order: the shutdown looks at the flag before this interrupt sets it.
        signal_hook::flag::register_conditional_shutdown(signal, 130, Arc::clone(&stop))
            .and_then(|_| signal_hook::flag::register(signal, Arc::clone(&stop)))
            .map_err(|error| Fatal::io("listening for interrupts", error))?;
    }
    Ok(stop)
}

/// How long a job that is asked to end may take.
#[derive(Debug)]
pub(super) struct Deadline {
    stop: Arc<AtomicBool>,
    is_said: Arc<AtomicBool>,
    within: Duration,
    report: Reporter,
}

impl Deadline {
    /// Once `stop` is set the job has this long; then the process ends with `code`, whatever it waits for. What is open is
    /// not committed then, and nobody will ever see it.
    pub(super) fn start(
        stop: &Arc<AtomicBool>,
        within: Duration,
        code: u8,
        report: &Reporter,
    ) -> Result<Self, Fatal> {
        let shared =
            || Deadline { stop: Arc::clone(stop), is_said: Arc::default(), within, report: report.clone() };
        let mine = shared();
        let theirs = Deadline { is_said: Arc::clone(&mine.is_said), ..shared() };
        let watch = move || {
            while !theirs.stop.load(Ordering::Relaxed) {
                std::thread::sleep(LOOK_EVERY);
            }
            theirs.say();
            std::thread::sleep(within);
            theirs.report.say(&Event::Overdue { within });
            // Not the orderly end: that waits for threads of libraries, which are what has not come to an end.
            signal_hook::low_level::exit(i32::from(code));
        };
        std::thread::Builder::new()
            .name("deadline".to_string())
            .spawn(watch)
            .map_err(|error| Fatal::io("starting the thread that watches the deadline", error))?;
        Ok(mine)
    }

    /// Says that the job is asked to end, if it is: once, also where it has ended before anybody looked.
    pub(super) fn say(&self) {
        if self.stop.load(Ordering::Relaxed) && !self.is_said.swap(true, Ordering::Relaxed) {
            self.report.say(&Event::Stopping { within: self.within });
        }
    }
}
