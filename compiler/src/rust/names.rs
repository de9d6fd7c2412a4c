//! Rust identifiers for the user's names: kept as written where Rust allows it, made unique where they meet.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use std::collections::BTreeSet;

/// Cannot even be raw identifiers.
const NEVER_RAW: &[&str] = &["self", "Self", "super", "crate", "_"];

/// What `riparian::prelude` exports; a user's type of that name gets an underscore, since it would hide what generated
/// code means. A test compares.
#[rustfmt::skip]
const PRELUDE: &[&str] = &[
    "ABI", "Alone", "At", "BigMoney", "Change", "Column", "Composite", "Cow", "Cx", "Date", "Decimal",
    "Desc", "Duration", "Emit", "Encoding", "Fail", "Fatal", "Fields", "HoldsAt", "Input", "InputId", "Job", "JoinSpec",
    "Joined", "Key", "Kind", "Latest", "Look", "Merge", "Met", "Money", "Node", "NoneLast", "Partition",
    "Partner", "Rank", "Ranked", "Record", "Reject", "Role", "Route", "Seen", "Sessions", "SessionsSpec",
    "Show", "Sight", "Site", "SiteSpec", "Stage", "StageSpec", "State", "Store", "Table", "TableSpec",
    "TaskId", "Timestamp", "Topic", "Updated", "Variants", "Versioned", "Window", "Windowed",
    "WindowedSpec", "aggregate", "attempt", "avro", "avro_record", "closed_enum", "decimal", "each", "each_row", "element",
    "event_time", "float", "form", "group", "hash", "int", "json", "json_record", "key", "math", "money",
    "object", "open_enum", "optional_event_time", "record", "row", "text", "time",
];

/// What Rust itself has in scope, and its primitive types.
#[rustfmt::skip]
const RUST: &[&str] = &[
    "AsMut", "AsRef", "Box", "Clone", "Copy", "Default", "DoubleEndedIterator", "Drop", "Eq", "Err",
    "ExactSizeIterator", "Extend", "Fn", "FnMut", "FnOnce", "From", "FromIterator", "Future", "Into",
    "IntoFuture", "IntoIterator", "Iterator", "None", "Ok", "Option", "Ord", "PartialEq", "PartialOrd",
    "Result", "Self", "Send", "Sized", "Some", "String", "Sync", "ToOwned", "ToString", "TryFrom",
    "TryInto", "Unpin", "Vec",
    "bool", "char", "f32", "f64", "i8", "i16", "i32", "i64", "i128", "isize", "str", "u8", "u16", "u32",
    "u64", "u128", "usize",
];

/// Functions of the prelude that generated code calls: no variable hides them.
const FUNCTIONS: &[&str] = &["attempt", "each", "each_row", "element", "event_time", "optional_event_time"];

/// A name as an identifier of its own case: raw if it is a keyword.
pub(super) fn ident(name: &str) -> Ident {
    if NEVER_RAW.contains(&name) {
        return Ident::new(&format!("{name}_"), Span::call_site());
    }
    if let Some(ident) = parsed(name) {
        return ident;
    }
    if parsed(&format!("r#{name}")).is_some() {
        return Ident::new_raw(name, Span::call_site());
    }
    // Names of the language are XID words, so this is a name made of several: a dotted path.
    plain(&words(name).join("_"))
}

/// The identifier that a text is, if it is one and nothing besides.
fn parsed(text: &str) -> Option<Ident> {
    syn::parse_str::<Ident>(text).ok().filter(|ident| *ident == text)
}

/// An identifier made of the given text.
pub(super) fn plain(text: &str) -> Ident {
    Ident::new(&legal(text.to_owned()), Span::call_site())
}

/// The text, or what is nearest to it of what an identifier may be made of.
fn legal(text: String) -> String {
    let continues = |c: char| c == '_' || parsed(&format!("_0{c}")).is_some();
    let begins = |c: char| c == '_' || parsed(&c.to_string()).is_some();
    let text = if text.chars().all(continues) {
        text
    } else {
        let character = |c: char| if continues(c) { c.to_string() } else { format!("U{:X}", c as u32) };
        text.chars().map(character).collect()
    };
    if text.starts_with(begins) { text } else { format!("N{text}") }
}

