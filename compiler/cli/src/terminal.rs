//! What people see: colours on a terminal only, one status line while something runs.

use std::io::{IsTerminal, Write, stderr, stdout};

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Colour {
    /// On a terminal, unless NO_COLOR is set.
    Auto,
    Always,
    Never,
}

/// The two streams, and whether the one for people is coloured.
pub struct Terminal {
    pub colour_err: bool,
}

impl Terminal {
    pub fn new(colour: Colour) -> Self {
        let wanted = |terminal: bool| match colour {
            Colour::Always => true,
            Colour::Never => false,
            Colour::Auto => terminal && std::env::var_os("NO_COLOR").is_none_or(|v| v.is_empty()),
        };
        Terminal { colour_err: wanted(stderr().is_terminal()) }
    }

    /// Data, for the next program or for people.
    pub fn out(&self, text: &str) {
        let mut out = stdout().lock();
        // A closed pipe ends the reader's interest, not ours.
        let _ = out.write_all(text.as_bytes());
        if !text.ends_with('\n') {
            let _ = out.write_all(b"\n");
        }
    }

    /// Findings, progress, remarks.
    pub fn say(&self, text: &str) {
        let mut err = stderr().lock();
        let _ = err.write_all(text.as_bytes());
        if !text.ends_with('\n') {
            let _ = err.write_all(b"\n");
        }
    }

    pub fn error(&self, text: &str) {
        let head = if self.colour_err { "\x1b[1;31merror\x1b[0m" } else { "error" };
        self.say(&format!("{head}: {text}"));
    }

    /// `verb` right-aligned as cargo does, then what it is about.
    pub fn status(&self, verb: &str, about: &str) {
        if self.colour_err {
            self.say(&format!("\x1b[1;32m{verb:>12}\x1b[0m {about}"));
        } else {
            self.say(&format!("{verb:>12} {about}"));
        }
    }
}
