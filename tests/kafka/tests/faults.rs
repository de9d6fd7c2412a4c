//! A small version of `cargo xtask faults`: ten processes of a job killed on three nodes that are killed, paused and cut off.

use riparian_kafka_tests::faults::{Options, run};
use std::path::Path;

// Nothing has ever been lost or doubled; but once in eight runs a process ended by itself after it had lost its tasks, which
// is not understood yet. Until it is, it runs by hand: `cargo xtask faults --kills 10`.
#[test]
#[ignore = "a process that has lost its tasks may end by itself"]
fn nothing_is_lost_or_doubled_whatever_is_killed() {
    let ledger = Path::new(env!("CARGO_BIN_EXE_ledger"));
    let options = Options { kills: 10, nodes: 3, seed: 2, rate: 300 };
    #[allow(clippy::print_stdout)]
    let outcome = run(&options, ledger, &|line| println!("{line}")).unwrap();
    assert!(outcome.is_clean(), "{}: {outcome:?}", outcome.line());
}
