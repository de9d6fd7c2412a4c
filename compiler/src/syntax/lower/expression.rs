//! Expressions: a flat row of operands and operators to a tree, by precedence.

use super::Lower;
use crate::base::Span;
use crate::syntax::ast::*;
use crate::syntax::tree::{Kind, Node};

/// Levels of an expression, whatever they are made of: later passes, and dropping it, go down all of them by recursion
/// and must not run out of stack.
pub(super) const MAX_LEVELS: usize = 256;

const NOT: u8 = 3;
const COMPARISON: u8 = 4;
const NEGATE: u8 = 8;

/// How tightly a binary operator binds; slips like `&&` bind as what is meant.
fn binary(text: &str) -> Option<(u8, BinaryOperator)> {
    use BinaryOperator::*;
    Some(match text {
        "or" | "||" => (1, Or),
        "and" | "&&" => (2, And),
        "==" | "=" => (COMPARISON, Equal),
        "!=" | "<>" => (COMPARISON, NotEqual),
        "<" => (COMPARISON, Less),
        "<=" => (COMPARISON, LessOrEqual),
        ">" => (COMPARISON, Greater),
        ">=" => (COMPARISON, GreaterOrEqual),
        "in" => (COMPARISON, In),
        "??" => (5, Coalesce),
        "+" => (6, Add),
        "-" => (6, Subtract),
        "*" => (7, Multiply),
        "/" => (7, Divide),
        "%" => (7, Remainder),
        _ => return None,
    })
}

/// The parts of one flat expression and how far they are read.
struct Row<'t> {
    parts: Vec<Node<'t>>,
    at: usize,
}

impl<'t> Row<'t> {
    fn peek(&self) -> Option<Node<'t>> {
        self.parts.get(self.at).copied()
    }

    fn next(&mut self) -> Option<Node<'t>> {
        let part = self.peek();
        self.at += 1;
        part
    }
}

impl Lower {
    /// The first expression directly in a node; an error expression if it is missing.
    pub(super) fn expr_in(&mut self, node: Node<'_>) -> Expr {
        self.optional_expr_in(node).unwrap_or(Expr { kind: ExprKind::Error, span: self.span(node).at_end() })
    }

    pub(super) fn optional_expr_in(&mut self, node: Node<'_>) -> Option<Expr> {
        let child = node.children().find(|child| matches!(child.kind(), Kind::Expr | Kind::Record))?;
        Some(self.value(child))
    }

    /// The expression right after a keyword.
    pub(super) fn expr_after(&mut self, node: Node<'_>, keyword: &str) -> Option<Expr> {
        let next = self.after(node, keyword)?;
        (next.kind() == Kind::Expr).then(|| self.expr(next))
    }

    /// An expression or a record.
    pub(super) fn value(&mut self, node: Node<'_>) -> Expr {
        match node.kind() {
            Kind::Record => self.descend(node, 1, |lower| Expr {
                kind: ExprKind::Record(lower.field_values(node)),
                span: lower.span(node),
            }),
            Kind::Expr => self.expr(node),
            _ => Expr { kind: ExprKind::Error, span: self.span(node) },
        }
    }

    /// A whole expression.
    pub(super) fn expr(&mut self, node: Node<'_>) -> Expr {
        // Plain words and signs stand here only where too deep a nesting was hidden from the grammar.
        let parts: Vec<Node<'_>> = node.solid().filter(|part| part.kind() > Kind::Punctuation).collect();
        // Each operator, prefix and suffix may put what stands before or after it one level down.
        let levels = 1 + parts.iter().filter(|part| is_level(part.kind())).count();
        self.descend(node, levels, |lower| {
            let mut row = Row { parts, at: 0 };
            lower.binary(&mut row, 0, lower.span(node))
        })
    }

    /// Lowers what adds so many levels to the tree; beyond the limit an error expression, told once per expression.
    fn descend(&mut self, node: Node<'_>, levels: usize, lower: impl FnOnce(&mut Self) -> Expr) -> Expr {
        let mut expr = Expr { kind: ExprKind::Error, span: self.span(node) };
        if self.depth + levels <= MAX_LEVELS {
            self.depth += levels;
            expr = lower(self);
            self.depth -= levels;
        } else if !std::mem::replace(&mut self.told_depth, true) {
            self.too_deep(node);
        }
        self.told_depth &= self.depth > 0;
        expr
    }

