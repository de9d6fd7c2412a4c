//! `cargo xtask conformance`: other projects' expected results.

use riparian_tests::conformance::{Outcome, Verdict, joins, nexmark, recipes};

/// Prints every case and, on the last line, how many passed; a failed one is an error.
pub fn run() -> Result<(), String> {
    let data = crate::root().join("tests/conformance");
    let recipes = report("recipes", recipes(&data.join("recipes"))?);
    let nexmark = report("nexmark", nexmark(&data.join("nexmark"))?);
    let joins = report("joins", joins(&data.join("joins"))?);
    let failed = recipes.1 + nexmark.1 + joins.1;
    println!(
        "recipes {}/{} nexmark {}/{} joins {}/{}",
        recipes.0, recipes.2, nexmark.0, nexmark.2, joins.0, joins.2
    );
    if failed > 0 { Err(format!("{failed} cases failed")) } else { Ok(()) }
}

/// How many passed, how many failed, how many there are.
fn report(suite: &str, outcomes: Vec<Outcome>) -> (usize, usize, usize) {
    let (mut passed, mut failed) = (0, 0);
    for outcome in &outcomes {
        match &outcome.result {
            Verdict::Passed => passed += 1,
            Verdict::NotYet => println!("{suite} {}: not yet", outcome.case),
            Verdict::Failed(why) => {
                failed += 1;
                println!("{suite} {}: FAILED: {why}", outcome.case);
            }
        }
    }
    (passed, failed, outcomes.len())
}
