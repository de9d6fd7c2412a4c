//! The one line that moves while a job runs, on a terminal only.

use super::summary::number;
use std::io::{IsTerminal, Write, stderr};
use std::time::{Duration, Instant};

/// How often the line is drawn anew.
const EVERY: Duration = Duration::from_millis(250);

/// What the line shows.
#[derive(Clone, Copy, Debug, Default)]
pub struct Glance {
    /// Records read from the job's inputs.
    pub records: u64,
    /// The clock of the task that is furthest behind, microseconds; `None` before the first record.
    pub event_time: Option<i64>,
    pub state_rows: usize,
    pub late: u64,
    pub dead: u64,
}

pub struct Progress {
    live: bool,
    started: Instant,
    first: u64,
    drawn: Option<(Instant, u64)>,
}

impl Progress {
    pub fn new(quiet: bool, records: u64) -> Self {
        Progress {
            live: !quiet && stderr().is_terminal(),
            started: Instant::now(),
            first: records,
            drawn: None,
        }
    }

    /// Whether it is time to look again; cheap enough for every run of records.
    pub fn due(&self) -> bool {
        self.live && self.drawn.is_none_or(|(at, _)| at.elapsed() >= EVERY)
    }

    pub fn draw(&mut self, glance: Glance) {
        let now = Instant::now();
        let (since, before) = self.drawn.unwrap_or((self.started, self.first));
        let seconds = now.duration_since(since).as_secs_f64();
        let rate = if seconds > 0.0 {
            ((glance.records - before.min(glance.records)) as f64 / seconds) as u64
        } else {
            0
        };
        let time = glance.event_time.map_or_else(
            || "-".to_string(),
            |t| {
                riparian_functions::time::timestamp_text(riparian_functions::time::Timestamp(
                    t / 1_000_000 * 1_000_000,
                ))
            },
        );
        let line = format!(
            "{} records  {}/s  event time {time}  state {} rows  late {}  dead {}",
            number(glance.records),
            number(rate),
            number(glance.state_rows as u64),
            number(glance.late),
            number(glance.dead)
        );
        let _ = write!(stderr(), "\r\x1b[2K{line}");
        let _ = stderr().flush();
        self.drawn = Some((now, glance.records));
    }

    /// Takes the line away and says how long it took.
    pub fn finish(&self) -> Duration {
        if self.live && self.drawn.is_some() {
            let _ = write!(stderr(), "\r\x1b[2K");
        }
        self.started.elapsed()
    }
}
