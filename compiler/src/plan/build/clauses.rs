//! A node's clauses by kind. Repetitions are reported with the names; the first counts.

use crate::base::Span;
use crate::syntax::ast::{
    Bound, Deferred, Emit, Expr, From, Ident, Join, Keep, KeyColumn, Node, NodeClauseKind, RouteClause,
    SelectField, To, WindowClause,
};

/// A clause with its keyword and its whole span.
pub(super) struct At<'a, T: ?Sized> {
    pub value: &'a T,
    pub keyword: Span,
    pub span: Span,
}

impl<T: ?Sized> Clone for At<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: ?Sized> Copy for At<'_, T> {}

#[derive(Default)]
pub(super) struct Clauses<'a> {
    pub from: Vec<At<'a, From>>,
    pub joins: Vec<At<'a, Join>>,
    pub each: Option<(Option<&'a Expr>, Option<&'a Ident>, Span)>,
    pub filter: Option<At<'a, Expr>>,
    pub key: Option<At<'a, [KeyColumn]>>,
    pub window: Option<At<'a, WindowClause>>,
    pub select: Option<At<'a, [SelectField]>>,
    pub having: Option<At<'a, Expr>>,
    pub keep: Option<At<'a, Keep>>,
    pub bound: Option<At<'a, Bound>>,
    pub emit: Option<At<'a, Emit>>,
    pub routes: Vec<&'a RouteClause>,
    pub to: Vec<At<'a, To>>,
    pub deferred: Vec<&'a Deferred>,
    /// A clause was broken and reported: what is missing may be in it.
    pub broken: bool,
}

impl<'a> Clauses<'a> {
    pub fn of(node: &'a Node) -> Self {
        let mut all = Clauses::default();
        for clause in &node.clauses {
            let (keyword, span) = (clause.keyword, clause.span);
            match &clause.kind {
                NodeClauseKind::From(value) => all.from.push(At { value, keyword, span }),
                NodeClauseKind::Join(value) => all.joins.push(At { value, keyword, span }),
                NodeClauseKind::Each { list, alias } => {
                    all.each = all.each.or(Some((list.as_ref(), alias.as_ref(), span)));
                }
                NodeClauseKind::Where(Some(value)) => {
                    all.filter = all.filter.or(Some(At { value, keyword, span }))
                }
                NodeClauseKind::Key(value) => {
                    all.key = all.key.or(Some(At { value: value.as_slice(), keyword, span }));
                }
                NodeClauseKind::Window(value) => {
                    all.window = all.window.or(Some(At { value, keyword, span }))
                }
                NodeClauseKind::Select(value) => {
                    all.select = all.select.or(Some(At { value: value.as_slice(), keyword, span }));
                }
                NodeClauseKind::Having(Some(value)) => {
                    all.having = all.having.or(Some(At { value, keyword, span }))
                }
                NodeClauseKind::Keep(value) => all.keep = all.keep.or(Some(At { value, keyword, span })),
                NodeClauseKind::Bound(value) => all.bound = all.bound.or(Some(At { value, keyword, span })),
                NodeClauseKind::Emit(value) => all.emit = all.emit.or(Some(At { value, keyword, span })),
                NodeClauseKind::Route(value) => all.routes.push(value),
                NodeClauseKind::To(value) => all.to.push(At { value, keyword, span }),
                NodeClauseKind::Deferred(value) => all.deferred.push(value),
                NodeClauseKind::Where(None) | NodeClauseKind::Having(None) | NodeClauseKind::Error => {
                    all.broken = true;
                }
            }
        }
        all
    }
}
