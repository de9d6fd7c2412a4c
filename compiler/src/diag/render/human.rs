//! For people at a terminal: drawn by codespan-reporting, with a `help` block of our own below.

use super::{Sources, suggestion};
use crate::diag::{Diagnostic, Fix, Severity};
use codespan_reporting::diagnostic as codespan;
use codespan_reporting::term::termcolor::{Buffer, Color, ColorSpec, WriteColor};
use codespan_reporting::term::{self, Config};
use std::io::{self, Write};

/// The finding as drawn text, with ANSI colours or without; ends with an empty line.
pub fn human(diagnostic: &Diagnostic, sources: &Sources<'_>, colours: bool) -> String {
    let mut buffer = if colours { Buffer::ansi() } else { Buffer::no_color() };
    match draw(diagnostic, sources, &mut buffer) {
        Ok(()) => String::from_utf8_lossy(buffer.as_slice()).into_owned(),
        // A span outside the text must not cost the user the message.
        Err(()) => format!("{}\n", super::concise(diagnostic, sources)),
    }
}

fn draw(diagnostic: &Diagnostic, sources: &Sources<'_>, buffer: &mut Buffer) -> Result<(), ()> {
    let config = Config { tab_width: 4, ..Config::default() };
    let drawn = convert(diagnostic, sources);
    term::emit_to_write_style(buffer, &config, sources, &drawn).map_err(|_| ())?;
    help(diagnostic, sources, buffer).map_err(|_| ())
}

fn convert(diagnostic: &Diagnostic, sources: &Sources<'_>) -> codespan::Diagnostic<crate::base::FileId> {
    let severity = match diagnostic.severity {
        Severity::Error => codespan::Severity::Error,
        Severity::Warning => codespan::Severity::Warning,
        Severity::Info => codespan::Severity::Note,
    };
    let primary = codespan::Label::primary(diagnostic.span.file, sources.bytes(diagnostic.span))
        .with_message(&diagnostic.label);
    let secondary = diagnostic.secondary.iter().map(|label| {
        codespan::Label::secondary(label.span.file, sources.bytes(label.span)).with_message(&label.text)
    });
    codespan::Diagnostic::new(severity)
        .with_code(diagnostic.code.id)
        .with_message(&diagnostic.title)
        .with_labels(std::iter::once(primary).chain(secondary).collect())
        .with_notes(diagnostic.notes.iter().map(|note| laid_out(note)).collect())
}

/// A note of several lines is a table that is laid out already: its columns stay below each other.
fn laid_out(note: &str) -> String {
    if note.contains('\n') {
        format!("note: {}", note.replace('\n', "\n      "))
    } else {
        format!("note: {}", wrapped(note))
    }
}

/// Notes are broken at 76 columns, so that they fit a narrow terminal with what stands before them.
fn wrapped(note: &str) -> String {
    let (mut text, mut column) = (String::new(), 6);
    for word in note.split(' ') {
        let width = word.chars().count();
        if column + width > 74 && column > 0 {
            text.push('\n');
            column = 0;
        } else if !text.is_empty() {
            text.push(' ');
            column += 1;
        }
        text.push_str(word);
        column += width;
    }
    text
}

/// `help: …`, and below it the lines as the first fix would leave them.
fn help(diagnostic: &Diagnostic, sources: &Sources<'_>, buffer: &mut Buffer) -> io::Result<()> {
    let fix = diagnostic.fixes.first();
    let Some(text) = diagnostic.help.as_deref().or(fix.map(|f| f.title.as_str())) else { return Ok(()) };
    // Between codespan's last line and this one there is exactly one empty line.
    if buffer.as_slice().ends_with(b"\n\n") {
        let length = buffer.len() - 1;
        let kept = buffer.as_slice()[..length].to_vec();
        buffer.clear();
        buffer.write_all(&kept)?;
    }
    let preview = fix.and_then(|fix| suggestion::preview(fix, sources).map(|preview| (fix, preview)));
    let gutter = gutter(diagnostic, preview.as_ref().map(|(fix, _)| *fix), sources);
    let mut blue = ColorSpec::new();
    blue.set_fg(Some(if cfg!(windows) { Color::Cyan } else { Color::Blue }));
    if diagnostic.notes.is_empty() {
        buffer.set_color(&blue)?;
        writeln!(buffer, "{:gutter$} │", "")?;
        buffer.reset()?;
    }
    buffer.set_color(ColorSpec::new().set_fg(Some(Color::Cyan)).set_bold(true).set_intense(true))?;
    write!(buffer, "{:gutter$} = help", "")?;
    buffer.reset()?;
    writeln!(buffer, ": {text}")?;
    let Some((_, preview)) = preview else { return writeln!(buffer) };
    let mut green = ColorSpec::new();
    green.set_fg(Some(Color::Green));
    for (i, line) in preview.lines.iter().enumerate() {
        buffer.set_color(&blue)?;
        write!(buffer, "{:>gutter$} │", preview.line + i as u32)?;
        buffer.reset()?;
        writeln!(buffer, " {}", line.replace('\t', "    "))?;
    }
    if let (Some(marked), [line]) = (&preview.marked, preview.lines.as_slice()) {
        let tabs = line.chars().take(marked.start).filter(|c| *c == '\t').count();
        buffer.set_color(&blue)?;
        write!(buffer, "{:gutter$} │", "")?;
        buffer.set_color(&green)?;
        write!(buffer, " {}{}", " ".repeat(marked.start + 3 * tabs), "~".repeat(marked.len()))?;
        buffer.reset()?;
        writeln!(buffer)?;
    }
    writeln!(buffer)
}

/// The width of the column of line numbers, the same as that above.
fn gutter(diagnostic: &Diagnostic, fix: Option<&Fix>, sources: &Sources<'_>) -> usize {
    let labels = diagnostic.secondary.iter().map(|label| label.span);
    let edits = fix.into_iter().flat_map(|fix| fix.edits.iter().map(|edit| edit.span));
    let spans = std::iter::once(diagnostic.span).chain(labels).chain(edits);
    let last = spans.map(|span| sources.position(span.file, span.end).0).max();
    last.unwrap_or(1).to_string().len()
}
