//! A job's status as tables for people.
//!
//! Shows what is there and leaves out what is not: the job may be of another version than this command.

use serde_json::Value;
use std::fmt::Write as _;

/// Everything, with the verdict first.
pub fn shown(status: &Value) -> String {
    let mut out = String::new();
    let _ =
        writeln!(out, "{}, instance {}: {}", text(status, "job"), text(status, "instance"), verdict(status));
    for line in ["health", "readiness"].iter().flat_map(|which| reasons(status, which)) {
        let _ = writeln!(out, "  {line}");
    }
    let clock = match status.get("clock").and_then(Value::as_str) {
        Some(clock) => format!(", event time {clock}"),
        None => String::new(),
    };
    let _ = writeln!(out, "up {}{clock}", duration(status.get("uptime_seconds").and_then(Value::as_f64)));
    let commits = status.get("commits").unwrap_or(&Value::Null);
    let _ = writeln!(
        out,
        "{} commits, {} done again; median at most {}, 99 % at most {}",
        count(commits, "committed"),
        count(commits, "aborted"),
        duration(commits.get("median_seconds_at_most").and_then(Value::as_f64)),
        duration(commits.get("p99_seconds_at_most").and_then(Value::as_f64)),
    );
    table(
        &mut out,
        "Workers",
        &["worker", "is", "tasks", "restored", "of"],
        rows(status, "workers", |worker| {
            let restore = worker.get("restore").unwrap_or(&Value::Null);
            let tasks = worker.get("tasks").and_then(Value::as_array).map_or(0, Vec::len);
            vec![
                count(worker, "worker"),
                text(worker, "phase"),
                tasks.to_string(),
                count(restore, "done"),
                count(restore, "records"),
            ]
        }),
    );
    table(
        &mut out,
        "Read",
        &["topic", "records", "used", "dead", "lag", "behind by"],
        rows(status, "inputs", |input| {
            vec![
                text(input, "topic"),
                count(input, "records"),
                count(input, "used"),
                count(input, "dead"),
                count(input, "lag_records"),
                duration(input.get("lag_seconds").and_then(Value::as_f64)),
            ]
        }),
    );
    let names = ["in", "used", "filtered", "late", "dead", "unmatched"];
    let head: Vec<&str> = std::iter::once("node").chain(names).collect();
    table(
        &mut out,
        "Nodes",
        &head,
        rows(status, "nodes", |node| {
            std::iter::once(text(node, "node")).chain(names.iter().map(|name| count(node, name))).collect()
        }),
    );
    table(
        &mut out,
        "Written",
        &["topic", "records"],
        rows(status, "outputs", |output| vec![text(output, "topic"), count(output, "records")]),
    );
    table(
        &mut out,
        "Set aside",
        &["node", "reason", "records", "at"],
        rows(status, "refused", |refused| {
            vec![
                text(refused, "node"),
                text(refused, "reason"),
                count(refused, "records"),
                text(refused, "at"),
            ]
        }),
    );
    table(
        &mut out,
        "State",
        &["store", "rows", "MB"],
        rows(status, "stores", |store| {
            let bytes = store.get("bytes").and_then(Value::as_f64).unwrap_or_default();
            vec![text(store, "store"), count(store, "rows"), format!("{:.1}", bytes / 1e6)]
        }),
    );
    out
}

fn verdict(status: &Value) -> &'static str {
    let is = |name| status.get(name).and_then(Value::as_bool).unwrap_or_default();
    match (is("healthy"), is("ready")) {
        (true, true) => "healthy and ready",
        (true, false) => "healthy, not ready",
        (false, _) => "NOT HEALTHY",
    }
}

/// Why it is not; nothing where it is.
fn reasons(status: &Value, which: &str) -> Vec<String> {
    let is_good = if which == "health" { "healthy" } else { "ready" };
    if status.get(is_good).and_then(Value::as_bool).unwrap_or_default() {
        return Vec::new();
    }
    let lines = status.get(which).and_then(Value::as_array).into_iter().flatten();
    lines.filter_map(Value::as_str).map(str::to_owned).collect()
}

fn text(of: &Value, name: &str) -> String {
    of.get(name).and_then(Value::as_str).unwrap_or("-").to_owned()
}

/// A whole number, grouped by thousands.
fn count(of: &Value, name: &str) -> String {
    let Some(number) = of.get(name).and_then(Value::as_f64).filter(|n| *n >= 0.0) else {
        return "-".to_owned();
    };
    let digits = format!("{number:.0}");
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// Seconds, as people say them.
fn duration(seconds: Option<f64>) -> String {
    match seconds {
        None => "-".to_owned(),
        Some(0.0) => "0".to_owned(),
        Some(s) if s < 1.0 => format!("{} ms", (s * 1e4).round() / 10.0),
        Some(s) if s < 120.0 => format!("{s:.1} s"),
        Some(s) if s < 7_200.0 => format!("{:.0} min", s / 60.0),
        Some(s) if s < 172_800.0 => format!("{:.1} h", s / 3_600.0),
        Some(s) => format!("{:.1} days", s / 86_400.0),
    }
}

fn rows(status: &Value, list: &str, row: impl Fn(&Value) -> Vec<String>) -> Vec<Vec<String>> {
    status.get(list).and_then(Value::as_array).into_iter().flatten().map(row).collect()
}

/// Nothing at all without rows. The first column stands left, numbers right.
fn table(out: &mut String, title: &str, head: &[&str], rows: Vec<Vec<String>>) {
    if rows.is_empty() {
        return;
    }
    let is_number = |cell: &String| cell == "-" || cell.starts_with(|c: char| c.is_ascii_digit());
    let head: Vec<String> = head.iter().map(|cell| (*cell).to_owned()).collect();
    let columns = head.iter().enumerate().map(|(at, title)| {
        let cells = || rows.iter().filter_map(|row| row.get(at));
        let width = cells().chain([title]).map(|cell| cell.chars().count()).max().unwrap_or_default();
        (width, cells().all(is_number))
    });
    let columns: Vec<(usize, bool)> = columns.collect();
    let _ = writeln!(out, "\n{title}");
    for row in std::iter::once(&head).chain(&rows) {
        let mut line = String::new();
        for (cell, (width, right)) in row.iter().zip(&columns) {
            let pad = " ".repeat(width.saturating_sub(cell.chars().count()));
            let _ = if *right { write!(line, "  {pad}{cell}") } else { write!(line, "  {cell}{pad}") };
        }
        let _ = writeln!(out, "{}", line.trim_end());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_and_numbers_are_for_people() {
        let said: Vec<String> =
            [None, Some(0.0), Some(0.0025), Some(7.0), Some(600.0), Some(8_000.0), Some(864_000.0)]
                .into_iter()
                .map(duration)
                .collect();
        assert_eq!(said, ["-", "0", "2.5 ms", "7.0 s", "10 min", "2.2 h", "10.0 days"]);
        let of = serde_json::json!({"n": 1_234_567, "none": null});
        assert_eq!((count(&of, "n").as_str(), count(&of, "none").as_str()), ("1,234,567", "-"));
    }

    #[test]
    fn a_status_of_another_version_is_shown_as_far_as_it_goes() {
        assert!(shown(&serde_json::json!({"healthy": false})).contains("NOT HEALTHY"));
        assert!(shown(&serde_json::json!([1, 2])).contains("NOT HEALTHY"));
    }
}
