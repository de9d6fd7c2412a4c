//! Events as lines on standard error: a sentence each, or a JSON object each.

use super::event::{Event, Field, Level};
use super::json::Object;
use riparian_functions::time::{Timestamp, timestamp_text};
use std::io::{IsTerminal, Write, stderr};
use std::time::{SystemTime, UNIX_EPOCH};

/// How events are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// For people.
    #[default]
    Text,
    /// One JSON object per line.
    Json,
}

#[derive(Debug)]
pub(super) struct Lines {
    job: String,
    instance: String,
    form: Form,
    least: Level,
    /// A moving line of progress may stand there.
    terminal: bool,
}

impl Lines {
    pub(super) fn new(job: String, instance: String, form: Form, least: Level) -> Self {
        Lines { job, instance, form, least, terminal: stderr().is_terminal() }
    }

    /// In one piece, so that lines of several workers do not mix. Nobody is left to hear of a closed standard error.
    pub(super) fn write(&self, worker: Option<u32>, event: &Event<'_>) {
        if event.level() < self.least {
            return;
        }
        let mut line = match self.form {
            Form::Text => self.text(worker, event, now()),
            Form::Json => self.json(worker, event, now()),
        };
        line.push('\n');
        if self.terminal {
            line.insert_str(0, "\r\x1b[2K");
        }
        let _ = stderr().lock().write_all(line.as_bytes());
    }

    fn text(&self, worker: Option<u32>, event: &Event<'_>, at: i64) -> String {
        let who = worker.map_or_else(String::new, |number| format!("worker {number}: "));
        let text = event.text().replace('\n', " ");
        format!("{} {:<5} {who}{text}", time(at), event.level().name())
    }

    fn json(&self, worker: Option<u32>, event: &Event<'_>, at: i64) -> String {
        let mut out = Vec::new();
        Object::write(&mut out, |object| {
            object.text("time", &time(at));
            object.text("level", event.level().name());
            object.text("event", event.name());
            object.text("job", &self.job);
            object.text("instance", &self.instance);
            if let Some(worker) = worker {
                object.count("worker", u64::from(worker));
            }
            for (name, field) in event.fields() {
                match field {
                    Field::Text(text) => object.text(name, text),
                    Field::Count(count) => object.count(name, count),
                    Field::Seconds(seconds) => object.number(name, Some(seconds)),
                    Field::List(list) => object.texts(name, list),
                }
            }
            object.text("message", &event.text());
        });
        String::from_utf8_lossy(&out).into_owned()
    }
}

/// Microseconds since the epoch, by the wall clock.
fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_micros()).unwrap_or(i64::MAX)
}

/// RFC 3339 in UTC, to the millisecond.
fn time(micros: i64) -> String {
    timestamp_text(Timestamp(micros / 1000 * 1000))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(form: Form) -> Lines {
        Lines { job: "a.b".into(), instance: "0".into(), form, least: Level::Info, terminal: false }
    }

    #[test]
    fn an_event_is_one_line_for_people() {
        let event = Event::CommitFailed { why: "the broker\nis away", then: "it is done again" };
        assert_eq!(
            lines(Form::Text).text(Some(3), &event, 1_700_000_000_123_456),
            "2023-11-14T22:13:20.123Z warn  worker 3: a commit has failed: the broker is away; it is done again"
        );
    }

    #[test]
    fn an_event_is_one_object_for_programs() {
        let tasks = ["in \"x\"/0".to_string(), "y/1".to_string()];
        let line = lines(Form::Json).json(None, &Event::Assigned { tasks: &tasks }, 1_700_000_000_123_456);
        assert!(!line.contains('\n'));
        let read: serde_json::Value = serde_json::from_str(&line).unwrap();
        assert_eq!(read["time"], "2023-11-14T22:13:20.123Z");
        assert_eq!((&read["level"], &read["event"]), (&"info".into(), &"assigned".into()));
        assert_eq!(read["tasks"], serde_json::json!(["in \"x\"/0", "y/1"]));
        assert_eq!(read["worker"], serde_json::Value::Null);
    }
}
