//! Generated Rust compiles without a warning and does what the interpreter says.

use riparian_compiler::interpret::Machine;
use riparian_compiler::model::TopicId;
use riparian_compiler::workspace::{Analysis, Workspace};
use riparian_tests::compiled::{Case, Compiled, Record, Script, agree};
use riparian_tests::{generate, root};
use std::sync::OnceLock;

/// Random jobs that are compiled; rustc takes most of the time.
const SEEDS: u64 = 40;

fn read(paths: &[&str]) -> Vec<(String, String)> {
    let file = |path: &&str| {
        let text =
            std::fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
        (path.rsplit('/').next().unwrap_or(path).to_owned(), text)
    };
    paths.iter().map(file).collect()
}

/// Every job that the repository has, in one crate.
fn compiled() -> &'static Compiled {
    static COMPILED: OnceLock<Compiled> = OnceLock::new();
    COMPILED.get_or_init(|| Compiled::build("suite", &cases()).unwrap_or_else(|error| panic!("{error}")))
}

fn cases() -> Vec<Case> {
    let mut cases = vec![
        Case { name: "gate_a".into(), files: read(&["compiler/src/rust/tests/gate_a.stream"]) },
        Case { name: "velocity".into(), files: folder("examples/velocity/streams") },
    ];
    let recipes = root().join("tests/conformance/recipes");
    let mut names: Vec<String> = std::fs::read_dir(recipes)
        .expect("the recipes")
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| root().join(format!("tests/conformance/recipes/{name}/job.stream")).is_file())
        .collect();
    names.sort();
    cases.extend(names.iter().map(|name| Case {
        name: name.replace('-', "_"),
        files: read(&[&format!("tests/conformance/recipes/{name}/job.stream")]),
    }));
    cases.extend(random().map(|(case, _)| Case {
        name: format!("random_{}", case.seed),
        files: vec![("case.stream".into(), case.text)],
    }));
    cases
}

/// Random jobs with what the compiler says about them.
fn random() -> impl Iterator<Item = (generate::Case, Analysis)> {
    // The runtime has no `keep last` yet.
    (0..SEEDS).map(generate::case).filter(|case| !case.text.contains("keep   last")).map(|case| {
        let analysis = Workspace::of([("case.stream", case.text.as_str())]).analyse();
        (case, analysis)
    })
}

/// The `.stream` files of a folder.
fn folder(path: &str) -> Vec<(String, String)> {
    let mut names: Vec<String> = std::fs::read_dir(root().join(path))
        .unwrap_or_else(|error| panic!("{path}: {error}"))
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.ends_with(".stream"))
        .collect();
    names.sort();
    names.iter().flat_map(|name| read(&[&format!("{path}/{name}")])).collect()
}

#[test]
fn gate_a_counts_per_hour() {
    let mut script = Script::new(2, 3);
    let sales = [
        r#"{"id":"a","shop":"north","size":1,"at":"2026-03-02T10:00:00Z"}"#,
        r#"{"id":"b","shop":"north","size":0,"at":"2026-03-02T10:01:00Z"}"#,
        r#"{"id":"c","shop":"south","size":2,"at":"2026-03-02T10:02:00Z"}"#,
        r#"{"id":"d","shop":"north","size":3,"at":"2026-03-02T10:59:59Z"}"#,
        r#"{"id":"e","shop":"north","size":"x","at":"2026-03-02T10:59:59Z"}"#,
    ];
    for (sale, id) in sales.iter().zip(["a", "b", "c", "d", "e"]) {
        script.feed(&Record {
            topic: "shop.sales.v1".into(),
            time: 0,
            key: Some(id.into()),
            value: Some(sale.as_bytes().to_vec()),
        });
    }
    script.settle();
    script.restart();
    script.advance(1_772_456_400_000_000);
    script.take();
    let written =
        compiled().run("gate_a", "sales_per_hour", &script).unwrap_or_else(|error| panic!("{error}"));
    let mut lines: Vec<String> = written[0]
        .iter()
        .map(|record| {
            let text = |bytes: &Option<Vec<u8>>| {
                String::from_utf8_lossy(bytes.as_deref().unwrap_or(b"-")).into_owned()
            };
            format!("{} {} {}", record.topic, text(&record.key), text(&record.value))
        })
        .collect();
    lines.sort();
    assert_eq!(lines.len(), 3, "{lines:#?}");
    assert_eq!(
        lines[0],
        r#"shop.busy.v1 ["north",1772445600000000,1772449200000000] {"shop":"north","sales":2}"#
    );
    assert_eq!(
        lines[1],
        r#"shop.busy.v1 ["south",1772445600000000,1772449200000000] {"shop":"south","sales":1}"#
    );
    assert!(lines[2].starts_with("shop.dead_letters.v1") && lines[2].contains("wrong_type"), "{}", lines[2]);
}

/// Every record of every topic, in order: values, keys, times, and why records were refused.
#[test]
fn random_jobs_do_what_the_interpreter_says() {
    let mut rows = 0;
    let mut differences = Vec::new();
    for (case, analysis) in random() {
        let job = &analysis.plan.jobs[0];
        let mut machine = Machine::new(&analysis.model, job);
        for (topic, input) in generate::inputs(&case, &analysis) {
            machine.feed(topic, input);
        }
        machine.run();
        machine.idle();
        let interpreted = agree::interpreted(&analysis.model, &machine.take_emissions());
        rows += interpreted.values().map(Vec::len).sum::<usize>();
        let read = |topic: &str| {
            let at = analysis.model.topics.iter().position(|known| known.name == *topic);
            at.is_some_and(|at| machine.reads(TopicId(at as u32)))
        };
        let lines: Vec<_> = case.inputs.iter().filter(|line| read(line.topic)).cloned().collect();
        let script = agree::script(&analysis, &lines, 7);
        let written = compiled().run(&format!("random_{}", case.seed), &job.name, &script);
        let compiled = written.and_then(|written| agree::compiled(&analysis, &written[0]));
        match compiled {
            Err(error) => differences.push(format!("seed {}: {error}", case.seed)),
            Ok(compiled) => {
                if let Some(difference) = agree::difference(&interpreted, &compiled) {
                    differences.push(format!("seed {}: {difference}\n{}", case.seed, case.text));
                }
            }
        }
    }
    assert!(differences.is_empty(), "{} differ\n{}", differences.len(), differences.join("\n"));
    assert!(rows > 5 * SEEDS as usize, "only {rows} records");
}
