//! `cargo xtask conformance`: other projects' expected results.

use riparian_tests::conformance::{Known, Outcome, joins, nexmark, recipes};
use std::path::Path;

/// Prints every case that does not pass and, on the last line, how many do; one that is not known to fail, or that is
/// and passes, is an error.
pub fn run() -> Result<(), String> {
    let data = crate::root().join("tests/conformance");
    let known = Known::read(&data)?;
    let suites: [(&str, fn(&Path) -> Result<Vec<Outcome>, String>); 3] =
        [("recipes", recipes), ("nexmark", nexmark), ("joins", joins)];
    let (mut line, mut surprises) = (Vec::new(), 0);
    for (suite, run) in suites {
        let tally = known.tally(suite, &run(&data.join(suite))?);
        for (case, needs) in &tally.known {
            println!("{suite} {case}: not yet: {needs}");
        }
        for surprise in &tally.surprises {
            println!("UNEXPECTED: {surprise}");
        }
        line.push(format!("{suite} {}/{}", tally.passed, tally.cases));
        surprises += tally.surprises.len();
    }
    println!("{}", line.join(" "));
    if surprises > 0 { Err(format!("{surprises} cases did not do as expected")) } else { Ok(()) }
}
