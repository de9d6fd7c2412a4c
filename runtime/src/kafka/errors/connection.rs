//! What is wrong with a connection: the protocol, the certificate, the password.
//!
//! The client library tries for ever; here it is decided what trying again cannot mend, and what to change.

use crate::broker::client::{Consequence, Failure};
use crate::kafka::ffi::{Code, Trouble};
use crate::kafka::names::Names;

fn give(message: String, help: &str) -> Failure {
    Failure::new(Consequence::Give, message).help(help)
}

/// What the library says, without what its threads and states are called.
pub fn cause(text: &str) -> &str {
    let text =
        text.strip_prefix("[thrd:").and_then(|text| text.split_once("]: ")).map_or(text, |(_, rest)| rest);
    let text = match text.split_once(": ") {
        Some((at, rest)) if at.ends_with("/bootstrap") || at.contains("://") => rest,
        _ => text,
    };
    text.rfind(" (after ").map_or(text, |end| &text[..end])
}

/// The failure that a connection's trouble stands for, if waiting cannot mend it.
pub fn closed(names: &Names, trouble: &Trouble) -> Option<Failure> {
    let brokers = &names.brokers;
    let why = cause(&trouble.text);
    let refused = trouble.is(Code::RD_KAFKA_RESP_ERR__AUTHENTICATION)
        || trouble.is(Code::RD_KAFKA_RESP_ERR_SASL_AUTHENTICATION_FAILED)
        || trouble.is(Code::RD_KAFKA_RESP_ERR_UNSUPPORTED_SASL_MECHANISM);
    if refused {
        let message = format!("the brokers `{brokers}` do not accept {}: {why}", names.principal());
        return Some(give(message, "Check `sasl.mechanism`, `sasl.username` and `sasl.password`."));
    }
    if trouble.is(Code::RD_KAFKA_RESP_ERR__SSL) {
        let help = "Set `ssl.ca.location` to the certificates (PEM) of who has signed those of the brokers, and name the brokers as \
                    their certificates do.";
        return Some(give(format!("TLS with the brokers `{brokers}` fails: {why}"), help));
    }
    trouble.text.contains("security.protocol").then(|| foreign(names, trouble))
}

/// What a connection's trouble most likely stands for that has not passed for a while.
pub fn lasting(names: &Names, trouble: &Trouble) -> Option<Failure> {
    let brokers = &names.brokers;
    let why = cause(&trouble.text);
    let during = |state: &str| trouble.text.contains(&format!("in state {state}"));
    if during("APIVERSION_QUERY") {
        // A listener of TLS does so, and a balancer of connections in front of brokers that are all away.
        let help = "Check the port and that brokers run behind it, and set `security.protocol` to what that listener is: `ssl` for TLS, \
                    with a password `sasl_ssl`.";
        let message = format!(
            "what listens at `{brokers}` hangs up at the first question, as does one of another protocol: {why}"
        );
        return Some(give(message, help));
    }
    if during("SSL_HANDSHAKE") {
        let help = "Check the port, and set `security.protocol` to what that listener of the broker is: `plaintext`, or with a \
                    password `sasl_plaintext`.";
        return Some(give(format!("what listens at `{brokers}` does not speak TLS: {why}"), help));
    }
    if during("UP") && names.principal.is_none() {
        let help = "Most likely that listener asks for a password: set `security.protocol` to `sasl_ssl` or `sasl_plaintext`, and \
                    `sasl.mechanism`, `sasl.username` and `sasl.password`.";
        return Some(give(format!("the brokers `{brokers}` hang up on who does not log in: {why}"), help));
    }
    None
}

/// The failure of a connection to something that is no listener of this protocol.
fn foreign(names: &Names, trouble: &Trouble) -> Failure {
    let message =
        format!("what listens at `{}` speaks another protocol: {}", names.brokers, cause(&trouble.text));
    give(
        message,
        "Check the port, and set `security.protocol` to what that listener of the broker is: `ssl` for TLS, with a password `sasl_ssl`.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kafka::Options;
    use std::time::Instant;

    fn trouble(code: Code, text: &str) -> Trouble {
        Trouble { code: code as i32, text: text.into(), at: Instant::now() }
    }

    #[test]
    fn threads_and_states_of_the_library_are_left_out() {
        let said = "[thrd:ssl://127.0.0.1:1/bootstrap]: ssl://127.0.0.1:1/bootstrap: Disconnected: closed (after 4ms in state UP)";
        assert_eq!(cause(said), "Disconnected: closed");
        assert_eq!(
            cause("kafka:9092/1: Connection refused (after 0ms in state CONNECT)"),
            "kafka:9092/1: Connection refused"
        );
        assert_eq!(cause("Connection refused"), "Connection refused");
    }

    #[test]
    fn a_listener_that_hangs_up_asks_for_a_password_unless_one_was_given() {
        let said =
            trouble(Code::RD_KAFKA_RESP_ERR__TRANSPORT, "Send failed: Broken pipe (after 0ms in state UP)");
        let mut options = Options::new("kafka:9092", "payments", "a", 1);
        let names = Names::new(&options).expect("names");
        assert_eq!(closed(&names, &said), None, "it may pass");
        assert!(lasting(&names, &said).is_some_and(|failure| failure.help.contains("sasl.username")));
        options.properties.push(("sasl.username".to_string(), "alice".to_string()));
        assert_eq!(lasting(&Names::new(&options).expect("names"), &said), None);
    }
}
