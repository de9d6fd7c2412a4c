//! One lane of a task's time: a source partition, or an upstream task seen through an internal topic.

use crate::state::codec::State;
use riparian_functions::Fail;

/// No time has been seen yet. Before every real time.
pub const UNSET: i64 = i64::MIN;

/// All times in microseconds since the epoch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lane {
    /// Takes part in the task's clock. Tables do not.
    pub(crate) holds: bool,
    pub(crate) disorder: i64,
    pub(crate) skew: Option<i64>,
    /// The largest event time seen less the disorder; of an internal topic the upstream task's clock.
    pub(crate) watermark: i64,
    pub(crate) idle: bool,
}

impl Lane {
    /// A partition of a source.
    pub fn source(holds: bool, disorder: i64, skew: Option<i64>) -> Self {
        Lane { holds, disorder, skew, watermark: UNSET, idle: false }
    }

    /// An upstream task.
    pub fn upstream() -> Self {
        Lane::source(true, 0, None)
    }

    /// Takes the event time of a record that the log appended at `appended` (spec: time.event, time.watermark, time.invalid).
    #[inline]
    pub(crate) fn observe(&mut self, time: i64, appended: i64) -> Result<(), Fail> {
        if time < 0 {
            return Err(Fail::InvalidTime);
        }
        if let Some(skew) = self.skew
            && time > self.watermark.saturating_add(skew)
            && time > appended.saturating_add(skew)
        {
            return Err(Fail::FutureTime);
        }
        self.watermark = self.watermark.max(time - self.disorder);
        Ok(())
    }

    pub fn encode(&self, out: &mut Vec<u8>) {
        (self.watermark, self.idle).encode(out);
    }

    pub fn decode(&mut self, input: &mut &[u8]) -> Option<()> {
        (self.watermark, self.idle) = State::decode(input)?;
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_watermark_trails_by_the_disorder_and_never_goes_back() {
        let mut lane = Lane::source(true, 10, None);
        assert_eq!(lane.observe(100, 0), Ok(()));
        assert_eq!(lane.watermark, 90);
        assert_eq!(lane.observe(50, 0), Ok(()));
        assert_eq!(lane.watermark, 90);
        assert_eq!(lane.observe(-1, 0), Err(Fail::InvalidTime));
    }

    #[test]
    fn a_time_is_too_far_ahead_only_of_both_the_watermark_and_the_append_time() {
        let mut lane = Lane::source(true, 0, Some(60));
        assert_eq!(lane.observe(100, 40), Ok(()));
        assert_eq!(lane.observe(101, 40), Ok(()), "within skew of the watermark");
        assert_eq!(lane.observe(200, 40), Err(Fail::FutureTime));
        assert_eq!(lane.observe(200, 140), Ok(()), "within skew of the append time");
    }
}
