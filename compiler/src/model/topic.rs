//! Topics as contracts, with defaults filled in.

use super::{PackageId, TypeId};
use crate::avro::Schema;
use crate::base::{Name, Span};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TopicId(pub u32);

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    pub package: PackageId,
    pub name: Name,
    pub version: u32,
    /// The broker's name: `payments.transfers.transfer_completed.v3`.
    pub full_name: Name,
    pub kind: TopicKind,
    /// The record; `None` for a dead-letter topic (its schema is the documented one) or when broken.
    pub schema: Option<TypeId>,
    pub key: Vec<TopicKey>,
    /// The key contains the window.
    pub key_window: bool,
    /// Fields that decide the partition, if not the key.
    pub partition_by: Vec<Name>,
    /// `partition by … count 48`.
    pub partitions: Option<u32>,
    pub time: Option<TopicTime>,
    /// Wire name and form per field that has a `wire` clause.
    pub wire: BTreeMap<Name, Wire>,
    /// How values are written, if not as JSON.
    pub avro: Option<Arc<AvroTopic>>,
    pub trusted: bool,
    pub tombstones: bool,
    pub bounded: Option<TopicBound>,
    /// A versioned table: how far back, in microseconds.
    pub history: Option<i64>,
    pub retain: Option<Retention>,
    pub visibility: Visibility,
    /// Deadline in microseconds, and the place of the clause.
    pub erase: Option<(i64, Span)>,
    pub grants: Vec<Grant>,
    /// Made by the compiler (the dead-letter topic of a workspace without an org file).
    pub generated: bool,
    pub docs: String,
    /// The name in the declaration.
    pub span: Span,
}

impl Topic {
    /// Whether `partition by` names something else than what the key on the wire holds anyway.
    pub fn is_partitioned_apart(&self) -> bool {
        let plain = !self.key_window && self.key.iter().all(|key| key.token.is_none());
        let same = plain && self.partition_by.iter().eq(self.key.iter().map(|key| &key.field));
        !self.partition_by.is_empty() && !same
    }
}

/// A topic whose values are written as Avro, with schemas that its columns can be read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AvroTopic {
    /// The schema file, relative to the root.
    pub file: Name,
    /// Values begin with the frame that names their schema.
    pub framed: bool,
    /// The registry's ids and their schemas; the first is that of the file.
    pub writers: Vec<(u32, Arc<Schema>)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TopicKind {
    Stream,
    Table,
    DeadLetter,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TopicKey {
    pub field: Name,
    /// `by token("fraud")`: the vault.
    pub token: Option<Name>,
    /// Only where the topic says so; else the default of [declarations.topic.encoding].
    pub encoding: Option<KeyEncoding>,
    pub span: Span,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyEncoding {
    /// Eight bytes, big-endian.
    Int64,
    /// UTF-8 text.
    Text,
    Json,
}

/// Event time, `disorder`, `idle`, `skew` (spec: time.event, time.watermark, time.idle, time.invalid); durations in microseconds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TopicTime {
    pub field: Name,
    /// For a date: the time of day (microseconds since midnight) and the IANA zone at which it holds.
    pub at: Option<(i64, Name)>,
    pub disorder: i64,
    pub skew: Option<i64>,
    pub idle: Option<i64>,
    pub span: Span,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wire {
    /// The field's name in the record on the wire.
    pub name: Option<Name>,
    pub form: Option<WireForm>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WireForm {
    /// A timestamp as milliseconds since the epoch, a JSON number.
    EpochMillis,
    /// A timestamp as microseconds since the epoch.
    EpochMicros,
    /// ISO 8601 text; the default of timestamps.
    Iso,
    /// A decimal as JSON text; the default of decimals and money on output; both are read.
    Text,
    /// A decimal as a JSON number.
    Number,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TopicBound {
    FiniteKeys,
    /// Microseconds.
    Ttl(i64),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Retention {
    /// Microseconds.
    For(i64),
    Compact {
        after: Option<i64>,
    },
    Forever,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Visibility {
    #[default]
    Private,
    Domain,
    Public,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    pub columns: BTreeSet<Name>,
    /// The package it is for.
    pub to: Name,
    pub purposes: BTreeSet<Name>,
    /// Days since 1970-01-01.
    pub until: Option<i32>,
    pub span: Span,
}

/// The columns of a dead letter that tests may expect, in order: why, by whom, and which record (`errors.letter`). What
/// else a letter carries (the place in the source, the record as far as the job may see it) is for people, and depends
/// on how a row of a test would be written on a wire.
pub const DEAD_LETTER_COLUMNS: &[&str] = &["reason", "node", "job", "topic", "partition", "offset", "time"];