    fn binary(&mut self, row: &mut Row<'_>, least: u8, whole: Span) -> Expr {
        let mut left = self.unary(row, whole);
        let mut compared = false;
        while let Some(part) = row.peek() {
            if part.kind() == Kind::IsTest {
                if COMPARISON < least {
                    break;
                }
                row.next();
                left = self.is_test(part, left);
                self.chained(part, compared);
                if std::mem::replace(&mut compared, true) {
                    left.kind = ExprKind::Error;
                }
                continue;
            }
            let Some((strength, operator)) = binary(part.text()) else {
                // `=>` after anything but a name: what follows is not part of this expression.
                if part.text() == "=>" {
                    self.lambda_without_name(part);
                }
                row.at = row.parts.len();
                left = Expr { kind: ExprKind::Error, span: whole };
                continue;
            };
            if strength < least {
                break;
            }
            row.next();
            let right = self.binary(row, strength + 1, whole);
            let span = left.span.to(right.span);
            if strength == COMPARISON {
                self.chained(part, compared);
                if std::mem::replace(&mut compared, true) {
                    left = Expr { kind: ExprKind::Error, span };
                    continue;
                }
            }
            let kind = ExprKind::Binary {
                operator,
                operator_span: self.span(part),
                left: Box::new(left),
                right: Box::new(right),
            };
            left = Expr { kind, span };
        }
        left
    }

    fn is_test(&mut self, part: Node<'_>, operand: Expr) -> Expr {
        let test = match part.solid().last().map(|last| last.text()) {
            Some("none") => Some(IsTest::None),
            Some("empty") => Some(IsTest::Empty),
            _ => None,
        };
        let span = operand.span.to(self.span(part));
        let negated = part.keyword("not").is_some();
        let kind = match test {
            Some(test) => ExprKind::Is { operand: Box::new(operand), test, negated },
            None => ExprKind::Error,
        };
        Expr { kind, span }
    }

    fn unary(&mut self, row: &mut Row<'_>, whole: Span) -> Expr {
        let Some(part) = row.peek().filter(|part| part.kind() == Kind::Prefix) else {
            return self.postfix(row, whole);
        };
        row.next();
        let operator_span = self.span(part);
        let (operator, strength) = match part.text() {
            "-" => (UnaryOperator::Negate, NEGATE),
            _ => (UnaryOperator::Not, NOT),
        };
        let operand = self.binary(row, strength, whole);
        let span = operator_span.to(operand.span);
        Expr { kind: ExprKind::Unary { operator, operator_span, operand: Box::new(operand) }, span }
    }

    fn postfix(&mut self, row: &mut Row<'_>, whole: Span) -> Expr {
        let Some(part) = row.next() else {
            return Expr { kind: ExprKind::Error, span: whole.at_end() };
        };
        if part.kind() == Kind::Reference && row.peek().is_some_and(|next| next.text() == "=>") {
            row.next();
            let body = self.binary(row, 0, whole);
            let span = self.span(part).to(body.span);
            return Expr {
                kind: ExprKind::Lambda { parameter: self.ident(part), body: Box::new(body) },
                span,
            };
        }
        let mut expr = self.primary(part);
        while let Some(part) = row.peek().filter(|part| is_suffix(part.kind())) {
            row.next();
            let span = expr.span.to(self.span(part));
            let kind = match part.kind() {
                Kind::Member => match self.name_in(part) {
                    Some(name) => ExprKind::Member { base: Box::new(expr), name },
                    None => ExprKind::Error,
                },
                Kind::Index => ExprKind::Index { base: Box::new(expr), index: Box::new(self.expr_in(part)) },
                _ => self.call(part, expr.kind),
            };
            expr = Expr { kind, span };
        }
        expr
    }

