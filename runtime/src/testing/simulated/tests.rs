//! The cluster against what brokers do: what readers see, who is fenced off, who may still store offsets.

use super::*;
use crate::broker::Client;
use crate::broker::client::{Consequence, Delivery, Failure, Form, Membership, NewTopic, Place, Stored};
use crate::record::{Chunk, Kind};
use std::time::Duration;

const A: Place = Place { topic: 0, partition: 0 };
const B: Place = Place { topic: 0, partition: 1 };
const LOG: Place = Place { topic: 1, partition: 0 };

fn simulation() -> Simulation {
    let settings = Settings { compact_one_in: 0, batch: 100, marker: 0, ..Settings::default() };
    let mut cluster = Cluster::new(1, settings, Plan::quiet());
    cluster.create("in", 2, false);
    cluster.create("log", 1, true);
    Simulation::new(cluster)
}

fn client(simulation: &Simulation, name: &str) -> SimulatedClient {
    let process = simulation.with(Cluster::spawn);
    let identity = Identity {
        group: "job".into(),
        name: name.into(),
        transactional_id: name.into(),
        topics: vec!["in".into(), "log".into()],
        exactly_once: true,
        anonymous: false,
    };
    let mut client = SimulatedClient::open(simulation, process, identity);
    client.renew().unwrap();
    client
}

fn chunk(entries: &[(&str, &str)]) -> Chunk {
    let mut chunk = Chunk::default();
    for (key, value) in entries {
        chunk.push(Kind::Data, 5_000, Some(key.as_bytes()), Some(value.as_bytes()));
    }
    chunk
}

fn send(client: &mut SimulatedClient, to: Place, value: &str) {
    client.begin().unwrap();
    client.send(to, &chunk(&[("k", value)]), Form::Plain).unwrap();
}

fn write(client: &mut SimulatedClient, to: Place, value: &str) {
    send(client, to, value);
    client.commit().unwrap();
    settle(client);
}

fn settle(client: &SimulatedClient) {
    client.with(|cluster| cluster.advance_to(cluster.now() + 1));
}

/// Values and ends with their offsets, until nothing more comes.
fn fetched(client: &mut SimulatedClient) -> Vec<String> {
    let mut all = Vec::new();
    for _ in 0..50 {
        let membership = client.poll(Duration::ZERO, &mut |delivery| {
            all.push(match delivery {
                Delivery::Record(message) => {
                    format!(
                        "{}={}",
                        message.offset,
                        String::from_utf8_lossy(message.value.unwrap_or_default())
                    )
                }
                Delivery::End { offset, .. } => format!("end {offset}"),
            });
        });
        assert_eq!(membership, Ok(None));
    }
    all
}

fn entries(client: &mut SimulatedClient, from: i64, end: i64) -> Result<Vec<String>, Failure> {
    let mut all = Vec::new();
    client.read(LOG, from, end, &mut |key, value| {
        let text = |bytes: Option<&[u8]>| String::from_utf8_lossy(bytes.unwrap_or(b"-")).into_owned();
        all.push(format!("{}={}", text(key), text(value)));
    })?;
    Ok(all)
}

/// Polls until the group has told something.
fn told(client: &mut SimulatedClient) -> Option<Membership> {
    (0..50).find_map(|_| client.poll(Duration::ZERO, &mut |_| {}).unwrap())
}

fn consequence<T: std::fmt::Debug>(result: Result<T, Failure>) -> Consequence {
    result.unwrap_err().consequence
}

fn offset(offset: i64) -> Stored {
    Stored { offset, metadata: format!("about {offset}") }
}

#[test]
fn nothing_is_seen_from_the_oldest_open_transaction_on_and_markers_take_offsets() {
    let simulation = simulation();
    let (mut one, mut two) = (client(&simulation, "one"), client(&simulation, "two"));
    let mut reader = client(&simulation, "reader");
    reader.assign(&[(A, 0)]).unwrap();
    write(&mut one, A, "first");
    send(&mut one, A, "open");
    write(&mut two, A, "behind it");
    assert_eq!(fetched(&mut reader), ["0=first", "end 2"]);
    assert_eq!(reader.offsets(A), Ok((0, 5)), "open transactions included");
    one.commit().unwrap();
    settle(&one);
    assert_eq!(fetched(&mut reader), ["2=open", "3=behind it", "end 6"]);
}

