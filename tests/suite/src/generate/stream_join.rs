//! A stream of events that meets a stream of notes, or itself.

use super::columns::Columns;
use crate::random::Random;
use riparian_functions::catalogue::Type;

/// The record and the topic of notes.
pub(super) const DECLARATIONS: &str = "\
record Note { k: int?, n: int, text: string?, at: timestamp }
topic notes v1 { schema Note; time at disorder 5s }
";

/// The clause; what it reads is in reach after it. In a full join the columns of events may be absent.
pub(super) fn join(random: &mut Random, columns: &mut Columns) -> String {
    let itself = random.once_in(4);
    let (word, left, full) =
        [("", false, false), ("left ", true, false), ("full ", true, true)][random.below(3)];
    if full {
        for column in &mut columns.0 {
            column.ty = column.ty.clone().optional();
        }
    }
    let of_notes = [("n", Type::Int), ("text", Type::String.optional())];
    let of_events = [("n", Type::Int), ("s", Type::String)];
    for (name, ty) in if itself { of_events } else { of_notes } {
        columns.add(format!("o.{name}"), if left { ty.optional() } else { ty });
    }
    let topic = if itself { "events" } else { "notes" };
    let condition = ["", " and o.n > e.n", " and o.n - e.n != 0"][random.below(3)];
    let before = random.below(30);
    let after = 1 + random.below(30);
    let within = match random.below(3) {
        0 => format!("{after}s after"),
        1 => format!("{}s before", before + 1),
        _ => format!("{before}s before, {after}s after"),
    };
    let grace = if random.once_in(2) { format!(" grace {}s", random.below(20)) } else { String::new() };
    format!("        {word}join {topic} as o on o.k == e.k{condition} within {within}{grace}\n")
}
