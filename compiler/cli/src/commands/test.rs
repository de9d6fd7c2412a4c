//! `riparian test`: the `test` blocks, at once, in the reference interpreter.

use crate::exit::{Exit, Failure};
use crate::project::{Format, Project};
use crate::terminal::Terminal;
use riparian_compiler::base::LineIndex;
use riparian_compiler::diag::{Code, Diagnostic, render};
use riparian_compiler::interpret::test;
use std::path::PathBuf;
use std::time::Instant;

#[derive(clap::Args)]
pub struct Test {
    /// Only tests whose name contains this.
    filter: Option<String>,
    /// The workspace, or a folder in it.
    #[arg(long, default_value = ".")]
    path: PathBuf,
}

impl Test {
    pub fn run(self, terminal: &Terminal) -> Result<Exit, Failure> {
        let project = Project::open(&self.path)?;
        if project.errors() > 0 {
            project.show(terminal, Format::Human);
            return Ok(Exit::Findings);
        }
        let start = Instant::now();
        let (mut passed, mut failed) = (0, 0);
        let wanted = |name: &str| self.filter.as_ref().is_none_or(|f| name.contains(f.as_str()));
        let analysis = &project.analysis;
        for case in analysis.plan.tests.iter().filter(|t| wanted(&t.name)) {
            let place = match analysis.file(case.span.file) {
                Some(file) => {
                    let (line, _) = LineIndex::new(&file.text).position(&file.text, case.span.start);
                    format!("{}:{line}", file.path)
                }
                None => String::new(),
            };
            let outcome = test::run(&analysis.model, &analysis.plan, case);
            if outcome.passed() {
                passed += 1;
                terminal.status("ok", &format!("{} ({place})", case.name));
                continue;
            }
            failed += 1;
            terminal.status("FAILED", &format!("{} ({place})", case.name));
            for failure in outcome.failures {
                terminal.say(&render::human(&finding(failure), &analysis.sources(), terminal.colour_err));
            }
        }
        let millis = start.elapsed().as_secs_f64() * 1000.0;
        terminal.out(&format!("{passed} passed, {failed} failed in {millis:.0} ms"));
        if passed + failed == 0 {
            terminal.error(
                "no test was run\nhelp: write a `test \"…\" { given … expect … }` block beside the job",
            );
            return Ok(Exit::Usage);
        }
        Ok(if failed > 0 { Exit::Findings } else { Exit::Done })
    }
}

/// A failed expectation, drawn like every other finding.
fn finding(failure: test::Failure) -> Diagnostic {
    const CODE: Code = Code { id: "test", name: "expectation-failed" };
    let finding = Diagnostic::error(CODE, failure.span, failure.title);
    if failure.detail.is_empty() { finding } else { finding.note(failure.detail) }
}
