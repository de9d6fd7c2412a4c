//! The readable end of a run: what came in, what became of it, what went out, where to look.

use crate::counters::Counts;
use crate::fail::Site;
use crate::job::{Job, Role, Route};
use riparian_functions::Fail;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The counters of all tasks of a job, summed.
#[derive(Clone, Debug, Default)]
pub struct Totals {
    /// By topic index: what was read from it.
    pub inputs: BTreeMap<u16, Counts>,
    /// By node index.
    pub nodes: Vec<Counts>,
    /// By topic index: records written.
    pub sent: Vec<u64>,
    pub refused: BTreeMap<(Site, Fail), u64>,
    /// Rows kept, and about how many bytes, by store.
    pub stores: BTreeMap<String, (usize, usize)>,
}

impl Totals {
    /// Every record of every input and node is accounted for.
    pub fn balances(&self) -> bool {
        self.inputs.values().chain(&self.nodes).all(Counts::balances)
    }
}

/// Tables for people; numbers grouped by thousands.
pub fn summary(job: &Job, totals: &Totals) -> String {
    let mut out = String::new();
    inputs(&mut out, job, totals);
    nodes(&mut out, job, totals);
    outputs(&mut out, job, totals);
    refused(&mut out, job, totals);
    stores(&mut out, totals);
    let verdict = if totals.balances() {
        "every record of every input and node is accounted for"
    } else {
        "THE BALANCE DOES NOT ADD UP: please report this"
    };
    let _ = writeln!(out, "\nBalance: {verdict}.");
    out
}

fn inputs(out: &mut String, job: &Job, totals: &Totals) {
    let rows = totals.inputs.iter().map(|(topic, c)| {
        let name = job.topics[usize::from(*topic)].short_name.to_string();
        vec![name, number(c.entered), number(c.used), number(c.dead)]
    });
    table(out, "Read", &["topic", "in", "used", "dead"], rows.collect());
}

fn nodes(out: &mut String, job: &Job, totals: &Totals) {
    let rows = job.nodes.iter().zip(&totals.nodes).map(|(node, c)| {
        vec![
            node.name.to_string(),
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

fn outputs(out: &mut String, job: &Job, totals: &Totals) {
    let rows = job.topics.iter().zip(&totals.sent).filter_map(|(topic, sent)| match topic.role {
        Role::Output { .. } | Role::DeadLetter => Some(vec![topic.short_name.to_string(), number(*sent)]),
        Role::Input { .. } | Role::Repartition => None,
    });
    table(out, "Written", &["topic", "records"], rows.collect());
}

fn refused(out: &mut String, job: &Job, totals: &Totals) {
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

fn stores(out: &mut String, totals: &Totals) {
    let rows = totals.stores.iter().map(|(name, (rows, bytes))| {
        vec![name.clone(), number(*rows as u64), format!("{:.1} MB", *bytes as f64 / 1e6)]
    });
    table(out, "State", &["store", "rows", "memory"], rows.collect());
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
        if i > 0 && (digits.len() - i) % 3 == 0 {
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
        table(&mut out, "T", &["name", "n"], vec![vec!["a".into(), "1".into()], vec!["bcdef".into(), "1,000".into()]]);
        assert_eq!(out, "\nT\n  name       n\n  a          1\n  bcdef  1,000\n");
    }

    #[test]
    fn a_lost_record_shows() {
        let mut totals = Totals { nodes: vec![Counts { entered: 3, used: 2, late: 1, ..Counts::default() }], ..Totals::default() };
        assert!(totals.balances());
        totals.nodes[0].entered = 4;
        assert!(!totals.balances());
    }
}
