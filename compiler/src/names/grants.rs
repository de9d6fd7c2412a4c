//! Grants: columns of a topic for a package, for purposes.

use super::collector::Collector;
use crate::base::nearest;
use crate::codes;
use crate::model::{Grant, TopicId};
use crate::syntax::ast;

impl Collector<'_> {
    pub fn topic_grant(&mut self, id: TopicId, grant: &ast::Grant) {
        let columns = self.distinct(&grant.columns, "this grant");
        let columns = columns
            .into_iter()
            .filter(|column| self.field_exists(id, column, "the grant"))
            .map(|column| column.name.clone())
            .collect();
        grant.purposes.iter().for_each(|purpose| self.registered("purpose", Some(purpose)));
        let Some(to) = &grant.to else { return };
        let name = to.text();
        if !self.index.package_ids.contains_key(name.as_str()) {
            // The package may be built elsewhere; only what looks like a slip is worth a word.
            let near = nearest(&name, self.index.package_ids.keys().map(|n| n.as_str()));
            if let Some(near) = near {
                let warning = codes::s0202_unknown_package::granted(to.span, &name, near);
                self.report(warning);
            }
        }
        let purposes = grant.purposes.iter().map(|p| p.name.clone()).collect();
        let until = grant.until.map(|(day, _)| day);
        let grant = Grant { columns, to: name.into(), purposes, until, span: grant.span };
        self.topic_mut(id).grants.push(grant);
    }
}
