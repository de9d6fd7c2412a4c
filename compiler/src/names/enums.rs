//! Enums: variants in order of declaration, each once.

use super::collector::Collector;
use crate::base::Name;
use crate::codes;
use crate::model::TypeKind;
use crate::syntax::ast;

impl Collector<'_> {
    pub fn enumeration(&mut self, declaration: &ast::EnumDeclaration) -> TypeKind {
        let mut variants: Vec<Name> = Vec::new();
        for variant in &declaration.variants {
            if !variants.contains(&variant.name) {
                variants.push(variant.name.clone());
                continue;
            }
            let first =
                declaration.variants.iter().find(|v| v.name == variant.name).map_or(variant.span, |v| v.span);
            let name = &declaration.name.name;
            self.report(codes::s0207_duplicate_variant::duplicate(variant.span, &variant.name, name, first));
        }
        TypeKind::Enum { open: declaration.open, variants }
    }
}
