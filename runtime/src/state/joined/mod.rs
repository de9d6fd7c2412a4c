//! Two streams that meet within a span of time (spec: join.within, join.alone, join.late).
//!
//! Owns who meets whom, who is late, and who comes out alone; what a side keeps is [`Waiting`]'s, what becomes of a pair is
//! generated code's.

mod kept;
mod waiting;

pub use waiting::Waiting;

use super::codec::{Key, State};
use crate::fail::Reject;
use crate::store::Store;
use waiting::Spans;

/// What a join is. Durations in microseconds.
#[derive(Clone, Copy, Debug)]
pub struct JoinSpec {
    /// The stores of the two sides: `{node}.{alias}.left` and `{node}.{alias}.right`.
    pub names: [&'static str; 2],
    /// How much earlier than the left row the right one may be, and how much later.
    pub before: i64,
    pub after: i64,
    pub grace: i64,
    /// Left rows that meet nobody come out alone; right rows likewise.
    pub outer: [bool; 2],
}

/// A row of the other side that a row has met, and the time of the pair: the later of both.
#[derive(Clone, Debug)]
pub struct Partner<V> {
    pub time: i64,
    /// `Err`: the further condition failed for the two.
    pub row: Result<V, Reject>,
}

/// What a row finds when it comes.
#[derive(Clone, Debug)]
#[must_use]
pub enum Met<V> {
    /// Its window has closed, and nobody that it could meet is still there.
    Late,
    /// By time, of one time by arrival. None: it waits.
    Partners(Vec<Partner<V>>),
}

/// A row that met nobody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Alone<L, R> {
    Left(L),
    Right(R),
}

/// The rows of both sides that may still meet somebody, by what they must be equal in.
#[derive(Debug)]
pub struct Joined<K, L, R> {
    spec: JoinSpec,
    left: Waiting<K, L>,
    right: Waiting<K, R>,
}

impl<K: Key, L: State, R: State> Joined<K, L, R> {
    pub fn new(spec: JoinSpec) -> Self {
        let kept = spec.before.saturating_add(spec.after).saturating_add(spec.grace);
        let spans = |own: i64, outer| Spans { open: own.saturating_add(spec.grace), kept, outer };
        Joined {
            left: Waiting::new(spec.names[0], spans(spec.after, spec.outer[0])),
            right: Waiting::new(spec.names[1], spans(spec.before, spec.outer[1])),
            spec,
        }
    }

    /// A left row comes. `holds` says whether it may meet a right one that is equal and near.
    pub fn left(
        &mut self,
        key: &K,
        time: i64,
        row: &L,
        clock: i64,
        mut holds: impl FnMut(&L, &R) -> Result<bool, Reject>,
    ) -> Met<R> {
        let near = (time.saturating_sub(self.spec.before), time.saturating_add(self.spec.after));
        meet(&mut self.left, &mut self.right, key, time, row, near, clock, |other| holds(row, other))
    }

    /// A right row comes.
    pub fn right(
        &mut self,
        key: &K,
        time: i64,
        row: &R,
        clock: i64,
        mut holds: impl FnMut(&L, &R) -> Result<bool, Reject>,
    ) -> Met<L> {
        let near = (time.saturating_sub(self.spec.after), time.saturating_add(self.spec.before));
        meet(&mut self.right, &mut self.left, key, time, row, near, clock, |other| holds(other, row))
    }

    /// The next clock at which [`Joined::advance`] has something to do.
    #[inline]
    pub fn deadline(&self) -> i64 {
        self.left.deadline().min(self.right.deadline())
    }

    /// Lets go what can meet nobody any more. Gives those that never have, of an outer side, with their times: in order
    /// of the clock at which that was so, the left first, then by key.
    pub fn advance(&mut self, clock: i64) -> Vec<(i64, Alone<L, R>)> {
        let mut alone: Vec<(i64, u8, K, i64, Alone<L, R>)> = Vec::new();
        self.left.advance(clock, |until, key, time, row| alone.push((until, 0, key, time, Alone::Left(row))));
        self.right
            .advance(clock, |until, key, time, row| alone.push((until, 1, key, time, Alone::Right(row))));
        // Stable: rows of one key and time stay in order of arrival.
        alone.sort_by(|a, b| (a.0, a.1, &a.2).cmp(&(b.0, b.1, &b.2)));
        alone.into_iter().map(|(_, _, _, time, row)| (time, row)).collect()
    }

    /// Both sides, the left first.
    pub fn stores(&mut self, visit: &mut dyn FnMut(&mut dyn Store)) {
        visit(&mut self.left);
        visit(&mut self.right);
    }
}

/// A row meets the rows of the other side whose times lie in `near`, and waits for others unless it is late.
#[expect(clippy::too_many_arguments, reason = "one function for both directions")]
fn meet<K: Key, A: State, B: State>(
    own: &mut Waiting<K, A>,
    other: &mut Waiting<K, B>,
    key: &K,
    time: i64,
    row: &A,
    near: (i64, i64),
    clock: i64,
    mut holds: impl FnMut(&B) -> Result<bool, Reject>,
) -> Met<B> {
    let mut partners = Vec::new();
    let mut met = Vec::new();
    for (at, kept) in other.between(key, near.0, near.1) {
        let partner = |row| Partner { time: kept.time.max(time), row };
        match holds(&kept.row) {
            Ok(true) => {
                met.push(at);
                partners.push(partner(Ok(kept.row.clone())));
            }
            Ok(false) => {}
            Err(reject) => partners.push(partner(Err(reject))),
        }
    }
    let late = own.is_late(time, clock);
    if late && partners.is_empty() {
        return Met::Late;
    }
    other.mark(key, &met);
    if !late {
        own.keep(key, time, row.clone(), !met.is_empty());
    }
    Met::Partners(partners)
}

#[cfg(test)]
mod tests;
