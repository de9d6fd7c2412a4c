//! What is to be said about a declared thing, as Markdown.

use super::entity::Entity;
use crate::model::{Field, Model, RecordDefinition, TopicKind, TypeKind, Visibility};
use crate::workspace::Analysis;
use std::fmt::Write as _;

pub(super) fn describe(analysis: &Analysis, entity: &Entity) -> Option<String> {
    let model = &analysis.model;
    let mut text = String::new();
    match entity {
        Entity::Package(id) => {
            let package = model.package(*id);
            code(&mut text, &format!("package {}", package.path));
            owner(&mut text, model, entity);
        }
        Entity::Type(id) => {
            let ty = model.ty(*id);
            let head = match &ty.kind {
                TypeKind::Enum { open, variants } => {
                    let list = variants.iter().map(|v| v.as_str()).collect::<Vec<_>>().join(", ");
                    format!("enum {}{} {{ {list} }}", ty.name, if *open { " open" } else { "" })
                }
                TypeKind::Record(record) => format!("record {} {{\n{}}}", ty.name, fields(model, record)),
                TypeKind::Nominal(inner) => format!("type {} = id<{}>", ty.name, model.show(inner)),
                TypeKind::Alias(inner) => format!("type {} = {}", ty.name, model.show(inner)),
                TypeKind::Error => return None,
            };
            code(&mut text, &head);
            owner(&mut text, model, entity);
            docs(&mut text, &ty.docs);
        }
        Entity::Topic(id) => {
            let topic = model.topic(*id);
            let kind = match topic.kind {
                TopicKind::Table => "table topic",
                TopicKind::Stream | TopicKind::DeadLetter => "topic",
            };
            let key = topic.key.iter().map(|k| k.field.as_str()).chain(topic.key_window.then_some("window"));
            let key = key.collect::<Vec<_>>().join(", ");
            let mut head = format!("{kind} {} v{}", topic.name, topic.version);
            if !key.is_empty() {
                let _ = write!(head, " key {key}");
            }
            code(&mut text, &head);
            owner(&mut text, model, entity);
            let visibility = match topic.visibility {
                Visibility::Private => "private",
                Visibility::Domain => "domain",
                Visibility::Public => "public",
            };
            let _ = writeln!(text, "visibility: {visibility}  ");
            let record = topic.schema.and_then(|id| model.record(&crate::model::Type::Record(id)));
            if let Some(record) = record {
                code(&mut text, &fields(model, record));
            }
            docs(&mut text, &topic.docs);
        }
        Entity::Field(id, field) => {
            let field = model.record(&crate::model::Type::Record(*id))?.fields.get(*field)?;
            code(&mut text, line(model, field).trim());
            owner(&mut text, model, entity);
            labels(&mut text, field.labels.iter().map(|l| l.as_str()));
            docs(&mut text, &field.docs);
        }
        Entity::Node(job, node) => {
            let job = analysis.plan.jobs.get(*job)?;
            let node = job.nodes.get(*node)?;
            let scope = &job.operator(node.output).scope;
            let mut head = format!("{} {} {{\n", if node.table { "table" } else { "stream" }, node.name);
            for column in scope.bindings.iter().flat_map(|b| &b.columns) {
                let _ = writeln!(head, "    {}: {}", column.name, model.show(&column.ty));
            }
            head.push('}');
            code(&mut text, &head);
            docs(&mut text, &node.docs);
        }
        Entity::Team(name) => {
            code(&mut text, &format!("team {name}"));
            if let Some(domain) = model.organisation.teams.get(name).and_then(|t| t.domain.as_ref()) {
                let _ = writeln!(text, "domain: {domain}");
            }
        }
        Entity::Domain(name) => code(&mut text, &format!("domain {name}")),
        Entity::Region(name) => code(&mut text, &format!("region {name}")),
        Entity::Purpose(name) => code(&mut text, &format!("purpose {name}")),
        Entity::Label(name) => {
            code(&mut text, &format!("label {name}"));
            let implied = model.organisation.closure(name);
            let _ = writeln!(
                text,
                "implies: {}",
                implied.iter().map(|n| n.as_str()).collect::<Vec<_>>().join(", ")
            );
        }
    }
    Some(text)
}

/// A fenced block.
pub(super) fn code(text: &mut String, code: &str) {
    let _ = writeln!(text, "```stream\n{}\n```", code.trim_end());
}

/// `labels: pii, pii.financial`, or nothing.
pub(super) fn labels<'a>(text: &mut String, labels: impl Iterator<Item = &'a str>) {
    let list = labels.collect::<Vec<_>>().join(", ");
    if !list.is_empty() {
        let _ = writeln!(text, "labels: {list}  ");
    }
}

fn docs(text: &mut String, docs: &str) {
    if !docs.trim().is_empty() {
        let _ = write!(text, "\n{}\n", docs.trim());
    }
}

/// The package that declares it and who owns that.
fn owner(text: &mut String, model: &Model, entity: &Entity) {
    let package = match entity {
        Entity::Package(id) => *id,
        Entity::Type(id) | Entity::Field(id, _) => model.ty(*id).package,
        Entity::Topic(id) => model.topic(*id).package,
        _ => return,
    };
    let package = model.package(package);
    let _ = writeln!(text, "package: {}  ", package.path);
    if let Some((owner, _)) = &package.owner {
        let _ = writeln!(text, "owner: {owner}  ");
    }
}

fn fields(model: &Model, record: &RecordDefinition) -> String {
    record.fields.iter().map(|field| line(model, field)).collect()
}

fn line(model: &Model, field: &Field) -> String {
    let labels: String = field.labels.iter().map(|l| format!(" @{l}")).collect();
    format!("    {}: {}{labels}\n", field.name, model.show(&field.ty))
}
