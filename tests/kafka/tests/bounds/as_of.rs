//! A live run of an `as of` join equals its replay (spec: kafka.as-of): fed bit by bit, killed and stopped in between, it writes what it
//! writes when everything is there from the start.

use super::{MINUTE, program, start, until};
use riparian_kafka_tests::again::{Again, compare, embedded};
use riparian_kafka_tests::{Client, Cluster, Isolation, Random, Reader, Record};
use serde_json::Value;
use std::collections::BTreeMap;

const PARTITIONS: i32 = 2;
const SALES: &str = "prices.sales.v1";
const LIST: &str = "prices.list.v1";
const PRICED: &str = "prices.priced.v1";
const REVENUE: &str = "prices.revenue.v1";
const ITEMS: u64 = 20;
const ROUNDS: i64 = 6;
const PER_ROUND: u64 = 250;
/// 2026-03-02T10:00:00Z, in milliseconds; a round is a minute.
const START: i64 = 1_772_445_600_000;
const ROUND: i64 = 60_000;
/// Less than the disorder of the sales.
const JITTER: u64 = 4_000;

fn instant(millis: i64) -> String {
    riparian::functions::time::timestamp_text(riparian::functions::time::Timestamp(millis * 1000))
}

/// Prices of an item by the time from which they hold, in cents.
fn price(item: u64, round: i64) -> (i64, i64) {
    (
        START + ROUND * round + (item as i64 * 2_700) % ROUND,
        100 + (item as i64 * 7 + round * 13).rem_euclid(90),
    )
}

