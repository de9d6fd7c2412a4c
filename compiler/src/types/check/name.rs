//! Names: columns through an alias or bare, fields of records in them, key columns, variants, `window.start`.

use super::typer::{error, literal};
use super::units::with_unit;
use super::{Typer, View};
use crate::base::{Name, Span};
use crate::codes::{
    s0301_unknown_column, s0302_unknown_name, s0303_ambiguous_column, s0304_row_as_value, s0315_row_in_group,
    s0317_unknown_variant,
};
use crate::model::{Type, Unit, Value};
use crate::syntax::ast::{self, Ident};
use crate::types::{ColumnRef, Expr, ExprKind};

impl Typer<'_, '_> {
    pub(super) fn name(&mut self, expr: &ast::Expr, hint: Option<&Type>) -> Expr {
        let Some(path) = ast::as_path(expr) else {
            return self.field_of_value(expr);
        };
        let segments = &path.segments;
        if let Some(variant) = self.variant(segments, hint, expr.span) {
            return variant;
        }
        if self.group.is_some() && !self.in_aggregate {
            return self.name_in_group(segments, expr.span, hint);
        }
        self.row_path(segments, expr.span, hint)
    }

    /// Whether the name is only a variant if its context says of which enum.
    pub(super) fn is_contextual(&self, expr: &ast::Expr) -> bool {
        match &expr.kind {
            ast::ExprKind::Name(name) => {
                self.environment.view(&name.name).is_none()
                    && self.bare(&name.name).is_empty()
                    && !self.group.as_ref().is_some_and(|g| g.key.iter().any(|k| k.name == name.name))
            }
            ast::ExprKind::None
            | ast::ExprKind::Integer(_)
            | ast::ExprKind::Decimal { .. }
            | ast::ExprKind::Text(_)
            | ast::ExprKind::List(_) => true,
            ast::ExprKind::Parenthesised(inner) => self.is_contextual(inner),
            ast::ExprKind::Unary { operator: ast::UnaryOperator::Negate, operand, .. } => {
                self.is_contextual(operand)
            }
            _ => false,
        }
    }

    /// `GBP` where a `Currency` is wanted, `Currency.GBP` anywhere.
    fn variant(&mut self, segments: &[Ident], hint: Option<&Type>, span: Span) -> Option<Expr> {
        let model = self.checker.model;
        match (segments, hint.map(Type::required)) {
            ([name], Some(Type::Enum(id))) => {
                let known = model.variants(*id).contains(&name.name);
                let column = self.bare(&name.name).iter().any(|(_, _, ty)| ty.required() == &Type::Enum(*id));
                (known && !column)
                    .then(|| literal(Value::Enum(name.name.as_str().into()), Type::Enum(*id), span))
            }
            ([owner, name], _)
                if self.environment.view(&owner.name).is_none() && self.bare(&owner.name).is_empty() =>
            {
                let id = self.checker.types.find(&owner.name)?;
                let variants = model.variants(id);
                if variants.is_empty() {
                    return None;
                }
                if variants.contains(&name.name) {
                    return Some(literal(Value::Enum(name.name.as_str().into()), Type::Enum(id), span));
                }
                let names: Vec<&str> = variants.iter().map(Name::as_str).collect();
                self.checker.report(s0317_unknown_variant::unknown(
                    name.span,
                    &name.name,
                    &owner.name,
                    &names,
                ));
                Some(error(span))
            }
            _ => None,
        }
    }

    /// The column that a row has under this name; a report if there are several. The `None` of "no such column" is the
    /// caller's to report.
    pub fn row_column(&mut self, name: &str, span: Span) -> Option<Expr> {
        let found = self.bare(name);
        match found.as_slice() {
            [] => None,
            [(binding, column, _)] => Some(self.column(*binding, *column, &[], span)),
            [..] => {
                let bindings: Vec<usize> = found.iter().map(|f| f.0).collect();
                Some(self.ambiguous(&Ident { name: Name::from(name), span }, &bindings, span))
            }
        }
    }

    /// All columns with this bare name: binding, column, type.
    fn bare(&self, name: &str) -> Vec<(usize, usize, Type)> {
        let all = View {
            name: Name::from(""),
            bindings: self.environment.views.iter().flat_map(|v| v.bindings.iter().copied()).collect(),
        };
        let found = self.environment.columns_named(&all, name);
        found.into_iter().map(|f| (f.binding, f.column, f.definition.ty.clone())).collect()
    }

