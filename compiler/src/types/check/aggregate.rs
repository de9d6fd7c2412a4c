//! Aggregates in the `select` of a grouped node: their arguments are over rows, their result is one per group.

use super::Typer;
use super::group::GroupCall;
use super::typer::error;
use super::units::{unit, with_unit};
use crate::base::Span;
use crate::codes::{s0306_wrong_arguments, s0312_mixed_currencies};
use crate::model::{Type, Unit};
use crate::syntax::ast::{Argument, Ident};
use crate::types::{ColumnRef, Expr, ExprKind};
use riparian_functions::catalogue::AggregateDefinition;

impl Typer<'_, '_> {
    pub(super) fn aggregate(
        &mut self,
        definition: &'static AggregateDefinition,
        name: &Ident,
        arguments: &[Argument],
        span: Span,
    ) -> Expr {
        self.in_aggregate = true;
        let typed = self.aggregate_arguments(definition, arguments);
        self.in_aggregate = false;
        let Some((values, filter)) = typed else { return error(span) };
        if values.iter().chain(&filter).any(|a| a.ty == Type::Error) {
            return error(span);
        }
        let types: Vec<Type> = values.iter().map(|a| self.canonical(a.ty.required())).collect();
        let ty = match (definition.check)(&types) {
            Ok(ty) => ty,
            Err(problem) => {
                let (function, signature) = (definition.name, definition.signature);
                self.arguments_do_not_fit(problem, &values, function, signature, name.span);
                return error(span);
            }
        };
        let Some(ty) = self.unit_of_group(&values, ty, definition.name, filter.is_some(), span) else {
            return error(span);
        };
        // Of no rows most results are absent; those of `count` and its like are not (spec: group.none).
        let may_be_empty = filter.is_some() || values.iter().any(|v| v.ty.is_optional());
        let ty = if may_be_empty && definition.is_none_of_no_rows(&ty) { ty.optional() } else { ty };
        let Some(group) = &mut self.group else { return error(span) };
        let column = ColumnRef { binding: 1, column: group.calls.len(), path: Vec::new() };
        group.calls.push(GroupCall { function: definition, arguments: values, filter, ty: ty.clone(), span });
        Expr { kind: ExprKind::Column(column), ty, span }
    }

    fn aggregate_arguments(
        &mut self,
        definition: &'static AggregateDefinition,
        arguments: &[Argument],
    ) -> Option<(Vec<Expr>, Option<Expr>)> {
        // The filter comes first: what it shows to be there is there for the values.
        let filter = arguments.iter().find(|a| a.name.as_ref().is_some_and(|n| n.name == "where"));
        let filter = filter.map(|f| self.truth(&f.value, "`where:`"));
        let facts = filter.as_ref().map(|f| super::facts_of(f, true)).unwrap_or_default();
        let mut values = Vec::new();
        for argument in arguments {
            match &argument.name {
                None => values.push(self.knowing(facts.clone(), |t| t.infer(&argument.value, None))),
                Some(name) if name.name == "where" => {}
                Some(name) => {
                    let report = s0306_wrong_arguments::named(
                        name.span,
                        &name.name,
                        definition.name,
                        definition.signature,
                    );
                    self.checker.report(report);
                    return None;
                }
            }
        }
        Some((values, filter))
    }

    /// The unit of money that an aggregate gives: a constant, or a column that is the same for the whole group because
    /// it is a key (spec: types.money.unit). `first` and `last` take one row, whose currency goes with it.
    fn unit_of_group(
        &mut self,
        values: &[Expr],
        ty: Type,
        name: &'static str,
        filtered: bool,
        span: Span,
    ) -> Option<Type> {
        let Some(Unit::Column(path)) = unit(&ty).cloned() else { return Some(ty) };
        let group = self.group.as_ref()?;
        let key = group.key.iter().find(|k| {
            self.column_path(&k.value).is_some_and(|p| self.environment.equal.representative(&p) == *path)
        });
        if let Some(key) = key {
            let unit = Unit::Column(format!("{}.{}", group.node, key.name).into());
            return Some(with_unit(&ty, &mut |_| unit.clone()));
        }
        if ["first", "last"].contains(&name) && !filtered {
            let unit = Unit::Column(format!("{name}({path})").into());
            return Some(with_unit(&ty, &mut |_| unit.clone()));
        }
        let amount = values.iter().find(|v| unit(&v.ty).is_some()).map_or(span, |v| v.span);
        self.checker.report(s0312_mixed_currencies::grouped(amount, name, &path));
        None
    }

    /// `t.currency` of an expression that is only that column.
    pub fn column_path(&self, expr: &Expr) -> Option<String> {
        match &expr.kind {
            ExprKind::Column(column) if column.path.is_empty() => {
                let row = self.environment.scope.bindings.get(column.binding)?;
                Some(format!("{}.{}", row.name, row.columns.get(column.column)?.name))
            }
            ExprKind::Present(inner) => self.column_path(inner),
            _ => None,
        }
    }
}
