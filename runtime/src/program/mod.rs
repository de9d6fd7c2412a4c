//! The `main` of a job binary: arguments, where things are, progress, the readable end.
//!
//! Knows people and processes; everything about records is the worker's.

mod cluster;
mod description;
mod fleet;
mod interrupt;
mod local;
pub mod observe;
mod options;
mod progress;
mod summary;

pub use description::{Program, TokenSource};

use crate::embedded::{Durability, EmbeddedLog, Options};
use crate::fail::Fatal;
use crate::history;
use crate::job::{Job, Role};
use crate::report::{Event, Form, Phase, Reporter};
use crate::testing;
use crate::tokens::Tokens;
use crate::worker::{self, Ended, Worker};
use observe::{Board, Listener};
use options::{Action, Arguments};
use progress::{Glance, Progress};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Wrong arguments.
const USAGE: u8 = 2;
/// The log, a file, another process.
const ENVIRONMENT: u8 = 4;

/// Runs the program's job, as its arguments say.
#[allow(clippy::print_stdout, clippy::print_stderr)]
pub fn main(program: &'static Program) -> ExitCode {
    let arguments = match options::parse(std::env::args().skip(1)) {
        Ok(Action::Help) => {
            print!("{}", options::HELP);
            return ExitCode::SUCCESS;
        }
        Ok(Action::Drive) => return drive(program),
        Ok(Action::Run(arguments)) => arguments,
        Err(error) => return failed(USAGE, &error),
    };
    let job = match program.job(arguments.job.as_deref()) {
        Ok(job) => job,
        Err(error) => return failed(USAGE, &error),
    };
    let code = |error: &Fatal| if matches!(error, Fatal::Configuration { .. }) { USAGE } else { ENVIRONMENT };
    match run(program, job, &arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if arguments.log == Some(Form::Json) => {
            let report = Reporter::new(job, &arguments.instance, Form::Json, true);
            report.say(&Event::Failed { why: &error.to_string() });
            ExitCode::from(code(&error))
        }
        Err(error) => failed(code(&error), &error.to_string()),
    }
}

/// Any job of the program, as `package.job`, follows the commands on standard input.
fn drive(program: &'static Program) -> ExitCode {
    let named = program.jobs.iter().map(|job| (format!("{}.{}", job.package, job.name), *job));
    match testing::drive(named, std::io::stdin().lock(), std::io::stdout().lock()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => failed(ENVIRONMENT, &error),
    }
}

#[allow(clippy::print_stderr)]
fn failed(code: u8, message: &str) -> ExitCode {
    eprintln!("error: {message}");
    ExitCode::from(code)
}

/// The directory of a job's log: `--dir`, else the program's data folder with a folder per job.
fn directory(program: &Program, job: &Job, arguments: &Arguments) -> PathBuf {
    match &arguments.directory {
        Some(directory) => directory.clone(),
        None => arguments.root.join(program.data).join(format!("{}.{}", job.package, job.name)),
    }
}

/// Removes a job's log, so that it starts from nothing; never one that another process holds.
fn remove(directory: &Path) -> Result<(), Fatal> {
    let lock = directory.join("LOCK");
    if let Ok(file) = std::fs::File::open(&lock)
        && file.try_lock().is_err()
    {
        return Err(Fatal::Locked { directory: directory.display().to_string() });
    }
    match std::fs::remove_dir_all(directory) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(Fatal::io(format!("removing {}", directory.display()), error)),
    }
}

fn log_options(program: &Program, job: &Job, arguments: &Arguments) -> Result<Options, Fatal> {
    Ok(Options {
        durability: if arguments.fast { Durability::Process } else { Durability::Power },
        partitions: arguments.partitions.unwrap_or(program.partitions),
        keep_everything: arguments.keep_everything,
        bindings: program.bindings(job, arguments)?,
        ..Options::default()
    })
}

fn run(program: &Program, job: &'static Job, arguments: &Arguments) -> Result<(), Fatal> {
    let brokers = arguments.brokers.clone().or_else(|| std::env::var("RIPARIAN_BROKERS").ok());
    let brokers = brokers.filter(|brokers| !brokers.is_empty());
    let report = match (arguments.log, &brokers) {
        // The moving line and the summary say it.
        (None, None) => Reporter::new(job, &arguments.instance, Form::Text, true),
        (form, _) => Reporter::new(job, &arguments.instance, form.unwrap_or_default(), arguments.quiet),
    };
    let stop = interrupt::interruptible()?;
    let deadline = interrupt::Deadline::start(&stop, arguments.stop_within, ENVIRONMENT, &report)?;
    let tokens = Arc::new(Tokens::load(job, program.tokens, &arguments.root)?);
    let options = worker::Options { stop, tokens, ..worker::Options::default() };
    let workers = if brokers.is_some() { arguments.workers } else { 1 };
    let board = Arc::new(Board::new(job, &arguments.instance, &report, workers));
    // Until this returns.
    let _listener = listen(arguments, &board, &report)?;
    match brokers {
        Some(brokers) => {
            // Where the job runs is part of what its directory is.
            let name = format!("{}.{}@{}", job.package, job.name, arguments.instance);
            let directory =
                arguments.directory.clone().unwrap_or_else(|| arguments.root.join(program.data).join(name));
            let place = directory.display().to_string();
            report.say(&Event::Start { brokers: &brokers, workers, directory: &place });
            let mut progress = Progress::new(is_plain(arguments), 0);
            let mut scene = Scene { board: &board, report: &report, progress: &mut progress };
            let totals = cluster::run(program, job, arguments, &brokers, &directory, &options, &mut scene)?;
            deadline.say();
            let run = Run { totals, before: 0, took: progress.finish(), ended: Ended::Stopped };
            end(job, arguments, &report, &run, &directory);
        }
        None => {
            let directory = directory(program, job, arguments);
            let run = embedded(program, job, arguments, &directory, options, &board)?;
            deadline.say();
            end(job, arguments, &report, &run, &directory);
        }
    }
    Ok(())
}

