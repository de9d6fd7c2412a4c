//! Who takes part, how each is started, and what it has cost.

use super::{INPUT, PARTITIONS, kafka_streams};
use crate::options::Options;
use riparian_kafka_tests::ledger::{Process, Start};
use riparian_kafka_tests::{Cluster, Error, processor};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// How long a run may take.
const PATIENCE: Duration = Duration::from_secs(600);
/// Where the generated job writes; the others have a topic per round.
const STATISTICS: &str = "market.statistics.v1";

pub enum Contestant {
    /// The generated job.
    Ours,
    /// The query by hand over the same client.
    Floor,
    /// Kafka Streams, with its jars.
    KafkaStreams(PathBuf),
}

/// What a run has cost.
pub struct Run {
    records: u64,
    seconds: f64,
    processor_seconds: f64,
    written: u64,
    peak_mb: Option<u64>,
    more: String,
}

impl Run {
    /// Millions of records per processor second.
    pub fn rate(&self) -> f64 {
        self.records as f64 / self.processor_seconds.max(1e-9) / 1e6
    }

    pub fn text(&self, name: &str, round: usize) -> String {
        let peak = self.peak_mb.map_or_else(String::new, |peak| format!(", peak {peak} MB"));
        format!(
            "round {round}: {name} {:.2} M records/CPU s ({:.2} CPU s, {:.1} s, {} rows written{peak}){}",
            self.rate(),
            self.processor_seconds,
            self.seconds,
            self.written,
            self.more
        )
    }
}

enum Of {
    Job(Process),
    Other(Child),
}

/// One that runs.
pub struct Started {
    of: Of,
    pub output: String,
    said: PathBuf,
    is_streams: bool,
}

impl Contestant {
    pub fn name(&self) -> &'static str {
        match self {
            Contestant::Ours => "ours",
            Contestant::Floor => "client_floor",
            Contestant::KafkaStreams(_) => "kafka_streams",
        }
    }

    pub fn start(
        &self,
        round: usize,
        options: &Options,
        cluster: &Cluster,
        folder: &Path,
    ) -> Result<Started, Error> {
        let own = std::env::current_exe().map_err(|error| Error::io("this program", &error))?;
        let client = cluster.client();
        let named = |name: &str| format!("{name}-{round}");
        let topic = |name: &str, policy: &str| {
            client.create_topic(name, PARTITIONS, &[("retention.ms", "-1"), ("cleanup.policy", policy)])
        };
        let said = folder.join(format!("{}-{round}.out", self.name()));
        let (of, output) = match self {
            Contestant::Ours => {
                if round > 1 {
                    client.delete_topic(STATISTICS)?;
                }
                topic(STATISTICS, "delete")?;
                let start = Start {
                    binary: &own,
                    job: "auctions",
                    bootstrap: cluster.bootstrap(),
                    folder,
                    instance: "ours",
                    arguments: &["--fresh", "--create"],
                    file_limit: None,
                };
                let job = start.process()?;
                return Ok(Started {
                    of: Of::Job(job),
                    output: STATISTICS.to_owned(),
                    said: folder.join("ours.out"),
                    is_streams: false,
                });
            }
            Contestant::Floor => {
                let (output, changes) = (named("floor"), named("floor-changes"));
                topic(&output, "delete")?;
                topic(&changes, "compact")?;
                let mut command = Command::new(own);
                command.args(["floor", cluster.bootstrap(), &named("floor-group"), INPUT, &output, &changes]);
                (command, output)
            }
            Contestant::KafkaStreams(jars) => {
                let output = named("kafka-streams");
                topic(&output, "delete")?;
                (kafka_streams::command(jars, cluster, folder, &output, options)?, output)
            }
        };
        let child = spawn(of, &said)?;
        let is_streams = matches!(self, Contestant::KafkaStreams(_));
        Ok(Started { of: Of::Other(child), output, said, is_streams })
    }
}

fn spawn(mut command: Command, said: &Path) -> Result<Child, Error> {
    let file = std::fs::File::create(said).map_err(|error| Error::io("the output", &error))?;
    let both = file.try_clone().map_err(|error| Error::io("the output", &error))?;
    command.stdin(Stdio::null()).stdout(file).stderr(both);
    riparian_kafka_tests::broker::keeper::spawn(command).map_err(|error| Error::io("a contestant", &error))
}

impl Started {
    fn id(&self) -> u32 {
        match &self.of {
            Of::Job(job) => job.id(),
            Of::Other(child) => child.id(),
        }
    }

    /// An error if it has ended, or takes too long.
    pub fn check(&mut self, elapsed: Duration, bids: u64) -> Result<(), Error> {
        let runs = match &mut self.of {
            Of::Job(job) => job.runs(),
            // It ends by itself when it is through; what it has written may still have to be read.
            Of::Other(child) => self.is_streams || matches!(child.try_wait(), Ok(None)),
        };
        if runs && elapsed < PATIENCE {
            return Ok(());
        }
        let said = std::fs::read_to_string(&self.said).unwrap_or_default();
        Err(Error::new(format!("after {elapsed:?} {bids} bids are counted, and no more: {said}")))
    }

    /// Everything is committed: what it has cost until now. Kafka Streams tells what it has used itself, without its warming up.
    pub fn end(mut self, records: u64, elapsed: Duration, written: u64) -> Result<Run, Error> {
        let used = processor::seconds(&self.id().to_string());
        let peak_mb = peak_mb(self.id());
        match &mut self.of {
            Of::Job(job) => {
                job.stop(Duration::from_secs(30))?;
            }
            Of::Other(child) if self.is_streams => {
                let _ = child.wait();
            }
            Of::Other(child) => {
                let _ = child.kill().and_then(|()| child.wait());
            }
        }
        let run = Run {
            records,
            seconds: elapsed.as_secs_f64(),
            processor_seconds: used.unwrap_or_default(),
            written,
            peak_mb,
            more: String::new(),
        };
        if self.is_streams { kafka_streams::told(run, &self.said) } else { Ok(run) }
    }
}

impl Run {
    /// The same with a count of its own: so many records took so many processor seconds.
    pub fn warm(self, records: u64, processor_seconds: f64, more: String) -> Run {
        Run { records, processor_seconds, more, ..self }
    }
}

/// The most memory a process has had, on Linux.
fn peak_mb(process: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    Some(line.split_whitespace().nth(1)?.parse::<u64>().ok()? / 1024)
}
