//! The registries of package `org`: teams, domains, regions, purposes, labels, declassifiers, protections.

use super::collector::Collector;
use crate::base::{Name, Span, nearest};
use crate::codes;
use crate::model::{Organisation, ProtectionDefinition, TeamDefinition};
use crate::syntax::ast::{self, Item, PolicyClauseKind, Protection};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

impl Collector<'_> {
    pub fn organisation(&mut self) {
        let mut direct: BTreeMap<Name, BTreeSet<Name>> = BTreeMap::new();
        let mut seen: BTreeMap<(&'static str, Name), Span> = BTreeMap::new();
        let items: Vec<_> = self.items().collect();
        for (package, item) in &items {
            let Some((what, name, span)) = registry_entry(item) else { continue };
            let path = self.package_path(*package);
            if path != "org" {
                self.report(codes::s0223_registry_outside_org::outside(span, what, &path));
                continue;
            }
            if let Some(first) = seen.get(&(what, name.clone())) {
                let error = codes::s0205_duplicate_declaration::duplicate(
                    span,
                    what,
                    &name,
                    "the organisation",
                    *first,
                );
                self.report(error);
                continue;
            }
            seen.insert((what, name.clone()), span);
            let organisation = Arc::make_mut(&mut self.model.organisation);
            match item {
                Item::Team(team) => {
                    organisation.declared = true;
                    let domain = team.domain.as_ref().map(|d| d.name.clone());
                    organisation.teams.insert(name, TeamDefinition { domain, span });
                }
                Item::Domain(_) => drop(organisation.domains.insert(name, span)),
                Item::Region(_) => drop(organisation.regions.insert(name, span)),
                Item::Purpose(_) => drop(organisation.purposes.insert(name, span)),
                Item::LabelDeclaration(label) => {
                    let implied = label.implies.iter().map(|p| Name::from(p.text())).collect();
                    direct.insert(name, implied);
                }
                Item::Declassifier(declassifier) => {
                    let removes = declassifier.removes.iter().map(|p| Name::from(p.text())).collect();
                    organisation.declassifiers.insert(name, removes);
                }
                _ => {}
            }
        }
        let organisation = Arc::make_mut(&mut self.model.organisation);
        organisation.labels = closed(&direct);
        if !organisation.declared {
            built_in(organisation);
        }
        for (package, item) in items {
            if self.package_path(package) == "org" {
                self.organisation_references(item);
            }
        }
    }

    /// The regions of the headers.
    pub fn regions(&mut self) {
        let of = self.files_at_work().filter_map(|(file, _)| file.ast.package.as_ref()?.region.as_ref());
        let regions: Vec<&ast::Ident> = of.collect();
        regions.into_iter().for_each(|region| self.registered("region", Some(region)));
    }

    /// Names within the registries, and the protections, once all entries are known.
    fn organisation_references(&mut self, item: &Item) {
        match item {
            Item::Team(team) => self.registered("domain", team.domain.as_ref()),
            Item::Domain(domain) => self.registered("team", domain.steward.as_ref()),
            Item::LabelDeclaration(label) => label.implies.iter().for_each(|path| drop(self.label(path))),
            Item::Declassifier(declassifier) => {
                declassifier.removes.iter().for_each(|path| drop(self.label(path)));
            }
            Item::Policy(policy) => {
                for clause in &policy.clauses {
                    if let PolicyClauseKind::Protect { label: Some(label), protections } = &clause.kind {
                        self.protection(label, protections, clause.span);
                    }
                }
            }
            _ => {}
        }
    }

    fn protection(&mut self, label: &ast::Path, protections: &[Protection], span: Span) {
        let Some(name) = self.label(label) else { return };
        let definition = Arc::make_mut(&mut self.model.organisation).protections.entry(name).or_default();
        *definition = ProtectionDefinition { span, ..definition.clone() };
        for protection in protections {
            match protection {
                Protection::EraseWithin(duration) => definition.erase_within = Some(duration.micros),
                Protection::KeyForbidden { unless } => {
                    definition.key_forbidden_unless = Some(unless.as_ref().map(|i| i.name.clone()));
                }
                Protection::DeadLetterMasked => definition.dead_letter_masked = true,
                Protection::LogsMasked => definition.logs_masked = true,
                Protection::PurposesRequired => definition.purposes_required = true,
                Protection::Error => {}
            }
        }
    }

    /// A name of one of the registries; unknown ones are reported, if there is an org file at all.
    pub fn registered(&mut self, what: &'static str, name: Option<&ast::Ident>) {
        let (Some(name), organisation) = (name, &self.model.organisation) else { return };
        let wanted = &name.name;
        let known = match what {
            "team" => organisation.teams.contains_key(wanted),
            "domain" => organisation.domains.contains_key(wanted),
            "region" => organisation.regions.contains_key(wanted),
            _ => organisation.purposes.contains_key(wanted),
        };
        if organisation.declared && !wanted.is_empty() && !known {
            let names: Vec<&Name> = match what {
                "team" => organisation.teams.keys().collect(),
                "domain" => organisation.domains.keys().collect(),
                "region" => organisation.regions.keys().collect(),
                _ => organisation.purposes.keys().collect(),
            };
            let near = nearest(wanted, names.iter().map(|n| n.as_str()));
            let error = codes::s0216_unknown_registry_name::unknown(name.span, what, &name.name, near);
            self.report(error);
        }
    }

    /// A label by its path; `subject` exists always. An unknown one is reported, if there is an org file at all.
    pub fn label(&mut self, path: &ast::Path) -> Option<Name> {
        let name = Name::from(path.text());
        let organisation = &self.model.organisation;
        if path.segments.iter().any(|segment| segment.name.is_empty()) {
            return None;
        }
        if name == "subject" || !organisation.declared || organisation.labels.contains_key(&name) {
            return Some(name);
        }
        let near = nearest(&name, organisation.labels.keys().map(|n| n.as_str()));
        let error = codes::s0216_unknown_registry_name::unknown(path.span, "label", &name, near);
        self.report(error);
        None
    }
}

/// What a registry's entry is called, its name and its place.
fn registry_entry(item: &Item) -> Option<(&'static str, Name, Span)> {
    let (what, name) = match item {
        Item::Team(i) => ("team", &i.name),
        Item::Domain(i) => ("domain", &i.name),
        Item::Region(i) => ("region", &i.name),
        Item::Purpose(i) => ("purpose", &i.name),
        Item::Declassifier(i) => ("declassifier", &i.name),
        Item::Policy(i) => ("policy", &i.name),
        Item::LabelDeclaration(i) => return Some(("label", i.path.text().into(), i.path.span)),
        _ => return None,
    };
    Some((what, name.name.clone(), name.span))
}

/// Each label with all it implies, itself included; circles are harmless.
fn closed(direct: &BTreeMap<Name, BTreeSet<Name>>) -> BTreeMap<Name, BTreeSet<Name>> {
    let closure = |label: &Name| {
        let mut all = BTreeSet::new();
        let mut open = vec![label.clone()];
        while let Some(next) = open.pop() {
            if all.insert(next.clone()) {
                open.extend(direct.get(&next).into_iter().flatten().cloned());
            }
        }
        all
    };
    direct.keys().map(|label| (label.clone(), closure(label))).collect()
}

/// Without an org file (spec: governance.built-in) nobody is asked for owners, grants or purposes; `token` takes `pii` off.
fn built_in(organisation: &mut Organisation) {
    let token = organisation.declassifiers.entry(Name::from("token")).or_default();
    token.extend([Name::from("pii"), Name::from("subject")]);
}
