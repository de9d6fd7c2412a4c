//! What other tools read: pictures and documents made from the plan. Deterministic; writes text, never files.

pub mod graph;
