//! Topics bound to files, standard input and standard output.

mod support;

use riparian::embedded::{EmbeddedLog, Options};
use riparian::fail::Fatal;
use riparian::files::{Binding, Place};
use riparian::log::{Batch, Log};
use riparian::record::Kind;
use std::io::{Read, Write};
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use support::*;

fn bound(bindings: &[(&str, Place)]) -> Options {
    let bind = |(topic, place): &(&str, Place)| Binding { topic: (*topic).to_owned(), place: place.clone() };
    Options { bindings: bindings.iter().map(bind).collect(), record_limit: 100, ..small(1 << 20) }
}

fn file(path: &Path) -> Place {
    Place::Files(vec![path.to_owned()])
}

/// Offsets and values as text, fetched about `bytes` at a time.
fn read_all(log: &mut EmbeddedLog, number: u32, from: i64, bytes: usize) -> Vec<(i64, String)> {
    let (mut batch, mut position, mut all) = (Batch::default(), from, Vec::new());
    loop {
        log.fetch(TASK, at(IN, number), position, bytes, &mut batch).unwrap();
        if batch.is_empty() {
            assert_eq!(position, log.end(at(IN, number)).unwrap());
            assert!(log.finished(at(IN, number), position).unwrap());
            return all;
        }
        for record in (0..batch.len()).map(|i| batch.record(i)) {
            let value = record.value.unwrap();
            all.push((
                record.offset,
                match record.kind {
                    Kind::TooLarge => format!("too large: {}", u64::from_le_bytes(value.try_into().unwrap())),
                    _ => String::from_utf8(value.to_vec()).unwrap(),
                },
            ));
        }
        position = batch.next;
    }
}

#[test]
fn lines_are_records_at_their_byte() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("in.jsonl");
    let long = "y".repeat(500);
    std::fs::write(&path, format!("{{\"a\":1}}\r\n\n{long}\n{{\"a\":2}}\n{}\nlast", "z".repeat(100)))
        .unwrap();
    let expected = [
        (0, "{\"a\":1}".to_owned()),
        (10, "too large: 500".to_owned()),
        (511, "{\"a\":2}".to_owned()),
        (519, "z".repeat(100)),
        (620, "last".to_owned()),
    ];
    let expected: Vec<(i64, String)> = expected.into_iter().collect();
    let mut log = open_with(&directory.path().join("log"), bound(&[("in", file(&path))])).unwrap();
    assert_eq!(log.partitions(IN), 1);
    for bytes in [1, 7, 50, 103, 600, 1 << 20] {
        assert_eq!(read_all(&mut log, 0, 0, bytes), expected, "{bytes} bytes at a time");
        assert_eq!(read_all(&mut log, 0, 511, bytes), expected[2..]);
    }
}

#[test]
fn several_files_are_partitions_and_positions_are_committed() {
    let directory = tempfile::tempdir().unwrap();
    let data = directory.path().join("data");
    std::fs::create_dir(&data).unwrap();
    std::fs::write(data.join("b.jsonl"), "b1\nb2\n").unwrap();
    std::fs::write(data.join("a.jsonl"), "a1\n").unwrap();
    let options = bound(&[("in", file(&data))]);
    let home = directory.path().join("log");
    let mut log = open_with(&home, options.clone()).unwrap();
    assert_eq!(log.partitions(IN), 2);
    assert_eq!(read_all(&mut log, 0, 0, 100), [(0, "a1".to_owned())]);
    let mut batch = Batch::default();
    log.fetch(TASK, at(IN, 1), 0, 100, &mut batch).unwrap();
    let time = batch.record(0).time;
    let first = riparian::stage::TaskId { stage: 0, partition: 1 };
    Commit::default().position(first, IN, 1, batch.position_after(0)).apply(&mut log);
    drop(log);

    // The time of its records stays what it was first (spec: time.invalid).
    std::fs::write(data.join("b.jsonl"), "b1\nb2\nb3\n").unwrap();
    let mut log = open_with(&home, options.clone()).unwrap();
    let position = log.recover().unwrap().positions[&(first, at(IN, 1))];
    assert_eq!(read_all(&mut log, 1, position, 100), [(3, "b2".to_owned()), (6, "b3".to_owned())]);
    log.fetch(TASK, at(IN, 1), position, 100, &mut batch).unwrap();
    assert_eq!(batch.record(0).time, time);
    drop(log);

    // Positions mean nothing in other files.
    let message = open_with(&home, bound(&[])).err().unwrap().to_string();
    assert!(
        message.contains("`in` was read from") && message.contains("now should be read from the log"),
        "{message}"
    );

    // Another number of files is another number of partitions.
    std::fs::write(data.join("c.jsonl"), "c\n").unwrap();
    let message = open_with(&home, options).err().unwrap().to_string();
    assert!(message.contains("`in` has 2 partitions") && message.contains("--fresh"), "{message}");
}

