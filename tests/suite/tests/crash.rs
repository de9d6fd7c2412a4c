//! The velocity example in processes of its own: killed, stopped, started twice, started over, changed.

use riparian::embedded::Reader;
use riparian_tests::crash::{
    Change, Ended, Example, Plan, TOPIC, TOPIC_ON_THE_LOG, balance, changed, crash, signal, states, wait,
};
use riparian_tests::root;
use std::io::Write;
use std::path::Path;
use std::process::{Child, Stdio};
use std::sync::LazyLock;
use std::time::{Duration, Instant};

/// Built once for all tests of this file.
static EXAMPLE: LazyLock<Result<Example, String>> = LazyLock::new(|| Example::build(&root(), false));

fn example() -> &'static Example {
    EXAMPLE.as_ref().unwrap()
}

/// The target folder of the build that runs the tests: it has everything but the changed job itself.
fn target() -> &'static Path {
    Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap()
}

/// The job on standard input, which the test holds open.
fn piped(directory: &Path) -> Child {
    let mut command = example().command(directory);
    command.arg("--from").arg(format!("{TOPIC}=-")).stdin(Stdio::piped()).spawn().unwrap()
}

/// Transfers of one sender, one second apart.
fn transfers(numbers: std::ops::Range<u32>) -> String {
    let line = |n: u32| {
        format!(
            r#"{{"id":"t{n}","sender":7,"amount":"1.00","currency":"EUR","channel":null,"completed":"2026-03-02T10:{:02}:{:02}Z"}}"#,
            n / 60,
            n % 60
        ) + "\n"
    };
    numbers.map(line).collect()
}

fn write(child: &mut Child, text: &str) {
    let pipe = child.stdin.as_mut().unwrap();
    pipe.write_all(text.as_bytes()).unwrap();
    pipe.flush().unwrap();
}

/// Waits until the directory says so.
fn until(directory: &Path, what: &str, holds: impl Fn(&Reader) -> bool) {
    let started = Instant::now();
    while !Reader::open_read_only(directory).is_ok_and(|reader| holds(&reader)) {
        assert!(started.elapsed() < Duration::from_secs(60), "waited in vain until {what}");
        std::thread::sleep(Duration::from_millis(10));
    }
}

fn appended(directory: &Path, records: i64) {
    until(directory, "standard input is on the log", |reader| {
        reader.end(TOPIC_ON_THE_LOG, 0).is_ok_and(|end| end == records)
    });
}

/// `N records in …` of a report.
fn read(report: &str) -> u64 {
    let line = report.lines().find(|line| line.contains(" records in ")).expect(report);
    line.split(' ').next().unwrap().replace(',', "").parse().expect(line)
}

fn done(ended: Ended) -> String {
    match ended {
        Ended::Done(report) => report,
        other => panic!("{other:?}"),
    }
}

#[test]
fn kills_leave_no_trace() {
    let folder = tempfile::tempdir().unwrap();
    let plan = Plan { kills: 3, records: 20_000, seed: 5 };
    let report = crash(example(), plan, folder.path(), &mut |_| {}).unwrap();
    assert_eq!(report.compared.first, None);
    assert_eq!((report.kills, report.compared.lost, report.compared.doubled), (3, 0, 0));
    assert!(report.compared.records > 20_000, "{report:?}");
}

#[test]
fn kills_leave_no_trace_in_a_file_either() {
    let folder = tempfile::tempdir().unwrap();
    let input = example().input(folder.path(), 20_000, 6).unwrap();
    let from: Vec<String> = input.files.iter().map(|file| file.display().to_string()).collect();
    let start = |name: &str, replay: Option<&str>| {
        let mut job = example().command(&folder.path().join(name));
        job.arg("--keep-everything").arg("--from").arg(format!("{TOPIC}={}", from.join(",")));
        job.arg("--to")
            .arg(format!("velocity={}", folder.path().join(name).with_extension("jsonl").display()));
        if let Some(recorded) = replay {
            job.arg("--replay").arg(folder.path().join(recorded));
        }
        job.spawn().unwrap()
    };
    let mut kills = 0;
    for delay in [400, 150, 700, 500] {
        let mut job = start("killed", None);
        std::thread::sleep(Duration::from_millis(delay));
        job.kill().unwrap();
        match wait(job).unwrap() {
            Ended::Killed => kills += 1,
            other => drop(done(other)),
        }
    }
    assert!(kills > 0, "no run was long enough to be killed");
    done(wait(start("killed", None)).unwrap());
    done(wait(start("whole", Some("killed"))).unwrap());
    let lines = |name: &str| std::fs::read_to_string(folder.path().join(name)).unwrap();
    let (killed, whole) = (lines("killed.jsonl"), lines("whole.jsonl"));
    assert!(whole.lines().count() > 1_000, "{}", whole.len());
    assert!(killed == whole, "after {kills} kills the file has {} bytes, not {}", killed.len(), whole.len());
}

