//! `riparian test` and `riparian test --compiled`: the same tests, the same report.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A test of the example that cannot hold.
const FAILING: &str = r#"
test "a sum that is not so" {
    given reference_rates [
        { currency: GBP, rate: 0.85, day: 2026-03-02 }
    ]
    given transfer_completed [
        { id: "t1", sender: 7, amount: 85.00, currency: GBP, completed: 2026-03-02T17:01:00Z }
        { id: "t2", sender: 7, amount: 1.00, currency: USD, completed: 2026-03-02T17:02:00Z }
    ]
    expect velocity contains { sender: 7, transfers: 2, total_eur: 100.00 }
    expect unusable empty
}
"#;

/// The velocity example as a workspace without a crate of its own, in a folder that stays, so that its job is built once.
fn workspace() -> PathBuf {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("velocity");
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/velocity");
    fs::create_dir_all(root.join("streams")).expect("a folder");
    for entry in fs::read_dir(example.join("streams")).expect("the example").flatten() {
        let mut text = fs::read_to_string(entry.path()).expect("a source");
        if entry.file_name() == "velocity.stream" {
            text.push_str(FAILING);
        }
        fs::write(root.join("streams").join(entry.file_name()), text).expect("a source");
    }
    fs::copy(example.join("riparian.toml"), root.join("riparian.toml")).expect("the configuration");
    root
}

fn test(root: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_riparian"));
    command.arg("test").arg("--path").arg(root).args(arguments).output().expect("the command runs")
}

/// What it said about tests: from the first verdict on, what cargo says before that left out; then the sum without the
/// time it took.
fn report(output: &Output) -> String {
    let said = String::from_utf8_lossy(&output.stderr);
    let verdict = |line: &&str| line.starts_with("          ok ") || line.starts_with("      FAILED ");
    let lines: Vec<&str> = said.lines().skip_while(|line| !verdict(line)).collect();
    let sum = String::from_utf8_lossy(&output.stdout);
    let sum = sum.split(" in ").next().unwrap_or_default();
    format!("{}\n{sum}", lines.join("\n"))
}

#[test]
fn both_ways_report_alike() {
    let root = workspace();
    let (interpreted, compiled) = (test(&root, &[]), test(&root, &["--compiled"]));
    let report_of = report(&interpreted);
    assert_eq!(report(&compiled), report_of, "{}", String::from_utf8_lossy(&compiled.stderr));
    assert_eq!((interpreted.status.code(), compiled.status.code()), (Some(1), Some(1)));
    for said in [
        "ok two transfers in one hour add up in euro",
        "FAILED a sum that is not so",
        "velocity: no such row; the nearest of the row written differs in transfers",
        "unusable: expected nothing, but a row was written",
        "2 passed, 1 failed",
    ] {
        assert!(report_of.contains(said), "{said:?} is not in\n{report_of}");
    }

    let passing = test(&root, &["euro", "--compiled"]);
    assert_eq!(passing.status.code(), Some(0), "{}", String::from_utf8_lossy(&passing.stderr));
    assert!(report(&passing).ends_with("1 passed, 0 failed"));
}

/// A crate of the workspace's own that does not compile: cargo's words, and an end that tells it from a failed test.
#[test]
fn what_cannot_be_built_is_told() {
    let root = tempfile::tempdir().expect("a folder");
    let put = |name: &str, text: &str| {
        let path = root.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    };
    put("riparian.toml", "");
    put(
        "streams/hits.stream",
        "record Hit { page: string, at: timestamp }\ntopic hits v1 { schema Hit; time at }\ntopic seen v1 { schema Hit }\n\
         job copy { stream all { from hits as h; select { page: h.page, at: h.at }; to seen } }\n\
         test \"copied\" { given hits [ { page: \"a\", at: 2026-03-02T10:00:00Z } ]\n expect seen [ { page: \"a\" } ] }\n",
    );
    assert_eq!(test(root.path(), &[]).status.code(), Some(0));
    put(
        "Cargo.toml",
        "[package]\nname = \"broken\"\nversion = \"0.0.0\"\nedition = \"2024\"\n[workspace]\n\n\
         [build-dependencies]\nriparian-build = { path = \"stub\" }\n",
    );
    put("stub/Cargo.toml", "[package]\nname = \"riparian-build\"\nversion = \"0.0.0\"\nedition = \"2024\"\n");
    put("stub/src/lib.rs", "");
    put("src/main.rs", "fn main() { let missing: u32 = \"\"; }\n");
    let output = test(root.path(), &["--compiled"]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(4), "{said}");
    assert!(said.contains("mismatched types") && said.contains("the job could not be built"), "{said}");

    put("src/main.rs", "fn main() {}\n");
    let output = test(root.path(), &["--compiled"]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(4), "{said}");
    assert!(said.contains("help: its `main` has to hand its arguments on"), "{said}");
}
