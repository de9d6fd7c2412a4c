//! A job that groups records as they lie looks first whether they lie where their keys place them.

use super::{Ledger, MINUTE, cluster, refused};
use riparian_kafka_tests::{Isolation, Record};
use std::time::{Duration, Instant};

const SALES: &str = "bank.sales.v1";

fn sale(shop: &str, cents: i64) -> Record {
    let value = format!("{{\"shop\":\"{shop}\",\"cents\":{cents},\"at\":\"2026-03-02T10:00:00Z\"}}");
    Record::of(shop, value).at(1_772_445_600_000)
}

/// The input anew, with these records: nothing of it has been committed before.
fn sales(partitions: i32, records: impl IntoIterator<Item = Record>) {
    let client = cluster().client();
    if client.partitions(SALES).is_ok() {
        client.delete_topic(SALES).unwrap();
    }
    client.create_topic(SALES, partitions, &[("retention.ms", "-1")]).unwrap();
    client.produce(SALES, records).unwrap();
}

fn shops() -> impl Iterator<Item = String> {
    (0..300).map(|n| format!("shop-{n}"))
}

#[test]
fn what_lies_elsewhere_is_found_before_anything_is_read() {
    let start =
        |ledger: &Ledger| ledger.start_job("totals_of_shops", cluster().bootstrap(), &[], &["--create"]);
    let refused = || {
        let ledger = Ledger::take();
        refused(|| start(&ledger))
    };

    // By a producer that goes by another hash: the client library's own default.
    sales(4, []);
    let other = cluster().client().writer_with(&[("partitioner", "consistent_random")]).unwrap();
    other.write(SALES, shops().map(|shop| sale(&shop, 1))).unwrap();
    let output = refused();
    assert!(output.contains("error: topic `bank.sales.v1`, partition"), "{output}");
    assert!(output.contains("of 300 records that were looked at") && output.contains("murmur2"), "{output}");
    assert!(!output.contains("shop-"), "no key is said: {output}");

    // Without a key on the wire.
    let unkeyed = |shop: String| Record { key: None, ..sale(&shop, 1) };
    sales(4, shops().map(unkeyed));
    let output = refused();
    assert!(output.contains("it has no key on the wire"), "{output}");

    // With another key than the contract says.
    let otherwise = |shop: String| Record { key: Some(format!("\"{shop}\"").into_bytes()), ..sale(&shop, 1) };
    sales(4, shops().map(otherwise));
    let output = refused();
    assert!(output.contains("correct the `key` of `sales`"), "{output}");

    // Well placed among two, and then there are more.
    sales(2, shops().map(|shop| sale(&shop, 1)));
    cluster().client().add_partitions(SALES, 4).unwrap();
    for _ in 0..5 {
        cluster().client().produce(SALES, shops().map(|shop| sale(&shop, 1))).unwrap();
    }
    let output = refused();
    assert!(output.contains("more partitions since"), "{output}");

    // As Java's producers place keys: it runs.
    sales(4, shops().map(|shop| sale(&shop, 1)));
    let ledger = Ledger::take();
    let began = Instant::now();
    let mut job = start(&ledger);
    let rows = || {
        let client = cluster().client();
        match client.read("bank.totals.v1", Isolation::Committed) {
            Ok(partitions) => partitions.iter().map(Vec::len).sum(),
            Err(_) => 0,
        }
    };
    while rows() < 300 {
        assert!(began.elapsed() < MINUTE && job.runs(), "{}", job.output());
        std::thread::sleep(Duration::from_millis(50));
    }
    assert!(job.stop(MINUTE).unwrap().success(), "{}", job.output());
}
