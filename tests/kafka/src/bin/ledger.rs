//! The job of `streams/ledger.stream`, on a broker: what is killed by the tests.

riparian::include_streams!();

fn main() -> std::process::ExitCode {
    riparian::main(&streams::PROGRAM)
}
