//! Small plans without a parser: a topic has the columns `k: int`, `v: int` and a time; nodes have no text.

use crate::base::Span;
use crate::interpret::{Emission, Input, Machine, Payload};
use crate::model::*;
use crate::plan::*;
use riparian_functions::catalogue::aggregate;
use std::sync::Arc;

pub(super) const SECOND: i64 = 1_000_000;
pub(super) const MINUTE: i64 = 60 * SECOND;

pub(super) fn expr(kind: ExprKind, ty: Type) -> Expr {
    Expr { kind, ty, span: Span::default() }
}

pub(super) fn column(binding: usize, column: usize) -> Expr {
    expr(ExprKind::Column(ColumnRef { binding, column, path: Vec::new() }), Type::Int)
}

pub(super) fn int(n: i64) -> Expr {
    expr(ExprKind::Literal(Value::Int(n)), Type::Int)
}

pub(super) fn binary(operator: Operation, left: Expr, right: Expr, ty: Type) -> Expr {
    expr(ExprKind::Binary { operator, left: Box::new(left), right: Box::new(right) }, ty)
}

pub(super) fn named(name: &str, value: Expr) -> NamedExpr {
    NamedExpr { name: name.into(), value }
}

/// `count()`, `sum(column)`, …: the type of the result is the one that the function gives for ints.
pub(super) fn call(function: &str, arguments: Vec<Expr>) -> AggregateCall {
    let function = aggregate(function).expect("the function is in the catalogue");
    let ty = (function.check)(&vec![Type::Int; arguments.len()]).expect("ints are fine");
    AggregateCall { function, arguments, filter: None, ty, span: Span::default() }
}

/// `key k: binding 0, column 0`, `select { result: <call 0> }`.
pub(super) fn grouped(
    window: Option<Window>,
    grace: i64,
    emit: Emit,
    call: AggregateCall,
    key: Expr,
) -> Aggregate {
    Aggregate {
        key: vec![named("k", key)],
        window,
        grace,
        calls: vec![call],
        select: vec![named("result", column(1, 0))],
        having: None,
        top: None,
        emit,
        bound: if window.is_some() { StateBound::Window } else { StateBound::FiniteKeys },
    }
}

pub(super) struct World {
    pub model: Model,
    pub job: Job,
}

/// Topics: `INPUT`, `OUTPUT`, `DEAD`, `TABLE`.
pub(super) const INPUT: TopicId = TopicId(0);
pub(super) const OUTPUT: TopicId = TopicId(1);
pub(super) const DEAD: TopicId = TopicId(2);
pub(super) const TABLE: TopicId = TopicId(3);
pub(super) const OTHER: TopicId = TopicId(4);

impl World {
    pub(super) fn new() -> Self {
        let topics = [
            ("input", TopicKind::Stream),
            ("output", TopicKind::Table),
            ("dead", TopicKind::DeadLetter),
            ("table", TopicKind::Table),
            ("other", TopicKind::Stream),
        ];
        let field = |name: &str| Field {
            name: name.into(),
            ty: Type::Int,
            labels: Default::default(),
            purposes: None,
            docs: String::new(),
            span: Span::default(),
        };
        let record = RecordDefinition { fields: vec![field("k"), field("v")] };
        let types = vec![Arc::new(TypeDefinition {
            package: PackageId(0),
            name: "Row".into(),
            kind: TypeKind::Record(record),
            docs: String::new(),
            span: Span::default(),
        })];
        let topics = topics.into_iter().map(|(name, kind)| Arc::new(topic(name, kind))).collect();
        let model = Model { packages: Vec::new(), types, topics, organisation: Arc::default() };
        let node = |name: &str| Node {
            name: name.into(),
            table: false,
            output: OperatorId(0),
            docs: String::new(),
            span: Span::default(),
        };
        let job = Job {
            package: PackageId(0),
            package_path: "shop".into(),
            name: "counting".into(),
            guarantee: Guarantee::ExactlyOnce,
            operators: Vec::new(),
            nodes: vec![node("counted")],
            docs: String::new(),
            span: Span::default(),
        };
        World { model, job }
    }

    pub(super) fn disorder(mut self, topic: TopicId, disorder: i64) -> Self {
        let time = TopicTime {
            field: "t".into(),
            at: None,
            disorder,
            skew: None,
            idle: None,
            span: Span::default(),
        };
        Arc::make_mut(&mut self.model.topics[topic.0 as usize]).time = Some(time);
        self
    }

    pub(super) fn history(mut self, topic: TopicId, history: i64) -> Self {
        Arc::make_mut(&mut self.model.topics[topic.0 as usize]).history = Some(history);
        self
    }

