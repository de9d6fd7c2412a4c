//! How a cluster is to be: how many nodes, what settings, how much memory.

use super::Cluster;
use super::archive::Archive;
use super::security::Listeners;
use crate::Error;
use std::fmt::Write;
use std::path::Path;

/// What a cluster is started with; [`Options::start`] starts it.
#[derive(Clone, Debug)]
pub struct Options {
    pub(super) nodes: u16,
    pub(super) heap_mib: u32,
    pub(super) full_speed: bool,
    pub(super) archive: Archive,
    pub(super) settings: Vec<(String, String)>,
    pub(super) doors: Vec<Door>,
    /// By node; ports are 0 until there are some.
    pub(super) secured: Vec<Listeners>,
}

/// Another listener of a node, which tells clients the port of somebody who stands in between.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Door {
    /// Where the node listens.
    pub(super) inside: u16,
    /// Where clients are told to connect to.
    pub(super) outside: u16,
}

impl Options {
    /// `nodes` of them, each broker and controller, with the settings that tests want: see
    /// [`Options::setting`].
    pub fn nodes(nodes: u16) -> Options {
        Options {
            nodes,
            heap_mib: 512,
            full_speed: false,
            archive: Archive::None,
            settings: Vec::new(),
            doors: Vec::new(),
            secured: Vec::new(),
        }
    }

    /// A setting of every node, by the broker's own name for it. It wins over the harness's.
    ///
    /// Beside what keeps start-up short the harness sets: no automatic topics, so that a missing topic is an
    /// error; replication 3 and two in-sync replicas from three nodes on, else 1; no delay of a group's first
    /// rebalance; sessions of groups from one second; compaction as soon as there is something to compact; a
    /// dead node is noticed after four seconds, a transaction past its timeout within one.
    #[must_use]
    pub fn setting(mut self, name: impl Into<String>, value: impl ToString) -> Options {
        self.settings.push((name.into(), value.to_string()));
        self
    }

    /// The most heap of a node, in MiB; 512 if nothing is said.
    #[must_use]
    pub fn heap_mib(mut self, mib: u32) -> Options {
        self.heap_mib = mib;
        self
    }

    /// For measuring: the JVM compiles for speed. Otherwise it compiles for a quick start, which suits tests
    /// of seconds.
    #[must_use]
    pub fn full_speed(mut self) -> Options {
        self.full_speed = true;
        self
    }

    /// Gives each node another listener whose clients are told to connect to these ports of 127.0.0.1, a node each: those of
    /// proxies, which pass everything on to [`Cluster::door`]. What comes in by [`Cluster::bootstrap`] stays with direct
    /// connections, and so do the nodes among themselves.
    #[must_use]
    pub fn doors(mut self, outside: &[u16]) -> Options {
        self.doors = outside.iter().map(|outside| Door { inside: 0, outside: *outside }).collect();
        self
    }

    /// Gives each node listeners that ask for TLS, for a password, or for both, and has it ask everybody for rights who comes with a
    /// name: see [`Cluster::secured`].
    #[must_use]
    pub fn secured(mut self) -> Options {
        self.secured = vec![Listeners { tls: 0, sasl_tls: 0, sasl: 0 }; usize::from(self.nodes)];
        self
    }

    /// Starts the cluster; see [`Cluster::start`].
    pub fn start(self) -> Result<Cluster, Error> {
        Cluster::with(self)
    }

