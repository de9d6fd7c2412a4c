//! Listeners that ask for more than a connection: TLS, passwords, rights.
//!
//! A node has four then: the plain one of [`Cluster::bootstrap`](super::Cluster::bootstrap), whose clients are nobody in particular and may do
//! everything, and those of [`Secured`]. Certificates are made by Java's `keytool` in the cluster's folder; passwords are no secrets.

use crate::Error;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Who has a password, in both mechanisms; the password of `alice` is `alice-secret`.
pub const USERS: [&str; 10] =
    ["alice", "bob", "carol", "dave", "erin", "frank", "grace", "heidi", "ivan", "judy"];

const STORE: &str = "changeit";

/// The listeners of a node beside the plain one, with their ports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Listeners {
    pub(super) tls: u16,
    pub(super) sasl_tls: u16,
    pub(super) sasl: u16,
}

impl Listeners {
    /// How many ports a node needs.
    pub(super) const PORTS: usize = 3;

    /// From as many ports.
    pub(super) fn of(ports: &[u16]) -> Option<Listeners> {
        let &[tls, sasl_tls, sasl] = ports else { return None };
        Some(Listeners { tls, sasl_tls, sasl })
    }

    /// Names with their protocols and ports.
    pub(super) fn named(self) -> [(&'static str, &'static str, u16); Listeners::PORTS] {
        [
            ("TLS", "SSL", self.tls),
            ("SASLTLS", "SASL_SSL", self.sasl_tls),
            ("SASL", "SASL_PLAINTEXT", self.sasl),
        ]
    }

    /// The settings of a node, listeners aside. Who comes without a name is a super user; everybody else has no right that nobody has
    /// given.
    pub(super) fn settings(folder: &Path) -> String {
        let mut plain = "org.apache.kafka.common.security.plain.PlainLoginModule required".to_owned();
        for user in USERS {
            let _ = write!(plain, " user_{user}=\"{user}-secret\"");
        }
        format!(
            "\
ssl.keystore.location={keystore}
ssl.keystore.type=PKCS12
ssl.keystore.password={STORE}
ssl.key.password={STORE}
sasl.enabled.mechanisms=PLAIN,SCRAM-SHA-256
listener.name.sasl.plain.sasl.jaas.config={plain};
listener.name.sasltls.plain.sasl.jaas.config={plain};
listener.name.sasl.scram-sha-256.sasl.jaas.config={scram};
listener.name.sasltls.scram-sha-256.sasl.jaas.config={scram};
authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
super.users=User:ANONYMOUS
",
            keystore = folder.join("node.p12").display(),
            scram = "org.apache.kafka.common.security.scram.ScramLoginModule required",
        )
    }
}

/// What the storage is formatted with, so that passwords are known from the first start.
pub(super) fn format_arguments() -> Vec<String> {
    let add = |user| format!("SCRAM-SHA-256=[name={user},password={user}-secret]");
    USERS.iter().flat_map(|user| ["--add-scram".to_owned(), add(user)]).collect()
}

/// Where the listeners of the first node are, and what clients need to know of them.
#[derive(Clone, Debug)]
pub struct Secured {
    /// TLS, without names: may do everything.
    pub tls: String,
    /// TLS and a password, PLAIN or SCRAM-SHA-256.
    pub sasl_tls: String,
    /// A password without TLS.
    pub sasl: String,
    /// Who has signed the nodes' certificates.
    pub authority: PathBuf,
    /// Somebody else who signs certificates.
    pub stranger: PathBuf,
}

impl Secured {
    pub(super) fn new(listeners: Listeners, folder: &Path) -> Secured {
        let at = |port: u16| format!("127.0.0.1:{port}");
        Secured {
            tls: at(listeners.tls),
            sasl_tls: at(listeners.sasl_tls),
            sasl: at(listeners.sasl),
            authority: folder.join("node.pem"),
            stranger: folder.join("stranger.pem"),
        }
    }
}

/// Makes the key and the certificate of the nodes, and the certificate of a stranger.
pub(super) fn make_certificates(folder: &Path) -> Result<(), Error> {
    for name in ["node", "stranger"] {
        let store = folder.join(format!("{name}.p12")).display().to_string();
        keytool(&[
            "-genkeypair",
            "-alias",
            name,
            "-keyalg",
            "EC",
            "-groupname",
            "secp256r1",
            "-validity",
            "3650",
            "-dname",
            "CN=127.0.0.1",
            "-ext",
            "SAN=IP:127.0.0.1",
            "-ext",
            "BC=ca:true",
            "-keystore",
            &store,
            "-storetype",
            "PKCS12",
            "-storepass",
            STORE,
        ])?;
        let certificate = folder.join(format!("{name}.pem")).display().to_string();
        keytool(&[
            "-exportcert",
            "-rfc",
            "-alias",
            name,
            "-keystore",
            &store,
            "-storepass",
            STORE,
            "-file",
            &certificate,
        ])?;
    }
    Ok(())
}

fn keytool(arguments: &[&str]) -> Result<(), Error> {
    let home = std::env::var_os("JAVA_HOME").map(|home| Path::new(&home).join("bin/keytool"));
    let program = home.filter(|tool| tool.exists()).unwrap_or_else(|| "keytool".into());
    let output = Command::new(program)
        .args(["-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC"])
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .map_err(|error| Error::io("keytool, which comes with Java, does not start", &error))?;
    if output.status.success() {
        return Ok(());
    }
    let said = [output.stdout, output.stderr].concat();
    Err(Error::new(format!("keytool {}: {}", arguments.join(" "), String::from_utf8_lossy(&said).trim())))
}
