//! TLS and passwords: a job runs over each listener, and each mistake is one error that says what to change.

use super::{Ledger, MINUTE, cluster, login, property, secured};
use std::path::Path;

fn tls(authority: &Path) -> Vec<String> {
    vec![property("security.protocol", "ssl"), property("ssl.ca.location", authority.display())]
}

/// What the ledger says that cannot connect, with these words in it and no secret.
#[track_caller]
fn says(brokers: &str, properties: &[String], parts: &[&str]) {
    let output = Ledger::aside().refused(brokers, properties, &[]);
    for part in parts.iter().chain(&[brokers]) {
        assert!(output.contains(part), "`{part}` is not said: {output}");
    }
    assert!(!output.contains("secret"), "{output}");
}

#[test]
fn a_job_runs_over_tls_and_with_passwords() {
    let ledger = Ledger::take();
    let secured = secured();
    super::rights::give_all("ivan");
    let ways = [
        (&secured.tls, tls(&secured.authority)),
        (&secured.sasl_tls, login("sasl_ssl", "PLAIN", "ivan", "ivan-secret")),
        (&secured.sasl_tls, login("sasl_ssl", "SCRAM-SHA-256", "ivan", "ivan-secret")),
        (&secured.sasl, login("sasl_plaintext", "SCRAM-SHA-256", "ivan", "ivan-secret")),
    ];
    for (brokers, properties) in ways {
        ledger.feed(100);
        let mut job = ledger.start(brokers, &properties, &[]);
        ledger.await_everything(&job);
        assert!(job.stop(MINUTE).unwrap().success(), "{}", job.output());
    }
    ledger.judge();
}

#[test]
fn no_tls_where_the_listener_speaks_it() {
    let parts = ["another protocol", "set `security.protocol`", "`ssl`"];
    says(&secured().tls, &[], &parts);
    says(&secured().sasl_tls, &login("sasl_plaintext", "PLAIN", "judy", "judy-secret"), &parts);
}

#[test]
fn tls_where_the_listener_does_not_speak_it() {
    let parts = ["does not speak TLS", "set `security.protocol`", "`plaintext`"];
    says(cluster().bootstrap(), &tls(&secured().authority), &parts);
    says(&secured().sasl, &login("sasl_ssl", "PLAIN", "judy", "judy-secret"), &parts);
}

#[test]
fn a_certificate_that_nobody_trusted_has_signed() {
    let parts = ["TLS with the brokers", "certificate could not be verified", "Set `ssl.ca.location`"];
    says(&secured().tls, &tls(&secured().stranger), &parts);
    says(&secured().tls, &[property("security.protocol", "ssl")], &parts);
    let elsewhere = secured().tls.replace("127.0.0.1", "localhost");
    says(&elsewhere, &tls(&secured().authority), &["name the brokers as their certificates do"]);
}

#[test]
fn a_file_of_certificates_that_is_not_there() {
    let nowhere = Path::new("nowhere/ca.pem");
    let output = Ledger::aside().refused(&secured().tls, &tls(nowhere), &[]);
    assert!(output.contains("`ssl.ca.location=nowhere/ca.pem` cannot be used"), "{output}");
}

#[test]
fn a_password_that_is_wrong_or_in_no_form_that_the_broker_takes() {
    let parts = ["do not accept User:judy", "`sasl.password`"];
    let secured = secured();
    says(&secured.sasl, &login("sasl_plaintext", "PLAIN", "judy", "guessed"), &parts);
    says(&secured.sasl_tls, &login("sasl_ssl", "PLAIN", "judy", "guessed"), &parts);
    says(&secured.sasl_tls, &login("sasl_ssl", "SCRAM-SHA-256", "judy", "guessed"), &parts);
    let parts = ["PLAIN,SCRAM-SHA-256", "`sasl.mechanism`"];
    says(&secured.sasl_tls, &login("sasl_ssl", "SCRAM-SHA-512", "judy", "judy-secret"), &parts);
}

#[test]
fn no_password_where_the_listener_asks_for_one_and_one_where_it_does_not() {
    let secured = secured();
    let parts = ["hang up on who does not log in", "`sasl.username`"];
    says(&secured.sasl, &[], &parts);
    says(&secured.sasl_tls, &tls(&secured.authority), &parts);
    let parts = ["do not accept User:judy"];
    says(&secured.tls, &login("sasl_ssl", "PLAIN", "judy", "judy-secret"), &parts);
}
