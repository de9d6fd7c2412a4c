//! Generated Rust compiles without a warning and does what the interpreter says.

use riparian_compiler::interpret::Machine;
use riparian_compiler::interpret::test::run;
use riparian_compiler::model::TopicId;
use riparian_compiler::workspace::{Analysis, Workspace};
use riparian_tests::compiled::{Case, Compiled, Record, Script, agree, laws};
use riparian_tests::{fences, generate, root};
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
    cases.extend(tested());
    cases.extend(random().map(|(case, _)| Case {
        name: format!("random_{}", case.seed),
        files: vec![("case.stream".into(), case.text)],
    }));
    cases
}

/// The fences of the spec that run their tests.
fn tested() -> Vec<Case> {
    let entries = std::fs::read_dir(root().join("spec")).expect("the spec");
    let mut chapters: Vec<String> = entries
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.ends_with(".md"))
        .collect();
    chapters.sort();
    let mut cases = Vec::new();
    for chapter in chapters {
        let page = std::fs::read_to_string(root().join("spec").join(&chapter)).expect("a chapter");
        let runs = fences::fences(&page).into_iter().filter(|fence| fence.info == "stream,run");
        let number = chapter.split('-').next().unwrap_or_default().to_lowercase();
        cases.extend(runs.map(|fence| Case {
            name: format!("spec_{number}_{}", fence.line),
            files: fences::files(&fence.text),
        }));
    }
    cases
}

/// Random jobs with what the compiler says about them.
fn random() -> impl Iterator<Item = (generate::Case, Analysis)> {
    (0..SEEDS).map(generate::case).map(|case| {
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
            Ok(mut compiled) => {
                let mut interpreted = interpreted;
                if case.text.contains(" as o on o.k == e.k") {
                    // Both sides of a join of streams come by internal topics: which row is read first of two that wait
                    // is a choice of the run, so what is written is compared, and not in which order.
                    interpreted.values_mut().chain(compiled.values_mut()).for_each(|records| records.sort());
                }
                if let Some(difference) = agree::difference(&interpreted, &compiled) {
                    differences.push(format!("seed {}: {difference}\n{}", case.seed, case.text));
                }
            }
        }
    }
    assert!(differences.is_empty(), "{} differ\n{}", differences.len(), differences.join("\n"));
    assert!(rows > 5 * SEEDS as usize, "only {rows} records");
}

/// Law R: the recorded choices of a run, taken again, give the same bytes, wherever the job is restarted; with one
/// partition and with several, with small commits and with large ones.
#[test]
fn random_jobs_repeat_byte_for_byte() {
    let mut wrong = Vec::new();
    for (case, analysis) in random() {
        let job = &analysis.plan.jobs[0];
        for (partitions, commit, restarts) in [(1, 3, 1), (3, 1, 2), (2, 11, 1)] {
            let mut script = laws::script(&analysis, job, case.inputs.iter(), partitions, commit);
            script.repeat(restarts);
            if let Err(error) = compiled().run(&format!("random_{}", case.seed), &job.name, &script) {
                wrong.push(format!("seed {}, {partitions} partitions: {error}\n{}", case.seed, case.text));
            }
        }
    }
    assert!(wrong.is_empty(), "{} differ\n{}", wrong.len(), wrong.join("\n"));
}

