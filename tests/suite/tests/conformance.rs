//! Other projects' cases: all pass but those that are listed, and those do not.

use riparian_tests::conformance::{Known, Outcome, joins, nexmark, recipes};
use riparian_tests::root;
use std::path::Path;

fn check(suite: &str, run: fn(&Path) -> Result<Vec<Outcome>, String>) {
    let folder = root().join("tests/conformance");
    let outcomes = run(&folder.join(suite)).unwrap();
    let tally = Known::read(&folder).unwrap().tally(suite, &outcomes);
    assert_eq!(tally.surprises, Vec::<String>::new());
    assert_eq!(tally.passed + tally.known.len(), tally.cases);
    assert!(tally.passed > 0);
}

#[test]
fn recipes_pass_but_those_that_are_listed() {
    check("recipes", recipes);
}

#[test]
fn nexmark_passes_but_the_queries_that_are_listed() {
    check("nexmark", nexmark);
}

#[test]
fn joins_pass_but_those_that_are_listed() {
    check("joins", joins);
}
