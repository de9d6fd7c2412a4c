//! Code fences of Markdown pages: the examples that are compiled and run.

/// A fence of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fence {
    /// What follows the back-ticks: `stream,error=S0204`.
    pub info: String,
    /// With a line end after every line.
    pub text: String,
    /// The line of the opening back-ticks, from 1.
    pub line: usize,
}

/// All fences of a page, in order.
pub fn fences(page: &str) -> Vec<Fence> {
    let mut found = Vec::new();
    let mut lines = page.lines().enumerate();
    while let Some((at, line)) = lines.next() {
        let Some(info) = line.strip_prefix("```") else { continue };
        let text: Vec<&str> =
            lines.by_ref().map(|(_, line)| line).take_while(|line| *line != "```").collect();
        found.push(Fence { info: info.trim().to_owned(), text: text.join("\n") + "\n", line: at + 1 });
    }
    found
}

/// The files of a fence by name: each after a line `// file: NAME.stream`; a text without such a line is one file.
pub fn files(text: &str) -> Vec<(String, String)> {
    let mut files: Vec<(String, String)> = Vec::new();
    for line in text.lines() {
        match (line.strip_prefix("// file: "), files.last_mut()) {
            (Some(name), _) => files.push((name.trim().to_owned(), String::new())),
            (None, Some((_, text))) => {
                text.push_str(line);
                text.push('\n');
            }
            (None, None) => files.push(("example.stream".to_owned(), format!("{line}\n"))),
        }
    }
    files
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fences_know_their_line_and_their_files() {
        let page = "# A\n\n```stream,run\n// file: a.stream\npackage a\n// file: b.stream\npackage b\n```\n\n```sh\nls\n```\n";
        let found = fences(page);
        let about: Vec<(&str, usize)> = found.iter().map(|f| (f.info.as_str(), f.line)).collect();
        assert_eq!(about, [("stream,run", 3), ("sh", 10)]);
        let expected = [("a.stream", "package a\n"), ("b.stream", "package b\n")];
        let found = files(&found[0].text);
        assert!(found.iter().map(|(n, t)| (n.as_str(), t.as_str())).eq(expected));
        assert_eq!(files("package a\n"), [("example.stream".to_owned(), "package a\n".to_owned())]);
    }
}
