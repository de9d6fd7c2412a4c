//! A job meets a broker that asks for TLS, a password and rights, and topics that are not as it needs them: it runs where it may, and says what is
//! missing where not.
//!
//! One node for all; its job is the ledger, so only one test at a time runs it.

mod keyed;
mod listeners;
mod rights;
mod topics;

use riparian_kafka_tests::ledger::{Judge, Process, Start, TOPIC, Transfers, make_topics};
use riparian_kafka_tests::{Cluster, Options, Secured};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::{Duration, Instant};
use tempfile::TempDir;

const SEED: u64 = 3;
const MINUTE: Duration = Duration::from_secs(60);
/// How soon a job that cannot run says so.
const SOON: Duration = Duration::from_secs(15);
/// Transfers that have been written for the ledger to read.
static FED: AtomicUsize = AtomicUsize::new(0);

fn cluster() -> &'static Cluster {
    static CLUSTER: OnceLock<Cluster> = OnceLock::new();
    CLUSTER.get_or_init(|| {
        let cluster = Options::nodes(1).secured().start().unwrap();
        make_topics(&cluster.client(), 2).unwrap();
        cluster
    })
}

fn secured() -> &'static Secured {
    cluster().secured().expect("the cluster is secured")
}

/// The ledger, for one test at a time: there is one group of that name.
struct Ledger {
    folder: TempDir,
    _turn: Option<MutexGuard<'static, ()>>,
}

impl Ledger {
    fn take() -> Ledger {
        static TURN: Mutex<()> = Mutex::new(());
        let turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
        Ledger { _turn: Some(turn), ..Ledger::aside() }
    }

    /// One that does not get as far as the group, whoever runs it meanwhile.
    fn aside() -> Ledger {
        Ledger { folder: tempfile::tempdir().unwrap(), _turn: None }
    }

    fn start(&self, brokers: &str, properties: &[String], arguments: &[&str]) -> Process {
        self.start_job("ledger", brokers, properties, arguments)
    }

    /// Another job of the same program, in its place.
    fn start_job(&self, job: &str, brokers: &str, properties: &[String], arguments: &[&str]) -> Process {
        let mut all = Vec::new();
        for property in properties {
            all.extend(["--property", property]);
        }
        all.extend(arguments);
        let start = Start {
            binary: Path::new(env!("CARGO_BIN_EXE_ledger")),
            job,
            bootstrap: brokers,
            folder: self.folder.path(),
            instance: "a",
            arguments: &all,
            file_limit: None,
        };
        start.process().unwrap()
    }

    /// More transfers for it to read.
    fn feed(&self, more: usize) {
        let before = FED.fetch_add(more, Ordering::Relaxed);
        let transfers = Transfers::new(SEED).take(before + more).skip(before);
        cluster().client().produce(TOPIC, transfers.map(|transfer| transfer.record())).unwrap();
    }

    /// Waits until everything that was ever fed to it has come out.
    fn await_everything(&self, job: &Process) {
        let judge = Judge::new(cluster().client(), SEED, FED.load(Ordering::Relaxed));
        assert!(judge.await_postings(MINUTE).unwrap(), "{}", job.output());
    }

    /// Everything has come out, and nothing twice.
    fn judge(&self) {
        let verdict = Judge::new(cluster().client(), SEED, FED.load(Ordering::Relaxed)).judge().unwrap();
        assert!(verdict.is_clean(), "{verdict:?}");
    }

    /// What the job says that ends by itself, soon.
    fn refused(&self, brokers: &str, properties: &[String], arguments: &[&str]) -> String {
        refused(|| self.start(brokers, properties, arguments))
    }
}

/// What a job says that ends by itself, soon: one error, with something to do about it.
fn refused(start: impl FnOnce() -> Process) -> String {
    let began = Instant::now();
    let mut job = start();
    let status = job.wait(MINUTE).unwrap();
    let output = job.output();
    assert!(!status.success(), "{output}");
    assert!(began.elapsed() < SOON, "{:?}: {output}", began.elapsed());
    let errors = output.lines().filter(|line| line.starts_with("error: ")).count();
    assert_eq!(errors, 1, "one error: {output}");
    assert!(output.contains("help: "), "{output}");
    output
}

fn property(name: &str, value: impl std::fmt::Display) -> String {
    format!("{name}={value}")
}

/// As a user with a password.
fn login(protocol: &str, mechanism: &str, user: &str, password: &str) -> Vec<String> {
    vec![
        property("security.protocol", protocol),
        property("sasl.mechanism", mechanism),
        property("sasl.username", user),
        property("sasl.password", password),
        property("ssl.ca.location", secured().authority.display()),
    ]
}
