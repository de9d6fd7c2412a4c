//! The log on a simulated broker where one call matters; whole runs with faults are the simulation's (`tests/simulate`).

use super::{BrokerLog, Create, Options, group, prepare, topics};
use crate::context::Cx;
use crate::fail::{Fail, Fatal, Site};
use crate::job::{Encoding, Input, Job, Role, Show, StageSpec, Topic};
use crate::log::{Change, Epoch, Log, Outcome};
use crate::record::{Chunk, Kind, Record};
use crate::stage::{InputId, Partition, Stage, TaskId};
use crate::store::Store;
use crate::testing::simulated::{
    Address, Cluster, Disk, Identity, Plan, ProcessId, Settings, SimulatedClient, SimulatedDisk, Simulation,
};
use std::collections::BTreeMap;

const MIDDLE: Partition = Partition { topic: 1, number: 0 };
const TASK: TaskId = TaskId { stage: 1, partition: 0 };
const LAYOUTS: [&str; 2] = ["key: int, sum: int", "key: int, last: string"];

struct Kept(usize);

impl Store for Kept {
    fn name(&self) -> &'static str {
        ["sums", "lasts"][self.0]
    }
    fn layout(&self) -> &str {
        LAYOUTS[self.0]
    }
    fn changes(&mut self, _: &mut dyn FnMut(&[u8], Option<&[u8]>)) {}
    fn committed(&mut self) {}
    fn rollback(&mut self) {}
    fn restore(&mut self, _: &[u8], _: Option<&[u8]>) -> Result<(), Fatal> {
        Ok(())
    }
    fn restored(&mut self, _: i64) {}
    fn entries(&self, _: &mut dyn FnMut(&[u8], &[u8])) {}
    fn len(&self) -> usize {
        0
    }
    fn bytes(&self) -> usize {
        0
    }
}

/// A stage with so many stores.
struct Keeps(usize);

