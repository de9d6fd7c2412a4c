//! Random well-typed jobs: the compiler finds nothing to say, the interpreter runs them on bad input, and every record
//! is accounted for.

use riparian_compiler::diag::render::human;
use riparian_compiler::interpret::{Counts, Emission, Machine};
use riparian_compiler::plan::OperatorKind;
use riparian_compiler::workspace::{Analysis, Workspace};
use riparian_tests::generate::{Case, case, inputs};

const SEEDS: u64 = 300;

fn analyse(case: &Case) -> Analysis {
    Workspace::of([("case.stream", case.text.as_str())]).analyse()
}

/// What the interpreter writes, and what it counted over all operators.
fn run(case: &Case, analysis: &Analysis) -> (Vec<Emission>, Counts) {
    let mut total = Counts::default();
    let mut written = Vec::new();
    for job in &analysis.plan.jobs {
        let mut machine = Machine::new(&analysis.model, job);
        for (topic, input) in inputs(case, analysis) {
            machine.feed(topic, input);
            machine.run();
        }
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
        let (written, counts) = run(&case, &analysis);
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
        assert_eq!(run(&one, &analysis).0, run(&other, &analysis).0, "seed {seed}");
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
        assert_eq!(machine.take_emissions(), run(&case, &analysis).0, "seed {seed}\n{}", case.text);
    }
}