/// Where a run on a broker shows itself.
struct Scene<'a> {
    board: &'a Board,
    report: &'a Reporter,
    progress: &'a mut Progress,
}

/// Standard error is not for people: no moving line, no tables.
fn is_plain(arguments: &Arguments) -> bool {
    arguments.quiet || arguments.log == Some(Form::Json)
}

/// Serves what the board shows, if the arguments or the environment say where. The address is said in any case: a port that
/// was found is of no use to nobody.
#[allow(clippy::print_stderr)]
fn listen(arguments: &Arguments, board: &Arc<Board>, report: &Reporter) -> Result<Option<Listener>, Fatal> {
    let at = arguments.listen.clone().or_else(|| std::env::var("RIPARIAN_LISTEN").ok());
    let Some(at) = at.filter(|at| !at.is_empty()) else { return Ok(None) };
    let listener = Listener::start(&at, Arc::clone(board))?;
    match arguments.log {
        Some(_) => report.say(&Event::Listening { address: listener.address() }),
        None => eprintln!("Listening on http://{}", listener.address()),
    }
    Ok(Some(listener))
}

/// How often the worker of an embedded run shows itself.
const POST_EVERY: Duration = Duration::from_millis(200);

/// What a run has come to.
struct Run {
    totals: worker::Summary,
    /// Records that had been read when it began.
    before: u64,
    took: Duration,
    ended: Ended,
}

/// On a disk next to it a worker gains nothing from large buffers: a commit is one write, and what it reads is there. A
/// broker answers each request, however large, after a while.
fn small(options: worker::Options) -> worker::Options {
    worker::Options { commit_bytes: 1 << 20, fetch_bytes: 256 << 10, turn: 2048, ..options }
}

fn embedded(
    program: &Program,
    job: &'static Job,
    arguments: &Arguments,
    directory: &Path,
    options: worker::Options,
    board: &Board,
) -> Result<Run, Fatal> {
    if arguments.fresh {
        remove(directory)?;
    }
    let log = EmbeddedLog::open(directory, job, log_options(program, job, arguments)?)?;
    let mut worker = Worker::start(job, log, small(options))?;
    let before = records(job, &worker.summary());
    let mut progress = Progress::new(is_plain(arguments), before);
    board.reporter(0).pulse().enter(Phase::Reading);
    board.post(0, || worker.glance());
    let mut posted = Instant::now();
    let ended = match &arguments.replay {
        None => worker.run(&mut |worker| {
            if posted.elapsed() >= POST_EVERY {
                posted = Instant::now();
                board.post(0, || worker.glance());
            }
            if progress.due() {
                progress.draw(glance(job, &worker.summary()));
            }
        })?,
        Some(recorded) => {
            let choices = crate::embedded::Reader::open_read_only(recorded)?.choices()?;
            for epoch in history::committed(choices.into_iter().map(|epoch| epoch.bytes).collect())? {
                worker.replay(&epoch)?;
            }
            Ended::Finished
        }
    };
    Ok(Run { totals: worker.summary(), before, took: progress.finish(), ended })
}

/// The end, in one line for programs, or for people as [`told`].
fn end(job: &Job, arguments: &Arguments, report: &Reporter, run: &Run, directory: &Path) {
    match arguments.log {
        Some(Form::Json) => report.say(&Event::Stopped { commits: run.totals.commits }),
        _ => told(job, arguments, run, directory),
    }
}

/// The readable end.
#[allow(clippy::print_stderr)]
fn told(job: &Job, arguments: &Arguments, run: &Run, directory: &Path) {
    if arguments.quiet {
        return;
    }
    let read = records(job, &run.totals).saturating_sub(run.before);
    let rate = (read as f64 / run.took.as_secs_f64().max(0.001)) as u64;
    eprint!("{}", summary::summary(job, &run.totals));
    let end = match run.ended {
        Ended::Finished => "Finished: every input has been read to its end",
        Ended::Stopped => "Stopped: what was open is committed, the next run goes on from here",
    };
    eprintln!(
        "\n{end}.\n{} records in {:.1} s ({}/s), {} commits.",
        summary::number(read),
        run.took.as_secs_f64(),
        summary::number(rate),
        run.totals.commits
    );
    eprintln!("Log and state: {}", directory.display());
    eprintln!("Look with: {}", hints(job));
}

/// The commands that show what the job has written.
fn hints(job: &Job) -> String {
    let written =
        |wanted: fn(&Role) -> bool| job.topics.iter().find(|t| wanted(&t.role)).map(|t| t.short_name);
    let output = written(|r| matches!(r, Role::Output { .. }));
    let dead = written(|r| matches!(r, Role::DeadLetter));
    let tails = output.into_iter().chain(dead).map(|topic| format!("riparian tail {topic}"));
    tails.collect::<Vec<_>>().join(" · ")
}

/// Records read from the job's own inputs, internal topics left out.
fn records(job: &Job, totals: &worker::Summary) -> u64 {
    let own =
        |name: &str| job.topics.iter().any(|t| t.short_name == name && matches!(t.role, Role::Input { .. }));
    totals.inputs.iter().filter(|line| own(line.name)).map(|line| line.counts.entered).sum()
}

fn glance(job: &Job, totals: &worker::Summary) -> Glance {
    Glance {
        records: records(job, totals),
        event_time: totals.clock,
        state_rows: totals.state_entries,
        late: totals.nodes.iter().map(|line| line.counts.late).sum(),
        dead: totals.refused.values().sum(),
    }
}
