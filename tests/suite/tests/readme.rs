//! The README says what is so: its listings are the examples', its Rust is what is generated, its finding is drawn as it
//! is found, its balance balances, and *Try it* has exactly two commands.

use riparian_compiler::diag::render;
use riparian_compiler::workspace::Workspace;
use riparian_tests::{compiled, root};
use std::fs;

/// The fences of a Markdown text: info string and content.
fn fences(text: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if let Some(info) = line.strip_prefix("```") {
            let content: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            found.push((info.to_owned(), content.join("\n") + "\n"));
        }
    }
    found
}

#[test]
fn the_first_listing_is_the_first_example() {
    let readme = fs::read_to_string(root().join("README.md")).expect("README.md");
    let example =
        fs::read_to_string(root().join("examples/first/streams/pageviews.stream")).expect("the example");
    assert_eq!(fences(&readme)[0], ("stream".to_string(), example.clone()));
    assert_eq!(example.lines().count(), 5);
    let analysis = Workspace::of([("streams/pageviews.stream", example)]).analyse();
    assert!(analysis.diagnostics.is_empty(), "{:?}", analysis.diagnostics);
    assert_eq!(analysis.plan.jobs.len(), 1);
}

#[test]
fn try_it_has_exactly_two_commands() {
    let readme = fs::read_to_string(root().join("README.md")).expect("README.md");
    let section = readme.split("\n## Try it\n").nth(1).expect("the section");
    let section = section.split("\n## ").next().expect("its text");
    let commands = fences(section);
    assert_eq!(commands.len(), 2);
    assert!(commands.iter().all(|(info, text)| info == "sh" && text.lines().count() == 1), "{commands:?}");
    assert_eq!(commands[0].1, "cargo xtask example\n");
    assert_eq!(commands[1].1, "cargo test --workspace\n");
}

#[test]
fn the_gate_runs_the_readme_s_test_command() {
    let gate = fs::read_to_string(root().join(".ci/run")).expect(".ci/run");
    assert!(
        gate.contains("README.md") && gate.contains("/^## Try it/"),
        "the gate reads the command from the README"
    );
}

fn readme() -> Vec<(String, String)> {
    fences(&fs::read_to_string(root().join("README.md")).expect("README.md"))
}

/// The fence of an info string that starts so.
fn quoted(info: &str, start: &str) -> String {
    let found = readme().into_iter().find(|(of, text)| of == info && text.starts_with(start));
    found.unwrap_or_else(|| panic!("the README has no {info} that starts with {start:?}")).1
}

/// The files of the velocity example, as its package names them.
fn velocity() -> Vec<(String, String)> {
    let file = |name: &str| {
        let text = fs::read_to_string(root().join("examples/velocity/streams").join(name)).expect(name);
        (format!("streams/{name}"), text)
    };
    ["org.stream", "transfers.stream", "velocity.stream"].map(file).to_vec()
}

/// Without what the breaking of lines decides: white space, and a comma after the last of several.
fn unbroken(text: &str) -> String {
    let text: String = text.split_whitespace().collect();
    text.replace(",)", ")").replace(",}", "}")
}

#[test]
fn the_rust_is_the_generated_text() {
    let jobs = compiled::generated(&velocity()).expect("the example");
    let generated: String = jobs.iter().map(|job| unbroken(&job.text)).collect();
    let shown = quoted("rust,ignore", "/// Node `in_euro`");
    assert!(generated.contains(&unbroken(&shown)), "the README shows other Rust than is generated:\n{shown}");
}

#[test]
fn the_node_is_the_example_s() {
    let files = velocity();
    let indented: String =
        quoted("text", "stream in_euro").lines().map(|line| format!("    {line}\n")).collect();
    assert!(files.iter().any(|(_, text)| text.contains(&indented)), "{indented}");
}

#[test]
fn the_finding_is_drawn_as_it_is_found() {
    let files = velocity().into_iter().map(|(name, text)| {
        let granted = |line: &&str| line.contains("grant ") && line.contains(" to fraud.velocity ");
        let without: Vec<&str> = text.lines().filter(|line| !granted(line)).collect();
        (name, without.join("\n") + "\n")
    });
    let analysis = Workspace::of(files).analyse();
    let sources = analysis.sources();
    let drawn: Vec<String> = analysis
        .diagnostics
        .iter()
        .filter(|finding| finding.code.id == "G201")
        .map(|finding| render::human(finding, &sources, false))
        .collect();
    let [drawn] = drawn.as_slice() else { panic!("{drawn:#?}") };
    assert_eq!(quoted("text", "error[G201]").trim_end(), drawn.trim_end());
}

/// The numbers of a row, without the separators of thousands.
fn numbers(row: &str) -> Vec<u64> {
    row.split_whitespace().filter_map(|cell| cell.replace(',', "").parse().ok()).collect()
}

#[test]
fn the_balance_balances() {
    let table = quoted("text", "Read\n");
    let row = |name: &str| {
        let row = table.lines().find(|line| line.split_whitespace().next() == Some(name));
        numbers(row.unwrap_or_else(|| panic!("no row {name}")))
    };
    let (transfers, rates) = (row("transfer_completed"), row("reference_rates"));
    for topic in [&transfers, &rates] {
        let [read, used, dead] = topic[..] else { panic!("{topic:?}") };
        assert_eq!(read, used + dead);
    }
    let mut before = transfers[1];
    // Both of the last read what the first has written.
    for node in ["in_euro", "last_hour", "bursts"].map(row) {
        let [taken, used, rest @ ..] = &node[..] else { panic!("{node:?}") };
        assert_eq!(rest.len(), 4, "{node:?}");
        assert_eq!(*taken, used + rest.iter().sum::<u64>(), "{node:?}");
        assert_eq!(*taken, before, "{node:?}");
        before = if taken == &transfers[1] { *used } else { *taken };
    }
}
