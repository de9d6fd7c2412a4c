//! The job in one JSON object, summed over its tasks: what `riparian status` reads.

use super::board::{Board, now};
use super::health;
use crate::counters::Counts;
use crate::report::json::Object;
use crate::worker::meter::Histogram;
use crate::worker::{Glance, TaskGlance};
use riparian_functions::time::{Timestamp, timestamp_text};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What is summed by topic.
#[derive(Default)]
struct Input {
    counts: Counts,
    bytes: u64,
    /// Absent where it is not known of any partition.
    lag: Option<u64>,
    /// Of the partition that is furthest behind, microseconds.
    time_lag: Option<i64>,
}

/// Everything, as JSON.
pub fn status(board: &Board) -> Vec<u8> {
    let glances: Vec<Arc<Glance>> = board.workers().map(|(_, _, glance)| glance).collect();
    let tasks: Vec<&TaskGlance> = glances.iter().flat_map(|glance| &glance.tasks).collect();
    let (healthy, ready) = (health::health(board), health::ready(board));
    let mut out = Vec::new();
    Object::write(&mut out, |object| {
        object.text("job", &crate::broker::group(board.job));
        object.text("instance", &board.instance);
        object.flag("healthy", healthy.is_good);
        object.texts("health", &healthy.lines);
        object.flag("ready", ready.is_good);
        object.texts("readiness", &ready.lines);
        object.number("uptime_seconds", Some(board.began.elapsed().as_secs_f64()));
        // Of the task that is furthest behind; unknown until all have one.
        let clocks = tasks.iter().map(|task| task.clock).min().flatten();
        match clocks {
            Some(clock) => object.text("clock", &timestamp_text(Timestamp(clock))),
            None => object.number("clock", None),
        }
        workers(object, board);
        inputs(object, board, &tasks);
        nodes(object, board, &tasks);
        outputs(object, board, &tasks, &glances);
        refused(object, board, &tasks);
        stores(object, &tasks);
        commits(object, &glances);
    });
    out.push(b'\n');
    out
}

fn workers(object: &mut Object<'_>, board: &Board) {
    object.list("workers", board.workers(), |object, (number, pulse, glance)| {
        object.count("worker", u64::from(number));
        object.text("phase", pulse.phase().name());
        let tasks: Vec<String> = glance.tasks.iter().map(|task| task.id.text(board.job)).collect();
        object.texts("tasks", &tasks);
        let (done, records) = pulse.restore();
        object.object("restore", |object| {
            object.count("done", done);
            object.count("records", records);
        });
        let away = pulse.broker_away().map(|(since, _)| since.as_secs_f64());
        object.number("broker_away_seconds", away);
    });
}

fn inputs(object: &mut Object<'_>, board: &Board, tasks: &[&TaskGlance]) {
    let now = now();
    let mut inputs: BTreeMap<u16, Input> = BTreeMap::new();
    for task in tasks {
        let stage = board.job.stages.get(usize::from(task.id.stage));
        for (input, counts) in stage.map_or(&[][..], |s| s.inputs).iter().zip(&task.counters.inputs) {
            inputs.entry(input.topic).or_default().counts.add(counts);
        }
        for feed in &task.feeds {
            let input = inputs.entry(feed.partition.topic).or_default();
            input.bytes = input.bytes.saturating_add(feed.bytes);
            if let Some(lag) = feed.lag() {
                input.lag = Some(input.lag.unwrap_or_default().saturating_add(lag));
            }
            input.time_lag = input.time_lag.max(feed.time_lag(now));
        }
    }
    object.list("inputs", inputs, |object, (topic, input)| {
        object.text("topic", name(board, topic));
        object.count("records", input.counts.entered);
        object.count("used", input.counts.used);
        object.count("dead", input.counts.dead);
        object.count("bytes", input.bytes);
        object.number("lag_records", input.lag.map(|lag| lag as f64));
        object.number("lag_seconds", input.time_lag.map(|lag| lag as f64 / 1e6));
    });
}

fn nodes(object: &mut Object<'_>, board: &Board, tasks: &[&TaskGlance]) {
    let mut nodes = vec![Counts::default(); board.job.nodes.len()];
    for task in tasks {
        for (sum, counts) in nodes.iter_mut().zip(&task.counters.nodes) {
            sum.add(counts);
        }
    }
    object.list("nodes", board.job.nodes.iter().zip(nodes), |object, (node, counts)| {
        object.text("node", node.name);
        object.count("in", counts.entered.saturating_add(counts.fan_out));
        object.count("used", counts.used);
        object.count("filtered", counts.filtered);
        object.count("late", counts.late);
        object.count("dead", counts.dead);
        object.count("unmatched", counts.unmatched);
    });
}

fn outputs(object: &mut Object<'_>, board: &Board, tasks: &[&TaskGlance], glances: &[Arc<Glance>]) {
    let mut outputs: BTreeMap<u16, (u64, u64)> = BTreeMap::new();
    for task in tasks {
        for (topic, count) in (0..).zip(&task.counters.sent).filter(|(_, count)| **count > 0) {
            outputs.entry(topic).or_default().0 += count;
        }
    }
    for (topic, bytes) in glances.iter().flat_map(|glance| &glance.meter.written) {
        outputs.entry(*topic).or_default().1 += bytes;
    }
    object.list("outputs", outputs, |object, (topic, (records, bytes))| {
        object.text("topic", name(board, topic));
        object.count("records", records);
        object.count("bytes", bytes);
    });
}

fn refused(object: &mut Object<'_>, board: &Board, tasks: &[&TaskGlance]) {
    let mut refused = BTreeMap::new();
    for (what, count) in tasks.iter().flat_map(|task| &task.counters.refused) {
        *refused.entry(*what).or_insert(0u64) += count;
    }
    object.list("refused", refused, |object, ((site, fail), count)| {
        if let Some(spec) = board.job.sites.get(usize::from(site.0)) {
            let node = board.job.nodes.get(usize::from(spec.node)).map_or("", |node| node.name);
            object.text("node", node);
            object.text("at", &format!("{}:{}", spec.file, spec.line));
        }
        object.text("reason", fail.code());
        object.count("records", count);
    });
}

fn stores(object: &mut Object<'_>, tasks: &[&TaskGlance]) {
    let mut stores: BTreeMap<&str, (u64, u64)> = BTreeMap::new();
    for store in tasks.iter().flat_map(|task| &task.stores) {
        let sum = stores.entry(store.name).or_default();
        sum.0 += store.rows as u64;
        sum.1 += store.bytes as u64;
    }
    object.list("stores", stores, |object, (store, (rows, bytes))| {
        object.text("store", store);
        object.count("rows", rows);
        object.count("bytes", bytes);
    });
}

fn commits(object: &mut Object<'_>, glances: &[Arc<Glance>]) {
    let mut durations = Histogram::default();
    glances.iter().for_each(|glance| durations.add(&glance.meter.commits));
    object.object("commits", |object| {
        object.count("committed", glances.iter().map(|glance| glance.commits).sum());
        object.count("aborted", glances.iter().map(|glance| glance.meter.aborted).sum());
        object.number("median_seconds_at_most", durations.quantile(0.5));
        object.number("p99_seconds_at_most", durations.quantile(0.99));
    });
}

fn name(board: &Board, topic: u16) -> &'static str {
    board.job.topics.get(usize::from(topic)).map_or("", |topic| topic.name)
}
