//! The events of a job's life, each in words for people and in fields for programs.

use std::net::SocketAddr;
use std::time::Duration;

/// How much an event matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    Info,
    Warn,
    Error,
}

impl Level {
    pub fn name(self) -> &'static str {
        match self {
            Level::Info => "info",
            Level::Warn => "warn",
            Level::Error => "error",
        }
    }
}

/// Something that happens to a job. Tasks are named `stage/partition`.
#[derive(Clone, Copy, Debug)]
pub enum Event<'a> {
    Start {
        brokers: &'a str,
        workers: u32,
        directory: &'a str,
    },
    Listening {
        address: SocketAddr,
    },
    /// The worker's tasks from now on.
    Assigned {
        tasks: &'a [String],
    },
    /// They are given back after a commit.
    Revoked {
        tasks: usize,
    },
    /// They are somebody else's already.
    Lost {
        tasks: usize,
    },
    RestoreStart {
        task: &'a str,
        store: &'a str,
        records: u64,
    },
    RestoreProgress {
        task: &'a str,
        store: &'a str,
        done: u64,
        records: u64,
        per_second: u64,
    },
    RestoreEnd {
        task: &'a str,
        store: &'a str,
        records: u64,
        took: Duration,
        per_second: u64,
    },
    /// Local state cannot be read.
    LocalCorrupt {
        place: &'a str,
        detail: &'a str,
    },
    /// `then`: what is done about it.
    CommitFailed {
        why: &'a str,
        then: &'a str,
    },
    /// A worker's name is another member's: all workers begin anew.
    NameTaken {
        why: &'a str,
    },
    BrokerAway {
        why: &'a str,
    },
    BrokerBack {
        after: Duration,
    },
    Stopping {
        within: Duration,
    },
    /// It has not ended in time.
    Overdue {
        within: Duration,
    },
    Stopped {
        commits: u64,
    },
    Failed {
        why: &'a str,
    },
}

