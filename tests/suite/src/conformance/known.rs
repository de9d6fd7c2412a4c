//! The list of cases that are known not to pass (`not_yet.txt`), held against what happened.

use super::{Outcome, Verdict};
use std::collections::BTreeMap;
use std::path::Path;

/// `suite case` to what it needs.
pub struct Known(BTreeMap<String, String>);

/// Where a suite stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub passed: usize,
    pub cases: usize,
    /// Known not to pass: case and what it needs, with what happened.
    pub known: Vec<(String, String)>,
    /// What the list does not say, such as a case in it that passes.
    pub surprises: Vec<String>,
}

impl Known {
    /// Reads `not_yet.txt` of the folder of all suites.
    pub fn read(folder: &Path) -> Result<Known, String> {
        let path = folder.join("not_yet.txt");
        let text = std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
        Known::parse(&text)
    }

    fn parse(text: &str) -> Result<Known, String> {
        let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        let entry = |line: &str| match line.split_once(": ") {
            Some((case, needs)) => Ok((case.to_string(), needs.to_string())),
            None => Err(format!("`{line}` does not say what the case needs")),
        };
        let entries = lines.map(entry).collect::<Result<Vec<_>, String>>()?;
        let count = entries.len();
        let known: BTreeMap<_, _> = entries.into_iter().collect();
        if known.len() < count { Err("a case is listed twice".to_string()) } else { Ok(Known(known)) }
    }

    /// Holds the outcomes of a suite against the list.
    pub fn tally(&self, suite: &str, outcomes: &[Outcome]) -> Tally {
        let mut tally = Tally { cases: outcomes.len(), ..Tally::default() };
        for Outcome { case, result } in outcomes {
            let needs = self.0.get(&format!("{suite} {case}"));
            match (result, needs) {
                (Verdict::Passed, None) => tally.passed += 1,
                (Verdict::Passed, Some(_)) => {
                    tally.passed += 1;
                    tally.surprises.push(format!("{suite} {case} passes: take it off not_yet.txt"));
                }
                (Verdict::NotYet, Some(needs)) => tally.known.push((case.clone(), needs.clone())),
                (Verdict::NotYet, None) => {
                    tally
                        .surprises
                        .push(format!("{suite} {case} has no job, and not_yet.txt does not say why"));
                }
                (Verdict::Failed(why), Some(needs)) => {
                    tally.known.push((case.clone(), format!("{needs} ({why})")));
                }
                (Verdict::Failed(why), None) => tally.surprises.push(format!("{suite} {case}: {why}")),
            }
        }
        let there = |case: &str| outcomes.iter().any(|o| o.case == case);
        for listed in self.0.keys().filter_map(|known| known.strip_prefix(suite)?.strip_prefix(' ')) {
            if !there(listed) {
                tally.surprises.push(format!("not_yet.txt lists {suite} {listed}, which does not exist"));
            }
        }
        tally
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcome(case: &str, result: Verdict) -> Outcome {
        Outcome { case: case.to_string(), result }
    }

    #[test]
    fn what_the_list_does_not_say_is_a_surprise() {
        let known = Known::parse("# why\n\njoins a: streams\njoins b: tables\njoins gone: tables\n").unwrap();
        let failed = || Verdict::Failed("row 1".to_string());
        let outcomes = [
            outcome("a", Verdict::NotYet),
            outcome("b", Verdict::Passed),
            outcome("c", Verdict::Passed),
            outcome("d", failed()),
            outcome("e", Verdict::NotYet),
        ];
        let tally = known.tally("joins", &outcomes);
        assert_eq!((tally.passed, tally.cases), (2, 5));
        assert_eq!(tally.known, [("a".to_string(), "streams".to_string())]);
        let named: Vec<&str> =
            tally.surprises.iter().map(|s| s.split([' ', ':']).nth(1).unwrap_or_default()).collect();
        assert_eq!(named, ["b", "d", "e", "lists"]);
        assert_eq!(known.tally("join", &[]).surprises, Vec::<String>::new(), "another suite");
        assert!(Known::parse("joins a: x\njoins a: y\n").is_err());
        assert!(Known::parse("joins a\n").is_err());
    }
}
