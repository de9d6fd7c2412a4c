//! Rows of tests: literals converted to the types of their columns, and their time (spec: time.event).

use super::test::Tester;
use crate::base::{Name, Span};
use crate::codes::s0611_test_row;
use crate::model::{DEAD_LETTER_COLUMNS, RecordDefinition, TopicId, TopicKind, Type, TypeKind, Value};
use crate::plan::{ExpectedRow, Expr, ExprKind, GivenRow};
use crate::syntax::ast::{self, FieldValueKind, Ident, Row};
use crate::types::check::Environment;
use riparian_functions::catalogue::conversion::cast;
use riparian_functions::time::{Date, date_at};

impl<'m> Tester<'m, '_> {
    pub fn given(&mut self, topic: TopicId, row: &Row) -> Option<GivenRow> {
        let model = self.model;
        let definition = model.topic(topic);
        let Some(record) = self.record(topic) else {
            if definition.kind == TopicKind::DeadLetter {
                self.report(s0611_test_row::given_dead_letter(row.span, &definition.name));
            }
            return None;
        };
        let mut values = vec![Value::None; record.fields.len()];
        let mut whole = true;
        let mut seen: Vec<(Name, Span)> = Vec::new();
        for field in &row.fields {
            let Some((name, value)) = self.named(field, &mut seen) else {
                whole = false;
                continue;
            };
            let Some(index) = record.index(&name.name) else {
                let names: Vec<&str> = record.fields.iter().map(|f| f.name.as_str()).collect();
                self.report(s0611_test_row::unknown_column(name.span, &name.name, &definition.name, &names));
                whole = false;
                continue;
            };
            let Some(column) = record.fields.get(index) else { continue };
            match (self.value(value, &column.ty, &name.name), values.get_mut(index)) {
                (Some(value), Some(place)) => *place = value,
                _ => whole = false,
            }
        }
        if !whole {
            return None;
        }
        let missing: Vec<&str> = record
            .fields
            .iter()
            .filter(|f| !f.ty.is_optional() && self.readable(topic, &f.name))
            .filter(|f| !seen.iter().any(|(n, _)| *n == f.name))
            .map(|f| f.name.as_str())
            .collect();
        if !missing.is_empty() {
            self.report(s0611_test_row::missing_columns(row.span, &definition.name, &missing));
            return None;
        }
        let time = self.time_of(topic, record, &values);
        self.time = time.or(self.time);
        Some(GivenRow { values, time, span: row.span })
    }

    pub fn expected(&mut self, topic: TopicId, row: &Row) -> Option<ExpectedRow> {
        let model = self.model;
        let definition = model.topic(topic);
        let record = self.record(topic);
        let mut columns = Vec::new();
        let mut seen: Vec<(Name, Span)> = Vec::new();
        for field in &row.fields {
            let (name, value) = self.named(field, &mut seen)?;
            let found = record.and_then(|r| r.fields.get(r.index(&name.name)?)).map(|f| f.ty.clone());
            let dead_letter = definition.kind == TopicKind::DeadLetter;
            let ty = match found {
                Some(ty) => ty,
                None if dead_letter && DEAD_LETTER_COLUMNS.contains(&name.name.as_str()) => {
                    dead_letter_type(&name.name)
                }
                None if definition.key_window && name.name == "window" => {
                    columns.push((name.name.clone(), self.window(value)?));
                    continue;
                }
                None => {
                    let mut names: Vec<&str> = match record {
                        Some(record) => record.fields.iter().map(|f| f.name.as_str()).collect(),
                        None if dead_letter => DEAD_LETTER_COLUMNS.to_vec(),
                        None => return None,
                    };
                    if definition.key_window {
                        names.push("window");
                    }
                    let report =
                        s0611_test_row::unknown_column(name.span, &name.name, &definition.name, &names);
                    self.report(report);
                    return None;
                }
            };
            columns.push((name.name.clone(), self.value(value, &ty, &name.name)?));
        }
        Some(ExpectedRow { columns, span: row.span })
    }

    fn record(&self, topic: TopicId) -> Option<&'m RecordDefinition> {
        match &self.model.ty(self.model.topic(topic).schema?).kind {
            TypeKind::Record(record) => Some(record),
            _ => None,
        }
    }

    fn named<'f>(
        &mut self,
        field: &'f ast::FieldValue,
        seen: &mut Vec<(Name, Span)>,
    ) -> Option<(&'f Ident, &'f ast::Expr)> {
        let FieldValueKind::Named { name, value } = &field.kind else {
            self.report(s0611_test_row::spread(field.span));
            return None;
        };
        if let Some((_, first)) = seen.iter().find(|(n, _)| *n == name.name) {
            self.report(s0611_test_row::twice(name.span, &name.name, *first));
            return None;
        }
        seen.push((name.name.clone(), name.span));
        Some((name, value))
    }

    /// A constant as a value of a column's type.
    fn value(&mut self, value: &ast::Expr, ty: &Type, column: &str) -> Option<Value> {
        let nothing = Environment::default();
        let place = format!("column `{column}`");
        let typed = self.checker.typer(&nothing).with_bare_money().check(value, ty, &place);
        if typed.ty == Type::Error {
            return None;
        }
        let constant = constant(&typed);
        if constant.is_none() {
            self.report(s0611_test_row::not_constant(value.span, column));
        }
        constant
    }

    /// `window: { start: …, end: … }` as a record of two timestamps.
    fn window(&mut self, value: &ast::Expr) -> Option<Value> {
        let ast::ExprKind::Record(fields) = &value.kind else {
            self.report(s0611_test_row::window(value.span));
            return None;
        };
        let mut bounds = Vec::new();
        for bound in ["start", "end"] {
            let written = fields.iter().find_map(|f| match &f.kind {
                FieldValueKind::Named { name, value } if name.name == bound => Some(value),
                _ => None,
            });
            let Some(written) = written.filter(|_| fields.len() == 2) else {
                self.report(s0611_test_row::window(value.span));
                return None;
            };
            bounds.push(self.value(written, &Type::Timestamp, bound)?);
        }
        Some(Value::Record(bounds.into()))
    }

    /// The event time of a row, in microseconds.
    fn time_of(&self, topic: TopicId, record: &RecordDefinition, values: &[Value]) -> Option<i64> {
        let time = self.model.topic(topic).time.as_ref()?;
        match (values.get(record.index(&time.field)?)?, &time.at) {
            (Value::Timestamp(micros), _) => Some(*micros),
            (Value::Date(days), Some((at, zone))) => {
                let instant = date_at(Date(*days), *at, zone).ok()?;
                Some(instant.0)
            }
            _ => None,
        }
    }
}

fn dead_letter_type(column: &str) -> Type {
    match column {
        "partition" | "offset" => Type::Int,
        "time" => Type::Timestamp,
        _ => Type::String,
    }
}

/// The value of an expression without columns and calls.
fn constant(expr: &Expr) -> Option<Value> {
    match &expr.kind {
        ExprKind::Literal(value) => Some(value.clone()),
        ExprKind::Convert(inner) => cast(&constant(inner)?, &inner.ty, &expr.ty).ok(),
        ExprKind::Record(fields) => {
            Some(Value::Record(fields.iter().map(constant).collect::<Option<Vec<_>>>()?.into()))
        }
        ExprKind::List(items) => {
            Some(Value::List(items.iter().map(constant).collect::<Option<Vec<_>>>()?.into()))
        }
        _ => None,
    }
}