/// A field of an event.
#[derive(Clone, Debug, PartialEq)]
pub enum Field<'a> {
    Text(&'a str),
    Count(u64),
    Seconds(f64),
    List(&'a [String]),
}

impl<'a> Event<'a> {
    pub fn level(&self) -> Level {
        match self {
            Event::Failed { .. } | Event::Overdue { .. } => Level::Error,
            Event::Lost { .. }
            | Event::LocalCorrupt { .. }
            | Event::CommitFailed { .. }
            | Event::NameTaken { .. }
            | Event::BrokerAway { .. }
            | Event::BrokerBack { .. } => Level::Warn,
            _ => Level::Info,
        }
    }

    /// What programs know the event by.
    pub fn name(&self) -> &'static str {
        match self {
            Event::Start { .. } => "start",
            Event::Listening { .. } => "listening",
            Event::Assigned { .. } => "assigned",
            Event::Revoked { .. } => "revoked",
            Event::Lost { .. } => "lost",
            Event::RestoreStart { .. } => "restore_start",
            Event::RestoreProgress { .. } => "restore_progress",
            Event::RestoreEnd { .. } => "restore_end",
            Event::LocalCorrupt { .. } => "local_corrupt",
            Event::CommitFailed { .. } => "commit_failed",
            Event::NameTaken { .. } => "name_taken",
            Event::BrokerAway { .. } => "broker_away",
            Event::BrokerBack { .. } => "broker_back",
            Event::Stopping { .. } => "stopping",
            Event::Overdue { .. } => "overdue",
            Event::Stopped { .. } => "stopped",
            Event::Failed { .. } => "failed",
        }
    }

    /// One sentence.
    pub fn text(&self) -> String {
        match self {
            Event::Start { brokers, workers, directory } => {
                format!(
                    "started on {brokers} with {}, local state in {directory}",
                    counted(*workers as usize, "worker")
                )
            }
            Event::Listening { address } => {
                format!("listening on http://{address}: /health /ready /metrics /status")
            }
            Event::Assigned { tasks: [] } => "no tasks: other members of the group have them all".to_string(),
            Event::Assigned { tasks } => {
                format!("assigned {}: {}", counted(tasks.len(), "task"), tasks.join(", "))
            }
            Event::Revoked { tasks } => {
                format!(
                    "{} revoked: what is open is committed, then they are given back",
                    counted(*tasks, "task")
                )
            }
            Event::Lost { tasks } => format!(
                "{} lost with the member's session: what was open is not committed, and is done by whoever gets them",
                counted(*tasks, "task")
            ),
            Event::RestoreStart { task, store, records } => {
                format!("restoring {store} of {task}: {records} records of its changelog")
            }
            Event::RestoreProgress { task, store, done, records, per_second } => {
                format!("restoring {store} of {task}: {done} of {records} records, {per_second}/s")
            }
            Event::RestoreEnd { task, store, records, took, per_second } => format!(
                "restored {store} of {task}: {records} records in {:.1} s, {per_second}/s",
                took.as_secs_f64()
            ),
            Event::LocalCorrupt { place, detail } => {
                format!("{place} is corrupt: {detail}; state is read from the changelogs instead")
            }
            Event::CommitFailed { why, then } => format!("a commit has failed: {why}; {then}"),
            Event::NameTaken { why } => {
                format!("{why}: joining again once; it may have been this one's own join, answered late")
            }
            Event::BrokerAway { why } => format!("no answer from the brokers, trying on: {why}"),
            Event::BrokerBack { after } => {
                format!("the brokers answer again after {:.1} s", after.as_secs_f64())
            }
            Event::Stopping { within } => {
                format!("stopping: what is open is committed, within {} s", within.as_secs_f64())
            }
            Event::Overdue { within } => format!(
                "not stopped within {} s: ended anyway; what was open is not committed, and is done again by the next start",
                within.as_secs_f64()
            ),
            Event::Stopped { commits } => {
                format!("stopped after {commits} commits: the next start goes on from here")
            }
            Event::Failed { why } => (*why).to_string(),
        }
    }

    /// What the sentence is about, by name.
    pub fn fields(&self) -> Vec<(&'static str, Field<'a>)> {
        let seconds = |time: &Duration| Field::Seconds(time.as_secs_f64());
        match self {
            Event::Start { brokers, workers, directory } => vec![
                ("brokers", Field::Text(brokers)),
                ("workers", Field::Count(u64::from(*workers))),
                ("directory", Field::Text(directory)),
            ],
            // The message has it: an address is no borrowed text.
            Event::Listening { address } => vec![("port", Field::Count(u64::from(address.port())))],
            Event::Assigned { tasks } => vec![("tasks", Field::List(tasks))],
            Event::Revoked { tasks } | Event::Lost { tasks } => vec![("count", Field::Count(*tasks as u64))],
            Event::RestoreStart { task, store, records } => {
                vec![
                    ("task", Field::Text(task)),
                    ("store", Field::Text(store)),
                    ("records", Field::Count(*records)),
                ]
            }
            Event::RestoreProgress { task, store, done, records, per_second } => vec![
                ("task", Field::Text(task)),
                ("store", Field::Text(store)),
                ("done", Field::Count(*done)),
                ("records", Field::Count(*records)),
                ("per_second", Field::Count(*per_second)),
            ],
            Event::RestoreEnd { task, store, records, took, per_second } => vec![
                ("task", Field::Text(task)),
                ("store", Field::Text(store)),
                ("records", Field::Count(*records)),
                ("seconds", seconds(took)),
                ("per_second", Field::Count(*per_second)),
            ],
            Event::LocalCorrupt { place, detail } => {
                vec![("place", Field::Text(place)), ("detail", Field::Text(detail))]
            }
            Event::CommitFailed { why, then } => vec![("why", Field::Text(why)), ("then", Field::Text(then))],
            Event::NameTaken { why } | Event::BrokerAway { why } | Event::Failed { why } => {
                vec![("why", Field::Text(why))]
            }
            Event::BrokerBack { after } => vec![("seconds", seconds(after))],
            Event::Stopping { within } | Event::Overdue { within } => {
                vec![("within_seconds", seconds(within))]
            }
            Event::Stopped { commits } => vec![("commits", Field::Count(*commits))],
        }
    }
}

fn counted(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}
