//! One line per finding: `path:line:column: S0301 title`.

use super::Sources;
use crate::diag::{Diagnostic, Severity};

/// The finding on one line, with its end of line.
pub fn concise(diagnostic: &Diagnostic, sources: &Sources<'_>) -> String {
    let span = diagnostic.span;
    let (line, column) = sources.position(span.file, span.start);
    let severity = match diagnostic.severity {
        Severity::Error => "",
        Severity::Warning => "warning: ",
        Severity::Info => "info: ",
    };
    let (path, id, title) = (sources.path(span.file), diagnostic.code.id, &diagnostic.title);
    format!("{path}:{line}:{column}: {id} {severity}{title}\n")
}