    fn call(&mut self, part: Node<'_>, callee: ExprKind) -> ExprKind {
        let mut arguments = self.arguments(part);
        match callee {
            ExprKind::Name(function) if function.name == "money" && arguments.len() == 2 => {
                match (arguments.pop().map(|a| a.value), arguments.pop().map(|a| a.value)) {
                    (Some(Expr { kind: ExprKind::Name(currency), .. }), Some(amount)) => {
                        ExprKind::Money { amount: Box::new(amount), currency }
                    }
                    (Some(second), Some(first)) => {
                        let argument = |value| Argument { name: None, value };
                        ExprKind::Call { function, arguments: vec![argument(first), argument(second)] }
                    }
                    _ => ExprKind::Error,
                }
            }
            ExprKind::Name(function) => ExprKind::Call { function, arguments },
            ExprKind::Member { base, name } => ExprKind::Method { receiver: base, name, arguments },
            ExprKind::Error => ExprKind::Error,
            _ => {
                self.not_callable(part);
                ExprKind::Error
            }
        }
    }

    /// The arguments of a call or a type.
    pub(super) fn arguments(&mut self, call: Node<'_>) -> Vec<Argument> {
        call.all(Kind::Argument)
            .map(|argument| Argument {
                name: argument.child(Kind::Word).map(|word| self.ident(word)),
                value: self.expr_in(argument),
            })
            .collect()
    }

    fn primary(&mut self, node: Node<'_>) -> Expr {
        let span = self.span(node);
        let kind = match node.kind() {
            // A slip that the report mends; as a name it would be unknown too.
            Kind::Reference if node.text() == "null" => ExprKind::None,
            Kind::Reference => ExprKind::Name(self.ident(node)),
            Kind::Constant => match node.text() {
                "true" => ExprKind::Bool(true),
                "false" => ExprKind::Bool(false),
                _ => ExprKind::None,
            },
            Kind::Literal => match node.solid().next() {
                Some(token) => self.literal(token),
                None => ExprKind::Error,
            },
            Kind::Group => ExprKind::Parenthesised(Box::new(self.expr_in(node))),
            Kind::List => ExprKind::List(
                node.children()
                    .filter(|child| matches!(child.kind(), Kind::Expr | Kind::Record))
                    .map(|child| self.value(child))
                    .collect(),
            ),
            Kind::IfExpr => {
                let mut part = |keyword: &str| {
                    Box::new(self.expr_after(node, keyword).unwrap_or(Expr { kind: ExprKind::Error, span }))
                };
                ExprKind::If { condition: part("if"), then: part("then"), otherwise: part("else") }
            }
            Kind::MatchExpr => ExprKind::Match {
                subject: Box::new(self.expr_in(node)),
                arms: node.all(Kind::Arm).map(|arm| self.arm(arm)).collect(),
            },
            _ => ExprKind::Error,
        };
        Expr { kind, span }
    }

    fn arm(&mut self, arm: Node<'_>) -> MatchArm {
        let patterns = arm.all(Kind::Pattern).map(|pattern| self.expr(pattern)).collect();
        MatchArm { patterns, value: self.expr_in(arm), span: self.span(arm) }
    }

    /// The fields of a record, a row or a `select`.
    pub(super) fn field_values(&mut self, node: Node<'_>) -> Vec<FieldValue> {
        node.all(Kind::FieldValue).filter_map(|field| self.field_value(field)).collect()
    }

    pub(super) fn field_value(&mut self, field: Node<'_>) -> Option<FieldValue> {
        let kind = match field.child(Kind::Spread) {
            Some(spread) => {
                FieldValueKind::Spread { binding: self.name_in(spread)?, except: self.excepted(spread) }
            }
            None => FieldValueKind::Named { name: self.name_in(field)?, value: self.expr_in(field) },
        };
        Some(FieldValue { kind, span: self.span(field) })
    }

    fn excepted(&self, spread: Node<'_>) -> Vec<Ident> {
        spread.all(Kind::Word).map(|word| self.ident(word)).collect()
    }
}

fn is_level(kind: Kind) -> bool {
    is_suffix(kind) || matches!(kind, Kind::Operator | Kind::Prefix | Kind::IsTest)
}

fn is_suffix(kind: Kind) -> bool {
    matches!(kind, Kind::Member | Kind::Call | Kind::Index)
}
