//! Go to definition.

use super::entity::Entity;
use super::{expressions, references, resolve};
use crate::base::{FileId, Span};
use crate::plan::ExprKind;
use crate::workspace::Analysis;

/// Where something is declared, and the text at the cursor that refers to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Target {
    pub origin: Span,
    pub declaration: Span,
}

/// The declaration of what stands at a byte offset.
pub fn definition(analysis: &Analysis, file: FileId, offset: u32) -> Option<Target> {
    let at = Span::new(file, offset, offset);
    if let Some((origin, entity)) = entity_at(analysis, at) {
        return Some(Target { origin, declaration: declaration(analysis, &entity)? });
    }
    let found = expressions::at(&analysis.plan, at)?;
    let ExprKind::Column(column) = &found.expr.kind else { return None };
    let column = found.scope?.bindings.get(column.binding)?.columns.get(column.column)?;
    Some(Target { origin: found.expr.span, declaration: column.span })
}

/// What a name at a place stands for, other than in expressions.
pub(super) fn entity_at(analysis: &Analysis, at: Span) -> Option<(Span, Entity)> {
    let tree = &analysis.files.get(at.file.0 as usize)?.parsed.ast;
    references::references(tree)
        .into_iter()
        .filter(|r| r.span.contains(at.start))
        .min_by_key(|r| r.span.end - r.span.start)
        .and_then(|r| Some((r.span, resolve::resolve(analysis, at.file, tree, &r)?)))
}

fn declaration(analysis: &Analysis, entity: &Entity) -> Option<Span> {
    let model = &analysis.model;
    let organisation = &model.organisation;
    Some(match entity {
        Entity::Package(id) => model.package(*id).span,
        Entity::Type(id) => model.ty(*id).span,
        Entity::Topic(id) => model.topic(*id).span,
        Entity::Field(id, field) => model.record(&crate::model::Type::Record(*id))?.fields.get(*field)?.span,
        Entity::Node(job, node) => analysis.plan.jobs.get(*job)?.nodes.get(*node)?.span,
        Entity::Team(name) => organisation.teams.get(name)?.span,
        Entity::Domain(name) => *organisation.domains.get(name)?,
        Entity::Region(name) => *organisation.regions.get(name)?,
        Entity::Purpose(name) => *organisation.purposes.get(name)?,
        Entity::Label(_) => return None,
    })
}
