//! `riparian test`: the `test` blocks, in the interpreter at once, or in the generated job.

use crate::build;
use crate::exit::{Exit, Failure};
use crate::project::{Format, Project};
use crate::terminal::Terminal;
use riparian_compiler::base::LineIndex;
use riparian_compiler::diag::{Code, Diagnostic, render};
use riparian_compiler::interpret::test;
use riparian_compiler::model::PackageId;
use riparian_compiler::plan;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Instant;

#[derive(clap::Args)]
pub struct Test {
    /// Only tests whose name contains this.
    filter: Option<String>,
    /// The workspace, or a folder in it.
    #[arg(long, default_value = ".")]
    path: PathBuf,
    /// Build the jobs, and test those instead of interpreting the plan.
    #[arg(long)]
    compiled: bool,
}

impl Test {
    pub fn run(self, terminal: &Terminal) -> Result<Exit, Failure> {
        let project = Project::open(&self.path)?;
        if project.errors() > 0 {
            project.show(terminal, Format::Human);
            return Ok(Exit::Findings);
        }
        let wanted = |name: &str| self.filter.as_ref().is_none_or(|f| name.contains(f.as_str()));
        let analysis = &project.analysis;
        let cases: Vec<&plan::Test> =
            analysis.plan.tests.iter().map(|test| &**test).filter(|t| wanted(&t.name)).collect();
        let binaries = match self.compiled {
            true => match binaries(terminal, &project, &cases)? {
                Some(binaries) => Some(binaries),
                None => return Ok(Exit::Environment),
            },
            false => None,
        };
        let start = Instant::now();
        let (mut passed, mut failed) = (0, 0);
        for case in cases {
            let place = match analysis.file(case.span.file) {
                Some(file) => {
                    let (line, _) = LineIndex::new(&file.text).position(&file.text, case.span.start);
                    format!("{}:{line}", file.path)
                }
                None => String::new(),
            };
            let binary = binaries.as_ref().and_then(|binaries| binaries.get(&case.package));
            let outcome = match binary {
                Some(binary) => riparian_drive::run(&analysis.model, &analysis.plan, case, binary)
                    .map_err(|error| format!("the test \"{}\" cannot be run: {error}", case.name))?,
                None => test::run(&analysis.model, &analysis.plan, case),
            };
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
        if passed + failed == 0 {
            terminal
                .error(&nothing_run(self.filter.as_deref(), analysis.plan.tests.iter().map(|t| &*t.name)));
            return Ok(Exit::Usage);
        }
        terminal.out(&format!("{passed} passed, {failed} failed in {millis:.0} ms"));
        Ok(if failed > 0 { Exit::Findings } else { Exit::Done })
    }
}

/// The binary of every package that the tests are about, built now; `None` if cargo has said what is wrong. A package
/// without a job has nothing to build: no test of it can differ from the interpreter.
fn binaries(
    terminal: &Terminal,
    project: &Project,
    cases: &[&plan::Test],
) -> Result<Option<BTreeMap<PackageId, PathBuf>>, Failure> {
    let mut built = BTreeMap::new();
    for case in cases {
        if built.contains_key(&case.package) {
            continue;
        }
        let job = project.analysis.plan.jobs.iter().find(|job| job.package == case.package);
        let Some(job) = job else { continue };
        let Some(binary) = build::binary(terminal, project, job, build::Features::Embedded)? else {
            return Ok(None);
        };
        built.insert(case.package, binary);
    }
    Ok(Some(built))
}

/// Why there was nothing to do, and what there is.
fn nothing_run<'a>(filter: Option<&str>, names: impl Iterator<Item = &'a str>) -> String {
    let list: String = names.map(|name| format!("\n  {name}")).collect();
    match filter {
        Some(filter) if !list.is_empty() => {
            format!("no test has `{filter}` in its name\nhelp: there are{list}")
        }
        _ => {
            "the workspace has no test\nhelp: write a `test \"…\" { given … expect … }` block beside the job"
                .to_owned()
        }
    }
}

/// A failed expectation, drawn like every other finding.
pub(super) fn finding(failure: test::Failure) -> Diagnostic {
    const CODE: Code = Code { id: "test", name: "expectation-failed" };
    let finding = Diagnostic::error(CODE, failure.span, failure.title);
    if failure.detail.is_empty() { finding } else { finding.note(failure.detail) }
}
