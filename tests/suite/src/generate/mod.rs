//! Random well-typed jobs with random inputs: the same seed gives the same text and the same lines for ever.
//!
//! The generator knows the types of what it writes: the texts are meant to be free of findings, whatever the seed, and the
//! inputs to be anything but free of mistakes. What a job should compute is not known here; two executors are compared.

mod columns;
mod decoded;
mod expression;
mod input;
mod job;
mod stream_join;
mod types;

pub use decoded::inputs;
pub use input::Line;

/// A package with one job, and what arrives at its topics.
#[derive(Clone, Debug)]
pub struct Case {
    pub seed: u64,
    /// The `.stream` text.
    pub text: String,
    /// In order of arrival over all topics.
    pub inputs: Vec<Line>,
}

/// The case of a seed.
pub fn case(seed: u64) -> Case {
    let mut random = crate::random::Random::new(0x006a_6f62_7321, seed);
    let written = job::job(&mut random, seed);
    let inputs = input::lines(&mut random, &written.event, written.disorder);
    Case { seed, text: written.text, inputs }
}
