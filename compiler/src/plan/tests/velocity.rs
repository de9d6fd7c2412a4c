//! The example that the language was made for.

use super::plan_of;
use crate::interpret::test::run;
use crate::workspace::Workspace;

#[test]
fn velocity_is_planned_as_written() {
    let files = [
        ("org.stream", include_str!("texts/org.stream")),
        ("transfers.stream", include_str!("texts/transfers.stream")),
        ("velocity.stream", include_str!("texts/velocity.stream")),
    ];
    insta::assert_snapshot!(plan_of(&files));
}

#[test]
fn its_tests_pass_in_the_interpreter() {
    let files = [
        ("org.stream", include_str!("texts/org.stream")),
        ("transfers.stream", include_str!("texts/transfers.stream")),
        ("velocity.stream", include_str!("texts/velocity.stream")),
    ];
    let analysis = Workspace::of(files.map(|(name, text)| (name.to_owned(), text.to_owned()))).analyse();
    assert_eq!(analysis.plan.tests.len(), 2);
    for test in &analysis.plan.tests {
        let outcome = run(&analysis.model, &analysis.plan, test);
        assert!(outcome.passed(), "{}: {outcome:?}", test.name);
    }
}