#[test]
fn what_was_aborted_is_passed_over() {
    let simulation = simulation();
    let mut one = client(&simulation, "one");
    send(&mut one, A, "aborted");
    one.abort().unwrap();
    write(&mut one, A, "committed");
    let mut reader = client(&simulation, "reader");
    reader.assign(&[(A, 0)]).unwrap();
    assert_eq!(fetched(&mut reader), ["2=committed", "end 4"]);
    reader.seek(A, 1).unwrap();
    assert_eq!(fetched(&mut reader), ["2=committed", "end 4"]);
    reader.pause(&[A]).unwrap();
    write(&mut one, A, "later");
    assert_eq!(fetched(&mut reader), [""; 0]);
    reader.resume(&[A]).unwrap();
    assert_eq!(fetched(&mut reader), ["4=later", "end 6"]);
}

#[test]
fn a_new_producer_fences_the_old_one_off_and_ends_its_transaction() {
    let simulation = simulation();
    let mut old = client(&simulation, "one");
    send(&mut old, LOG, "lost");
    let mut new = client(&simulation, "one");
    assert_eq!(entries(&mut new, 0, 2), Ok(vec![]), "nothing is open any more");
    assert_eq!(consequence(old.commit()), Consequence::Renew);
    assert_eq!(consequence(old.abort()), Consequence::Renew);
    old.renew().unwrap();
    assert_eq!(consequence(new.begin().and_then(|()| new.commit())), Consequence::Renew);
}

#[test]
fn a_transaction_past_its_time_is_aborted_and_its_producer_fenced_off() {
    let simulation = simulation();
    let (mut slow, mut reader) = (client(&simulation, "slow"), client(&simulation, "reader"));
    send(&mut slow, LOG, "slow");
    let began = simulation.with(|cluster| cluster.now());
    assert_eq!(entries(&mut reader, 0, 1), Ok(vec![]), "waits for what is open");
    assert!(simulation.with(|cluster| cluster.now()) >= began + 10_000);
    assert_eq!(consequence(slow.commit()), Consequence::Renew);
}

#[test]
fn offsets_are_seen_when_their_transaction_is_committed_and_waited_for_until_then() {
    let simulation = simulation();
    let (mut one, mut two) = (client(&simulation, "one"), client(&simulation, "two"));
    one.begin().unwrap();
    one.send_offsets(&[(A, offset(7))]).unwrap();
    assert_eq!(two.stored(&[B]), Ok(vec![None]), "another partition's are free");
    one.commit().unwrap();
    assert_eq!(two.stored(&[A, B]), Ok(vec![Some(offset(7)), None]));
    one.begin().unwrap();
    one.send_offsets(&[(A, offset(8))]).unwrap();
    let began = simulation.with(|cluster| cluster.now());
    assert_eq!(two.stored(&[A]), Ok(vec![Some(offset(7))]), "after it has timed out");
    assert!(simulation.with(|cluster| cluster.now()) >= began + 9_000);
}

#[test]
fn members_give_everything_back_before_anything_is_given_out() {
    let simulation = simulation();
    let mut one = client(&simulation, "one");
    one.join(&[0]).unwrap();
    assert_eq!(told(&mut one), Some(Membership::Assigned(vec![A, B])));
    let mut two = client(&simulation, "two");
    two.join(&[0]).unwrap();
    assert_eq!(told(&mut two), None);
    assert_eq!(told(&mut one), Some(Membership::Revoked));
    one.begin().unwrap();
    assert_eq!(one.send_offsets(&[(A, offset(1))]), Ok(()), "the old generation goes until then");
    one.commit().unwrap();
    assert_eq!(told(&mut two), None);
    one.assign(&[]).unwrap();
    assert_eq!(told(&mut two), Some(Membership::Assigned(vec![B])));
    assert_eq!(told(&mut one), Some(Membership::Assigned(vec![A])));
}

#[test]
fn a_member_that_was_silent_is_none_any_more_and_hears_of_it_late() {
    let simulation = simulation();
    let (mut one, mut two) = (client(&simulation, "one"), client(&simulation, "two"));
    one.join(&[0]).unwrap();
    assert!(told(&mut one).is_some());
    two.join(&[0]).unwrap();
    simulation.with(|cluster| {
        cluster.silence(0, true);
        cluster.advance_to(cluster.now() + 6_000);
        cluster.silence(0, false);
    });
    assert_eq!(told(&mut two), Some(Membership::Assigned(vec![A, B])));
    one.begin().unwrap();
    assert_eq!(consequence(one.send_offsets(&[(A, offset(1))])), Consequence::Abort);
    assert_eq!(consequence(one.commit()), Consequence::Abort, "it cannot be committed without them");
    one.abort().unwrap();
    assert_eq!(told(&mut one), Some(Membership::Lost));
    one.assign(&[]).unwrap();
    assert_eq!(told(&mut two), Some(Membership::Revoked));
    two.assign(&[]).unwrap();
    assert_eq!(told(&mut one), Some(Membership::Assigned(vec![A])));
}

