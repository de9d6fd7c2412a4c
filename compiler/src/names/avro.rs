//! Topics written as Avro: the schema file, and whether the record's columns can hold what it says.

use super::collector::Collector;
use crate::avro::{self, Node, Schema};
use crate::base::{Span, nearest};
use crate::codes::s0226_avro_column::{self, File};
use crate::codes::{s0217_unknown_word, s0225_avro_schema, s0227_avro_ids};
use crate::lock;
use crate::model::{AvroTopic, Field, TopicId, Type, TypeKind};
use crate::syntax::ast;
use std::sync::Arc;

impl Collector<'_> {
    /// `format avro "lines.avsc" plain`, after all other clauses of the topic.
    pub fn topic_format(&mut self, id: TopicId, declaration: &ast::Topic, format: &ast::Format) {
        let Some(name) = &format.name else { return };
        let Some(index) = self.word("format of this version", name, &["json", "avro"]) else { return };
        if index == 0 {
            let further =
                format.file.as_ref().map(|file| file.span).or(format.frame.as_ref().map(|f| f.span));
            if let Some(span) = further {
                self.report(s0225_avro_schema::not_avro(span, "json"));
            }
            return;
        }
        let framed = match &format.frame {
            None => true,
            Some(word) => match ["confluent", "plain"].iter().position(|known| word.name == **known) {
                Some(index) => index == 0,
                None => {
                    let error =
                        s0217_unknown_word::unknown(word.span, "frame", &word.name, &["confluent", "plain"]);
                    return self.report(error);
                }
            },
        };
        let Some(file) = &format.file else {
            let topic = self.model.topic(id).name.clone();
            return self.report(s0225_avro_schema::missing(name.span, &topic));
        };
        let Some((path, schema)) = self.schema_file(file) else { return };
        let named = File { path: &file.value, span: file.span };
        let sound = self.no_forms(declaration) & self.columns_fit(id, named, &schema, false);
        if !sound {
            return;
        }
        let writers =
            if framed { self.locked_writers(id, named, schema) } else { Some(vec![(0, Arc::new(schema))]) };
        if let Some(writers) = writers {
            self.topic_mut(id).avro =
                Some(Arc::new(AvroTopic { file: path.as_str().into(), framed, writers }));
        }
    }

    /// The ids of the lock file with their schemas, that of the schema file first.
    fn locked_writers(
        &mut self,
        id: TopicId,
        file: File<'_>,
        schema: Schema,
    ) -> Option<Vec<(u32, Arc<Schema>)>> {
        let topic = self.model.topic(id).full_name.clone();
        let from = self.files.get(file.span.file.0 as usize).map_or("", |file| file.path);
        let path = match from.rsplit_once('/') {
            Some((folder, _)) => format!("{folder}/{}", lock::FILE),
            None => lock::FILE.to_owned(),
        };
        let text = self.beside.get(path.as_str()).map_or("", |text| text);
        let listed = match lock::writers(text, &topic) {
            Ok(listed) if listed.is_empty() => {
                self.report(s0227_avro_ids::none(file.span, &topic));
                return None;
            }
            Ok(listed) => listed,
            Err(what) => {
                self.report(s0227_avro_ids::broken(file.span, &topic, &what));
                return None;
            }
        };
        let own = avro::canonical(&schema);
        let (mut current, mut others) = (Vec::new(), Vec::new());
        let mut sound = true;
        for writer in listed {
            let named = File { path: &format!("{}, id {}", lock::FILE, writer.id), span: file.span };
            match avro::read(&writer.schema) {
                Ok(known) if avro::canonical(&known) == own => current.push((writer.id, Arc::new(known))),
                Ok(known) => {
                    sound &= self.columns_fit(id, named, &known, true);
                    others.push((writer.id, Arc::new(known)));
                }
                Err(what) => {
                    let what = format!("id {}: {what}", writer.id);
                    self.report(s0227_avro_ids::broken(file.span, &topic, &what));
                    sound = false;
                }
            }
        }
        if sound && current.is_empty() {
            self.report(s0227_avro_ids::changed(file.span, file.path, &topic));
            sound = false;
        }
        current.extend(others);
        sound.then_some(current)
    }

    /// Whether no `wire` says what the schema says.
    fn no_forms(&mut self, declaration: &ast::Topic) -> bool {
        let mut none = true;
        for clause in &declaration.clauses {
            if let ast::TopicClauseKind::Wire { field: Some(field), form: Some(form), .. } = &clause.kind {
                self.report(s0226_avro_column::form(form.span, &field.name, &form.name));
                none = false;
            }
        }
        none
    }

    /// The schema in the file of a path from the folder of the text that names it.
    fn schema_file(&mut self, named: &ast::Text) -> Option<(String, Schema)> {
        let from = self.files.get(named.span.file.0 as usize).map_or("", |file| file.path);
        let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
        let path = joined(folder, &named.value);
        let Some(text) = path.as_ref().and_then(|path| self.beside.get(path.as_str())) else {
            let below = if folder.is_empty() { String::new() } else { format!("{folder}/") };
            let names = self.beside.keys().filter_map(|path| path.strip_prefix(below.as_str()));
            let near = nearest(&named.value, names.filter(|name| name.ends_with(".avsc"))).map(str::to_owned);
            self.report(s0225_avro_schema::not_found(named.span, &named.value, near.as_deref()));
            return None;
        };
        match avro::read(text) {
            Ok(schema) => path.map(|path| (path, schema)),
            Err(what) => {
                self.report(s0225_avro_schema::broken(named.span, &named.value, &what));
                None
            }
        }
    }

    /// Whether the columns of the topic's record can be read; each that cannot is reported. Of `other` writers than those of
    /// the schema file columns may lack that are optional.
    fn columns_fit(&mut self, id: TopicId, file: File<'_>, schema: &Schema, other: bool) -> bool {
        let Some((record, ..)) = self.schema(id) else { return false };
        let fields = record.fields.clone();
        let mut sound = true;
        for field in &fields {
            let wire = self.model.topic(id).wire.get(&field.name).cloned();
            let name = wire.as_ref().and_then(|wire| wire.name.clone()).unwrap_or_else(|| field.name.clone());
            let place = if field.span.file == file.span.file { field.span } else { file.span };
            match schema.fields().iter().find(|(known, _)| *name == **known) {
                None if other && field.ty.is_optional() => {}
                None => {
                    let near = nearest(&name, schema.fields().iter().map(|(known, _)| known.as_str()));
                    self.report(s0226_avro_column::missing(place, &field.name, near, file));
                    sound = false;
                }
                Some((_, at)) => {
                    let column = field.name.as_str();
                    sound &= self.column_fits(place, (column, field, &field.ty), (schema, *at), file);
                }
            }
        }
        sound
    }

    fn column_fits(
        &mut self,
        place: Span,
        (column, field, ty): (&str, &Field, &Type),
        (schema, at): (&Schema, u16),
        file: File<'_>,
    ) -> bool {
        let mismatch = |this: &mut Self, help: String| {
            let shown = this.model.show(ty);
            let wire = format!("`{}`", schema.show(at));
            let error = s0226_avro_column::mismatch(place, (column, &shown), &wire, &help, file);
            this.report(error);
            false
        };
        let instead = || match suggestion(schema, at) {
            Some(ty) => format!("declare it as `{ty}`"),
            None => "declare it as `json`, which holds any value".to_owned(),
        };
        if matches!(ty, Type::Error) {
            return true;
        }
        if matches!(ty.required().underlying(), Type::Json) {
            let null =
                matches!(schema.node(at), Node::Union(b) if b.iter().any(|b| *schema.node(*b) == Node::Null));
            return !null
                || ty.is_optional()
                || mismatch(self, "declare it as `json?`: it may be null".into());
        }
        let at = match schema.node(at) {
            Node::Union(branches) => {
                let values: Vec<u16> =
                    branches.iter().copied().filter(|branch| *schema.node(*branch) != Node::Null).collect();
                match values.as_slice() {
                    [_] if values.len() < branches.len() && !ty.is_optional() => {
                        let shown = self.model.show(ty);
                        return mismatch(self, format!("declare it as `{shown}?`: it may be null"));
                    }
                    [one] => *one,
                    _ => return mismatch(self, instead()),
                }
            }
            _ => at,
        };
        match (ty.required().underlying(), schema.node(at)) {
            (Type::Bool, Node::Boolean)
            | (Type::Int, Node::Int | Node::Long)
            | (Type::Float, Node::Float | Node::Double)
            | (Type::String, Node::String | Node::Enum { .. })
            | (Type::Timestamp, Node::TimestampMillis | Node::TimestampMicros)
            | (Type::Date, Node::Date)
            | (Type::Enum(_), Node::String)
            | (Type::Error, _) => true,
            (
                Type::Decimal { precision, scale },
                Node::Decimal { precision: written, scale: after }
                | Node::FixedDecimal { precision: written, scale: after, .. },
            ) => {
                let before = u32::from(*precision - *scale);
                let fits = after <= scale && written.saturating_sub(u32::from(*after)) <= before;
                fits || mismatch(self, instead())
            }
            (Type::Money(_), Node::Decimal { scale, .. } | Node::FixedDecimal { scale, .. }) => {
                *scale <= Type::MONEY_SCALE || mismatch(self, instead())
            }
            (Type::Enum(id), Node::Enum { symbols, .. }) => {
                let definition = self.model.ty(*id);
                let TypeKind::Enum { open: false, variants } = &definition.kind else { return true };
                let unknown = symbols.iter().find(|symbol| variants.iter().all(|v| *v != ***symbol));
                let Some(symbol) = unknown else { return true };
                let name = definition.name.clone();
                self.report(s0226_avro_column::symbol(place, column, (symbol, &name), file));
                false
            }
            (Type::List(inner), Node::Array(item)) => {
                self.column_fits(place, (&format!("{column}[]"), field, inner), (schema, *item), file)
            }
            (Type::Record(id), Node::Record { fields, .. }) => {
                let TypeKind::Record(record) = &self.model.ty(*id).kind else { return true };
                let inner = record.fields.clone();
                let mut sound = true;
                for field in &inner {
                    let column = format!("{column}.{}", field.name);
                    sound &= match fields.iter().find(|(known, _)| *field.name == **known) {
                        Some((_, at)) => {
                            self.column_fits(place, (&column, field, &field.ty), (schema, *at), file)
                        }
                        None => {
                            self.report(s0226_avro_column::missing(place, &column, None, file));
                            false
                        }
                    };
                }
                sound
            }
            _ => mismatch(self, instead()),
        }
    }
}

/// The type that holds what a schema says; `None` where none but `json` does, or a declared one is needed.
fn suggestion(schema: &Schema, at: u16) -> Option<String> {
    Some(match schema.node(at) {
        Node::Boolean => "bool".into(),
        Node::Int | Node::Long => "int".into(),
        Node::Float | Node::Double => "float".into(),
        Node::String | Node::Enum { .. } => "string".into(),
        Node::Date => "date".into(),
        Node::TimestampMillis | Node::TimestampMicros => "timestamp".into(),
        Node::Decimal { precision, scale } | Node::FixedDecimal { precision, scale, .. }
            if *precision <= 38 =>
        {
            format!("decimal({precision}, {scale})")
        }
        Node::Array(item) => format!("list<{}>", suggestion(schema, *item)?),
        Node::Union(branches) => {
            let mut values = branches.iter().filter(|branch| *schema.node(**branch) != Node::Null);
            match (values.next(), values.next()) {
                (Some(one), None) => format!("{}?", suggestion(schema, *one)?),
                _ => return None,
            }
        }
        _ => return None,
    })
}

/// A path from a folder, both relative to the root; `None`: it leads out.
fn joined(folder: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = Vec::new();
    for part in folder.split('/').chain(path.split('/')) {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}
