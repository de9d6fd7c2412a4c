//! `riparian dev` on the interpreter: every save is answered, a text with errors by its errors.

use crate::support::Folder;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

/// Far more than it takes on the slowest machine.
const PATIENCE: Duration = Duration::from_secs(120);

struct Dev {
    process: Child,
    lines: Receiver<String>,
}

impl Dev {
    fn start(folder: &Path, arguments: &[&str]) -> Dev {
        let mut process = Command::new(env!("CARGO_BIN_EXE_riparian"))
            .args(["dev", "--interpret"])
            .args(arguments)
            .current_dir(folder)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the command starts");
        let (send, lines) = channel();
        let output = process.stderr.take().expect("standard error");
        std::thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                if send.send(line).is_err() {
                    return;
                }
            }
        });
        Dev { process, lines }
    }

    /// The lines up to the next that begins with this word, that one included.
    #[track_caller]
    fn until(&self, word: &str) -> String {
        let mut said = String::new();
        loop {
            let Ok(line) = self.lines.recv_timeout(PATIENCE) else {
                panic!("nothing begins with `{word}`:\n{said}");
            };
            said.push_str(&line);
            said.push('\n');
            if line.split_whitespace().next() == Some(word) {
                return said;
            }
        }
    }
}

impl Drop for Dev {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn hello() -> Folder {
    let folder = Folder::empty();
    folder.run(&["new", "hello"]).with(0);
    folder
}

#[test]
fn every_save_is_answered() {
    let folder = hello();
    let source = folder.path().join("hello/streams");
    let source = std::fs::read_dir(source).expect("the sources").flatten().next().expect("a source").path();
    let text = std::fs::read_to_string(&source).expect("a text");
    let dev = Dev::start(&folder.path().join("hello"), &[]);
    let first = dev.until("Interpreted");
    assert!(first.contains("Checked no findings in"), "{first}");
    assert!(first.contains("1 passed, 0 failed"), "{first}");
    assert!(first.contains(" to page_views; "), "{first}");

    // A condition takes rows away, and the test of the package says so.
    let key = "        key       page: v.page";
    assert!(text.contains(key), "{text}");
    let fewer = text.replacen(key, &format!("        where     v.page != \"/\"\n{key}"), 1);
    std::fs::write(&source, fewer).expect("a save");
    let second = dev.until("Interpreted");
    assert!(second.contains("Checked no findings in"), "{second}");
    assert!(second.contains("0 passed, 1 failed"), "{second}");
    assert_ne!(written(&first), written(&second));

    // A text with errors runs nowhere, and what is mended is checked again.
    std::fs::write(&source, text.replacen("tumbling 1m", "tumbling 1m grase 5m", 1)).expect("a save");
    let broken = dev.until("Checked");
    assert!(broken.contains("S0103") && broken.contains("1 error in"), "{broken}");
    std::fs::write(&source, &text).expect("a save");
    let mended = dev.until("Interpreted");
    assert!(!mended.contains("S0103"), "{mended}");
    assert_eq!(written(&first), written(&mended));

    // The data is watched too.
    let data = folder.path().join("hello/data/views.jsonl");
    let mut views = std::fs::read_to_string(&data).expect("the data");
    views.push_str("{\"page\": 7}\n");
    std::fs::write(&data, views).expect("a save");
    let more = dev.until("Interpreted");
    assert!(more.contains("2 dead letters to "), "{more}");
}

/// What stands between the name of the job and the time.
fn written(said: &str) -> String {
    let line = said.lines().last().unwrap_or_default();
    line.split(';').next().unwrap_or_default().to_string()
}

#[test]
fn files_that_do_not_exist_and_bindings_that_are_none_are_told() {
    let folder = hello();
    let dev = Dev::start(&folder.path().join("hello"), &["--from", "views=nowhere.jsonl"]);
    assert!(dev.until("error:").contains("nowhere.jsonl"));
    let wrong = folder.run(&["dev", "--path", "hello", "--from", "views"]).with(2);
    assert!(wrong.err.contains("write `--from TOPIC=PATH`"), "{}", wrong.err);
}
