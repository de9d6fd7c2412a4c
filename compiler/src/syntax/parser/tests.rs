//! The checked-in parser is the one that the grammar says, and trees lose nothing.

use quote::quote;

const HEADER: &str =
    "// Made from `grammar.pest` by the test beside this file; do not edit.\n\nuse super::Grammar;\n\n";

/// Set `RIPARIAN_UPDATE=1` to rewrite the file after a change of the grammar.
#[test]
fn generated_parser_is_fresh() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/syntax/");
    let grammar = std::fs::read_to_string(format!("{folder}grammar.pest")).expect("the grammar is readable");
    let input = quote! { #[grammar_inline = #grammar] struct Grammar; };
    let tokens = pest_generator::derive_parser(input, false);
    let file: syn::File = syn::parse2(tokens).expect("the generator writes Rust");
    let fresh = format!("{HEADER}{}", prettyplease::unparse(&file));
    let path = format!("{folder}parser/generated.rs");
    let stored = std::fs::read_to_string(&path).unwrap_or_default();
    if fresh != stored && std::env::var_os("RIPARIAN_UPDATE").is_some() {
        std::fs::write(&path, &fresh).expect("the generated parser is writable");
        return;
    }
    assert!(fresh == stored, "grammar.pest has changed: run this test with RIPARIAN_UPDATE=1");
}
