//! How things go wrong: a record that cannot be used, and a task that cannot go on.

pub use riparian_functions::Fail;
use std::fmt;

/// Index into the job's table of sites: where in the `.stream` source something happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Site(pub u16);

/// A record that a node cannot use: it goes where the site's route says, and the run goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reject {
    pub site: Site,
    pub fail: Fail,
}

/// `expression.at(SITE)?`: gives a failure its place.
pub trait At<T> {
    fn at(self, site: Site) -> Result<T, Reject>;
}

impl<T> At<T> for Result<T, Fail> {
    #[inline]
    fn at(self, site: Site) -> Result<T, Reject> {
        self.map_err(|fail| Reject { site, fail })
    }
}

/// The task cannot go on: the log cannot be read or written, state is corrupt, a route says `stop`.
#[derive(Debug)]
pub enum Fatal {
    /// `stop` was said for this kind of record; site, reason, the record's topic and offset (none: no record, but the
    /// clock caused it), and where it is for people.
    Stopped { site: Site, fail: Fail, record: Option<(&'static str, i64)>, coordinates: String },
    /// An operation on a file or directory failed.
    Io { what: String, error: std::io::Error },
    /// Something on disk is not what was written; never read past.
    Corrupt { place: String, detail: String },
    /// The copy of what a broker has committed is not what was written: it can be made anew from the changelogs.
    LocalState { place: String, detail: String },
    /// The directory belongs to another process.
    Locked { directory: String },
    /// State of another layout than this job's (spec: evolution.layout).
    Layout { store: String, found: String, wanted: String },
    /// A broker cannot be reached, or refuses: a message with a help.
    Broker { message: String, help: String },
    /// A worker's name in the group has been given to another member, which may be what became of its own join while brokers were
    /// away: a message with a help.
    Replaced { message: String, help: String },
    /// What the user configured cannot be run: a message with a help.
    Configuration { message: String, help: String },
}

impl Fatal {
    pub fn io(what: impl Into<String>, error: std::io::Error) -> Self {
        Fatal::Io { what: what.into(), error }
    }

    pub fn corrupt(place: impl Into<String>, detail: impl Into<String>) -> Self {
        Fatal::Corrupt { place: place.into(), detail: detail.into() }
    }

    /// The failure as one of local state beside a broker.
    pub(crate) fn of_local_state(self) -> Self {
        match self {
            Fatal::Corrupt { place, detail } => Fatal::LocalState { place, detail },
            other => other,
        }
    }

    pub fn configuration(message: impl Into<String>, help: impl Into<String>) -> Self {
        Fatal::Configuration { message: message.into(), help: help.into() }
    }
}

impl fmt::Display for Fatal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fatal::Stopped { fail, coordinates, .. } => {
                write!(f, "a record is unusable ({fail}) and its route says stop: {coordinates}")
            }
            Fatal::Io { what, error } => {
                write!(f, "{what}: {error}")?;
                if is_full(error) {
                    f.write_str(
                        "\nhelp: make room there and start again: the job goes on from its last commit",
                    )?;
                }
                Ok(())
            }
            Fatal::LocalState { place, detail } => {
                write!(
                    f,
                    "local state, {place}, is corrupt: {detail}\nhelp: remove the directory; what the broker has committed is read from the changelogs"
                )
            }
            Fatal::Corrupt { place, detail } => write!(f, "{place} is corrupt: {detail}"),
            Fatal::Locked { directory } => {
                write!(
                    f,
                    "{directory} is in use by another process\nhelp: stop it first; a job's log and state have one process at a time"
                )
            }
            Fatal::Layout { store, found, wanted } => write!(
                f,
                "the state of {store} has another layout than this job\n  on disk:  {found}\n  this job: {wanted}\nhelp: run with --fresh to start over without the old state"
            ),
            Fatal::Configuration { message, help }
            | Fatal::Broker { message, help }
            | Fatal::Replaced { message, help } => {
                write!(f, "{message}\nhelp: {help}")
            }
        }
    }
}

/// Whether room is all that is missing.
fn is_full(error: &std::io::Error) -> bool {
    use std::io::ErrorKind::{FileTooLarge, QuotaExceeded, StorageFull};
    matches!(error.kind(), StorageFull | QuotaExceeded | FileTooLarge)
}

impl std::error::Error for Fatal {}
