//! The generated chapters are fresh, and their examples are true for the compiler and the interpreter.

use riparian_compiler::diag::render::human;
use riparian_compiler::interpret::test::run;
use riparian_compiler::workspace::Workspace;
use riparian_functions::catalogue::FUNCTIONS;
use riparian_tests::{reference, root};

#[test]
fn generated_chapters_are_fresh() {
    let stale: Vec<String> =
        reference::stale(&root()).iter().map(|chapter| chapter.path.display().to_string()).collect();
    assert!(stale.is_empty(), "{stale:?} differ from what is generated: run `cargo xtask reference`");
}

/// A job whose only row says of every example whether it holds.
fn workspace(examples: &[(&str, &str)]) -> String {
    let fields: String = (0..examples.len()).map(|n| format!("    e{n}: bool\n")).collect();
    let holds = |(n, (expression, value)): (usize, &(&str, &str))| {
        let test = match *value {
            "none" => format!("({expression}) is none"),
            value if expression.contains("==") || expression.contains('>') => {
                format!("({expression}) == {value}")
            }
            value => format!("{expression} == {value}"),
        };
        format!("            e{n}: {test}\n")
    };
    let select: String = examples.iter().enumerate().map(holds).collect();
    let expected: Vec<String> = (0..examples.len()).map(|n| format!("e{n}: true")).collect();
    format!(
        "package examples\n\nenum Currency {{ EUR, JPY, KWD, GBP, USD }}\n\
         record In {{ id: int, at: timestamp }}\nrecord Out {{\n{fields}}}\n\
         topic ins v1 {{ schema In; time at }}\ntopic outs v1 {{ schema Out }}\n\
         job examples {{\n    stream shown {{\n        from   ins as i\n        select {{\n{select}        }}\n        to     outs\n    }}\n}}\n\
         test \"examples\" {{\n    given ins [{{ id: 1, at: 2026-03-02T10:00:00Z }}]\n    expect outs [{{ {} }}]\n}}\n",
        expected.join(", ")
    )
}

#[test]
fn every_example_of_a_function_holds() {
    let mut wrong = Vec::new();
    for function in FUNCTIONS {
        assert!(!function.examples.is_empty(), "{} has no example", function.name);
        let analysis = Workspace::of([("examples.stream", workspace(function.examples))]).analyse();
        let sources = analysis.sources();
        if analysis.has_errors() {
            wrong.extend(analysis.diagnostics.iter().map(|d| human(d, &sources, false)));
            continue;
        }
        for test in &analysis.plan.tests {
            let failures = run(&analysis.model, &analysis.plan, test).failures;
            wrong.extend(failures.iter().map(|f| format!("{}: {}\n{}", function.name, f.title, f.detail)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
