//! `cargo xtask conformance`: other projects' expected results, by the interpreter and by generated code.

use riparian_tests::conformance::{Conformance, Known, SUITES};

/// Prints every case that does not pass and, on the last line, how many do; one that is not known to fail, or that is
/// and passes, is an error.
pub fn run() -> Result<(), String> {
    let data = crate::root().join("tests/conformance");
    let known = Known::read(&data)?;
    let conformance = Conformance::build(&data)?;
    let (mut line, mut surprises) = (Vec::new(), 0);
    for suite in SUITES {
        let tally = known.tally(suite, &conformance.run(suite)?);
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
