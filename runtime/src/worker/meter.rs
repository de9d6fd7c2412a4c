//! What a worker measures of itself: how long commits take, and how many bytes they write.
//!
//! Since this start, by the wall clock: none of it is committed, and none of it can reach an output.

use crate::job::TopicIndex;
use std::collections::BTreeMap;
use std::time::Duration;

/// Upper bounds of the classes of a [`Histogram`], seconds; above the last there is one more class.
pub const BOUNDS: [f64; 13] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0];

/// How many times took how long.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Histogram {
    /// By class, not cumulated.
    pub classes: [u64; BOUNDS.len() + 1],
    /// Of all, seconds.
    pub sum: f64,
}

impl Histogram {
    pub fn observe(&mut self, took: Duration) {
        let seconds = took.as_secs_f64();
        let class = BOUNDS.iter().position(|bound| seconds <= *bound).unwrap_or(BOUNDS.len());
        self.classes[class] += 1;
        self.sum += seconds;
    }

    pub fn count(&self) -> u64 {
        self.classes.iter().sum()
    }

    pub fn add(&mut self, other: &Histogram) {
        for (mine, theirs) in self.classes.iter_mut().zip(&other.classes) {
            *mine += theirs;
        }
        self.sum += other.sum;
    }

    /// The bound of the class in which the given share of all lies (0.5: the median). Absent when nothing was measured, or
    /// when it is above all bounds.
    pub fn quantile(&self, share: f64) -> Option<f64> {
        let rank = ((self.count() as f64 * share).ceil() as u64).max(1);
        let mut seen = 0;
        let class = self.classes.iter().position(|count| {
            seen += count;
            seen >= rank
        })?;
        BOUNDS.get(class).copied()
    }
}

/// See the module.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Meter {
    /// Of every commit that was made, from the closing of the epoch to the answer.
    pub commits: Histogram,
    /// Epochs that had to be done again.
    pub aborted: u64,
    /// Bytes written by topic, with their frames.
    pub written: BTreeMap<TopicIndex, u64>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_bounds_of_classes() {
        let mut histogram = Histogram::default();
        assert_eq!(histogram.quantile(0.5), None);
        for _ in 0..98 {
            histogram.observe(Duration::from_millis(3));
        }
        histogram.observe(Duration::from_millis(700));
        histogram.observe(Duration::from_secs(60));
        assert_eq!((histogram.quantile(0.5), histogram.quantile(0.99)), (Some(0.005), Some(1.0)));
        assert_eq!((histogram.quantile(1.0), histogram.count()), (None, 100));
        let mut twice = histogram.clone();
        twice.add(&histogram);
        assert_eq!(twice.count(), 200);
    }
}
