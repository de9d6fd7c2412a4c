//! The graph for a terminal: one line per edge source, grouped by job.

use super::{Graph, VertexKind};
use std::fmt::Write as _;

/// Each vertex with what it feeds.
pub fn text(graph: &Graph) -> String {
    let mut out = String::new();
    for (index, vertex) in graph.vertices.iter().enumerate() {
        let targets: Vec<String> = graph
            .edges
            .iter()
            .filter(|e| e.from == index)
            .map(|e| {
                let name = &graph.vertices[e.to].name;
                if e.label.is_empty() { name.clone() } else { format!("{name} ({})", e.label) }
            })
            .collect();
        if targets.is_empty() {
            continue;
        }
        let kind = match vertex.kind {
            VertexKind::Topic => "topic",
            VertexKind::TableTopic => "table topic",
            VertexKind::DeadLetter => "dead letters",
            VertexKind::Stream => "stream",
            VertexKind::Table => "table",
            VertexKind::Repartition => "internal topic",
        };
        let _ = writeln!(out, "{kind} {}", vertex.name);
        for target in targets {
            let _ = writeln!(out, "    -> {target}");
        }
    }
    out
}
