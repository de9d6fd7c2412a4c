//! A small version of `cargo xtask faults`: ten processes of a job killed on three nodes that are killed, paused and cut off.

use riparian_kafka_tests::faults::{Options, run};
use std::path::Path;

#[test]
fn nothing_is_lost_or_doubled_whatever_is_killed() {
    let ledger = Path::new(env!("CARGO_BIN_EXE_ledger"));
    let options = Options { kills: 10, nodes: 3, seed: 2, rate: 300 };
    #[allow(clippy::print_stdout)]
    let outcome = run(&options, ledger, &|line| println!("{line}")).unwrap();
    assert!(outcome.is_clean(), "{}: {outcome:?}", outcome.line());
}
