//! A short, fixed run of the two readers of Avro against each other; `cargo xtask fuzz avro` runs longer ones.

use riparian_tests::fuzz::try_record;

const SEED: u64 = 20_260_302;
const RECORDS: u64 = 600;

#[test]
fn both_readers_take_the_same_records_and_read_the_same() {
    let mut taken = 0;
    for n in 0..RECORDS {
        taken += try_record(SEED, n).unwrap_or_else(|told| panic!("{told}"));
    }
    let damaged = taken - RECORDS as usize;
    assert!(damaged > RECORDS as usize, "only {damaged} damaged forms were still records");
}
