//! `riparian explain`: a job's plan, a code's page, and what is neither.

use crate::support::Folder;

#[test]
fn a_code_has_a_page_by_number_or_name() {
    let folder = Folder::empty();
    let page = folder.run(&["explain", "S0301"]).with(0);
    assert!(page.out.starts_with("S0301 unknown-column\n\n"), "{}", page.out);
    assert!(page.out.contains("```stream fails\n"), "an example of the mistake");
    assert_eq!(page.err, "");
    for other in ["s0301", "unknown-column"] {
        assert_eq!(folder.run(&["explain", other]).with(0).out, page.out);
    }
}

#[test]
fn a_code_that_there_is_not_is_wrong_usage_and_needs_no_workspace() {
    let folder = Folder::empty();
    for code in ["S9999", "G999", "s0000"] {
        let ended = folder.run(&["explain", code]).with(2);
        assert_eq!(ended.out, "");
        assert!(ended.err.starts_with(&format!("error: there is no code `{code}`\nhelp: ")), "{}", ended.err);
    }
}

#[test]
fn a_plan_says_what_is_read_kept_and_written() {
    let folder = Folder::estate();
    let plan = folder.run(&["explain", "turnover_per_hour"]).with(0);
    for line in [
        "job books.turnover.turnover_per_hour, exactly once",
        "    join      r on r.currency == s.currency, as of s.at, which knows the last 400d",
        "    by        e.shop, through books.turnover.turnover_per_hour.per_hour.by.shop.repartition",
        "    window    tumbling 1h grace 5m",
        "              total  from sales.price, rates.rate",
        "    errors    bad to unusable, late to unusable",
    ] {
        assert!(plan.out.contains(line), "{line:?} in\n{}", plan.out);
    }
    assert_eq!(folder.run(&["explain"]).with(0).out, plan.out, "the only job");
}
