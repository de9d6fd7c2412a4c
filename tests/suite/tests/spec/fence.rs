//! Finds the fences of a chapter.

/// One ```stream fence.
pub struct Fence {
    /// One-based line of the opening.
    pub line: usize,
    pub text: String,
    pub expectation: Expectation,
}

#[derive(Debug, PartialEq, Eq)]
pub enum Expectation {
    Compiles,
    /// Exactly this error.
    Error(String),
    Runs,
}

/// The fences in order; an unknown word after `stream` is a mistake of the chapter.
pub fn fences(chapter: &str) -> Vec<Fence> {
    let mut found = Vec::new();
    let mut open: Option<Fence> = None;
    for (at, line) in chapter.lines().enumerate() {
        match &mut open {
            Some(fence) if line.trim_end() == "```" => {
                fence.text = std::mem::take(&mut fence.text);
                found.extend(open.take());
            }
            Some(fence) => {
                fence.text.push_str(line);
                fence.text.push('\n');
            }
            None => {
                if let Some(info) = line.strip_prefix("```stream") {
                    open = Some(Fence { line: at + 1, text: String::new(), expectation: expectation(info) });
                }
            }
        }
    }
    assert!(open.is_none(), "a fence is not closed");
    found
}

fn expectation(info: &str) -> Expectation {
    match info.trim() {
        "" => Expectation::Compiles,
        ",run" => Expectation::Runs,
        other => match other.strip_prefix(",error=") {
            Some(code) => Expectation::Error(code.to_string()),
            None => panic!("`stream{other}` is no kind of fence"),
        },
    }
}

#[test]
fn fences_know_their_line_and_what_they_promise() {
    let chapter =
        "text\n```stream,run\na\nb\n```\n```stream,error=S0204\n```\n```rust\n```\n```stream\nc\n```\n";
    let found: Vec<_> = fences(chapter).into_iter().map(|f| (f.line, f.text, f.expectation)).collect();
    assert_eq!(
        found,
        [
            (2, "a\nb\n".to_string(), Expectation::Runs),
            (6, String::new(), Expectation::Error("S0204".to_string())),
            (10, "c\n".to_string(), Expectation::Compiles),
        ]
    );
}
