//! Packages that depend on each other in all the ways there are: imports, shared types, types made of shared types,
//! records that contain each other, grants, labels, tables, tests, one package in two files.

use std::collections::BTreeMap;

/// The teams' packages, with an organisation or without.
pub fn teams(organised: bool) -> BTreeMap<String, String> {
    let mut files = vec![
        ("shared/types.stream", SHARED),
        ("shop/orders.stream", SHOP),
        ("shop/jobs.stream", SHOP_JOBS),
        ("books/books.stream", BOOKS),
        ("mail/mail.stream", MAIL),
        ("circle/one.stream", ONE),
        ("circle/two.stream", TWO),
    ];
    if organised {
        files.push(("org.stream", ORG));
    }
    files.into_iter().map(|(path, text)| (path.to_string(), text.to_string())).collect()
}

const ORG: &str = r#"package org

team sales { domain retail; contact "s" }
team ledger { domain finance; contact "b" }
domain retail { steward sales }
domain finance { steward ledger }
region eu { clusters main }
purpose billing "Writing bills"
purpose advice "Recommending"
label pii "Relates to a person"
label pii.contact implies pii
declassifier token(value, vault) removes pii
"#;

const SHARED: &str = r#"package shared {
    owner sales
}

type CustomerId = id<int>
type Price = money(EUR)
enum Currency open { EUR, GBP }
enum Channel { web, shop }

record Address {
    street: string @pii.contact
    town:   string
}
"#;

const SHOP: &str = r#"package shop {
    owner  sales
    region eu
    bad    to unusable
}

use shared { CustomerId, Currency, Address }

record Order {
    id:       string
    buyer:    CustomerId      @subject
    email:    string?         @pii.contact
    address:  Address
    currency: Currency
    total:    money(currency)
    lines:    list<string>
    placed:   timestamp
}

topic unusable v1 { dead_letter; retain 14d }

topic orders v1 {
    schema Order
    key    id
    time   placed disorder 1m
    retain 7d
    grant  { id, buyer, total, currency, placed } to books for billing
    grant  { id, email } to mail for advice
}
"#;

const SHOP_JOBS: &str = r#"package shop

record Town { town: string, orders: int }

table topic towns v1 { schema Town; key town; bound finite keys; visibility public }

job counting {
    table towns {
        from   orders as o
        key    town: o.address.town
        select { orders: count() }
        bound  finite keys
        to     towns
    }
}
"#;

const BOOKS: &str = r#"package books {
    owner ledger
    bad   to unusable
    late  to unusable
}

use shared { CustomerId, Currency }
import shop.orders v1 as sold { id, buyer, total, currency, placed } for billing

record Turnover {
    currency: Currency
    total:    money(currency)
    sales:    int
}

topic unusable v1 { dead_letter; retain 14d }

table topic turnover v1 { schema Turnover; key currency, window; retain 7d }

job adding {
    guarantee exactly_once

    stream large {
        from   sold as s
        where  s.id != ""
        select { currency: s.currency, total: s.total }
    }

    table turnover {
        from   large as l
        key    currency: l.currency
        window tumbling 1h grace 5m
        select { total: sum(l.total), sales: count() }
        to     turnover
    }
}

test "one sale" {
    expect turnover empty
    expect late 0 on turnover
}
"#;

const MAIL: &str = r#"package mail {
    owner sales
    bad   to unusable
    unmatched to unusable
}

import shop.orders v1 { id, email } for advice
import shop.towns v1 { town, orders } for advice

record Letter {
    id:    string
    email: string @pii.contact
}

topic unusable v1 { dead_letter; retain 14d }
topic letters v1 { schema Letter; key id; retain 3d }

job writing {
    stream letters {
        from   orders as o
        where  o.email is not none
        select { id: o.id, email: o.email }
        to     letters
    }
}

job losing {
    guarantee at_least_once

    stream again {
        from   orders as o
        key    id: o.id
        select { email: o.email ?? "" }
        keep   first within 1d
        to     letters
    }
}
"#;

const ONE: &str = r#"package circle.one {
    owner sales
}

use circle.two { Two, Chain }

record One { two: list<Two>, chain: Chain }
type Link = decimal(18, 2)
"#;

const TWO: &str = r#"package circle.two {
    owner sales
}

use circle.one { One, Link }
use shared { Price }

record Two { one: One?, price: Price }
type Chain = Link
"#;
