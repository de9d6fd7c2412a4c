//! `emit changes | changes at most every D | final` (spec: window.final, window.changes), and what bounds the state.

use super::clauses::Clauses;
use super::job::Builder;
use crate::codes::{s0402_duration, s0403_final_without_window};
use crate::plan::{Emit, StateBound, Window};
use crate::syntax::ast::{self, BoundKind};

impl Builder<'_, '_> {
    pub fn emit(&mut self, clauses: &Clauses<'_>) -> Emit {
        let Some(clause) = clauses.emit else { return Emit::Changes };
        match clause.value {
            ast::Emit::Changes { at_most_every: None } | ast::Emit::Error => Emit::Changes,
            ast::Emit::Changes { at_most_every: Some(every) } if every.micros > 0 => {
                Emit::AtMostEvery(every.micros)
            }
            ast::Emit::Changes { at_most_every: Some(every) } => {
                self.report(s0402_duration::not_positive(every.span, "`at most every`"));
                Emit::Changes
            }
            // Without a window a group is never complete; a window that is broken was meant to close.
            ast::Emit::Final if clauses.window.is_none() => {
                self.report(s0403_final_without_window::never(clause.span));
                Emit::Changes
            }
            ast::Emit::Final => Emit::Final,
        }
    }

    /// A window bounds its state; else the node says what does.
    pub fn bound(&mut self, window: Option<Window>, clauses: &Clauses<'_>) -> StateBound {
        let said = clauses.bound.map(|b| &b.value.kind);
        match (window, said) {
            (_, Some(BoundKind::Ttl(ttl))) if ttl.micros <= 0 => {
                self.report(s0402_duration::not_positive(ttl.span, "`bound ttl`"));
                StateBound::Missing
            }
            // A window that is broken was meant to bound the state.
            (Some(_), _) => StateBound::Window,
            (None, None) if clauses.window.is_some() => StateBound::Window,
            (None, Some(BoundKind::FiniteKeys)) => StateBound::FiniteKeys,
            (None, Some(BoundKind::Ttl(ttl))) => StateBound::Ttl(ttl.micros),
            (None, Some(BoundKind::Error)) => StateBound::Missing,
            // Governance demands one (G601).
            (None, None) => StateBound::Missing,
        }
    }
}
