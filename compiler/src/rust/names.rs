//! Rust identifiers for the user's names: kept as written where Rust allows it, made unique where they meet.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use std::collections::BTreeSet;

/// Cannot even be raw identifiers.
const NEVER_RAW: &[&str] = &["self", "Self", "super", "crate", "_"];

/// Types that generated code names from the prelude; a user's type of that name gets an underscore.
const PRELUDE: &[&str] = &[
    "ABI",
    "Aggregate",
    "At",
    "BigMoney",
    "Box",
    "Composite",
    "Cow",
    "Cx",
    "Date",
    "Decimal",
    "Duration",
    "Err",
    "Fail",
    "Fatal",
    "Fields",
    "Input",
    "InputId",
    "Job",
    "Money",
    "Node",
    "None",
    "Ok",
    "Option",
    "Record",
    "Reject",
    "Result",
    "Role",
    "Route",
    "Self",
    "Show",
    "Site",
    "SiteSpec",
    "Some",
    "Stage",
    "StageSpec",
    "Store",
    "String",
    "Timestamp",
    "Topic",
    "Vec",
    "Window",
    "Groups",
    "Windowed",
    "Sessions",
    "Table",
    "Versioned",
    "Seen",
    "Delta",
    "Change",
];

/// A name as an identifier of its own case: raw if it is a keyword.
pub(super) fn ident(name: &str) -> Ident {
    if NEVER_RAW.contains(&name) {
        return Ident::new(&format!("{name}_"), Span::call_site());
    }
    match syn::parse_str::<Ident>(name) {
        Ok(ident) => ident,
        Err(_) if syn::parse_str::<Ident>(&format!("r#{name}")).is_ok() => {
            Ident::new_raw(name, Span::call_site())
        }
        // Names of the language are XID words, so this is a name made of several: a dotted path.
        Err(_) => Ident::new(&words(name).join("_"), Span::call_site()),
    }
}

/// An identifier made of the given text.
pub(super) fn plain(text: &str) -> Ident {
    Ident::new(text, Span::call_site())
}

/// `in_euro` → `InEuro`.
pub(super) fn camel(name: &str) -> String {
    let mut out = String::new();
    for word in words(name) {
        let mut characters = word.chars();
        out.extend(characters.next().into_iter().flat_map(char::to_uppercase));
        out.extend(characters);
    }
    lead(out)
}

/// `in_euro` → `IN_EURO`, `inEuro` → `INEURO`.
pub(super) fn upper(name: &str) -> String {
    lead(words(name).join("_").to_uppercase())
}

/// The constant with a node's index: `NODE_IN_EURO`.
pub(super) fn upper_node(name: &str) -> String {
    format!("NODE_{}", upper(name))
}

/// Names may begin with what Rust does not take at the start of an identifier after cutting underscores.
fn lead(out: String) -> String {
    if out.starts_with(|c: char| c == '_' || unicode_start(c)) { out } else { format!("N{out}") }
}

fn unicode_start(c: char) -> bool {
    syn::parse_str::<Ident>(&c.to_string()).is_ok()
}

fn words(name: &str) -> Vec<&str> {
    name.split(|c: char| c == '_' || !(c.is_alphanumeric())).filter(|word| !word.is_empty()).collect()
}

/// Whether a text has the name as a whole word.
pub(super) fn occurs(text: &str, name: &str) -> bool {
    let part = |c: Option<char>| c.is_some_and(|c| c == '_' || c.is_alphanumeric());
    text.match_indices(name).any(|(at, found)| {
        !part(text[..at].chars().next_back()) && !part(text[at + found.len()..].chars().next())
    })
}

/// Names of one Rust namespace: no two things get the same one.
#[derive(Clone, Debug, Default)]
pub(super) struct Taken(BTreeSet<String>);

impl Taken {
    /// With what the prelude brings.
    pub(super) fn types() -> Self {
        Taken(PRELUDE.iter().map(|name| (*name).to_owned()).collect())
    }

    /// The wanted name, or with underscores after it the first that is free.
    pub(super) fn unique(&mut self, wanted: &str) -> String {
        let mut name = wanted.to_owned();
        while !self.0.insert(name.clone()) {
            name.push('_');
        }
        name
    }

    pub(super) fn unique_ident(&mut self, wanted: &str) -> Ident {
        ident(&self.unique(wanted))
    }
}

/// A field of a struct expression: by its name alone where the value is a variable of that name.
pub(super) fn initialised(field: &Ident, value: &TokenStream) -> TokenStream {
    if field == &value.to_string() { quote!(#field) } else { quote!(#field: #value) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_kept_or_made_legal() {
        let table = [
            ("sender", "sender"),
            ("type", "r#type"),
            ("match", "r#match"),
            ("self", "self_"),
            ("Self", "Self_"),
            ("_", "__"),
            ("größe", "größe"),
            ("fraud.velocity", "fraud_velocity"),
        ];
        for (name, expected) in table {
            assert_eq!(ident(name).to_string(), expected, "{name}");
        }
        assert_eq!(
            (camel("in_euro"), camel("by.sender"), camel("_1h")),
            ("InEuro".into(), "BySender".into(), "N1h".into())
        );
        assert_eq!(upper("in_euro.by.sender"), "IN_EURO_BY_SENDER");
    }

    #[test]
    fn names_that_meet_stay_apart() {
        let mut taken = Taken::types();
        assert_eq!(taken.unique("Money"), "Money_");
        assert_eq!(taken.unique("InEuro"), "InEuro");
        assert_eq!(taken.unique("InEuro"), "InEuro_");
    }
}
