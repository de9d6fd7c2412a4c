//! Apache Kafka itself, of one node or several, on free ports of the loopback interface, without containers.
//!
//! Owns processes, ports, files and settings of nodes. What is in topics is [`crate::client`]'s.

mod archive;
pub mod fetch;
pub mod keeper;
mod node;
mod options;
mod ports;
mod security;

pub use options::Options;
pub use security::{Secured, USERS};

use crate::client::alive;
use crate::{Client, Error};
use archive::Archive;
use keeper::Janitor;
use node::{Node, NotStarted};
use rustix::process::Signal;
use security::Listeners;
use std::net::{Ipv4Addr, SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// Ports are lost to others at most that often before something else must be wrong.
const ATTEMPTS: usize = 5;

/// A running cluster. Dropping it kills its nodes and removes their data; so does the end of the process
/// (`keeper.rs`).
///
/// Nodes are numbered from 1. All calls take `&self`, so that one cluster serves all tests of a binary, and
/// threads that kill nodes while others work.
pub struct Cluster {
    nodes: Vec<Mutex<Node>>,
    bootstrap: String,
    /// Where the proxies of each node find it; none without [`Options::doors`].
    doors: Vec<u16>,
    secured: Option<Secured>,
    folder: PathBuf,
    /// Dropped last: it removes the folder that the nodes write to.
    janitor: Mutex<Janitor>,
}

/// If this variable is set, the nodes' logs and data outlive the test, for whoever looks into a failure.
const KEEP: &str = "RIPARIAN_KAFKA_KEEP";

/// A node under load on a busy machine answers well within it; one that does not is broken.
const TO_ANSWER: Duration = Duration::from_secs(90);

impl Cluster {
    /// Starts `nodes` nodes with settings for tests and waits until each of them answers and knows all the
    /// others. The first start on a machine downloads Apache Kafka.
    pub fn start(nodes: u16) -> Result<Cluster, Error> {
        Options::nodes(nodes).start()
    }

    /// The cluster of one node that all tests of this process share; the first that asks starts it.
    ///
    /// # Panics
    /// If it does not start, in every test that asks, with the reason.
    pub fn shared() -> &'static Cluster {
        static SHARED: OnceLock<Result<Cluster, Error>> = OnceLock::new();
        match SHARED.get_or_init(|| Cluster::start(1)) {
            Ok(cluster) => cluster,
            Err(error) => panic!("{error}"),
        }
    }

    fn with(options: Options) -> Result<Cluster, Error> {
        if options.nodes == 0 {
            return Err(Error::new("a cluster has at least one node"));
        }
        let jars = fetch::jars()?;
        let archive = Archive::beside(&jars, |archive| {
            let one = Options { archive, ..Options::nodes(1) };
            let made = Cluster::attempts(&one, &jars).and_then(|cluster| lock(cluster.node(1)?).end());
            made.is_ok()
        });
        Cluster::attempts(&Options { archive, ..options }, &jars)
    }

    fn attempts(options: &Options, jars: &Path) -> Result<Cluster, Error> {
        for _ in 0..ATTEMPTS {
            match Cluster::attempt(options, jars) {
                Ok(cluster) => return Ok(cluster),
                Err(NotStarted::LostPort) => {}
                Err(NotStarted::Failed(error)) => return Err(error),
            }
        }
        Err(Error::new(format!("{ATTEMPTS} times others took the ports of 127.0.0.1 that were free")))
    }

    fn attempt(options: &Options, jars: &Path) -> Result<Cluster, NotStarted> {
        let folder = tempfile::Builder::new().prefix("riparian-kafka-").tempdir();
        let folder = folder.map_err(|error| Error::io("a folder for the cluster", &error))?.keep();
        let keep = std::env::var_os(KEEP).is_some_and(|value| !value.is_empty());
        if keep {
            #[allow(clippy::print_stderr)]
            {
                eprintln!("{KEEP}: logs and data of the cluster stay in {}", folder.display());
            }
        }
        let janitor = Janitor::start(if keep { None } else { Some(&folder) })?;
        let own = 2 * usize::from(options.nodes);
        let secured = Listeners::PORTS * options.secured.len();
        let held = ports::free(own + options.doors.len() + secured)?;
        let mut numbers = Vec::with_capacity(held.len());
        for port in &held {
            numbers.push(port.local_addr().map_err(|error| Error::io("a port", &error))?.port());
        }
        let secured = numbers.split_off(own + options.doors.len());
        let doors = numbers.split_off(own);
        let ports: Vec<(u16, u16)> = numbers.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect();
        let mut options = options.clone();
        options.doors.iter_mut().zip(&doors).for_each(|(door, inside)| door.inside = *inside);
        options.secured = secured.chunks_exact(Listeners::PORTS).filter_map(Listeners::of).collect();
        if !options.secured.is_empty() {
            security::make_certificates(&folder)?;
        }
        let nodes: Result<Vec<Node>, Error> =
            (1..=options.nodes).map(|id| Node::new(id, &ports, &options, jars, &folder)).collect();
        let nodes = nodes?;
        let bootstrap: Vec<String> = nodes.iter().map(Node::address).collect();
        // Whatever fails from here on: dropping what is there so far kills and cleans up.
        let cluster = Cluster {
            nodes: nodes.into_iter().map(Mutex::new).collect(),
            bootstrap: bootstrap.join(","),
            doors,
            secured: options.secured.first().map(|listeners| Secured::new(*listeners, &folder)),
            folder,
            janitor: Mutex::new(janitor),
        };
        let id = cluster_id();
        for node in &cluster.nodes {
            lock(node).format(&id)?;
        }
        for node in &cluster.nodes {
            lock(node).formatted()?;
        }
        drop(held);
        for node in &cluster.nodes {
            lock(node).start(&mut lock(&cluster.janitor))?;
        }
        for node in &cluster.nodes {
            await_node(node, cluster.nodes.len())?;
        }
        Ok(cluster)
    }

    /// The addresses of all nodes, as `bootstrap.servers` takes them. They stay the same over kills and starts.
    pub fn bootstrap(&self) -> &str {
        &self.bootstrap
    }

    /// Where a proxy in front of a node connects to; see [`Options::doors`].
    pub fn door(&self, node: u16) -> Option<SocketAddr> {
        let port = self.doors.get(usize::from(node).checked_sub(1)?)?;
        Some(SocketAddr::from((Ipv4Addr::LOCALHOST, *port)))
    }

    /// The listeners of the first node that ask for TLS, a password, or both; none without [`Options::secured`].
    pub fn secured(&self) -> Option<&Secured> {
        self.secured.as_ref()
    }

    /// A client for the test's own questions.
    pub fn client(&self) -> Client {
        Client::new(&self.bootstrap)
    }

    /// How many nodes it has, running or not.
    pub fn nodes(&self) -> u16 {
        u16::try_from(self.nodes.len()).unwrap_or(u16::MAX)
    }

    /// Where nodes keep their files: `node1/node.log`, `node1/data/` …
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// `kill -9` of a node, running or paused, and its end; nothing if it is down already.
    pub fn kill(&self, node: u16) -> Result<(), Error> {
        lock(self.node(node)?).kill(&mut lock(&self.janitor))
    }

    /// Starts a node that was killed, on the same ports and data, and waits until it answers and the cluster
    /// has it back; nothing if it is running. For a node that was just killed the cluster first has to notice
    /// its end: about five seconds.
    pub fn restart(&self, node: u16) -> Result<(), Error> {
        self.restart_soon(node)?;
        match await_node(self.node(node)?, 1) {
            Ok(()) => Ok(()),
            Err(NotStarted::Failed(error)) => Err(error),
            Err(NotStarted::LostPort) => {
                Err(Error::new(format!("somebody took the port of node {node} while it was down")))
            }
        }
    }

    /// Starts a node that was killed, without waiting for it.
    pub fn restart_soon(&self, node: u16) -> Result<(), Error> {
        lock(self.node(node)?).start(&mut lock(&self.janitor))
    }

    /// Stops a node where it is (`SIGSTOP`): its connections stay open and nothing answers.
    pub fn pause(&self, node: u16) -> Result<(), Error> {
        lock(self.node(node)?).signal(Signal::STOP)
    }

    /// Lets a paused node go on (`SIGCONT`).
    pub fn resume(&self, node: u16) -> Result<(), Error> {
        lock(self.node(node)?).signal(Signal::CONT)
    }

    /// Whether the node's process is there; a paused one is.
    pub fn running(&self, node: u16) -> Result<bool, Error> {
        lock(self.node(node)?).running()
    }

    /// The last lines a node has logged, warnings and errors: for the message of a test that failed.
    pub fn log(&self, node: u16) -> Result<String, Error> {
        Ok(lock(self.node(node)?).log("node.log"))
    }

    fn node(&self, id: u16) -> Result<&Mutex<Node>, Error> {
        let node = usize::from(id).checked_sub(1).and_then(|index| self.nodes.get(index));
        node.ok_or_else(|| {
            Error::new(format!("the cluster has nodes 1 to {}, and no {id}", self.nodes.len()))
        })
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        for node in &self.nodes {
            // The janitor kills whom this does not reach.
            let _ = lock(node).kill(&mut lock(&self.janitor));
        }
    }
}

