//! What of a file others see by name, and whom it names itself: enough to know which packages an edit concerns.

use super::SourceFile;
use super::packages::path_of;
use crate::base::Name;
use crate::syntax::ast::{Item, RouteKind};

/// What a file declares, without what the declarations say. While the shapes of all files stay the same, every id
/// stands for the same thing, and what is found or missed by name is the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shape {
    path: Box<str>,
    /// The package it belongs to.
    pub(super) package: Name,
    has_header: bool,
    is_empty: bool,
    types: Vec<Name>,
    /// With their versions.
    topics: Vec<(Name, u32)>,
    /// Entries of the organisation's registries, wherever they stand.
    pub(super) registers: bool,
    /// A job wants a topic for dead letters,
    has_job: bool,
    /// unless the header says where they go.
    routes: Vec<RouteKind>,
}

/// The packages that a file names.
#[derive(Clone, Debug, Default)]
pub struct Links {
    /// In imports and external parties: their topics and the schemas of these are looked at.
    pub(super) topics_of: Vec<Name>,
    /// In `use`: their types are looked at, and what those are made of.
    pub(super) types_of: Vec<Name>,
}

/// Both of one file.
#[derive(Clone, Debug)]
pub struct Outline {
    pub shape: Shape,
    pub links: Links,
}

impl Outline {
    pub fn of(file: &SourceFile<'_>) -> Outline {
        let mut links = Links::default();
        let (mut types, mut topics) = (Vec::new(), Vec::new());
        let (mut registers, mut has_job) = (false, false);
        for item in &file.ast.items {
            match item {
                Item::Import(import) => links.topics_of.extend(package_of(&import.topic.segments)),
                Item::External(external) => {
                    links.topics_of.extend(external.topic.as_ref().and_then(|p| package_of(&p.segments)));
                }
                Item::Use(clause) => links.types_of.push(clause.package.text().into()),
                Item::Record(d) => types.push(d.name.name.clone()),
                Item::Enum(d) => types.push(d.name.name.clone()),
                Item::Type(d) => types.push(d.name.name.clone()),
                Item::Deferred(d) if matches!(d.keyword, "union" | "record from") => {
                    types.extend(d.name.as_ref().map(|name| name.name.clone()));
                }
                Item::Deferred(_) | Item::Test(_) | Item::Waiver(_) => {}
                Item::Topic(d) => topics.push((d.name.name.clone(), d.version.map_or(1, |v| v.number))),
                Item::Job(_) => has_job = true,
                Item::Team(_)
                | Item::Domain(_)
                | Item::Region(_)
                | Item::Purpose(_)
                | Item::LabelDeclaration(_)
                | Item::Declassifier(_)
                | Item::Policy(_) => registers = true,
            }
        }
        let header = file.ast.package.as_ref();
        let shape = Shape {
            path: file.path.into(),
            package: path_of(file),
            has_header: header.is_some(),
            is_empty: file.ast.items.is_empty(),
            types,
            topics,
            registers,
            has_job,
            routes: header.into_iter().flat_map(|h| &h.routes).map(|route| route.kind).collect(),
        };
        Outline { shape, links }
    }
}

/// The package in the path of a topic.
fn package_of(path: &[crate::syntax::ast::Ident]) -> Option<Name> {
    let (_, package) = path.split_last()?;
    let names: Vec<&str> = package.iter().map(|segment| segment.name.as_str()).collect();
    (!names.is_empty()).then(|| names.join(".").into())
}
