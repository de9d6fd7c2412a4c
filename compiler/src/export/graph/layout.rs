//! A layered layout: each vertex one layer right of what feeds it, few crossings within a layer.

use super::Graph;

/// The layer and the place in it of every vertex.
pub(super) struct Layout {
    pub layers: Vec<Vec<usize>>,
}

pub(super) fn layout(graph: &Graph) -> Layout {
    let count = graph.vertices.len();
    let mut layer = vec![0usize; count];
    // Longest path; the graph is small and acyclic but for topics that jobs both read and write, so rounds are bounded.
    for _ in 0..count {
        let mut changed = false;
        for edge in &graph.edges {
            if layer[edge.to] < layer[edge.from] + 1 && layer[edge.from] + 1 < count.max(2) {
                layer[edge.to] = layer[edge.from] + 1;
                changed = true;
            }
        }
        if !changed {
            break;
        }
    }
    let depth = layer.iter().max().map_or(0, |m| m + 1);
    let mut layers = vec![Vec::new(); depth];
    for vertex in 0..count {
        layers[layer[vertex]].push(vertex);
    }
    // Order within a layer by the mean place of the neighbours to the left, then keep the order of mention.
    for index in 1..layers.len() {
        let (left, right) = layers.split_at_mut(index);
        let place = |v: usize| left.iter().find_map(|l| l.iter().position(|x| *x == v));
        let mean = |v: usize| {
            let places: Vec<usize> =
                graph.edges.iter().filter(|e| e.to == v).filter_map(|e| place(e.from)).collect();
            if places.is_empty() { usize::MAX } else { places.iter().sum::<usize>() * 100 / places.len() }
        };
        right[0].sort_by_key(|v| mean(*v));
    }
    layers.retain(|l| !l.is_empty());
    Layout { layers }
}
