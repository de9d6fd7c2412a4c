//! The blanks between two tokens of one line.

use super::lines::Token;
use crate::syntax::tree::{Kind, Tree};

/// Regions whose inner spacing is the user's: they are kept, not analysed.
pub(super) fn is_kept(kind: Kind) -> bool {
    matches!(kind, Kind::GenericLine | Kind::PolicyOther)
}

/// The tokens of a line with the blanks between them.
pub(super) fn join(tree: &Tree, tokens: &[Token<'_>]) -> String {
    let mut text = String::new();
    for (index, token) in tokens.iter().enumerate() {
        if let Some(before) = index.checked_sub(1).and_then(|i| tokens.get(i)) {
            text.push_str(&between(tree, *before, *token));
        }
        text.push_str(token.node.text().trim_end());
    }
    text
}

/// The blanks between two neighbours.
pub(super) fn between(tree: &Tree, a: Token<'_>, b: Token<'_>) -> String {
    let kept = is_kept(tree.at(a.parent).kind()) && a.parent == b.parent;
    if kept {
        let gap = b.node.start().saturating_sub(a.node.end());
        return " ".repeat(gap as usize);
    }
    if needs_blank(tree, a, b) { " ".to_string() } else { String::new() }
}

fn needs_blank(tree: &Tree, a: Token<'_>, b: Token<'_>) -> bool {
    let (left, right) = (a.node.text(), b.node.text());
    let (outer, inner) = (tree.at(a.parent).kind(), tree.at(b.parent).kind());
    if a.node.kind() == Kind::Prefix {
        return left == "not";
    }
    if b.node.kind() == Kind::Punctuation {
        match right {
            "," | ";" | ":" | "?" | ")" => return false,
            "." => return false,
            "(" => return matches!(inner, Kind::Group | Kind::Spread) && !opens(left),
            "<" => return false,
            ">" if inner == Kind::TypeParameters => return false,
            "[" if inner == Kind::Index => return false,
            "]" => return left == "}",
            "}" => return left != "{",
            _ => {}
        }
    }
    if a.node.kind() == Kind::Punctuation {
        match left {
            "(" | "." | ".." | "@" => return false,
            "<" if outer == Kind::TypeParameters => return false,
            "[" => return right == "{",
            _ => {}
        }
    }
    true
}

fn opens(text: &str) -> bool {
    matches!(text, "(" | "[")
}
