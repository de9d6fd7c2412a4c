//! Diagnostics as text: the only place that draws. One renderer per file, all fed the same data.

mod concise;
mod human;
mod json;
mod sources;
mod suggestion;

pub use concise::concise;
pub use human::human;
pub use json::json;
pub use sources::Sources;

#[cfg(test)]
mod tests;
