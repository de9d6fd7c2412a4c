//! `test` blocks on the interpreter: what each step means, and what a failed one says.

use riparian_compiler::diag::Severity;
use riparian_compiler::diag::render::human;
use riparian_compiler::interpret::test::{Failure, run};
use riparian_compiler::workspace::Workspace;

/// Clicks counted per user and minute; the counts of the busy go on through a second job.
const JOBS: &str = r#"
package clicks.counting

record Click {
    user: string
    at:   timestamp
}

record Count {
    user:   string
    clicks: int
}

topic clicks v1 {
    schema Click
    key    user
    time   at
}

table topic counts v1 {
    schema Count
    key    user
    bound  finite keys
}

topic busy v1 {
    schema Count
    key    user
}

topic unusable v1 { dead_letter }

job counting {
    table per_user {
        from   clicks as c
        key    user: c.user
        window tumbling 1m
        select { clicks: count() }
        having clicks < 4
        late   to unusable
        to     counts latest window
    }

    stream loud {
        from  clicks as c
        where c.user != "quiet"
        select { user: c.user, clicks: 1 }
        bad   to unusable
        to    busy
    }
}
"#;

fn failures(test: &str) -> Vec<Failure> {
    let mut workspace = Workspace::of([("clicks.stream", format!("{JOBS}\ntest \"case\" {{\n{test}\n}}\n"))]);
    let analysis = workspace.analyse();
    for diagnostic in &analysis.diagnostics {
        let text = human(diagnostic, &analysis.sources(), false);
        assert!(diagnostic.severity != Severity::Error, "{text}");
    }
    assert_eq!(analysis.plan.tests.len(), 1);
    run(&analysis.model, &analysis.plan, &analysis.plan.tests[0]).failures
}

fn titles(test: &str) -> Vec<String> {
    failures(test).into_iter().map(|f| f.title).collect()
}

const TWO: &str = r#"
given clicks [
    { user: "ann", at: 2026-03-02T10:00:10Z }
    { user: "ann", at: 2026-03-02T10:00:20Z }
]
"#;

#[test]
fn expectations_that_hold_say_nothing() {
    let steps = r#"
        expect counts [ { user: "ann", clicks: 1 } ]
        expect counts [ { clicks: 2 } ]
        expect counts empty
        expect busy contains { user: "ann" }
        expect busy [ { user: "ann" }, { user: "ann" } ]
        expect late 0 on per_user
        expect unusable empty
    "#;
    assert_eq!(titles(&format!("{TWO}{steps}")), [] as [&str; 0]);
}

#[test]
fn a_row_that_differs_is_shown_beside_what_was_expected() {
    let found = failures(&format!(
        "{TWO} expect counts [ {{ user: \"ann\", clicks: 1 }}, {{ user: \"bob\", clicks: 2 }} ]"
    ));
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].title, "counts: row 2 differs in user");
    let expected = "          user   clicks\nexpected  \"bob\"  2\nfound     \"ann\"  2\n          ^";
    assert_eq!(found[0].detail, expected);
}

#[test]
fn what_is_missing_says_how_much_was_written_and_what_came_nearest() {
    let step = r#"expect counts [ { clicks: 1 }, { clicks: 2 }, { user: "ann", clicks: 3 } ]"#;
    let found = failures(&format!("{TWO}{step}"));
    assert_eq!(found[0].title, "counts: row 3 is missing, only 2 rows were written");
    assert!(found[0].detail.contains("found     \"ann\"  2"), "{}", found[0].detail);
    assert_eq!(
        titles(r#"expect counts [ { clicks: 1 } ]"#),
        ["counts: row 1 is missing, nothing was written"]
    );
    assert_eq!(
        titles(&format!("{TWO} expect counts contains {{ user: \"ann\", clicks: 7 }}")),
        ["counts: no such row; the nearest of the 2 rows written differs in clicks"]
    );
}

#[test]
fn empty_and_counts_say_what_they_found() {
    let steps = "expect counts empty\nexpect late 1 on per_user\nexpect dead 2 on loud";
    let found = failures(&format!("{TWO}{steps}"));
    assert_eq!(found[0].title, "counts: expected nothing, but 2 rows were written");
    assert_eq!(found[0].detail, "{ user: \"ann\", clicks: 1 }\n{ user: \"ann\", clicks: 2 }");
    assert_eq!(found[1].title, "late records on per_user: expected 1, found 0");
    assert_eq!(found[2].title, "dead records on loud: expected 2, found 0");
}

#[test]
fn an_expectation_sees_what_came_since_the_one_before_it() {
    let steps = r#"
        expect counts contains { clicks: 1 }
        expect counts contains { clicks: 2 }
        given clicks [ { user: "ann", at: 2026-03-02T10:00:30Z } ]
        expect counts [ { clicks: 3 } ]
        expect busy [ { user: "ann" } ]
        expect counts empty
    "#;
    assert_eq!(titles(&format!("{TWO}{steps}")), [] as [&str; 0]);
}

#[test]
fn a_row_that_having_gives_up_is_deleted_also_where_one_row_stands_for_a_key() {
    let steps = r#"
        given clicks [
            { user: "ann", at: 2026-03-02T10:00:30Z }
            { user: "ann", at: 2026-03-02T10:00:31Z }
            { user: "ann", at: 2026-03-02T10:00:32Z }
            { user: "ann", at: 2026-03-02T10:01:00Z }
        ]
        expect counts [ { clicks: 1 }, { clicks: 2 }, { clicks: 3 } ]
        expect counts empty
    "#;
    let found = failures(&format!("{TWO}{steps}"));
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].detail, "deleted { user: \"ann\" }\n{ user: \"ann\", clicks: 1 }");
}
