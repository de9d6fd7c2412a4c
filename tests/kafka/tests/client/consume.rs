//! What is fetched: every committed record once and in order, ends that count what is not handed over, and nothing of before.

use super::{MINUTE, Polled, join, kafka, open, options, place, poll_until, with};
use riparian::broker::Client as _;
use riparian::broker::client::{Consequence, Membership};
use riparian_kafka_tests::{Record, unique};
use std::collections::BTreeSet;
use std::time::{Duration, Instant};

#[test]
fn records_come_as_written_and_the_end_counts_marks_and_aborted_ones() {
    let kafka = kafka();
    let topic = kafka.new_topic("mixed", 1).unwrap();
    let writer = kafka.transactional(&unique("writer"), MINUTE).unwrap();
    let write = |values: &[&str], keep: bool| {
        writer.begin().unwrap();
        writer.write(&topic, values.iter().map(|&v| Record::of("k", v).on(0).at(1_234))).unwrap();
        if keep { writer.commit().unwrap() } else { writer.abort().unwrap() }
    };
    write(&["a", "b"], true);
    write(&["lost", "lost"], false);
    write(&["c"], true);
    kafka
        .produce(
            &topic,
            [Record::tombstone("gone").on(0), Record::value("").on(0), Record::of("", "x").on(0)],
        )
        .unwrap();
    write(&["lost"], false);
    let end = kafka.offsets(&topic).unwrap()[0].end;
    let mut client = open(&options(&[&topic]));
    assert_eq!(join(&mut client, &[0]), [place(0, 0)]);
    let polled = poll_until(&mut client, |polled| polled.ends.get(&place(0, 0)) == Some(&end));
    assert_eq!(polled.values(), ["a", "b", "c", "-", "", "x"]);
    let first = &polled.records[0];
    assert_eq!((first.offset, first.timestamp, first.key.as_deref()), (0, 1_234, Some(&b"k"[..])));
    let keys: Vec<_> = polled.records[3..].iter().map(|seen| seen.key.as_deref()).collect();
    assert_eq!(keys, [Some(&b"gone"[..]), None, Some(&b""[..])]);
    assert_eq!(client.offsets(place(0, 0)).unwrap(), (0, end));
    client.close(Duration::from_secs(5));
}

#[test]
fn an_open_transaction_is_the_end_until_it_is_committed() {
    let kafka = kafka();
    let topic = kafka.new_topic("open", 1).unwrap();
    kafka.produce(&topic, [Record::value("before").on(0)]).unwrap();
    let writer = kafka.transactional(&unique("writer"), MINUTE).unwrap();
    writer.begin().unwrap();
    writer.write(&topic, [Record::value("inside").on(0)]).unwrap();
    kafka.produce(&topic, [Record::value("after").on(0)]).unwrap();
    let mut client = open(&options(&[&topic]));
    join(&mut client, &[0]);
    let polled = poll_until(&mut client, |polled| polled.ends.contains_key(&place(0, 0)));
    assert_eq!((polled.values(), polled.ends[&place(0, 0)]), (vec!["before".to_string()], 1));
    assert_eq!(client.offsets(place(0, 0)).unwrap(), (0, 3), "open ones included");
    writer.commit().unwrap();
    let polled = poll_until(&mut client, |polled| polled.ends.get(&place(0, 0)) == Some(&4));
    assert_eq!(polled.values(), ["inside", "after"]);
}

#[test]
fn after_a_seek_nothing_of_before_is_delivered() {
    let kafka = kafka();
    let topic = kafka.new_topic("seek", 2).unwrap();
    let many = (0..4_000).map(|n| Record::value(format!("{n}")).on(n % 2));
    kafka.produce(&topic, many).unwrap();
    let mut client = open(&options(&[&topic]));
    join(&mut client, &[0]);
    for (round, offset) in [1_500, 3, 1_999, 0, 700, 701, 0].into_iter().enumerate() {
        // The library fetches ahead; a little of that is taken.
        std::thread::sleep(Duration::from_millis(40));
        Polled::default().once(&mut client, Duration::ZERO).unwrap();
        client.seek(place(0, 1), offset).unwrap();
        let polled = poll_until(&mut client, |polled| polled.ends.contains_key(&place(0, 1)));
        let offsets: Vec<_> =
            polled.records.iter().filter(|seen| seen.place == place(0, 1)).map(|seen| seen.offset).collect();
        assert_eq!(offsets, (offset..2_000).collect::<Vec<_>>(), "round {round}");
    }
}

#[test]
fn a_new_assignment_ends_the_old_one_and_may_hold_partitions_of_others() {
    let kafka = kafka();
    let (orders, rates) = (kafka.new_topic("orders", 2).unwrap(), kafka.new_topic("rates", 1).unwrap());
    kafka.produce(&orders, (0..2_000).map(|n| Record::value(format!("o{n}")).on(n % 2))).unwrap();
    kafka.produce(&rates, (0..10).map(|n| Record::value(format!("r{n}")).on(0))).unwrap();
    let mut client = open(&options(&[&orders, &rates]));
    assert_eq!(join(&mut client, &[0]), [place(0, 0), place(0, 1)]);
    poll_until(&mut client, |polled| !polled.records.is_empty());
    client.assign(&[(place(1, 0), 7), (place(0, 1), 998)]).unwrap();
    let polled = poll_until(&mut client, |polled| polled.ends.len() == 2);
    let mut values = polled.values();
    values.sort();
    assert_eq!(values, ["o1997", "o1999", "r7", "r8", "r9"]);
    client.assign(&[]).unwrap();
    let mut polled = Polled::default();
    polled.once(&mut client, Duration::from_millis(300)).unwrap();
    assert!(polled.records.is_empty() && polled.ends.is_empty(), "{polled:?}");
}

