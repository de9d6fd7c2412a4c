//! Indentation, columns, and which separators stay.

use super::lines::{Line, Lines, Token};
use super::spacing::join;
use crate::syntax::tree::{Kind, Node, Tree};

const INDENT: usize = 4;

/// A line as it will be, in parts that may be aligned with its neighbours.
#[derive(Clone, Debug, Default)]
pub(super) struct Laid {
    pub(super) indent: usize,
    /// What is padded to the others of a run: `sender:`, or all there is.
    pub(super) lead: String,
    pub(super) rest: String,
    /// A field's annotations.
    pub(super) notes: String,
    /// A comment after the code, and the column that it had.
    pub(super) comment: Option<(String, usize)>,
    /// Whether it is a field on a line of its own: these align.
    pub(super) field: bool,
    pub(super) copied: bool,
}

/// What is open before a line: for each bracket the number of its line.
type Open = Vec<(u32, usize)>;

pub(super) fn lay_out<'t>(tree: &'t Tree, lines: &Lines<'t>) -> Vec<Laid> {
    let mut open: Open = Vec::new();
    let mut laid = Vec::new();
    for (number, line) in lines.lines.iter().enumerate() {
        if line.broken {
            open.clear();
            laid.push(Laid { lead: line.raw.to_string(), copied: true, ..Laid::default() });
            continue;
        }
        laid.push(lay_out_line(tree, lines, line, &open));
        for token in &line.tokens {
            if token.node.kind() == Kind::Punctuation {
                match token.node.text() {
                    "{" | "[" | "(" => open.push((token.node.start(), number)),
                    "}" | "]" | ")" => drop(open.pop()),
                    _ => {}
                }
            }
        }
    }
    laid
}

fn lay_out_line<'t>(tree: &'t Tree, lines: &Lines<'t>, line: &Line<'t>, open: &Open) -> Laid {
    let (code, comment) = match line.tokens.split_last() {
        Some((last, code)) if last.node.kind().is_comment() && !code.is_empty() => (code, Some(last)),
        _ => (line.tokens.as_slice(), None),
    };
    let mut tokens = needed(tree, code);
    let Some(first) = tokens.first().copied() else {
        return Laid::default();
    };
    let closers = code.iter().take_while(|token| matches!(token.node.text(), "}" | "]" | ")")).count();
    let depth = levels(open.get(..open.len().saturating_sub(closers)).unwrap_or(&[]));
    let mut laid = Laid { indent: depth * INDENT, ..Laid::default() };
    laid.comment = comment.map(|token| {
        let column = tree
            .text()
            .get(line.start as usize..token.node.start() as usize)
            .map_or(0, |before| before.trim_start_matches('\u{feff}').chars().count());
        (token.node.text().trim_end().to_string(), column)
    });
    let is_comment = first.node.kind().is_comment();
    if closers == 0
        && !is_comment
        && let Some(clause) = continued(tree, lines, first, open)
    {
        continuation(tree, &mut laid, clause, &tokens);
        return laid;
    }
    if let Some((width, clause)) = clause_column(tree, lines, first) {
        let lead = lead_length(clause, &tokens);
        let rest = tokens.split_off(lead);
        laid.lead = join(tree, &tokens);
        laid.rest = join(tree, &rest);
        if !laid.rest.is_empty() {
            let pad = width.saturating_sub(laid.lead.chars().count()).max(1);
            laid.lead.push_str(&" ".repeat(pad));
        }
        return laid;
    }
    if let Some(field) = field_of(tree, lines, first, line) {
        let colon =
            tokens.iter().position(|token| token.node.text() == ":").map_or(tokens.len(), |at| at + 1);
        let mut rest = tokens.split_off(colon);
        let notes = rest.iter().position(|token| {
            token.node.text() == "@" && lines.parents[token.parent as usize] == field.index()
        });
        let notes = notes.map_or(Vec::new(), |at| rest.split_off(at));
        laid.lead = join(tree, &tokens);
        laid.rest = join(tree, &rest);
        laid.notes = join(tree, &notes);
        laid.field = true;
        return laid;
    }
    laid.lead = join(tree, &tokens);
    laid
}

/// Brackets that were opened on one line indent once.
fn levels(open: &[(u32, usize)]) -> usize {
    let mut count = 0;
    let mut last = None;
    for (_, line) in open {
        count += usize::from(last != Some(line));
        last = Some(line);
    }
    count
}

