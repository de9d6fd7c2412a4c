//! The spec is true: every ```stream fence of `spec/*.md` is compiled, and run where it says so.
//!
//! ````text
//! ```stream                compiles without an error
//! ```stream,error=S0204    has exactly this one error
//! ```stream,run            its tests pass in every executor
//! ````

#[path = "spec/fence.rs"]
mod fence;
#[path = "spec/rule.rs"]
mod rule;

use fence::{Expectation, Fence, fences};
use riparian_compiler::diag::Severity;
use riparian_compiler::diag::render::{concise, human};
use riparian_compiler::interpret::test::run;
use riparian_compiler::workspace::{Analysis, Workspace};
use std::path::PathBuf;

/// What runs the tests of a fence, and what it found wrong, one text per failure. Generated code runs them in
/// `compiled.rs`, where it is built once for all suites.
const EXECUTORS: &[(&str, fn(&Analysis) -> Vec<String>)] = &[("interpreter", interpret)];

/// The chapters, sorted by file name.
fn chapters() -> Vec<(String, String)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../spec");
    let entries = std::fs::read_dir(&folder).expect("the workspace has a folder spec/");
    let paths = entries.map(|entry| entry.expect("spec/ can be read").path());
    let mut found: Vec<(String, String)> = paths
        .filter(|path| path.extension().is_some_and(|e| e == "md"))
        .map(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            (name, std::fs::read_to_string(&path).expect("a chapter is UTF-8"))
        })
        .collect();
    found.sort();
    found
}

#[test]
fn every_fence_is_what_it_says() {
    let mut wrong = Vec::new();
    let mut ran = 0;
    for (chapter, text) in chapters() {
        for fence in fences(&text) {
            let place = format!("spec/{chapter}:{}", fence.line);
            match check(&fence) {
                Ok(tests) => ran += tests,
                Err(problem) => wrong.push(format!("{place}\n{problem}")),
            }
        }
    }
    assert!(wrong.is_empty(), "{} fences are not what they say\n\n{}", wrong.len(), wrong.join("\n\n"));
    assert!(ran > 0, "no fence has run a test");
}

#[test]
fn every_rule_is_stated_once_and_every_mention_is_of_a_rule() {
    let wrong = rule::problems(&chapters());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The number of tests that ran.
fn check(fence: &Fence) -> Result<usize, String> {
    let mut workspace = Workspace::of(riparian_tests::fences::files(&fence.text));
    let analysis = workspace.analyse();
    let sources = analysis.sources();
    let errors: Vec<_> = analysis.diagnostics.iter().filter(|d| d.severity == Severity::Error).collect();
    match &fence.expectation {
        Expectation::Error(code) => match errors.as_slice() {
            [one] if one.code.id == code => Ok(0),
            found => {
                let found: Vec<String> = found.iter().map(|d| concise(d, &sources)).collect();
                Err(format!("expected one error {code}, found {}:\n{}", found.len(), found.join("\n")))
            }
        },
        _ if !errors.is_empty() => {
            Err(errors.iter().map(|d| human(d, &sources, false)).collect::<Vec<_>>().join("\n"))
        }
        Expectation::Compiles => Ok(0),
        Expectation::Runs if analysis.plan.tests.is_empty() => Err("it has no test to run".to_string()),
        Expectation::Runs => {
            let failures: Vec<String> = EXECUTORS
                .iter()
                .flat_map(|(name, execute)| {
                    execute(&analysis).into_iter().map(move |failure| format!("{name}: {failure}"))
                })
                .collect();
            if failures.is_empty() { Ok(analysis.plan.tests.len()) } else { Err(failures.join("\n")) }
        }
    }
}

fn interpret(analysis: &Analysis) -> Vec<String> {
    let sources = analysis.sources();
    let mut wrong = Vec::new();
    for test in &analysis.plan.tests {
        for failure in run(&analysis.model, &analysis.plan, test).failures {
            let (line, _) = sources.position(failure.span.file, failure.span.start);
            wrong.push(format!("{:?}, line {line}: {}\n{}", test.name, failure.title, failure.detail));
        }
    }
    wrong
}
