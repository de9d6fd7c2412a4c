//! The dataflow of jobs as a graph of topics, nodes and internal topics, and its pictures.

mod layout;
mod mermaid;
mod svg;
mod text;

pub use mermaid::mermaid;
pub use svg::svg;
pub use text::text;

use crate::model::{Model, TopicId, TopicKind};
use crate::plan::{Job, NodeId, OperatorId, OperatorKind, Route};
use std::collections::BTreeMap;

/// What a vertex stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VertexKind {
    Topic,
    TableTopic,
    DeadLetter,
    Stream,
    Table,
    /// An internal topic.
    Repartition,
}

#[derive(Clone, Debug)]
pub struct Vertex {
    pub kind: VertexKind,
    pub name: String,
    /// The job it belongs to; topics belong to none.
    pub job: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edge {
    pub from: usize,
    pub to: usize,
    pub label: String,
    /// An error route: drawn lighter.
    pub error: bool,
}

/// Vertices in order of first mention, edges in order of the plan.
#[derive(Clone, Debug, Default)]
pub struct Graph {
    pub vertices: Vec<Vertex>,
    pub edges: Vec<Edge>,
}

impl Graph {
    pub fn of<'a>(model: &Model, jobs: impl IntoIterator<Item = &'a Job>) -> Graph {
        let mut builder = Builder { model, graph: Graph::default(), topics: BTreeMap::new() };
        for job in jobs {
            builder.job(job);
        }
        builder.graph
    }
}

struct Builder<'m> {
    model: &'m Model,
    graph: Graph,
    topics: BTreeMap<TopicId, usize>,
}

impl Builder<'_> {
    fn vertex(&mut self, vertex: Vertex) -> usize {
        self.graph.vertices.push(vertex);
        self.graph.vertices.len() - 1
    }

    fn topic(&mut self, id: TopicId) -> usize {
        if let Some(found) = self.topics.get(&id) {
            return *found;
        }
        let topic = self.model.topic(id);
        let kind = match topic.kind {
            TopicKind::Stream => VertexKind::Topic,
            TopicKind::Table => VertexKind::TableTopic,
            TopicKind::DeadLetter => VertexKind::DeadLetter,
        };
        let vertex =
            self.vertex(Vertex { kind, name: format!("{} v{}", topic.name, topic.version), job: None });
        self.topics.insert(id, vertex);
        vertex
    }

    fn edge(&mut self, from: usize, to: usize, label: &str, error: bool) {
        let edge = Edge { from, to, label: label.to_string(), error };
        let known = self.graph.edges.iter().any(|e| e.from == from && e.to == to && e.label == edge.label);
        if from == to || known {
            return;
        }
        // Error routes that lead to one topic are one arrow: `bad, late`.
        let same = self.graph.edges.iter_mut().find(|e| error && e.error && e.from == from && e.to == to);
        match same {
            Some(same) if same.label.split(", ").any(|l| l == label) => {}
            Some(same) => same.label = format!("{}, {label}", same.label),
            None => self.graph.edges.push(edge),
        }
    }

    fn job(&mut self, job: &Job) {
        let job_name = format!("{}.{}", job.package_path, job.name);
        let mut nodes: BTreeMap<NodeId, usize> = BTreeMap::new();
        // The vertex that an operator's rows come out of.
        let mut output: BTreeMap<OperatorId, usize> = BTreeMap::new();
        for operator in &job.operators {
            let own = match nodes.get(&operator.node) {
                Some(found) => *found,
                None => {
                    let node = job.node(operator.node);
                    let kind = if node.table { VertexKind::Table } else { VertexKind::Stream };
                    let vertex = Vertex { kind, name: node.name.to_string(), job: Some(job_name.clone()) };
                    let vertex = self.vertex(vertex);
                    nodes.insert(operator.node, vertex);
                    vertex
                }
            };
            let inputs: Vec<usize> = operator.inputs.iter().filter_map(|i| output.get(i).copied()).collect();
            let out = match &operator.kind {
                OperatorKind::Source(source) => self.topic(source.topic),
                OperatorKind::Rekey(rekey) if rekey.repartition => {
                    let vertex = Vertex {
                        kind: VertexKind::Repartition,
                        name: rekey.name.to_string(),
                        job: Some(job_name.clone()),
                    };
                    let vertex = self.vertex(vertex);
                    inputs.iter().for_each(|from| self.edge(*from, vertex, "", false));
                    vertex
                }
                OperatorKind::Sink(sink) => {
                    let topic = self.topic(sink.topic);
                    inputs.iter().for_each(|from| self.edge(*from, topic, "", false));
                    topic
                }
                OperatorKind::Join(_) | OperatorKind::StreamJoin(_) => {
                    for (i, from) in inputs.iter().enumerate() {
                        self.edge(*from, own, if i == 0 { "" } else { "join" }, false);
                    }
                    own
                }
                OperatorKind::Filter { .. }
                | OperatorKind::Merge { .. }
                | OperatorKind::Flatten { .. }
                | OperatorKind::Project { .. }
                | OperatorKind::Rekey(_)
                | OperatorKind::Aggregate(_)
                | OperatorKind::Deduplicate(_) => {
                    inputs.iter().for_each(|from| self.edge(*from, own, "", false));
                    own
                }
            };
            output.insert(operator.id, out);
            if matches!(operator.kind, OperatorKind::Sink(_)) {
                continue;
            }
            let routes = &operator.routes;
            for (route, label) in
                [(&routes.bad, "bad"), (&routes.late, "late"), (&routes.unmatched, "unmatched")]
            {
                if let Route::To(topic) = route
                    && taken(&operator.kind, label)
                {
                    let topic = self.topic(*topic);
                    self.edge(own, topic, label, true);
                }
            }
        }
    }
}

/// Whether an operator can send a record along an error route at all.
fn taken(kind: &OperatorKind, route: &str) -> bool {
    match route {
        "late" => match kind {
            OperatorKind::Aggregate(aggregate) => aggregate.window.is_some(),
            OperatorKind::StreamJoin(_) => true,
            _ => false,
        },
        "unmatched" => matches!(kind, OperatorKind::Join(j) if !j.left_outer),
        _ => true,
    }
}