#[test]
fn a_file_that_changed_under_its_position_is_refused() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("in.jsonl");
    let fetched = |content: Option<&str>, position: i64| {
        let _ = std::fs::remove_file(&path);
        if let Some(content) = content {
            std::fs::write(&path, content).unwrap();
        }
        let home = tempfile::tempdir().unwrap();
        let mut log = open_with(home.path(), bound(&[("in", file(&path))])).map_err(|f| f.to_string())?;
        let mut batch = Batch::default();
        log.fetch(TASK, at(IN, 0), position, 100, &mut batch).map(|()| batch.len()).map_err(|f| f.to_string())
    };
    assert_eq!(fetched(Some("one\ntwo\n"), 4), Ok(1));
    // Blank lines at the end are no reason to wait for more.
    assert_eq!(fetched(Some("one\ntwo\n\n\r\n\n"), 8), Ok(0));
    let message = fetched(Some("one\n"), 8).unwrap_err();
    assert!(message.contains("has 4 bytes") && message.contains("up to byte 8"), "{message}");
    let message = fetched(None, 0).unwrap_err();
    assert!(message.contains("`in`") && message.contains("does not exist"), "{message}");
    // A last line without a newline was read; that it got one since is no harm, that it grew is.
    assert_eq!(fetched(Some("one\ntwo\nthree"), 7), Ok(1));
    assert_eq!(fetched(Some("one\ntwo\r\nthree"), 7), Ok(1));
    assert!(fetched(Some("one\ntwofold\n"), 7).unwrap_err().contains("no longer the start of a line"));
}

#[test]
fn csv_becomes_json_by_the_topics_columns() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("in.csv");
    let text = "\u{feff}id,name,note,ok,extra\r\n\
        1,\"Ann, \"\"A\"\"\",,true,5\r\n\
        007,,\"\",no,\n\
        2,\"two\nlines\",x,false,é\n\
        3,short\n\n\r\n";
    std::fs::write(&path, text).unwrap();
    let mut log = open_with(&directory.path().join("log"), bound(&[("in", file(&path))])).unwrap();
    let expected = [
        r#"{"id":1,"name":"Ann, \"A\"","note":null,"ok":true,"extra":"5"}"#,
        r#"{"id":"007","name":"","note":"","ok":"no","extra":""}"#,
        r#"{"id":2,"name":"two\nlines","note":"x","ok":false,"extra":"é"}"#,
        "3,short",
    ];
    for bytes in [1, 30, 1000] {
        let found = read_all(&mut log, 0, 0, bytes);
        let values: Vec<&str> = found.iter().map(|(_, value)| value.as_str()).collect();
        assert_eq!(values, expected);
        for (index, (offset, _)) in found.iter().enumerate() {
            assert_eq!(read_all(&mut log, 0, *offset, bytes), found[index..]);
        }
    }
    for line in &expected[..3] {
        serde_json::from_str::<serde_json::Value>(line).unwrap();
    }
}

#[test]
fn a_file_sink_neither_loses_nor_doubles_a_line() {
    let directory = tempfile::tempdir().unwrap();
    let (path, home) = (directory.path().join("out.jsonl"), directory.path().join("log"));
    std::fs::write(&path, "what stood there before\n").unwrap();
    let options = bound(&[("out", file(&path))]);
    let mut log = open_with(&home, options.clone()).unwrap();
    let mut expected = String::new();
    for number in 0..20 {
        let value = format!("{{\"n\":{number}}}");
        Commit::default().output(OUT, number % 3, &[(b"1", value.as_bytes())]).apply(&mut log);
        expected += &format!("{value}\n");
        assert_eq!(std::fs::read_to_string(&path).unwrap(), expected);
    }
    drop(log);
    // A crash between the file and the frame: at any byte of the frame, the file is cut back to the commit before.
    let (segment, length) = segments(&home)[0].clone();
    let shorter = expected.len() - "{\"n\":19}\n".len();
    for cut_off in [1, 20, 60] {
        let copy = copy(&home);
        std::fs::write(&path, format!("{expected}{{\"half")).unwrap();
        cut(&copy.path().join("journal").join(segment.file_name().unwrap()), length - cut_off);
        let mut log = open_with(copy.path(), options.clone()).unwrap();
        assert_eq!(std::fs::read_to_string(&path).unwrap(), expected[..shorter]);
        Commit::default().output(OUT, 0, &[(b"1", b"again")]).apply(&mut log);
        assert_eq!(std::fs::read_to_string(&path).unwrap(), format!("{}again\n", &expected[..shorter]));
    }
    std::fs::write(&path, "short").unwrap();
    let message = open_with(&home, options).err().unwrap().to_string();
    assert!(message.contains("has 5 bytes") && message.contains("were committed"), "{message}");
}

