//! The table of topics: what the job reads, writes, sets aside and repartitions through.

use super::constants::Constants;
use super::{contract, names};
use crate::base::Name;
use crate::model::{Model, Topic, TopicId, TopicKind};
use crate::plan::{Job, OperatorId, OperatorKind};
use std::collections::BTreeMap;
use std::fmt::Write;

/// A topic by what it is to the job.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Identity {
    Declared(TopicId),
    Internal(OperatorId),
}

pub(super) struct Topics<'m> {
    model: &'m Model,
    constants: BTreeMap<Identity, (usize, String)>,
    texts: Vec<String>,
    /// How the values of topics of Avro are written: constant and its declaration, by the topic's full name.
    contracts: BTreeMap<Name, (String, String)>,
}

impl<'m> Topics<'m> {
    /// The topics that the operators name; dead-letter topics join them as routes name them.
    pub(super) fn new(model: &'m Model, job: &Job, constants: &mut Constants) -> Self {
        let mut topics =
            Topics { model, constants: BTreeMap::new(), texts: Vec::new(), contracts: BTreeMap::new() };
        for operator in &job.operators {
            match &operator.kind {
                OperatorKind::Source(source) => {
                    topics.declare(source.topic, Some(source.table), constants);
                }
                OperatorKind::Rekey(rekey) if rekey.repartition => {
                    let name = format!("{}.{}.{}.repartition", job.package_path, job.name, rekey.name);
                    let constant = constants.unique(&rekey.name);
                    let text = topic_text(&name, &rekey.name, "Role::Repartition", None, "", &[], "Json");
                    topics.constants.insert(Identity::Internal(operator.id), (topics.texts.len(), constant));
                    topics.texts.push(text);
                }
                OperatorKind::Sink(sink) => {
                    topics.declare(sink.topic, None, constants);
                }
                _ => {}
            }
        }
        topics
    }

    /// The constant with a declared topic's index.
    pub(super) fn constant(&mut self, topic: TopicId, constants: &mut Constants) -> String {
        match self.constants.get(&Identity::Declared(topic)) {
            Some((_, constant)) => constant.clone(),
            None => self.declare(topic, None, constants),
        }
    }

    /// The constant of the internal topic of a rekey.
    pub(super) fn internal(&self, rekey: OperatorId) -> String {
        self.constants
            .get(&Identity::Internal(rekey))
            .map_or_else(|| "0".to_owned(), |(_, constant)| constant.clone())
    }

    fn declare(&mut self, id: TopicId, read_as_table: Option<bool>, constants: &mut Constants) -> String {
        if let Some((_, constant)) = self.constants.get(&Identity::Declared(id)) {
            return constant.clone();
        }
        let topic = self.model.topic(id);
        let role = match (topic.kind, read_as_table) {
            (TopicKind::DeadLetter, _) => "Role::DeadLetter".to_owned(),
            (_, Some(table)) => input_role(topic, table),
            (kind, None) => format!("Role::Output {{ table: {} }}", kind == TopicKind::Table),
        };
        let columns = self.columns(topic);
        let key: Vec<&str> = topic.key.iter().map(|key| &*key.field).collect();
        let encoding = match &topic.avro {
            None => "Json".to_owned(),
            Some(avro) => {
                let constant = constants.unique(&format!("{}_avro", topic.name));
                let declared = contract::declaration(&constant, avro);
                self.contracts.insert(topic.full_name.clone(), (constant.clone(), declared));
                format!("Avro(&{constant})")
            }
        };
        let text =
            topic_text(&topic.full_name, &topic.name, &role, topic.partitions, &columns, &key, &encoding);
        let constant = constants.unique(&topic.name);
        self.constants.insert(Identity::Declared(id), (self.texts.len(), constant.clone()));
        self.texts.push(text);
        constant
    }

    fn columns(&self, topic: &Topic) -> String {
        let Some(schema) = topic.schema else { return String::new() };
        let Some(record) = self.model.record(&crate::model::Type::Record(schema)) else {
            return String::new();
        };
        let columns = record.fields.iter().map(|field| {
            let name = topic.wire.get(&field.name).and_then(|wire| wire.name.as_ref()).unwrap_or(&field.name);
            format!("({:?}, {:?})", &**name, self.model.show(&field.ty))
        });
        columns.collect::<Vec<_>>().join(", ")
    }

    /// The constant that says how a topic's values are written, if not as JSON.
    pub(super) fn contract(&self, topic: &Topic) -> Option<&str> {
        self.contracts.get(&topic.full_name).map(|(constant, _)| constant.as_str())
    }

    /// The constants and the table, of the topics that the code names.
    pub(super) fn items(&self, code: &str) -> String {
        let mut used: Vec<_> =
            self.constants.values().filter(|(_, name)| names::occurs(code, name)).collect();
        used.sort();
        let mut out = String::new();
        for (index, (_, constant)) in used.iter().enumerate() {
            let _ = writeln!(out, "const {constant}: u16 = {index};");
        }
        let _ =
            writeln!(out, "\n/// What the job reads and writes.\nstatic TOPICS: [Topic; {}] = [", used.len());
        for (at, _) in used {
            out += self.texts.get(*at).map_or("", String::as_str);
        }
        out += "];\n\n";
        for (constant, declared) in self.contracts.values() {
            if names::occurs(&out, constant) || names::occurs(code, constant) {
                out += declared;
            }
        }
        out
    }
}

fn input_role(topic: &Topic, table: bool) -> String {
    let (disorder, skew, idle) =
        topic.time.as_ref().map_or((0, None, None), |time| (time.disorder, time.skew, time.idle));
    format!("Role::Input {{ table: {table}, disorder: {disorder}, skew: {skew:?}, idle: {idle:?} }}")
}

fn topic_text(
    name: &str,
    short_name: &str,
    role: &str,
    partitions: Option<u32>,
    columns: &str,
    key: &[&str],
    encoding: &str,
) -> String {
    format!(
        "    Topic {{\n        name: {name:?},\n        short_name: {short_name:?},\n        role: {role},\n        \
         partitions: {partitions:?},\n        columns: &[{columns}],\n        key: &{key:?},\n        encoding: Encoding::{encoding},\n    }},\n"
    )
}
