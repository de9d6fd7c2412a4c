//! `cargo xtask fuzz frontend [--seconds N] [--texts N] [--seed S]`: the front end on mutated texts, for as long as asked.
//!
//! A text that breaks a promise is made small and written to `tests/fuzz/found/`, where the suite drives it again for
//! ever. The number of the text under way stands in `target/fuzz-frontend`, so that even a crash of the process can be
//! followed up with `--seed S --from N --texts 1`.
//!
//! `cargo xtask fuzz avro` with the same options: records of random schemas, whole and damaged, read by the runtime and by
//! apache-avro; the first on which they differ ends it.

use riparian_tests::fuzz::{Corpus, Found, try_record, try_text};
use riparian_tests::root;
use std::collections::BTreeSet;
use std::time::{Duration, Instant};

/// More than these would be the same few faults again.
const MOST_FAULTS: usize = 20;

struct Options {
    seconds: u64,
    texts: u64,
    from: u64,
    seed: u64,
}

/// Runs the command; the last line is for machines.
pub fn run(arguments: &[&str]) -> Result<(), String> {
    let options = match arguments {
        ["frontend", rest @ ..] => options(rest)?,
        ["avro", rest @ ..] => return avro(&options(rest)?),
        _ => return Err("say what: `cargo xtask fuzz frontend` or `cargo xtask fuzz avro`".into()),
    };
    let corpus = Corpus::read(&root()).map_err(|error| format!("the corpus cannot be read: {error}"))?;
    println!("{} samples, {} words, seed {}", corpus.samples.len(), corpus.dictionary.len(), options.seed);
    // Faults are caught and reported below; the standard hook would print each attempt of minimising.
    std::panic::set_hook(Box::new(|_| {}));
    let progress = root().join("target/fuzz-frontend");
    let end = Instant::now() + Duration::from_secs(options.seconds);
    let (mut texts, mut sound, mut failures, mut kinds) = (0, 0, 0, BTreeSet::new());
    while texts < options.texts && Instant::now() < end && kinds.len() < MOST_FAULTS {
        let n = options.from + texts;
        texts += 1;
        // Best effort: the file helps only after a crash.
        let _ = std::fs::write(&progress, format!("--seed {} --from {n} --texts 1\n", options.seed));
        let found = match try_text(&corpus, options.seed, n) {
            Ok(ran) => {
                sound += u64::from(ran);
                continue;
            }
            Err(found) => found,
        };
        failures += 1;
        if kinds.insert(found.fault.kind()) {
            println!("text {n}: {}\n  {}", found.fault, keep(&found)?);
        }
    }
    let _ = std::panic::take_hook();
    println!("{sound} were sound and ran");
    println!("fuzz frontend {texts} texts {failures} failures");
    if failures == 0 { Ok(()) } else { Err(format!("{failures} texts broke a promise")) }
}

/// Records of random schemas, read by the runtime and by its oracle.
fn avro(options: &Options) -> Result<(), String> {
    let end = Instant::now() + Duration::from_secs(options.seconds);
    let (mut records, mut taken) = (0, 0);
    while records < options.texts && Instant::now() < end {
        taken += try_record(options.seed, options.from + records)?;
        records += 1;
    }
    println!("{taken} forms of records were taken by both");
    println!("fuzz avro {records} records 0 failures");
    Ok(())
}

fn keep(found: &Found) -> Result<String, String> {
    let folder = root().join("tests/fuzz/found");
    let path = folder.join(format!("seed_{}_text_{}.stream", found.seed, found.n));
    std::fs::create_dir_all(&folder)
        .and_then(|()| std::fs::write(&path, found.report()))
        .map_err(|error| format!("{} cannot be written: {error}", path.display()))?;
    Ok(path.display().to_string())
}

fn options(arguments: &[&str]) -> Result<Options, String> {
    let mut options = Options { seconds: u64::MAX, texts: u64::MAX, from: 0, seed: 1 };
    let mut arguments = arguments.iter();
    while let Some(name) = arguments.next() {
        let value = arguments.next().and_then(|value| value.parse().ok());
        let value = value.ok_or_else(|| format!("`{name}` wants a number"))?;
        match *name {
            "--seconds" => options.seconds = value,
            "--texts" => options.texts = value,
            "--from" => options.from = value,
            "--seed" => options.seed = value,
            other => return Err(format!("there is no option `{other}`")),
        }
    }
    if options.seconds == u64::MAX {
        options.seconds = if options.texts == u64::MAX { 30 } else { 365 * 24 * 3_600 };
    }
    Ok(options)
}
