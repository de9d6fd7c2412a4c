//! Failures in words: what went wrong, naming topic, broker or principal, and what to do.

use super::Doing;
use super::connection::cause;
use super::sort::Sort;
use crate::broker::client::Use;
use crate::kafka::ffi::{Raised, Trouble};
use crate::kafka::names::Names;

/// Message and help.
pub fn say(
    names: &Names,
    doing: Doing<'_>,
    kind: Sort,
    raised: &Raised,
    trouble: Option<&Trouble>,
) -> (String, String) {
    let Names { brokers, group, member, .. } = names;
    let text = &raised.text;
    let of_topic = doing.topic().map(|topic| format!(" topic `{topic}`")).unwrap_or_default();
    let topic = doing.topic().unwrap_or("of the job");
    match kind {
        Sort::Away => {
            let why = cause(trouble.map_or(text, |trouble| &trouble.text));
            let what = match doing.topic() {
                Some(topic) => format!("no answer from the brokers `{brokers}` for topic `{topic}`: {why}"),
                None => format!("no answer from the brokers `{brokers}`: {why}"),
            };
            (what, "Check that the brokers run and that their addresses are reached from here.".to_string())
        }
        Sort::Refused => (
            format!("the brokers `{brokers}` do not accept {}: {text}", names.principal()),
            "Check `sasl.mechanism`, `sasl.username` and `sasl.password`.".to_string(),
        ),
        Sort::Tls => (
            format!("TLS with the brokers `{brokers}` fails: {text}"),
            "Check the properties `ssl.…` and `security.protocol`.".to_string(),
        ),
        Sort::NoRight(resource) => no_right(names, doing, resource),
        Sort::NoTopic => (
            format!("there is no{of_topic} at `{brokers}`, or not that partition of it"),
            "Create the topic, or correct its name in the job.".to_string(),
        ),
        Sort::TooLarge => (
            format!("a record for{of_topic} is too large: {text}"),
            "Raise `max.message.bytes` of the topic, and the property `message.max.bytes` of the job.".to_string(),
        ),
        Sort::Invalid => (
            format!("the broker does not take a record for{of_topic}: {text}"),
            "A compacted topic takes only records with a key: check `cleanup.policy` of the topic.".to_string(),
        ),
        Sort::Duplicate => (
            format!("another process is the member `{member}` of the group `{group}`"),
            "Stop it, or give each instance its own name.".to_string(),
        ),
        Sort::Stale => (
            format!("the group `{group}` has moved on without `{member}`: {text}"),
            String::new(),
        ),
        Sort::Fenced => (
            format!("the transactions of `{member}` have been taken over or have timed out: {text}"),
            String::new(),
        ),
        Sort::Gone => (
            format!("topic `{topic}` no longer has the records that come next: {text}"),
            "They were deleted before they were read: raise the topic's retention, or reset the job.".to_string(),
        ),
        Sort::Timeout => (
            format!("the brokers do not allow transactions as long as the job's: {text}"),
            "Lower the property `transaction.timeout.ms`, or raise the brokers' `transaction.max.timeout.ms`.".to_string(),
        ),
        Sort::Old => (
            format!("the brokers `{brokers}` are too old for the job: {text}"),
            "Use Apache Kafka 2.5 or newer.".to_string(),
        ),
        Sort::Other => {
            let what = match doing {
                Doing::Connecting => "connecting to the brokers fails".to_string(),
                Doing::Reading(topic) => format!("reading topic `{topic}` fails"),
                Doing::Writing(topic) => format!("writing topic `{topic}` fails"),
                Doing::Creating(topic) => format!("topic `{topic}` cannot be created"),
                Doing::Deleting(topic) => format!("topic `{topic}` cannot be deleted"),
                Doing::Describing(topic) => format!("topic `{topic}` cannot be looked up"),
                Doing::Group => format!("the group `{group}` fails"),
                Doing::Transaction => format!("the transaction of `{member}` fails"),
            };
            (format!("{what}: {text}"), "The text is the broker's; its log may say more.".to_string())
        }
    }
}

/// A right that is missing, and the command that gives it; where the job will miss more of the kind next, one that gives them all.
fn no_right(names: &Names, doing: Doing<'_>, resource: &str) -> (String, String) {
    let Names { group, member, .. } = names;
    let principal = names.principal();
    let own = || format!("--topic {group}. --resource-pattern-type prefixed");
    let (verb, operation) = doing.operation();
    let (verb, thing, operation, to) = match resource {
        "group" => ("read", format!("group `{group}`"), "Read", format!("--group {group}")),
        "transactional-id" => (
            "write",
            format!("transactional id `{member}`"),
            "Write",
            format!("--transactional-id {group}- --resource-pattern-type prefixed"),
        ),
        "cluster" if matches!(doing, Doing::Creating(_)) => {
            (verb, "topics of the cluster".to_owned(), operation, "--cluster".to_owned())
        }
        "cluster" => {
            ("write", "idempotently to the cluster".to_owned(), "IdempotentWrite", "--cluster".to_owned())
        }
        _ => {
            let name = doing.topic().unwrap_or("of the job");
            let topic = format!("topic `{name}`");
            let whole = format!("--topic {name}");
            match (names.use_of(name), doing) {
                (Some(Use::Owns), _) => (verb, topic, "All", own()),
                // To read or to write is to describe, too.
                (Some(Use::Reads), Doing::Describing(_)) => ("read", topic, "Read", whole),
                (Some(Use::Writes), Doing::Describing(_)) => ("write", topic, "Write", whole),
                _ => (verb, topic, operation, whole),
            }
        }
    };
    (
        format!("{principal} has no right to {verb} {thing}"),
        format!(
            "Grant it: `kafka-acls.sh --add --allow-principal {principal} --operation {operation} {to}`."
        ),
    )
}