#[test]
fn a_stale_generation_is_refused() {
    let simulation = simulation();
    let (mut one, mut two) = (client(&simulation, "one"), client(&simulation, "two"));
    one.join(&[0]).unwrap();
    assert!(told(&mut one).is_some());
    two.join(&[0]).unwrap();
    // The rebalance goes on without a member that gives nothing back.
    simulation.with(|cluster| cluster.advance_to(cluster.now() + 20_000));
    one.begin().unwrap();
    assert_eq!(consequence(one.send_offsets(&[(A, offset(1))])), Consequence::Abort);
    one.abort().unwrap();
    assert_eq!(told(&mut one), Some(Membership::Lost));
}

#[test]
fn who_comes_back_under_its_name_takes_over_without_a_rebalance_and_the_earlier_one_is_out() {
    let simulation = simulation();
    let (mut one, mut two) = (client(&simulation, "one"), client(&simulation, "two"));
    one.join(&[0]).unwrap();
    two.join(&[0]).unwrap();
    while told(&mut one) != Some(Membership::Assigned(vec![A])) {
        one.assign(&[]).unwrap();
    }
    assert!(told(&mut two).is_some());
    let mut again = client(&simulation, "one");
    again.join(&[0]).unwrap();
    assert_eq!(told(&mut again), Some(Membership::Assigned(vec![A])));
    assert_eq!(told(&mut two), None);
    assert_eq!(consequence(one.poll(Duration::ZERO, &mut |_| {})), Consequence::Give);
}

#[test]
fn a_compacted_topic_keeps_the_newest_of_each_key_and_its_offsets() {
    let simulation = simulation();
    let mut one = client(&simulation, "one");
    for value in ["a", "b"] {
        one.begin().unwrap();
        one.send(LOG, &chunk(&[("x", value), (value, "only")]), Form::Entries).unwrap();
        one.commit().unwrap();
        settle(&one);
    }
    send(&mut one, LOG, "aborted");
    one.abort().unwrap();
    settle(&one);
    let at = one.address(LOG).unwrap();
    simulation.with(|cluster| cluster.compact(at, 0));
    assert_eq!(one.offsets(LOG), Ok((0, 8)));
    assert_eq!(entries(&mut one, 0, 8), Ok(vec!["a=only".into(), "x=b".into(), "b=only".into()]));
    assert_eq!(entries(&mut one, 4, 8), Ok(vec!["b=only".into()]));
    assert_eq!(entries(&mut one, 1, 3), Ok(vec!["a=only".into()]));
}

#[test]
fn topics_are_made_once() {
    let simulation = simulation();
    let process = simulation.with(Cluster::spawn);
    let identity = Identity {
        group: "job".into(),
        name: "one".into(),
        transactional_id: "one".into(),
        topics: vec!["new".into()],
        exactly_once: true,
        anonymous: false,
    };
    let mut client = SimulatedClient::open(&simulation, process, identity);
    assert_eq!(client.partitions(0), Ok(None));
    assert_eq!(consequence(client.offsets(A)), Consequence::Give);
    for partitions in [3, 4] {
        client.create(&[NewTopic { topic: 0, partitions, settings: vec![] }]).unwrap();
        assert_eq!(client.partitions(0), Ok(Some(3)));
    }
}

#[test]
fn a_lost_answer_to_a_commit_says_that_nobody_knows_and_a_dead_process_says_nothing_more() {
    let (mut unknown, mut died) = ([0, 0], 0);
    for seed in 0..200 {
        let simulation = simulation();
        let mut one = client(&simulation, "one");
        send(&mut one, LOG, "x");
        simulation.with(|cluster| *cluster.plan() = Plan::new(seed, 2, 1));
        let result = one.commit();
        simulation.with(|cluster| cluster.plan().stop());
        let mut reader = client(&simulation, "reader");
        match result {
            Err(failure) if failure.consequence == Consequence::Renew => {
                one.renew().unwrap();
                unknown[entries(&mut reader, 0, 1).unwrap().len()] += 1;
            }
            Err(failure) if failure.consequence == Consequence::Give => {
                assert!(simulation.with(|cluster| cluster.is_dead(0)));
                assert_eq!(consequence(one.commit()), Consequence::Give);
                died += 1;
            }
            Err(failure) if failure.consequence == Consequence::Retry => one.commit().unwrap(),
            Err(_) => one.abort().unwrap(),
            Ok(()) => assert_eq!(entries(&mut reader, 0, 1).unwrap().len(), 1),
        }
    }
    assert!(died > 10, "{died}");
    assert!(unknown.iter().all(|times| *times > 3), "both: {unknown:?}");
}

