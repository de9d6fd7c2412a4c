//! One operator as lines: a keyword, then what it does; indented below what belongs to it.

use super::{duration, expression, lineage, topic};
use crate::model::{Model, TypeKind};
use crate::plan::{
    Aggregate, Emit, ExprKind, Job, NamedExpr, Operator, OperatorKind, Route, Scope, Sink, StateBound, Top,
    Window,
};

pub(super) fn lines(model: &Model, job: &Job, operator: &Operator) -> Vec<String> {
    let inputs: Vec<&Operator> = operator.inputs.iter().map(|id| job.operator(*id)).collect();
    let none = Scope::default();
    let input = inputs.first().map_or(&none, |o| &o.scope);
    match &operator.kind {
        OperatorKind::Source(source) => {
            let alias = operator.scope.bindings.first().map_or("", |b| b.name.as_str());
            let kind = match (source.table, source.everywhere) {
                (true, true) => ", a table copied to every task",
                (true, false) => ", a table",
                _ => "",
            };
            vec![line("read", &format!("{} as {alias}{kind}", topic(model, source.topic)))]
        }
        OperatorKind::Filter { condition } => vec![line("where", &expression(model, input, condition))],
        OperatorKind::Merge { branches } => {
            let names: Vec<&str> = inputs.iter().map(|o| input_name(model, job, o)).collect();
            let columns = branches.first().map_or(0, |b| b.columns.len());
            vec![line("merge", &format!("{} ({columns} columns)", names.join(", ")))]
        }
        OperatorKind::Join(join) => {
            let table = inputs.get(1).and_then(|o| o.scope.bindings.first());
            let name = table.map_or("", |b| b.name.as_str());
            let on: Vec<String> = join
                .on
                .iter()
                .map(|(value, column)| {
                    let key = table.and_then(|b| b.columns.get(*column)).map_or("", |c| c.name.as_str());
                    format!("{name}.{key} == {}", expression(model, input, value))
                })
                .collect();
            let word = if join.left_outer { "left join" } else { "join" };
            let mut text = format!("{name} on {}", on.join(" and "));
            if let Some(condition) = &join.condition {
                text.push_str(&format!(" and {}", expression(model, &operator.scope, condition)));
            }
            if let Some(time) = &join.as_of {
                text.push_str(&format!(", as of {}", expression(model, input, time)));
            }
            if let Some(history) = join.history {
                text.push_str(&format!(", which knows the last {}", duration(history)));
            }
            vec![line(word, &text)]
        }
        OperatorKind::StreamJoin(join) => super::stream_join::lines(model, job, operator, join),
        OperatorKind::Flatten { list } => {
            let alias = operator.scope.bindings.last().map_or("", |b| b.name.as_str());
            vec![line("each", &format!("{} as {alias}", expression(model, input, list)))]
        }
        OperatorKind::Project { columns } => {
            let names: Vec<&str> = operator
                .scope
                .bindings
                .first()
                .map_or_else(Vec::new, |b| b.columns.iter().map(|c| c.name.as_str()).collect());
            let values = columns.iter().map(|c| expression(model, input, c));
            block("select", names.into_iter().zip(values).map(|(n, v)| format!("{n}: {v}")))
        }
        OperatorKind::Rekey(rekey) => {
            let through = if rekey.repartition {
                format!("through {}.{}.{}.repartition", job.package_path, job.name, rekey.name)
            } else {
                "already partitioned so".to_owned()
            };
            let constant = |k: &NamedExpr| matches!(k.value.kind, ExprKind::Literal(_));
            let one = rekey.repartition && rekey.key.iter().all(constant);
            let place = if one { ", all rows to one partition" } else { "" };
            vec![line("by", &format!("{}, {through}{place}", named(model, input, &rekey.key)))]
        }
        OperatorKind::Aggregate(aggregate) => self::aggregate(model, job, operator, aggregate, input),
        OperatorKind::Deduplicate(keep) => {
            let within = keep.within.map_or(String::new(), |w| format!(" within {}", duration(w)));
            vec![line("keep", &format!("the first per {}{within}", named(model, input, &keep.key)))]
        }
        OperatorKind::Sink(sink) => self::sink(model, input, sink),
    }
}

