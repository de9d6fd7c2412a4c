//! Topics: each a contract, its clauses checked against its record.

use super::collector::Collector;
use crate::base::{Name, Span};
use crate::codes;
use crate::model::{
    PackageId, Retention, Topic, TopicBound, TopicId, TopicKind, TypeId, TypeKind, Visibility,
};
use crate::syntax::ast::{self, BoundKind, ExprKind, Item, TopicClauseKind};
use std::collections::BTreeMap;
use std::sync::Arc;

impl<'a> Collector<'a> {
    /// Every topic gets an id and its names. The second declaration of a name and version is reported and left out.
    pub fn declare_topics(&mut self) {
        for (package, item) in self.items() {
            let Item::Topic(declaration) = item else { continue };
            let (name, version) = (&declaration.name, declaration.version.map_or(1, |v| v.number));
            let ids = self.index.topic_ids.get(&(package, name.name.clone()));
            let same =
                ids.into_iter().flatten().find(|id| self.model.topic(**id).version == version).copied();
            let earlier =
                same.filter(|id| self.topic_sources.get(id.0 as usize).is_some_and(Option::is_some));
            if let Some(first) = earlier.map(|id| self.model.topic(id).span) {
                let place = format!("package `{}`", self.package_path(package));
                let shown = format!("{} v{version}", name.name);
                let error =
                    codes::s0205_duplicate_declaration::duplicate(name.span, "topic", &shown, &place, first);
                self.report(error);
                continue;
            }
            if name.name.is_empty() {
                continue;
            }
            let topic = Arc::new(bare(package, &self.package_path(package), declaration, version));
            match same {
                Some(id) => {
                    self.model.topics[id.0 as usize] = topic;
                    self.topic_sources[id.0 as usize] = Some(declaration);
                }
                None => {
                    let id = TopicId(self.model.topics.len() as u32);
                    self.model.topics.push(topic);
                    self.topic_sources.push(Some(declaration));
                    self.package_mut(package).topics.push(id);
                    let key = (package, name.name.clone());
                    let ids = Arc::make_mut(&mut self.index).topic_ids.entry(key).or_default();
                    ids.push(id);
                    let topics = &self.model.topics;
                    ids.sort_by_key(|id| topics[id.0 as usize].version);
                }
            }
        }
    }

    pub fn topics(&mut self) {
        for index in 0..self.topic_sources.len() {
            if let Some(declaration) = self.topic_sources[index] {
                self.topic(TopicId(index as u32), declaration);
            }
        }
    }

    fn topic(&mut self, id: TopicId, declaration: &'a ast::Topic) {
        let dead_letter = declaration.clauses.iter().find(|c| matches!(c.kind, TopicClauseKind::DeadLetter));
        if let Some(clause) = dead_letter {
            return self.dead_letter(id, declaration, clause.keyword);
        }
        let schema = declaration.clauses.iter().find_map(|clause| match &clause.kind {
            TopicClauseKind::Schema(name) => Some(name.as_ref()),
            _ => None,
        });
        match schema {
            Some(Some(name)) => self.topic_mut(id).schema = self.record_named(id, name),
            Some(None) => {}
            None => {
                if !self.is_broken(declaration.span) {
                    let package = self.model.topic(id).package;
                    let example = self.some_record(package);
                    let (span, name) = (declaration.name.span, &declaration.name.name);
                    self.report(codes::s0211_missing_schema::missing(span, name, &example));
                }
            }
        }
        let mut seen_key = false;
        for clause in &declaration.clauses {
            seen_key |= matches!(clause.kind, TopicClauseKind::Key(_));
            self.topic_clause(id, declaration, clause);
        }
        // The columns are compared under their names on the wire.
        for clause in &declaration.clauses {
            if let TopicClauseKind::Format(format) = &clause.kind {
                self.topic_format(id, declaration, format);
            }
        }
        if declaration.table && !seen_key && schema.is_some() && !self.is_broken(declaration.span) {
            let example =
                self.schema(id).and_then(|(record, ..)| record.fields.first()).map(|f| f.name.clone());
            let (span, name) = (declaration.name.span, &declaration.name.name);
            self.report(codes::s0213_table_without_key::missing(span, name, example.as_deref()));
        }
    }

