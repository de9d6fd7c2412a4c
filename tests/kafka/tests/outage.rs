//! The job's client over brokers that are killed: by the consequences that it names, each input is answered exactly once.

use riparian::broker::Client as _;
use riparian::broker::client::{Consequence, Delivery, Failure, Form, Membership, Place, Stored};
use riparian::kafka::{KafkaClient, Options};
use riparian::record::{Chunk, Kind};
use riparian_kafka_tests::{Isolation, Record, Written, unique};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

const PARTITIONS: u32 = 3;
const INPUTS: usize = 6_000;

fn place(topic: u16, partition: u32) -> Place {
    Place { topic, partition }
}

/// Copies partition by partition, one transaction a round, by nothing but the contract.
struct Copier {
    client: KafkaClient,
    places: Vec<Place>,
    next: Vec<(Place, i64)>,
    out: Chunk,
    failures: Vec<Failure>,
    options: Options,
    begun_anew: bool,
}

impl Copier {
    /// Makes a call until it is not to be made again.
    fn call<T>(
        &mut self,
        mut call: impl FnMut(&mut KafkaClient) -> Result<T, Failure>,
    ) -> Result<T, Consequence> {
        let start = Instant::now();
        loop {
            match call(&mut self.client) {
                Ok(value) => return Ok(value),
                Err(failure) => {
                    assert!(start.elapsed() < Duration::from_secs(90), "{failure:?} {:?}", self.failures);
                    let given = failure.consequence == Consequence::Give && !failure.replaced;
                    assert!(!given, "{failure:?} {:?}", self.failures);
                    let consequence = failure.consequence;
                    self.failures.push(failure);
                    if consequence != Consequence::Retry {
                        return Err(consequence);
                    }
                    std::thread::sleep(Duration::from_millis(20));
                }
            }
        }
    }

    /// A node that stood still has answered a join of before: the member's name is its own no more. As programs do, once.
    fn begin_anew(&mut self) {
        assert!(!self.begun_anew, "{:?}", self.failures);
        self.begun_anew = true;
        self.places.clear();
        self.next.clear();
        self.out.clear();
        std::thread::sleep(Duration::from_secs(1));
        self.client = KafkaClient::open(self.options.clone()).unwrap_or_else(|failure| panic!("{failure:?}"));
        self.call(|client| client.renew()).expect("a producer");
        self.client.join(&[0]).expect("a member");
    }

    /// Back to what is committed.
    fn rewind(&mut self) {
        self.out.clear();
        let places = self.places.clone();
        let stored = self.call(|client| client.stored(&places)).expect("what is stored");
        let at = |stored: Option<Stored>| stored.map_or(0, |stored| stored.offset);
        self.next = places.into_iter().zip(stored.into_iter().map(at)).collect();
        let from = self.next.clone();
        self.call(|client| client.assign(&from)).expect("an assignment");
    }

    fn poll(&mut self) {
        let Copier { client, next, out, .. } = self;
        let told = client.poll(Duration::from_millis(20), &mut |delivery| {
            let Delivery::Record(message) = delivery else { return };
            let Some((_, next)) = next.iter_mut().find(|(place, _)| *place == message.place) else { return };
            assert_eq!(message.offset, *next, "a gap or a record twice in {:?}", message.place);
            *next += 1;
            // The time of the input: an old one would let the topic's retention delete it at once.
            out.push(Kind::Data, message.timestamp * 1_000, message.key, message.value);
        });
        let told = match told {
            Err(failure) if failure.replaced => {
                self.failures.push(failure);
                return self.begin_anew();
            }
            told => told.unwrap_or_else(|failure| panic!("{failure:?}")),
        };
        match told {
            Some(Membership::Assigned(places)) => {
                self.places = places;
                self.rewind();
            }
            Some(Membership::Revoked | Membership::Lost) => {
                self.places.clear();
                self.next.clear();
                self.out.clear();
                self.call(|client| client.assign(&[])).expect("to give back");
            }
            None => {}
        }
    }

