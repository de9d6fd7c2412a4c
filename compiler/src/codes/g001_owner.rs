//! A package without an owner, or with one that is no team.

use crate::base::Span;
use crate::diag::{Code, Diagnostic};

pub const CODE: Code = Code { id: "G001", name: "owner-resolves" };

pub fn missing(span: Span, package: &str, team: &str) -> Diagnostic {
    Diagnostic::error(CODE, span, format!("package `{package}` has no owner"))
        .note("the owner answers for every topic, job and store of the package and approves who reads them")
        .help(format!("name a team of the organisation: `package {package} {{ owner {team} }}`"))
}

pub fn unknown(span: Span, owner: &str, nearest: Option<&str>) -> Diagnostic {
    let error = Diagnostic::error(CODE, span, format!("the organisation has no team `{owner}`"));
    match nearest {
        Some(_) => error.suggest(nearest),
        None => error.help(format!("name a team that exists, or add `team {owner} {{ … }}` to the file of package `org`")),
    }
}

pub const PAGE: &str = r#"Every package has exactly one owner, and it is a team of the organisation's file.

When a job stops at night, or an examiner asks who decided that a column may be read, there must be one answer. A topic
that nobody owns is found on the day it breaks.

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
    owner saels
}
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
```
"#;
