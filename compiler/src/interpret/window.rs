//! Which windows a time belongs to, by definition (spec: window.aligned, window.session, time.late).

use super::Bounds;
use crate::plan::Window;

/// The aligned windows that contain `time`, in ascending order of start (spec: window.aligned); none for sessions.
pub(crate) fn containing(window: Window, time: i64) -> Vec<Bounds> {
    let (size, every, offset) = match window {
        Window::Tumbling { size, offset } => (size, size, offset),
        Window::Hopping { size, every, offset } => (size, every, offset),
        Window::Session { .. } => return Vec::new(),
    };
    if size <= 0 || every <= 0 {
        return Vec::new();
    }
    // The newest start at or before the time; from there backwards while the window still reaches it.
    let newest = (time - offset).div_euclid(every) * every + offset;
    let mut found: Vec<Bounds> = std::iter::successors(Some(newest), |start| Some(start - every))
        .take_while(|start| start + size > time)
        .filter(|start| *start >= 0)
        .map(|start| Bounds { start, end: start + size })
        .collect();
    found.reverse();
    found
}

/// [time.late]: the window takes no more records at this clock. A session's end is inclusive and has its gap still to wait.
pub(crate) fn is_closed(window: Window, bounds: Bounds, grace: i64, clock: Option<i64>) -> bool {
    let Some(clock) = clock else { return false };
    match window {
        Window::Tumbling { .. } | Window::Hopping { .. } => bounds.end.saturating_add(grace) <= clock,
        Window::Session { gap } => bounds.end.saturating_add(gap).saturating_add(grace) < clock,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn starts(window: Window, time: i64) -> Vec<i64> {
        containing(window, time).iter().map(|b| b.start).collect()
    }

    #[test]
    fn a_tumbling_window_includes_its_start_and_excludes_its_end() {
        let window = Window::Tumbling { size: 10, offset: 3 };
        assert_eq!(starts(window, 13), [13]);
        assert_eq!(starts(window, 12), [3]);
        assert_eq!(starts(window, 2), [] as [i64; 0], "no window starts before the epoch");
    }

    #[test]
    fn hopping_windows_come_in_ascending_order_also_where_every_does_not_divide_the_size() {
        assert_eq!(starts(Window::Hopping { size: 10, every: 5, offset: 0 }, 10), [5, 10]);
        assert_eq!(starts(Window::Hopping { size: 10, every: 4, offset: 0 }, 9), [0, 4, 8]);
        assert_eq!(starts(Window::Hopping { size: 10, every: 4, offset: 0 }, 10), [4, 8]);
        assert_eq!(starts(Window::Hopping { size: 10, every: 5, offset: 0 }, 3), [0]);
    }

    #[test]
    fn an_aligned_window_is_closed_at_its_end_a_session_after_its_gap() {
        let bounds = Bounds { start: 0, end: 10 };
        let tumbling = Window::Tumbling { size: 10, offset: 0 };
        assert!(!is_closed(tumbling, bounds, 2, Some(11)));
        assert!(is_closed(tumbling, bounds, 2, Some(12)));
        assert!(!is_closed(Window::Session { gap: 5 }, bounds, 2, Some(17)));
        assert!(is_closed(Window::Session { gap: 5 }, bounds, 2, Some(18)));
        assert!(!is_closed(tumbling, bounds, 0, None));
    }
}
