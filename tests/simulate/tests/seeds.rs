//! A few seeds in every test run: none may end in a violation, and a planted bug must be seen.

use riparian::broker::sabotage::Sabotage;
use riparian_simulate::simulate;

#[test]
fn nothing_is_lost_or_doubled_whatever_fails() {
    let mut crashes = 0;
    for seed in 1..=30 {
        let report = simulate(seed, None, false);
        assert!(report.violations.is_empty(), "seed {seed}: {:#?}", report.violations);
        crashes += report.faults.crashes;
    }
    assert!(crashes > 30, "{crashes} crashes");
}

#[test]
fn a_seed_repeats_to_the_byte() {
    for seed in 1..=5 {
        let (one, two) = (simulate(seed, None, true), simulate(seed, None, true));
        assert!(one.trace.len() > 5);
        assert_eq!(one.trace, two.trace, "seed {seed}");
        assert_eq!(one.faults, two.faults);
    }
}

/// All of them: `cargo xtask simulate --sabotage all`.
#[test]
fn planted_bugs_are_found() {
    for sabotage in [Sabotage::TrustLocal, Sabotage::LateChangelog, Sabotage::OffsetOffByOne] {
        let found = (1..=30).find(|seed| !simulate(*seed, Some(sabotage), false).violations.is_empty());
        assert!(found.is_some(), "{sabotage:?} was not found");
    }
}