/// Waits until the port answers and the node itself says that it and at least `brokers` in all are there. The
/// node is locked for moments only, so that others may kill it meanwhile.
fn await_node(node: &Mutex<Node>, brokers: usize) -> Result<(), NotStarted> {
    let (id, port, address) = {
        let node = lock(node);
        (i32::from(node.id), SocketAddr::from((Ipv4Addr::LOCALHOST, node.port)), node.address())
    };
    let until = Instant::now() + TO_ANSWER;
    loop {
        lock(node).is_up()?;
        // A client would ask again only after its own pauses, so it is not made before the port is open.
        let answer = TcpStream::connect_timeout(&port, Duration::from_secs(1))
            .map_err(|error| Error::io(format_args!("connecting to {address}"), &error))
            .and_then(|_| alive(&address));
        let reason = match answer {
            Ok(ids) if ids.len() >= brokers && ids.contains(&id) => return Ok(()),
            Ok(ids) => format!("it knows of nodes {ids:?}"),
            Err(error) => error.to_string(),
        };
        if Instant::now() > until {
            let said = lock(node).log("node.log");
            return Err(Error::new(format!("node {id} is not back: {reason}\n{said}")).into());
        }
        std::thread::sleep(Duration::from_millis(50));
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // A test that panicked while it held the lock has broken nothing that a kill would not.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// One of its own for each cluster, so that a client of an earlier one that meets this one on its port sees
/// the difference. 22 digits of base 64, of which the last may carry two bits only.
fn cluster_id() -> String {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_nanos());
    format!("{:08x}{:013x}A", std::process::id(), now & 0xf_ffff_ffff_ffff)
}
