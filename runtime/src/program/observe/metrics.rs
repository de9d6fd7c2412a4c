//! The job's metrics, under the names of spec/08.
//!
//! A task is `stage/partition`: a task that moves takes its counters along, and its series ends here and goes on there.

use super::board::{Board, now};
use super::exposition::{Exposition, Kind};
use super::health;
use crate::counters::Counts;
use crate::worker::meter::BOUNDS;
use crate::worker::{FeedGlance, Glance, TaskGlance};
use std::sync::Arc;

/// One task, with its name.
struct Named<'a> {
    name: String,
    task: &'a TaskGlance,
}

/// Everything, as text.
pub fn metrics(board: &Board) -> String {
    let job = crate::broker::group(board.job);
    let glances: Vec<(u32, Arc<Glance>)> =
        board.workers().map(|(number, _, glance)| (number, glance)).collect();
    let tasks: Vec<Named<'_>> = glances
        .iter()
        .flat_map(|(_, glance)| &glance.tasks)
        .map(|task| Named { name: task.id.text(board.job), task })
        .collect();
    let mut page = Page { text: Exposition::default(), board, job };
    page.process();
    page.workers(&glances);
    page.records(&tasks);
    page.feeds(&tasks);
    page.tasks(&tasks);
    page.text.finish()
}

struct Page<'a> {
    text: Exposition,
    board: &'a Board,
    job: String,
}