#[test]
fn a_csv_sink_has_a_row_per_record() {
    let directory = tempfile::tempdir().unwrap();
    let (path, home) = (directory.path().join("out.csv"), directory.path().join("log"));
    let mut log = open_with(&home, bound(&[("out", file(&path))])).unwrap();
    let value = r#"{"name": "a,\"b\" \u00e9", "id": 1, "note": null, "ok": true, "more": [1, {"x": "}"}]}"#;
    Commit::default()
        .output(OUT, 0, &[(b"1", value.as_bytes()), (b"2", br#"{"id":2,"name":"","note":{"a":[1,2]}}"#)])
        .apply(&mut log);
    let mut delete = Commit::default();
    delete.outputs.entry(at(OUT, 0)).or_default().push(Kind::Data, 0, Some(&7i64.to_be_bytes()), None);
    delete.apply(&mut log);
    let expected = "id,name,note,ok\n1,\"a,\"\"b\"\" é\",,true\n2,\"\",\"{\"\"a\"\":[1,2]}\",\n7,,,\n";
    assert_eq!(std::fs::read_to_string(&path).unwrap(), expected);
}

#[test]
fn bindings_that_cannot_be_are_refused() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("x.jsonl");
    std::fs::write(&path, "1\n").unwrap();
    let refused = |bindings: &[(&str, Place)]| {
        let home = tempfile::tempdir().unwrap();
        open_with(home.path(), bound(bindings)).err().map(|f| f.to_string()).unwrap_or_default()
    };
    assert!(refused(&[("nothing", file(&path))]).contains("help: bind one of `in`, `out`, `dead`"));
    assert!(refused(&[("in", Place::StandardOutput)]).contains("`--from`"));
    assert!(refused(&[("out", Place::StandardInput)]).contains("`--to`"));
    assert!(refused(&[("middle", file(&path))]).contains("cannot be bound"));
    assert!(refused(&[("in", file(&path)), ("out", file(&path))]).contains("one of them writes it"));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "1\n");
}

/// A terminal that remembers, or fails.
#[derive(Clone, Default)]
struct Terminal {
    text: Arc<Mutex<Vec<u8>>>,
    broken: Arc<Mutex<bool>>,
}

impl Write for Terminal {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        if *self.broken.lock().unwrap() {
            return Err(std::io::ErrorKind::BrokenPipe.into());
        }
        self.text.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Terminal {
    fn taken(&self) -> String {
        String::from_utf8(std::mem::take(&mut *self.text.lock().unwrap())).unwrap()
    }
}

fn open_terminal(
    home: &Path,
    input: Box<dyn Read + Send>,
    terminal: &Terminal,
    bindings: &[(&str, Place)],
) -> EmbeddedLog {
    let mut log =
        EmbeddedLog::open_with(home, &JOB, bound(bindings), input, Box::new(terminal.clone())).unwrap();
    restore(&mut log).unwrap();
    log
}

#[test]
fn standard_output_is_written_at_least_once() {
    let home = tempfile::tempdir().unwrap();
    let terminal = Terminal::default();
    let open = |home: &Path| {
        open_terminal(home, Box::new(std::io::empty()), &terminal, &[("out", Place::StandardOutput)])
    };
    let mut log = open(home.path());
    Commit::default().output(OUT, 0, &[(b"1", b"one")]).apply(&mut log);
    Commit::default().output(OUT, 1, &[(b"1", b"two")]).apply(&mut log);
    assert_eq!(terminal.taken(), "one\ntwo\n");
    // After a crash the last commit's records come again, and only they.
    let crashed = copy(home.path());
    drop(open(crashed.path()));
    assert_eq!(terminal.taken(), "two\n");
    // After a clean end, nothing.
    drop(log);
    let mut log = open(home.path());
    assert_eq!(terminal.taken(), "");
    // What could not be written is not lost.
    *terminal.broken.lock().unwrap() = true;
    let commit = Commit::default().output(OUT, 0, &[(b"1", b"three")]);
    assert!(matches!(commit.try_apply(&mut log), Err(Fatal::Io { .. })));
    drop(log);
    *terminal.broken.lock().unwrap() = false;
    drop(open(home.path()));
    assert_eq!(terminal.taken(), "three\n");
}

#[test]
fn standard_input_is_a_topic() {
    let home = tempfile::tempdir().unwrap();
    let text = format!("one\r\n\ntwo\n{}\nlast", "x".repeat(70_000));
    let input = Box::new(std::io::Cursor::new(text));
    let place = [("in", Place::StandardInput)];
    let mut log = open_terminal(home.path(), input, &Terminal::default(), &place);
    assert_eq!(log.partitions(IN), 1);
    let begun = Instant::now();
    while !log.end(at(IN, 0)).and_then(|end| log.finished(at(IN, 0), end)).unwrap() {
        assert!(begun.elapsed() < Duration::from_secs(20), "the input ends");
        std::thread::sleep(Duration::from_millis(1));
    }
    let expected = [(0, "one"), (1, "two"), (2, "too large: 70000"), (3, "last")];
    let expected: Vec<_> = expected.into_iter().map(|(offset, text)| (offset, text.to_owned())).collect();
    assert_eq!(read_all(&mut log, 0, 0, 10), expected);
    drop(log);
    // What came is there after a restart, before what comes then.
    let input = Box::new(std::io::Cursor::new("more\n"));
    let mut log = open_terminal(home.path(), input, &Terminal::default(), &place);
    while !log.end(at(IN, 0)).and_then(|end| log.finished(at(IN, 0), end)).unwrap() {
        std::thread::sleep(Duration::from_millis(1));
    }
    assert_eq!(read_all(&mut log, 0, 3, 10), [(3, "last".to_owned()), (4, "more".to_owned())]);
}