/// A name for a variable. None is upper case, as constants and statics are, nor begins so, as constructors do: in a
/// pattern, Rust would take it for those.
pub(super) fn local(name: &str) -> String {
    let name = name.strip_prefix("r#").unwrap_or(name);
    if name != name.to_uppercase() && !name.starts_with(char::is_uppercase) {
        return name.to_owned();
    }
    let lower = name.to_lowercase();
    if lower == name { format!("{name}_value") } else { lower }
}

/// `in_euro` → `InEuro`.
pub(super) fn camel(name: &str) -> String {
    let mut out = String::new();
    for word in words(name) {
        let mut characters = word.chars();
        out.extend(characters.next().into_iter().flat_map(char::to_uppercase));
        out.extend(characters);
    }
    legal(out)
}

/// `in_euro` → `IN_EURO`, `inEuro` → `INEURO`.
pub(super) fn upper(name: &str) -> String {
    legal(words(name).join("_").to_uppercase())
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
    /// With what the prelude and Rust bring.
    pub(super) fn types() -> Self {
        Taken(PRELUDE.iter().chain(RUST).map(|name| (*name).to_owned()).collect())
    }

    /// For the variables of a function.
    pub(super) fn locals() -> Self {
        Taken(FUNCTIONS.iter().map(|name| (*name).to_owned()).collect())
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

    /// Back-ticks once let any text be a name; whatever comes here, it is an identifier.
    #[test]
    fn no_text_panics() {
        let hostile = [
            "",
            "1",
            "1 a",
            "-",
            " ",
            "a ",
            "r#",
            "r#type",
            "type ",
            "€",
            "a.€",
            ".",
            "²",
            "\u{301}",
            "\u{200e}a",
            "\0",
            "//",
            "ŉ",
            "名",
            "\"",
            "`",
            "_",
            "__",
            "self",
            "Self",
            "crate",
        ];
        for text in hostile {
            let made = [
                ident(text).to_string(),
                plain(text).to_string(),
                plain(&upper(text)).to_string(),
                plain(&camel(text)).to_string(),
                ident(&local(text)).to_string(),
            ];
            assert_eq!(plain(&upper(text)), upper(text), "{text:?}");
            for name in made {
                let tokens: Result<TokenStream, _> = name.parse();
                assert_eq!(
                    tokens.map(|tokens| tokens.into_iter().count()).ok(),
                    Some(1),
                    "{text:?}: {name:?}"
                );
            }
        }
    }

    #[test]
    fn variables_are_never_constants() {
        let table = [("sender", "sender"), ("SITES", "sites"), ("Site", "site"), ("inEuro", "inEuro")];
        for (name, expected) in table {
            assert_eq!(local(name), expected);
        }
        assert_eq!(
            (local("名"), local("_"), local("r#type")),
            ("名_value".into(), "__value".into(), "type".into())
        );
    }

    /// The names that a `use` brings.
    fn leaves(tree: &syn::UseTree, parent: &str, out: &mut BTreeSet<String>) {
        match tree {
            syn::UseTree::Path(path) => leaves(&path.tree, &path.ident.to_string(), out),
            syn::UseTree::Group(group) => group.items.iter().for_each(|item| leaves(item, parent, out)),
            syn::UseTree::Name(name) if name.ident == "self" => drop(out.insert(parent.to_owned())),
            syn::UseTree::Name(name) => drop(out.insert(name.ident.to_string())),
            syn::UseTree::Rename(rename) => drop(out.insert(rename.rename.to_string())),
            syn::UseTree::Glob(_) => panic!("the prelude names what it exports"),
        }
    }

    #[test]
    fn the_prelude_is_the_runtimes() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../runtime/src/prelude.rs");
        let text = std::fs::read_to_string(path).expect("the runtime's prelude");
        let file = syn::parse_file(&text).expect("Rust");
        let mut exported = BTreeSet::new();
        for item in &file.items {
            let syn::Item::Use(item) = item else { panic!("the prelude holds more than `use`") };
            leaves(&item.tree, "", &mut exported);
        }
        let listed: BTreeSet<String> = PRELUDE.iter().map(|name| (*name).to_owned()).collect();
        assert_eq!(listed, exported);
        assert!(FUNCTIONS.iter().all(|name| exported.contains(*name)));
    }

    #[test]
    fn names_that_meet_stay_apart() {
        let mut taken = Taken::types();
        assert_eq!(taken.unique("Money"), "Money_");
        assert_eq!(taken.unique("InEuro"), "InEuro");
        assert_eq!(taken.unique("InEuro"), "InEuro_");
    }
}