#[test]
fn the_same_seed_does_the_same() {
    let run = |seed| {
        let settings = Settings::default();
        let mut cluster = Cluster::new(seed, settings, Plan::new(seed, 3, 1_000));
        cluster.record();
        cluster.create("in", 2, false);
        cluster.create("log", 1, true);
        let simulation = Simulation::new(cluster);
        for life in 0..40 {
            let process = simulation.with(Cluster::spawn);
            let identity = Identity {
                group: "job".into(),
                name: format!("{}", life % 3),
                transactional_id: format!("{}", life % 3),
                topics: vec!["in".into(), "log".into()],
                exactly_once: true,
                anonymous: false,
            };
            let mut client = SimulatedClient::open(&simulation, process, identity);
            let mut live = || -> Result<(), Failure> {
                client.renew()?;
                client.join(&[0])?;
                client.begin()?;
                client.send(LOG, &chunk(&[("a", "b")]), Form::Enveloped)?;
                client.send_offsets(&[(A, offset(3))])?;
                client.commit()
            };
            let _ = live();
        }
        simulation.with(|cluster| (cluster.take_trace(), cluster.plan().tally()))
    };
    let (trace, tally) = run(7);
    assert!(tally.crashes > 2 && tally.failures > 2 && tally.pauses > 0 && tally.rebalances > 0, "{tally:?}");
    assert_eq!(run(7), (trace.clone(), tally));
    assert_ne!(run(8).0, trace);
}

#[test]
fn a_disk_outlives_its_process_but_for_what_had_not_reached_it() {
    use crate::log::{Epoch, Log as _};
    use crate::stage::TaskId;
    use std::collections::BTreeMap;
    let (simulation, disk) = (simulation(), Disk::default());
    let task = TaskId { stage: 0, partition: 0 };
    let mut log = disk.open(&simulation, simulation.with(Cluster::spawn), vec![1]);
    let commit = |log: &mut SimulatedDisk, value: &str| {
        log.commit(&Epoch {
            outputs: &BTreeMap::new(),
            changelog: &BTreeMap::from([((task, 0), chunk(&[(value, value)]))]),
            positions: &BTreeMap::new(),
            clocks: &BTreeMap::from([(task, value.as_bytes().to_vec())]),
            choices: &[],
        })
    };
    for value in ["a", "b", "c"] {
        commit(&mut log, value).unwrap();
    }
    let found = |log: &mut SimulatedDisk| {
        let mut all = Vec::new();
        let mut put = |key: &[u8], value: Option<&[u8]>| {
            all.push((String::from_utf8_lossy(key).into_owned(), value.is_some()));
            Ok(())
        };
        log.restore(task, 0, "", "", &mut put).unwrap();
        (log.recover().unwrap().clocks.remove(&task), all)
    };
    simulation.with(|cluster| cluster.kill(0));
    assert!(commit(&mut log, "d").is_err());
    disk.tear(1);
    let mut log = disk.open(&simulation, simulation.with(Cluster::spawn), vec![1]);
    assert_eq!(found(&mut log), (Some(b"b".to_vec()), vec![("a".into(), true), ("b".into(), true)]));
    log.snapshot(task, 0, "", "", &mut |put| put(b"all", b"of it")).unwrap();
    assert_eq!(found(&mut log), (Some(b"b".to_vec()), vec![("all".into(), true)]));
}

#[test]
fn what_was_deleted_is_gone_and_offsets_stay() {
    let simulation = simulation();
    let mut one = client(&simulation, "one");
    for value in ["a", "b", "c"] {
        write(&mut one, A, value);
    }
    one.trim(&[(A, 3)]);
    assert_eq!(one.offsets(A), Ok((3, 6)));
    one.assign(&[(A, 0)]).unwrap();
    assert_eq!(fetched(&mut one), ["4=c", "end 6"]);
}

#[test]
fn a_group_with_members_is_not_forgotten() {
    let simulation = simulation();
    let mut one = client(&simulation, "one");
    write(&mut one, LOG, "x");
    one.begin().unwrap();
    one.send_offsets(&[(A, offset(7))]).unwrap();
    one.commit().unwrap();
    one.join(&[0]).unwrap();
    assert_eq!(consequence(one.forget(&[1])), Consequence::Give);
    one.close(Duration::ZERO);
    let mut two = client(&simulation, "two");
    two.forget(&[1]).unwrap();
    assert_eq!((two.partitions(1), two.stored(&[A])), (Ok(None), Ok(vec![None])));
}
