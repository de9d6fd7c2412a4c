//! The settings of topics that are a job's own: how they are made, and what must hold of those that are there already.
//!
//! Whoever makes them for a job that may not (`--no-create`) can make them so that the broker deletes what the job still needs.

use super::client::{Client, TopicNumber};
use super::trouble::refused;
use crate::fail::Fatal;

/// Settings by name.
pub(super) type Settings = &'static [(&'static str, &'static str)];

/// Of each key the last entry is kept, for as long as the state has it.
pub(super) const CHANGELOG: Settings = &[("cleanup.policy", "compact")];
/// What has been read is deleted by the job, never by age or size: a job that stands still for a week loses nothing.
pub(super) const REPARTITION: Settings =
    &[("cleanup.policy", "delete"), ("retention.bytes", "-1"), ("retention.ms", "-1")];

/// As a new topic is given them.
pub(super) fn owned(settings: Settings) -> Vec<(&'static str, String)> {
    settings.iter().map(|(name, value)| (*name, (*value).to_owned())).collect()
}

/// As Kafka's own tools take them: `cleanup.policy=compact,…`.
fn listed(settings: Settings) -> String {
    settings.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join(",")
}

/// The command that makes such a topic.
pub(super) fn command(topic: &str, partitions: u32, settings: &[(&'static str, String)]) -> String {
    let settings: String = settings.iter().map(|(name, value)| format!(" --config {name}={value}")).collect();
    format!("kafka-topics.sh --create --topic {topic} --partitions {partitions}{settings}")
}

/// Refuses topics that nobody can write to: fewer replicas than have to take each record.
fn can_be_written(
    client: &mut dyn Client,
    number: TopicNumber,
    topic: &str,
    settings: &[(String, String)],
) -> Result<(), Fatal> {
    let needed = settings.iter().find(|(name, _)| name == "min.insync.replicas");
    let Some(needed) = needed.and_then(|(_, value)| value.parse::<u32>().ok()) else { return Ok(()) };
    match client.replicas(number).map_err(refused)? {
        Some(replicas) if replicas < needed => Err(Fatal::configuration(
            format!(
                "topic `{topic}` has `min.insync.replicas={needed}` and {replicas} of them: no broker takes a record for it"
            ),
            format!(
                "give it more replicas (kafka-reassign-partitions.sh), or set it: kafka-configs.sh --alter --entity-type topics \
                 --entity-name {topic} --add-config min.insync.replicas={replicas}"
            ),
        )),
        _ => Ok(()),
    }
}

/// Refuses topics that the job writes if it could not, and own ones from which the broker would delete what the job still needs; as
/// far as the brokers say.
pub(super) fn check(client: &mut dyn Client, own: &[(TopicNumber, &str, Settings)]) -> Result<(), Fatal> {
    if own.is_empty() {
        return Ok(());
    }
    let numbers: Vec<TopicNumber> = own.iter().map(|(number, ..)| *number).collect();
    let found = client.settings(&numbers).map_err(refused)?;
    for ((number, topic, wanted), found) in own.iter().zip(&found) {
        let differs = |(name, wanted): &&(&str, &str)| {
            found.iter().any(|(found, value)| found == name && value != wanted)
        };
        let Some((name, _)) = wanted.iter().find(differs) else {
            can_be_written(client, *number, topic, found)?;
            continue;
        };
        let value = found.iter().find(|(found, _)| found == name).map_or("", |(_, value)| value);
        return Err(Fatal::configuration(
            format!(
                "topic `{topic}` has `{name}={value}`: the broker would delete from it what the job still needs"
            ),
            format!(
                "set it: kafka-configs.sh --alter --entity-type topics --entity-name {topic} --add-config {}",
                listed(wanted)
            ),
        ));
    }
    Ok(())
}
