//! The graph as a Mermaid flowchart.

use super::{Graph, VertexKind};
use std::fmt::Write as _;

pub fn mermaid(graph: &Graph) -> String {
    let mut out = String::from("flowchart LR\n");
    let mut jobs: Vec<&str> = graph.vertices.iter().filter_map(|v| v.job.as_deref()).collect();
    jobs.sort_unstable();
    jobs.dedup();
    for (index, vertex) in graph.vertices.iter().enumerate().filter(|(_, v)| v.job.is_none()) {
        let _ = writeln!(out, "    {}", shape(index, vertex.kind, &vertex.name));
    }
    for job in jobs {
        let _ = writeln!(out, "    subgraph {}[\"job {job}\"]", job.replace('.', "_"));
        for (index, vertex) in graph.vertices.iter().enumerate() {
            if vertex.job.as_deref() == Some(job) {
                let _ = writeln!(out, "        {}", shape(index, vertex.kind, &vertex.name));
            }
        }
        out.push_str("    end\n");
    }
    for edge in &graph.edges {
        let arrow = if edge.error { "-.->" } else { "-->" };
        let label = if edge.label.is_empty() { String::new() } else { format!("|{}|", edge.label) };
        let _ = writeln!(out, "    v{} {arrow}{label} v{}", edge.from, edge.to);
    }
    out
}

fn shape(index: usize, kind: VertexKind, name: &str) -> String {
    let (open, close) = match kind {
        VertexKind::Topic | VertexKind::Repartition => ("[/", "/]"),
        VertexKind::TableTopic | VertexKind::Table => ("[(", ")]"),
        VertexKind::DeadLetter => (">", "]"),
        VertexKind::Stream => ("(", ")"),
    };
    format!("v{index}{open}\"{name}\"{close}")
}
