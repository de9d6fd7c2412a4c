//! The readable end of a run: what came in, what became of it, what went out, where to look.

use crate::job::{Job, Role, Route};
use crate::worker::Summary;
use riparian_functions::Fail;
use std::fmt::Write as _;

/// Tables for people; numbers grouped by thousands.
pub fn summary(job: &Job, totals: &Summary) -> String {
    let mut out = String::new();
    inputs(&mut out, job, totals);
    nodes(&mut out, totals);
    outputs(&mut out, job, totals);
    refused(&mut out, job, totals);
    let verdict = if totals.balances() {
        "every record of every input and node is accounted for"
    } else {
        "THE BALANCE DOES NOT ADD UP: please report this"
    };
    let _ = writeln!(
        out,
        "\nState: {} rows, about {:.1} MB.\nBalance: {verdict}.",
        number(totals.state_entries as u64),
        totals.state_bytes as f64 / 1e6
    );
    out
}

fn inputs(out: &mut String, job: &Job, totals: &Summary) {
    let own =
        |name: &str| job.topics.iter().any(|t| t.short_name == name && matches!(t.role, Role::Input { .. }));
    let rows = totals.inputs.iter().filter(|line| own(line.name)).map(|line| {
        let c = &line.counts;
        vec![line.name.to_string(), number(c.entered), number(c.used), number(c.dead)]
    });
    table(out, "Read", &["topic", "in", "used", "dead"], rows.collect());
}

fn nodes(out: &mut String, totals: &Summary) {
    let rows = totals.nodes.iter().map(|line| {
        let c = &line.counts;
        vec![
            line.name.to_string(),
            number(c.entered),
            number(c.used),
            number(c.filtered),
            number(c.late),
            number(c.dead),
            number(c.unmatched),
        ]
    });
    table(out, "Nodes", &["node", "in", "used", "filtered", "late", "dead", "unmatched"], rows.collect());
}

fn outputs(out: &mut String, job: &Job, totals: &Summary) {
    let rows = (0..).zip(job.topics).filter_map(|(index, topic)| match topic.role {
        Role::Output { .. } | Role::DeadLetter => {
            let sent = totals.sent.get(&index).copied().unwrap_or(0);
            Some(vec![topic.short_name.to_string(), number(sent)])
        }
        Role::Input { .. } | Role::Repartition => None,
    });
    table(out, "Written", &["topic", "records"], rows.collect());
}

fn refused(out: &mut String, job: &Job, totals: &Summary) {
    let rows = totals.refused.iter().filter_map(|((site, fail), count)| {
        let spec = job.sites.get(usize::from(site.0))?;
        let route = match fail {
            Fail::Late => spec.late,
            Fail::Unmatched => spec.unmatched,
            _ => spec.bad,
        };
        let went = match route {
            Route::To(topic) => format!("to {}", job.topics[usize::from(topic)].short_name),
            Route::Drop { because } => format!("dropped: {because}"),
            Route::Stop => "stopped the job".to_string(),
        };
        let node = job.nodes.get(usize::from(spec.node)).map_or("", |n| n.name);
        let place = format!("{}:{}", spec.file, spec.line);
        Some(vec![node.to_string(), fail.code().to_string(), number(*count), went, place])
    });
    table(out, "Set aside", &["node", "reason", "records", "went", "at"], rows.collect());
}

/// A titled table; nothing at all without rows. Numbers stand right, names left.
fn table(out: &mut String, title: &str, head: &[&str], rows: Vec<Vec<String>>) {
    if rows.is_empty() {
        return;
    }
    let mut widths: Vec<usize> = head.iter().map(|h| h.len()).collect();
    for row in &rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.chars().count());
        }
    }
    let _ = writeln!(out, "\n{title}");
    let head: Vec<String> = head.iter().map(|h| (*h).to_string()).collect();
    for row in std::iter::once(&head).chain(&rows) {
        let mut line = String::from(" ");
        for (column, (cell, width)) in row.iter().zip(&widths).enumerate() {
            let numeric = rows.iter().all(|r| {
                r.get(column).is_some_and(|c| c.starts_with(|d: char| d.is_ascii_digit()) && !c.contains(':'))
            });
            let pad = " ".repeat(width - cell.chars().count());
            let _ = if numeric { write!(line, " {pad}{cell} ") } else { write!(line, " {cell}{pad} ") };
        }
        let _ = writeln!(out, "{}", line.trim_end());
    }
}

/// `1_234_567` as `1,234,567`.
pub fn number(n: u64) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped() {
        assert_eq!(number(7), "7");
        assert_eq!(number(1_234), "1,234");
        assert_eq!(number(1_000_000), "1,000,000");
    }

    #[test]
    fn numbers_stand_right_and_names_left() {
        let mut out = String::new();
        table(
            &mut out,
            "T",
            &["name", "n"],
            vec![vec!["a".into(), "1".into()], vec!["bcdef".into(), "1,000".into()]],
        );
        assert_eq!(out, "\nT\n  name       n\n  a          1\n  bcdef  1,000\n");
    }
}
