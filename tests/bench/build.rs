//! The Nexmark example, compiled as every job crate compiles its streams; and a second time with what it reads trusted.

use riparian_build::{Place, generate, load};
use riparian_compiler::diag::Severity;
use riparian_compiler::model::PackageId;
use riparian_compiler::workspace::Workspace;
use std::path::Path;

const STREAMS: &str = "../../examples/nexmark/streams";

fn main() -> Result<(), String> {
    riparian_build::compile(STREAMS).unwrap_or_exit();
    trusted()
}

/// What `riparian::include_streams!()` takes from `streams/`, in `trusted/`: the same source, but for the one word in every
/// topic that others write, which are the public ones.
fn trusted() -> Result<(), String> {
    let mut loaded = load(STREAMS.as_ref()).map_err(|error| error.to_string())?;
    for (_, text) in &mut loaded.files {
        *text = text.replace("    visibility public\n", "    trusted\n    visibility public\n");
    }
    let files = loaded.files.iter().map(|(path, text)| (path.as_str(), text.as_str()));
    let analysis = Workspace::of(files).analyse();
    if let Some(finding) = analysis.diagnostics.iter().find(|finding| finding.severity == Severity::Error) {
        return Err(format!("with trusted input: {}", finding.title));
    }
    let packages = (0..analysis.model.packages.len() as u32).map(PackageId).collect();
    let out = std::env::var("OUT_DIR").map_err(|error| error.to_string())?;
    let out = Path::new(&out).join("trusted");
    std::fs::create_dir_all(&out).map_err(|error| error.to_string())?;
    for (name, text) in generate(&loaded, &analysis, &packages, Place::OutDir) {
        let text = text.replace("\"/streams/", "\"/trusted/");
        std::fs::write(out.join(name), text).map_err(|error| error.to_string())?;
    }
    Ok(())
}