#[test]
fn a_record_that_a_run_has_doubled_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let input = example().input(folder.path(), 400, 1).unwrap();
    let (first, second) = (folder.path().join("first"), folder.path().join("second"));
    example().run_to_the_end(&first, &input, None).unwrap();
    // The same transfers once more, as if a position had been forgotten.
    let text = std::fs::read(&input.files[0]).unwrap();
    let last = text[..text.len() - 1].iter().rposition(|byte| *byte == b'\n').unwrap();
    let mut longer = text.clone();
    longer.extend_from_slice(&text[last + 1..]);
    std::fs::write(&input.files[0], longer).unwrap();
    example().run_to_the_end(&second, &input, None).unwrap();
    let found = riparian_tests::crash::compare(&second, &first).unwrap();
    assert!(states(&second, &first).is_err_and(|error| error.contains("state of the")));
    assert!(states(&first, &first).is_ok_and(|rows| rows > 0));
    assert!(found.first.is_some() && found.doubled > 0, "{found:?}");
    assert!(balance(&first, &input).is_err(), "the first run has not read the line that is there now");
}

#[test]
fn a_directory_belongs_to_one_process() {
    let folder = tempfile::tempdir().unwrap();
    let directory = folder.path().join("log");
    let mut holder = piped(&directory);
    write(&mut holder, &transfers(0..1));
    appended(&directory, 1);
    for arguments in [&[][..], &["--fresh"]] {
        let second =
            example().command(&directory).args(arguments).arg("--from").arg(format!("{TOPIC}=-")).spawn();
        match wait(second.unwrap()).unwrap() {
            Ended::Failed(Some(4), report) => {
                assert!(report.contains("is in use by another process\nhelp: "), "{report}");
                assert!(report.contains(directory.to_str().unwrap()), "{report}");
            }
            other => panic!("{other:?}"),
        }
    }
    drop(holder.stdin.take());
    done(wait(holder).unwrap());
}

#[test]
fn an_interrupted_job_commits_what_is_open_and_goes_on_from_there() {
    for name in ["TERM", "INT"] {
        let folder = tempfile::tempdir().unwrap();
        let directory = folder.path().join("log");
        let mut job = piped(&directory);
        write(&mut job, &transfers(0..2_000));
        appended(&directory, 2_000);
        signal(&job, name).unwrap();
        let stopped = done(wait(job).unwrap());
        assert!(stopped.contains("Stopped: what was open is committed"), "{stopped}");
        let mut job = piped(&directory);
        write(&mut job, &transfers(2_000..2_500));
        drop(job.stdin.take());
        let finished = done(wait(job).unwrap());
        assert!(finished.contains("every record of every input and node is accounted for"), "{finished}");
        // The rates are read once, too: every record that the two runs have read, none of them twice.
        let rates =
            std::fs::read_to_string(root().join("examples/velocity/data/reference_rates.jsonl")).unwrap();
        assert_eq!(read(&stopped) + read(&finished), 2_500 + rates.lines().count() as u64, "{name}");
    }
}

#[test]
fn a_run_goes_on_and_a_fresh_one_starts_over() {
    let folder = tempfile::tempdir().unwrap();
    let directory = folder.path().join("log");
    let input = example().input(folder.path(), 400, 1).unwrap();
    let run = |more: &[&str]| {
        let file = format!("{TOPIC}={},{}", input.files[0].display(), input.files[1].display());
        let job = example().command(&directory).arg("--from").arg(file).args(more).spawn().unwrap();
        (read(&done(wait(job).unwrap())), balance(&directory, &input).unwrap())
    };
    let (all, first) = run(&[]);
    assert!(all > 400);
    assert_eq!(run(&[]), (0, first), "there was nothing left to read");
    assert_eq!(run(&["--fresh"]), (all, first), "everything was read again, on an empty log");
}

#[test]
fn state_of_another_select_is_refused_with_both_layouts_and_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let directory = folder.path().join("log");
    let input = example().input(folder.path(), 400, 1).unwrap();
    example().run_to_the_end(&directory, &input, None).unwrap();

    let word = Change { file: "streams/velocity.stream", from: "max(e.eur)", to: "min(e.eur)" };
    let job = changed(&folder.path().join("changed"), "changed", word, target()).unwrap();
    let changed = example().with_job(job);
    match wait(changed.start(&directory, &input, None).unwrap()).unwrap() {
        Ended::Failed(Some(4), report) => {
            assert!(report.contains("the state of last_hour has another layout than this job"), "{report}");
            let layout =
                |which: &str| report.lines().find(|line| line.contains(which)).expect(&report).to_string();
            assert!(layout("on disk:").contains("max("), "{report}");
            assert!(layout("this job:").contains("min("), "{report}");
            assert!(report.contains("help: run with --fresh"), "{report}");
        }
        other => panic!("{other:?}"),
    }
    let fresh = changed.command(&directory).arg("--fresh").arg("--from").arg(format!("{TOPIC}=-")).spawn();
    done(wait(fresh.unwrap()).unwrap());
}
