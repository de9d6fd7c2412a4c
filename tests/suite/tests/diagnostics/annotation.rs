//! Texts with findings written below the lines they point at.

use riparian_compiler::diag::{Diagnostic, Severity};
use riparian_compiler::workspace::Analysis;
use std::fmt::Write;

const FILE: &str = "// file: ";

/// The files of a text.
pub fn split(text: &str) -> Vec<(String, String)> {
    let mut files: Vec<(String, String)> = Vec::new();
    for line in text.split_inclusive('\n') {
        match (line.strip_prefix(FILE), files.last_mut()) {
            (Some(name), _) => files.push((name.trim().to_owned(), String::new())),
            (None, Some((_, text))) => text.push_str(line),
            (None, None) => files.push(("case.stream".to_owned(), line.to_owned())),
        }
    }
    files
}

/// Without annotations.
pub fn plain(text: &str) -> String {
    text.split_inclusive('\n').filter(|line| !is_annotation(line)).collect()
}

fn is_annotation(line: &str) -> bool {
    let Some(rest) = line.strip_prefix("//") else { return false };
    let rest = rest.strip_prefix(['0', '1']).unwrap_or(rest).trim_start();
    rest.starts_with(['^', '|']) || rest.starts_with("help: ")
}

/// The text with its findings below their lines.
pub fn annotated(text: &str, analysis: &Analysis) -> String {
    let mut out = String::new();
    let mut names: Vec<&str> =
        text.lines().filter_map(|line| line.strip_prefix(FILE)).map(str::trim).collect();
    let has_names = !names.is_empty();
    if !has_names {
        names.push("case.stream");
    }
    for name in names {
        if has_names {
            let _ = writeln!(out, "{FILE}{name}");
        }
        let Some(file) = analysis.file_at(name) else {
            // What lies beside the files of the language has no findings of its own.
            let beside = split(text).into_iter().find(|(other, _)| other == name);
            out.push_str(&beside.unwrap_or_default().1);
            continue;
        };
        let findings: Vec<&Diagnostic> = analysis.diagnostics_in(file.id).collect();
        let mut start = 0;
        let mut lines = file.text.split_inclusive('\n').peekable();
        while let Some(line) = lines.next() {
            out.push_str(line);
            let end = start + line.len();
            let is_last = lines.peek().is_none();
            for finding in &findings {
                let at = finding.span.start as usize;
                if (start..end).contains(&at) || is_last && at >= end {
                    if !out.ends_with('\n') {
                        out.push('\n');
                    }
                    annotate(&mut out, line, at.min(end) - start, finding);
                }
            }
            start = end;
        }
    }
    out
}

fn annotate(out: &mut String, line: &str, at: usize, finding: &Diagnostic) {
    let column = line.get(..at).map_or(at, |before| before.chars().count());
    let length = (finding.span.end - finding.span.start) as usize;
    let rest = line.get(at..).unwrap_or_default().trim_end_matches(['\n', '\r']);
    let marks = match (length, rest.get(..length)) {
        (0, _) => "|".to_owned(),
        (_, Some(marked)) => "^".repeat(marked.chars().count()),
        // Over several lines: to the end of the first.
        (_, None) => format!("{} …", "^".repeat(rest.chars().count().max(1))),
    };
    let severity = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "info",
    };
    let indent = match column {
        0 | 1 => format!("//{column}"),
        _ => format!("//{}", " ".repeat(column - 2)),
    };
    let _ = writeln!(out, "{indent}{marks} {severity}[{}]: {}", finding.code.id, finding.title);
    if let Some(help) = finding.help.as_deref().or(finding.fixes.first().map(|fix| fix.title.as_str())) {
        let indent = " ".repeat(column.saturating_sub(2).max(1));
        let _ = writeln!(out, "//{indent}help: {help}");
    }
}
