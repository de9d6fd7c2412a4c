//! Packages, imports, types, external parties.

use super::Lower;
use super::docs::Docs;
use crate::syntax::ast::*;
use crate::syntax::tree::{Kind, Node};

impl Lower {
    pub(super) fn package(&mut self, node: Node<'_>) -> Package {
        let mut package = Package {
            path: self.path_in(node).unwrap_or_else(|| self.missing_path(node)),
            owner: None,
            tier: None,
            region: None,
            lifecycle: None,
            routes: Vec::new(),
            span: self.span(node),
        };
        for clause in node.solid() {
            match clause.kind() {
                Kind::Owner => package.owner = package.owner.or(self.name_in(clause)),
                Kind::RegionClause => package.region = package.region.or(self.name_in(clause)),
                Kind::Lifecycle => package.lifecycle = package.lifecycle.or(self.name_in(clause)),
                Kind::Tier => {
                    let tier = clause.child(Kind::Number).and_then(|number| self.count(number));
                    package.tier = package.tier.or(tier);
                }
                Kind::Route => package.routes.push(self.route(clause)),
                _ => {}
            }
        }
        package
    }

    /// A path of one empty name, for what has been reported as missing.
    pub(super) fn missing_path(&self, node: Node<'_>) -> Path {
        let name = self.declared(node);
        Path { span: name.span, segments: vec![name] }
    }

    pub(super) fn use_declaration(&mut self, node: Node<'_>) -> Use {
        Use {
            package: self.path_in(node).unwrap_or_else(|| self.missing_path(node)),
            names: self.columns(node),
            span: self.span(node),
        }
    }

    pub(super) fn import(&mut self, node: Node<'_>) -> Import {
        let columns_span = match node.child(Kind::Columns).or(node.child(Kind::MissingOpen)) {
            Some(columns) => self.span(columns),
            None => self.span(node).at_end(),
        };
        Import {
            topic: self.path_in(node).unwrap_or_else(|| self.missing_path(node)),
            version: self.version_in(node),
            alias: self.alias_in(node),
            columns: self.columns(node),
            columns_span,
            purposes: self.names_after(node, "for"),
            span: self.span(node),
        }
    }

    pub(super) fn type_declaration(&mut self, node: Node<'_>, docs: String) -> TypeDeclaration {
        TypeDeclaration { docs, name: self.declared(node), ty: self.type_in(node), span: self.span(node) }
    }

    pub(super) fn enum_declaration(&mut self, node: Node<'_>, docs: String) -> EnumDeclaration {
        EnumDeclaration {
            docs,
            name: self.declared(node),
            open: node.keyword("open").is_some(),
            variants: node.all(Kind::Variant).filter_map(|variant| self.name_in(variant)).collect(),
            span: self.span(node),
        }
    }

    pub(super) fn record_declaration(&mut self, node: Node<'_>, docs: String) -> RecordDeclaration {
        let mut fields = Vec::new();
        let mut above = Docs::default();
        for child in node.children() {
            if above.take_trivia(child) {
                continue;
            }
            let docs = above.take();
            if child.kind() == Kind::Field
                && let Some(field) = self.field(child, docs)
            {
                fields.push(field);
            }
        }
        RecordDeclaration { docs, name: self.declared(node), fields, span: self.span(node) }
    }

    fn field(&mut self, node: Node<'_>, docs: String) -> Option<Field> {
        Some(Field {
            docs,
            name: self.name_in(node)?,
            ty: self.type_in(node),
            annotations: self.annotations(node),
            span: self.span(node),
        })
    }

    pub(super) fn external(&mut self, node: Node<'_>) -> External {
        // `external producer settlement service "ecb-import" writes reference_rates v1`
        let names = self.names_in(node);
        External {
            producer: names.first().is_none_or(|word| word.name != "consumer"),
            owner: names.get(1).cloned().unwrap_or_else(|| self.missing_path(node).segments.remove(0)),
            kind: names.get(2).cloned(),
            name: self.text_in(node),
            topic: self.path_in(node),
            version: self.version_in(node),
            columns: self.columns(node),
            span: self.span(node),
        }
    }
}
