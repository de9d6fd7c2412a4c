//! The rewrites in their order.
//!
//! Filters are not fused: a node has one `where`, and filters of two nodes count what they drop under two names.

use super::{Rewrite, constants};

pub const REWRITES: &[Rewrite] = &[constants::REWRITE];
