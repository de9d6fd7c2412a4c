//! The Nexmark example, compiled as every job crate compiles its streams.

fn main() {
    riparian_build::compile("../../examples/nexmark/streams").unwrap_or_exit();
}
