//! Every stage that takes a text, and what each promises for all of them.

use super::{Files, feed};
use crate::random::Random;
use riparian_compiler::base::{FileId, Span};
use riparian_compiler::diag::render::human;
use riparian_compiler::fmt as formatter;
use riparian_compiler::interpret::{self, Machine};
use riparian_compiler::syntax;
use riparian_compiler::workspace::{Analysis, Workspace};
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// A promise that was broken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A stage panicked: its name and the message.
    Panic(&'static str, String),
    /// The tokens of the tree are not the text.
    Lossy(String),
    /// A span outside its text, or inside a character.
    Span(String),
    /// The same texts gave other findings.
    Unstable(String),
    /// A record is not accounted for.
    Balance(String),
    /// A text without an error has no Rust, or another one each time.
    Rust(String),
    /// The formatter would change more than blanks and separators, or is not done after one pass.
    Format(String),
}

impl Fault {
    /// Faults of one kind have one cause, as far as minimising is concerned.
    pub fn kind(&self) -> String {
        match self {
            Fault::Panic(stage, message) => {
                // Numbers in a message differ from text to text.
                let message: String = message.chars().filter(|c| !c.is_ascii_digit()).take(60).collect();
                format!("panic {stage} {message}")
            }
            Fault::Lossy(_) => "lossy".into(),
            Fault::Span(_) => "span".into(),
            Fault::Unstable(_) => "unstable".into(),
            Fault::Balance(_) => "balance".into(),
            Fault::Rust(_) => "rust".into(),
            Fault::Format(_) => "format".into(),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::Panic(stage, message) => write!(f, "{stage} panicked: {message}"),
            Fault::Lossy(what) => write!(f, "the tree is not the text: {what}"),
            Fault::Span(what) => write!(f, "a span is wrong: {what}"),
            Fault::Unstable(what) => write!(f, "findings differ from one analysis to the next: {what}"),
            Fault::Balance(what) => write!(f, "a record is not accounted for: {what}"),
            Fault::Rust(what) => write!(f, "no Rust: {what}"),
            Fault::Format(what) => write!(f, "formatting is unsound: {what}"),
        }
    }
}

/// Drives a workspace through the front end: parse, format, analyse twice, draw; what is sound runs on the
/// interpreter.
///
/// Gives whether the texts were sound, so that they ran.
///
/// # Errors
/// The first promise that does not hold.
pub fn drive(files: &Files) -> Result<bool, Fault> {
    for (_, text) in files {
        guarded("parse", || lossless(text))??;
        guarded("format", || formats(text))??;
    }
    let analysis = guarded("analyse", || Workspace::of(files.clone()).analyse())?;
    spans(&analysis)?;
    let again = guarded("analyse", || Workspace::of(files.clone()).analyse())?;
    if again.diagnostics != analysis.diagnostics {
        let other = analysis.diagnostics.iter().zip(&again.diagnostics).find(|(a, b)| a != b);
        return Err(Fault::Unstable(other.map_or("their number".into(), |(a, _)| a.title.clone())));
    }
    guarded("render", || {
        let sources = analysis.sources();
        analysis.diagnostics.iter().map(|d| human(d, &sources, false).len()).sum::<usize>()
    })?;
    let sound = !analysis.has_errors();
    if sound {
        guarded("interpret", || run(&analysis))??;
        guarded("rust", || generates(&analysis))??;
    }
    Ok(sound)
}

fn guarded<T>(stage: &'static str, act: impl FnOnce() -> T) -> Result<T, Fault> {
    catch_unwind(AssertUnwindSafe(act)).map_err(|cause| {
        let text = cause.downcast_ref::<String>().cloned();
        let text = text.or_else(|| cause.downcast_ref::<&str>().map(|text| (*text).to_owned()));
        Fault::Panic(stage, text.unwrap_or_default())
    })
}

fn lossless(text: &str) -> Result<(), Fault> {
    let parsed = syntax::parse(FileId(0), text);
    let mut rest = text;
    for token in parsed.tree.tokens() {
        match rest.strip_prefix(token.text()) {
            Some(after) => rest = after,
            None => return Err(Fault::Lossy(format!("{:?} at {}", token.kind(), token.start()))),
        }
    }
    if rest.is_empty() {
        Ok(())
    } else {
        Err(Fault::Lossy(format!("{} bytes are missing at the end", rest.len())))
    }
}

/// Formatting keeps the text's tokens, and formatting again changes nothing.
fn formats(text: &str) -> Result<(), Fault> {
    let once = formatter::format(text).map_err(|unfaithful| Fault::Format(unfaithful.to_string()))?;
    match formatter::format(&once) {
        Ok(twice) if twice == once => Ok(()),
        Ok(twice) => {
            let line = once.lines().zip(twice.lines()).find(|(a, b)| a != b);
            Err(Fault::Format(format!("a second pass changes a line: {line:?}")))
        }
        Err(unfaithful) => Err(Fault::Format(format!("its own result: {unfaithful}"))),
    }
}

/// Every span of every finding lies in its text, at the borders of characters.
fn spans(analysis: &Analysis) -> Result<(), Fault> {
    let sound = |span: Span| {
        let text = analysis.file(span.file).map(|file| &*file.text);
        span.start <= span.end && text.is_some_and(|text| text.get(span.range()).is_some())
    };
    for finding in &analysis.diagnostics {
        let edits = finding.fixes.iter().flat_map(|fix| &fix.edits).map(|edit| edit.span);
        let all = std::iter::once(finding.span).chain(finding.secondary.iter().map(|l| l.span)).chain(edits);
        if let Some(span) = all.into_iter().find(|span| !sound(*span)) {
            let at = format!("{}: {}..{} of file {}", finding.code.id, span.start, span.end, span.file.0);
            return Err(Fault::Span(at));
        }
    }
    Ok(())
}

/// Tests run, whatever they find; jobs take what arrives, and account for it.
fn run(analysis: &Analysis) -> Result<(), Fault> {
    for test in &analysis.plan.tests {
        interpret::test::run(&analysis.model, &analysis.plan, test);
    }
    for job in &analysis.plan.jobs {
        let mut machine = Machine::new(&analysis.model, job);
        for (topic, input) in feed::rows(&analysis.model, &mut Random::new(1, 1), 25) {
            machine.feed(topic, input);
            machine.run();
        }
        machine.idle();
        for operator in &job.operators {
            let counts = machine.counts(operator.id);
            if !counts.balanced() {
                return Err(Fault::Balance(format!("{counts:?}")));
            }
        }
    }
    Ok(())
}

/// Every job of a sound text has Rust, the same each time.
fn generates(analysis: &Analysis) -> Result<(), Fault> {
    for (once, again) in analysis.generate(|_| true).into_iter().zip(analysis.generate(|_| true)) {
        if once != again {
            return Err(Fault::Rust(format!("{} differs the second time", once.file_name)));
        }
        if let Some(at) = once.text.find("compile_error!") {
            let line = once.text.get(at..).and_then(|rest| rest.lines().next()).unwrap_or_default();
            return Err(Fault::Rust(line.to_owned()));
        }
    }
    Ok(())
}
