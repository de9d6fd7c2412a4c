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
    s0118_malformed_name,
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
    s0225_avro_schema,
    s0226_avro_column,
    s0227_avro_ids,
    s0290_column_not_imported,
}

layer! {
    /// Types and expressions.
    TYPES:
    s0301_unknown_column,
    s0302_unknown_name,
    s0303_ambiguous_column,
    s0304_row_as_value,
    s0305_unknown_function,
    s0306_wrong_arguments,
    s0307_type_mismatch,
    s0308_not_a_bool,
    s0309_optional_value,
    s0310_operands,
    s0311_different_ids,
    s0312_mixed_currencies,
    s0313_float_money,
    s0314_aggregate_here,
    s0315_row_in_group,
    s0316_match_incomplete,
    s0317_unknown_variant,
    s0318_literal_range,
    s0321_record_fields,
    s0322_match_pattern,
    s0324_digits_may_not_fit,
}

layer! {
    /// Time, windows and joins.
    TIME:
    s0401_missing_key,
    s0402_duration,
    s0403_final_without_window,
    s0405_window_in_key,
    s0406_join_key,
    s0407_as_of_history,
    s0408_stream_aggregates,
    s0409_missing_route,
    s0410_route_target,
    s0411_window_without_table,
    s0412_key_name,
    s0413_key_type,
    s0414_keep_top,
    s0415_stream_join,
    s0416_unbounded_join,
}

layer! {
    /// The plan.
    PLAN:
    s0601_unknown_input,
    s0602_cycle,
    s0603_missing_from,
    s0604_merge_shapes,
    s0605_sink_column,
    s0606_sink_target,
    s0607_sink_key,
    s0608_duplicate_name,
    s0609_guarantee,
    s0610_test_name,
    s0611_test_row,
    s0690_serve,
    s0691_not_supported,
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
