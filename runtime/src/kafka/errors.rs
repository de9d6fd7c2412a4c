//! From the client library's errors to what they mean for the job and what people can do about them.

use super::ffi::{Code, Raised, Trouble};
use super::names::Names;
use crate::broker::client::{Consequence, Failure};

/// What was being done: for the message, and for what right is missing.
#[derive(Clone, Copy, Debug)]
pub enum Doing<'a> {
    Connecting,
    Reading(&'a str),
    Writing(&'a str),
    Creating(&'a str),
    Describing(&'a str),
    /// The group as such: joining, offsets.
    Group,
    Transaction,
}

impl Doing<'_> {
    fn topic(&self) -> Option<&str> {
        match self {
            Doing::Reading(topic)
            | Doing::Writing(topic)
            | Doing::Creating(topic)
            | Doing::Describing(topic) => Some(topic),
            _ => None,
        }
    }

    fn operation(&self) -> (&'static str, &'static str) {
        match self {
            Doing::Writing(_) | Doing::Transaction => ("write", "Write"),
            Doing::Creating(_) => ("create", "Create"),
            Doing::Describing(_) | Doing::Connecting => ("describe", "Describe"),
            Doing::Reading(_) | Doing::Group => ("read", "Read"),
        }
    }
}

/// The kinds of failure that need a different answer.
enum Sort {
    Away,
    Refused,
    Tls,
    NoRight(&'static str),
    NoTopic,
    TooLarge,
    Invalid,
    Duplicate,
    Stale,
    Fenced,
    Gone,
    Timeout,
    Old,
    Other,
}

fn sort(code: Code) -> Sort {
    use Code::*;
    match code {
        RD_KAFKA_RESP_ERR__TRANSPORT
        | RD_KAFKA_RESP_ERR__ALL_BROKERS_DOWN
        | RD_KAFKA_RESP_ERR__RESOLVE
        | RD_KAFKA_RESP_ERR__TIMED_OUT
        | RD_KAFKA_RESP_ERR__TIMED_OUT_QUEUE
        | RD_KAFKA_RESP_ERR__MSG_TIMED_OUT
        | RD_KAFKA_RESP_ERR__WAIT_COORD
        | RD_KAFKA_RESP_ERR__WAIT_CACHE
        | RD_KAFKA_RESP_ERR__RETRY
        | RD_KAFKA_RESP_ERR_LEADER_NOT_AVAILABLE
        | RD_KAFKA_RESP_ERR_NOT_LEADER_FOR_PARTITION
        | RD_KAFKA_RESP_ERR_REQUEST_TIMED_OUT
        | RD_KAFKA_RESP_ERR_BROKER_NOT_AVAILABLE
        | RD_KAFKA_RESP_ERR_REPLICA_NOT_AVAILABLE
        | RD_KAFKA_RESP_ERR_NETWORK_EXCEPTION
        | RD_KAFKA_RESP_ERR_COORDINATOR_LOAD_IN_PROGRESS
        | RD_KAFKA_RESP_ERR_COORDINATOR_NOT_AVAILABLE
        | RD_KAFKA_RESP_ERR_NOT_COORDINATOR
        | RD_KAFKA_RESP_ERR_NOT_ENOUGH_REPLICAS
        | RD_KAFKA_RESP_ERR_NOT_ENOUGH_REPLICAS_AFTER_APPEND
        | RD_KAFKA_RESP_ERR_NOT_CONTROLLER
        | RD_KAFKA_RESP_ERR_CONCURRENT_TRANSACTIONS
        | RD_KAFKA_RESP_ERR_UNSTABLE_OFFSET_COMMIT => Sort::Away,
        RD_KAFKA_RESP_ERR__AUTHENTICATION
        | RD_KAFKA_RESP_ERR_SASL_AUTHENTICATION_FAILED
        | RD_KAFKA_RESP_ERR_UNSUPPORTED_SASL_MECHANISM
        | RD_KAFKA_RESP_ERR_ILLEGAL_SASL_STATE => Sort::Refused,
        RD_KAFKA_RESP_ERR__SSL => Sort::Tls,
        RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED => Sort::NoRight("topic"),
        RD_KAFKA_RESP_ERR_GROUP_AUTHORIZATION_FAILED => Sort::NoRight("group"),
        RD_KAFKA_RESP_ERR_TRANSACTIONAL_ID_AUTHORIZATION_FAILED => Sort::NoRight("transactional-id"),
        RD_KAFKA_RESP_ERR_CLUSTER_AUTHORIZATION_FAILED => Sort::NoRight("cluster"),
        RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART
        | RD_KAFKA_RESP_ERR__UNKNOWN_TOPIC
        | RD_KAFKA_RESP_ERR__UNKNOWN_PARTITION
        | RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_ID => Sort::NoTopic,
        RD_KAFKA_RESP_ERR_MSG_SIZE_TOO_LARGE | RD_KAFKA_RESP_ERR_RECORD_LIST_TOO_LARGE => Sort::TooLarge,
        RD_KAFKA_RESP_ERR_INVALID_RECORD => Sort::Invalid,
        RD_KAFKA_RESP_ERR_FENCED_INSTANCE_ID | RD_KAFKA_RESP_ERR_UNRELEASED_INSTANCE_ID => Sort::Duplicate,
        RD_KAFKA_RESP_ERR_ILLEGAL_GENERATION
        | RD_KAFKA_RESP_ERR_UNKNOWN_MEMBER_ID
        | RD_KAFKA_RESP_ERR_REBALANCE_IN_PROGRESS
        | RD_KAFKA_RESP_ERR_FENCED_MEMBER_EPOCH
        | RD_KAFKA_RESP_ERR_STALE_MEMBER_EPOCH
        | RD_KAFKA_RESP_ERR__ASSIGNMENT_LOST => Sort::Stale,
        RD_KAFKA_RESP_ERR__FENCED
        | RD_KAFKA_RESP_ERR_PRODUCER_FENCED
        | RD_KAFKA_RESP_ERR_INVALID_PRODUCER_EPOCH
        | RD_KAFKA_RESP_ERR_INVALID_PRODUCER_ID_MAPPING
        | RD_KAFKA_RESP_ERR_UNKNOWN_PRODUCER_ID
        | RD_KAFKA_RESP_ERR_INVALID_TXN_STATE
        | RD_KAFKA_RESP_ERR_TRANSACTION_COORDINATOR_FENCED => Sort::Fenced,
        RD_KAFKA_RESP_ERR__AUTO_OFFSET_RESET | RD_KAFKA_RESP_ERR_OFFSET_OUT_OF_RANGE => Sort::Gone,
        RD_KAFKA_RESP_ERR_INVALID_TRANSACTION_TIMEOUT => Sort::Timeout,
        RD_KAFKA_RESP_ERR_UNSUPPORTED_VERSION | RD_KAFKA_RESP_ERR__UNSUPPORTED_FEATURE => Sort::Old,
        _ => Sort::Other,
    }
}

/// What a failed call means and says. `trouble`: what the brokers' connections have told last.
pub fn failure(names: &Names, doing: Doing<'_>, raised: &Raised, trouble: Option<&Trouble>) -> Failure {
    let kind = sort(raised.code);
    if matches!(kind, Sort::Away)
        && let Some(failure) = trouble.and_then(|trouble| closed(names, trouble))
    {
        return failure;
    }
    let consequence = match kind {
        _ if raised.fatal && matches!(kind, Sort::Away | Sort::Stale | Sort::Other) => Consequence::Renew,
        Sort::Away if raised.abort => Consequence::Abort,
        Sort::Away => Consequence::Retry,
        Sort::Stale => Consequence::Abort,
        Sort::Fenced => Consequence::Renew,
        Sort::Other if raised.abort => Consequence::Abort,
        Sort::Other if raised.retriable => Consequence::Retry,
        _ => Consequence::Give,
    };
    let (message, help) = say(names, doing, kind, raised, trouble);
    Failure::new(consequence, message).help(help)
}

/// The failure that a connection's trouble stands for, if waiting cannot mend it.
pub fn closed(names: &Names, trouble: &Trouble) -> Option<Failure> {
    let brokers = &names.brokers;
    let give = |message: String, help: String| Some(Failure::new(Consequence::Give, message).help(help));
    let refused = trouble.is(Code::RD_KAFKA_RESP_ERR__AUTHENTICATION)
        || trouble.is(Code::RD_KAFKA_RESP_ERR_SASL_AUTHENTICATION_FAILED)
        || trouble.is(Code::RD_KAFKA_RESP_ERR_UNSUPPORTED_SASL_MECHANISM);
    if refused {
        return give(
            format!("the brokers `{brokers}` do not accept {}: {}", names.principal(), trouble.text),
            "Check `sasl.mechanism`, `sasl.username` and `sasl.password`.".to_string(),
        );
    }
    if trouble.is(Code::RD_KAFKA_RESP_ERR__SSL) {
        return give(
            format!("TLS with the brokers `{brokers}` fails: {}", trouble.text),
            "Check `ssl.ca.location` and the certificate's name, and that this port speaks TLS: else leave out \
             `security.protocol`."
                .to_string(),
        );
    }
    trouble.text.contains("security.protocol").then(|| foreign(names, trouble))
}

/// The failure of a connection to something that is no listener of this protocol.
pub fn foreign(names: &Names, trouble: &Trouble) -> Failure {
    let Names { brokers, .. } = names;
    let message = format!("what listens at `{brokers}` speaks another protocol: {}", trouble.text);
    Failure::new(Consequence::Give, message)
        .help("Check the port, and set `security.protocol` to what that listener of the broker is.")
}

fn say(
    names: &Names,
    doing: Doing<'_>,
    kind: Sort,
    raised: &Raised,
    trouble: Option<&Trouble>,
) -> (String, String) {
    let Names { brokers, group, member, .. } = names;
    let text = &raised.text;
    let (verb, operation) = doing.operation();
    let of_topic = doing.topic().map(|topic| format!(" topic `{topic}`")).unwrap_or_default();
    let topic = doing.topic().unwrap_or("of the job");
    match kind {
        Sort::Away => {
            let why = trouble.map_or(text, |trouble| &trouble.text);
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
        Sort::NoRight(resource) => {
            let (thing, name) = match resource {
                "group" => ("group", group.as_str()),
                "transactional-id" => ("transactional id", member.as_str()),
                "cluster" => ("cluster", "kafka-cluster"),
                _ => ("topic", topic),
            };
            let (verb, operation) = match resource {
                "group" => ("read", "Read"),
                "transactional-id" => ("write", "Write"),
                "cluster" if !matches!(doing, Doing::Creating(_)) => ("write", "IdempotentWrite"),
                _ => (verb, operation),
            };
            let principal = names.principal();
            let to = if resource == "cluster" { format!("--{resource}") } else { format!("--{resource} {name}") };
            (
                format!("{principal} has no right to {verb} {thing} `{name}`"),
                format!("Grant it: `kafka-acls --add --allow-principal {principal} --operation {operation} {to}`."),
            )
        }
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
                Doing::Describing(topic) => format!("topic `{topic}` cannot be looked up"),
                Doing::Group => format!("the group `{group}` fails"),
                Doing::Transaction => format!("the transaction of `{member}` fails"),
            };
            (format!("{what}: {text}"), "The text is the broker's; its log may say more.".to_string())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Options;
    use super::*;
    use std::time::Instant;

    fn names() -> Names {
        Names::new(&Options::new("kafka:9092", "payments", "a", 1)).expect("names")
    }

    #[test]
    fn a_missing_right_names_who_what_and_the_command() {
        let raised = Raised::of(Code::RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED);
        let failure = failure(&names(), Doing::Writing("out"), &raised, None);
        assert_eq!(failure.consequence, Consequence::Give);
        assert_eq!(failure.message, "User:ANONYMOUS has no right to write topic `out`");
        assert!(failure.help.contains("--operation Write --topic out"), "{}", failure.help);
    }

    #[test]
    fn consequences_follow_the_protocol() {
        let of = |code, fatal, abort| {
            let raised = Raised { fatal, abort, ..Raised::of(code) };
            failure(&names(), Doing::Transaction, &raised, None).consequence
        };
        assert_eq!(of(Code::RD_KAFKA_RESP_ERR_ILLEGAL_GENERATION, false, true), Consequence::Abort);
        assert_eq!(of(Code::RD_KAFKA_RESP_ERR__FENCED, true, false), Consequence::Renew);
        assert_eq!(of(Code::RD_KAFKA_RESP_ERR__TIMED_OUT, false, false), Consequence::Retry);
        assert_eq!(of(Code::RD_KAFKA_RESP_ERR__MSG_TIMED_OUT, false, true), Consequence::Abort);
        assert_eq!(of(Code::RD_KAFKA_RESP_ERR__STATE, true, false), Consequence::Renew);
        assert_eq!(of(Code::RD_KAFKA_RESP_ERR_FENCED_INSTANCE_ID, true, false), Consequence::Give);
    }

    #[test]
    fn what_waiting_cannot_mend_is_not_waited_for() {
        let trouble =
            |code: Code, text: &str| Trouble { code: code as i32, text: text.into(), at: Instant::now() };
        let raised = Raised::of(Code::RD_KAFKA_RESP_ERR__TIMED_OUT);
        let say = |trouble: &Trouble| failure(&names(), Doing::Connecting, &raised, Some(trouble));
        let ssl = say(&trouble(Code::RD_KAFKA_RESP_ERR__SSL, "handshake failed"));
        assert_eq!((ssl.consequence, ssl.message.contains("TLS")), (Consequence::Give, true));
        let away = say(&trouble(Code::RD_KAFKA_RESP_ERR__TRANSPORT, "Connection refused"));
        assert_eq!(away.consequence, Consequence::Retry);
        assert!(away.message.contains("`kafka:9092`: Connection refused"), "{}", away.message);
    }
}
