//! The job of `streams/velocity.stream` as an ordinary binary.

riparian::include_streams!();

fn main() -> std::process::ExitCode {
    riparian::main(&streams::PROGRAM)
}
