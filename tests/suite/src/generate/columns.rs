//! What a clause can read.

use crate::random::Random;
use riparian_functions::catalogue::Type;

/// A column as an expression writes it.
#[derive(Clone, Debug)]
pub(super) struct Column {
    /// `e.price`.
    pub text: String,
    pub ty: Type,
}

/// The columns in reach.
#[derive(Clone, Debug, Default)]
pub(super) struct Columns(pub Vec<Column>);

impl Columns {
    pub(super) fn add(&mut self, text: impl Into<String>, ty: Type) {
        self.0.push(Column { text: text.into(), ty });
    }

    /// One of those that `wanted` takes.
    pub(super) fn pick(&self, random: &mut Random, wanted: impl Fn(&Type) -> bool) -> Option<&Column> {
        let fit: Vec<&Column> = self.0.iter().filter(|column| wanted(&column.ty)).collect();
        random.pick(&fit).copied()
    }
}
