//! One small job per construct.

use super::golden;

/// What all jobs below read and write.
pub(super) const SHOP: &str = "\
package shop

type ShopId = id<string>
enum Kind open { card, cash }
enum Currency { EUR, USD }

record Address {
    city: string
    zip:  string?
}

record Line {
    sku: string
    qty: int
}

record Sale {
    id:       string
    shop:     ShopId
    kind:     Kind
    size:     int
    amount:   money(currency)
    currency: Currency
    note:     string?
    address:  Address?
    lines:    list<Line>(max: 20)
    at:       timestamp
}

record Shop {
    shop: ShopId
    city: string
    rank: int?
}

topic sales v1 {
    schema Sale
    key    id
    time   at disorder 10s
}

topic returns v1 {
    schema Sale
    key    id
    time   at
}

topic by_shop v1 {
    schema    Sale
    key       shop
    time      at
}

table topic shops v1 {
    schema Shop
    key    shop
    bound  finite keys
}
";

fn planned(rest: &str) -> String {
    super::plan_of(&[("shop.stream", &format!("{SHOP}\n{rest}"))])
}

#[test]
fn gate_a() {
    let text = "\
package shop

record Sale {
    id:   string
    shop: string
    size: int
    at:   timestamp
}

record Busy {
    shop:  string
    sales: int
}

topic sales v1 {
    schema Sale
    key    id
    time   at disorder 10s
}

table topic busy v1 {
    schema Busy
    key    shop, window
}

job j {
    table per_hour {
        from   sales as s
        where  s.size > 0
        key    shop: s.shop
        window tumbling 1h grace 5m
        select { sales: count() }
        emit   final
        to     busy
    }
}
";
    insta::assert_snapshot!(golden(&[("shop.stream", text)]));
}

#[test]
fn filter_select_and_split() {
    let text = "\
topic cards v1 { schema Row; key id }
topic others v1 { schema Row; key id }

record Row { id: string, kind: Kind, text: string, city: string?, rank: int }

job j {
    stream rows {
        from   sales as s
        where  s.note is not none and s.size in [1, 2, 3]
        select {
            id:   s.id
            kind: s.kind
            text: s.note.upper()
            city: s.address.city
            rank: match s.kind { card => 1, cash => 2, else => -1 }
        }
        to     cards when s.kind == card
        to     others otherwise
    }
}
";
    insta::assert_snapshot!(planned(text));
}

#[test]
fn joins_share_a_rekey() {
    let text = "\
record Placed { id: string, city: string, rank: int }

topic placed v1 { schema Placed; key id }

job j {
    stream placed_sales {
        from   sales as s
        join   shops as p on s.shop == p.shop
        where  p.rank is not none
        select { id: s.id, city: p.city, rank: p.rank }
        to     placed
    }

    stream maybe {
        from   by_shop as s
        left join shops as p on p.shop == s.shop
        select { id: s.id, city: p.city ?? \"nowhere\", rank: if p.rank is none then 0 else p.rank }
        to     placed
    }
}
";
    insta::assert_snapshot!(planned(text));
}

#[test]
fn several_tables_over_one_stream() {
    let text = "\
record PerShop { shop: ShopId, sales: int, big: int, sum: money(currency), currency: Currency }

table topic per_shop v1 { schema PerShop; key shop, currency; bound finite keys }
table topic latest v1 { schema Latest; key shop; bound ttl 30d }

record Latest { shop: ShopId, first: string, last: string?, average: decimal(38, 6), most: int? }

job j {
    stream large {
        from   sales as s
        where  s.size > 1
        select { ..s except (lines, address) }
    }

    table totals {
        from   large as l
        key    shop: l.shop, currency: l.currency
        select { sales: count(), big: count(where: l.size > 10), sum: sum(l.amount) }
        having sales > 1
        bound  finite keys
        to     per_shop
    }

    table newest {
        from   large as l
        key    l.shop
        select { first: first(l.id), last: last(l.note), average: avg(l.size), most: max(l.size, where: l.note is not none) }
        bound  ttl 30d
        emit   changes at most every 10s
        to     latest
    }

    table again {
        from   large as l
        key    shop: l.shop
        window session gap 5m
        select { sales: count(), from_time: window.start }
    }
}
";
    insta::assert_snapshot!(planned(text));
}

#[test]
fn no_rekey_where_the_topic_is_partitioned_so() {
    let text = "\
job j {
    table totals {
        from   by_shop as s
        key    shop: s.shop
        window tumbling 1h offset 15m grace 1m
        select { sales: count(), until: window.end }
        late   drop because \"nobody looks back\"
    }
}
";
    insta::assert_snapshot!(planned(text));
}

#[test]
fn merge_flatten_and_deduplicate() {
    let text = "\
job j {
    stream all {
        from   sales as s with { origin: \"sale\" }
        from   returns as s with { origin: \"return\" }
        key    s.id
        keep   first within 24h
    }

    stream lines {
        from   all as a
        each   a.lines as line
        where  line.qty > 0
        select { id: a.id, sku: line.sku, value: line.qty * 2 }
    }
}
";
    insta::assert_snapshot!(planned(text));
}
