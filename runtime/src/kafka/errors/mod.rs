//! From the client library's errors to what they mean for the job and what people can do about them.

mod say;
mod sort;

use super::ffi::{Code, Raised, Trouble};
use super::names::Names;
use crate::broker::client::{Consequence, Failure};
use say::say;
use sort::{Sort, sort};

/// What was being done: for the message, and for what right is missing.
#[derive(Clone, Copy, Debug)]
pub enum Doing<'a> {
    Connecting,
    Reading(&'a str),
    Writing(&'a str),
    Creating(&'a str),
    Describing(&'a str),
    Deleting(&'a str),
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
            | Doing::Describing(topic)
            | Doing::Deleting(topic) => Some(topic),
            _ => None,
        }
    }

    fn operation(&self) -> (&'static str, &'static str) {
        match self {
            Doing::Writing(_) | Doing::Transaction => ("write", "Write"),
            Doing::Creating(_) => ("create", "Create"),
            Doing::Deleting(_) => ("delete", "Delete"),
            Doing::Describing(_) | Doing::Connecting => ("describe", "Describe"),
            Doing::Reading(_) | Doing::Group => ("read", "Read"),
        }
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
    let absent = doing.topic().filter(|_| matches!(kind, Sort::NoTopic)).map(str::to_owned);
    let (message, help) = say(names, doing, kind, raised, trouble);
    Failure { absent, ..Failure::new(consequence, message).help(help) }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kafka::Options;
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
        // Of an election, and of a broker that is gone.
        assert_eq!(of(Code::RD_KAFKA_RESP_ERR_OFFSET_NOT_AVAILABLE, false, false), Consequence::Retry);
        assert_eq!(of(Code::RD_KAFKA_RESP_ERR_FENCED_LEADER_EPOCH, false, false), Consequence::Retry);
        assert_eq!(of(Code::RD_KAFKA_RESP_ERR_UNKNOWN_LEADER_EPOCH, false, false), Consequence::Retry);
        assert_eq!(of(Code::RD_KAFKA_RESP_ERR__DESTROY_BROKER, false, false), Consequence::Retry);
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
