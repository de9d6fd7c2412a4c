//! `cargo xtask crash --kills K`: the velocity example, killed at random moments, against an undisturbed run.

use riparian_tests::crash::{Example, Plan, crash};

/// Prints on its last line how many records were compared, and how many were lost and doubled; any difference is an
/// error.
pub fn run(arguments: &[&str]) -> Result<(), String> {
    let mut plan = Plan { kills: 50, records: 400_000, seed: 1 };
    for pair in arguments.chunks(2) {
        match pair {
            ["--kills", n] => plan.kills = n.parse().map_err(|_| format!("`{n}` is no number of kills"))?,
            ["--records", n] => {
                plan.records = n.parse().map_err(|_| format!("`{n}` is no number of records"))?
            }
            ["--seed", n] => plan.seed = n.parse().map_err(|_| format!("`{n}` is no seed"))?,
            other => return Err(format!("crash does not know `{}`", other.join(" "))),
        }
    }
    let repository = crate::root();
    eprintln!("building the velocity example");
    let example = Example::build(&repository, true)?;
    let folder = repository.join("target/crash");
    if folder.exists() {
        std::fs::remove_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    let report = crash(&example, plan, &folder, &mut |line| eprintln!("{line}"))?;
    if let Some(first) = &report.compared.first {
        println!("the first record that differs: {first}");
    }
    println!("{}", report.line());
    if report.compared.first.is_some() {
        return Err("the killed run and the undisturbed run differ".to_string());
    }
    std::fs::remove_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))
}
