//! Which windows an event is in (spec: window.aligned).

/// The bounds of a window, microseconds since the epoch. Aligned windows exclude their end; a session includes it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Window {
    pub start: i64,
    pub end: i64,
}

impl Window {
    /// Of a table without windows.
    pub const NONE: Window = Window { start: 0, end: 0 };
}

/// Windows aligned to the epoch, or to an offset from it: tumbling where `every == size`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Aligned {
    pub size: i64,
    pub every: i64,
    pub offset: i64,
}

impl Aligned {
    /// Start of the last window that contains `time`.
    #[inline]
    pub fn last_start(self, time: i64) -> i64 {
        (time - self.offset).div_euclid(self.every) * self.every + self.offset
    }

    /// Start of the first window that contains `time`; none starts before the epoch.
    #[inline]
    pub fn first_start(self, time: i64) -> i64 {
        let mut start = if self.every == self.size {
            self.last_start(time)
        } else {
            self.last_start(time - self.size) + self.every
        };
        if start < 0 {
            start += (-start + self.every - 1) / self.every * self.every;
        }
        start
    }

    /// Ends of all windows that contain `time`, ascending.
    #[inline]
    pub fn ends(self, time: i64) -> impl Iterator<Item = i64> {
        let last = self.last_start(time);
        let mut start = self.first_start(time);
        std::iter::from_fn(move || {
            let end = (start <= last).then_some(start + self.size)?;
            start += self.every;
            Some(end)
        })
    }

    pub fn window(self, end: i64) -> Window {
        Window { start: end - self.size, end }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_start_belongs_to_its_window_and_an_end_does_not() {
        let tumbling = Aligned { size: 60, every: 60, offset: 0 };
        assert_eq!(tumbling.ends(59).collect::<Vec<_>>(), [60]);
        assert_eq!(tumbling.ends(60).collect::<Vec<_>>(), [120]);
        let hopping = Aligned { size: 60, every: 20, offset: 0 };
        assert_eq!(hopping.ends(100).collect::<Vec<_>>(), [120, 140, 160]);
        assert_eq!(hopping.ends(5).collect::<Vec<_>>(), [60], "no window starts before the epoch");
    }

    proptest! {
        #[test]
        fn exactly_the_windows_that_contain_the_event(
            time in 0i64..10_000, every in 1i64..100, factor in 1i64..5, part in 0i64..100, offset in 0i64..100,
        ) {
            let aligned = Aligned { size: every * factor + part % every, every, offset: offset % every };
            let expected: Vec<i64> = (-200..10_200)
                .map(|n| n * every + aligned.offset)
                .filter(|start| *start >= 0 && *start <= time && time < start + aligned.size)
                .map(|start| start + aligned.size)
                .collect();
            prop_assert_eq!(aligned.ends(time).collect::<Vec<_>>(), expected);
        }
    }
}
