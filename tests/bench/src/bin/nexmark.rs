//! The jobs of the Nexmark example as an ordinary binary: what `cargo xtask bench start` starts.

riparian::include_streams!();

fn main() -> std::process::ExitCode {
    riparian::main(&streams::PROGRAM)
}