impl Page<'_> {
    fn topic(&self, index: u16) -> &'static str {
        self.board.job.topics.get(usize::from(index)).map_or("", |topic| topic.name)
    }

    fn process(&mut self) {
        let job = self.job.as_str();
        let (healthy, ready) = (health::health(self.board).is_good, health::ready(self.board).is_good);
        for (name, help, value) in [
            ("riparian_healthy", "Whether every worker makes progress or waits: 1 or 0.", healthy),
            ("riparian_ready", "Whether every worker has its tasks and their state: 1 or 0.", ready),
        ] {
            self.text.family(name, Kind::Gauge, help);
            self.text.sample(name, &[("job", job)], u8::from(value));
        }
        let name = "riparian_uptime_seconds";
        self.text.family(name, Kind::Gauge, "Since the start of this process.");
        self.text.sample(name, &[("job", job)], self.board.began.elapsed().as_secs_f64());
    }

    fn workers(&mut self, glances: &[(u32, Arc<Glance>)]) {
        let job = self.job.clone();
        let gauges: [(&str, &str, fn(&crate::report::Pulse) -> f64); 3] = [
            ("riparian_restore_records", "Records of changelogs that are to be restored.", |pulse| {
                pulse.restore().1 as f64
            }),
            ("riparian_restored_records", "Those of them that have been restored.", |pulse| {
                pulse.restore().0 as f64
            }),
            (
                "riparian_broker_away_seconds",
                "How long brokers have not answered; 0 while they do.",
                |pulse| pulse.broker_away().map_or(0.0, |(since, _)| since.as_secs_f64()),
            ),
        ];
        for (name, help, value) in gauges {
            self.text.family(name, Kind::Gauge, help);
            for (number, pulse, _) in self.board.workers() {
                self.text.sample(name, &[("job", &job), ("worker", &number.to_string())], value(pulse));
            }
        }
        let counts: [(&str, Kind, &str, fn(&Glance) -> u64); 3] = [
            ("riparian_assigned_tasks", Kind::Gauge, "Tasks that the worker has.", |g| g.tasks.len() as u64),
            ("riparian_commits_total", Kind::Counter, "Commits since this start.", |g| g.commits),
            ("riparian_aborts_total", Kind::Counter, "Commits that had to be done again.", |g| {
                g.meter.aborted
            }),
        ];
        for (name, kind, help, value) in counts {
            self.text.family(name, kind, help);
            for (number, glance) in glances {
                self.text.sample(name, &[("job", &job), ("worker", &number.to_string())], value(glance));
            }
        }
        let name = "riparian_commit_duration_seconds";
        self.text.family(name, Kind::Histogram, "From the closing of an epoch until it is committed.");
        for (number, glance) in glances {
            self.histogram(name, &number.to_string(), glance);
        }
        let name = "riparian_output_bytes_total";
        self.text.family(name, Kind::Counter, "Bytes written since this start, with their frames.");
        for (number, glance) in glances {
            for (topic, bytes) in &glance.meter.written {
                let labels =
                    [("job", job.as_str()), ("worker", &number.to_string()), ("topic", self.topic(*topic))];
                self.text.sample(name, &labels, bytes);
            }
        }
    }

    fn histogram(&mut self, name: &str, worker: &str, glance: &Glance) {
        let commits = &glance.meter.commits;
        let bounds = BOUNDS.iter().map(f64::to_string).chain(["+Inf".to_string()]);
        let mut below = 0u64;
        for (bound, count) in bounds.zip(commits.classes) {
            below += count;
            let labels = [("job", self.job.as_str()), ("worker", worker), ("le", &bound)];
            self.text.sample(&format!("{name}_bucket"), &labels, below);
        }
        let labels = [("job", self.job.as_str()), ("worker", worker)];
        self.text.sample(&format!("{name}_sum"), &labels, commits.sum);
        self.text.sample(&format!("{name}_count"), &labels, below);
    }

    fn records(&mut self, tasks: &[Named<'_>]) {
        let name = "riparian_input_records_total";
        self.text.family(name, Kind::Counter, "Records read, by what became of them.");
        for Named { name: task, task: seen } in tasks {
            let inputs = self.board.job.stages.get(usize::from(seen.id.stage)).map_or(&[][..], |s| s.inputs);
            for (input, counts) in inputs.iter().zip(&seen.counters.inputs) {
                let topic = self.topic(input.topic);
                for (outcome, count) in [("used", counts.used), ("dead", counts.dead)] {
                    let labels =
                        [("job", self.job.as_str()), ("task", task), ("topic", topic), ("outcome", outcome)];
                    self.text.sample(name, &labels, count);
                }
            }
        }
        let name = "riparian_output_records_total";
        self.text.family(name, Kind::Counter, "Records written; watermarks are none.");
        for Named { name: task, task: seen } in tasks {
            for (topic, count) in (0..).zip(&seen.counters.sent).filter(|(_, count)| **count > 0) {
                let labels = [("job", self.job.as_str()), ("task", task), ("topic", self.topic(topic))];
                self.text.sample(name, &labels, count);
            }
        }
        let name = "riparian_node_records_total";
        self.text.family(
            name,
            Kind::Counter,
            "Records and rows that reached a node, by what became of them.",
        );
        for Named { name: task, task: seen } in tasks {
            let nodes = self.board.job.nodes.iter().zip(&seen.counters.nodes);
            for (node, counts) in nodes.filter(|(_, counts)| **counts != Counts::default()) {
                for (outcome, count) in outcomes(counts) {
                    let labels = [
                        ("job", self.job.as_str()),
                        ("task", task),
                        ("node", node.name),
                        ("outcome", outcome),
                    ];
                    self.text.sample(name, &labels, count);
                }
            }
        }
        let name = "riparian_refused_records_total";
        self.text.family(
            name,
            Kind::Counter,
            "Records that could not be used, by place in the source and reason.",
        );
        for Named { name: task, task: seen } in tasks {
            for ((site, fail), count) in &seen.counters.refused {
                let Some(spec) = self.board.job.sites.get(usize::from(site.0)) else { continue };
                let node = self.board.job.nodes.get(usize::from(spec.node)).map_or("", |node| node.name);
                let labels = [
                    ("job", self.job.as_str()),
                    ("task", task),
                    ("node", node),
                    ("at", &format!("{}:{}", spec.file, spec.line)),
                    ("reason", fail.code()),
                ];
                self.text.sample(name, &labels, count);
            }
        }
    }

    fn feeds(&mut self, tasks: &[Named<'_>]) {
        let now = now();
        let families: [(&str, Kind, &str, &dyn Fn(&FeedGlance) -> Option<f64>); 4] = [
            (
                "riparian_input_bytes_total",
                Kind::Counter,
                "Bytes fetched since the task came to this process.",
                &|feed| Some(feed.bytes as f64),
            ),
            ("riparian_lag_records", Kind::Gauge, "Records that wait to be read.", &|feed| {
                feed.lag().map(|lag| lag as f64)
            }),
            (
                "riparian_lag_seconds",
                Kind::Gauge,
                "How far the latest event time read is behind the wall clock; 0 if no record waits.",
                &|feed| feed.time_lag(now).map(seconds),
            ),
            (
                "riparian_event_time_seconds",
                Kind::Gauge,
                "The latest event time read, since the epoch.",
                &|feed| feed.event_time.map(seconds),
            ),
        ];
        for (name, kind, help, value) in families {
            self.text.family(name, kind, help);
            for Named { name: task, task: seen } in tasks {
                for feed in &seen.feeds {
                    let Some(value) = value(feed) else { continue };
                    let labels = [
                        ("job", self.job.as_str()),
                        ("task", task),
                        ("topic", self.topic(feed.partition.topic)),
                        ("partition", &feed.partition.number.to_string()),
                    ];
                    self.text.sample(name, &labels, value);
                }
            }
        }
    }

    fn tasks(&mut self, tasks: &[Named<'_>]) {
        let name = "riparian_task_clock_seconds";
        self.text.family(name, Kind::Gauge, "The task's event time clock, since the epoch.");
        for Named { name: task, task: seen } in tasks {
            if let Some(clock) = seen.clock {
                self.text.sample(name, &[("job", &self.job), ("task", task)], seconds(clock));
            }
        }
        let families: [(&str, &str, fn(&crate::worker::StoreGlance) -> usize); 2] = [
            ("riparian_state_rows", "Rows that a store keeps.", |store| store.rows),
            ("riparian_state_bytes", "Memory that a store takes, roughly.", |store| store.bytes),
        ];
        for (name, help, value) in families {
            self.text.family(name, Kind::Gauge, help);
            for Named { name: task, task: seen } in tasks {
                for store in &seen.stores {
                    let labels = [("job", self.job.as_str()), ("task", task), ("store", store.name)];
                    self.text.sample(name, &labels, value(store));
                }
            }
        }
    }
}

/// What may become of what reaches a node; their sum is what has reached it.
fn outcomes(counts: &Counts) -> [(&'static str, u64); 5] {
    [
        ("used", counts.used),
        ("filtered", counts.filtered),
        ("late", counts.late),
        ("dead", counts.dead),
        ("unmatched", counts.unmatched),
    ]
}

fn seconds(micros: i64) -> f64 {
    micros as f64 / 1e6
}
