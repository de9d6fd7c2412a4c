//! Documentation comments: `///` before a declaration or node, `//!` at the file's start.

use crate::syntax::tree::{Kind, Node};

/// The `///` lines met since the last thing that was not trivia.
#[derive(Default)]
pub(super) struct Docs {
    lines: Vec<String>,
    newlines: usize,
}

impl Docs {
    /// Whether the child is trivia, which is then taken in. An empty line cuts documentation off from what follows.
    pub(super) fn take_trivia(&mut self, child: Node<'_>) -> bool {
        match child.kind() {
            Kind::Newline => {
                self.newlines += 1;
                if self.newlines > 1 {
                    self.lines.clear();
                }
            }
            Kind::Doc => {
                self.newlines = 0;
                self.lines.push(content(child.text(), "///"));
            }
            kind if kind.is_comment() => self.newlines = 0,
            kind => return kind.is_trivia(),
        }
        true
    }

    /// The text for what comes next.
    pub(super) fn take(&mut self) -> String {
        self.newlines = 0;
        std::mem::take(&mut self.lines).join("\n")
    }
}

/// The text of the `//!` lines that begin the file.
pub(super) fn of_file(root: Node<'_>) -> String {
    let lines: Vec<String> = root
        .children()
        .take_while(|child| child.kind().is_trivia())
        .filter(|child| child.kind() == Kind::FileDoc)
        .map(|child| content(child.text(), "//!"))
        .collect();
    lines.join("\n")
}

fn content(comment: &str, marker: &str) -> String {
    let text = comment.strip_prefix(marker).unwrap_or(comment);
    text.strip_prefix(' ').unwrap_or(text).trim_end().to_string()
}
