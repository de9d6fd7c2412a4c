//! The properties of the clients: ours, tuned on a real broker, and the user's, passed through by name.
//!
//! What the job's exactness rests on cannot be set from outside.

use super::Options;
use super::ffi::{Conf, Handle, Kind};
use crate::broker::client::{Consequence, Failure};
use std::time::Duration;

/// What a client object is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The member of the group.
    Member,
    /// Reads changelogs, apart from the group.
    Reader,
    Producer,
}

/// How long a record or a transaction may take on its way, unless the user says otherwise. Short, because after a crash the readers of
/// committed records wait for it where no successor comes.
const TRANSACTION: Duration = Duration::from_secs(10);
/// Without transactions nobody waits; a broker may be away for a while.
const DELIVERY: Duration = Duration::from_secs(120);

const CONSUMING: &[(&str, &str)] = &[
    ("auto.offset.reset", "error"),
    ("enable.auto.commit", "false"),
    ("enable.auto.offset.store", "false"),
    ("enable.partition.eof", "true"),
    ("fetch.error.backoff.ms", "100"),
    // What one answer may bring beyond a queue that was not full yet.
    ("fetch.max.bytes", "16777216"),
    ("fetch.message.max.bytes", "1048576"),
    // The default of a second stalls the job each time the local queue has been full.
    ("fetch.queue.backoff.ms", "5"),
    ("isolation.level", "read_committed"),
    ("queued.max.messages.kbytes", "32768"),
];

/// Of a member in the classic protocol; the newer one has them on the broker.
const CLASSIC: &[(&str, &str)] = &[
    ("heartbeat.interval.ms", "500"),
    ("partition.assignment.strategy", "range"),
    ("session.timeout.ms", "8000"),
];

const PRODUCING: &[(&str, &str)] = &[
    ("delivery.report.only.error", "true"),
    ("enable.idempotence", "true"),
    ("linger.ms", "5"),
    ("queue.buffering.max.kbytes", "65536"),
    ("queue.buffering.max.messages", "200000"),
];

const ALWAYS: &[(&str, &str)] = &[
    ("allow.auto.create.topics", "false"),
    ("reconnect.backoff.max.ms", "1000"),
    // A broker that is not yet done with the last transaction is asked again after this.
    ("retry.backoff.ms", "10"),
    ("socket.keepalive.enable", "true"),
];

/// Properties that are the job's own, with what to do instead.
const OURS: &[(&str, &str)] = &[
    ("acks", "Every record is acknowledged by all replicas in sync; set `min.insync.replicas` of the topic."),
    ("allow.auto.create.topics", "Topics are created by the job as planned, never by accident."),
    ("auto.commit.interval.ms", "Offsets are part of the job's commit."),
    ("auto.offset.reset", "Where a job begins is said in its `from`."),
    ("bootstrap.servers", "Give the brokers with `--brokers`."),
    ("client.id", "It is made of the job, the instance and the worker."),
    ("delivery.report.only.error", "Leave it out."),
    ("enable.auto.commit", "Offsets are part of the job's commit."),
    ("enable.auto.offset.store", "Offsets are part of the job's commit."),
    ("enable.gapless.guarantee", "Leave it out."),
    ("enable.idempotence", "It is always on."),
    ("enable.partition.eof", "Leave it out."),
    ("group.id", "It is the name of the job."),
    ("group.instance.id", "It is made of the job, the instance and the worker: name the instance."),
    ("isolation.level", "A job reads what is committed."),
    ("metadata.broker.list", "Give the brokers with `--brokers`."),
    ("partitioner", "Keys are placed as Java's producers place them."),
    ("plugin.library.paths", "Leave it out."),
    ("request.required.acks", "Every record is acknowledged by all replicas in sync."),
    ("transactional.id", "It is made of the job, the instance and the worker."),
];

/// The longest a record can be on its way: what a flush may take.
pub fn patience(options: &Options) -> Duration {
    let set = |names: &[&str]| {
        let found = options.properties.iter().rev().find(|(name, _)| names.contains(&name.as_str()));
        found.and_then(|(_, value)| value.trim().parse().ok()).map(Duration::from_millis)
    };
    let record = set(&["message.timeout.ms", "delivery.timeout.ms"]);
    if options.exactly_once {
        record.unwrap_or_else(|| set(&["transaction.timeout.ms"]).unwrap_or(TRANSACTION).min(TRANSACTION))
    } else {
        record.unwrap_or(DELIVERY)
    }
}