    /// The properties of node `node`; `ports` are broker's and controller's, of all nodes in order; `cluster` is the folder of all of them.
    pub(super) fn properties(&self, node: u16, ports: &[(u16, u16)], cluster: &Path) -> String {
        let (broker, controller) = ports.get(usize::from(node) - 1).copied().unwrap_or_default();
        let voters: Vec<String> =
            (1..).zip(ports).map(|(id, (_, controller))| format!("{id}@127.0.0.1:{controller}")).collect();
        let index = usize::from(node) - 1;
        // Name, protocol, where the node listens, where clients are told to connect to.
        let mut listeners = vec![("PLAINTEXT", "PLAINTEXT", broker, broker)];
        let door = self.doors.get(index);
        listeners.extend(door.map(|door| ("DOOR", "PLAINTEXT", door.inside, door.outside)));
        let secured = self.secured.get(index).map(|secured| secured.named());
        listeners
            .extend(secured.into_iter().flatten().map(|(name, protocol, port)| (name, protocol, port, port)));
        let list = |text: &dyn Fn(&(&str, &str, u16, u16)) -> String| {
            listeners.iter().map(text).collect::<Vec<_>>().join(",")
        };
        let (replicas, in_sync) = if self.nodes < 3 { (1, 1) } else { (3, 2) };
        let mut text = format!(
            "\
process.roles=broker,controller
node.id={node}
controller.quorum.voters={voters}
listeners=CONTROLLER://127.0.0.1:{controller},{listeners}
advertised.listeners={advertised}
controller.listener.names=CONTROLLER
inter.broker.listener.name=PLAINTEXT
listener.security.protocol.map=CONTROLLER:PLAINTEXT,{protocols}
log.dirs={data}
auto.create.topics.enable=false
default.replication.factor={replicas}
min.insync.replicas={in_sync}
offsets.topic.replication.factor={replicas}
offsets.topic.num.partitions=4
transaction.state.log.replication.factor={replicas}
transaction.state.log.min.isr={in_sync}
transaction.state.log.num.partitions=4
transaction.abort.timed.out.transaction.cleanup.interval.ms=1000
share.coordinator.state.topic.replication.factor={replicas}
share.coordinator.state.topic.min.isr={in_sync}
group.initial.rebalance.delay.ms=0
group.min.session.timeout.ms=1000
log.cleaner.backoff.ms=100
log.cleaner.dedupe.buffer.size=33554432
log.retention.check.interval.ms=1000
log.segment.delete.delay.ms=1000
broker.heartbeat.interval.ms=500
broker.session.timeout.ms=4000
num.network.threads=2
num.io.threads=4
",
            voters = voters.join(","),
            listeners = list(&|(name, _, inside, _)| format!("{name}://127.0.0.1:{inside}")),
            advertised = list(&|(name, _, _, outside)| format!("{name}://127.0.0.1:{outside}")),
            protocols = list(&|(name, protocol, _, _)| format!("{name}:{protocol}")),
            data = cluster.join(format!("node{node}/data")).display(),
        );
        if !self.secured.is_empty() {
            text += &Listeners::settings(cluster);
        }
        // Of two lines with one name the later one holds.
        for (name, value) in &self.settings {
            let _ = writeln!(text, "{name}={value}");
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_node_knows_all_voters_and_own_settings_come_last() {
        let ports = [(10, 11), (20, 21), (30, 31)];
        let text =
            Options::nodes(3).setting("min.insync.replicas", 1).properties(2, &ports, Path::new("/data"));
        let all: Vec<&str> = text.lines().collect();
        assert!(
            all.contains(&"controller.quorum.voters=1@127.0.0.1:11,2@127.0.0.1:21,3@127.0.0.1:31"),
            "{text}"
        );
        assert!(all.contains(&"advertised.listeners=PLAINTEXT://127.0.0.1:20"), "{text}");
        assert!(all.contains(&"transaction.state.log.replication.factor=3"), "{text}");
        assert_eq!(all.last(), Some(&"min.insync.replicas=1"));
    }

    #[test]
    fn clients_of_a_door_are_told_of_who_stands_before_it() {
        let mut options = Options::nodes(1).doors(&[99]);
        options.doors[0].inside = 12;
        let text = options.properties(1, &[(10, 11)], Path::new("/data"));
        let last = |name: &str| text.lines().rfind(|line| line.starts_with(name)).unwrap_or_default();
        assert!(last("listeners=").ends_with(",DOOR://127.0.0.1:12"), "{text}");
        assert_eq!(
            last("advertised.listeners="),
            "advertised.listeners=PLAINTEXT://127.0.0.1:10,DOOR://127.0.0.1:99"
        );
    }

    #[test]
    fn fewer_than_three_nodes_replicate_nothing() {
        let text = Options::nodes(1).properties(1, &[(10, 11)], Path::new("/data"));
        assert!(text.contains("\ndefault.replication.factor=1\nmin.insync.replicas=1\n"), "{text}");
    }
}
