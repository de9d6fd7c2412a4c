//! A generated workspace: the size of an estate, the same text on every machine.

use std::fmt::Write as _;

/// Packages that every package but the first ones imports from.
const IMPORTS: usize = 3;
const TEAMS: usize = 20;

/// An org file and `packages` packages of about 60 lines and three imports each: relative path and text.
pub fn estate(packages: usize) -> Vec<(String, String)> {
    let mut files = vec![("org.stream".to_string(), organisation())];
    files.extend((0..packages).map(|p| (format!("packages/p{p:03}.stream"), package(p))));
    files
}

fn organisation() -> String {
    let mut text = String::from("//! A generated organisation.\n\npackage org\n\n");
    for team in 0..TEAMS {
        let _ = writeln!(text, "team team_{team} {{ domain d{}; contact \"#team-{team}\" }}", team % 5);
    }
    for domain in 0..5 {
        let _ = writeln!(text, "domain d{domain} {{ steward team_{domain} }}");
    }
    text.push_str("region eu { clusters main }\npurpose reporting \"Reports\"\n");
    text
}

fn package(p: usize) -> String {
    let mut t = String::new();
    let _ = writeln!(t, "//! Package {p} of a generated estate.\n");
    let _ = writeln!(t, "package estate.p{p:03} {{");
    let _ = writeln!(t, "    owner  team_{}\n    tier   2\n    region eu", p % TEAMS);
    let _ = writeln!(t, "    bad    to rejects\n    late   to rejects\n}}\n");
    let imports: Vec<usize> = (1..=IMPORTS).filter_map(|i| p.checked_sub(i * i)).collect();
    for q in &imports {
        let _ = writeln!(
            t,
            "import estate.p{q:03}.order_placed v1 as orders_{q:03} {{ id, customer, total, placed }} for reporting"
        );
    }
    let _ = write!(
        t,
        "
type OrderId = id<string>

enum Channel open {{ web, shop, phone }}

/// Somebody ordered something.
record OrderPlaced {{
    id:       OrderId
    customer: string
    total:    decimal(18, 2)
    channel:  Channel
    items:    int
    placed:   timestamp
}}

/// One record per order.
topic order_placed v1 {{
    schema     OrderPlaced
    key        id
    time       placed disorder 1m
    retain     30d
    visibility public
}}

record Turnover {{
    customer: string
    orders:   int
    total:    decimal(38, 2)
    largest:  decimal(18, 2)
}}

table topic turnover v1 {{ schema Turnover; key customer, window; retain 7d; visibility domain }}

topic rejects v1 {{ dead_letter; retain 14d }}

external producer team_{} service \"shop-{p}\" writes order_placed v1

job reporting {{
    guarantee exactly_once

    stream large {{
        from   {} as o
        where  o.total >= 10.00 and o.customer != \"\"
        select {{ customer: o.customer, total: o.total, placed: o.placed }}
    }}

    table turnover {{
        from   large as l
        key    customer: l.customer
        window tumbling 1h grace 5m
        select {{ orders: count(), total: sum(l.total), largest: max(l.total) }}
        to     turnover
    }}
}}
",
        p % TEAMS,
        imports.first().map_or("order_placed".to_string(), |q| format!("orders_{q:03}")),
    );
    t
}

/// The edit of the benchmark: one more condition in the middle of a package in the middle of the estate.
pub fn edited(text: &str) -> String {
    text.replacen("o.total >= 10.00", "o.total >= 11.50", 1)
}
