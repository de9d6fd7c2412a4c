//! `riparian status`: how a running job is, from the address it listens on.

mod ask;
mod shown;

use crate::exit::{Exit, Failure};
use crate::terminal::Terminal;

pub const LONG: &str = "\
Show how a running job is: whether it is healthy and ready, how far behind it is in records and in event time, what became of
the records at every node, what it keeps, and how far a restore is.

The job must listen: `riparian run --listen 127.0.0.1:9465`, or the environment's RIPARIAN_LISTEN, which this command reads as
well.

Exit codes: 0 healthy, 1 not, 4 nobody answers.";

#[derive(clap::Args)]
pub struct Status {
    /// Where the job listens.
    #[arg(long, value_name = "ADDR:PORT", env = "RIPARIAN_LISTEN", default_value = "127.0.0.1:9465")]
    at: String,
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// Tables.
    #[default]
    Human,
    /// One JSON object, as the job serves it.
    Json,
}

impl Status {
    pub fn run(self, terminal: &Terminal) -> Result<Exit, Failure> {
        let body = ask::status(&self.at)?;
        let wrong = |what: String| {
            format!(
                "what answers at {} is no job of riparian: {what}\nhelp: give the job's address with --at",
                self.at
            )
        };
        let status: serde_json::Value =
            serde_json::from_str(&body).map_err(|error| wrong(error.to_string()))?;
        let Some(healthy) = status.get("healthy").and_then(serde_json::Value::as_bool) else {
            return Err(wrong("it does not say whether it is healthy".to_string()).into());
        };
        match self.format {
            Format::Human => terminal.out(&shown::shown(&status)),
            Format::Json => terminal.out(&body),
        }
        Ok(if healthy { Exit::Done } else { Exit::Findings })
    }
}
