//! G001: every package has an owner that is a team of the organisation.

use super::{Check, Rule, Verdict};
use crate::base::nearest;
use crate::codes::g001_owner as messages;
use crate::model::Model;

pub(super) const RULE: Rule = Rule {
    code: messages::CODE,
    purpose: "every package, and with it every topic, job and store in it, has an owner that is a team",
    needs_organisation: true,
    shared: false,
    check: Check::Model(check),
};

fn check(model: &Model) -> Verdict {
    let teams = &model.organisation.teams;
    let mut found = Vec::new();
    // The organisation itself answers to nobody; the rest of its file is held by its reviewers.
    for package in model.packages.iter().filter(|p| p.path != "org") {
        match &package.owner {
            Some((owner, span)) => {
                if !teams.contains_key(owner) {
                    let near = nearest(owner, teams.keys().map(|n| n.as_str()));
                    found.push(messages::unknown(*span, owner, near));
                }
            }
            // A package without a header is a finding already.
            None if package.span.start == package.span.end => {}
            None => {
                let team = teams.keys().next().map_or("TEAM", |n| n.as_str());
                found.push(messages::missing(package.span, &package.path, team));
            }
        }
    }
    found.into()
}
