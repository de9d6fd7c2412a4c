//! The tokens of a tree, line by line.

use crate::syntax::tree::{Kind, Node, Tree};

/// A token that is not blank, with the index of the node around it.
#[derive(Clone, Copy)]
pub(super) struct Token<'t> {
    pub(super) node: Node<'t>,
    pub(super) parent: u32,
}

/// One line of the text.
pub(super) struct Line<'t> {
    pub(super) tokens: Vec<Token<'t>>,
    /// The line as it was, for what is copied.
    pub(super) raw: &'t str,
    /// Where it starts in the text.
    pub(super) start: u32,
    /// Part of a declaration with an error, or of a comment over several lines: copied.
    pub(super) broken: bool,
}

/// The lines, and the node around each node.
pub(super) struct Lines<'t> {
    pub(super) lines: Vec<Line<'t>>,
    pub(super) parents: Vec<u32>,
}

pub(super) fn split(tree: &Tree) -> Lines<'_> {
    let text = tree.text();
    let mut lines: Vec<Line<'_>> = Vec::new();
    let mut start = 0;
    for raw in text.split('\n') {
        lines.push(Line { tokens: Vec::new(), raw, start, broken: false });
        start += raw.len() as u32 + 1;
    }
    let mut parents: Vec<u32> = Vec::new();
    let mut stack: Vec<Node<'_>> = Vec::new();
    let mut line = 0;
    for node in tree.all() {
        while stack.last().is_some_and(|open| open.next_index() <= node.index()) {
            stack.pop();
        }
        let parent = stack.last().map_or(0, |open| open.index());
        parents.push(parent);
        let kind = node.kind();
        if !kind.is_token() {
            stack.push(node);
            continue;
        }
        while line + 1 < lines.len() && lines[line + 1].start <= node.start() {
            line += 1;
        }
        let is_blank = kind.is_trivia() && !kind.is_comment();
        if !is_blank && let Some(line) = lines.get_mut(line) {
            line.tokens.push(Token { node, parent });
        }
    }
    for item in broken_parts(tree) {
        for line in &mut lines {
            let end = line.start + line.raw.len() as u32;
            line.broken |= line.start < item.end() && item.start() <= end;
        }
    }
    Lines { lines, parents }
}

/// Declarations with something missing or too much, and comments over several lines.
fn broken_parts(tree: &Tree) -> Vec<Node<'_>> {
    let faulty = |node: &Node<'_>| {
        let kind = node.kind();
        kind.is_missing() || kind.is_unexpected() || kind == Kind::WrongSeparator
    };
    tree.root()
        .children()
        .filter(|item| item.kind() == Kind::BlockComment || item.descendants().any(|node| faulty(&node)))
        .chain(tree.all().filter(|node| node.kind() == Kind::BlockComment && node.text().contains('\n')))
        .collect()
}
