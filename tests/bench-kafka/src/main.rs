//! A generated job on a real broker beside hand-written Rust over the same client and Kafka Streams; run through `cargo xtask bench
//! kafka`.

#![allow(clippy::print_stdout, clippy::print_stderr)]

mod bids;
mod contest;
mod floor;
mod judge;
mod options;
mod statistics;

riparian::include_streams!();

use std::process::ExitCode;

const HELP: &str = "\
cargo xtask bench kafka [OPTIONS]

A keyed aggregate over bids, exactly once, committed every 100 ms, end to end on an Apache Kafka that is started for it. Results are
compared in full before a speed is printed; the last line has the medians, in millions of records per second of the process's
processor time:
    ours X client_floor Y kafka_streams Z
`client_floor` is the query by hand over the same client; of Kafka Streams the second half of the records counts, when it is warm.

  --records N       default 4000000
  --rounds R        default 3, one after the other
  --keys hot|uniform   neighbouring bids share auctions, or any of a million
  --bytes B         of a value, about; default 268
  --nodes N         of the cluster, and replication of every topic; default 1
  --no-streams      leave Kafka Streams out (it needs a Java development kit)";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let result = match arguments.as_slice() {
        // What the contest starts.
        ["--job", ..] => return riparian::main(&streams::PROGRAM),
        ["floor", brokers, group, input, output, changes] => {
            floor::run(brokers, group, input, output, changes).map_err(|failure| failure.to_string())
        }
        [.., "help" | "--help" | "-h"] => {
            println!("{HELP}");
            Ok(())
        }
        rest => options::Options::parse(rest).and_then(|options| {
            let line = contest::run(&options, &|line| println!("{line}"));
            line.map(|line| println!("{line}")).map_err(|error| error.to_string())
        }),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bench: {error}");
            ExitCode::FAILURE
        }
    }
}
