//! The way of a row from operator to operator: within a node in one function, into another node through its entry.

use super::code::bound_in;
use super::environment::Environment;
use super::generator::Generator;
use super::layout::is_cut;
use super::names;
use super::stream_join::slots;
use crate::plan::{JoinSide, Operator, OperatorId, OperatorKind};
use proc_macro2::{Ident, TokenStream};
use quote::quote;

impl<'p> Generator<'p> {
    /// What happens to an operator's output: first other nodes take it, each on its own, then what belongs to this node.
    pub(super) fn hand_on(&mut self, operator: &Operator, environment: Environment<'p>) -> TokenStream {
        let is_source = matches!(operator.kind, OperatorKind::Source(_));
        let (own, others): (Vec<&Operator>, Vec<&Operator>) = self
            .consumers(operator.id)
            .into_iter()
            // A table's sinks are written where its rows are made.
            .filter(|consumer| {
                !(matches!(operator.kind, OperatorKind::Aggregate(_))
                    && matches!(consumer.kind, OperatorKind::Sink(_)))
            })
            .partition(|consumer| is_cut(consumer) || (consumer.node == operator.node && !is_source));
        let mut out = TokenStream::new();
        for consumer in others {
            for slot in slots(consumer, operator.id) {
                let call = self.enter(operator.id, consumer, slot, &environment.arguments);
                out.extend(call);
            }
        }
        let mut environment = environment;
        for consumer in &own {
            environment.expect(super::generator::expressions(consumer, operator.id));
        }
        for consumer in own {
            // What a node joins comes from elsewhere: from within it a row is always on the left.
            out.extend(self.operator(consumer, operator.id, 0, environment.clone()));
        }
        out
    }

    /// `cx.node(NODE, record, |cx| self.in_euro(&t, time, record, cx));`
    pub(super) fn enter(
        &mut self,
        from: OperatorId,
        consumer: &Operator,
        slot: usize,
        arguments: &[TokenStream],
    ) -> TokenStream {
        let method = self.entry(from, consumer, slot);
        let node = self.node(consumer);
        quote!(cx.node(#node, record, |cx| self.#method(#(#arguments,)* time, record, cx));)
    }

    /// The method by which a node takes rows of an input; written when it is first asked for.
    pub(super) fn entry(&mut self, from: OperatorId, consumer: &Operator, slot: usize) -> Ident {
        if let Some(method) = self.stage.entries.get(&(consumer.id, from, slot)) {
            return method.clone();
        }
        let node = &self.job.node(consumer.node).name;
        let wanted = match &consumer.kind {
            OperatorKind::Merge { .. } => {
                let input = self.job.operator(from);
                let of = input.scope.bindings.first().map_or("input", |binding| &binding.name);
                format!("{node}_from_{of}")
            }
            OperatorKind::StreamJoin(_) if slot > 0 => format!("{node}_other"),
            _ => node.to_string(),
        };
        let method = self.stage.method_names.unique_ident(&wanted);
        self.stage.entries.insert((consumer.id, from, slot), method.clone());
        self.stage.queue.push((consumer.id, from, slot));
        method
    }

    /// Writes the entries that have been asked for.
    pub(super) fn write_entries(&mut self) {
        while let Some((consumer, from, slot)) = self.stage.queue.pop() {
            let Some(method) = self.stage.entries.get(&(consumer, from, slot)).cloned() else { continue };
            let operator = self.job.operator(consumer);
            let mut environment = self.environment(from);
            let body = if consumer == from {
                // After a merge, and after a window has closed: its row is the parameter.
                self.hand_on(operator, environment)
            } else {
                environment.expect(super::generator::expressions(operator, from));
                self.operator(operator, from, slot, environment)
            };
            let parameters = self.parameters(&self.flow(from), &body);
            let [time, record, cx] =
                ["time", "record", "cx"].map(|name| bound_in(&body, &names::plain(name)));
            let node = self.job.node(operator.node);
            let doc = format!(" Node `{}`: {}.", node.name, self.place(node.span));
            let method = quote! {
                #[doc = #doc]
                fn #method(&mut self, #(#parameters,)* #time: i64, #record: &Record<'_>, #cx: &mut Cx<'_>) -> Result<(), Reject> {
                    #body
                    Ok(())
                }
            };
            self.stage.methods.push(method);
        }
    }

    fn operator(
        &mut self,
        operator: &'p Operator,
        from: OperatorId,
        slot: usize,
        environment: Environment<'p>,
    ) -> TokenStream {
        match &operator.kind {
            OperatorKind::Source(_) => TokenStream::new(),
            OperatorKind::Filter { condition } => self.filter(operator, condition, environment),
            OperatorKind::Merge { branches } => {
                let branch =
                    operator.inputs.iter().position(|input| *input == from).and_then(|at| branches.get(at));
                branch.map_or_else(TokenStream::new, |branch| self.merge(operator, branch, environment))
            }
            OperatorKind::Join(join) => self.join(operator, join, environment),
            OperatorKind::StreamJoin(join) => {
                self.stream_join(operator, join, JoinSide::of(slot), environment)
            }
            OperatorKind::Flatten { list } => self.flatten(operator, list, environment),
            OperatorKind::Project { columns } => self.project(operator, columns, environment),
            OperatorKind::Rekey(rekey) => self.rekey(operator, rekey, environment),
            OperatorKind::Aggregate(aggregate) => self.aggregate(operator, aggregate, environment),
            OperatorKind::Deduplicate(deduplicate) => self.deduplicate(operator, deduplicate, environment),
            OperatorKind::Sink(sink) => self.sink(operator, sink, environment),
        }
    }
}
