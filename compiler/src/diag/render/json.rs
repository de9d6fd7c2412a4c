//! For tools: one JSON object per line in the shape that rustc writes, so that what reads rustc reads this.

use super::{Sources, human};
use crate::base::Span;
use crate::diag::{Applicability, Diagnostic, Severity};

/// The finding as one line of JSON, with its end of line.
pub fn json(diagnostic: &Diagnostic, sources: &Sources<'_>) -> String {
    let mut out = String::from("{\"$message_type\":\"diagnostic\",\"message\":");
    string(&mut out, &diagnostic.title);
    out.push_str(",\"code\":{\"code\":");
    string(&mut out, diagnostic.code.id);
    out.push_str(",\"explanation\":null},\"level\":");
    string(
        &mut out,
        match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "note",
        },
    );
    out.push_str(",\"spans\":[");
    let label = (!diagnostic.label.is_empty()).then_some(diagnostic.label.as_str());
    span(&mut out, sources, diagnostic.span, true, label, None);
    for secondary in &diagnostic.secondary {
        out.push(',');
        span(&mut out, sources, secondary.span, false, Some(&secondary.text), None);
    }
    out.push_str("],\"children\":[");
    children(&mut out, diagnostic, sources);
    out.push_str("],\"rendered\":");
    string(&mut out, &human(diagnostic, sources, false));
    out.push_str("}\n");
    out
}

fn children(out: &mut String, diagnostic: &Diagnostic, sources: &Sources<'_>) {
    let mut first = true;
    let mut child = |out: &mut String, level: &str, message: &str, spans: &dyn Fn(&mut String)| {
        if !std::mem::take(&mut first) {
            out.push(',');
        }
        out.push_str("{\"message\":");
        string(out, message);
        out.push_str(",\"code\":null,\"level\":");
        string(out, level);
        out.push_str(",\"spans\":[");
        spans(out);
        out.push_str("],\"children\":[],\"rendered\":null}");
    };
    for note in &diagnostic.notes {
        child(out, "note", note, &|_| {});
    }
    if let Some(help) = &diagnostic.help
        && !diagnostic.fixes.iter().any(|fix| fix.title == *help)
    {
        child(out, "help", help, &|_| {});
    }
    for fix in &diagnostic.fixes {
        child(out, "help", &fix.title, &|out| {
            for (i, edit) in fix.edits.iter().enumerate() {
                if i > 0 {
                    out.push(',');
                }
                span(out, sources, edit.span, true, None, Some((&edit.text, fix.applicability)));
            }
        });
    }
}

fn span(
    out: &mut String,
    sources: &Sources<'_>,
    span: Span,
    primary: bool,
    label: Option<&str>,
    replacement: Option<(&str, Applicability)>,
) {
    let bytes = sources.bytes(span);
    let (line_start, column_start) = sources.position(span.file, bytes.start as u32);
    let (line_end, column_end) = sources.position(span.file, bytes.end as u32);
    out.push_str("{\"file_name\":");
    string(out, sources.path(span.file));
    for (name, number) in [
        ("byte_start", bytes.start as u32),
        ("byte_end", bytes.end as u32),
        ("line_start", line_start),
        ("line_end", line_end),
        ("column_start", column_start),
        ("column_end", column_end),
    ] {
        out.push_str(&format!(",\"{name}\":{number}"));
    }
    out.push_str(&format!(",\"is_primary\":{primary},\"text\":["));
    for line in line_start..=line_end {
        let text = sources.text(span.file).get(sources.line_range(span.file, line)).unwrap_or_default();
        let from = if line == line_start { column_start } else { 1 };
        let to = if line == line_end { column_end } else { text.chars().count() as u32 + 1 };
        if line > line_start {
            out.push(',');
        }
        out.push_str("{\"text\":");
        string(out, text);
        out.push_str(&format!(",\"highlight_start\":{from},\"highlight_end\":{to}}}"));
    }
    out.push_str("],\"label\":");
    optional(out, label);
    out.push_str(",\"suggested_replacement\":");
    optional(out, replacement.map(|(text, _)| text));
    out.push_str(",\"suggestion_applicability\":");
    optional(
        out,
        replacement.map(|(_, applicability)| match applicability {
            Applicability::Safe => "MachineApplicable",
            Applicability::Likely => "MaybeIncorrect",
            Applicability::Placeholder => "HasPlaceholders",
        }),
    );
    out.push_str(",\"expansion\":null}");
}

fn optional(out: &mut String, text: Option<&str>) {
    match text {
        Some(text) => string(out, text),
        None => out.push_str("null"),
    }
}

fn string(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if (c as u32) < 0x20 || c == '\u{7f}' => out.push_str(&format!("\\u{:04x}", c as u32)),
            c => out.push(c),
        }
    }
    out.push('"');
}
