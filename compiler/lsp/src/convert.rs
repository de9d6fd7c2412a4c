//! Between the compiler's byte offsets and the protocol's positions.

use gen_lsp_types as lsp;
use riparian_compiler::base::{LineIndex, Span};
use riparian_compiler::diag::{Applicability, Diagnostic, Severity};

/// How the client counts characters in a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    Utf8,
    Utf16,
}

impl Encoding {
    /// UTF-8 where the client offers it, else what the protocol falls back to.
    pub fn negotiate(parameters: &lsp::InitializeParams) -> Encoding {
        let offered = parameters.capabilities.general.as_ref().and_then(|g| g.position_encodings.as_ref());
        match offered {
            Some(list) if list.contains(&lsp::PositionEncodingKind::UTF8) => Encoding::Utf8,
            _ => Encoding::Utf16,
        }
    }

    pub fn kind(self) -> lsp::PositionEncodingKind {
        match self {
            Encoding::Utf8 => lsp::PositionEncodingKind::UTF8,
            Encoding::Utf16 => lsp::PositionEncodingKind::UTF16,
        }
    }
}

/// A text with what is needed to convert places in it.
pub struct Text<'a> {
    pub text: &'a str,
    lines: LineIndex,
    encoding: Encoding,
}

impl<'a> Text<'a> {
    pub fn new(text: &'a str, encoding: Encoding) -> Self {
        Text { text, lines: LineIndex::new(text), encoding }
    }

    pub fn position(&self, offset: u32) -> lsp::Position {
        let mut offset = (offset as usize).min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        let line = self.lines.line(offset as u32);
        let before = &self.text[self.lines.start(line) as usize..offset];
        let character = match self.encoding {
            Encoding::Utf8 => before.len(),
            Encoding::Utf16 => before.encode_utf16().count(),
        };
        lsp::Position { line, character: character as u32 }
    }

    /// The byte offset of a position; positions beyond a line's end are its end.
    pub fn offset(&self, position: lsp::Position) -> u32 {
        if position.line >= self.lines.count() {
            return self.text.len() as u32;
        }
        let start = self.lines.start(position.line) as usize;
        let line = self.text[start..].split('\n').next().unwrap_or_default();
        let line = line.strip_suffix('\r').unwrap_or(line);
        let mut units = 0;
        for (at, c) in line.char_indices() {
            if units >= position.character as usize {
                return (start + at) as u32;
            }
            units += match self.encoding {
                Encoding::Utf8 => c.len_utf8(),
                Encoding::Utf16 => c.len_utf16(),
            };
        }
        (start + line.len()) as u32
    }

    pub fn range(&self, span: Span) -> lsp::Range {
        lsp::Range { start: self.position(span.start), end: self.position(span.end) }
    }

    /// The whole text.
    pub fn whole(&self) -> lsp::Range {
        lsp::Range {
            start: lsp::Position { line: 0, character: 0 },
            end: self.position(self.text.len() as u32),
        }
    }
}

/// A finding for the editor. `place` converts spans of any file.
pub fn diagnostic(
    finding: &Diagnostic,
    place: &dyn Fn(Span) -> Option<lsp::Location>,
) -> Option<lsp::Diagnostic> {
    let location = place(finding.span)?;
    let mut message = finding.title.clone();
    for part in std::iter::once(&finding.label).filter(|l| !l.is_empty()) {
        message.push('\n');
        message.push_str(part);
    }
    for note in &finding.notes {
        message.push_str("\nnote: ");
        message.push_str(note);
    }
    if let Some(help) = &finding.help {
        message.push_str("\nhelp: ");
        message.push_str(help);
    }
    let related = finding.secondary.iter().filter_map(|label| {
        Some(lsp::DiagnosticRelatedInformation { location: place(label.span)?, message: label.text.clone() })
    });
    Some(lsp::Diagnostic {
        range: location.range,
        severity: Some(match finding.severity {
            Severity::Error => lsp::DiagnosticSeverity::Error,
            Severity::Warning => lsp::DiagnosticSeverity::Warning,
            Severity::Info => lsp::DiagnosticSeverity::Information,
        }),
        code: Some(lsp::Code::String(finding.code.id.to_string())),
        code_description: None,
        source: Some("riparian".to_string()),
        message: lsp::Message::String(message),
        tags: None,
        related_information: Some(related.collect()),
        data: None,
    })
}

/// Whether an editor should offer a fix as the preferred one.
pub fn preferred(applicability: Applicability) -> bool {
    applicability == Applicability::Safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_outside_the_first_plane_count_two_in_utf16() {
        let source = "ab\n// 𝛼 x\r\nlast";
        let x = source.find('x').expect("x") as u32;
        let utf16 = Text::new(source, Encoding::Utf16);
        assert_eq!(utf16.position(x), lsp::Position { line: 1, character: 6 });
        assert_eq!(utf16.offset(lsp::Position { line: 1, character: 6 }), x);
        let utf8 = Text::new(source, Encoding::Utf8);
        assert_eq!(utf8.position(x), lsp::Position { line: 1, character: 8 });
        assert_eq!(utf8.offset(utf8.position(x)), x);
    }

    #[test]
    fn positions_beyond_the_text_are_its_end() {
        let text = Text::new("ab\r\nc", Encoding::Utf16);
        assert_eq!(text.offset(lsp::Position { line: 0, character: 99 }), 2);
        assert_eq!(text.offset(lsp::Position { line: 9, character: 0 }), 5);
        assert_eq!(text.position(99), lsp::Position { line: 1, character: 1 });
    }
}
