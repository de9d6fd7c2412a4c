//! How fast a job gets its state back from the changelogs on a broker, beside reading the same topics with nothing but the client
//! library.
//!
//! The changelogs are filled by the job itself.

mod bare;

use crate::ledger::{Process, TOPIC, Transfer, make_topics};
use crate::processor::seconds as processor_seconds;
use crate::{Error, broker};
use bare::Bare;
use serde_json::Value;
use std::path::Path;
use std::time::{Duration, Instant};

const PARTITIONS: i32 = 4;
const STORES: usize = 2;
const CHANGELOGS: [&str; STORES] =
    ["bank.ledger.balances_by_account.changelog", "bank.ledger.per_minute.changelog"];
/// How long filling and restoring may each take.
const PATIENCE: Duration = Duration::from_secs(900);

/// What was read, in what time.
#[derive(Clone, Copy, Debug, Default)]
pub struct Reading {
    pub records: u64,
    pub seconds: f64,
    /// Of the process that read, if the system tells.
    pub processor_seconds: Option<f64>,
}

impl Reading {
    pub fn rate(&self) -> f64 {
        self.records as f64 / self.seconds.max(1e-9)
    }

    fn text(&self, who: &str) -> String {
        let Reading { records, seconds, processor_seconds } = self;
        let processor = processor_seconds.map_or_else(String::new, |used| {
            format!(", {used:.1} CPU s: {:.0} records/CPU s", *records as f64 / used.max(1e-9))
        });
        format!("{who}: {records} records in {seconds:.1} s: {:.0} records/s{processor}", self.rate())
    }
}

/// Fills the changelogs of the program `ledger` with `keys` accounts, and measures; the line for machines.
pub fn run(keys: u64, ledger: &Path, say: &dyn Fn(&str)) -> Result<String, Error> {
    let folder = tempfile::tempdir().map_err(|error| Error::io("a folder for the job", &error))?;
    let cluster = broker::Options::nodes(1).full_speed().heap_mib(1024).start()?;
    let client = cluster.client();
    make_topics(&client, PARTITIONS)?;
    let begin = Instant::now();
    let transfers = keys.div_ceil(2);
    let job = |directory: &str| {
        let directory = folder.path().join(directory).display().to_string();
        Process::start(ledger, &cluster, folder.path(), "a", &["--dir", &directory, "--log", "json"])
    };
    let mut first = job("first")?;
    let writer = client.writer_with(&[("linger.ms", "20"), ("batch.size", "1000000")])?;
    // Each account is in one transfer.
    let records = (0..transfers).map(|id| Transfer::between(id, 2 * id, 2 * id + 1, 100).record());
    writer.write(TOPIC, records)?;
    say(&format!("{transfers} transfers written after {:.1} s", begin.elapsed().as_secs_f64()));
    let mut balances = Bare::open(&client, "bank.balances.v1")?;
    while balances.records < 2 * transfers {
        balances.read_for(Duration::from_millis(500))?;
        if begin.elapsed() > PATIENCE || !first.runs() {
            return Err(Error::new(format!(
                "{} balances, and no more: {}",
                balances.records,
                first.output()
            )));
        }
    }
    say(&format!("{} accounts kept after {:.1} s", balances.records, begin.elapsed().as_secs_f64()));
    // The end of a run is no part of what is measured; nothing runs beside it.
    if !first.stop(Duration::from_secs(60))?.success() {
        return Err(Error::new(first.output()));
    }
    let mut second = job("second")?;
    let restored = restored(&mut second)?;
    say(&restored.text("restored"));
    second.kill()?;
    let bare = bare(&client)?;
    say(&bare.text("bare client"));
    Ok(format!(
        "restore {:.0} records/s bare {:.0} records/s ratio {:.2}",
        restored.rate(),
        bare.rate(),
        restored.rate() / bare.rate()
    ))
}

/// Waits until the process has all its state. It has one worker, which takes one store after the other.
fn restored(job: &mut Process) -> Result<Reading, Error> {
    let before = job.output().len();
    let until = Instant::now() + PATIENCE;
    while Instant::now() < until && job.runs() {
        std::thread::sleep(Duration::from_millis(50));
        let output = job.output();
        let ends: Vec<Value> = output
            .get(before..)
            .unwrap_or_default()
            .lines()
            .filter_map(|line| serde_json::from_str(line).ok())
            .filter(|event: &Value| event.get("event").and_then(Value::as_str) == Some("restore_end"))
            .collect();
        if ends.len() == STORES * PARTITIONS as usize {
            let sum = |field| ends.iter().filter_map(|end| end.get(field)?.as_f64()).sum::<f64>();
            return Ok(Reading {
                records: sum("records") as u64,
                seconds: sum("seconds"),
                processor_seconds: processor_seconds(&job.id().to_string()),
            });
        }
    }
    Err(Error::new(format!("the state does not come back: {}", job.output())))
}

fn bare(client: &crate::Client) -> Result<Reading, Error> {
    let before = processor_seconds("self");
    let begin = Instant::now();
    let mut records = 0;
    for topic in CHANGELOGS {
        let mut bare = Bare::open(client, topic)?;
        bare.read_to_end()?;
        records += bare.records;
    }
    let used = processor_seconds("self").zip(before).map(|(after, before)| after - before);
    Ok(Reading { records, seconds: begin.elapsed().as_secs_f64(), processor_seconds: used })
}
