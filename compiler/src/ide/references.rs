//! Every place of a file's tree where a name stands for something declared. Expressions are not here: the plan knows
//! what they read.

use crate::base::{Name, Span};
use crate::syntax::ast::{self, Item, NodeClauseKind, RouteTarget, TestStepKind, TopicClauseKind};

/// What kind of thing a name should stand for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    Package,
    Type,
    /// A topic as this file may name it: its own, an import, or with its package's path.
    Topic,
    /// A type of the package in `use PACKAGE { … }`.
    TypeOf(Name),
    /// A field of the schema of the topic with this name.
    ColumnOf(Name),
    /// A topic, an import, or a node of the job with this name.
    Source(Name),
    Team,
    Domain,
    Region,
    Purpose,
    Label,
}

#[derive(Clone, Debug)]
pub(super) struct Reference {
    pub span: Span,
    /// The whole name: `payments.transfers.transfer_completed`.
    pub text: Name,
    pub wanted: Wanted,
}

/// All references of a file.
pub(super) fn references(file: &ast::File) -> Vec<Reference> {
    let mut found = Found(Vec::new());
    if let Some(package) = &file.package {
        found.path(&package.path, Wanted::Package);
        found.idents(package.owner.iter(), Wanted::Team);
        found.idents(package.region.iter(), Wanted::Region);
        found.routes(&package.routes);
    }
    for item in &file.items {
        found.item(item);
    }
    found.0
}

struct Found(Vec<Reference>);

impl Found {
    fn add(&mut self, span: Span, text: impl Into<Name>, wanted: Wanted) {
        self.0.push(Reference { span, text: text.into(), wanted });
    }

    fn path(&mut self, path: &ast::Path, wanted: Wanted) {
        self.add(path.span, path.text(), wanted);
    }

