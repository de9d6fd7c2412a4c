//! Other projects' cases: all pass but those that are listed, and those do not. Both executors have to agree with them.

use riparian_tests::conformance::{Conformance, Known};
use riparian_tests::root;
use std::sync::OnceLock;

fn check(suite: &str) {
    static CONFORMANCE: OnceLock<Conformance> = OnceLock::new();
    let folder = root().join("tests/conformance");
    let conformance =
        CONFORMANCE.get_or_init(|| Conformance::build(&folder).unwrap_or_else(|error| panic!("{error}")));
    let outcomes = conformance.run(suite).unwrap();
    let tally = Known::read(&folder).unwrap().tally(suite, &outcomes);
    assert_eq!(tally.surprises, Vec::<String>::new());
    assert_eq!(tally.passed + tally.known.len(), tally.cases);
    assert!(tally.passed > 0);
}

#[test]
fn recipes_pass_but_those_that_are_listed() {
    check("recipes");
}

#[test]
fn nexmark_passes_but_the_queries_that_are_listed() {
    check("nexmark");
}

#[test]
fn joins_pass_but_those_that_are_listed() {
    check("joins");
}
