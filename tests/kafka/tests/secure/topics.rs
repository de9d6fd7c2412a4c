//! Topics that are missing, or not as the job needs them: one error at the start that names them and says what to do.

use super::{Ledger, cluster, refused};

const INPUT: &str = "bank.returns.v1";
const OUTPUT: &str = "bank.returned.v1";
const CHANGELOG: &str = "bank.returns_of_shops.returns_per_shop.changelog";

#[track_caller]
fn says(arguments: &[&str], parts: &[&str]) {
    let ledger = Ledger::aside();
    let output = refused(|| ledger.start_job("returns_of_shops", cluster().bootstrap(), &[], arguments));
    for part in parts {
        assert!(output.contains(part), "`{part}` is not said: {output}");
    }
}

#[test]
fn what_is_missing_or_otherwise_is_said_one_after_the_other_until_the_job_would_run() {
    let client = cluster().client();
    let make = format!("make it: kafka-topics.sh --create --topic {INPUT} --partitions 2");
    says(&["--create"], &[&format!("the broker has no topic `{INPUT}`"), &make]);

    // The contract says 2.
    client.create_topic(INPUT, 3, &[]).unwrap();
    says(
        &["--create"],
        &[
            "`returns` has 3 partitions on the broker, and now should have 2",
            "`partitions` of the topic's contract",
        ],
    );
    client.delete_topic(INPUT).unwrap();
    client.create_topic(INPUT, 2, &[]).unwrap();

    says(&[], &[&format!("`{OUTPUT}`"), "run with --create"]);
    // Everything that is missing, its own topics too, each as it is to be.
    let own = format!("--topic {CHANGELOG} --partitions 2 --config cleanup.policy=compact");
    says(&["--no-create"], &[&format!("`{OUTPUT}`"), &format!("`{CHANGELOG}`"), &own]);

    // Made by somebody who did not know what for.
    client.create_topic(OUTPUT, 2, &[("min.insync.replicas", "2")]).unwrap();
    let short = format!("topic `{OUTPUT}` has `min.insync.replicas=2` and 1 of them");
    says(&["--no-create"], &[&format!("`{CHANGELOG}`")]);
    says(&[], &[&short, "--add-config min.insync.replicas=1"]);
    client.delete_topic(OUTPUT).unwrap();
    client.create_topic(OUTPUT, 2, &[]).unwrap();
    client.create_topic(CHANGELOG, 3, &[]).unwrap();
    says(
        &["--no-create"],
        &[&format!("topic `{CHANGELOG}` has 3 partitions on the broker, and the job has 2 tasks")],
    );
    client.delete_topic(CHANGELOG).unwrap();
    client.create_topic(CHANGELOG, 2, &[]).unwrap();
    let wrong = format!("topic `{CHANGELOG}` has `cleanup.policy=delete`");
    says(&["--no-create"], &[&wrong, "kafka-configs.sh --alter", "--add-config cleanup.policy=compact"]);
}
