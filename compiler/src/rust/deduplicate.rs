//! `keep first`: a repetition leaves the node.

use super::environment::Environment;
use super::generator::{Generator, Member, MemberRole};
use super::names;
use crate::plan::{Deduplicate, Operator};
use proc_macro2::TokenStream;
use quote::quote;

impl<'p> Generator<'p> {
    pub(super) fn deduplicate(
        &mut self,
        operator: &Operator,
        deduplicate: &Deduplicate,
        mut environment: Environment<'p>,
    ) -> TokenStream {
        let node = self.job.node(operator.node).name.clone();
        let docs = format!("What `{node}` knows repetitions by.");
        let ty = self.declare_key(&(names::camel(&node) + "Key"), &docs, &deduplicate.key);
        environment.site = self.site(operator, "keep first", operator.span);
        let site = environment.site.clone();
        let mut body = TokenStream::new();
        body.extend(environment.prepare_key(&deduplicate.key));
        let value = self.key_value(&environment, &ty, &deduplicate.key);
        let key = environment.variable("key");
        let member = self.stage.member_names.unique_ident(&format!("{node}_seen"));
        let store = format!("{node}.seen");
        let within = match deduplicate.within {
            Some(within) => {
                let within = super::literal::number(within);
                quote!(Some(#within))
            }
            None => quote!(None),
        };
        self.stage.members.push(Member {
            name: member.clone(),
            ty: format!("Seen<{ty}>"),
            initial: quote!(Seen::new(#store, #within)),
            role: MemberRole::Forgetting,
        });
        let next = self.hand_on(operator, environment);
        quote! {
            #body
            let #key = #value;
            match self.#member.see(&#key, time, cx.clock()) {
                Sight::First => {}
                Sight::Repeated => return cx.filtered(),
                Sight::Late => return cx.late(#site),
            }
            #next
        }
    }
}
