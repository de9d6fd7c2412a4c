//! Types and annotations.

use super::Lower;
use crate::syntax::ast::{Annotation, Argument, TypeExpr, TypeExprKind};
use crate::syntax::tree::{Kind, Node};

impl Lower {
    /// The first type directly in a node.
    pub(super) fn type_in(&mut self, node: Node<'_>) -> Option<TypeExpr> {
        let ty = node.child(Kind::TypeExpr)?;
        Some(self.type_expr(ty))
    }

    fn type_expr(&mut self, node: Node<'_>) -> TypeExpr {
        let span = self.span(node);
        let Some(name) = self.name_in(node) else {
            return TypeExpr { kind: TypeExprKind::Error, span };
        };
        let parameters = node.child(Kind::TypeParameters).map_or(Vec::new(), |parameters| {
            parameters.all(Kind::TypeExpr).map(|parameter| self.type_expr(parameter)).collect()
        });
        let arguments: Vec<Argument> = node.child(Kind::Call).map_or(Vec::new(), |call| self.arguments(call));
        let kind = TypeExprKind::Named { name, parameters, arguments };
        match node.child(Kind::Optional) {
            Some(mark) => {
                let inner = TypeExpr { kind, span: span.at_start().to(self.span(mark).at_start()) };
                TypeExpr { kind: TypeExprKind::Optional(Box::new(inner)), span }
            }
            None => TypeExpr { kind, span },
        }
    }

    pub(super) fn annotations(&mut self, node: Node<'_>) -> Vec<Annotation> {
        node.all(Kind::Annotation).filter_map(|annotation| self.annotation(annotation)).collect()
    }

    fn annotation(&mut self, node: Node<'_>) -> Option<Annotation> {
        let name = self.path_in(node)?;
        let names = node.child(Kind::AnnotationNames);
        let arguments = names.map_or(Vec::new(), |names| self.name_list(names, 0));
        Some(Annotation { name, arguments, span: self.span(node) })
    }
}