/// Law P: without late records the final rows are the same for any number of partitions.
#[test]
fn random_jobs_end_alike_on_any_number_of_partitions() {
    let (mut compared, mut rows, mut wrong) = (0, 0, Vec::new());
    for (case, analysis) in random().filter(|(case, _)| laws::promises_final_rows(&case.text)) {
        let job = &analysis.plan.jobs[0];
        let mut lines: Vec<_> = case.inputs.iter().collect();
        lines.sort_by_key(|line| line.time);
        let ends = [1, 2, 7].map(|partitions| {
            let script = laws::script(&analysis, job, lines.iter().copied(), partitions, 5);
            let written = compiled().run(&format!("random_{}", case.seed), &job.name, &script);
            let written = written.unwrap_or_else(|error| panic!("seed {}: {error}", case.seed));
            laws::ends(&analysis, &written[0]).unwrap_or_else(|error| panic!("seed {}: {error}", case.seed))
        });
        if ends.iter().any(laws::Ends::is_open) {
            continue;
        }
        compared += 1;
        rows += ends[0].rows.len();
        for (partitions, end) in [2, 7].into_iter().zip(&ends[1..]) {
            if let Some(difference) = ends[0].difference(end) {
                wrong.push(format!(
                    "seed {}, {partitions} partitions: {difference}\n{}",
                    case.seed, case.text
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{} differ\n{}", wrong.len(), wrong.join("\n"));
    assert!(compared > 8 && rows > 10 * compared, "{compared} cases with {rows} rows compared");
}

/// Expectations that do not hold, one of each kind, over what velocity's own tests give.
const FAILING: &str = r#"
test "what does not hold is told alike" {
    given reference_rates [
        { currency: GBP, rate: 0.80, day: 2026-03-01 }
        { currency: GBP, rate: 0.85, day: 2026-03-02 }
    ]
    given transfer_completed [
        { id: "t1", sender: 7, amount: 80.00, currency: GBP, completed: 2026-03-02T10:00:00Z }
        { id: "t2", sender: 7, amount: 85.00, currency: GBP, completed: 2026-03-02T17:01:00Z }
        { id: "t3", sender: 8, amount: 5.00, currency: USD, completed: 2026-03-02T17:02:00Z }
    ]
    expect velocity contains { sender: 7, transfers: 3, total_eur: 100.00 }
    expect velocity [ { sender: 7, total_eur: 99.00 }, { sender: 8 }, { sender: 9 } ]
    expect unusable empty
    expect burst [ { sender: 7, transfers: 3 } ]
    expect unmatched 5 on in_euro
    restart
    expect unmatched 0
    advance to 2026-03-03T00:00:00Z
    given transfer_completed [
        { id: "t4", sender: 7, amount: 1.00, currency: GBP, completed: 2026-03-02T17:03:00Z }
    ]
    expect late 0 on last_hour
    expect unusable contains { reason: "dead", node: "last_hour", offset: 4 }
    expect velocity empty
}
"#;

/// Every test of the spec and of the example, and expectations that fail: both executors report them in the same words.
#[test]
fn tests_have_one_report() {
    let mut cases = tested();
    let fences = cases.len();
    assert!(fences >= 20, "only {fences} fences run");
    cases.push(velocity_failing());
    let (mut passed, mut failures, mut wrong) = (0, 0, Vec::new());
    for case in &cases {
        let analysis = Workspace::of(case.files.iter().cloned()).analyse();
        for test in &analysis.plan.tests {
            let interpreted = run(&analysis.model, &analysis.plan, test);
            passed += usize::from(interpreted.passed());
            failures += interpreted.failures.len();
            match compiled().test(&case.name, &analysis.model, &analysis.plan, test) {
                Ok(compiled) if compiled == interpreted => {}
                other => {
                    wrong.push(format!(
                        "{}, {:?}\n  interpreted: {interpreted:#?}\n  compiled: {other:#?}",
                        case.name, test.name
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} reports differ\n{}", wrong.len(), wrong.join("\n"));
    assert!(passed >= fences + 2, "only {passed} tests pass");
    assert_eq!(failures, 10, "the expectations that do not hold");
}

/// Names that the compiler has nothing against, and that meet each other's, the generated module's or Rust's own.
#[test]
fn hostile_names_compile() {
    let text = include_str!("../src/compiled/hostile.stream");
    let shop = ("shop.stream".to_owned(), text.to_owned());
    let web = ("web.stream".to_owned(), text.replace("package shop", "package web"));
    let alone = Case { name: "alone".into(), files: vec![shop.clone()] };
    let together = Case { name: "together".into(), files: vec![shop, web] };
    let compiled =
        Compiled::build("hostile", &[alone.clone(), together]).unwrap_or_else(|error| panic!("{error}"));
    let analysis = Workspace::of(alone.files).analyse();
    assert_eq!(analysis.plan.tests.len(), 1);
    for test in &analysis.plan.tests {
        let interpreted = run(&analysis.model, &analysis.plan, test);
        assert!(interpreted.passed(), "{interpreted:#?}");
        let outcome = compiled.test("alone", &analysis.model, &analysis.plan, test);
        assert_eq!(outcome.as_ref(), Ok(&interpreted));
    }
}

/// The example with one more test, on the same jobs.
fn velocity_failing() -> Case {
    let mut files = folder("examples/velocity/streams");
    for (_, text) in files.iter_mut().filter(|(name, _)| name == "velocity.stream") {
        text.push_str(FAILING);
    }
    Case { name: "velocity".into(), files }
}
