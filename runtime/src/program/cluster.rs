//! A job of a program on a broker: its clients, its local state, its workers.

use super::Scene;
use super::description::Program;
use super::options::Arguments;
use crate::broker;
use crate::fail::Fatal;
use crate::job::Job;
use crate::report::Event;
use crate::worker::{Options, Summary};
use std::path::Path;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

/// Two that take a name from each other do it sooner than this.
const ANOTHER: Duration = Duration::from_secs(60);
/// Longer than a join that is under way takes.
const BEFORE_JOINING_AGAIN: Duration = Duration::from_secs(1);

/// Runs the job on a broker until it is asked to stop; what its workers have done, and how long it took.
#[cfg(feature = "kafka")]
pub(super) fn run(
    program: &Program,
    job: &'static Job,
    arguments: &Arguments,
    brokers: &str,
    directory: &Path,
    options: &Options,
    scene: &mut Scene<'_>,
) -> Result<Summary, Fatal> {
    use crate::kafka::{self, KafkaClient};
    belongs_elsewhere(arguments)?;
    let connect = |slot: u32| {
        let mut settings = kafka::Options::new(brokers, &broker::group(job), &arguments.instance, slot);
        settings.topics = broker::topics(job);
        settings.uses = broker::uses(job);
        settings.exactly_once = job.exactly_once;
        settings.properties.clone_from(&arguments.properties);
        KafkaClient::open(settings).map_err(broker::refused)
    };
    let settings = broker::Options {
        create: arguments.create,
        record: arguments.keep_everything,
        partitions: arguments.partitions.unwrap_or(program.partitions),
        ..broker::Options::default()
    };
    on(job, arguments, &connect, &settings, directory, options, scene)
}

#[cfg(not(feature = "kafka"))]
pub(super) fn run(
    _: &Program,
    _: &'static Job,
    _: &Arguments,
    _: &str,
    _: &Path,
    _: &Options,
    _: &mut Scene<'_>,
) -> Result<Summary, Fatal> {
    Err(Fatal::configuration(
        "this program is built without a client for brokers",
        "build it with `cargo build --release --features kafka`; `riparian run --brokers …` does so itself",
    ))
}

/// On the cluster that the clients of `connect` speak to.
#[cfg_attr(not(feature = "kafka"), allow(dead_code, reason = "no other client is built in"))]
fn on<C: broker::Client>(
    job: &'static Job,
    arguments: &Arguments,
    connect: &(dyn Fn(u32) -> Result<C, Fatal> + Sync),
    settings: &broker::Options,
    directory: &Path,
    options: &Options,
    scene: &mut Scene<'_>,
) -> Result<Summary, Fatal> {
    let mut first = connect(0)?;
    if arguments.fresh {
        // First on the broker, which refuses while others run the job: what is here is a copy.
        broker::forget(job, &mut first)?;
        super::remove(directory)?;
    }
    let counts = broker::prepare(job, &mut first, settings)?;
    let cluster = first.cluster().map_err(broker::refused)?;
    first.close(Duration::from_secs(1));
    drop(first);
    let run = |scene: &mut Scene<'_>| {
        let local =
            super::local::open(directory, job, &cluster, &counts, arguments.keep_everything, scene.report)?;
        let progress = &mut *scene.progress;
        super::fleet::run(job, scene.board, connect, &local, settings, options, &mut |totals| {
            if progress.due() {
                progress.draw(super::glance(job, totals));
            }
        })
    };
    let mut taken: Option<Instant> = None;
    let mut given_up = false;
    loop {
        match run(scene) {
            // Found out when a task read its state.
            Err(Fatal::LocalState { place, detail }) if !given_up => {
                super::local::give_up(directory, &place, &detail, scene.report)?;
                given_up = true;
            }
            // A node that was away answers a join that nobody waits for any more, after the one that was made in its place: the name is
            // taken by nobody. Where it is somebody's, the two take it from each other once, and the second time one ends.
            Err(Fatal::Replaced { message, help }) if !options.stop.load(Ordering::Relaxed) => {
                if taken.is_some_and(|last| last.elapsed() < ANOTHER) {
                    return Err(Fatal::Replaced { message, help });
                }
                taken = Some(Instant::now());
                scene.report.say(&Event::NameTaken { why: &message });
                std::thread::sleep(BEFORE_JOINING_AGAIN);
            }
            ended => return ended,
        }
    }
}

/// On a broker topics are topics, and choices are made anew.
#[cfg_attr(not(feature = "kafka"), allow(dead_code, reason = "no other client is built in"))]
fn belongs_elsewhere(arguments: &Arguments) -> Result<(), Fatal> {
    match (arguments.bindings.first(), &arguments.replay) {
        (None, None) => Ok(()),
        (None, Some(_)) => Err(Fatal::configuration(
            "choices can be taken again on the embedded log alone, and the job is to run on a broker",
            "leave out --replay, or run without --brokers",
        )),
        (Some(binding), _) => Err(Fatal::configuration(
            format!("`{}` is bound to a file, and the job is to run on a broker", binding.topic),
            "leave out --from and --to, or run without --brokers",
        )),
    }
}