    fn row_path(&mut self, segments: &[Ident], span: Span, hint: Option<&Type>) -> Expr {
        let environment = self.environment;
        let Some(first) = segments.first() else { return error(span) };
        if let Some(view) = environment.view(&first.name) {
            let Some(second) = segments.get(1) else {
                let columns = environment.names_of(view);
                let columns: Vec<&str> = columns.iter().map(Name::as_str).collect();
                self.checker.report(s0304_row_as_value::row(span, &first.name, &columns));
                return error(span);
            };
            let found = environment.columns_named(view, &second.name);
            if found.is_empty()
                && let Some(third) = segments.get(2)
            {
                let dotted = format!("{}.{}", second.name, third.name);
                if let [only] = environment.columns_named(view, &dotted).as_slice() {
                    return self.column(only.binding, only.column, &segments[3..], span);
                }
            }
            return match found.as_slice() {
                [only] => self.column(only.binding, only.column, &segments[2..], span),
                [] => {
                    let columns = environment.names_of(view);
                    let columns: Vec<&str> = columns.iter().map(Name::as_str).collect();
                    let report =
                        s0301_unknown_column::unknown(second.span, &second.name, &first.name, &columns);
                    self.checker.report(report);
                    error(span)
                }
                [..] => self.ambiguous(second, &found.iter().map(|f| f.binding).collect::<Vec<_>>(), span),
            };
        }
        let found = self.bare(&first.name);
        match found.as_slice() {
            [(binding, column, _)] => self.column(*binding, *column, &segments[1..], span),
            [] => {
                if let Some(second) = segments.get(1) {
                    let dotted = format!("{}.{}", first.name, second.name);
                    if let [(binding, column, _)] = self.bare(&dotted).as_slice() {
                        return self.column(*binding, *column, &segments[2..], span);
                    }
                }
                self.unknown(first, segments.len(), hint);
                error(span)
            }
            [..] => self.ambiguous(first, &found.iter().map(|f| f.0).collect::<Vec<_>>(), span),
        }
    }

    fn ambiguous(&mut self, name: &Ident, bindings: &[usize], span: Span) -> Expr {
        let rows: Vec<&str> = bindings
            .iter()
            .filter_map(|b| self.environment.scope.bindings.get(*b))
            .map(|b| b.name.as_str())
            .collect();
        self.checker.report(s0303_ambiguous_column::ambiguous(name.span, &name.name, &rows));
        error(span)
    }

    fn unknown(&mut self, name: &Ident, segments: usize, hint: Option<&Type>) {
        // Perhaps a value of an enum that is not known because of another mistake.
        if segments == 1 && hint == Some(&Type::Error) {
            return;
        }
        let model = self.checker.model;
        if segments == 1
            && let Some(Type::Enum(id)) = hint.map(Type::required)
        {
            let variants: Vec<&str> = model.variants(*id).iter().map(Name::as_str).collect();
            let report =
                s0317_unknown_variant::unknown(name.span, &name.name, &model.ty(*id).name, &variants);
            self.checker.report(report);
            return;
        }
        let environment = self.environment;
        let mut known: Vec<String> = environment.views.iter().map(|v| v.name.to_string()).collect();
        for view in &environment.views {
            known.extend(environment.names_of(view).iter().map(Name::to_string));
        }
        if let Some(group) = &self.group {
            known.extend(group.key.iter().map(|k| k.name.to_string()));
        }
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        let enums: Vec<String> = self
            .checker
            .types
            .enums_with(model, &name.name)
            .map(|id| model.ty(id).name.to_string())
            .collect();
        let report =
            s0302_unknown_name::unknown(name.span, &name.name, &known, enums.first().map(String::as_str));
        self.checker.report(report);
    }