/// Whether the group is to use the protocol in which the broker assigns.
fn assigned_by_broker(options: &Options) -> bool {
    options
        .properties
        .iter()
        .any(|(name, value)| name == "group.protocol" && value.eq_ignore_ascii_case("consumer"))
}

fn give(message: String, help: &str) -> Failure {
    Failure::new(Consequence::Give, message).help(help)
}

/// The user's properties that cannot be taken.
fn check(options: &Options) -> Result<(), Failure> {
    for (name, value) in &options.properties {
        if let Some((_, instead)) = OURS.iter().find(|(ours, _)| ours == name) {
            return Err(give(format!("the property `{name}` is the job's own"), instead));
        }
        if matches!(name.as_str(), "partition.assignment.strategy" | "group.remote.assignor")
            && value != "range"
        {
            let message = format!("`{name}={value}` would not keep partitions of the same number together");
            return Err(give(message, "Leave it out, or set it to `range`."));
        }
        let secure = match name.as_str() {
            "security.protocol" => value.to_ascii_lowercase().contains("ssl"),
            "sasl.mechanism" | "sasl.mechanisms" => value.to_ascii_uppercase().starts_with("SCRAM"),
            name => name.starts_with("ssl."),
        };
        if secure && cfg!(not(feature = "tls")) {
            let message = format!("`{name}={value}` needs TLS, which this build does not have");
            return Err(give(message, "Build the job with the feature `tls` of `riparian`."));
        }
    }
    let set = |names: &[&str]| {
        let found = options.properties.iter().rfind(|(name, _)| names.contains(&name.as_str()));
        found.map(|(_, value)| value.to_ascii_uppercase())
    };
    if set(&["security.protocol"]).is_some_and(|protocol| protocol.starts_with("SASL")) {
        let mechanism = set(&["sasl.mechanism", "sasl.mechanisms"]);
        // Which the library takes where nothing is said.
        if mechanism.as_deref().is_none_or(|mechanism| mechanism == "GSSAPI") {
            let message = match mechanism {
                Some(_) => "Kerberos (`sasl.mechanism=GSSAPI`) is not built in",
                None => "`security.protocol` asks for a password, and no `sasl.mechanism` says in which form",
            };
            let help =
                "Set `sasl.mechanism` to what the broker takes: PLAIN, SCRAM-SHA-256 or SCRAM-SHA-512.";
            return Err(give(message.to_string(), help));
        }
    }
    Ok(())
}

/// All properties of a role: ours first, so that the user's come after them and hold.
fn properties(options: &Options, role: Role) -> Vec<(String, String)> {
    let mut all = vec![
        ("bootstrap.servers".to_string(), options.brokers.clone()),
        ("client.id".to_string(), options.member()),
    ];
    let mut add = |more: &[(&str, &str)]| {
        all.extend(more.iter().map(|(name, value)| (name.to_string(), value.to_string())));
    };
    add(ALWAYS);
    let by_broker = assigned_by_broker(options);
    if role == Role::Producer {
        let patience = patience(options).as_millis().to_string();
        add(PRODUCING);
        add(&[("message.timeout.ms", &patience)]);
        if options.exactly_once {
            add(&[
                ("transaction.timeout.ms", &TRANSACTION.as_millis().to_string()),
                ("transactional.id", &options.member()),
            ]);
        }
    } else {
        add(CONSUMING);
        add(&[("group.id", &options.group)]);
        // A worker that restores its state for long still serves the group; only one that hangs is taken out.
        add(&[("max.poll.interval.ms", "300000")]);
        if role == Role::Reader {
            // It reads up to an end that is there already, and the library tells of it only with an answer that holds nothing: the
            // broker's default of half a second was spent twice on each changelog, however short.
            add(&[("fetch.wait.max.ms", "10")]);
        } else {
            // How soon it is noticed that a topic which is read has been deleted: it would be waited for like any other.
            add(&[
                ("topic.metadata.refresh.interval.ms", "5000"),
                ("topic.metadata.propagation.max.ms", "5000"),
            ]);
        }
        match (role, by_broker) {
            (Role::Member, false) => {
                add(CLASSIC);
                add(&[("group.instance.id", &options.member())]);
            }
            (Role::Member, true) => add(&[("group.remote.assignor", "range")]),
            _ => {}
        }
    }
    let of_group = ["group.protocol", "group.remote.assignor", "partition.assignment.strategy"];
    let classic_only = ["session.timeout.ms", "heartbeat.interval.ms", "partition.assignment.strategy"];
    all.extend(
        options
            .properties
            .iter()
            .filter(|(name, _)| {
                let name = name.as_str();
                (role == Role::Member || !of_group.contains(&name))
                    && !(by_broker && classic_only.contains(&name))
            })
            .cloned(),
    );
    all
}

