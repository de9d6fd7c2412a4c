//! Where a record belongs: its key as the contract has it on the wire, made of the record's own columns.
//!
//! What a task takes on trust of a source whose rows it groups or joins as they lie, the runtime checks with it at the start
//! (spec: kafka.keyed).

use super::code::{Code, getter_of};
use super::generator::Generator;
use super::sink::{composite_key, single_key};
use super::types::parse;
use super::{names, source};
use crate::plan::{OperatorKind, TaskInput};
use proc_macro2::Ident;
use quote::quote;

impl Generator<'_> {
    /// The stage's function that writes the key of a record of an input; none for one whose place nothing goes by.
    pub(super) fn place_of(&mut self, input: &TaskInput) -> Option<Ident> {
        let operator = self.job.operator(input.operator);
        let OperatorKind::Source(read) = &operator.kind else { return None };
        let topic = self.model.topic(read.topic);
        if !input.placed || !source::is_placed_by_key(topic) {
            return None;
        }
        let view = match self.tables.get(&operator.id) {
            Some(table) => table.view.clone(),
            None => self.flow(operator.id).parameters.first()?.1.clone(),
        };
        let view = parse(view.trim_end_matches("<'_>"));
        let record = self.schema(topic);
        let readable = self.viewed(operator, read);
        let (mut reads, mut columns) = (Vec::new(), Vec::new());
        for key in &topic.key {
            let index = record.index(&key.field).filter(|index| readable.contains(index))?;
            let field = record.fields.get(index)?;
            let (getter, held) = (names::ident(&field.name), getter_of(self.types, &field.ty));
            // Not the getter's name, which may be that of a function of the prelude.
            let name = names::ident(&format!("of_{}", field.name));
            let absent = field.ty.is_optional().then(|| quote!(.ok_or(Fail::NullKey)?));
            reads.push(quote!(let #name = row.#getter()? #absent;));
            let ty = field.ty.required().clone();
            let value = Code::new(quote!(#name), held).borrowed(&ty);
            columns.push((ty, value));
        }
        let encoded = match columns.as_slice() {
            [] => return None,
            [(ty, value)] => single_key(self.types, topic.key.first()?.encoding, ty, value),
            several => composite_key(self.types, several),
        };
        let method = self.stage.method_names.unique_ident(&format!("place_{}", topic.name));
        let doc = format!(" Where a record of `{}` belongs.", topic.name);
        self.stage.methods.push(quote! {
            #[doc = #doc]
            fn #method(record: &Record<'_>, out: &mut Vec<u8>) -> Result<(), Fail> {
                let row = #view::scan(record)?;
                #(#reads)*
                #encoded;
                Ok(())
            }
        });
        Some(method)
    }
}
