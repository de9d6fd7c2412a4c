//! One sub-topology: the struct with its stores, its inputs, and when its stores have something to do.

use super::generator::{Generator, MemberRole, StageParts};
use super::layout::StageLayout;
use super::names;
use super::stream_join::slots;
use super::types::parse;
use crate::model::TopicKind;
use crate::plan::{OperatorId, OperatorKind, TaskInput};
use crate::rules::{DeadLetterView, dead_letter_visible_columns};
use proc_macro2::{Ident, TokenStream};
use quote::quote;
use std::fmt::Write;

/// A generated stage.
pub(super) struct StageText {
    /// The struct, its methods and its `Stage`.
    pub(super) items: TokenStream,
    /// Its entry in the table of stages.
    pub(super) spec: String,
}

impl<'p> Generator<'p> {
    pub(super) fn stage(&mut self, layout: &StageLayout) -> StageText {
        self.stage = StageParts { operators: layout.operators.clone(), ..StageParts::default() };
        // Behind an internal topic a stage is called after what it reads: the node before the cut has the node's name.
        let read = layout.inputs.iter().find_map(|input| match &self.job.operator(input.operator).kind {
            OperatorKind::Rekey(rekey) => Some(&rekey.name),
            _ => None,
        });
        let name = self.taken.unique(&(names::camel(read.unwrap_or(&layout.name)) + "Stage"));
        let ty = names::ident(&name);
        let mut runs = Vec::new();
        let mut times = Vec::new();
        let mut inputs = String::new();
        let mut constants = TokenStream::new();
        for (index, input) in layout.inputs.iter().enumerate() {
            let index = index as u16;
            let (constant, run, time) = self.input(&name, input, &mut inputs);
            runs.push((constant.clone(), run));
            times.extend(time.map(|time| (constant.clone(), time)));
            let index = proc_macro2::Literal::u16_unsuffixed(index);
            constants.extend(quote!(const #constant: InputId = InputId(#index);));
        }
        self.write_entries();
        let parts = std::mem::take(&mut self.stage);
        let run_arms = runs.iter().map(|(constant, run)| quote!(Self::#constant => #run,));
        let time_arms = times.iter().map(|(constant, time)| quote!(Self::#constant => #time,));
        let members = parts.members.iter().map(|member| {
            let (name, ty) = (&member.name, parse(&member.ty));
            quote!(#name: #ty)
        });
        let initials = parts.members.iter().map(|member| {
            let (name, initial) = (&member.name, &member.initial);
            quote!(#name: #initial)
        });
        let methods = &parts.methods;
        let (advance, idle, deadline) = timely(&parts);
        let stores = parts.members.iter().filter(|member| member.role != MemberRole::Clock).map(|member| {
            let name = &member.name;
            match member.role {
                MemberRole::Joined => quote!(self.#name.stores(visit);),
                _ => quote!(visit(&mut self.#name);),
            }
        });
        let doc = format!(" Sub-topology `{}`.", layout.name);
        let record = if times.is_empty() { quote!(_record) } else { quote!(record) };
        let visit = if parts.members.iter().all(|member| member.role == MemberRole::Clock) {
            quote!(_visit)
        } else {
            quote!(visit)
        };
        let input_name = if times.is_empty() { quote!(_input) } else { quote!(input) };
        let event_time =
            if times.is_empty() { quote!(None) } else { quote!(match input { #(#time_arms)* _ => None }) };
        let cx = |used: &TokenStream| if used.is_empty() { quote!(_cx) } else { quote!(cx) };
        let (advance_cx, idle_cx) = (cx(&advance), cx(&idle));
        let items = quote! {
            #[doc = #doc]
            pub struct #ty { #(#members),* }

            impl #ty {
                #constants

                fn make() -> Box<dyn Stage> {
                    Box::new(#ty { #(#initials),* })
                }

                #(#methods)*
            }

            impl Stage for #ty {
                fn run(&mut self, input: InputId, run: &[Record<'_>], cx: &mut Cx<'_>) -> Result<(), Fatal> {
                    match input { #(#run_arms)* _ => Ok(()) }
                }

                fn event_time(&self, #input_name: InputId, #record: &Record<'_>) -> Option<i64> {
                    #event_time
                }

                fn advance(&mut self, _to: i64, #advance_cx: &mut Cx<'_>) -> Result<(), Fatal> {
                    #advance
                    Ok(())
                }

                fn idle(&mut self, #idle_cx: &mut Cx<'_>) -> Result<(), Fatal> {
                    #idle
                    Ok(())
                }

                fn deadline(&self) -> i64 {
                    #deadline
                }

                fn stores(&mut self, #visit: &mut dyn FnMut(&mut dyn Store)) {
                    #(#stores)*
                }
            }
        };
        let writes: Vec<String> = layout.writes.iter().map(|id| self.topics.internal(*id)).collect();
        let spec = format!(
            "    StageSpec {{\n        name: {:?},\n        inputs: &[\n{inputs}        ],\n        repartitions: &[{}],\n        make: {name}::make,\n    }},\n",
            read.unwrap_or(&layout.name),
            writes.join(", "),
        );
        StageText { items, spec }
    }

    /// The constant of an input, what `run` does with it, and its event time if it is a source.
    fn input(
        &mut self,
        stage: &str,
        input: &TaskInput,
        specs: &mut String,
    ) -> (Ident, TokenStream, Option<TokenStream>) {
        let operator = self.job.operator(input.operator);
        let OperatorKind::Source(source) = &operator.kind else {
            let site = self.site(operator, "key", operator.span);
            let topic = self.topics.internal(operator.id);
            let _ = writeln!(
                specs,
                "            Input {{ topic: {topic}, table: false, everywhere: false, bootstrap: false, site: {site}, show: Show::Coordinates, placed_by: None }},",
            );
            return (names::plain(&format!("FROM_{topic}")), self.read_internal(operator.id), None);
        };
        let topic = self.model.topic(source.topic);
        let (method, time) =
            if source.table { self.read_table(operator, source) } else { self.read_stream(operator, source) };
        let clause = if source.table { format!("join {}", topic.name) } else { "from".to_owned() };
        let site = self.site(operator, &clause, operator.span);
        let constant = self.topic(source.topic);
        let show = self.show(source.topic);
        let placed_by = match self.place_of(input) {
            Some(function) => format!("Some({stage}::{function})"),
            None => "None".to_owned(),
        };
        let _ = writeln!(
            specs,
            "            Input {{ topic: {constant}, table: {}, everywhere: {}, bootstrap: {}, site: {site}, show: {show}, placed_by: {placed_by} }},",
            input.table, source.everywhere, input.bootstrap,
        );
        let name = self.stage.member_names.unique(&names::upper(&format!("from_{}", topic.name)));
        (names::plain(&name), quote!(each(self, run, cx, Self::#method)), Some(time))
    }

    /// Rows of an internal topic go to every node that reads the stream by its new key.
    fn read_internal(&mut self, id: OperatorId) -> TokenStream {
        let flow = self.flow(id);
        let arguments: Vec<TokenStream> = flow.parameters.iter().map(|(name, _)| quote!(#name)).collect();
        let consumers = self.consumers(id).into_iter();
        let calls = consumers.flat_map(|c| slots(c, id).into_iter().map(move |slot| (c, slot)));
        let calls = calls.map(|(consumer, slot)| {
            let method = self.entry(id, consumer, slot);
            let node = self.node(consumer);
            quote!(cx.node(#node, record, |cx| stage.#method(#(#arguments,)* time, record, cx));)
        });
        let calls: Vec<TokenStream> = calls.collect();
        let [row, key] = arguments.as_slice() else { return quote!(Ok(())) };
        let (row_type, key_type) = match flow.parameters.as_slice() {
            [(_, row), (_, key)] => (parse(row), parse(key)),
            _ => return quote!(Ok(())),
        };
        quote! {
            each_row(self, run, cx, |stage, #key: &#key_type, #row: &#row_type, record, cx| {
                let time = record.time;
                #(#calls)*
            })
        }
    }

    /// What dead letters may show of a topic's records.
    fn show(&self, topic: crate::model::TopicId) -> &'static str {
        if self.model.topic(topic).kind == TopicKind::DeadLetter {
            return "Show::Coordinates";
        }
        match dead_letter_visible_columns(self.model, self.package, topic) {
            DeadLetterView::Raw => "Show::Raw",
            _ => "Show::Coordinates",
        }
    }
}

/// What `advance`, `idle` and `deadline` do with the stores.
fn timely(parts: &StageParts) -> (TokenStream, TokenStream, TokenStream) {
    let mut idle = TokenStream::new();
    let mut deadlines = Vec::new();
    // What comes out of a store may go into one below, which then looks at its own time: in order of the plan.
    let mut timed: Vec<(OperatorId, TokenStream)> =
        parts.joined.iter().map(|(id, joined)| (*id, joined.advance.clone())).collect();
    let mut advance = TokenStream::new();
    for member in &parts.members {
        let name = &member.name;
        match member.role {
            MemberRole::Groups(emitter) => {
                let Some(emitter) = parts.emitters.get(emitter) else { continue };
                let function = &emitter.name;
                match &emitter.passes {
                    Some(method) => {
                        timed.push((emitter.operator, super::facts::advance(name, function, method)));
                    }
                    None => {
                        timed.push((emitter.operator, quote!(self.#name.advance(cx, Self::#function);)));
                        idle.extend(quote!(self.#name.idle(cx, Self::#function);));
                    }
                }
                deadlines.push(quote!(self.#name.deadline()));
            }
            MemberRole::Forgetting => {
                advance.extend(quote!(self.#name.advance(cx.clock());));
                deadlines.push(quote!(self.#name.deadline()));
            }
            MemberRole::Joined => deadlines.push(quote!(self.#name.deadline())),
            MemberRole::Rows | MemberRole::Clock => {}
        }
    }
    timed.sort_by_key(|(operator, _)| *operator);
    advance.extend(timed.into_iter().map(|(_, tokens)| tokens));
    let deadline = match deadlines.split_first() {
        None => quote!(i64::MAX),
        Some((first, rest)) => quote!(#first #(.min(#rest))*),
    };
    (advance, idle, deadline)
}
