//! The job's client of a real broker keeps the contract of `riparian::broker::Client`.
//!
//! What it writes is judged by the harness's own client, which shares no code with it.

mod consume;
mod fencing;
mod produce;
mod read;
mod start;

use riparian::broker::Client as _;
use riparian::broker::client::{Delivery, Failure, Membership, Place};
use riparian::kafka::{KafkaClient, Options};
use riparian_kafka_tests::{Client, Cluster, unique};
use std::collections::BTreeMap;
use std::time::{Duration, Instant};

const MINUTE: Duration = Duration::from_secs(60);

fn kafka() -> Client {
    Cluster::shared().client()
}

/// For a group of its own, of these topics.
fn options(topics: &[&str]) -> Options {
    let mut options = Options::new(Cluster::shared().bootstrap(), &unique("job"), "one", 0);
    options.topics = topics.iter().map(ToString::to_string).collect();
    options.properties = vec![
        ("broker.address.family".to_string(), "v4".to_string()),
        ("reconnect.backoff.ms".to_string(), "50".to_string()),
    ];
    options
}

fn with(mut options: Options, properties: &[(&str, &str)]) -> Options {
    options.properties.extend(properties.iter().map(|(name, value)| (name.to_string(), value.to_string())));
    options
}

fn open(options: &Options) -> KafkaClient {
    KafkaClient::open(options.clone()).unwrap_or_else(|failure| panic!("{failure:?}"))
}

fn place(topic: u16, partition: u32) -> Place {
    Place { topic, partition }
}

/// A record as it was delivered, owned.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Seen {
    place: Place,
    offset: i64,
    timestamp: i64,
    key: Option<Vec<u8>>,
    value: Option<Vec<u8>>,
}

/// All that polls have handed over.
#[derive(Debug, Default)]
struct Polled {
    records: Vec<Seen>,
    ends: BTreeMap<Place, i64>,
    memberships: Vec<Membership>,
}

impl Polled {
    fn values(&self) -> Vec<String> {
        let text = |seen: &Seen| String::from_utf8_lossy(seen.value.as_deref().unwrap_or(b"-")).into_owned();
        self.records.iter().map(text).collect()
    }

    fn once(&mut self, client: &mut KafkaClient, wait: Duration) -> Result<(), Failure> {
        let membership = client.poll(wait, &mut |delivery| match delivery {
            Delivery::Record(message) => self.records.push(Seen {
                place: message.place,
                offset: message.offset,
                timestamp: message.timestamp,
                key: message.key.map(<[u8]>::to_vec),
                value: message.value.map(<[u8]>::to_vec),
            }),
            Delivery::End { place, offset } => {
                self.ends.insert(place, offset);
            }
        })?;
        self.memberships.extend(membership);
        Ok(())
    }

    fn until(mut self, client: &mut KafkaClient, enough: impl Fn(&Polled) -> bool) -> Polled {
        let start = Instant::now();
        while !enough(&self) {
            assert!(start.elapsed() < MINUTE, "not enough after a minute: {self:?}; {:?}", client.trouble());
            self.once(client, Duration::from_millis(20)).unwrap_or_else(|failure| panic!("{failure:?}"));
        }
        self
    }
}

fn poll_until(client: &mut KafkaClient, enough: impl Fn(&Polled) -> bool) -> Polled {
    Polled::default().until(client, enough)
}

/// Joins and waits for partitions; they are fetched from their beginning on.
fn join(client: &mut KafkaClient, topics: &[u16]) -> Vec<Place> {
    client.join(topics).unwrap();
    let polled = poll_until(client, |polled| !polled.memberships.is_empty());
    let Some(Membership::Assigned(places)) = polled.memberships.into_iter().next() else {
        panic!("the first decision of the group is an assignment")
    };
    let from: Vec<_> = places.iter().map(|&place| (place, 0)).collect();
    client.assign(&from).unwrap();
    places
}
