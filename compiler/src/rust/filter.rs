//! `where`: a record that does not hold leaves the node.

use super::environment::Environment;
use super::expression::atom;
use super::generator::Generator;
use crate::plan::{Expr, Operator};
use proc_macro2::TokenStream;
use quote::quote;

impl<'p> Generator<'p> {
    pub(super) fn filter(
        &mut self,
        operator: &Operator,
        condition: &Expr,
        mut environment: Environment<'p>,
    ) -> TokenStream {
        environment.site = self.site(operator, "where", condition.span);
        let prepare = environment.prepare(condition);
        let holds = atom(environment.look(condition));
        let next = self.hand_on(operator, environment);
        quote! {
            #prepare
            if !#holds {
                return cx.filtered();
            }
            #next
        }
    }
}
