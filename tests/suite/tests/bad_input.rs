//! What cannot be used goes to dead letters with its reason, in the generated velocity job; the job goes on and its
//! account adds up.

use riparian::embedded::Reader;
use riparian::log::Batch;
use riparian_tests::crash::{Change, Ended, Example, TOPIC, TOPIC_ON_THE_LOG, changed, compare, wait};
use riparian_tests::root;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::Path;
use std::sync::LazyLock;
use std::time::{Duration, SystemTime};

/// Built once for all tests of this file.
static EXAMPLE: LazyLock<Result<Example, String>> = LazyLock::new(|| Example::build(&root(), false));

fn example() -> &'static Example {
    EXAMPLE.as_ref().unwrap()
}

/// A transfer, with the text of its amount, its currency and its time.
fn transfer(id: &str, amount: &str, currency: &str, completed: &str) -> Vec<u8> {
    format!(
        r#"{{"id":"{id}","sender":7,"iban":"XX00SECRET","amount":{amount},"currency":"{currency}","channel":null,"completed":"{completed}"}}"#
    )
    .into_bytes()
}

const TIME: &str = "2026-03-02T10:00:00Z";

/// A text in a transfer replaced by bytes.
fn with(from: &str, to: &[u8]) -> Vec<u8> {
    let whole = transfer("t", "\"1.00\"", "EUR", TIME);
    let at = whole.windows(from.len()).position(|part| part == from.as_bytes()).expect(from);
    [&whole[..at], to, &whole[at + from.len()..]].concat()
}

