//! What a failed expectation says: one sentence, and expected and found one above the other.

use super::Failure;
use super::compare::{agreement, column, equal};
use super::show::show;
use crate::base::Span;
use crate::interpret::row::Emission;
use crate::model::{Model, TopicId};
use crate::plan::ExpectedRow;

/// Rows of a topic that a message shows at most.
const MOST_ROWS: usize = 5;

pub(super) fn differs(
    model: &Model,
    topic: TopicId,
    at: usize,
    row: &ExpectedRow,
    found: &Emission,
) -> Failure {
    let wrong: Vec<&str> = wrong_columns(model, row, found);
    let title = format!("{}: row {} differs in {}", model.topic(topic).name, at + 1, wrong.join(", "));
    Failure { span: row.span, title, detail: side_by_side(model, row, found) }
}

pub(super) fn missing(
    model: &Model,
    topic: TopicId,
    at: usize,
    row: &ExpectedRow,
    found: &[Emission],
) -> Failure {
    let name = &model.topic(topic).name;
    let written = match at {
        0 => "nothing was written".to_string(),
        1 => "only one row was written".to_string(),
        n => format!("only {n} rows were written"),
    };
    let title = format!("{name}: row {} is missing, {written}", at + 1);
    let detail = nearest(model, row, found).map_or(String::new(), |n| side_by_side(model, row, n));
    Failure { span: row.span, title, detail }
}

pub(super) fn contains_not(model: &Model, topic: TopicId, row: &ExpectedRow, found: &[Emission]) -> Failure {
    let name = &model.topic(topic).name;
    let (title, detail) = match nearest(model, row, found) {
        None => (format!("{name}: no such row, nothing was written"), String::new()),
        Some(n) => {
            let wrong = wrong_columns(model, row, n).join(", ");
            let rows = if found.len() == 1 { "row".to_string() } else { format!("{} rows", found.len()) };
            let title = format!("{name}: no such row; the nearest of the {rows} written differs in {wrong}");
            (title, side_by_side(model, row, n))
        }
    };
    Failure { span: row.span, title, detail }
}

pub(super) fn not_empty(model: &Model, topic: TopicId, span: Span, found: &[Emission]) -> Failure {
    let rows = if found.len() == 1 { "a row was".to_string() } else { format!("{} rows were", found.len()) };
    let title = format!("{}: expected nothing, but {rows} written", model.topic(topic).name);
    let mut lines: Vec<String> = found.iter().take(MOST_ROWS).map(|e| row_text(model, e)).collect();
    if found.len() > MOST_ROWS {
        lines.push(format!("… and {} more", found.len() - MOST_ROWS));
    }
    Failure { span, title, detail: lines.join("\n") }
}

fn nearest<'e>(model: &Model, row: &ExpectedRow, found: &'e [Emission]) -> Option<&'e Emission> {
    // Of equally near ones the newest: it is what a table holds now.
    found.iter().max_by_key(|emission| agreement(model, row, emission))
}

fn wrong_columns<'r>(model: &Model, row: &'r ExpectedRow, found: &Emission) -> Vec<&'r str> {
    let wrong = row.columns.iter().filter(|(name, value)| !equal(value, &column(model, found, name)));
    wrong.map(|(name, _)| name.as_str()).collect()
}

/// ```text
///           sender  transfers  total_eur
/// expected  7       2          300.00
/// found     7       1          300.0000
///                   ^
/// ```
fn side_by_side(model: &Model, row: &ExpectedRow, found: &Emission) -> String {
    let mut lines = [String::from(" "), "expected".into(), "found".into(), " ".into()];
    let mut width = lines[1].len();
    for (name, value) in &row.columns {
        let actual = column(model, found, name);
        let mark = if equal(value, &actual) { "" } else { "^" };
        let cells = [name.to_string(), show(value), show(&actual), mark.to_string()];
        for (line, cell) in lines.iter_mut().zip(&cells) {
            let padding = (width + 2).saturating_sub(line.chars().count());
            line.extend(std::iter::repeat_n(' ', padding));
            line.push_str(cell);
        }
        width += 2 + cells.iter().map(|c| c.chars().count()).max().unwrap_or(0);
    }
    let kept = lines.iter().map(|line| line.trim_end()).filter(|line| !line.is_empty());
    kept.collect::<Vec<_>>().join("\n")
}

/// `{ sender: 7, transfers: 2 }`; a delete shows its key.
fn row_text(model: &Model, emission: &Emission) -> String {
    let topic = model.topic(emission.topic);
    let names: Vec<String> = match topic.schema.and_then(|id| model.record(&crate::model::Type::Record(id))) {
        Some(record) if !emission.tombstone => record.fields.iter().map(|f| f.name.to_string()).collect(),
        Some(_) => topic.key.iter().map(|k| k.field.to_string()).collect(),
        None => crate::model::DEAD_LETTER_COLUMNS.iter().map(|c| c.to_string()).collect(),
    };
    let cells = names.iter().map(|name| (name, column(model, emission, name)));
    let cells =
        cells.filter(|(_, value)| !value.is_none()).map(|(name, value)| format!("{name}: {}", show(&value)));
    let row = format!("{{ {} }}", cells.collect::<Vec<_>>().join(", "));
    if emission.tombstone { format!("deleted {row}") } else { row }
}
