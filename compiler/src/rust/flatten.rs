//! `each`: one row per element.

use super::code::Code;
use super::environment::{Access, Environment};
use super::generator::{Flow, Generator};
use crate::model::Type;
use crate::plan::{Expr, Operator};
use proc_macro2::TokenStream;
use quote::quote;

impl<'p> Generator<'p> {
    /// The input's flow, and the element: a record by its fields, anything else by itself.
    pub(super) fn flatten_flow(&mut self, operator: &Operator) -> Flow {
        let mut flow = self.input_flow(operator);
        let (Some(binding), Some(ty)) = (operator.scope.bindings.last(), element_type(operator)) else {
            return flow;
        };
        let parameter = self.parameter(&flow, &binding.name);
        let rust = self.types.input(&ty);
        if self.model.record(&ty).is_some() {
            flow.access.push(Access::Row(parameter.clone()));
        } else {
            let code = if self.types.is_copy(&ty) {
                Code::new(quote!(*#parameter), super::code::Held::Copied)
            } else {
                Code::new(quote!(#parameter), super::code::Held::Borrowed)
            };
            flow.access.push(Access::Columns(vec![code]));
        }
        flow.parameters.push((parameter, rust));
        flow
    }

    pub(super) fn flatten(
        &mut self,
        operator: &Operator,
        list: &Expr,
        mut environment: Environment<'p>,
    ) -> TokenStream {
        environment.site = self.site(operator, "each", operator.span);
        let prepare = environment.prepare(list);
        let elements = environment.look(list);
        let at = (operator.id, operator.id, 0);
        let node = self.job.node(operator.node).name.clone();
        let method = match self.stage.entries.get(&at) {
            Some(method) => method.clone(),
            None => {
                let binding =
                    operator.scope.bindings.last().map_or("element", |binding| &binding.name).to_owned();
                let method = self.stage.method_names.unique_ident(&format!("{node}_each_{binding}"));
                self.stage.entries.insert(at, method.clone());
                self.stage.queue.push(at);
                method
            }
        };
        let constant = self.node(operator);
        let elements = if list.ty.is_optional() { quote!(#elements.unwrap_or_default()) } else { elements };
        let arguments = &environment.arguments;
        quote! {
            #prepare
            let elements = #elements;
            cx.fan_out(elements.len());
            for element in elements {
                cx.row(#constant, record, |cx| self.#method(#(#arguments,)* element, time, record, cx));
            }
        }
    }
}

fn element_type(operator: &Operator) -> Option<Type> {
    let crate::plan::OperatorKind::Flatten { list } = &operator.kind else { return None };
    match list.ty.required().underlying() {
        Type::List(element) => Some((**element).clone()),
        _ => None,
    }
}