    fn idents<'a>(&mut self, idents: impl Iterator<Item = &'a ast::Ident>, wanted: Wanted) {
        for ident in idents {
            self.add(ident.span, ident.name.clone(), wanted.clone());
        }
    }

    fn routes(&mut self, routes: &[ast::RouteClause]) {
        for route in routes {
            if let RouteTarget::Topic(path) = &route.target {
                self.path(path, Wanted::Topic);
            }
        }
    }

    fn item(&mut self, item: &Item) {
        match item {
            Item::Use(item) => {
                self.path(&item.package, Wanted::Package);
                self.idents(item.names.iter(), Wanted::TypeOf(item.package.text().into()));
            }
            Item::Import(item) => {
                self.path(&item.topic, Wanted::Topic);
                self.idents(item.columns.iter(), Wanted::ColumnOf(item.topic.text().into()));
                self.idents(item.purposes.iter(), Wanted::Purpose);
            }
            Item::Type(item) => {
                self.idents(std::iter::once(&item.name), Wanted::Type);
                self.types(item.ty.iter());
            }
            Item::Enum(item) => self.idents(std::iter::once(&item.name), Wanted::Type),
            Item::Record(item) => {
                self.idents(std::iter::once(&item.name), Wanted::Type);
                for field in &item.fields {
                    self.types(field.ty.iter());
                    for annotation in &field.annotations {
                        if annotation.name.text() == "purposes" {
                            self.idents(annotation.arguments.iter(), Wanted::Purpose);
                        } else {
                            self.path(&annotation.name, Wanted::Label);
                        }
                    }
                }
            }
            Item::Topic(item) => self.topic(item),
            Item::External(item) => {
                self.idents(std::iter::once(&item.owner), Wanted::Team);
                if let Some(topic) = &item.topic {
                    self.path(topic, Wanted::Topic);
                    self.idents(item.columns.iter(), Wanted::ColumnOf(topic.text().into()));
                }
            }
            Item::Job(item) => self.job(item),
            Item::Test(item) => self.test(item),
            Item::Team(item) => {
                self.idents(std::iter::once(&item.name), Wanted::Team);
                self.idents(item.domain.iter().chain(&item.approves), Wanted::Domain);
            }
            Item::Domain(item) => {
                self.idents(std::iter::once(&item.name), Wanted::Domain);
                self.idents(item.steward.iter(), Wanted::Team);
            }
            Item::Region(item) => self.idents(std::iter::once(&item.name), Wanted::Region),
            Item::Purpose(item) => self.idents(std::iter::once(&item.name), Wanted::Purpose),
            Item::LabelDeclaration(item) => {
                self.path(&item.path, Wanted::Label);
                item.implies.iter().for_each(|p| self.path(p, Wanted::Label));
            }
            Item::Declassifier(item) => item.removes.iter().for_each(|p| self.path(p, Wanted::Label)),
            Item::Waiver(item) => {
                item.on.iter().for_each(|p| self.path(p, Wanted::Package));
                self.idents(item.owner.iter().chain(&item.approved_by), Wanted::Team);
            }
            Item::Policy(_) | Item::Deferred(_) => {}
        }
    }

    fn topic(&mut self, topic: &ast::Topic) {
        self.idents(std::iter::once(&topic.name), Wanted::Topic);
        let column = Wanted::ColumnOf(topic.name.name.clone());
        for clause in &topic.clauses {
            match &clause.kind {
                TopicClauseKind::Schema(Some(name)) => self.idents(std::iter::once(name), Wanted::Type),
                TopicClauseKind::Key(keys) => self.idents(keys.iter().map(|k| &k.field), column.clone()),
                TopicClauseKind::Partition { by, .. } => self.idents(by.iter(), column.clone()),
                TopicClauseKind::Time(time) => self.idents(time.field.iter(), column.clone()),
                TopicClauseKind::Wire { field, .. } => self.idents(field.iter(), column.clone()),
                TopicClauseKind::Grant(grant) => {
                    self.idents(grant.columns.iter(), column.clone());
                    grant.to.iter().for_each(|p| self.path(p, Wanted::Package));
                    self.idents(grant.purposes.iter(), Wanted::Purpose);
                }
                _ => {}
            }
        }
    }

    fn job(&mut self, job: &ast::Job) {
        self.routes(&job.routes);
        let source = Wanted::Source(job.name.name.clone());
        for node in &job.nodes {
            self.idents(std::iter::once(&node.name), source.clone());
            for clause in &node.clauses {
                match &clause.kind {
                    NodeClauseKind::From(from) => {
                        from.source.iter().for_each(|p| self.path(p, source.clone()))
                    }
                    NodeClauseKind::Join(join) => {
                        join.source.iter().for_each(|p| self.path(p, source.clone()))
                    }
                    NodeClauseKind::Route(route) => self.routes(std::slice::from_ref(route)),
                    NodeClauseKind::To(to) => to.topic.iter().for_each(|p| self.path(p, Wanted::Topic)),
                    _ => {}
                }
            }
        }
    }

    fn test(&mut self, test: &ast::Test) {
        for step in &test.steps {
            match &step.kind {
                TestStepKind::Given { topic, .. }
                | TestStepKind::Expect { topic, .. }
                | TestStepKind::ExpectContains { topic, .. }
                | TestStepKind::ExpectEmpty { topic } => {
                    topic.iter().for_each(|p| self.path(p, Wanted::Topic))
                }
                _ => {}
            }
        }
    }

    fn types<'a>(&mut self, types: impl Iterator<Item = &'a ast::TypeExpr>) {
        for ty in types {
            match &ty.kind {
                ast::TypeExprKind::Named { name, parameters, .. } => {
                    self.idents(std::iter::once(name), Wanted::Type);
                    self.types(parameters.iter());
                }
                ast::TypeExprKind::Optional(inner) => self.types(std::iter::once(&**inner)),
                ast::TypeExprKind::Error => {}
            }
        }
    }
}
