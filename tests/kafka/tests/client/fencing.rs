//! Who is replaced or has slept through a rebalance commits nothing.

use super::{Polled, join, kafka, open, options, place, poll_until, with};
use riparian::broker::Client as _;
use riparian::broker::client::{Consequence, Form, Membership, Stored};
use riparian::record::{Chunk, Kind};
use riparian_kafka_tests::{Isolation, Written};
use std::time::{Duration, Instant};

fn one(value: &str) -> Chunk {
    let mut chunk = Chunk::default();
    chunk.push(Kind::Data, 0, Some(b"k"), Some(value.as_bytes()));
    chunk
}

fn at(offset: i64) -> Stored {
    Stored { offset, metadata: String::new() }
}

#[test]
fn a_successor_of_the_name_fences_off_its_predecessor() {
    let kafka = kafka();
    let (orders, out) = (kafka.new_topic("orders", 2).unwrap(), kafka.new_topic("out", 1).unwrap());
    let options = options(&[&orders, &out]);
    let mut zombie = open(&options);
    let had = join(&mut zombie, &[0]);
    zombie.renew().unwrap();
    zombie.begin().unwrap();
    zombie.send(place(1, 0), &one("zombie"), Form::Plain).unwrap();
    zombie.send_offsets(&[(place(0, 0), at(7))]).unwrap();
    let mut successor = open(&options);
    let start = Instant::now();
    assert_eq!(join(&mut successor, &[0]), had);
    assert!(
        start.elapsed() < Duration::from_secs(3),
        "the name has its place at once: {:?}",
        start.elapsed()
    );
    successor.renew().unwrap();
    assert_eq!(successor.stored(&[place(0, 0)]).unwrap(), [None], "nothing is open any more");
    successor.begin().unwrap();
    successor.send(place(1, 0), &one("successor"), Form::Plain).unwrap();
    successor.send_offsets(&[(place(0, 0), at(8))]).unwrap();
    let failure = zombie.commit().unwrap_err();
    assert_eq!(failure.consequence, Consequence::Renew, "{failure:?}");
    // It must not take the name back.
    let failure = zombie.renew().unwrap_err();
    assert_eq!(failure.consequence, Consequence::Give, "{failure:?}");
    assert!(failure.message.contains("another process is the member"), "{failure:?}");
    successor.commit().unwrap();
    let values: Vec<_> =
        kafka.read(&out, Isolation::Committed).unwrap()[0].iter().map(Written::value_text).collect();
    assert_eq!(values, ["successor"]);
    assert_eq!(successor.stored(&[place(0, 0)]).unwrap(), [Some(at(8))]);
    let failure = loop {
        if let Err(failure) = Polled::default().once(&mut zombie, Duration::from_millis(50)) {
            break failure;
        }
    };
    assert_eq!(failure.consequence, Consequence::Give, "{failure:?}");
    zombie.close(Duration::from_secs(5));
}

#[test]
fn a_member_that_slept_through_its_session_commits_nothing_and_comes_back() {
    let kafka = kafka();
    let (orders, out) = (kafka.new_topic("orders", 2).unwrap(), kafka.new_topic("out", 1).unwrap());
    let quick =
        [("session.timeout.ms", "1000"), ("max.poll.interval.ms", "1500"), ("heartbeat.interval.ms", "200")];
    let mut options = with(options(&[&orders, &out]), &quick);
    let mut sleeper = open(&options);
    join(&mut sleeper, &[0]);
    sleeper.renew().unwrap();
    sleeper.begin().unwrap();
    sleeper.send(place(1, 0), &one("asleep"), Form::Plain).unwrap();
    options.instance = "two".to_string();
    let mut other = open(&options);
    // The group goes on without the sleeper, whose place is kept until its session is over.
    assert!(!join(&mut other, &[0]).is_empty());
    let failure = sleeper.send_offsets(&[(place(0, 0), at(7))]).unwrap_err();
    assert_eq!(failure.consequence, Consequence::Abort, "{failure:?}");
    sleeper.abort().unwrap();
    let polled = poll_until(&mut sleeper, |polled| !polled.memberships.is_empty());
    assert!(matches!(polled.memberships[..], [Membership::Lost | Membership::Revoked]), "{polled:?}");
    sleeper.assign(&[]).unwrap();
    let start = Instant::now();
    loop {
        assert!(start.elapsed() < super::MINUTE);
        let mut polled = Polled::default();
        polled.once(&mut other, Duration::from_millis(10)).unwrap();
        if polled.memberships == [Membership::Revoked] {
            other.assign(&[]).unwrap();
        }
        polled.memberships.clear();
        polled.once(&mut sleeper, Duration::from_millis(10)).unwrap();
        if let Some(Membership::Assigned(places)) = polled.memberships.pop() {
            assert_eq!(places.len(), 1);
            break;
        }
    }
    assert_eq!(kafka.committed(&options.group, &orders).unwrap(), [None, None]);
}

#[test]
fn closing_is_over_by_its_deadline_also_without_a_broker() {
    let topic = kafka().new_topic("orders", 1).unwrap();
    let mut client = open(&options(&[&topic]));
    join(&mut client, &[0]);
    client.renew().unwrap();
    client.begin().unwrap();
    client.send(place(0, 0), &one("open"), Form::Plain).unwrap();
    let start = Instant::now();
    client.close(Duration::from_secs(5));
    assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
    // What was open is aborted: committed readers do not wait for it.
    let mut reader = open(&options(&[&topic]));
    let (_, end) = reader.offsets(place(0, 0)).unwrap();
    let start = Instant::now();
    reader.read(place(0, 0), 0, end, &mut |_, value| panic!("{value:?}")).unwrap();
    assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
    assert_eq!(client.poll(Duration::ZERO, &mut |_| {}).unwrap_err().consequence, Consequence::Give);
}
