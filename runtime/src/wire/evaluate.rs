//! Small helpers that expressions are written with.

use crate::fail::{Fail, Reject};
use crate::functions::time::{Date, DayClock, Timestamp};
use std::cell::RefCell;

/// `try(e)`: a failure becomes `none`.
#[inline]
pub fn attempt<T>(evaluate: impl FnOnce() -> Result<T, Reject>) -> Option<T> {
    evaluate().ok()
}

/// `list[index]`.
#[inline]
pub fn element<T>(list: &[T], index: i64) -> Result<&T, Fail> {
    usize::try_from(index).ok().and_then(|index| list.get(index)).ok_or(Fail::IndexOutOfRange)
}

/// The event time of a record: whatever is wrong with the column, the time is invalid (spec: time.event).
#[inline]
pub fn event_time(column: Result<Timestamp, Fail>) -> Result<i64, Fail> {
    column.map(|time| time.0).map_err(|_| Fail::InvalidTime)
}

/// As [`event_time`], of a column that may be absent.
#[inline]
pub fn optional_event_time(column: Result<Option<Timestamp>, Fail>) -> Result<i64, Fail> {
    event_time(column.and_then(|time| time.ok_or(Fail::InvalidTime)))
}

/// When a date holds: a time of day by the clocks of a zone (spec: join.plain).
#[derive(Debug)]
pub struct HoldsAt(Option<RefCell<DayClock>>);

impl HoldsAt {
    /// `micros` since midnight. The compiler knows the zone; one that this program's database lacks makes every date
    /// an invalid time.
    pub fn new(zone: &str, micros: i64) -> Self {
        HoldsAt(DayClock::new(zone, micros).ok().map(RefCell::new))
    }

    #[inline]
    pub fn event_time(&self, column: Result<Date, Fail>) -> Result<i64, Fail> {
        let day = column.map_err(|_| Fail::InvalidTime)?;
        let clock = self.0.as_ref().ok_or(Fail::InvalidTime)?;
        clock.borrow_mut().instant(day).map(|time| time.0).map_err(|_| Fail::InvalidTime)
    }
}
