//! The names of one generated module's values: its statics, and the constants of topics, places and nodes.
//!
//! They share one namespace, whatever table they index, so they are handed out in one place.

use super::names::{self, Taken};
use crate::plan::{Job, NodeId};

/// What every module has, or takes from the prelude.
const RESERVED: [&str; 6] = ["ABI", "JOB", "NODES", "SITES", "STAGES", "TOPICS"];

#[derive(Debug)]
pub(super) struct Constants {
    taken: Taken,
    /// By index of the node.
    nodes: Vec<String>,
}

impl Constants {
    /// The constants of the job's nodes; the others are asked for.
    pub(super) fn new(job: &Job) -> Self {
        let mut taken = Taken::default();
        for name in RESERVED {
            taken.unique(name);
        }
        let nodes = job
            .nodes
            .iter()
            .map(|node| taken.unique(&format!("NODE_{}", names::upper(&node.name))))
            .collect();
        Constants { taken, nodes }
    }

    /// The constant with a node's index: `NODE_IN_EURO`.
    pub(super) fn node(&self, node: NodeId) -> &str {
        // No node: nothing is declared under this name, which rustc says.
        self.nodes.get(node.0 as usize).map_or("NODE", String::as_str)
    }

    /// A constant for a name of the source: upper case, and nobody else's.
    pub(super) fn unique(&mut self, name: &str) -> String {
        self.taken.unique(&names::upper(name))
    }
}
