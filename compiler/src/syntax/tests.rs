//! The examples of the language parse without a complaint, and no tree loses a byte.

use super::tree::Tree;
use super::{Parsed, parse};
use crate::base::FileId;
use std::path::Path;

/// The example files, which are also the bases of the hostile edits.
pub(super) fn examples() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/diagnostics/edits/base");
    let mut files: Vec<(String, String)> = std::fs::read_dir(folder)
        .expect("the examples are there")
        .map(|entry| entry.expect("a readable entry").path())
        .map(|path| {
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            (name, std::fs::read_to_string(path).expect("a readable example"))
        })
        .collect();
    files.sort();
    assert!(files.len() >= 9, "some examples are missing");
    files
}

/// What a valid file must not have.
fn faults(tree: &Tree) -> Vec<String> {
    tree.all()
        .filter(|node| node.kind().is_missing() || node.kind().is_unexpected())
        .map(|node| {
            let line = tree.text()[..node.start() as usize].matches('\n').count() + 1;
            format!("{line}: {:?} {:?}", node.kind(), node.text())
        })
        .collect()
}

fn concatenated(parsed: &Parsed) -> String {
    parsed.tree.tokens().map(|token| token.text()).collect()
}

#[test]
fn examples_parse_without_a_fault() {
    for (name, text) in examples() {
        let parsed = parse(FileId(0), &text);
        assert_eq!(faults(&parsed.tree), Vec::<String>::new(), "{name}");
        assert!(parsed.diagnostics.is_empty(), "{name}: {:?}", parsed.diagnostics);
        assert_eq!(concatenated(&parsed), text, "{name}");
        assert!(!parsed.ast.items.is_empty(), "{name}");
    }
}
