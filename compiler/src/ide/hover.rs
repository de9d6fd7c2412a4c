//! What is said about the text under the cursor: type, owner, labels, where a column comes from, documentation.

use super::definition::entity_at;
use super::{describe, expressions};
use crate::base::{FileId, Span};
use crate::model::Model;
use crate::plan::{Column, ExprKind, Flow};
use crate::workspace::Analysis;
use std::fmt::Write as _;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hover {
    /// What the text is about.
    pub span: Span,
    pub markdown: String,
}

/// What stands at a byte offset.
pub fn hover(analysis: &Analysis, file: FileId, offset: u32) -> Option<Hover> {
    let at = Span::new(file, offset, offset);
    if let Some((span, entity)) = entity_at(analysis, at) {
        return Some(Hover { span, markdown: describe::describe(analysis, &entity)? });
    }
    let found = expressions::at(&analysis.plan, at)?;
    let model = &analysis.model;
    let ty = model.show(&found.expr.ty);
    let mut markdown = String::new();
    match &found.expr.kind {
        ExprKind::Column(reference) => {
            let column = found
                .scope
                .and_then(|scope| scope.bindings.get(reference.binding)?.columns.get(reference.column));
            match column {
                Some(column) => {
                    describe::code(&mut markdown, &format!("{}: {ty}", column.name));
                    about_column(&mut markdown, model, column);
                }
                None => match expressions::aggregate_at(&analysis.plan, found.expr.span) {
                    Some(aggregate) => {
                        describe::code(&mut markdown, aggregate.signature);
                        let _ = writeln!(markdown, "\n{}", aggregate.doc);
                    }
                    None => describe::code(&mut markdown, &ty),
                },
            }
        }
        ExprKind::Call { function, .. } => {
            describe::code(&mut markdown, function.signature);
            let _ = writeln!(markdown, "\n{}", function.doc);
        }
        _ => describe::code(&mut markdown, &ty),
    }
    Some(Hover { span: found.expr.span, markdown })
}

/// The labels a column carries and the topic columns it is made of, with their owners.
fn about_column(text: &mut String, model: &Model, column: &Column) {
    describe::labels(text, column.labels.iter().map(|l| l.as_str()));
    let sources = column.sources.iter().filter(|s| s.flow != Flow::Control);
    for source in sources {
        let topic = model.topic(source.topic);
        let package = model.package(topic.package);
        let how = if source.flow == Flow::Direct { "from" } else { "computed from" };
        let _ = write!(text, "{how} `{}.{}`", topic.full_name, source.column);
        if let Some((owner, _)) = &package.owner {
            let _ = write!(text, ", owner {owner}");
        }
        text.push_str("  \n");
    }
}
