//! The graph as a self-contained SVG picture, readable on light and dark pages.

use super::layout::layout;
use super::{Graph, VertexKind};
use std::fmt::Write as _;

const WIDTH: usize = 210;
const HEIGHT: usize = 44;
const GAP_X: usize = 90;
const GAP_Y: usize = 26;
const MARGIN: usize = 24;

pub fn svg(graph: &Graph) -> String {
    let layout = layout(graph);
    let rows = layout.layers.iter().map(Vec::len).max().unwrap_or(0);
    let width = MARGIN * 2 + layout.layers.len() * WIDTH + layout.layers.len().saturating_sub(1) * GAP_X;
    let height = MARGIN * 2 + rows * HEIGHT + rows.saturating_sub(1) * GAP_Y;
    let mut place = vec![(0usize, 0usize); graph.vertices.len()];
    for (column, layer) in layout.layers.iter().enumerate() {
        let used = layer.len() * HEIGHT + layer.len().saturating_sub(1) * GAP_Y;
        let top = (height - used) / 2;
        for (row, vertex) in layer.iter().enumerate() {
            place[*vertex] = (MARGIN + column * (WIDTH + GAP_X), top + row * (HEIGHT + GAP_Y));
        }
    }
    let mut out = String::new();
    let _ = writeln!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" font-family=\"system-ui, sans-serif\" font-size=\"13\">"
    );
    out.push_str(STYLE);
    for edge in &graph.edges {
        let (from, to) = (place[edge.from], place[edge.to]);
        let (x1, y1) = (from.0 + WIDTH, from.1 + HEIGHT / 2);
        let (x2, y2) = (to.0, to.1 + HEIGHT / 2);
        let bend = (x2.abs_diff(x1) / 2).max(30);
        let class = if edge.error { "edge error" } else { "edge" };
        let _ = writeln!(
            out,
            "<path class=\"{class}\" d=\"M{x1} {y1} C{} {y1} {} {y2} {x2} {y2}\" marker-end=\"url(#arrow)\"/>",
            x1 + bend,
            x2.saturating_sub(bend)
        );
        if !edge.label.is_empty() {
            let (x, y) = ((x1 + x2) / 2, (y1 + y2) / 2 - 5);
            let _ = writeln!(out, "<text class=\"label\" x=\"{x}\" y=\"{y}\">{}</text>", escape(&edge.label));
        }
    }
    for (vertex, (x, y)) in graph.vertices.iter().zip(&place) {
        let (class, what) = match vertex.kind {
            VertexKind::Topic => ("topic", "topic"),
            VertexKind::TableTopic => ("topic table", "table topic"),
            VertexKind::DeadLetter => ("topic dead", "dead letters"),
            VertexKind::Stream => ("node", "stream"),
            VertexKind::Table => ("node table", "table"),
            VertexKind::Repartition => ("internal", "internal topic"),
        };
        let round = if vertex.job.is_some() { 10 } else { 2 };
        let _ = writeln!(
            out,
            "<g class=\"{class}\"><rect x=\"{x}\" y=\"{y}\" width=\"{WIDTH}\" height=\"{HEIGHT}\" rx=\"{round}\"/>"
        );
        let (cx, cy) = (x + WIDTH / 2, y + 19);
        let _ = writeln!(out, "<text x=\"{cx}\" y=\"{cy}\">{}</text>", escape(&vertex.name));
        let _ = writeln!(out, "<text class=\"kind\" x=\"{cx}\" y=\"{}\">{what}</text></g>", cy + 16);
    }
    out.push_str("</svg>\n");
    out
}

const STYLE: &str = "<style>
text { text-anchor: middle; fill: #1b2733 }
.kind, .label { font-size: 10.5px; fill: #5b6b7a }
rect { stroke-width: 1.5; fill: #f4f7fa; stroke: #8a9aa9 }
.node rect { fill: #e2f0ff; stroke: #2f74c0 }
.table rect { stroke-width: 2.5 }
.internal rect { stroke-dasharray: 5 4 }
.dead rect { fill: #fdecea; stroke: #c0453a }
.edge { fill: none; stroke: #5b6b7a; stroke-width: 1.4 }
.error { stroke: #c0453a; stroke-dasharray: 4 4 }
@media (prefers-color-scheme: dark) { .label { fill: #b6c2cd } .edge { stroke: #b6c2cd } .error { stroke: #e5867d } }
</style>
<defs><marker id=\"arrow\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" markerWidth=\"8\" markerHeight=\"8\" orient=\"auto\"><path d=\"M0 0 L8 4 L0 8 z\" fill=\"#5b6b7a\"/></marker></defs>
";

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
