//! Annotated `.stream` files: the expected finding stands below the code it points at.
//!
//! ```text
//!     key    byer
//! //         ^^^^ error[S0204]: `Order` has no field `byer`
//! //         help: write `buyer`
//! ```
//!
//! `|` stands for an empty place, `//0^` for one that begins in column 0, `//1^` in column 1. A text may hold several
//! files, each after a line `// file: NAME.stream`. Beside each text stands the same text after its help was followed,
//! in `fixed/`: it raises nothing, and where the finding has a fix, applying the fix gives just that.
//! `RIPARIAN_UPDATE=1` writes the annotations, and the mended texts as far as fixes give them.

#[path = "diagnostics/annotation.rs"]
mod annotation;

use annotation::{annotated, plain, split};
use riparian_compiler::diag::{Diagnostic, Fix, Severity};
use riparian_compiler::workspace::{Analysis, Workspace};
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../diagnostics")
}

fn cases() -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder()).expect("tests/diagnostics is there");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("a readable entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|e| e == "stream"));
    paths.sort();
    assert!(paths.len() >= 7, "cases are missing");
    paths
}

fn analyse(text: &str) -> Analysis {
    Workspace::of(split(text)).analyse()
}

/// The text after a fix of one of its files.
fn applied(text: &str, analysis: &Analysis, fix: &Fix) -> String {
    let mut mended = text.to_owned();
    for file in &analysis.files {
        let mut edits: Vec<_> = fix.edits.iter().filter(|edit| edit.span.file == file.id).collect();
        edits.sort_by_key(|edit| std::cmp::Reverse(edit.span.start));
        let mut after = file.text.to_string();
        for edit in &edits {
            after.replace_range(edit.span.range(), &edit.text);
        }
        if !edits.is_empty() {
            mended = mended.replacen(&*file.text, &after, 1);
        }
    }
    mended
}

fn errors(analysis: &Analysis) -> Vec<&Diagnostic> {
    analysis.diagnostics.iter().filter(|d| d.severity == Severity::Error).collect()
}

#[test]
fn findings_stand_where_they_are_expected() {
    let update = std::env::var_os("RIPARIAN_UPDATE").is_some();
    let mut faults = Vec::new();
    for path in cases() {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let text = std::fs::read_to_string(&path).expect("a readable case");
        let bare = plain(&text);
        let analysis = analyse(&bare);
        let expected = annotated(&bare, &analysis);
        if expected != text {
            if update {
                std::fs::write(&path, &expected).expect("a writable case");
            } else {
                faults.push(format!("{name} should read\n{expected}"));
            }
        }
        let errors = errors(&analysis);
        let [error] = errors.as_slice() else {
            faults.push(format!("{name} raises {} errors instead of one", errors.len()));
            continue;
        };
        if error.help.is_none() && error.fixes.is_empty() {
            faults.push(format!("{name}: the error has no help"));
        }
        faults.extend(mended(&path, &name, &bare, &analysis, error, update));
    }
    assert!(
        faults.is_empty(),
        "{} faults (RIPARIAN_UPDATE=1 writes what is found)\n\n{}",
        faults.len(),
        faults.join("\n")
    );
}

/// The mended text exists, raises nothing, and is what the fix gives.
fn mended(
    path: &Path,
    name: &str,
    bare: &str,
    analysis: &Analysis,
    error: &Diagnostic,
    update: bool,
) -> Vec<String> {
    let beside = path.with_file_name("fixed").join(name);
    let by_fix = error.fixes.first().map(|fix| applied(bare, analysis, fix));
    if let (true, Some(text)) = (update, &by_fix) {
        std::fs::write(&beside, text).expect("a writable mended case");
    }
    let Ok(text) = std::fs::read_to_string(&beside) else {
        return vec![format!("fixed/{name} is missing: write down what following the help gives")];
    };
    let mut faults = Vec::new();
    if by_fix.is_some_and(|by_fix| by_fix != text) {
        faults.push(format!("fixed/{name} is not what the fix gives"));
    }
    let left = analyse(&text);
    if !left.diagnostics.is_empty() {
        faults.push(format!("fixed/{name} still raises\n{}", annotated(&text, &left)));
    }
    faults
}

/// Every safe fix of every case takes its finding away and brings no other.
#[test]
fn safe_fixes_leave_nothing_new() {
    use riparian_compiler::diag::Applicability;
    for path in cases() {
        let bare = plain(&std::fs::read_to_string(&path).expect("a readable case"));
        let analysis = analyse(&bare);
        let before = analysis.diagnostics.len();
        for finding in &analysis.diagnostics {
            for fix in finding.fixes.iter().filter(|fix| fix.applicability == Applicability::Safe) {
                let after = analyse(&applied(&bare, &analysis, fix)).diagnostics;
                assert!(after.len() < before, "{}: `{}` leaves {after:#?}", path.display(), fix.title);
            }
        }
    }
}
