//! `where`: rows that fail it go no further; what it shows to be there is there for later clauses.

use super::clauses::At;
use super::flow::Flow;
use super::job::Builder;
use super::lineage::lineage;
use crate::model::Type;
use crate::plan::OperatorKind;
use crate::syntax::ast;
use crate::types::check::facts_of;

impl Builder<'_, '_> {
    pub fn filter(&mut self, mut flow: Flow, clause: At<'_, ast::Expr>) -> Flow {
        let condition = self.checker.typer(&flow.environment).truth(clause.value, "the condition of `where`");
        if condition.ty == Type::Error {
            return flow;
        }
        self.check_imports(&flow, &condition);
        let sources = lineage(self.model, flow.scope(), &condition).sources;
        flow.control(sources);
        flow.environment.facts.extend(facts_of(&condition, true));
        let scope = flow.scope().clone();
        flow.operator =
            self.push(OperatorKind::Filter { condition }, vec![flow.operator], scope, clause.span);
        flow
    }
}
