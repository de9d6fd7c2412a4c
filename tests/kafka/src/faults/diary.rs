//! What has been done and seen, line by line as it happens, and what should not have been seen.

use std::fmt::Display;
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

/// Shared by the threads that make trouble.
pub struct Diary<'a> {
    begin: Instant,
    say: &'a (dyn Fn(&str) + Sync),
    unexpected: Mutex<Vec<String>>,
}

impl<'a> Diary<'a> {
    pub fn new(say: &'a (dyn Fn(&str) + Sync)) -> Self {
        Diary { begin: Instant::now(), say, unexpected: Mutex::default() }
    }

    pub fn note(&self, what: impl Display) {
        (self.say)(&format!("{:7.1} s  {what}", self.begin.elapsed().as_secs_f64()));
    }

    /// Nothing may be lost by it, and yet it must not happen.
    pub fn unexpected(&self, what: impl Display) {
        self.note(format_args!("UNEXPECTED: {what}"));
        self.unexpected.lock().unwrap_or_else(PoisonError::into_inner).push(what.to_string());
    }

    /// Whether a process may have ended as it did, by its last words. That its name was taken is its own doing now and then: a node
    /// that stood still answers a join for which nobody waits any more, after the one that was made in its place. It cannot be told
    /// from another process of the name, so the member ends and whoever supervises it starts it again.
    pub fn ended(&self, name: &str, output: &str) {
        let mut last = output.lines().rev().filter(|line| !line.trim().is_empty()).take(2);
        let error = last.find(|line| line.starts_with("error: ")).or(last.next()).unwrap_or_default();
        if error.starts_with("error: another process is the member") {
            self.note(format_args!("{name} has ended: its name was taken"));
        } else {
            self.unexpected(format_args!("{name} has ended by itself: {error}"));
        }
    }

    pub fn into_unexpected(self) -> Vec<String> {
        self.unexpected.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}
