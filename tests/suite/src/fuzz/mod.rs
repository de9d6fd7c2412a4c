//! Fuzzing the front end, and [`try_record`] the reader of Avro: seeded, structure-aware mutations of real texts, driven through every stage that takes a text.
//!
//! Text `n` of a seed depends on nothing but the two numbers and the corpus, so that a failure is found again by them. No
//! library and no coverage: the corpus knows the language, and the mutations cut and splice along its trees.

mod avro;
mod corpus;
mod dictionary;
mod drive;
mod feed;
mod minimise;
mod mutate;

pub use avro::try_record;
pub use corpus::{Corpus, Sample};
pub use drive::{Fault, drive};
pub use minimise::minimise;

use crate::random::Random;

/// The files of a workspace, by name.
pub type Files = Vec<(String, String)>;

/// Text `n` of a seed.
pub fn text(corpus: &Corpus, seed: u64, n: u64) -> Files {
    let mut random = Random::new(seed, n);
    mutate::mutate(corpus, &mut random)
}

/// A text that broke a promise.
#[derive(Clone, Debug)]
pub struct Found {
    pub seed: u64,
    pub n: u64,
    pub fault: Fault,
    /// As small as some hundred attempts made it.
    pub files: Files,
}

impl Found {
    /// The text with its story, in the form of the fences: one file after another.
    pub fn report(&self) -> String {
        let mut out =
            format!("// seed {} text {}: {}\n", self.seed, self.n, self.fault.to_string().replace('\n', " "));
        for (name, text) in &self.files {
            out.push_str(&format!("// file: {name}\n{text}"));
            if !text.ends_with('\n') {
                out.push('\n');
            }
        }
        out
    }
}

/// Drives text `n`: whether it was sound, and so ran.
///
/// # Errors
/// What is wrong with it, made small.
pub fn try_text(corpus: &Corpus, seed: u64, n: u64) -> Result<bool, Box<Found>> {
    let files = text(corpus, seed, n);
    drive(&files).map_err(|fault| {
        let files = minimise(files, |smaller| drive(smaller).is_err_and(|f| f.kind() == fault.kind()));
        Box::new(Found { seed, n, fault, files })
    })
}