fn prices(round: i64) -> impl Iterator<Item = Record> {
    (0..ITEMS).map(move |item| {
        let (at, cents) = price(item, round);
        let value = format!(r#"{{"item":{item},"cents":{cents},"at":"{}"}}"#, instant(at));
        Record::of(item.to_be_bytes(), value).at(at)
    })
}

/// Number, item, count and time.
fn sales(round: i64) -> Vec<(u64, u64, i64, i64)> {
    let mut random = Random::new(round as u64);
    let sale = |nth: u64| {
        let at = START + ROUND * round + (ROUND * nth as i64) / PER_ROUND as i64;
        let at = at - random.below(JITTER) as i64;
        (round as u64 * PER_ROUND + nth, random.below(ITEMS), 1 + random.below(5) as i64, at)
    };
    (0..PER_ROUND).map(sale).collect()
}

/// What a sale must cost: by the newest price that is not later.
fn cost(item: u64, count: i64, at: i64) -> i64 {
    let known = (-1..=ROUNDS).map(|round| price(item, round)).filter(|(from, _)| *from <= at);
    known.max().map_or(0, |(_, cents)| cents * count)
}

fn sell(client: &Client, round: i64) {
    let records = sales(round).into_iter().map(|(id, item, count, at)| {
        let value = format!(r#"{{"id":{id},"item":{item},"count":{count},"at":"{}"}}"#, instant(at));
        Record::of(item.to_be_bytes(), value).at(at)
    });
    client.produce(SALES, records).unwrap();
}

fn number(row: &Value, field: &str) -> i64 {
    row[field].as_i64().unwrap_or_else(|| panic!("no {field} in {row}"))
}

/// Every sale once, by its number; and the last row of every item.
#[derive(Debug, Default, PartialEq, Eq)]
struct Rows {
    priced: BTreeMap<i64, i64>,
    revenue: BTreeMap<i64, (i64, i64)>,
}

impl Rows {
    fn priced(&mut self, value: &[u8]) {
        let row: Value = serde_json::from_slice(value).unwrap();
        let before = self.priced.insert(number(&row, "id"), number(&row, "cents"));
        assert_eq!(before, None, "twice: {row}");
    }

    fn revenue(&mut self, value: &[u8]) {
        let row: Value = serde_json::from_slice(value).unwrap();
        self.revenue.insert(number(&row, "item"), (number(&row, "cents"), number(&row, "sales")));
    }

    /// Reads on.
    fn read(&mut self, priced: &mut Reader, revenue: &mut Reader) {
        // In this order: a sale is priced with or before the revenue that it is part of.
        revenue.to_end().unwrap().iter().for_each(|row| self.revenue(row.value.as_deref().unwrap()));
        priced.to_end().unwrap().iter().for_each(|row| self.priced(row.value.as_deref().unwrap()));
    }

    fn sold(&self) -> i64 {
        self.revenue.values().map(|(_, sales)| sales).sum()
    }
}

#[test]
fn a_live_run_of_an_as_of_join_equals_its_replay() {
    let cluster = Cluster::shared();
    let client = cluster.client();
    let folder = tempfile::tempdir().unwrap();
    for topic in [SALES, LIST, PRICED, REVENUE] {
        client.create_topic(topic, PARTITIONS, &[("retention.ms", "-1")]).unwrap();
    }
    let reader = |topic| client.reader(topic, Isolation::Committed).unwrap();
    let (mut priced, mut revenue) = (reader(PRICED), reader(REVENUE));
    let arguments = ["--create", "--keep-everything", "--property", "session.timeout.ms=2000"];
    let settings = start("pricing", cluster.bootstrap(), folder.path(), &arguments);

    // Live: of every item a newer price is known already than the one that counts.
    let mut job = settings.process().unwrap();
    client.produce(LIST, (-1..=0).flat_map(prices)).unwrap();
    let mut live = Rows::default();
    for round in 0..ROUNDS {
        client.produce(LIST, prices(round + 1)).unwrap();
        sell(&client, round);
        match round {
            2 => {
                job.kill().unwrap();
                job = settings.process().unwrap();
            }
            4 => {
                assert!(job.stop(MINUTE).unwrap().success(), "{}", job.output());
                job = settings.process().unwrap();
            }
            _ => {}
        }
        let wanted = (round + 1) * PER_ROUND as i64;
        until(&mut job, "the round is priced", MINUTE, |_| {
            live.read(&mut priced, &mut revenue);
            live.sold() >= wanted
        });
    }
    assert!(job.stop(MINUTE).unwrap().success(), "{}", job.output());
    let wanted: BTreeMap<i64, i64> =
        (0..ROUNDS).flat_map(sales).map(|(id, item, count, at)| (id as i64, cost(item, count, at))).collect();
    let differ: Vec<_> = wanted
        .iter()
        .filter(|(id, cents)| live.priced.get(id) != Some(cents))
        .map(|(id, c)| (id, c, live.priced.get(id)))
        .collect();
    assert!(differ.is_empty() && live.priced.len() == wanted.len(), "{differ:?}\n{}", job.output());

    // On files, by the choices that were made: the same bytes.
    let inputs = &[(SALES, "sales"), (LIST, "list")];
    let again = Again { binary: program(), job: "pricing", inputs, partitions: PARTITIONS };
    let repeated = folder.path().join("repeated");
    again.run(&client, folder.path(), Some(&folder.path().join("a")), &repeated).unwrap();
    let compared = compare(&client, &repeated, &[(PRICED, "priced"), (REVENUE, "revenue")]).unwrap();
    assert!(compared > wanted.len(), "only {compared} records were compared");

    // In the order of event time alone: the same rows.
    let ordered = folder.path().join("ordered");
    again.run(&client, folder.path(), None, &ordered).unwrap();
    let mut rows = Rows::default();
    for partition in 0..PARTITIONS as u32 {
        let all = |topic| {
            embedded(&ordered, topic, partition).unwrap().into_iter().filter_map(|(_, _, value)| value)
        };
        all("priced").for_each(|value| rows.priced(&value));
        all("revenue").for_each(|value| rows.revenue(&value));
    }
    assert_eq!(rows, live);

    // Once more on Kafka, from the beginning.
    let arguments = [&arguments[..], &["--fresh"]].concat();
    let settings = start("pricing", cluster.bootstrap(), folder.path(), &arguments);
    let mut rows = Rows::default();
    let ended = std::time::Instant::now();
    let mut job = loop {
        let mut job = settings.process().unwrap();
        while job.runs() && rows.sold() < live.sold() && ended.elapsed() < MINUTE {
            rows.read(&mut priced, &mut revenue);
        }
        // Who has ended counts as a member until its session is over.
        if job.runs() || ended.elapsed() > MINUTE {
            break job;
        }
    };
    assert_eq!(rows, live, "{}", job.output());
    assert!(job.stop(MINUTE).unwrap().success(), "{}", job.output());
}
