//! What a stage sees of its task while it runs: time, outputs, counters, dead letters.

use std::marker::PhantomData;

/// The context of one run.
pub struct Cx<'a> {
    pub(crate) _task: PhantomData<&'a ()>,
}
