//! `window tumbling | hopping | session`, `grace` (spec: window.aligned, window.session).

use super::clauses::At;
use super::job::Builder;
use crate::codes::{s0402_duration, s0691_not_supported};
use crate::plan::Window;
use crate::syntax::ast::{DurationLiteral, WindowClause, WindowKind};

impl Builder<'_, '_> {
    /// The window and its grace in microseconds. `None`: broken; reported.
    pub fn window(&mut self, clause: At<'_, WindowClause>) -> Option<(Window, i64)> {
        // A grace of nothing is a grace: records are late as soon as the window has ended.
        let grace = clause.value.grace.map_or(0, |g| g.micros.max(0));
        let window = match &clause.value.kind {
            WindowKind::Tumbling { size, offset } => {
                let size = self.positive((*size)?, "the size of a window")?;
                Window::Tumbling { size, offset: self.offset(*offset, size)? }
            }
            WindowKind::Hopping { size, every, offset } => {
                let size = self.positive((*size)?, "the size of a window")?;
                let every_at = (*every)?;
                let every = self.positive(every_at, "`every`")?;
                if every > size {
                    self.report(s0402_duration::every(every_at.span, size, every));
                    return None;
                }
                Window::Hopping { size, every, offset: self.offset(*offset, every)? }
            }
            WindowKind::Session { gap } => {
                Window::Session { gap: self.positive((*gap)?, "the gap of a session")? }
            }
            WindowKind::Deferred(deferred) => {
                let what = format!("`{}`", deferred.keyword);
                self.report(s0691_not_supported::construct(deferred.span, &what));
                return None;
            }
            WindowKind::Error => return None,
        };
        Some((window, grace))
    }

    fn positive(&mut self, duration: DurationLiteral, what: &str) -> Option<i64> {
        if duration.micros > 0 {
            return Some(duration.micros);
        }
        self.report(s0402_duration::not_positive(duration.span, what));
        None
    }

    /// An offset moves the windows by less than the distance of their starts.
    fn offset(&mut self, offset: Option<DurationLiteral>, step: i64) -> Option<i64> {
        match offset {
            None => Some(0),
            Some(offset) if offset.micros >= 0 && offset.micros < step => Some(offset.micros),
            Some(offset) => {
                self.report(s0402_duration::offset(offset.span, step));
                None
            }
        }
    }
}
