//! One small job per construct.

use super::golden;

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
