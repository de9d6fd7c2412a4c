//! The measured job.

fn main() {
    riparian_build::compile("streams").unwrap_or_exit();
}