/// Makes a client object of a role.
pub fn client(options: &Options, role: Role) -> Result<Handle, Failure> {
    check(options)?;
    let mut conf = Conf::default();
    for (name, value) in properties(options, role) {
        conf.set(&name, &value).map_err(|refused| {
            if refused.unknown {
                give(
                    format!("there is no property `{name}`"),
                    "The names are those of librdkafka: see its page CONFIGURATION.md.",
                )
            } else {
                give(format!("`{name}={value}` cannot be set: {}", refused.text), "Correct the property.")
            }
        })?;
    }
    let kind = if role == Role::Producer { Kind::Producer } else { Kind::Consumer };
    // Who asks for the client's debugging wants to see its lines.
    let talk = options.properties.iter().any(|(name, _)| name == "debug");
    conf.client(kind, talk).map_err(|text| {
        // Certificates and keys are read now: `ssl.ca.location failed: …`.
        let file = options.properties.iter().rfind(|(name, _)| {
            name.starts_with("ssl.") && name.ends_with(".location") && text.starts_with(name.as_str())
        });
        match file {
            Some((name, path)) => give(
                format!("`{name}={path}` cannot be used: {text}"),
                "Check that the file is there, may be read and is as the property wants it; certificates and keys are PEM.",
            ),
            None => give(
                format!("the properties do not go together: {text}"),
                "Correct the property that it names.",
            ),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options(properties: &[(&str, &str)]) -> Options {
        let mut options = Options::new("127.0.0.1:1", "job", "one", 0);
        options.exactly_once = true;
        options.properties = properties.iter().map(|(n, v)| (n.to_string(), v.to_string())).collect();
        options
    }

    fn refused(properties: &[(&str, &str)]) -> String {
        let made =
            [Role::Member, Role::Reader, Role::Producer].map(|role| client(&options(properties), role).err());
        let failure = made.into_iter().flatten().next().expect("a failure");
        assert_eq!(failure.consequence, Consequence::Give);
        assert!(!failure.help.is_empty());
        failure.message
    }

    #[test]
    fn what_exactness_rests_on_cannot_be_set() {
        for (name, _) in OURS {
            assert_eq!(refused(&[(name, "x")]), format!("the property `{name}` is the job's own"));
        }
        assert!(refused(&[("partition.assignment.strategy", "cooperative-sticky")]).contains("together"));
    }

    #[test]
    fn unknown_and_wrong_properties_are_named() {
        assert_eq!(refused(&[("colour", "red")]), "there is no property `colour`");
        assert!(refused(&[("linger.ms", "soon")]).starts_with("`linger.ms=soon` cannot be set"));
        assert!(refused(&[("message.timeout.ms", "20000")]).contains("transaction.timeout.ms"));
        assert!(refused(&[("security.protocol", "sasl_plaintext")]).contains("no `sasl.mechanism`"));
        let kerberos = [("security.protocol", "sasl_plaintext"), ("sasl.mechanism", "GSSAPI")];
        assert!(refused(&kerberos).contains("Kerberos"));
        #[cfg(not(feature = "tls"))]
        assert!(refused(&[("security.protocol", "SASL_SSL")]).contains("needs TLS"));
    }

    #[test]
    fn the_users_settings_hold_over_ours() {
        let options = options(&[
            ("linger.ms", "50"),
            ("transaction.timeout.ms", "4000"),
            ("socket.timeout.ms", "3000"),
        ]);
        assert_eq!(patience(&options), Duration::from_secs(4));
        for role in [Role::Member, Role::Reader, Role::Producer] {
            assert!(client(&options, role).is_ok());
        }
        let last = properties(&options, Role::Producer).into_iter().rfind(|(name, _)| name == "linger.ms");
        assert_eq!(last, Some(("linger.ms".to_string(), "50".to_string())));
    }

    #[test]
    fn the_newer_group_protocol_is_an_option() {
        let options = options(&[("group.protocol", "consumer"), ("session.timeout.ms", "7000")]);
        for role in [Role::Member, Role::Reader] {
            assert!(client(&options, role).is_ok());
        }
        assert!(!properties(&options, Role::Member).iter().any(|(name, _)| name == "group.instance.id"));
    }
}
