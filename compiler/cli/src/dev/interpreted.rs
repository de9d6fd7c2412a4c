//! A job on the interpreter: its local files in, what it would write out. Answers in milliseconds, without rustc.
//!
//! The files are read as `riparian run` reads them, one record per line, several files one after the other: the
//! interpreter has one partition per topic.

use riparian_build::Loaded;
use riparian_compiler::interpret::{Input, Machine, Payload};
use riparian_compiler::model::{Model, Topic, TopicId, TopicKind, Type, Value};
use riparian_compiler::plan::{Job, OperatorKind};
use riparian_drive::decode;
use riparian_functions::time::{Date, date_at};
use std::collections::{BTreeMap, BTreeSet};
use std::io;

/// What became of a run.
#[derive(Debug, Default)]
pub struct Interpreted {
    /// Records read.
    pub read: usize,
    /// Records written, by the name of the topic.
    pub written: BTreeMap<String, usize>,
    /// A route said `stop`: the node, and why.
    pub stopped: Option<String>,
    /// Topics that the job reads and that no local file is given for.
    pub without_file: Vec<String>,
}

/// Runs a job on the local files to their end. `from` goes before what the configuration says.
pub fn interpret(
    loaded: &Loaded,
    model: &Model,
    job: &Job,
    from: &BTreeMap<String, String>,
) -> io::Result<Interpreted> {
    let mut machine = Machine::new(model, job);
    let mut done = Interpreted::default();
    for id in read_by(job) {
        let topic = model.topic(id);
        let files = files(loaded, topic, from);
        if files.is_empty() {
            done.without_file.push(topic.name.to_string());
        }
        let mut offset = 0;
        for file in files {
            let path = loaded.root.join(&file);
            let text = std::fs::read(&path)
                .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", path.display())))?;
            for line in text.split(|byte| *byte == b'\n').filter(|line| !line.trim_ascii().is_empty()) {
                machine.feed(id, input(model, topic, line, offset));
                offset += 1;
                done.read += 1;
            }
        }
    }
    machine.run();
    machine.idle();
    for emission in machine.take_emissions() {
        *done.written.entry(model.topic(emission.topic).name.to_string()).or_default() += 1;
    }
    done.stopped = machine.stopped().map(|stop| format!("{}: {}", job.node(stop.node).name, stop.fail));
    Ok(done)
}

/// The files that the jobs of a workspace read here, to watch them.
pub fn local_files<'l>(
    loaded: &'l Loaded,
    from: &'l BTreeMap<String, String>,
) -> impl Iterator<Item = std::path::PathBuf> + 'l {
    let configured = loaded.config.local.values().flat_map(|files| files.list());
    let all = configured.chain(from.values()).filter(|file| *file != "-");
    all.map(|file| loaded.root.join(file))
}

fn read_by(job: &Job) -> BTreeSet<TopicId> {
    let sources = job.operators.iter().filter_map(|operator| match &operator.kind {
        OperatorKind::Source(source) => Some(source.topic),
        _ => None,
    });
    sources.collect()
}

fn files(loaded: &Loaded, topic: &Topic, from: &BTreeMap<String, String>) -> Vec<String> {
    let names = [topic.name.as_str(), topic.full_name.as_str()];
    if let Some(file) = names.iter().find_map(|name| from.get(*name)) {
        return vec![file.clone()];
    }
    let found = names.iter().find_map(|name| loaded.config.local.get(*name));
    let files = found.map(|files| files.list()).unwrap_or_default();
    // Standard input is read once, and here the job runs again and again.
    files.iter().filter(|file| *file != "-").cloned().collect()
}

fn input(model: &Model, topic: &Topic, line: &[u8], offset: i64) -> Input {
    if line.trim_ascii() == b"null" {
        return Input { offset, time: Some(0), key: None, payload: Payload::Null };
    }
    match decode::record(model, topic, line) {
        Ok(cells) => {
            let time = event_time(model, topic, &cells);
            Input { offset, time, key: None, payload: Payload::Columns(cells) }
        }
        Err(fail) => Input { offset, time: Some(0), key: None, payload: Payload::Undecodable(fail) },
    }
}

/// [time.event]: from the topic's time field; a topic without one has the log's own, which is none here.
fn event_time(
    model: &Model,
    topic: &Topic,
    cells: &[Result<Value, riparian_functions::Fail>],
) -> Option<i64> {
    let Some(time) = &topic.time else { return Some(0) };
    let record = model.record(&Type::Record(topic.schema?))?;
    match (cells.get(record.index(&time.field)?)?, &time.at) {
        (Ok(Value::Timestamp(instant)), _) => Some(*instant),
        (Ok(Value::Date(day)), Some((at, zone))) => date_at(Date(*day), *at, zone).ok().map(|t| t.0),
        _ => None,
    }
}

/// In one line: how many records came from where to where.
pub fn summary(model: &Model, done: &Interpreted) -> String {
    let is_dead = |name: &str| {
        model.topics.iter().any(|topic| topic.name == *name && topic.kind == TopicKind::DeadLetter)
    };
    let mut parts: Vec<String> = vec![format!("{} in", done.read)];
    for (name, count) in &done.written {
        let what = if is_dead(name) { "dead letters to " } else { "to " };
        parts.push(format!("{count} {what}{name}"));
    }
    if done.written.is_empty() {
        parts.push("nothing out".to_owned());
    }
    if !done.without_file.is_empty() {
        parts.push(format!("no local file for {}", done.without_file.join(", ")));
    }
    parts.extend(done.stopped.iter().map(|stop| format!("stopped at {stop}")));
    parts.join(", ")
}
