//! Goldens of the plan: text in, the text of `explain` out; a snapshot holds both.

mod constructs;
mod mistakes;
mod placement;
mod velocity;

use crate::diag::render::human;
use crate::workspace::Workspace;

/// The files, their findings as drawn, and the explained plan.
fn golden(files: &[(&str, &str)]) -> String {
    let texts: String =
        files.iter().map(|(name, source)| format!("-- {name}\n{}\n", source.trim_end())).collect();
    format!("{texts}{}", plan_of(files))
}

/// The findings and the explained plan alone.
fn plan_of(files: &[(&str, &str)]) -> String {
    let owned = files.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
    let analysis = Workspace::of(owned).analyse();
    let findings: String = analysis
        .diagnostics
        .iter()
        .map(|d| format!("-- finding\n{}\n", human(d, &analysis.sources(), false).trim_end()))
        .collect();
    format!("{findings}-- plan\n{}", super::explain::explain(&analysis.model, &analysis.plan))
}
