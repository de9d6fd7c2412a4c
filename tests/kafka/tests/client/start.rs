//! What a user can get wrong at the start is one failure that names it, within seconds.

use super::{options, with};
use riparian::broker::Client as _;
use riparian::broker::client::{Consequence, Failure};
use riparian::kafka::{KafkaClient, Options};
use std::io::{Read, Write};
use std::net::TcpListener;
use std::time::{Duration, Instant};

fn refused(options: Options) -> Failure {
    let start = Instant::now();
    let failure = KafkaClient::open(options).err().expect("a failure");
    assert!(start.elapsed() < Duration::from_secs(12), "{:?}", start.elapsed());
    assert_eq!(failure.consequence, Consequence::Give, "{failure:?}");
    assert!(!failure.help.is_empty(), "{failure:?}");
    failure
}

fn at(brokers: &str, properties: &[(&str, &str)]) -> Options {
    let mut options = with(options(&[]), properties);
    options.brokers = brokers.to_string();
    options.patience = Duration::from_secs(2);
    options
}

#[test]
fn nobody_listens() {
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let failure = refused(at(&port.to_string(), &[]));
    assert!(
        failure.message.contains(&port.to_string()) && failure.message.contains("refused"),
        "{failure:?}"
    );
}

#[test]
fn a_name_that_is_no_host() {
    let failure = refused(at("no-such-host.invalid:9092", &[]));
    assert!(failure.message.contains("no-such-host.invalid"), "{failure:?}");
}

#[test]
fn something_else_listens() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    std::thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let _ = stream.read(&mut [0; 64]);
            let _ = stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n");
        }
    });
    let failure = refused(at(&address, &[]));
    assert!(failure.message.contains(&address), "{failure:?}");
}

#[test]
fn a_listener_that_hangs_up_speaks_another_protocol() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    std::thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let _ = stream.read(&mut [0; 64]);
        }
    });
    let failure = refused(at(&address, &[]));
    assert!(failure.message.contains("another protocol"), "{failure:?}");
    assert!(failure.help.contains("security.protocol"), "{failure:?}");
}

#[test]
fn a_broker_that_wants_no_password_is_given_one() {
    let properties = [
        ("security.protocol", "sasl_plaintext"),
        ("sasl.mechanism", "PLAIN"),
        ("sasl.username", "alice"),
        ("sasl.password", "secret"),
    ];
    let mut options = with(options(&[]), &properties);
    options.patience = Duration::from_secs(3);
    let failure = refused(options);
    assert!(!failure.message.contains("secret"), "{failure:?}");
}

#[test]
fn properties_that_do_not_exist_or_are_ours() {
    let failure = refused(with(options(&[]), &[("max.pol.interval.ms", "1")]));
    assert_eq!(failure.message, "there is no property `max.pol.interval.ms`");
    let failure = refused(with(options(&[]), &[("isolation.level", "read_uncommitted")]));
    assert_eq!(failure.message, "the property `isolation.level` is the job's own");
}

#[test]
fn a_missing_topic_is_none() {
    let mut client = KafkaClient::open(options(&["no-such-topic"])).unwrap();
    assert_eq!(client.partitions(0).unwrap(), None);
    assert_eq!(client.partitions(7).unwrap_err().consequence, Consequence::Give);
}

#[test]
fn a_transaction_longer_than_brokers_allow() {
    let mut client =
        KafkaClient::open(with(options(&[]), &[("transaction.timeout.ms", "2147483647")])).unwrap();
    let failure = client.renew().unwrap_err();
    assert_eq!(failure.consequence, Consequence::Give, "{failure:?}");
    assert!(failure.help.contains("transaction.max.timeout.ms"), "{failure:?}");
}
