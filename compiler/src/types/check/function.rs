//! Functions and aggregates by name: the catalogue's, and those that the checker knows itself.

use riparian_functions::catalogue::{AGGREGATES, AggregateDefinition, FUNCTIONS, Function};

/// Calls with a typing of their own.
pub(super) const SPECIAL: &[&str] = &["convert", "token", "try", "money"];

pub fn function(name: &str) -> Option<&'static Function> {
    FUNCTIONS.iter().find(|f| f.name == name)
}

pub fn aggregate(name: &str) -> Option<&'static AggregateDefinition> {
    AGGREGATES.iter().find(|f| f.name == name)
}

/// Every name that a call may have.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    SPECIAL.iter().copied().chain(FUNCTIONS.iter().map(|f| f.name)).chain(AGGREGATES.iter().map(|f| f.name))
}