/// Without the separators that a line end or a closing bracket makes needless.
fn needed<'t>(tree: &'t Tree, code: &[Token<'t>]) -> Vec<Token<'t>> {
    let mut tokens: Vec<Token<'t>> = Vec::with_capacity(code.len());
    for (index, token) in code.iter().enumerate() {
        let is_separator = matches!(token.node.text(), "," | ";")
            && token.node.kind() == Kind::Punctuation
            && is_list(tree.at(token.parent).kind());
        let next = code.get(index + 1);
        let ends = next.is_none_or(|next| matches!(next.node.text(), "}" | "]" | ")"));
        // Of several in a row the first one stays.
        let doubled = next.is_some_and(|next| matches!(next.node.text(), "," | ";"));
        // A separator that has a line to itself stays, so that the line's comment keeps its place.
        if !(is_separator && (ends || doubled)) || index == 0 {
            tokens.push(*token);
        }
    }
    tokens
}

/// Blocks and lists whose parts end with the line.
fn is_list(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::File
            | Kind::Package
            | Kind::Topic
            | Kind::Job
            | Kind::Node
            | Kind::Test
            | Kind::RecordDecl
            | Kind::EnumDecl
            | Kind::UnionDecl
            | Kind::Record
            | Kind::Rows
            | Kind::Columns
            | Kind::Team
            | Kind::Domain
            | Kind::Region
            | Kind::Policy
            | Kind::Protect
            | Kind::Waiver
            | Kind::Machine
            | Kind::ExternFn
            | Kind::Calendar
    )
}

/// The column at which the words of a block's clauses begin, by the kind of block.
fn width(block: Kind) -> Option<usize> {
    Some(match block {
        Kind::Node | Kind::Job => 10,
        Kind::Topic => 11,
        Kind::Package => 7,
        Kind::Protect | Kind::Waiver => 12,
        Kind::Team => 9,
        _ => return None,
    })
}

/// The clause that begins with a token, and its block's column.
fn clause_column<'t>(tree: &'t Tree, lines: &Lines<'t>, first: Token<'t>) -> Option<(usize, Node<'t>)> {
    let clause = outermost_from(tree, lines, first)?;
    let block = tree.at(lines.parents[clause.index() as usize]);
    let is_block = matches!(clause.kind(), Kind::Node | Kind::Machine | Kind::Serve);
    if is_block { None } else { width(block.kind()).map(|width| (width, clause)) }
}

/// The largest node that begins with a token and does not begin its block.
fn outermost_from<'t>(tree: &'t Tree, lines: &Lines<'t>, token: Token<'t>) -> Option<Node<'t>> {
    let mut found = None;
    let mut node = tree.at(token.parent);
    while node.index() > 0 && node.start() == token.node.start() {
        found = Some(node);
        node = tree.at(lines.parents[node.index() as usize]);
    }
    found
}

/// How many tokens a clause's lead has: `left join` has two.
fn lead_length(clause: Node<'_>, tokens: &[Token<'_>]) -> usize {
    let two = clause.kind() == Kind::Join && tokens.first().is_some_and(|first| first.node.text() != "join");
    if two { 2.min(tokens.len()) } else { 1 }
}

/// The field that begins a line and has it to itself.
fn field_of<'t>(tree: &'t Tree, lines: &Lines<'t>, first: Token<'t>, line: &Line<'t>) -> Option<Node<'t>> {
    let field = outermost_from(tree, lines, first)?;
    let named = matches!(field.kind(), Kind::Field | Kind::FieldValue) && field.has(Kind::Word);
    let block = lines.parents[field.index() as usize];
    let alone = !line.tokens.iter().any(|token| {
        matches!(token.node.text(), "," | ";" | "}")
            && token.parent == block
            && token.node.start() > field.start()
            && has_more(line, *token)
    });
    (named && alone).then_some(field)
}

fn has_more(line: &Line<'_>, token: Token<'_>) -> bool {
    line.tokens.iter().any(|other| other.node.start() > token.node.start() && !other.node.kind().is_comment())
}

/// The part that began on a line before and goes on here, outside any bracket of its own.
fn continued<'t>(tree: &'t Tree, lines: &Lines<'t>, first: Token<'t>, open: &Open) -> Option<Node<'t>> {
    let bracket = open.last().map_or(0, |(start, _)| *start);
    let mut node = tree.at(first.parent);
    let mut found = None;
    while node.index() > 0 {
        if node.start() < first.node.start() {
            if !open.is_empty() && bracket >= node.start() {
                break;
            }
            found = Some(node);
        }
        node = tree.at(lines.parents[node.index() as usize]);
    }
    found
}

/// A clause's further line: a step further in, its words below those of the first line.
fn continuation(tree: &Tree, laid: &mut Laid, clause: Node<'_>, tokens: &[Token<'_>]) {
    let operands = block_width(tree, clause).map(|width| laid.indent + width);
    laid.indent += INDENT;
    let (Some(first), Some(operands)) = (tokens.first(), operands) else {
        laid.lead = join(tree, tokens);
        return;
    };
    if first.node.kind() != Kind::Operator {
        laid.lead = join(tree, tokens);
        return;
    }
    let word = first.node.text();
    let pad = operands.saturating_sub(laid.indent + word.chars().count()).max(1);
    laid.lead = format!("{word}{}{}", " ".repeat(pad), join(tree, tokens.get(1..).unwrap_or(&[])));
}

fn block_width(tree: &Tree, clause: Node<'_>) -> Option<usize> {
    let block = tree
        .all()
        .take_while(|node| node.index() < clause.index())
        .filter(|node| node.next_index() > clause.index())
        .last()?;
    width(block.kind())
}