impl Stage for Keeps {
    fn run(&mut self, _: InputId, _: &[Record<'_>], _: &mut Cx<'_>) -> Result<(), Fatal> {
        Ok(())
    }
    fn event_time(&self, _: InputId, _: &Record<'_>) -> Option<i64> {
        None
    }
    fn advance(&mut self, _: i64, _: &mut Cx<'_>) -> Result<(), Fatal> {
        Ok(())
    }
    fn idle(&mut self, _: &mut Cx<'_>) -> Result<(), Fatal> {
        Ok(())
    }
    fn deadline(&self) -> i64 {
        i64::MAX
    }
    fn stores(&mut self, visit: &mut dyn FnMut(&mut dyn Store)) {
        (0..self.0).for_each(|number| visit(&mut Kept(number)));
    }
}

const fn topic(name: &'static str, role: Role) -> Topic {
    Topic {
        name,
        short_name: name,
        role,
        partitions: Some(1),
        columns: &[],
        key: &[],
        encoding: Encoding::Json,
    }
}

const fn source() -> Role {
    Role::Input { table: false, disorder: 0, skew: None, idle: None }
}

const fn read(topic: u16) -> Input {
    Input {
        topic,
        table: false,
        everywhere: false,
        bootstrap: false,
        site: Site(0),
        show: Show::Raw,
        placed_by: None,
    }
}

static JOB: Job = JOB_BODY;

const JOB_BODY: Job = Job {
    abi: crate::ABI,
    package: "shop",
    name: "job",
    topics: &[topic("in", source()), topic("middle", Role::Repartition)],
    stages: &[
        StageSpec { name: "first", inputs: &[read(0)], repartitions: &[1], make: || Box::new(Keeps(0)) },
        StageSpec { name: "second", inputs: &[read(1)], repartitions: &[], make: || Box::new(Keeps(2)) },
    ],
    nodes: &[],
    sites: &[],
    exactly_once: true,
    vaults: &[],
};

type Opened = BrokerLog<SimulatedClient, SimulatedDisk>;

fn simulation() -> Simulation {
    let mut cluster = Cluster::new(1, Settings { compact_one_in: 0, ..Settings::default() }, Plan::quiet());
    cluster.create("in", 1, false);
    Simulation::new(cluster)
}

fn client(job: &Job, simulation: &Simulation, name: &str) -> (ProcessId, SimulatedClient) {
    let process = simulation.with(Cluster::spawn);
    let identity = Identity {
        group: group(job),
        name: name.into(),
        transactional_id: name.into(),
        topics: topics(job),
        exactly_once: true,
        anonymous: false,
    };
    (process, SimulatedClient::open(simulation, process, identity))
}

fn options() -> Options {
    Options { create: Create::Internal, ..Options::default() }
}

/// A worker that has been given its tasks, on an empty disk.
fn worker(simulation: &Simulation, name: &str) -> Opened {
    worker_of(&JOB, simulation, name)
}

fn worker_of(job: &'static Job, simulation: &Simulation, name: &str) -> Opened {
    let (process, mut client) = client(job, simulation, name);
    let partitions = prepare(job, &mut client, &options()).unwrap();
    let local = Disk::default().open(simulation, process, partitions);
    let mut log = BrokerLog::open(job, client, local, options()).unwrap();
    for _ in 0..10_000 {
        if let Some(Change::Assigned(tasks)) = log.attend().unwrap() {
            assert!(!tasks.is_empty());
            return log;
        }
        simulation.with(|cluster| cluster.advance_to(cluster.now() + 10));
    }
    panic!("no tasks were assigned");
}

fn restored(log: &mut Opened, store: usize, layout: &str) -> Result<Vec<String>, Fatal> {
    let mut keys = Vec::new();
    log.restore(TASK, store as u16, Kept(store).name(), layout, &mut |key, _| {
        keys.push(String::from_utf8_lossy(key).into_owned());
        Ok(())
    })?;
    Ok(keys)
}

/// Takes the tasks up where they stand, with the layouts of the job.
fn take_up(log: &mut Opened) {
    let recovered = log.recover().unwrap();
    for (store, layout) in LAYOUTS.iter().enumerate() {
        restored(log, store, layout).unwrap();
    }
    let at = |task, from| ((task, from), recovered.positions.get(&(task, from)).copied().unwrap_or_default());
    let input = Partition { topic: 0, number: 0 };
    let positions = [at(TaskId { stage: 0, partition: 0 }, input), at(TASK, MIDDLE)];
    log.take_up(&positions.into()).unwrap();
}

fn commit(log: &mut Opened, store: u16, position: i64) {
    let mut chunk = Chunk::default();
    chunk.push(Kind::Data, 0, Some(format!("k{position}").as_bytes()), Some(b"v"));
    let outcome = log.commit(&Epoch {
        outputs: &BTreeMap::new(),
        changelog: &BTreeMap::from([((TASK, store), chunk)]),
        positions: &BTreeMap::from([((TASK, MIDDLE), position)]),
        clocks: &BTreeMap::from([(TASK, vec![position as u8])]),
        choices: &[],
    });
    assert_eq!(outcome.unwrap(), Outcome::Committed);
}

/// A store that has nothing in the task's first commit is described all the same when it has something.
#[test]
fn another_layout_is_refused_whenever_the_store_was_first_written() {
    let simulation = simulation();
    let mut log = worker(&simulation, "a");
    take_up(&mut log);
    commit(&mut log, 0, 1);
    commit(&mut log, 1, 2);
    commit(&mut log, 1, 3);
    drop(log);
    simulation.with(|cluster| cluster.advance_to(cluster.now() + 60_000));

    let mut log = worker(&simulation, "b");
    assert_eq!(log.recover().unwrap().clocks[&TASK], [3]);
    assert_eq!(restored(&mut log, 0, LAYOUTS[0]).unwrap(), ["k1"]);
    let refused = restored(&mut log, 1, "key: int, last: int").unwrap_err();
    assert!(matches!(&refused, Fatal::Layout { found, .. } if found == LAYOUTS[1]), "{refused}");
    assert_eq!(restored(&mut log, 1, LAYOUTS[1]).unwrap(), ["k2", "k3"]);
}

/// A restore that finds nothing where something was committed is no restore.
#[test]
fn a_changelog_that_was_emptied_is_not_taken_for_empty_state() {
    use crate::broker::Client;
    let simulation = simulation();
    let mut log = worker(&simulation, "a");
    take_up(&mut log);
    commit(&mut log, 0, 1);
    drop(log);
    simulation.with(|cluster| cluster.advance_to(cluster.now() + 60_000));

    let mut log = worker(&simulation, "b");
    log.recover().unwrap();
    let changelog = log.topics.changelog(TASK, 0).unwrap();
    let (_, end) = log.client().offsets(changelog).unwrap();
    log.client().trim(&[(changelog, end)]);
    let fatal = restored(&mut log, 0, LAYOUTS[0]).unwrap_err();
    assert!(fatal.to_string().contains("no longer has the state"), "{fatal}");
}

/// What others have written into an internal topic says nothing against local state.
#[test]
fn a_foreign_record_in_an_internal_topic_names_its_place_and_a_way_out() {
    use crate::broker::Client;
    use crate::broker::client::{Form, Place};
    let simulation = simulation();
    let mut log = worker(&simulation, "a");
    take_up(&mut log);
    let mut chunk = Chunk::default();
    chunk.push(Kind::Data, 0, Some(b"k"), Some(b"{}"));
    log.client().begin().unwrap();
    log.client().send(Place { topic: MIDDLE.topic, partition: 0 }, &chunk, Form::Plain).unwrap();
    log.client().commit().unwrap();
    let mut outcome = Ok(None);
    for _ in 0..1_000 {
        simulation.with(|cluster| cluster.advance_to(cluster.now() + 10));
        outcome = log.attend();
        if outcome.is_err() {
            break;
        }
    }
    let fatal = outcome.unwrap_err();
    assert!(matches!(fatal, Fatal::Broker { .. }), "{fatal}");
    assert!(fatal.to_string().contains("topic `middle`, partition 0, offset 0"), "{fatal}");
}

/// What a job keeps for itself is made where it is missing, but not where something was in it.
#[test]
fn an_own_topic_that_was_deleted_is_not_made_anew() {
    let simulation = simulation();
    let mut log = worker(&simulation, "a");
    take_up(&mut log);
    commit(&mut log, 0, 1);
    drop(log);
    let [unused, used] = ["shop.job.lasts.changelog", "shop.job.sums.changelog"];
    simulation.with(|cluster| cluster.delete(unused));
    prepare(&JOB, &mut client(&JOB, &simulation, "b").1, &options()).unwrap();
    assert!(simulation.with(|cluster| cluster.topic(unused)).is_some(), "nothing was in it");

    simulation.with(|cluster| cluster.delete(used));
    for create in [Create::Internal, Create::Nothing] {
        let options = Options { create, ..Options::default() };
        let refused = prepare(&JOB, &mut client(&JOB, &simulation, "b").1, &options).unwrap_err().to_string();
        assert!(refused.starts_with(&format!("topic `{used}` has been deleted")), "{refused}");
        assert!(refused.contains("--fresh"), "{refused}");
        assert!(simulation.with(|cluster| cluster.topic(used)).is_none(), "it has been made");
    }

    // Nor is one that somebody else has made again read as if nothing had ever been in it.
    simulation.with(|cluster| {
        cluster.create(used, 1, true);
        cluster.advance_to(cluster.now() + 60_000);
    });
    let mut log = worker(&simulation, "c");
    log.recover().unwrap();
    let refused = restored(&mut log, 0, LAYOUTS[0]).unwrap_err().to_string();
    assert!(refused.starts_with(&format!("topic `{used}` has been deleted")), "{refused}");
}

/// Takes the records of its input to lie where their keys place them: their key is their value.
static PLACED: Job = Job {
    topics: &[Topic { partitions: None, key: &["who"], ..topic("in", source()) }],
    stages: &[StageSpec {
        name: "counts",
        inputs: &[Input { placed_by: Some(value), ..read(0) }],
        repartitions: &[],
        make: || Box::new(Keeps(0)),
    }],
    ..JOB_BODY
};

fn value(record: &Record<'_>, out: &mut Vec<u8>) -> Result<(), Fail> {
    out.extend_from_slice(record.value.ok_or(Fail::NullKey)?);
    Ok(())
}

/// Four partitions, and a way to write to them: where the key places a record, or so many partitions further on.
fn placed() -> (Simulation, impl Fn(&str, u32)) {
    let mut cluster = Cluster::new(1, Settings { compact_one_in: 0, ..Settings::default() }, Plan::quiet());
    let input = cluster.create("in", 4, false);
    let simulation = Simulation::new(cluster);
    let same = simulation.clone();
    let feed = move |key: &str, away: u32| {
        let partition = (crate::partitioner::partition(key.as_bytes(), 4) + away) % 4;
        let at = Address { topic: input, partition };
        same.with(|cluster| cluster.feed(at, 0, Some(key.as_bytes()), Some(key.as_bytes())));
    };
    (simulation, feed)
}

#[test]
fn records_that_lie_elsewhere_than_their_keys_place_them_stop_a_job_that_goes_by_it() {
    let (simulation, feed) = placed();
    (0..40).for_each(|n| feed(&format!("k{n}"), 0));
    assert!(worker_of(&PLACED, &simulation, "a").recover().is_ok());
    // The second partition of its own, so that its offset is known.
    let key =
        (0..).map(|n| format!("secret{n}")).find(|k| crate::partitioner::partition(k.as_bytes(), 4) == 0);
    let before = simulation.with(|cluster| cluster.bounds(Address { topic: 0, partition: 1 }).2);
    feed(&key.unwrap(), 1);
    simulation.with(|cluster| cluster.advance_to(cluster.now() + 60_000));
    let refused = worker_of(&PLACED, &simulation, "b").recover().unwrap_err();
    assert!(matches!(refused, Fatal::Configuration { .. }));
    let text = refused.to_string();
    let place = format!("topic `in`, partition 1, offset {before}: by its key, `who`");
    assert!(text.contains(&place) && text.contains("belongs in partition 0"), "{text}");
    assert!(text.contains("1 of 41 records") && text.contains("leave `key` out"), "{text}");
    assert!(!text.contains("secret"), "no value is said: {text}");
}

/// Of what was written before a topic had as many partitions, only the oldest records may be left to tell.
#[test]
fn records_of_before_a_topic_had_more_partitions_are_found_behind_many_newer_ones() {
    let (simulation, feed) = placed();
    (0..8).for_each(|n| feed(&format!("old{n}"), 2));
    (0..4_000).for_each(|n| feed(&format!("new{n}"), 0));
    let refused = worker_of(&PLACED, &simulation, "a").recover().unwrap_err().to_string();
    assert!(refused.contains("8 of "), "{refused}");
}

/// A task that goes on is not kept from it: it has read of the topic, and its start is to be short.
#[test]
fn a_task_that_has_committed_does_not_look_again() {
    let (simulation, feed) = placed();
    let mut log = worker_of(&PLACED, &simulation, "a");
    log.recover().unwrap();
    let tasks: Vec<TaskId> = (0..4).map(|partition| TaskId { stage: 0, partition }).collect();
    let at = |task: TaskId| ((task, Partition { topic: 0, number: task.partition }), 0);
    log.take_up(&tasks.iter().map(|task| at(*task)).collect()).unwrap();
    let outcome = log.commit(&Epoch {
        outputs: &BTreeMap::new(),
        changelog: &BTreeMap::new(),
        positions: &tasks.iter().map(|task| at(*task)).collect(),
        clocks: &tasks.iter().map(|task| (*task, vec![1])).collect(),
        choices: &[],
    });
    assert_eq!(outcome.unwrap(), Outcome::Committed);
    drop(log);
    feed("k", 1);
    simulation.with(|cluster| cluster.advance_to(cluster.now() + 60_000));
    assert_eq!(worker_of(&PLACED, &simulation, "b").recover().unwrap().positions.len(), 4);
}
