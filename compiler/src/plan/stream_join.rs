//! A join of two streams: what it is, and the spans of time that follow from it (spec: join.within).

use super::Expr;

/// Rows of two streams that are equal in something and near in time. Durations in microseconds.
#[derive(Clone, Debug)]
pub struct StreamJoin {
    /// A left row that meets nobody comes out all the same, the right's columns absent.
    pub left_outer: bool,
    /// Likewise a right row.
    pub right_outer: bool,
    /// Pairs that must be equal, at least one: over the left's scope, and over the right's.
    pub on: Vec<(Expr, Expr)>,
    /// A further condition over the joined scope.
    pub condition: Option<Expr>,
    /// How much earlier than the left row the right one may be.
    pub before: i64,
    /// How much later.
    pub after: i64,
    pub grace: i64,
}

/// One of the two streams.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum JoinSide {
    Left,
    Right,
}

impl JoinSide {
    /// Of the input at this place.
    pub fn of(slot: usize) -> Self {
        if slot == 0 { JoinSide::Left } else { JoinSide::Right }
    }
}

impl StreamJoin {
    /// Whether an unmatched row of this side comes out.
    pub fn is_outer(&self, side: JoinSide) -> bool {
        match side {
            JoinSide::Left => self.left_outer,
            JoinSide::Right => self.right_outer,
        }
    }

    /// How long after its time the window of a row is open, the grace included: until then it is not late, and it is
    /// unmatched when the clock has passed that.
    pub fn open(&self, side: JoinSide) -> i64 {
        let own = match side {
            JoinSide::Left => self.after,
            JoinSide::Right => self.before,
        };
        own.saturating_add(self.grace)
    }

    /// How long after its time a row is kept that is not unmatched: the last row that it could meet is late after that.
    pub fn kept(&self) -> i64 {
        self.before.saturating_add(self.after).saturating_add(self.grace)
    }

    /// The times of the partners of a row of this side, both inclusive.
    pub fn partners(&self, side: JoinSide, time: i64) -> (i64, i64) {
        let (back, on) = match side {
            JoinSide::Left => (self.before, self.after),
            JoinSide::Right => (self.after, self.before),
        };
        (time.saturating_sub(back), time.saturating_add(on))
    }

    /// The equal expressions of one side.
    pub fn keys(&self, side: JoinSide) -> impl Iterator<Item = &Expr> {
        self.on.iter().map(move |(left, right)| match side {
            JoinSide::Left => left,
            JoinSide::Right => right,
        })
    }
}
