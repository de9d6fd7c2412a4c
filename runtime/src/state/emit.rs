//! When a group's row is emitted, and what is emitted (SEMANTICS W5, W6).

use super::codec::duration;
use super::window::Window;

/// The `emit` clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Emit {
    /// Every update.
    Changes,
    /// A changed row when the task's clock crosses a multiple of this many microseconds, or all inputs go idle.
    AtMostEvery(i64),
    /// Each closed window once.
    Final,
}

impl Emit {
    /// The first multiple after `clock` at which held-back rows are due.
    pub(crate) fn next_after(self, clock: i64) -> i64 {
        match self {
            Emit::AtMostEvery(every) => clock.div_euclid(every).saturating_add(1).saturating_mul(every),
            Emit::Changes | Emit::Final => i64::MAX,
        }
    }

    pub(crate) fn layout(self, out: &mut String) {
        match self {
            Emit::Changes => out.push_str("changes"),
            Emit::AtMostEvery(every) => {
                out.push_str("changes at most every ");
                duration(out, every);
            }
            Emit::Final => out.push_str("final"),
        }
    }
}

/// One row of a table that is to be emitted.
#[derive(Debug)]
pub struct Change<'a, K, A> {
    pub key: &'a K,
    /// [`Window::NONE`] for a table without windows.
    pub window: Window,
    /// `None`: the row is gone (a session that another absorbed).
    pub group: Option<&'a A>,
    /// The largest event time that contributed.
    pub time: i64,
}

impl<K, A> Clone for Change<'_, K, A> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<K, A> Copy for Change<'_, K, A> {}
