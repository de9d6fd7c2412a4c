//! An import of columns that the producer has not granted.

use crate::base::Span;
use crate::diag::{Applicability, Code, Diagnostic, Edit, Fix};

pub const CODE: Code = Code { id: "G201", name: "import-is-granted" };

/// What is asked of the producer.
pub struct Request<'a> {
    /// The whole grant line as it must stand in the producer's topic.
    pub line: String,
    pub topic: &'a str,
    /// The producer's package and the team that approves.
    pub producer: &'a str,
    pub approver: Option<&'a str>,
    pub reader: &'a str,
}

impl Request<'_> {
    fn approved_by(&self) -> String {
        match self.approver {
            Some(team) => format!("team `{team}` approves it"),
            None => "its owner approves it".to_owned(),
        }
    }
}

/// No grant at all.
pub fn none(span: Span, request: &Request<'_>, declared: Span) -> Diagnostic {
    let Request { line, topic, producer, reader, .. } = request;
    Diagnostic::error(CODE, span, format!("package `{reader}` may not read topic `{topic}`"))
        .label("no grant for this package")
        .secondary(declared, format!("declared by package `{producer}`"))
        .note(format!("the request is the line itself: {}", request.approved_by()))
        .help(format!("add to topic `{topic}`: `{line}`"))
}

/// A grant that lacks columns; `missing` is never empty.
pub fn columns(span: Span, missing: &[&str], request: &Request<'_>, grant: Span) -> Diagnostic {
    let Request { line, topic, reader, .. } = request;
    let first = missing.first().copied().unwrap_or_default();
    Diagnostic::error(CODE, span, format!("package `{reader}` may not read column `{first}` of topic `{topic}`"))
        .label("not granted")
        .secondary(grant, "the grant for this package")
        .note(format!("the request is the line itself: {}", request.approved_by()))
        .help(format!("without the column the import is fine; to ask for it, make the grant `{line}`"))
        .fix(Fix { title: "widen the grant".to_owned(), edits: vec![Edit { span: grant, text: line.clone() }], applicability: Applicability::Likely })
}

/// A day since 1970-01-01 as written in the language.
pub fn date(day: i32) -> String {
    // The civil calendar from a count of days: eras of 400 years that begin in March.
    let shifted = i64::from(day) + 719_468;
    let (era, of_era) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}

pub const PAGE: &str = r#"A package reads columns of another package's topic that are neither visible to it nor granted.

A grant names columns, a reader and purposes, and stands in the producer's file, so the producer's owner approves it by
merging it. The broker's access rules are made from the same line: what is not granted is denied, not merely undocumented.
Public topics, and those of the same domain with `visibility domain`, need no grant.

```stream fails
// file: org.stream
package org

team sales { domain retail; contact "sales channel" }
team books { domain finance; contact "books channel" }
domain retail { steward sales }
domain finance { steward books }
purpose billing "Writing bills"
purpose advice "Recommending articles"
label pii "Relates to a person"

// file: shop.stream
package shop {
    owner sales
}

record Order {
    id:    string
    total: decimal(10, 2)
}

topic orders v1 {
    schema Order
    grant  { id } to bills for billing
}

// file: bills.stream
package bills {
    owner books
}

import shop.orders v1 { id, total } for billing
```

```stream
// file: org.stream
package org

team sales { domain retail; contact "sales channel" }
team books { domain finance; contact "books channel" }
domain retail { steward sales }
domain finance { steward books }
purpose billing "Writing bills"
purpose advice "Recommending articles"
label pii "Relates to a person"

// file: shop.stream
package shop {
    owner sales
}

record Order {
    id:    string
    total: decimal(10, 2)
}

topic orders v1 {
    schema Order
    grant  { id, total } to bills for billing
}

// file: bills.stream
package bills {
    owner books
}

import shop.orders v1 { id, total } for billing
```
"#;

#[cfg(test)]
mod tests {
    use super::date;

    #[test]
    fn days_are_dates() {
        assert_eq!(date(0), "1970-01-01");
        assert_eq!(date(-1), "1969-12-31");
        assert_eq!(date(11_016), "2000-02-29");
        assert_eq!(date(20_999), "2027-06-30");
    }
}
