//! Every page's failing example raises exactly its code, and its mended example raises nothing.

use riparian_compiler::codes::{Entry, all};
use riparian_compiler::diag::render::human;
use riparian_compiler::workspace::Workspace;

/// The fences of a page with their info strings.
fn fences(page: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        if let Some(info) = line.strip_prefix("```") {
            let text: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            found.push((info.to_owned(), text.join("\n") + "\n"));
        }
    }
    found
}

/// The files of a fence; a text without a `// file:` line is one file.
fn files(fence: &str) -> Vec<(String, String)> {
    let mut files: Vec<(String, String)> = Vec::new();
    for line in fence.lines() {
        match (line.strip_prefix("// file: "), files.last_mut()) {
            (Some(name), _) => files.push((name.trim().to_owned(), String::new())),
            (None, Some((_, text))) => *text = format!("{text}{line}\n"),
            (None, None) => files.push(("example.stream".to_owned(), format!("{line}\n"))),
        }
    }
    files
}

/// What is wrong with an entry's page, for people.
fn faults(entry: &Entry) -> Vec<String> {
    let id = entry.code.id;
    let mut faults = Vec::new();
    for (info, text) in fences(entry.page) {
        let wanted: &[&str] = match info.as_str() {
            "stream fails" => &[id],
            "stream" => &[],
            _ => continue,
        };
        let analysis = Workspace::of(files(&text)).analyse();
        let raised: Vec<&str> = analysis.diagnostics.iter().map(|d| d.code.id).collect();
        if raised != wanted {
            let drawn: String =
                analysis.diagnostics.iter().map(|d| human(d, &analysis.sources(), false)).collect();
            faults.push(format!("{id}: `{info}` raises {raised:?} instead of {wanted:?}\n{drawn}"));
        }
    }
    faults
}

#[test]
fn failing_examples_fail_so_and_mended_ones_do_not() {
    let faults: Vec<String> = all().flat_map(faults).collect();
    assert!(faults.is_empty(), "{} faults\n\n{}", faults.len(), faults.join("\n"));
}
