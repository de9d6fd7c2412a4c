//! Running the command in a folder, and the workspace that the tests work on.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// Two teams, an import with a grant, a table of rates: what the mistakes are made in.
const ESTATE: [(&str, &str); 3] = [
    ("org.stream", include_str!("estate/org.stream")),
    ("sales.stream", include_str!("estate/sales.stream")),
    ("turnover.stream", include_str!("estate/turnover.stream")),
];

/// What a command gave.
pub struct Ended {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Ended {
    /// Asserts the exit code, and shows what was said if it is another.
    #[track_caller]
    pub fn with(self, code: i32) -> Ended {
        assert_eq!(self.code, code, "stdout:\n{}\nstderr:\n{}", self.out, self.err);
        self
    }
}

/// A folder that is removed afterwards.
pub struct Folder(TempDir);

impl Folder {
    pub fn empty() -> Folder {
        Folder(TempDir::new().expect("a temporary folder"))
    }

    pub fn estate() -> Folder {
        let folder = Folder::empty();
        for (name, text) in ESTATE {
            folder.write(name, text);
        }
        folder
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    pub fn write(&self, name: &str, text: &str) {
        std::fs::write(self.path().join(name), text).expect("the file is writable");
    }

    pub fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path().join(name)).expect("the file is readable")
    }

    /// Puts `to` in the place of the only `from` of a file.
    #[track_caller]
    pub fn replace(&self, name: &str, from: &str, to: &str) {
        let text = self.read(name);
        assert_eq!(text.matches(from).count(), 1, "`{from}` in {name}:\n{text}");
        self.write(name, &text.replace(from, to));
    }

    pub fn run(&self, arguments: &[&str]) -> Ended {
        run(self.path(), arguments, "")
    }
}

/// Runs the command with this standard input, no PATH, and nothing that says where cargo is.
pub fn run(folder: &Path, arguments: &[&str], input: &str) -> Ended {
    let mut child = Command::new(env!("CARGO_BIN_EXE_riparian"))
        .args(arguments)
        .current_dir(folder)
        .env("PATH", "")
        .env_remove("CARGO")
        .env_remove("RUSTC")
        .env_remove("NO_COLOR")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    child.stdin.take().expect("standard input").write_all(input.as_bytes()).expect("the input is taken");
    let output = child.wait_with_output().expect("the command ends");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the command writes UTF-8");
    Ended {
        code: output.status.code().expect("no signal has ended it"),
        out: text(output.stdout),
        err: text(output.stderr),
    }
}
