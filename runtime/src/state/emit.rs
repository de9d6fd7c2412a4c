//! When a group's row is emitted, and what is emitted (spec: window.final, window.changes).

use super::codec::duration;
use super::window::Window;
use crate::context::Cx;
use crate::fail::Reject;
use crate::record::Record;

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
///
/// What a store calls with it says whether readers have a row of the group from now on: `Ok(false)` where `having` does
/// not hold (and, if `shown`, the row was deleted). An `Err` is a result that cannot be computed: readers keep what they
/// have, and a dead letter tells why.
#[derive(Debug)]
pub struct Change<'a, K, A> {
    pub key: &'a K,
    /// [`Window::NONE`] for a table without windows.
    pub window: Window,
    /// `None`: the row is gone (a session that another absorbed, a group that has outlived its `ttl`).
    pub group: Option<&'a A>,
    /// Of a group that has outlived its `ttl`: what it was.
    pub last: Option<&'a A>,
    /// The largest event time that contributed, also of a session that another absorbed; of a group that has outlived
    /// its `ttl`, the clock.
    pub time: i64,
    /// Readers have a row of this group.
    pub shown: bool,
}

impl<K, A> Clone for Change<'_, K, A> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<K, A> Copy for Change<'_, K, A> {}

/// Emits a row; `cause` is the record that changed it, if one did. Gives whether readers have the row now.
#[inline]
pub(super) fn tell<K, A>(
    change: &Change<'_, K, A>,
    cause: Option<&Record<'_>>,
    cx: &mut Cx<'_>,
    emit: &mut impl FnMut(&Change<'_, K, A>, &mut Cx<'_>) -> Result<bool, Reject>,
) -> bool {
    match emit(change, cx) {
        Ok(shown) => shown,
        Err(reject) => {
            cx.failed(reject, cause);
            change.shown
        }
    }
}
