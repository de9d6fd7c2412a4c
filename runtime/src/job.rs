//! The static description of a job that generated code hands to the runtime.

use crate::fail::Fatal;
use crate::stage::Stage;

/// A compiled job.
#[derive(Debug)]
pub struct Job {
    /// [`crate::ABI`] of the generator.
    pub abi: u32,
    /// `fraud.velocity`.
    pub package: &'static str,
    pub name: &'static str,
    /// Every topic the job touches, internal ones included; referred to by index.
    pub topics: &'static [Topic],
    /// Sub-topologies, upstream first.
    pub stages: &'static [StageSpec],
    /// Nodes by index: counters, metrics, routes.
    pub nodes: &'static [Node],
    pub sites: &'static [SiteSpec],
    pub exactly_once: bool,
    /// The vaults that the job makes tokens with: each must have a key when it starts.
    pub vaults: &'static [&'static str],
}

impl Job {
    /// What the generator promises, where a broken promise would lose state: logs know stages by their names.
    pub(crate) fn check(&self) -> Result<(), Fatal> {
        for (at, stage) in self.stages.iter().enumerate() {
            if self.stages[..at].iter().any(|other| other.name == stage.name) {
                return Err(Fatal::configuration(
                    format!("the job {} has two sub-topologies that are named {}", self.name, stage.name),
                    "build the job again with this version of the compiler",
                ));
            }
        }
        Ok(())
    }
}

/// Index into [`Job::topics`].
pub type TopicIndex = u16;
/// Index into [`Job::nodes`].
pub type NodeIndex = u16;

#[derive(Debug)]
pub struct Topic {
    /// The broker's name: `payments.transfers.transfer_completed.v3`, or for an internal topic
    /// `fraud.velocity.velocity_by_sender.in_euro.by.sender.repartition`.
    pub name: &'static str,
    /// As written in the source: what `riparian.toml`, `--from` and `tail` accept.
    pub short_name: &'static str,
    pub role: Role,
    /// What the contract says.
    pub partitions: Option<u32>,
    /// Columns of the value for people (`tail`, CSV): name and type.
    pub columns: &'static [(&'static str, &'static str)],
    /// Names of the key columns.
    pub key: &'static [&'static str],
    /// How values are written.
    pub encoding: Encoding,
}

/// How the values of a topic are written.
#[derive(Clone, Copy, Debug)]
pub enum Encoding {
    Json,
    Avro(&'static crate::wire::avro::Contract),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Read by the job. Durations in microseconds.
    Input {
        table: bool,
        disorder: i64,
        skew: Option<i64>,
        idle: Option<i64>,
    },
    Output {
        table: bool,
    },
    DeadLetter,
    Repartition,
}

/// A sub-topology: one task of it per partition.
pub struct StageSpec {
    /// The name of the rekey that it reads, `in_euro.by.sender`, else of its first node: no two stages of a job have the same,
    /// because what is committed of a task is found by it.
    pub name: &'static str,
    pub inputs: &'static [Input],
    /// Internal topics it writes: into each of their partitions go its watermarks, too.
    pub repartitions: &'static [TopicIndex],
    /// Makes the stage with empty state.
    pub make: fn() -> Box<dyn Stage>,
}

impl std::fmt::Debug for StageSpec {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("StageSpec").field("name", &self.name).field("inputs", &self.inputs).finish()
    }
}

/// What a stage reads. A stage's partition count is that of its inputs that are not `everywhere`.
#[derive(Clone, Copy, Debug)]
pub struct Input {
    pub topic: TopicIndex,
    /// The right side of joins: takes part in the choice of the next record, never holds time back.
    pub table: bool,
    /// Every task reads all partitions.
    pub everywhere: bool,
    /// A table read to the end offset it had at the task's first start before anything else (spec: join.plain).
    pub bootstrap: bool,
    /// The `from` or `join` that reads it: the place of failures that come before any expression.
    pub site: crate::fail::Site,
    /// What a dead letter may carry of its records (spec: errors.letter).
    pub show: Show,
    /// Where the stage takes the topic's records to be in the partitions of their keys, grouping or joining them as they lie: writes
    /// the key of a record as the contract has it on the wire, made of the record's columns (spec: kafka.keyed).
    pub placed_by: Option<PlacedBy>,
}

/// See [`Input::placed_by`]. A record that has no such key, or cannot be decoded, is a failure.
pub type PlacedBy = fn(&crate::record::Record<'_>, &mut Vec<u8>) -> Result<(), crate::fail::Fail>;

/// What a dead letter may carry of an unusable record, beside its coordinates, length and reason.
#[derive(Clone, Copy, Debug)]
pub enum Show {
    /// Key and value as they are: no column of the schema is labelled, all are granted.
    Raw,
    /// Nothing more.
    Coordinates,
    /// The value as JSON, written from the columns that the job may see, masked; `false` (and nothing written) where
    /// the record cannot be decoded. Also for internal topics, whose records are binary.
    Columns(fn(&crate::record::Record<'_>, &mut Vec<u8>) -> bool),
}

#[derive(Debug)]
pub struct Node {
    pub name: &'static str,
    pub table: bool,
}

/// A place in the source, and where records go that fail there.
#[derive(Debug)]
pub struct SiteSpec {
    pub node: NodeIndex,
    /// Workspace-relative path.
    pub file: &'static str,
    pub line: u32,
    pub column: u32,
    /// The clause: `where`, `join reference_rates`, `select eur`.
    pub what: &'static str,
    pub bad: Route,
    pub late: Route,
    pub unmatched: Route,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    To(TopicIndex),
    Drop { because: &'static str },
    Stop,
}
