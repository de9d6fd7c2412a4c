//! The repository's own commands. The last line of each is for machines; a failure exits non-zero.

#![allow(clippy::print_stdout, clippy::print_stderr)]

mod bench;
mod conformance;
mod crash;
mod example;
mod faults;
mod fuzz;
mod kafka;
mod latency;
mod reference;
mod restore;
mod simulate;

use std::process::ExitCode;

const HELP: &str = "\
cargo xtask COMMAND

  fuzz frontend           mutated texts through the front end: `fuzz frontend N texts 0 failures`
  fuzz avro               records by two readers of Avro: `fuzz avro N records 0 failures`
                          [--seconds N] [--texts N] [--from N] [--seed S]
  reference               the generated chapters of the spec: `reference N written`
  example                 run the velocity example on the embedded log
  conformance             other projects' expected results: `recipes A/27 nexmark B/26 joins C/40`
  crash                   kill the velocity example at random moments: `kills K records N lost 0 doubled 0`
                          [--kills K] [--records N] [--seed S]
  kafka                   the suite on a real Apache Kafka, started and stopped: `kafka N passed`
                          [NAME]: only tests whose names contain it
  faults                  the ledger on a real cluster while its processes, nodes and connections are killed:
                          `kills K broker_kills B records N lost 0 doubled 0 invariant held`
                          [--kills K] [--nodes N] [--seed S] [--rate transfers per second]
  latency                 how long a commit at low load takes, and how long readers wait after a `kill -9`; milliseconds:
                          `commit_median A commit_p99 B back_median C back_max D`
                          [--rounds N, default 15] [--property NAME=VALUE of the client library]
  restore                 a job's state back from changelogs on a real broker, beside the bare client on the same topics:
                          `restore R records/s bare B records/s ratio X`
                          [--keys N, default 2000000]
  simulate                workers on a simulated broker, with faults everywhere: `seeds N crashes M violations 0`
                          [--seeds N] [--from S] [--seed S: one, with its trace] [--sabotage NAME|all]
  bench                   all benchmarks below but those that need a broker; `bench --help`
  bench frontend          check of 300 packages, an edit, a format, a saved job running again; two last lines
  bench nexmark           generated jobs beside hand-written Rust: a line `q0 ours X limit Y ratio Z` per query
                          [--events N] [--rounds R] [--query NAME] [--trusted] [--shuffled]
  bench state             memory per key, and upserts beside a map by hand: `state bytes_per_key B`
  bench start             from process start to the first row, and resident memory: `start A ms resident B MB`
  bench kafka             a generated job on a real broker, the query by hand over the same client, and Kafka Streams:
                          `ours X client_floor Y kafka_streams Z` (M records per processor second); `bench kafka --help`
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let result = match arguments.as_slice() {
        // The benchmarks have a page of their own.
        [command, "--help" | "-h"] if *command != "bench" => {
            println!("{HELP}");
            Ok(())
        }
        ["fuzz", rest @ ..] => fuzz::run(rest),
        ["reference"] => reference::run(),
        ["example", rest @ ..] => example::run(rest),
        ["crash", rest @ ..] => crash::run(rest),
        ["conformance"] => conformance::run(),
        ["kafka", rest @ ..] => kafka::run(rest),
        ["faults", rest @ ..] => faults::run(rest),
        ["latency", rest @ ..] => latency::run(rest),
        ["restore", rest @ ..] => restore::run(rest),
        ["simulate", rest @ ..] => simulate::run(rest),
        ["bench", rest @ ..] => bench::run(rest),
        [] | ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            Ok(())
        }
        other => Err(format!("there is no command `{}`\n\n{HELP}", other.join(" "))),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error}");
            ExitCode::FAILURE
        }
    }
}

/// The repository's root.
pub fn root() -> std::path::PathBuf {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    root.canonicalize().unwrap_or(root)
}
