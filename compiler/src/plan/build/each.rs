//! `each o.lines as line`: one row per element of a list.

use super::flow::{Flow, with_paths};
use super::job::Builder;
use super::lineage::{labels_of_field, lineage};
use crate::base::{Name, Span};
use crate::codes::{s0309_optional_value, s0310_operands, s0608_duplicate_name, s0691_not_supported};
use crate::model::Type;
use crate::plan::{Binding, Column, ColumnSource, Flow as Kind, OperatorKind};
use crate::syntax::ast;
use crate::types::check::View;

impl Builder<'_, '_> {
    pub fn each(
        &mut self,
        mut flow: Flow,
        list: Option<&ast::Expr>,
        alias: Option<&ast::Ident>,
        span: Span,
    ) -> Option<Flow> {
        let (list, alias) = (list?, alias?);
        if flow.environment.view(&alias.name).is_some() {
            self.report(s0608_duplicate_name::alias(alias.span, &alias.name));
            return None;
        }
        let list = self.checker.typer(&flow.environment).infer(list, None);
        self.check_imports(&flow, &list);
        let shown = self.model.show(&list.ty);
        let element = match &list.ty {
            Type::Error => return None,
            Type::List(element) => (**element).clone(),
            Type::Optional(inner) if matches!(**inner, Type::List(_)) => {
                self.report(s0309_optional_value::operand(list.span, "each", &shown));
                return None;
            }
            _ => {
                self.report(s0310_operands::not_a_list(list.span, &shown));
                return None;
            }
        };
        let Some(record) = self.model.record(&element).filter(|_| !element.is_optional()) else {
            self.report(s0691_not_supported::construct(
                list.span,
                "`each` over a list that holds no records",
            ));
            return None;
        };
        let from = lineage(self.model, flow.scope(), &list);
        let columns = record
            .fields
            .iter()
            .map(|field| Column {
                name: field.name.clone(),
                ty: with_paths(&field.ty, &|sibling| Name::from(format!("{}.{sibling}", alias.name))),
                sources: from
                    .sources
                    .iter()
                    .map(|s| ColumnSource { flow: s.flow.max(Kind::Derived), ..s.clone() })
                    .collect(),
                labels: labels_of_field(self.model, &field.labels, &field.ty),
                span: field.span,
            })
            .collect();
        let index = flow.scope().bindings.len();
        flow.environment.scope.bindings.push(Binding { name: alias.name.clone(), columns, optional: false });
        flow.environment.views.push(View { name: alias.name.clone(), bindings: vec![index] });
        flow.raw.push(false);
        flow.control(from.sources);
        let scope = flow.scope().clone();
        flow.operator = self.push(OperatorKind::Flatten { list }, vec![flow.operator], scope, span);
        Some(flow)
    }
}
