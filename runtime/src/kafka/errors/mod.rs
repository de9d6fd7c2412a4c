//! From the client library's errors to what they mean for the job and what people can do about them.

mod connection;
mod say;
mod sort;

pub use connection::{closed, lasting};

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
    let replaced = matches!(kind, Sort::Duplicate);
    let (message, help) = say(names, doing, kind, raised, trouble);
    Failure { absent, replaced, ..Failure::new(consequence, message).help(help) }
}

/// Whether what failed may be asked for again: a broker is away, or changes hands.
pub fn passes(code: Code) -> bool {
    matches!(sort(code), Sort::Away)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::broker::client::Use;
    use crate::kafka::Options;
    use crate::kafka::ffi::Code;
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
    fn a_right_that_the_job_needs_next_is_asked_for_with_the_first() {
        let mut options = Options::new("kafka:9092", "payments", "a", 1);
        options.topics = ["in", "out", "payments.sums.changelog"].map(String::from).to_vec();
        options.uses = vec![Use::Reads, Use::Writes, Use::Owns];
        let names = Names::new(&options).expect("names");
        let help = |topic| {
            let raised = Raised::of(Code::RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED);
            failure(&names, Doing::Describing(topic), &raised, None).help
        };
        assert!(help("in").contains("--operation Read --topic in`"), "{}", help("in"));
        assert!(help("out").contains("--operation Write --topic out`"));
        assert!(help("else").contains("--operation Describe --topic else`"));
        let own = "--operation All --topic payments. --resource-pattern-type prefixed`";
        assert!(help("payments.sums.changelog").contains(own));
        let raised = Raised::of(Code::RD_KAFKA_RESP_ERR_TRANSACTIONAL_ID_AUTHORIZATION_FAILED);
        let help = failure(&names, Doing::Transaction, &raised, None).help;
        assert!(help.contains("--transactional-id payments- --resource-pattern-type prefixed`"), "{help}");
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
