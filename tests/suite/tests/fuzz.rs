//! A short, fixed run of the front-end fuzzer; `cargo xtask fuzz frontend` runs longer ones. Whatever a run has found
//! is kept in `tests/fuzz/found` and driven again here.

use riparian_tests::fuzz::{Corpus, drive, try_text};
use riparian_tests::{fences, root};

const SEED: u64 = 20_260_302;
const TEXTS: u64 = 300;

#[test]
fn mutated_texts_keep_every_promise() {
    let corpus = Corpus::read(&root()).expect("the repository can be read");
    assert!(corpus.samples.len() >= 60 && corpus.dictionary.len() >= 150, "the corpus is too small");
    let mut sound = 0;
    for n in 0..TEXTS {
        match try_text(&corpus, SEED, n) {
            Ok(ran) => sound += u64::from(ran),
            Err(found) => panic!("{}", found.report()),
        }
    }
    assert!(sound > TEXTS / 20, "only {sound} texts of {TEXTS} were sound enough to run");
}

#[test]
fn what_was_found_once_stays_mended() {
    let folder = root().join("tests/fuzz/found");
    let mut texts = Vec::new();
    for entry in std::fs::read_dir(folder).expect("tests/fuzz/found is there") {
        let path = entry.expect("a readable entry").path();
        if path.extension().is_some_and(|e| e == "stream") {
            texts.push((path.clone(), std::fs::read_to_string(&path).expect("a readable text")));
        }
    }
    texts.sort();
    for (path, text) in texts {
        let result = drive(&fences::files(&text));
        assert!(result.is_ok(), "{}: {result:?}", path.display());
    }
}
