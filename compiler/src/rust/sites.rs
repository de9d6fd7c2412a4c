//! The table of places: every clause that can fail, with its line and its routes.

use super::constants::Constants;
use super::names;
use super::topics::Topics;
use crate::base::Span;
use crate::diag::render::Sources;
use crate::plan::{Job, NodeId, Route, Routes};
use proc_macro2::Ident;
use std::fmt::Write;

#[derive(Debug)]
struct Entry {
    constant: String,
    text: String,
}

/// The places, in the order in which code named them first.
#[derive(Debug, Default)]
pub(super) struct Sites {
    entries: Vec<Entry>,
    known: Vec<(NodeId, Span, String)>,
}

impl Sites {
    /// The constant of a clause of a node. Asked for again, it is the same.
    pub(super) fn site(
        &mut self,
        sources: &Sources<'_>,
        job: &Job,
        (constants, topics): (&mut Constants, &mut Topics<'_>),
        (node, what, span): (NodeId, &str, Span),
        routes: &Routes,
    ) -> Ident {
        let identity = (node, span, what.to_owned());
        let index = match self.known.iter().position(|known| *known == identity) {
            Some(index) => index,
            None => {
                let name = &job.node(node).name;
                let constant = constants.unique(&format!("{name}_{what}"));
                let (file, line, column) = position(sources, span);
                let mut text = format!("SiteSpec {{ node: {}, ", constants.node(node));
                let _ = write!(text, "file: {file:?}, line: {line}, column: {column}, what: {what:?}, ");
                for (field, route) in
                    [("bad", &routes.bad), ("late", &routes.late), ("unmatched", &routes.unmatched)]
                {
                    let _ = write!(text, "{field}: {}, ", route_text(route, topics, constants));
                }
                text.truncate(text.len() - 2);
                text.push_str(" }");
                self.entries.push(Entry { constant, text });
                self.known.push(identity);
                self.entries.len() - 1
            }
        };
        names::plain(&self.entries[index].constant)
    }

    /// The constants and the table, of the places that the code names: what cannot fail needs none.
    pub(super) fn items(&self, code: &str) -> String {
        let used: Vec<&Entry> =
            self.entries.iter().filter(|entry| names::occurs(code, &entry.constant)).collect();
        let mut out = String::new();
        for (index, entry) in used.iter().enumerate() {
            let _ = writeln!(out, "const {}: Site = Site({index});", entry.constant);
        }
        out += "\n/// Where in the source something happens, and where records go that fail there.\n";
        out += "static SITES: [SiteSpec; ";
        let _ = writeln!(out, "{}] = [", used.len());
        for entry in used {
            let _ = writeln!(out, "    {},", entry.text);
        }
        out + "];\n\n"
    }
}

/// File, line and column as people count.
pub(super) fn position(sources: &Sources<'_>, span: Span) -> (String, u32, u32) {
    let path = sources.path(span.file).to_owned();
    let (line, column) = sources.position(span.file, span.start);
    (path, line, column)
}

fn route_text(route: &Route, topics: &mut Topics<'_>, constants: &mut Constants) -> String {
    match route {
        Route::To(topic) => format!("Route::To({})", topics.constant(*topic, constants)),
        Route::Drop { because } => format!("Route::Drop {{ because: {because:?} }}"),
        Route::Stop => "Route::Stop".into(),
    }
}
