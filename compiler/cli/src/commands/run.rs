//! `riparian run`: check, build, run: on the embedded log, or on a broker.

use crate::build;
use crate::exit::{Exit, Failure};
use crate::project::{Format, Project};
use crate::terminal::Terminal;
use std::path::PathBuf;
use std::process::Command;

#[derive(clap::Args)]
pub struct Run {
    /// The job, if the workspace has several: `job` or `package.job`.
    job: Option<String>,
    /// The workspace, or a folder in it.
    #[arg(long, default_value = ".")]
    path: PathBuf,
    /// Read a topic from a file; `-` is standard input. May be repeated.
    #[arg(long, value_name = "TOPIC=PATH")]
    from: Vec<String>,
    /// Write a topic to a file; `-` is standard output. May be repeated.
    #[arg(long, value_name = "TOPIC=PATH")]
    to: Vec<String>,
    /// Start over: remove the job's log and state first.
    #[arg(long)]
    fresh: bool,
    /// Partitions of topics for which nothing else says how many.
    #[arg(long)]
    partitions: Option<u32>,
    /// Commits survive the end of the process, not loss of power.
    #[arg(long)]
    fast: bool,
    /// No progress and no summary.
    #[arg(long, short)]
    quiet: bool,
    #[command(flatten)]
    outside: Outside,
    #[command(flatten)]
    broker: Broker,
}

/// Seen from outside.
#[derive(clap::Args)]
#[command(next_help_heading = "Seen from outside")]
struct Outside {
    /// Serve /health, /ready, /metrics and /status over HTTP; port 0 is any free one, which is printed.
    #[arg(long, value_name = "ADDR:PORT", env = "RIPARIAN_LISTEN")]
    listen: Option<String>,
    /// How events are written to standard error; by default as text, on a broker only.
    #[arg(long, value_name = "FORM", value_parser = ["text", "json"])]
    log: Option<String>,
    /// After the first interrupt or SIGTERM: end without a commit if it takes longer than this. [default: 10]
    #[arg(long, value_name = "SECONDS", value_parser = clap::value_parser!(u64).range(1..=86_400))]
    stop_within: Option<u64>,
}

impl Outside {
    fn pass(&self, command: &mut Command) {
        for (name, value) in [("--listen", &self.listen), ("--log", &self.log)] {
            if let Some(value) = value {
                command.arg(name).arg(value);
            }
        }
        if let Some(seconds) = self.stop_within {
            command.arg("--stop-within").arg(seconds.to_string());
        }
    }
}

/// On a broker.
#[derive(clap::Args)]
#[command(next_help_heading = "On a broker")]
struct Broker {
    /// Run on this Apache Kafka until stopped, instead of on the embedded log.
    #[arg(long, value_name = "HOST:PORT,…", env = "RIPARIAN_BROKERS", conflicts_with_all = ["from", "to"])]
    brokers: Option<String>,
    /// Threads, each with its share of the tasks.
    #[arg(long, value_name = "N", requires = "brokers")]
    workers: Option<u32>,
    /// The name of this process among those that run the job, the same after a restart.
    #[arg(long, value_name = "NAME", requires = "brokers")]
    instance: Option<String>,
    /// Make missing topics that the job writes; internal ones are made in any case.
    #[arg(long, requires = "brokers", conflicts_with = "no_create")]
    create: bool,
    /// Make no topics, also no internal ones: only check them.
    #[arg(long, requires = "brokers")]
    no_create: bool,
    /// A setting of the client library, passed through; may be repeated.
    #[arg(long, value_name = "NAME=VALUE", requires = "brokers")]
    property: Vec<String>,
}

impl Broker {
    fn pass(&self, command: &mut Command) {
        let options = [("--brokers", &self.brokers), ("--instance", &self.instance)];
        for (name, value) in options {
            if let Some(value) = value {
                command.arg(name).arg(value);
            }
        }
        if let Some(workers) = self.workers {
            command.arg("--workers").arg(workers.to_string());
        }
        for property in &self.property {
            command.arg("--property").arg(property);
        }
        for (flag, on) in [("--create", self.create), ("--no-create", self.no_create)] {
            if on {
                command.arg(flag);
            }
        }
    }
}

impl Run {
    pub fn run(self, terminal: &Terminal) -> Result<Exit, Failure> {
        let project = Project::open(&self.path)?;
        project.show(terminal, Format::Human);
        if project.errors() > 0 {
            return Ok(Exit::Findings);
        }
        let job = match project.job(self.job.as_deref()) {
            Ok(job) => job,
            Err(error) => {
                terminal.error(&error);
                return Ok(Exit::Usage);
            }
        };
        let name = format!("{}.{}", job.package_path, job.name);
        let features = match &self.broker.brokers {
            Some(_) => build::Features::of(&self.broker.property),
            None => build::Features::Embedded,
        };
        let Some(binary) = build::binary(terminal, &project, job, features)? else {
            return Ok(Exit::Environment);
        };
        if !self.quiet {
            terminal.status("Running", &name);
        }
        let mut command = Command::new(&binary);
        command.arg("--job").arg(&name).arg("--root").arg(&project.loaded.root);
        for binding in &self.from {
            command.arg("--from").arg(binding);
        }
        for binding in &self.to {
            command.arg("--to").arg(binding);
        }
        if let Some(partitions) = self.partitions {
            command.arg("--partitions").arg(partitions.to_string());
        }
        for (flag, on) in [("--fresh", self.fresh), ("--fast", self.fast), ("--quiet", self.quiet)] {
            if on {
                command.arg(flag);
            }
        }
        self.outside.pass(&mut command);
        self.broker.pass(&mut command);
        let status = command.status().map_err(|error| format!("{}: {error}", binary.display()))?;
        Ok(match status.code() {
            Some(0) => Exit::Done,
            Some(2) => Exit::Usage,
            _ => Exit::Environment,
        })
    }
}