    fn topic_clause(&mut self, id: TopicId, declaration: &ast::Topic, clause: &'a ast::TopicClause) {
        let name = &declaration.name.name;
        match &clause.kind {
            TopicClauseKind::Key(keys) => self.topic_key(id, keys),
            TopicClauseKind::Partition { by, count, using } => {
                let fields = self.distinct(by, "the partitioning");
                let fields: Vec<Name> = fields
                    .into_iter()
                    .filter(|field| self.field_exists(id, field, "the partitioning"))
                    .map(|field| field.name.clone())
                    .collect();
                if let Some(using) = using {
                    self.word("partitioner of this version", using, &["murmur2"]);
                }
                let topic = self.topic_mut(id);
                topic.partition_by = fields;
                topic.partitions = count.map(|(count, _)| count);
            }
            TopicClauseKind::Time(time) => self.topic_time(id, time, clause.span),
            TopicClauseKind::TombstonesAllowed => self.topic_mut(id).tombstones = true,
            TopicClauseKind::Format(format) if self.model.topic(id).kind == TopicKind::DeadLetter => {
                if let Some(format) = format.name.as_ref().filter(|name| name.name == "avro") {
                    self.report(codes::s0225_avro_schema::dead_letter(format.span, name));
                } else {
                    self.topic_format(id, declaration, format);
                }
            }
            TopicClauseKind::Wire { field, name, form } => {
                self.topic_wire(id, field.as_ref(), name.as_ref(), form.as_ref());
            }
            TopicClauseKind::Trusted => self.topic_mut(id).trusted = true,
            TopicClauseKind::Compat(Some(compat)) => {
                self.word("compatibility", compat, COMPATIBILITIES);
            }
            TopicClauseKind::Bound(bound) if declaration.table => {
                self.topic_mut(id).bounded = match &bound.kind {
                    BoundKind::FiniteKeys => Some(TopicBound::FiniteKeys),
                    BoundKind::Ttl(duration) => Some(TopicBound::Ttl(duration.micros)),
                    BoundKind::Error => None,
                };
            }
            TopicClauseKind::Bound(_) => {
                self.report(codes::s0213_table_without_key::only_tables(clause.keyword, "bound", name));
            }
            TopicClauseKind::History(history) if declaration.table => {
                self.topic_mut(id).history = history.map(|d| d.micros);
            }
            TopicClauseKind::History(_) => {
                self.report(codes::s0213_table_without_key::only_tables(clause.keyword, "history", name));
            }
            TopicClauseKind::Retain(retain) => self.topic_mut(id).retain = retention(retain),
            TopicClauseKind::Erase { within, mechanism } => {
                if let Some(expr) = mechanism {
                    self.erasure_fields(id, expr);
                }
                self.topic_mut(id).erase = within.map(|d| (d.micros, clause.span));
            }
            TopicClauseKind::Visibility(Some(word)) => {
                if let Some(index) = self.word("visibility", word, &["private", "domain", "public"]) {
                    let all = [Visibility::Private, Visibility::Domain, Visibility::Public];
                    self.topic_mut(id).visibility = all[index];
                }
            }
            TopicClauseKind::Grant(grant) => self.topic_grant(id, grant),
            TopicClauseKind::Deferred(deferred) => {
                self.report(codes::s0222_not_compiled_yet::construct(deferred.span, deferred.keyword));
            }
            _ => {}
        }
    }

    /// `shred(sender)`: what is in the parentheses are fields.
    fn erasure_fields(&mut self, id: TopicId, expr: &ast::Expr) {
        if let ExprKind::Call { arguments, .. } = &expr.kind {
            for argument in arguments {
                if let ExprKind::Name(field) = &argument.value.kind {
                    self.field_exists(id, field, "the erasure");
                }
            }
        }
    }