#[test]
fn paused_partitions_rest_and_go_on_where_they_were() {
    let kafka = kafka();
    let topic = kafka.new_topic("pause", 2).unwrap();
    let mut client = open(&options(&[&topic]));
    join(&mut client, &[0]);
    poll_until(&mut client, |polled| polled.ends.len() == 2);
    client.pause(&[place(0, 0)]).unwrap();
    kafka.produce(&topic, (0..200).map(|n| Record::value(format!("{n}")).on(n % 2))).unwrap();
    let mut polled = poll_until(&mut client, |polled| polled.ends.get(&place(0, 1)) == Some(&100));
    polled.once(&mut client, Duration::from_millis(300)).unwrap();
    assert!(polled.records.iter().all(|seen| seen.place == place(0, 1)));
    client.resume(&[place(0, 0)]).unwrap();
    let polled = poll_until(&mut client, |polled| polled.ends.get(&place(0, 0)) == Some(&100));
    let offsets: Vec<_> = polled.records.iter().map(|seen| seen.offset).collect();
    assert_eq!(offsets, (0..100).collect::<Vec<_>>());
}

#[test]
fn records_deleted_before_they_were_read_are_a_failure_that_says_so() {
    let kafka = kafka();
    let topic = kafka.new_topic("retention", 1).unwrap();
    kafka.produce(&topic, [Record::value("only").on(0)]).unwrap();
    let mut client = open(&options(&[&topic]));
    join(&mut client, &[0]);
    client.assign(&[(place(0, 0), 50)]).unwrap();
    let start = Instant::now();
    let failure = loop {
        assert!(start.elapsed() < MINUTE);
        if let Err(failure) = Polled::default().once(&mut client, Duration::from_millis(50)) {
            break failure;
        }
    };
    assert_eq!(failure.consequence, Consequence::Give);
    assert!(failure.message.contains(&topic) && failure.help.contains("retention"), "{failure:?}");
}

/// Members of one group share all partitions, and hand them over when one comes or goes.
fn shared_out(properties: &[(&str, &str)]) {
    let kafka = kafka();
    let topic = kafka.new_topic("shared", 6).unwrap();
    kafka.produce(&topic, (0..600).map(|n| Record::value(format!("{n}")).on(n % 6))).unwrap();
    let mut options = with(options(&[&topic]), properties);
    let mut first = open(&options);
    assert_eq!(join(&mut first, &[0]).len(), 6);
    poll_until(&mut first, |polled| polled.ends.len() == 6);
    options.instance = "two".to_string();
    let mut second = open(&options);
    second.join(&[0]).unwrap();
    // What each has and what it has been given since it has it.
    let mut members = [(Vec::new(), Polled::default()), (Vec::new(), Polled::default())];
    let mut told = Vec::new();
    let start = Instant::now();
    while members.iter().any(|(has, polled)| has.len() != 3 || polled.ends.len() != 3) {
        assert!(start.elapsed() < MINUTE, "{told:?} {members:?}");
        for (client, (has, polled)) in [&mut first, &mut second].into_iter().zip(&mut members) {
            polled.once(client, Duration::from_millis(10)).unwrap();
            let Some(membership) = polled.memberships.pop() else { continue };
            *polled = Polled::default();
            told.push(membership.clone());
            match membership {
                Membership::Assigned(places) => {
                    client.assign(&places.iter().map(|&place| (place, 90)).collect::<Vec<_>>()).unwrap();
                    *has = places;
                }
                Membership::Revoked | Membership::Lost => {
                    client.assign(&[]).unwrap();
                    has.clear();
                }
            }
        }
    }
    assert_eq!(told.first(), Some(&Membership::Revoked), "{told:?}");
    let all: BTreeSet<_> = members.iter().flat_map(|(has, _)| has).copied().collect();
    assert_eq!(all.len(), 6, "each partition has one owner");
    for (has, polled) in &members {
        let places: BTreeSet<_> = polled.records.iter().map(|seen| seen.place).collect();
        assert_eq!(places, has.iter().copied().collect());
        assert_eq!(polled.records.len(), 30, "from the offset of the new assignment on, once");
    }
    second.close(Duration::from_secs(10));
    // Without a fixed name a member that leaves is gone at once; with one, after its session.
    let back = poll_until(&mut first, |polled| !polled.memberships.is_empty());
    assert_ne!(back.memberships[0], Membership::Lost);
}

#[test]
fn members_share_partitions_by_the_classic_protocol() {
    shared_out(&[("session.timeout.ms", "1500")]);
}

#[test]
fn members_share_partitions_by_the_brokers_assignment() {
    shared_out(&[("group.protocol", "consumer")]);
}
