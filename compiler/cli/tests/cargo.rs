//! A crate that `riparian new` made, under plain cargo: offline, incremental by job, and told what is wrong by `cargo build`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::SystemTime;

/// A second job of the package, in a file of its own.
const TOTALS: &str = "\
package made.totals

record Hit   { page: string, at: timestamp }
record Total { page: string, hits: int }

topic hits v1 { schema Hit; time at }
table topic totals v1 { schema Total; key page; bound finite keys }

job total_hits {
    table per_page {
        from   hits as h
        key    page: h.page
        select { hits: count() }
        bound  finite keys
        to     totals
    }
}
";

struct Crate {
    root: PathBuf,
    target: PathBuf,
}

impl Crate {
    /// Made anew; what cargo built for it last time is kept beside it.
    fn make() -> Crate {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cargo");
        let made = Crate { root: folder.join("made"), target: folder.join("target") };
        if made.root.exists() {
            fs::remove_dir_all(&made.root).expect("the last one goes");
        }
        let new = Command::new(env!("CARGO_BIN_EXE_riparian")).arg("new").arg(&made.root).output();
        assert!(new.expect("the command runs").status.success());
        made.write("streams/totals.stream", TOTALS);
        made
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.root.join(name), text).expect("a file");
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.root.join(name)).expect("a file")
    }

    fn build(&self) -> Output {
        let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo.args(["build", "--offline"]).current_dir(&self.root).env("CARGO_TARGET_DIR", &self.target);
        cargo.env_remove("RUSTFLAGS").env("CARGO_TERM_COLOR", "never").output().expect("cargo starts")
    }

    /// Builds, and gives the generated files with the time at which each was written.
    fn generated(&self) -> BTreeMap<String, SystemTime> {
        let output = self.build();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let mut files = BTreeMap::new();
        for build in fs::read_dir(self.target.join("debug/build")).expect("built").flatten() {
            let Ok(streams) = fs::read_dir(build.path().join("out/streams")) else { continue };
            if !build.file_name().to_string_lossy().starts_with("made-") {
                continue;
            }
            for file in streams.flatten() {
                let written = file.metadata().and_then(|of| of.modified()).expect("a time");
                files.insert(file.file_name().to_string_lossy().into_owned(), written);
            }
        }
        files
    }
}

#[test]
fn cargo_builds_what_changed_and_says_what_is_wrong() {
    let made = Crate::make();
    let first = made.generated();
    assert!(first.contains_key("count_views.rs") && first.contains_key("total_hits.rs"), "{first:?}");

    let idle = made.build();
    let said = String::from_utf8_lossy(&idle.stderr);
    assert!(idle.status.success() && !said.contains("Compiling"), "nothing has changed: {said}");

    // One job's text changes: its Rust is written anew, and that of the other job stays as it was, to the second.
    made.write(
        "streams/totals.stream",
        &TOTALS.replace("from   hits as h\n", "from   hits as h\n        where  h.page != \"/\"\n"),
    );
    let second = made.generated();
    let changed: Vec<&str> = second
        .iter()
        .filter(|(name, time)| first.get(*name) != Some(time))
        .map(|(name, _)| name.as_str())
        .collect();
    assert_eq!(changed, ["total_hits.rs"]);

    let views = made.read("streams/page_views.stream");
    // A slip fails the build, drawn where it is, with what mends it, and followed it builds again.
    made.write("streams/page_views.stream", &views.replace("page: v.page", "page: v.pgae"));
    let broken = made.build();
    let said = String::from_utf8_lossy(&broken.stderr);
    assert!(!broken.status.success(), "{said}");
    for part in ["error[S0301]", "streams/page_views.stream:", "page: v.pgae", "^^^^", "= help: ", "`page`"] {
        assert!(said.contains(part), "{part:?} is not in\n{said}");
    }
    assert!(!said.contains("panicked"), "{said}");
    made.write("streams/page_views.stream", &views);
    assert_eq!(made.generated(), second);
}