    /// In a grouped `select`: a key column by its name or by what it is computed from, or a bound of the window.
    fn name_in_group(&mut self, segments: &[Ident], span: Span, hint: Option<&Type>) -> Expr {
        let Some(group) = &self.group else { return error(span) };
        if let [only] = segments
            && let Some(index) = group.key.iter().position(|k| k.name == only.name)
        {
            return group.key_column(index, span);
        }
        if let [window, bound] = segments
            && window.name == "window"
            && group.windowed
            && let Some(index) = ["start", "end"].iter().position(|b| bound.name == *b)
        {
            let column = ColumnRef { binding: 2, column: index, path: Vec::new() };
            return Expr { kind: ExprKind::Column(column), ty: Type::Timestamp, span };
        }
        if let [window, _, ..] = segments
            && window.name == "window"
            && self.environment.view("window").is_none()
            && self.bare("window").is_empty()
        {
            let windowed = group.windowed;
            self.checker.report(s0302_unknown_name::window(span, windowed));
            return error(span);
        }
        let row = self.row_path(segments, span, hint);
        if row.ty == Type::Error {
            return row;
        }
        let Some(group) = &self.group else { return error(span) };
        if let Some((index, _)) = group.key_of(&row) {
            return group.key_column(index, span);
        }
        let written: Vec<&str> = segments.iter().map(|s| s.name.as_str()).collect();
        let last = segments.last().map_or("x", |s| s.name.as_str());
        self.checker.report(s0315_row_in_group::row(span, &written.join("."), last));
        error(span)
    }

    /// A column of the scope, then fields of nested records; what flow typing knows is taken off the `?`.
    pub(super) fn column(&mut self, binding: usize, column: usize, fields: &[Ident], span: Span) -> Expr {
        let environment = self.environment;
        let model = self.checker.model;
        let Some(row) = environment.scope.bindings.get(binding) else { return error(span) };
        let Some(definition) = row.columns.get(column) else { return error(span) };
        let mut optional = row.optional;
        let mut absent = row.optional && !self.facts.row(binding);
        let mut path = Vec::new();
        let mut ty = definition.ty.clone();
        for (depth, field) in fields.iter().enumerate() {
            if ty == Type::Error {
                return error(span);
            }
            if ty.is_optional() {
                optional = true;
                absent |= !self.facts.value(binding, column, &path);
            }
            let Some(record) = model.record(&ty) else {
                let of = if depth == 0 { &definition.name } else { &fields[depth - 1].name };
                let report = s0301_unknown_column::no_fields(field.span, &field.name, of, &model.show(&ty));
                self.checker.report(report);
                return error(span);
            };
            let Some(index) = record.index(&field.name) else {
                let names: Vec<&str> = record.fields.iter().map(|f| f.name.as_str()).collect();
                let of = model.show(ty.required());
                self.checker.report(s0301_unknown_column::unknown_field(
                    field.span,
                    &field.name,
                    &of,
                    &names,
                ));
                return error(span);
            };
            let prefix = unit_prefix(&row.name, &definition.name, &fields[..depth]);
            ty = with_unit(&record.fields[index].ty, &mut |unit| match unit {
                Unit::Column(sibling) => Unit::Column(format!("{prefix}.{sibling}").into()),
                constant => constant.clone(),
            });
            path.push(index);
        }
        if ty == Type::Error {
            return error(span);
        }
        if ty.is_optional() {
            optional = true;
            absent |= !self.facts.value(binding, column, &path);
        }
        let required = ty.required().clone();
        let reference = ExprKind::Column(ColumnRef { binding, column, path });
        if !optional {
            return Expr { kind: reference, ty: required, span };
        }
        let read = Expr { kind: reference, ty: required.clone().optional(), span };
        if absent {
            return read;
        }
        Expr { kind: ExprKind::Present(Box::new(read)), ty: required, span }
    }

    /// `.name` after something that is not a path: `f(x).city`.
    fn field_of_value(&mut self, expr: &ast::Expr) -> Expr {
        let ast::ExprKind::Member { base, name } = &expr.kind else { return error(expr.span) };
        let value = self.infer(base, None);
        if value.ty != Type::Error {
            self.unsupported(&format!("reading `.{}` of a computed value", name.name), expr.span);
        }
        error(expr.span)
    }
}

/// The path of a record that holds a field, for units.
fn unit_prefix(binding: &str, column: &str, fields: &[Ident]) -> String {
    let mut prefix = format!("{binding}.{column}");
    for field in fields {
        prefix.push('.');
        prefix.push_str(&field.name);
    }
    prefix
}
