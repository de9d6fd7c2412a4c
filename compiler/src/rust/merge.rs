//! Several inputs as one stream.

use super::environment::Environment;
use super::generator::Generator;
use crate::plan::{MergeBranch, Operator};
use proc_macro2::TokenStream;
use quote::quote;

impl<'p> Generator<'p> {
    pub(super) fn merge(
        &mut self,
        operator: &Operator,
        branch: &MergeBranch,
        environment: Environment<'p>,
    ) -> TokenStream {
        let (build, environment) = self.build_row(operator, &branch.columns, environment, "from");
        let merged = self.merged(operator);
        let arguments = &environment.arguments;
        quote!(#build self.#merged(#(#arguments,)* time, record, cx)?;)
    }

    /// The method that all branches lead to.
    fn merged(&mut self, operator: &Operator) -> proc_macro2::Ident {
        let at = (operator.id, operator.id, 0);
        if let Some(method) = self.stage.entries.get(&at) {
            return method.clone();
        }
        let node = &self.job.node(operator.node).name;
        let method = self.stage.method_names.unique_ident(node);
        self.stage.entries.insert(at, method.clone());
        self.stage.queue.push(at);
        method
    }
}
