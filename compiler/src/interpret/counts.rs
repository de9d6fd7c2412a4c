//! What happened to the records that an operator was given (spec: balance.node).

use std::ops::AddAssign;

/// `input + fan_out = used + filtered + late + dead + unmatched`, for every operator at any time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub input: u64,
    /// Rows that `each` made beyond the one it was given.
    pub fan_out: u64,
    pub used: u64,
    pub filtered: u64,
    pub late: u64,
    pub dead: u64,
    pub unmatched: u64,
    /// Results of groups that could not be computed. Their records were used; a result is no record, so it stands
    /// outside the balance.
    pub failed_results: u64,
}

impl Counts {
    pub fn balanced(&self) -> bool {
        self.input + self.fan_out == self.used + self.filtered + self.late + self.dead + self.unmatched
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.input += other.input;
        self.fan_out += other.fan_out;
        self.used += other.used;
        self.filtered += other.filtered;
        self.late += other.late;
        self.dead += other.dead;
        self.unmatched += other.unmatched;
        self.failed_results += other.failed_results;
    }
}
