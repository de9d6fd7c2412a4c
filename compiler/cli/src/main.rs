//! compiler/cli
fn main() {}
