//! Operator time: the clock of a task, and what it means that the clock crosses something (spec: time.watermark, state.restart).

/// A task's clock in microseconds; `None` before any lane has a time. It never moves back.
pub(crate) type Clock = Option<i64>;

/// How often an upstream task tells its clock to the tasks below.
pub(crate) const WATERMARK_EVERY: i64 = 1_000_000;

/// Whether the clock passes a multiple of `every` on its way. A clock without a value stands before every multiple.
pub(crate) fn crosses(before: Clock, after: i64, every: i64) -> bool {
    let every = every.max(1);
    before.is_none_or(|before| before.div_euclid(every) < after.div_euclid(every))
}

#[cfg(test)]
mod tests {
    use super::crosses;

    #[test]
    fn reaching_a_multiple_crosses_it_and_leaving_it_does_not() {
        assert!(crosses(Some(999_999), 1_000_000, 1_000_000));
        assert!(!crosses(Some(1_000_000), 1_999_999, 1_000_000));
        assert!(crosses(Some(1_000_000), 5_000_000, 1_000_000));
        assert!(crosses(None, 0, 1_000_000));
    }
}