    fn commit(&mut self) {
        let offset = |&(place, offset): &(Place, i64)| (place, Stored { offset, metadata: String::new() });
        let offsets: Vec<_> = self.next.iter().map(offset).collect();
        let out = std::mem::take(&mut self.out);
        let done = self
            .call(|client| client.begin())
            .and_then(|()| self.call(|client| client.send(place(1, 0), &out, Form::Plain)))
            .and_then(|()| self.call(|client| client.send_offsets(&offsets)))
            .and_then(|()| self.call(|client| client.commit()));
        let Err(mut consequence) = done else { return };
        if consequence == Consequence::Abort {
            match self.call(|client| client.abort()) {
                Ok(()) => {}
                Err(next) => consequence = next,
            }
        }
        while consequence == Consequence::Renew {
            match self.call(|client| client.renew()) {
                Ok(()) => break,
                Err(next) => consequence = next,
            }
        }
        if consequence == Consequence::Give {
            return self.begin_anew();
        }
        self.rewind();
    }
}

#[test]
fn each_input_is_copied_once_while_brokers_are_killed() {
    let cluster = riparian_kafka_tests::Options::nodes(3).heap_mib(256).start().unwrap();
    let kafka = cluster.client();
    let input = kafka.new_topic("input", PARTITIONS as i32).unwrap();
    let output = kafka.new_topic("output", 1).unwrap();
    let mut options = Options::new(cluster.bootstrap(), &unique("job"), "one", 0);
    options.topics = vec![input.clone(), output.clone()];
    options.properties = vec![("broker.address.family".to_string(), "v4".to_string())];
    let group = options.group.clone();
    let mut copier = Copier {
        client: KafkaClient::open(options.clone()).unwrap_or_else(|failure| panic!("{failure:?}")),
        places: Vec::new(),
        next: Vec::new(),
        out: Chunk::default(),
        failures: Vec::new(),
        options,
        begun_anew: false,
    };
    copier.call(|client| client.renew()).expect("a producer");
    copier.client.join(&[0]).expect("a member");
    let over = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let writer = kafka.writer().unwrap();
            for n in 0..INPUTS {
                let partition = (n % PARTITIONS as usize) as i32;
                writer.send(&input, &Record::of("k", format!("{n}")).on(partition)).unwrap();
                if n % 6 == 0 {
                    std::thread::sleep(Duration::from_millis(10));
                }
            }
            writer.flush().unwrap();
            over.store(true, Ordering::Release);
        });
        scope.spawn(|| {
            // The one that knows the transactions, then the one that knows the group, then any other.
            let transactions = kafka.transaction_coordinator(&format!("{group}-one-0")).unwrap().unwrap_or(1);
            let groups = kafka.group_coordinator(&group).unwrap().unwrap_or(2);
            for node in [transactions, groups, 3] {
                cluster.kill(node).unwrap();
                std::thread::sleep(Duration::from_millis(1_500));
                cluster.restart(node).unwrap();
            }
        });
        let start = Instant::now();
        loop {
            assert!(start.elapsed() < Duration::from_secs(120), "{:?} {:?}", copier.next, copier.failures);
            copier.poll();
            if !copier.out.is_empty() {
                copier.commit();
            }
            let read: i64 = copier.next.iter().map(|(_, next)| next).sum();
            if over.load(Ordering::Acquire) && copier.out.is_empty() && read == INPUTS as i64 {
                break;
            }
        }
    });
    copier.client.close(Duration::from_secs(10));
    let values = |topic: &str| {
        let read = kafka.read(topic, Isolation::Committed).unwrap();
        let mut values: Vec<(i32, String)> =
            read.iter().flatten().map(|record| (record.partition, Written::value_text(record))).collect();
        values.sort();
        values
    };
    let (wanted, copied) = (values(&input), values(&output));
    let copied: BTreeMap<_, usize> = copied.into_iter().fold(BTreeMap::new(), |mut counts, (_, value)| {
        *counts.entry(value).or_default() += 1;
        counts
    });
    let wrong: Vec<_> = wanted
        .iter()
        .filter(|(_, value)| copied.get(value) != Some(&1))
        .map(|w| (w, copied.get(&w.1)))
        .collect();
    assert_eq!((wanted.len(), copied.len(), wrong), (INPUTS, INPUTS, Vec::new()), "{:?}", copier.failures);
}
