//! Three nodes: what happens to them happens as told, and what was acknowledged survives it.
//!
//! The tests change the one cluster they share, so they take turns, and each leaves all nodes running.

use riparian_kafka_tests::{Client, Cluster, Isolation, Options, Record, Written, unique};
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

const MINUTE: Duration = Duration::from_secs(60);

static CLUSTER: LazyLock<Mutex<Cluster>> =
    LazyLock::new(|| Mutex::new(Options::nodes(3).heap_mib(256).start().unwrap()));

fn cluster() -> MutexGuard<'static, Cluster> {
    let cluster = CLUSTER.lock().unwrap_or_else(PoisonError::into_inner);
    for node in 1..=3 {
        // A test that failed may have left it paused.
        if cluster.running(node).unwrap() {
            cluster.resume(node).unwrap();
        }
        cluster.restart(node).unwrap();
    }
    cluster
}

/// Waits until a node other than `old` leads partition 0. Who leads is known to the nodes at different times.
fn led_by_another(client: &Client, topic: &str, old: u16) {
    let until = Instant::now() + MINUTE;
    while client.leaders(topic).unwrap()[0].is_none_or(|leader| leader == old) {
        assert!(Instant::now() < until, "node {old} still leads");
        std::thread::sleep(Duration::from_millis(50));
    }
}

fn values(client: &Client, topic: &str) -> Vec<String> {
    let mut values: Vec<String> =
        client.read(topic, Isolation::Committed).unwrap().iter().flatten().map(Written::value_text).collect();
    values.sort();
    values
}

#[test]
fn work_goes_on_while_one_of_three_nodes_is_killed() {
    let cluster = cluster();
    let client = cluster.client();
    let topic = client.new_topic("survives", 3).unwrap();
    let id = unique("writer");
    let writer = client.transactional(&id, MINUTE).unwrap();
    let each = |text: &str| (0..3).map(|p| Record::value(format!("{text} {p}")).on(p)).collect::<Vec<_>>();
    writer.begin().unwrap();
    writer.write(&topic, each("before")).unwrap();
    writer.commit().unwrap();
    // The one that matters most: it leads a partition and it knows the transaction.
    let victim = client.transaction_coordinator(&id).unwrap().expect("a coordinator");
    cluster.kill(victim).unwrap();
    writer.begin().unwrap();
    writer.write(&topic, each("meanwhile")).unwrap();
    writer.commit().unwrap();
    assert!(!cluster.running(victim).unwrap(), "nobody has started it");
    assert_eq!(
        values(&client, &topic),
        ["before 0", "before 1", "before 2", "meanwhile 0", "meanwhile 1", "meanwhile 2"]
    );
    cluster.restart(victim).unwrap();
    assert!(cluster.running(victim).unwrap());
    writer.begin().unwrap();
    writer.write(&topic, each("z after")).unwrap();
    writer.commit().unwrap();
    assert_eq!(values(&client, &topic).len(), 9);
}

#[test]
fn a_node_keeps_its_data_and_its_port_over_a_kill_of_all() {
    let cluster = cluster();
    let client = cluster.client();
    let topic = client.new_topic("all", 3).unwrap();
    client.produce(&topic, (0..300).map(|n| Record::value(format!("{n:03}")).on(n % 3))).unwrap();
    for node in 1..=3 {
        cluster.kill(node).unwrap();
    }
    for node in 1..=3 {
        cluster.restart_soon(node).unwrap();
    }
    assert_eq!(values(&client, &topic), (0..300).map(|n| format!("{n:03}")).collect::<Vec<_>>());
}

#[test]
fn a_paused_node_loses_its_partitions_and_is_taken_back() {
    let cluster = cluster();
    let client = cluster.client();
    let topic = client.new_topic("paused", 3).unwrap();
    client.produce(&topic, [Record::value("a").on(0)]).unwrap();
    let leader = client.leaders(&topic).unwrap()[0].expect("a leader");
    cluster.pause(leader).unwrap();
    assert!(cluster.running(leader).unwrap(), "paused is not gone");
    client.produce(&topic, [Record::value("b").on(0)]).unwrap();
    led_by_another(&client, &topic, leader);
    cluster.resume(leader).unwrap();
    client.produce(&topic, [Record::value("c").on(0)]).unwrap();
    assert_eq!(values(&client, &topic), ["a", "b", "c"]);
    // Also a paused one can be killed.
    cluster.pause(leader).unwrap();
    let before = Instant::now();
    cluster.kill(leader).unwrap();
    assert!(before.elapsed() < Duration::from_secs(5));
}