    fn dead_letter(&mut self, id: TopicId, declaration: &'a ast::Topic, marker: Span) {
        self.topic_mut(id).kind = TopicKind::DeadLetter;
        let name = &declaration.name.name;
        if declaration.table {
            self.report(codes::s0212_dead_letter_schema::table(declaration.head, name, marker));
        }
        for clause in &declaration.clauses {
            match &clause.kind {
                TopicClauseKind::DeadLetter
                | TopicClauseKind::Retain(_)
                | TopicClauseKind::Visibility(_)
                | TopicClauseKind::Fresh(_)
                | TopicClauseKind::Format(_)
                | TopicClauseKind::Deferred(_) => self.topic_clause(id, declaration, clause),
                TopicClauseKind::Error => {}
                _ => {
                    let word = super::clause_order::topic_word(&clause.kind);
                    self.report(codes::s0212_dead_letter_schema::clause(clause.keyword, word, name, marker));
                }
            }
        }
    }

    fn record_named(&mut self, topic: TopicId, name: &ast::Ident) -> Option<TypeId> {
        let package = self.model.topic(topic).package;
        let Some(id) = self.type_named(package, &name.name) else {
            let elsewhere = self.packages_with_type(&name.name);
            let elsewhere: Vec<&str> = elsewhere.iter().map(|n| n.as_str()).collect();
            let records =
                self.types_in_reach(package).filter(|(_, id)| self.is_record(*id)).map(|(n, _)| n.as_str());
            let near = crate::base::nearest(&name.name, records).map(str::to_owned);
            let error =
                codes::s0201_unknown_type::unknown(name.span, &name.name, near.as_deref(), &elsewhere);
            self.report(error);
            return None;
        };
        if matches!(self.model.ty(id).kind, TypeKind::Error) {
            return None;
        }
        if !self.is_record(id) {
            let declared = self.model.ty(id).span;
            self.report(codes::s0211_missing_schema::not_a_record(name.span, &name.name, declared));
            return None;
        }
        Some(id)
    }

    fn is_record(&self, id: TypeId) -> bool {
        matches!(self.model.ty(id).kind, TypeKind::Record(_))
    }

    /// A record of the package for a help text.
    fn some_record(&self, package: PackageId) -> Name {
        let record = self.types_in_reach(package).find(|(_, id)| self.is_record(*id));
        record.map_or_else(|| Name::from("RECORD"), |(name, _)| name.clone())
    }

    pub fn topic_mut(&mut self, id: TopicId) -> &mut Topic {
        Arc::make_mut(&mut self.model.topics[id.0 as usize])
    }
}

const COMPATIBILITIES: &[&str] =
    &["none", "backward", "backward_transitive", "forward", "forward_transitive", "full", "full_transitive"];

fn retention(retain: &ast::Retain) -> Option<Retention> {
    match retain {
        ast::Retain::For(duration) => Some(Retention::For(duration.micros)),
        ast::Retain::Compact { after } => Some(Retention::Compact { after: after.map(|d| d.micros) }),
        ast::Retain::Forever => Some(Retention::Forever),
        ast::Retain::Error => None,
    }
}

fn bare(package: PackageId, path: &str, declaration: &ast::Topic, version: u32) -> Topic {
    let name = &declaration.name.name;
    Topic {
        package,
        name: name.clone(),
        version,
        full_name: format!("{path}.{name}.v{version}").into(),
        kind: if declaration.table { TopicKind::Table } else { TopicKind::Stream },
        schema: None,
        key: Vec::new(),
        key_window: false,
        partition_by: Vec::new(),
        partitions: None,
        time: None,
        wire: BTreeMap::new(),
        avro: None,
        trusted: false,
        tombstones: false,
        bounded: None,
        history: None,
        retain: None,
        visibility: Visibility::Private,
        erase: None,
        grants: Vec::new(),
        generated: false,
        docs: declaration.docs.clone(),
        span: declaration.name.span,
    }
}
