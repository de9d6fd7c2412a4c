//! Sources: a view per topic, its event time, and where its records go first.

use super::environment::Access;
use super::generator::{Flow, Generator, Member, MemberRole};
use super::names;
use crate::model::{RecordDefinition, Topic, Type, TypeKind};
use crate::plan::{Operator, Source};
use proc_macro2::{Ident, TokenStream};
use quote::quote;
use std::collections::BTreeSet;
use std::fmt::Write;

/// Whether the key on the wire, made of the columns as they are, decides the partition.
pub(super) fn is_placed_by_key(topic: &Topic) -> bool {
    let plain = !topic.key_window && topic.key.iter().all(|key| key.token.is_none());
    plain && !topic.key.is_empty() && !topic.is_partitioned_apart()
}

impl<'p> Generator<'p> {
    pub(super) fn schema(&self, topic: &Topic) -> RecordDefinition {
        match topic.schema.map(|id| &self.model.ty(id).kind) {
            Some(TypeKind::Record(record)) => record.clone(),
            _ => RecordDefinition::default(),
        }
    }

    pub(super) fn source_flow(&mut self, operator: &Operator, source: &Source) -> Flow {
        let topic = self.model.topic(source.topic);
        let used = self.viewed(operator, source);
        let name = self.view(topic, &names::camel(&topic.name), &used);
        let mut flow = Flow { parameters: Vec::new(), access: Vec::new() };
        let alias = operator.scope.bindings.first().map_or(&topic.name, |binding| &binding.name);
        let parameter = self.parameter(&flow, alias);
        flow.access.push(Access::View(parameter.clone()));
        flow.parameters.push((parameter, format!("{name}<'_>")));
        flow
    }

    /// The columns of a source that its view has getters for, by index into the schema.
    pub(super) fn viewed(&self, operator: &Operator, source: &Source) -> BTreeSet<usize> {
        if let Some(table) = self.tables.get(&operator.id) {
            return table.viewed.clone();
        }
        let mut used: BTreeSet<usize> =
            self.used_after(operator.id).into_iter().map(|(_, column)| column).collect();
        used.extend(self.time_column(self.model.topic(source.topic)));
        used
    }

    pub(super) fn time_column(&self, topic: &Topic) -> Option<usize> {
        let time = topic.time.as_ref()?;
        self.schema(topic).index(&time.field)
    }

    /// Declares the view of a topic with getters for these fields.
    pub(super) fn view(&mut self, topic: &Topic, wanted: &str, used: &BTreeSet<usize>) -> String {
        let name = self.taken.unique(wanted);
        let record = self.schema(topic);
        let wire = |field: &crate::model::Field| {
            let wire = topic.wire.get(&field.name).and_then(|wire| wire.name.as_ref());
            wire.unwrap_or(&field.name).to_string()
        };
        let all: Vec<String> = record.fields.iter().map(wire).collect();
        let mode = if topic.trusted { "trusted" } else { "checked" };
        let (kind, origin) = match self.topics.contract(topic) {
            Some(contract) => ("avro_record", format!("of {contract}")),
            None => ("json_record", format!("in {all:?}")),
        };
        let _ = writeln!(self.items, "{kind}! {{\n    /// `{}` as this job reads it.", topic.name);
        let _ = writeln!(self.items, "    pub struct {name} {origin} {mode} {{");
        for field in used.iter().filter_map(|index| record.fields.get(*index)) {
            let form = self.types.form(&field.ty, topic.wire.get(&field.name).and_then(|wire| wire.form));
            let _ =
                writeln!(self.items, "        {}: {form} = {:?},", names::ident(&field.name), wire(field));
        }
        self.items += "    }\n}\n\n";
        name
    }

    /// An expression for the event time in microseconds, `Result<i64, Fail>`; `None`: the record's own.
    pub(super) fn time_of(&mut self, topic: &Topic, view: &Ident) -> Option<TokenStream> {
        let time = topic.time.as_ref()?;
        let record = self.schema(topic);
        let field = record.fields.get(record.index(&time.field)?)?;
        let getter = names::ident(&field.name);
        match field.ty.required().underlying() {
            Type::Date => {
                let (micros, zone) = time.at.as_ref().map_or((0, "UTC"), |(micros, zone)| (*micros, zone));
                let member = self.day_clock(topic, zone, micros);
                Some(quote!(self.#member.event_time(#view.#getter())))
            }
            _ if field.ty.is_optional() => Some(quote!(optional_event_time(#view.#getter()))),
            _ => Some(quote!(event_time(#view.#getter()))),
        }
    }

    fn day_clock(&mut self, topic: &Topic, zone: &str, micros: i64) -> Ident {
        let wanted = format!("{}_holds_at", topic.name);
        if let Some(member) = self.stage.members.iter().find(|member| member.name == wanted) {
            return member.name.clone();
        }
        let name = self.stage.member_names.unique_ident(&wanted);
        let micros = super::types::parse(&micros.to_string());
        self.stage.members.push(Member {
            name: name.clone(),
            ty: "HoldsAt".into(),
            initial: quote!(HoldsAt::new(#zone, #micros)),
            role: MemberRole::Clock,
        });
        name
    }

    /// The method that takes a stream's records in, and the arm of `event_time` for it.
    pub(super) fn read_stream(&mut self, operator: &Operator, source: &Source) -> (Ident, TokenStream) {
        let topic = self.model.topic(source.topic);
        let method = self.stage.method_names.unique_ident(&format!("read_{}", topic.name));
        let site = self.site(operator, "from", operator.span);
        let flow = self.flow(operator.id);
        let Some((view, ty)) = flow.parameters.first() else {
            return (method, quote!(None));
        };
        let view_type = super::types::parse(ty.trim_end_matches("<'_>"));
        let time = self.time_of(topic, view);
        let take_time = match &time {
            Some(time) => quote!(let time = #time.at(#site)?;),
            None => quote!(let time = record.time;),
        };
        let environment = self.environment(operator.id);
        let mut environment = environment;
        environment.arguments = vec![quote!(&#view)];
        let next = self.hand_on(operator, environment);
        let doc = format!(" `{}` enters: {}.", topic.name, self.place(operator.span));
        let scan = quote!(#view_type::scan(record).at(#site)?;);
        let checked = if super::code::names_variable(&quote!(#take_time #next), view) {
            quote!(let #view = #scan)
        } else {
            scan
        };
        let body = quote! {
            #[doc = #doc]
            fn #method(&mut self, record: &Record<'_>, cx: &mut Cx<'_>) -> Result<(), Reject> {
                #checked
                #take_time
                cx.observe(time, record).at(#site)?;
                #next
                Ok(())
            }
        };
        self.stage.methods.push(body);
        let arm = match time {
            Some(time) => quote!(#view_type::scan(record).and_then(|#view| #time).ok()),
            None => quote!(Some(record.time)),
        };
        (method, arm)
    }
}
