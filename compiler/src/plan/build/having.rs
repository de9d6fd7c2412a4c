//! `having`: which groups are shown, over the selected columns and the key.

use super::clauses::At;
use super::flow::Flow;
use super::job::Builder;
use super::lineage::lineage;
use crate::model::Type;
use crate::plan::OperatorKind;
use crate::syntax::ast;

impl Builder<'_, '_> {
    pub fn having(&mut self, mut flow: Flow, clause: At<'_, ast::Expr>) -> Flow {
        let condition =
            self.checker.typer(&flow.environment).truth(clause.value, "the condition of `having`");
        if condition.ty == Type::Error {
            return flow;
        }
        let sources = lineage(self.model, flow.scope(), &condition).sources;
        flow.control(sources);
        let scope = flow.scope().clone();
        if let Some(operator) = self.operators.get_mut(flow.operator.0 as usize)
            && let OperatorKind::Aggregate(aggregate) = &mut operator.kind
        {
            aggregate.having = Some(condition);
            operator.scope = scope;
        }
        flow
    }
}
