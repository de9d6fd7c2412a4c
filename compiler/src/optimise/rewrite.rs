//! What a rewrite is.

use super::Note;
use crate::plan::Job;

/// One rewrite of one job. It changes expressions or operators in place; ids stay.
#[derive(Clone, Copy)]
pub struct Rewrite {
    /// Kebab case, for notes and reports.
    pub name: &'static str,
    pub purpose: &'static str,
    pub run: fn(&mut Job) -> Vec<Note>,
}
