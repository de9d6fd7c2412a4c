//! Chapter 10: the functions and aggregates of the catalogue.

use riparian_functions::catalogue::{AGGREGATES, FUNCTIONS, LabelBehaviour};

const HEAD: &str = r#"# Standard functions

Generated from the catalogue by `cargo xtask reference`: what stands here is what the compiler checks, the interpreter
computes and generated code calls.

**[functions.pure]** Every function is pure: equal arguments give equal results, on every machine and at every time.
(Test: `runtime/functions/tests/agreement.rs`.)

**[functions.call]** `upper(o.name)` and `o.name.upper()` are the same call. Arguments have no names.

**[functions.fail]** A function that may fail makes its record bad, with the reason of the failure. `try(…)` around it makes the
result `none` instead.

**[functions.optional]** A function that gets an argument that is `none` is not called: the result is `none`.

**[functions.examples]** Every example below is compiled and run. (Test: `tests/suite/tests/reference.rs`.)

```stream,run
package spec.calls

record In { id: int, name: string?, count: string, at: timestamp }
record Out { id: int, loud: string?, also: string?, count: int? }
topic ins v1 { schema In; key id; time at }
topic outs v1 { schema Out; key id }

job calling {
    stream called {
        from   ins as i
        select { id: i.id, loud: upper(i.name), also: i.name.upper(), count: try(parse_int(i.count)) }
        to     outs
    }
}

test "calls, absent arguments and failures" {
    given ins [
        { id: 1, name: "ann", count: "12", at: 2026-03-02T10:00:00Z }
        { id: 2, count: "many", at: 2026-03-02T10:00:00Z }
    ]
    expect outs [
        { id: 1, loud: "ANN", also: "ANN", count: 12 }
        { id: 2, loud: none, also: none, count: none }
    ]
}
```

## Aggregates

**[functions.aggregate]** Aggregates stand in the `select` of a table, and compute one value from the rows of a group. Rows whose
argument is `none` are passed over.

**[functions.aggregate.where]** `where: c` after the argument passes over the rows for which `c` does not hold.

**[functions.aggregate.none]** Of no rows a count is 0, `any` is `false`, and everything else is `none`. A group always has a row,
so a result is optional only where it may be `none` and the argument is optional or there is a `where:`.

**[functions.aggregate.order]** `first` and `last` go by event time, then by offset, and never by arrival.

```stream,run
package spec.aggregates

record Bid { item: int, price: int, bidder: string?, at: timestamp }
record Summary {
    item:     int
    bids:     int
    named:    int
    total:    int
    least:    int
    most:     int
    mean:     decimal(25, 6)
    earliest: int
    latest:   int
    large:    int?
    high:     bool
    by_cy:    bool
    huge:     bool
}
topic bids v1 { schema Bid; key item; time at disorder 1m }
table topic summaries v1 { schema Summary; key item, window; retain 7d }

job summing {
    table by_item {
        from   bids as b
        key    item: b.item
        window tumbling 1h
        select {
            bids:     count()
            named:    count(b.bidder)
            total:    sum(b.price)
            least:    min(b.price)
            most:     max(b.price)
            mean:     avg(b.price)
            earliest: first(b.price)
            latest:   last(b.price)
            large:    max(b.price, where: b.price >= 100)
            high:     any(b.price > 15)
            by_cy:    any(b.bidder == "cy")
            huge:     any(b.price > 15, where: b.price >= 100)
        }
        emit   final
        to     summaries
    }
}

test "each aggregate over one hour" {
    given bids [
        { item: 1, price: 20, bidder: "ann", at: 2026-03-02T10:00:30Z }
        { item: 1, price: 10, at: 2026-03-02T10:00:10Z }
        { item: 1, price: 15, bidder: "bob", at: 2026-03-02T10:00:20Z }
    ]
    advance to 2026-03-02T11:00:00Z
    expect summaries [
        {
            item: 1, bids: 3, named: 2, total: 45, least: 10, most: 20, mean: 15.000000
            earliest: 10, latest: 20, large: none, high: true, by_cy: false, huge: false
        }
    ]
}
```
"#;

const LANGUAGE: &str = "
## Forms of the language

| form | meaning |
|---|---|
| `convert(m, EUR, per: rate)`, `convert(m, EUR, times: rate)` | an amount in another currency [types.money.convert] |
| `money(10.00, EUR)` | an amount of money [types.money.literal] |
| `round(m)` of an amount | rounds to the minor units of its currency [types.money.round] |
| `token(value, \"vault\")` | a keyed pseudonym of an id, a string or an int; a declassifier |
| `try(e)` | `none` where `e` fails [types.try] |
";

pub(super) fn chapter() -> String {
    let mut out = String::from(HEAD);
    for aggregate in AGGREGATES {
        heading(&mut out, aggregate.name, aggregate.signature, aggregate.doc);
        list(&mut out, "over rows", aggregate.examples);
    }
    out.push_str(LANGUAGE);
    out.push_str("\n## Functions\n");
    for function in FUNCTIONS {
        heading(&mut out, function.name, function.signature, function.doc);
        if function.may_fail {
            out.push_str("May fail.\n\n");
        }
        if let LabelBehaviour::Declassifies(name) = function.labels {
            out.push_str(&format!("Declassifier `{name}`.\n\n"));
        }
        list(&mut out, "expression", function.examples);
    }
    out
}

fn heading(out: &mut String, name: &str, signature: &str, doc: &str) {
    out.push_str(&format!("\n### {name}\n\n"));
    for one in signatures(signature) {
        out.push_str(&format!("    {one}\n"));
    }
    let doc = doc.split_whitespace().collect::<Vec<_>>().join(" ");
    out.push_str(&format!("\n{doc}\n\n"));
}

/// The overloads of `f(x: int) -> int, f(x: float) -> float`, one each.
fn signatures(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let (mut start, mut depth) = (0, 0);
    for (at, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            ',' if depth == 0 => {
                found.extend(text.get(start..at).map(str::trim));
                start = at + 1;
            }
            _ => {}
        }
    }
    found.extend(text.get(start..).map(str::trim));
    found
}

fn list(out: &mut String, what: &str, examples: &[(&str, &str)]) {
    if examples.is_empty() {
        return;
    }
    out.push_str(&format!("| {what} | is |\n|---|---|\n"));
    for (expression, value) in examples {
        out.push_str(&format!("| {} | {} |\n", code(expression), code(value)));
    }
}

/// In a cell of a table.
fn code(text: &str) -> String {
    format!("`{}`", text.replace('|', "\\|"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overloads_are_told_apart() {
        assert_eq!(
            signatures("f(x: int, y: decimal(p, s)) -> decimal(p, s), f() -> int"),
            ["f(x: int, y: decimal(p, s)) -> decimal(p, s)", "f() -> int"]
        );
    }
}