/// A line, the reason it must be given, and whether its event time is known by then.
fn bad() -> Vec<(Vec<u8>, &'static str, bool)> {
    let huge = format!(r#""memo":"{}","channel""#, "x".repeat(2 << 20));
    vec![
        (br#"{"id":"t","sender":7,"#.to_vec(), "invalid_json", false),
        (b"not at all".to_vec(), "invalid_json", false),
        // The whole value is checked, behind the last column that is read, too.
        ([transfer("t", "\"1.00\"", "EUR", TIME), b"}".to_vec()].concat(), "invalid_json", false),
        (with(r#""amount":"1.00","#, b""), "missing_field", true),
        (with(r#""sender":7"#, br#""sender":null"#), "missing_field", true),
        (with(r#""completed":"2026-03-02T10:00:00Z""#, br#""done":1"#), "invalid_time", false),
        (with(r#""amount":"1.00""#, br#""amount":true"#), "wrong_type", true),
        (with(r#""sender":7"#, br#""sender":"seven""#), "wrong_type", true),
        (with(r#""sender":7"#, br#""sender":7,"sender":7"#), "repeated_field", false),
        (with(r#""channel""#, huge.as_bytes()), "too_large", false),
        (with("XX00SECRET", b"\xff\xfe"), "invalid_utf8", false),
        (transfer("t", "\"99999999999999999999.00\"", "EUR", TIME), "out_of_range", true),
        (with(r#""sender":7"#, br#""sender":9223372036854775808"#), "out_of_range", true),
        (transfer("t", "\"1.00\"", "EUR", "2031-01-01T00:00:00Z"), "future_time", false),
        (transfer("t", "\"1.00\"", "EUR", "yesterday"), "invalid_time", false),
        (transfer("t", "\"1.00\"", "XAU", TIME), "unmatched", true),
    ]
}

/// Good transfers and bad ones in turn, and where the bad ones start.
fn file(path: &Path, bad: &[Vec<u8>]) -> Vec<i64> {
    let mut bytes = Vec::new();
    let mut starts = Vec::new();
    let good = |bytes: &mut Vec<u8>| {
        bytes.extend_from_slice(&transfer("good", "\"1.00\"", "EUR", TIME));
        bytes.push(b'\n');
    };
    for line in bad {
        good(&mut bytes);
        starts.push(bytes.len() as i64);
        bytes.extend_from_slice(line);
        bytes.push(b'\n');
    }
    good(&mut bytes);
    fs::write(path, bytes).unwrap();
    starts
}

/// Rates, the last two without their key.
fn rates(path: &Path) -> Vec<i64> {
    let good = "{\"currency\":\"EUR\",\"rate\":\"1\",\"day\":\"2026-02-27\"}\n";
    let null = "{\"currency\":null,\"rate\":\"1\",\"day\":\"2026-02-27\"}\n";
    let none = "{\"rate\":\"1\",\"day\":\"2026-02-27\"}\n";
    fs::write(path, [good, null, none].concat()).unwrap();
    vec![good.len() as i64, (good.len() + null.len()) as i64]
}

/// Runs a job over both files in `folder` to their end; gives its account.
fn run(example: &Example, folder: &Path, directory: &Path) -> String {
    let mut job = example.command(directory);
    for (topic, file) in [(TOPIC, "transfers.jsonl"), ("reference_rates", "rates.jsonl")] {
        job.arg("--from").arg(format!("{topic}={}", folder.join(file).display()));
    }
    match wait(job.spawn().unwrap()).unwrap() {
        Ended::Done(report) => report,
        other => panic!("{other:?}"),
    }
}

struct Letter {
    value: Value,
    text: String,
    /// Of the letter as a record, microseconds since the epoch.
    time: i64,
}

/// All dead letters, by the topic and offset of what they are about.
fn letters(directory: &Path) -> Vec<Letter> {
    let mut reader = Reader::open_read_only(directory).unwrap();
    let topic = reader.topics().into_iter().find(|topic| topic.name.ends_with(".unusable.v1")).unwrap();
    let mut letters = Vec::new();
    let mut batch = Batch::default();
    for partition in 0..topic.partitions {
        let mut position = reader.start(&topic.name, partition).unwrap();
        loop {
            reader.fetch(&topic.name, partition, position, 1 << 20, &mut batch).unwrap();
            if batch.is_empty() {
                break;
            }
            for index in 0..batch.len() {
                let record = batch.record(index);
                let text = String::from_utf8(record.value.unwrap().to_vec()).unwrap();
                letters.push(Letter { value: serde_json::from_str(&text).unwrap(), text, time: record.time });
            }
            position = batch.next;
        }
    }
    letters.sort_by_key(|letter| (letter.value["topic"].to_string(), letter.value["offset"].as_i64()));
    letters
}

/// The rows of a table in a job's account: its name, then its numbers.
fn table(report: &str, title: &str) -> BTreeMap<String, Vec<u64>> {
    let rows = report.lines().skip_while(|line| *line != title).skip(2).take_while(|line| !line.is_empty());
    rows.map(|row| {
        let mut cells = row.split_whitespace();
        let name = cells.next().unwrap().to_string();
        (name, cells.map(|cell| cell.replace(',', "").parse().expect(row)).collect())
    })
    .collect()
}

#[test]
fn every_kind_of_bad_input_is_a_letter_with_its_reason_and_the_account_adds_up() {
    let folder = tempfile::tempdir().unwrap();
    let directory = folder.path().join("log");
    let (lines, wanted): (Vec<Vec<u8>>, Vec<(&str, bool)>) =
        bad().into_iter().map(|(line, reason, known)| (line, (reason, known))).unzip();
    let starts = file(&folder.path().join("transfers.jsonl"), &lines);
    let keyless = rates(&folder.path().join("rates.jsonl"));
    let report = run(example(), folder.path(), &directory);

    let letters = letters(&directory);
    let of = |topic: &str| letters.iter().filter(|l| l.value["topic"] == topic).collect::<Vec<_>>();
    let transfers = of(TOPIC_ON_THE_LOG);
    let found: Vec<(i64, &str, bool)> = transfers
        .iter()
        .map(|letter| {
            let time = &letter.value["time"];
            assert!(time.is_null() || time == TIME, "{}", letter.text);
            (
                letter.value["offset"].as_i64().unwrap(),
                letter.value["reason"].as_str().unwrap(),
                !time.is_null(),
            )
        })
        .collect();
    let expected: Vec<(i64, &str, bool)> =
        starts.iter().zip(&wanted).map(|(start, (reason, known))| (*start, *reason, *known)).collect();
    assert_eq!(found, expected);
    let found: Vec<(i64, &str)> = of("payments.transfers.reference_rates.v1")
        .iter()
        .map(|letter| (letter.value["offset"].as_i64().unwrap(), letter.value["reason"].as_str().unwrap()))
        .collect();
    assert_eq!(found, keyless.iter().map(|start| (*start, "null_key")).collect::<Vec<_>>());
    assert_eq!(letters.len(), starts.len() + keyless.len());

    for letter in &letters {
        assert_eq!(letter.value["node"], "in_euro", "{}", letter.text);
        assert!(
            letter.value["site"].as_str().unwrap().starts_with("streams/velocity.stream:"),
            "{}",
            letter.text
        );
        assert!(letter.value["length"].as_u64().unwrap() > 0);
        assert!(!letter.text.contains("SECRET"), "a column that was not granted: {}", letter.text);
    }
    let huge = transfers.iter().find(|letter| letter.value["reason"] == "too_large").unwrap();
    assert!(huge.value["length"].as_u64() > Some(2 << 20), "{}", huge.text);

    // Every good transfer was used, every other is where it belongs.
    let good = lines.len() as u64 + 1;
    let inputs = table(&report, "Read");
    let sum = |name: &str| inputs[name].clone();
    let at_the_source = wanted.iter().filter(|(_, known)| !known).count() as u64;
    assert_eq!(
        sum(TOPIC),
        [good + lines.len() as u64, good + lines.len() as u64 - at_the_source, at_the_source]
    );
    assert_eq!(sum("reference_rates"), [3, 1, 2]);
    let nodes = table(&report, "Nodes");
    assert_eq!(nodes.keys().collect::<Vec<_>>(), ["bursts", "in_euro", "last_hour"]);
    for (node, counts) in &nodes {
        assert_eq!(counts[0], counts[1..].iter().sum::<u64>(), "{node}: {counts:?}");
    }
    let in_node = wanted.iter().filter(|(reason, known)| *known && *reason != "unmatched").count() as u64;
    assert_eq!(nodes["in_euro"], [good + in_node + 1, good, 0, 0, in_node, 1]);
    assert_eq!(nodes["last_hour"][..2], [good, good]);
    assert_eq!(table(&report, "Written")["unusable"], [letters.len() as u64]);
    assert!(report.contains("every record of every input and node is accounted for"), "{report}");
}

#[test]
fn the_same_records_give_the_same_letters_whatever_the_machine_says_of_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let lines: Vec<Vec<u8>> = bad().into_iter().map(|(line, ..)| line).collect();
    let (transfers, other) = (folder.path().join("transfers.jsonl"), folder.path().join("rates.jsonl"));
    file(&transfers, &lines);
    rates(&other);
    // 2026-03-10 and, as a copy would have it, 2027-03-10: both after every time that may be taken.
    let changed = |days: u64| {
        let time = SystemTime::UNIX_EPOCH + Duration::from_secs((20_522 + days) * 86_400);
        for path in [&transfers, &other] {
            File::options().write(true).open(path).unwrap().set_modified(time).unwrap();
        }
    };
    let (first, second) = (folder.path().join("first"), folder.path().join("second"));
    changed(0);
    run(example(), folder.path(), &first);
    changed(365);
    run(example(), folder.path(), &second);
    let found = compare(&second, &first).unwrap();
    assert_eq!(found.first, None);
    assert!(found.topics["fraud.velocity.unusable.v1"] == lines.len() as u64 + 2, "{:?}", found.topics);
    // Nor is any of their own times later than what the records say.
    let latest = 1_772_445_600_000_000;
    assert!(letters(&first).iter().all(|letter| (0..=latest).contains(&letter.time)));
}

#[test]
fn an_unknown_value_of_a_closed_enum_is_a_letter_too() {
    let folder = tempfile::tempdir().unwrap();
    let closed = Change { file: "streams/transfers.stream", from: "enum Currency open", to: "enum Currency" };
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap();
    let job = changed(&folder.path().join("closed"), "closed", closed, target).unwrap();
    let starts = file(&folder.path().join("transfers.jsonl"), &[transfer("t", "\"1.00\"", "XAU", TIME)]);
    rates(&folder.path().join("rates.jsonl"));
    let directory = folder.path().join("log");
    let report = run(&example().with_job(job), folder.path(), &directory);
    let letters = letters(&directory);
    let letter = letters.iter().find(|letter| letter.value["topic"] == TOPIC_ON_THE_LOG).unwrap();
    assert_eq!(letter.value["reason"], "unknown_variant", "{}", letter.text);
    assert_eq!(letter.value["offset"], starts[0]);
    assert_eq!(letter.value["time"], TIME);
    assert_eq!(letters.len(), 3, "that, and two rates without their key");
    assert_eq!(table(&report, "Nodes")["in_euro"], [3, 2, 0, 0, 1, 0]);
}
