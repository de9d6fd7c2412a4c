//! Package headers: which file belongs to which package, owner, tier, region, routes.

use super::SourceFile;
use super::collector::Collector;
use crate::base::{Name, Span};
use crate::codes;
use crate::model::{Package, PackageId, TopicId, TypeId};
use crate::syntax::ast;
use std::collections::BTreeMap;
use std::sync::Arc;

impl Collector<'_> {
    /// Every package, and what its headers say.
    pub fn packages(&mut self) {
        for path in self.index.package_ids.keys() {
            self.model.packages.push(Arc::new(bare(path, Vec::new(), Vec::new())));
        }
        self.headers();
    }

    /// What the headers of the packages that are collected say; what they declare is as before.
    pub fn headers(&mut self) {
        for definition in
            self.model.packages.iter_mut().zip(&self.work).filter(|(_, at)| **at).map(|(p, _)| p)
        {
            *definition =
                Arc::new(bare(&definition.path, definition.types.clone(), definition.topics.clone()));
        }
        let mut said = BTreeMap::new();
        let files: Vec<_> = self.files_at_work().collect();
        for (file, package) in files {
            let definition = self.package_mut(package);
            if definition.files.is_empty() {
                definition.span = Span::new(file.id, 0, 0);
            }
            definition.files.push(file.id);
            match &file.ast.package {
                Some(header) => self.header(package, header, &mut said),
                // A workspace of one file is the small beginning: its package is called like the file.
                None if !file.ast.items.is_empty() && self.files.len() > 1 => {
                    let start = first_declaration(file);
                    self.report(codes::s0210_missing_package::missing(start, &path_of(file)));
                }
                None => {}
            }
        }
    }

    /// Two jobs of one package cannot share a name: state, groups and internal topics are named after it.
    pub fn jobs(&mut self) {
        let mut first: BTreeMap<(PackageId, Name), Span> = BTreeMap::new();
        for (package, item) in self.items() {
            let ast::Item::Job(job) = item else { continue };
            let (name, span) = (&job.name.name, job.name.span);
            if name.is_empty() {
                continue;
            }
            let earlier = first.get(&(package, name.clone())).copied();
            if let Some(earlier) = earlier {
                let place = format!("package `{}`", self.package_path(package));
                self.report(codes::s0205_duplicate_declaration::duplicate(
                    span, "job", name, &place, earlier,
                ));
            } else {
                first.insert((package, name.clone()), span);
            }
        }
    }

    fn header(
        &mut self,
        package: PackageId,
        header: &ast::Package,
        said: &mut BTreeMap<(PackageId, &'static str), Span>,
    ) {
        let path = self.package_path(package);
        let mut repeated = Vec::new();
        let mut once = |clause: &'static str, span: Span| match said.get(&(package, clause)) {
            Some(first) => {
                repeated.push(codes::s0208_duplicate_clause::headers(span, clause, &path, *first));
                false
            }
            None => {
                said.insert((package, clause), span);
                true
            }
        };
        let definition = Arc::make_mut(&mut self.model.packages[package.0 as usize]);
        if definition.span.start == definition.span.end && has_name(header) {
            definition.span = header.path.span;
        }
        if let Some(owner) = &header.owner
            && once("owner", owner.span)
        {
            definition.owner = Some((owner.name.clone(), owner.span));
        }
        if let Some((tier, span)) = header.tier
            && once("tier", span)
        {
            definition.tier = Some(tier);
        }
        if let Some(region) = &header.region
            && once("region", region.span)
        {
            definition.region = Some((region.name.clone(), region.span));
        }
        for route in &header.routes {
            let clause = match route.kind {
                ast::RouteKind::Bad => "bad",
                ast::RouteKind::Late => "late",
                ast::RouteKind::Unmatched => "unmatched",
            };
            if once(clause, route.span) {
                definition.routes.push(route.clone());
            }
        }
        repeated.into_iter().for_each(|finding| self.report(finding));
    }
}

/// A package of which nothing is known but what it declares.
fn bare(path: &Name, types: Vec<TypeId>, topics: Vec<TopicId>) -> Package {
    Package {
        path: path.clone(),
        files: Vec::new(),
        owner: None,
        tier: None,
        region: None,
        imports: Vec::new(),
        types,
        topics,
        routes: Vec::new(),
        span: Span::default(),
    }
}

/// Whether the header's path is whole; if not, the parser has said so.
fn has_name(header: &ast::Package) -> bool {
    header.path.segments.iter().all(|segment| !segment.name.is_empty())
}

/// The package a file says; a file that says none is taken for one named after itself, so that the rest can be checked.
pub(super) fn path_of(file: &SourceFile<'_>) -> Name {
    match &file.ast.package {
        Some(header) if has_name(header) => header.path.text().into(),
        _ => {
            let stem = file.path.rsplit(['/', '\\']).next().unwrap_or_default();
            let stem = stem.strip_suffix(".stream").unwrap_or(stem);
            let name: String =
                stem.chars().map(|c| if c.is_alphanumeric() || c == '_' { c } else { '_' }).collect();
            if name.starts_with(|c: char| c.is_alphabetic()) { name.into() } else { "main".into() }
        }
    }
}

/// The word that begins the first line which is neither blank nor a comment.
fn first_declaration(file: &SourceFile<'_>) -> Span {
    let mut offset = 0;
    for line in file.text.split_inclusive('\n') {
        let text = line.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        if !text.is_empty()
            && (!text.starts_with("//") || text.starts_with("///") && !text.starts_with("////"))
        {
            let start = offset + line.len() - text.len();
            let word = text.split_whitespace().next().map_or(0, str::len);
            return Span::new(file.id, start as u32, (start + word) as u32);
        }
        offset += line.len();
    }
    Span::new(file.id, 0, 0)
}
