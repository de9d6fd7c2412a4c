//! The register of error codes: one file per code with its identity, its messages and its explain page.
//!
//! A code is never reused. `S01` syntax, `S02` names, `S03` types, `S04` time, windows and joins, `S06` plan,
//! `S07` project, `S99` internal; `G…` are the governance rules. Nothing here looks at a model: a message is a function
//! of what it names.

use crate::diag::Code;

/// A code with the page that `riparian explain CODE` prints.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    pub code: Code,
    /// Markdown: what, why it matters, a fence `stream fails` that raises exactly this code, a fence `stream` that
    /// raises nothing. A fence may hold several files, each after a line `// file: NAME.stream`.
    pub page: &'static str,
}

/// Declares the modules of one layer and their list.
macro_rules! layer {
    ($(#[$meta:meta])* $list:ident: $($module:ident,)*) => {
        $(pub mod $module;)*
        $(#[$meta])*
        pub const $list: &[Entry] = &[$(Entry { code: $module::CODE, page: $module::PAGE }),*];
    };
}

layer! {
    /// Syntax.
    SYNTAX:
    s0101_not_closed,
    s0102_something_missing,
    s0103_unexpected_text,
    s0104_lost_header,
    s0105_text_not_closed,
    s0106_foreign_operator,
    s0107_foreign_null,
    s0108_malformed_number,
    s0109_malformed_date,
    s0110_chained_comparison,
    s0111_invalid_escape,
    s0112_reserved_name,
    s0113_block_comment,
    s0114_missing_separator,
    s0115_too_deep,
    s0116_stray_close,
    s0117_idle_documentation,
}

layer! {
    /// Names.
    NAMES:
    s0201_unknown_type,
    s0202_unknown_package,
    s0203_unknown_topic,
    s0204_unknown_field,
    s0205_duplicate_declaration,
    s0206_duplicate_field,
    s0207_duplicate_variant,
    s0208_duplicate_clause,
    s0209_clause_order,
    s0210_missing_package,
    s0211_missing_schema,
    s0212_dead_letter_schema,
    s0213_table_without_key,
    s0214_time_field_type,
    s0215_key_field_type,
    s0216_unknown_registry_name,
    s0217_unknown_word,
    s0218_wire_form,
    s0219_type_parameters,
    s0220_recursive_type,
    s0221_unknown_currency,
    s0222_not_compiled_yet,
    s0223_registry_outside_org,
    s0224_duplicate_import,
}

layer! {
    /// Types and expressions.
    TYPES:
}

layer! {
    /// Time, windows and joins.
    TIME:
}

layer! {
    /// The plan.
    PLAN:
}

layer! {
    /// The project and its configuration.
    PROJECT:
}

layer! {
    /// Governance.
    GOVERNANCE:
    g001_owner,
    g201_grant,
    g302_labels,
    g303_keys,
    g309_purpose,
    g501_money,
    g601_bounds,
}

/// Every layer, in order.
pub const LAYERS: &[&[Entry]] = &[SYNTAX, NAMES, TYPES, TIME, PLAN, PROJECT, GOVERNANCE];

/// Every code, in order of its layer.
pub fn all() -> impl Iterator<Item = &'static Entry> {
    LAYERS.iter().flat_map(|layer| layer.iter())
}

/// The entry of `S0301` or `G201`, or of the name `unknown-column`; case does not matter.
pub fn find(id: &str) -> Option<&'static Entry> {
    all().find(|entry| entry.code.id.eq_ignore_ascii_case(id) || entry.code.name == id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn ids_and_names_are_unique_and_ordered() {
        let (mut ids, mut names) = (BTreeSet::new(), BTreeSet::new());
        for layer in LAYERS {
            let listed: Vec<_> = layer.iter().map(|e| e.code.id).collect();
            let mut sorted = listed.clone();
            sorted.sort_unstable();
            assert_eq!(listed, sorted, "a layer lists its codes in order");
        }
        for entry in all() {
            assert!(ids.insert(entry.code.id), "{} is used twice", entry.code.id);
            assert!(names.insert(entry.code.name), "{} is used twice", entry.code.name);
            assert!(
                entry.code.name.chars().all(|c| c.is_ascii_lowercase() || c == '-'),
                "{}",
                entry.code.name
            );
            assert!(entry.page.contains("```stream fails\n"), "{} lacks a failing example", entry.code.id);
            assert!(entry.page.contains("```stream\n"), "{} lacks a mended example", entry.code.id);
        }
    }

    #[test]
    fn finds_by_id_and_by_name() {
        assert_eq!(find("s0201").map(|e| e.code.name), Some("unknown-type"));
        assert_eq!(find("unknown-type").map(|e| e.code.id), Some("S0201"));
        assert!(find("S9999").is_none());
    }
}
