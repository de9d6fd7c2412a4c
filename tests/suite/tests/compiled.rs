//! Generated Rust compiles without a warning and does what the interpreter says.

use riparian_tests::compiled::{Case, Compiled, Record, Script};
use riparian_tests::root;
use std::sync::OnceLock;

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
    cases
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