    pub(super) fn add(&mut self, kind: OperatorKind, inputs: &[OperatorId]) -> OperatorId {
        let id = OperatorId(self.job.operators.len() as u32);
        let to = || Route::To(DEAD);
        self.job.operators.push(Operator {
            id,
            node: NodeId(0),
            kind,
            inputs: inputs.to_vec(),
            scope: Scope::default(),
            routes: Routes { bad: to(), late: to(), unmatched: to() },
            span: Span::default(),
        });
        id
    }

    pub(super) fn source(&mut self, topic: TopicId) -> OperatorId {
        let table = self.model.topics[topic.0 as usize].kind == TopicKind::Table;
        self.add(OperatorKind::Source(Source { topic, table, everywhere: false }), &[])
    }

    /// By the first column of the first binding; the key becomes the second binding.
    pub(super) fn rekey(&mut self, input: OperatorId, repartition: bool) -> OperatorId {
        let key = vec![named("k", column(0, 0))];
        self.add(
            OperatorKind::Rekey(Rekey {
                key,
                name: "rekeyed".into(),
                repartition,
                place: None,
                keeps_null: false,
            }),
            &[input],
        )
    }

    /// Writes columns 0 and 1 of the first binding under key column 0.
    pub(super) fn sink(&mut self, input: OperatorId, windowed: bool, latest_window: bool) -> OperatorId {
        let sink = Sink {
            topic: OUTPUT,
            columns: vec![column(0, 0), column(0, 1)],
            key: vec![column(0, 0)],
            windowed,
            latest_window,
            when: None,
            table: true,
        };
        self.add(OperatorKind::Sink(sink), &[input])
    }

    /// source → aggregate keyed by column 0 → sink.
    pub(super) fn aggregating(aggregate: Aggregate) -> Self {
        let mut world = World::new();
        let source = world.source(INPUT);
        let windowed = aggregate.window.is_some();
        let table = world.add(OperatorKind::Aggregate(Box::new(aggregate)), &[source]);
        world.sink(table, windowed, false);
        world
    }

    pub(super) fn machine(&self) -> Machine<'_> {
        Machine::new(&self.model, &self.job)
    }
}

fn topic(name: &str, kind: TopicKind) -> Topic {
    Topic {
        package: PackageId(0),
        name: name.into(),
        version: 1,
        full_name: format!("shop.{name}.v1").into(),
        kind,
        schema: Some(TypeId(0)),
        key: vec![TopicKey { field: "k".into(), token: None, encoding: None, span: Span::default() }],
        key_window: false,
        partition_by: Vec::new(),
        partitions: None,
        time: None,
        avro: None,
        wire: Default::default(),
        trusted: false,
        tombstones: false,
        bounded: None,
        history: None,
        retain: None,
        visibility: Visibility::Private,
        erase: None,
        grants: Vec::new(),
        generated: false,
        docs: String::new(),
        span: Span::default(),
    }
}

/// A record with `k` and `v`.
pub(super) fn record(offset: i64, time: i64, k: i64, v: i64) -> Input {
    let payload = Payload::values([Value::Int(k), Value::Int(v)]);
    Input { offset, time: Some(time), key: None, payload }
}

/// What a test compares: key, the second column, window start and end, time; a tombstone has no second column.
pub(super) type Seen = (i64, Option<i64>, Option<(i64, i64)>, i64);

pub(super) fn seen(emissions: &[Emission], topic: TopicId) -> Vec<Seen> {
    let int = |value: Option<&Value>| match value {
        Some(Value::Int(n)) => Some(*n),
        _ => None,
    };
    let of = emissions.iter().filter(|e| e.topic == topic);
    of.map(|e| {
        let key = int(e.key.first()).unwrap_or(i64::MIN);
        (key, int(e.values.get(1)), e.window.map(|w| (w.start, w.end)), e.time)
    })
    .collect()
}

/// Reason codes of the dead letters.
pub(super) fn reasons(emissions: &[Emission]) -> Vec<String> {
    let of = emissions.iter().filter(|e| e.topic == DEAD);
    of.map(|e| match e.values.first() {
        Some(Value::String(reason)) => reason.to_string(),
        other => format!("{other:?}"),
    })
    .collect()
}

/// Feeds each record, runs, and gives what it caused: the table of (event, time) → emissions.
pub(super) fn step(machine: &mut Machine<'_>, topic: TopicId, input: Input) -> Vec<Emission> {
    machine.feed(topic, input);
    machine.run();
    machine.take_emissions()
}

/// Law P for every operator.
pub(super) fn assert_balanced(machine: &Machine<'_>, job: &Job) {
    for operator in &job.operators {
        let counts = machine.counts(operator.id);
        assert!(counts.balanced(), "{:?}: {counts:?}", operator.kind);
    }
}
