//! Random well-typed jobs: the compiler finds nothing to say, the interpreter runs them on bad input, and every record
//! is accounted for.

use riparian_compiler::diag::render::human;
use riparian_compiler::interpret::{Counts, Emission, Input, Machine, Payload};
use riparian_compiler::model::TopicId;
use riparian_compiler::plan::OperatorKind;
use riparian_compiler::workspace::{Analysis, Workspace};
use riparian_functions::Fail;
use riparian_tests::decode;
use riparian_tests::generate::{Case, case};
use std::collections::BTreeMap;

const SEEDS: u64 = 300;

fn analyse(case: &Case) -> Analysis {
    Workspace::of([("case.stream", case.text.as_str())]).analyse()
}

/// The lines as the interpreter takes them, with offsets of their topics.
fn inputs(case: &Case, analysis: &Analysis) -> Vec<(TopicId, Input)> {
    let model = &analysis.model;
    let mut offsets: BTreeMap<TopicId, i64> = BTreeMap::new();
    let line = |line: &riparian_tests::generate::Line| {
        let at = model.topics.iter().position(|t| t.name == *line.topic).expect("the topic is declared");
        let (id, topic) = (TopicId(at as u32), &model.topics[at]);
        let payload = match &line.value {
            None => Payload::Null,
            Some(text) => match serde_json::from_str(text) {
                Ok(json) => {
                    decode::columns(model, topic, &json).map_or_else(Payload::Undecodable, Payload::Columns)
                }
                Err(_) => Payload::Undecodable(Fail::InvalidJson),
            },
        };
        let time = decode::event_time(model, topic, &payload, line.time);
        let offset = offsets.entry(id).or_insert(0);
        *offset += 1;
        (id, Input { offset: *offset - 1, time, key: None, payload })
    };
    case.inputs.iter().map(line).collect()
}

/// What the interpreter writes, and what it counted over all operators.
fn run(case: &Case, analysis: &Analysis, at_once: bool) -> (Vec<Emission>, Counts) {
    let mut total = Counts::default();
    let mut written = Vec::new();
    for job in &analysis.plan.jobs {
        let mut machine = Machine::new(&analysis.model, job);
        for (topic, input) in inputs(case, analysis) {
            machine.feed(topic, input);
            if !at_once {
                machine.run();
            }
        }
        machine.run();
        machine.idle();
        for operator in &job.operators {
            let counts = machine.counts(operator.id);
            assert!(
                counts.balanced(),
                "seed {}: {counts:?} of {:?}\n{}",
                case.seed,
                operator.kind,
                case.text
            );
            if !matches!(operator.kind, OperatorKind::Source(_)) {
                total += counts;
            }
        }
        written.extend(machine.take_emissions());
    }
    (written, total)
}

#[test]
fn generated_jobs_are_clean_run_and_balance() {
    let mut total = Counts::default();
    let mut rows = 0;
    for seed in 0..SEEDS {
        let case = case(seed);
        let analysis = analyse(&case);
        let found: String =
            analysis.diagnostics.iter().map(|d| human(d, &analysis.sources(), false)).collect();
        assert!(found.is_empty(), "seed {seed}\n{found}\n{}", case.text);
        assert_eq!(analysis.plan.jobs.len(), 1, "seed {seed}\n{}", case.text);
        let (written, counts) = run(&case, &analysis, false);
        rows += written.len();
        total += counts;
    }
    // The cases are worth something only if every fate befalls some records.
    assert!(rows > 10 * SEEDS as usize, "{rows} rows were written");
    for (what, count) in [
        ("used", total.used),
        ("filtered", total.filtered),
        ("late", total.late),
        ("dead", total.dead),
        ("unmatched", total.unmatched),
        ("fan_out", total.fan_out),
    ] {
        assert!(count > 50, "only {count} records were {what}");
    }
}

/// A case's text, inputs and results depend on its seed and on nothing else.
#[test]
fn a_seed_gives_the_same_case_and_the_same_result() {
    for seed in (0..SEEDS).step_by(29) {
        let (one, other) = (case(seed), case(seed));
        assert_eq!((&one.text, &one.inputs), (&other.text, &other.inputs));
        let analysis = analyse(&one);
        assert_eq!(run(&one, &analysis, false).0, run(&other, &analysis, false).0, "seed {seed}");
    }
}

/// A restart between any two records, from what was committed, does not show (Law R).
#[test]
fn a_restart_does_not_show() {
    for seed in (0..SEEDS).step_by(7) {
        let case = case(seed);
        let analysis = analyse(&case);
        let Some(job) = analysis.plan.jobs.first() else { panic!("seed {seed} has no job") };
        let mut machine = Machine::new(&analysis.model, job);
        for (topic, input) in inputs(&case, &analysis) {
            machine.feed(topic, input);
            machine.run();
            let committed = machine.snapshot();
            machine = Machine::new(&analysis.model, job);
            machine.restore(committed);
        }
        machine.idle();
        assert_eq!(machine.take_emissions(), run(&case, &analysis, false).0, "seed {seed}\n{}", case.text);
    }
}
