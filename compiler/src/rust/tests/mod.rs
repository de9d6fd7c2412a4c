//! Goldens of generated Rust: text in, Rust out; a snapshot holds both.

use crate::workspace::Workspace;

/// The files and the Rust of every job.
fn golden(files: &[(&str, &str)]) -> String {
    let texts: String =
        files.iter().map(|(name, source)| format!("-- {name}\n{}\n", source.trim_end())).collect();
    let owned = files.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
    let analysis = Workspace::of(owned).analyse();
    assert!(!analysis.has_errors(), "{:#?}", analysis.diagnostics);
    let optimised = crate::optimise::optimise(&analysis.plan);
    let jobs =
        optimised.plan.jobs.iter().map(|job| super::generate(&analysis.model, job, &analysis.sources()));
    jobs.fold(texts, |out, job| format!("{out}-- {}\n{}", job.file_name, job.text))
}

#[test]
fn gate_a() {
    let text = include_str!("gate_a.stream");
    insta::assert_snapshot!(golden(&[("shop.stream", text)]));
}

/// A join that needs another partitioning, then a list: columns that nothing has read yet keep their failures.
#[test]
fn beside_a_table() {
    let text = include_str!("beside_a_table.stream");
    insta::assert_snapshot!(golden(&[("shop.stream", text)]));
}

/// The example: a table as it was, windows, sessions, tokens.
#[test]
fn velocity() {
    insta::assert_snapshot!(golden(&[
        ("streams/org.stream", include_str!("../../../../examples/velocity/streams/org.stream")),
        ("streams/transfers.stream", include_str!("../../../../examples/velocity/streams/transfers.stream")),
        ("streams/velocity.stream", include_str!("../../../../examples/velocity/streams/velocity.stream")),
    ]));
}
