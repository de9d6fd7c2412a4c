//! Who exists and what is demanded.

use crate::base::{Name, Span};
use std::collections::{BTreeMap, BTreeSet};

/// The registries of the org file; without one, the built-in organisation (spec: governance.built-in).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Organisation {
    /// An org file exists: owners, grants, purposes and routes are demanded.
    pub declared: bool,
    pub teams: BTreeMap<Name, TeamDefinition>,
    pub domains: BTreeMap<Name, Span>,
    pub regions: BTreeMap<Name, Span>,
    pub purposes: BTreeMap<Name, Span>,
    /// Each label with everything it implies, itself included.
    pub labels: BTreeMap<Name, BTreeSet<Name>>,
    /// What a declassifier takes off.
    pub declassifiers: BTreeMap<Name, BTreeSet<Name>>,
    pub protections: BTreeMap<Name, ProtectionDefinition>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TeamDefinition {
    pub domain: Option<Name>,
    pub span: Span,
}

/// What `protect label …` demands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProtectionDefinition {
    /// Microseconds.
    pub erase_within: Option<i64>,
    /// Forbidden in keys; the declassifier that lifts it.
    pub key_forbidden_unless: Option<Option<Name>>,
    pub dead_letter_masked: bool,
    pub logs_masked: bool,
    pub purposes_required: bool,
    pub span: Span,
}

impl Organisation {
    /// Whether values carry the same labels under both, and are asked for the same: what plans are made from.
    pub fn labels_as(&self, other: &Organisation) -> bool {
        self.declared == other.declared
            && self.labels == other.labels
            && self.declassifiers == other.declassifiers
    }

    /// A label and what it implies; an undeclared one implies only itself. `subject` counts as personal.
    pub fn closure(&self, label: &str) -> BTreeSet<Name> {
        let mut all = self.labels.get(label).cloned().unwrap_or_default();
        all.insert(Name::from(label));
        if label == "subject" {
            all.insert(Name::from("pii"));
        }
        all
    }
}