fn aggregate(
    model: &Model,
    job: &Job,
    operator: &Operator,
    aggregate: &Aggregate,
    input: &Scope,
) -> Vec<String> {
    let mut lines = vec![line("key", &named(model, input, &aggregate.key))];
    if let Some(window) = aggregate.window {
        let shape = match window {
            Window::Tumbling { size, offset: 0 } => format!("tumbling {}", duration(size)),
            Window::Tumbling { size, offset } => {
                format!("tumbling {} offset {}", duration(size), duration(offset))
            }
            Window::Hopping { size, every, offset } => {
                let offset =
                    if offset == 0 { String::new() } else { format!(" offset {}", duration(offset)) };
                format!("hopping {} every {}{offset}", duration(size), duration(every))
            }
            Window::Session { gap } => format!("session gap {}", duration(gap)),
        };
        lines.push(line("window", &format!("{shape} grace {}", duration(aggregate.grace))));
    }
    let calls: Vec<String> = aggregate
        .calls
        .iter()
        .map(|call| {
            let mut arguments: Vec<String> =
                call.arguments.iter().map(|a| expression(model, input, a)).collect();
            arguments.extend(call.filter.as_ref().map(|f| format!("where: {}", expression(model, input, f))));
            format!("{}({})", call.function.name, arguments.join(", "))
        })
        .collect();
    let group = group_scope(aggregate, &calls);
    let columns = aggregate.select.iter().map(|s| {
        let value = expression(model, &group, &s.value).replace("aggregates.", "");
        format!("{}: {value}", s.name)
    });
    lines.extend(block("select", columns));
    lines.extend(aggregate.top.iter().flat_map(|top| self::top(model, input, top)));
    if let Some(having) = &aggregate.having {
        lines.push(line("having", &expression(model, &operator.scope, having)));
    }
    let emit = match aggregate.emit {
        Emit::Changes => "every change".to_owned(),
        Emit::AtMostEvery(every) => format!("changes, at most every {}", duration(every)),
        Emit::Final => "each window once, when it has closed".to_owned(),
    };
    lines.push(line("emit", &emit));
    let bound = match aggregate.bound {
        StateBound::Window => "dropped with the window".to_owned(),
        StateBound::FiniteKeys => "finite keys".to_owned(),
        StateBound::Ttl(ttl) => format!("dropped {} after the last update", duration(ttl)),
        StateBound::Missing => "nothing bounds it".to_owned(),
    };
    let node = &job.node(operator.node).name;
    let per = if aggregate.window.is_some() { "key and window" } else { "key" };
    let rows = match &aggregate.top {
        None => "a row".to_owned(),
        Some(top) => {
            let ties = if top.ties { " and those tied with the last" } else { "" };
            format!("{} row{}{ties}", top.count, if top.count == 1 { "" } else { "s" })
        }
    };
    lines.push(line(
        "state",
        &format!("{rows} per {per}, {bound}; {}.{}.{node}.changelog", job.package_path, job.name),
    ));
    lines
}

/// What is kept of a row, and in which order.
fn top(model: &Model, input: &Scope, top: &Top) -> Vec<String> {
    let columns = top.columns.iter().map(|c| format!("{}: {}", c.name, expression(model, input, &c.value)));
    let mut lines = block("select", columns);
    let order: Vec<String> = top
        .order
        .iter()
        .map(|term| {
            let direction = if term.descending { " desc" } else { "" };
            format!("{}{direction}", expression(model, input, &term.value))
        })
        .collect();
    let ties = if top.ties { " with ties" } else { "" };
    let rank = top.rank.as_ref().map_or(String::new(), |rank| format!(" as {rank}"));
    lines.push(line("keep", &format!("the first {} by {}{ties}{rank}", top.count, order.join(", "))));
    lines
}

/// The group's scope with each aggregate named as it is called.
fn group_scope(aggregate: &Aggregate, calls: &[String]) -> Scope {
    let column = |name: &str| crate::plan::Column {
        name: name.into(),
        ty: crate::model::Type::Error,
        sources: Default::default(),
        labels: Default::default(),
        span: Default::default(),
    };
    let binding = |name: &str, columns: Vec<crate::plan::Column>| crate::plan::Binding {
        name: name.into(),
        columns,
        optional: false,
    };
    Scope {
        bindings: vec![
            binding("key", aggregate.key.iter().map(|k| column(&k.name)).collect()),
            binding("aggregates", calls.iter().map(|c| column(c)).collect()),
            binding("window", vec![column("start"), column("end")]),
        ],
    }
}

fn sink(model: &Model, input: &Scope, sink: &Sink) -> Vec<String> {
    let mut text = topic(model, sink.topic).to_owned();
    if sink.latest_window {
        text.push_str(", the latest window of each key");
    }
    let mut key: Vec<String> = sink.key.iter().map(|k| expression(model, input, k)).collect();
    if sink.windowed {
        key.push("window".to_owned());
    }
    if !key.is_empty() {
        text.push_str(&format!(", key {}", key.join(", ")));
    }
    if let Some(when) = &sink.when {
        text.push_str(&format!(", when {}", expression(model, input, when)));
    }
    let mut lines = vec![line("to", &text)];
    if let Some(TypeKind::Record(record)) = model.topic(sink.topic).schema.map(|s| &model.ty(s).kind) {
        let fields: Vec<&str> = record.fields.iter().map(|f| f.name.as_str()).collect();
        lines.extend(
            lineage::lines(model, input, &fields, &sink.columns).into_iter().map(|l| line("", &l[4..])),
        );
    }
    lines
}

/// A topic's name, or that of the node read.
fn input_name<'a>(model: &'a Model, job: &'a Job, input: &Operator) -> &'a str {
    match &input.kind {
        OperatorKind::Source(source) => &model.topic(source.topic).name,
        _ => &job.node(input.node).name,
    }
}

pub(super) fn route(model: &Model, route: &Route) -> String {
    match route {
        Route::To(id) => format!("to {}", model.topic(*id).name),
        Route::Drop { because } => format!("dropped because {because:?}"),
        Route::Stop => "stop".to_owned(),
    }
}

fn named(model: &Model, scope: &Scope, columns: &[NamedExpr]) -> String {
    let all: Vec<String> = columns
        .iter()
        .map(|c| {
            let value = expression(model, scope, &c.value);
            let plain = value.rsplit('.').next() == Some(c.name.as_str());
            if plain { value } else { format!("{}: {value}", c.name) }
        })
        .collect();
    all.join(", ")
}

pub(super) fn line(word: &str, text: &str) -> String {
    format!("{word:<10}{text}")
}

/// Several lines under one keyword.
fn block(word: &str, items: impl Iterator<Item = String>) -> Vec<String> {
    items.enumerate().map(|(i, item)| line(if i == 0 { word } else { "" }, &item)).collect()
}
