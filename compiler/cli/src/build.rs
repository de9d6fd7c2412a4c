//! From a checked job to a binary: the workspace's own crate, else one written for the package.

use crate::exit::Failure;
use crate::project::Project;
use crate::sdk;
use crate::terminal::Terminal;
use riparian_compiler::plan::Job;
use std::collections::BTreeSet;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::JoinHandle;

/// What a binary can run on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Features {
    /// The embedded log alone: nothing is built from C.
    Embedded,
    /// A broker, too.
    Kafka,
    /// A broker that asks for TLS, too; built with the headers of OpenSSL.
    Tls,
}

impl Features {
    /// What a run on a broker with these properties (`NAME=VALUE`) of its client needs.
    pub fn of(properties: &[String]) -> Features {
        let is_secure = |property: &String| {
            let (name, value) = property.split_once('=').unwrap_or((property, ""));
            match name {
                "security.protocol" => value.to_ascii_lowercase().contains("ssl"),
                "sasl.mechanism" | "sasl.mechanisms" => value.to_ascii_uppercase().starts_with("SCRAM"),
                name => name.starts_with("ssl."),
            }
        };
        if properties.iter().any(is_secure) { Features::Tls } else { Features::Kafka }
    }

    fn names(self) -> &'static [&'static str] {
        match self {
            Features::Embedded => &[],
            Features::Kafka => &["kafka"],
            Features::Tls => &["kafka", "tls"],
        }
    }
}

/// Builds the binary that holds a job; `None` if cargo has said what is wrong.
pub fn binary(
    terminal: &Terminal,
    project: &Project,
    job: &Job,
    features: Features,
) -> Result<Option<PathBuf>, Failure> {
    match start(project, job, features)?.wait()? {
        Built::Binary(path) => Ok(Some(path)),
        Built::NotYet | Built::Failed => {
            terminal.error("the job could not be built; cargo has said why");
            Ok(None)
        }
    }
}

/// Starts to build the binary that holds a job.
pub fn start(project: &Project, job: &Job, features: Features) -> Result<Building, Failure> {
    let root = &project.loaded.root;
    let own = root.join("Cargo.toml");
    let text = std::fs::read_to_string(&own).unwrap_or_default();
    if compiles_streams(&text) {
        if text.contains(".riparian/sdk") {
            sdk::unpack(root)?;
        }
        return Building::start(own, None, features);
    }
    sdk::unpack(root)?;
    let folder = root.join("target/riparian").join(job.package_path.as_str());
    let manifest = crate_for(project, job, &folder)?;
    Building::start(manifest, Some(&root.join("target/riparian/target")), features)
}

/// A manifest whose build script can call the compiler.
fn compiles_streams(manifest: &str) -> bool {
    let parsed: toml::Table = manifest.parse().unwrap_or_default();
    let dependencies = parsed.get("build-dependencies").and_then(toml::Value::as_table);
    dependencies.is_some_and(|of| of.contains_key("riparian-build"))
}

/// Writes the crate of a package: its manifest, the generated jobs, a `main`.
fn crate_for(project: &Project, job: &Job, folder: &Path) -> Result<PathBuf, Failure> {
    let files = riparian_build::generate(
        &project.loaded,
        &project.analysis,
        &BTreeSet::from([job.package]),
        riparian_build::Place::Beside,
    );
    let name = job.package_path.replace('.', "_");
    let manifest = folder.join("Cargo.toml");
    sdk::write_if_changed(&manifest, MANIFEST.replace("{{name}}", &name).as_bytes())?;
    sdk::write_if_changed(&folder.join("src/main.rs"), MAIN.as_bytes())?;
    for (file, text) in files {
        sdk::write_if_changed(&folder.join("src/streams").join(file), text.as_bytes())?;
    }
    let lock = folder.join("Cargo.lock");
    if !lock.exists() {
        sdk::write_if_changed(&lock, sdk::lock_file().as_bytes())?;
    }
    Ok(manifest)
}

const MANIFEST: &str = "\
# Written by riparian; the crate of one package's jobs.
[package]
name = \"{{name}}\"
version = \"0.0.0\"
edition = \"2024\"

[features]
kafka = [\"riparian/kafka\"]
tls = [\"riparian/tls\"]

[dependencies]
riparian = { path = \"../../../.riparian/sdk/runtime\" }

[profile.release]
codegen-units = 16
panic = \"abort\"

[workspace]
";

const MAIN: &str = "\
mod streams;

fn main() -> std::process::ExitCode {
    riparian::main(&streams::PROGRAM)
}
";

/// What a build has come to.
#[derive(Debug)]
pub enum Built {
    NotYet,
    Binary(PathBuf),
    /// Cargo has said what is wrong.
    Failed,
}

/// A crate that is built as jobs are built, cargo's own progress on standard error.
pub struct Building {
    cargo: Child,
    /// What cargo says of the build, line by line; taken when it has ended.
    messages: Option<JoinHandle<String>>,
    manifest: PathBuf,
}

impl Building {
    fn start(manifest: PathBuf, target: Option<&Path>, features: Features) -> Result<Building, Failure> {
        let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        command
            .args(["build", "--release", "--message-format=json-render-diagnostics", "--manifest-path"])
            .arg(&manifest)
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit());
        for name in features.names() {
            command.arg("--features").arg(feature(&manifest, name));
        }
        if let Some(target) = target {
            command.arg("--target-dir").arg(target);
        }
        let mut cargo = command.spawn().map_err(|error| {
            format!(
                "cargo does not start: {error}\nhelp: jobs are built with Rust; install it from https://rustup.rs"
            )
        })?;
        let output = cargo.stdout.take();
        // Read beside the build: a full pipe would stop it.
        let messages = std::thread::spawn(move || {
            let mut text = Vec::new();
            if let Some(mut output) = output {
                let _ = output.read_to_end(&mut text);
            }
            String::from_utf8_lossy(&text).into_owned()
        });
        Ok(Building { cargo, messages: Some(messages), manifest })
    }

    /// Looks, without waiting. Once it has come to something there is nothing more to ask.
    pub fn look(&mut self) -> Result<Built, Failure> {
        match self.cargo.try_wait()? {
            None => Ok(Built::NotYet),
            Some(status) => self.ended(status.success()),
        }
    }

    fn wait(mut self) -> Result<Built, Failure> {
        let status = self.cargo.wait()?;
        self.ended(status.success())
    }

    /// Nobody wants it any more.
    pub fn cancel(mut self) {
        let _ = self.cargo.kill();
        let _ = self.cargo.wait();
    }

    fn ended(&mut self, well: bool) -> Result<Built, Failure> {
        let text = self.messages.take().and_then(|reader| reader.join().ok()).unwrap_or_default();
        if !well {
            return Ok(Built::Failed);
        }
        match executable(&text, default_binary(&self.manifest).as_deref()) {
            Some(path) => Ok(Built::Binary(path)),
            None => {
                let manifest = self.manifest.display();
                Err(format!("{manifest} builds no binary\nhelp: give it a src/main.rs").into())
            }
        }
    }
}

/// The executable of this name among those that cargo has told of, else the first.
fn executable(messages: &str, wanted: Option<&str>) -> Option<PathBuf> {
    let mut found = Vec::new();
    for line in messages.lines() {
        let Ok(message) = serde_json::from_str::<serde_json::Value>(line) else { continue };
        if let Some(executable) = message["executable"].as_str() {
            let name = message["target"]["name"].as_str().unwrap_or_default().to_string();
            found.push((name, PathBuf::from(executable)));
        }
    }
    let by_name = found.iter().find(|(name, _)| wanted == Some(name.as_str()));
    by_name.or(found.first()).map(|(_, path)| path.clone())
}

/// What turns a feature of the runtime on, of the client for Kafka. A crate without a feature of its own for it builds as well, but
/// what its lock file says does not cover the client.
fn feature(manifest: &Path, name: &str) -> String {
    let text = std::fs::read_to_string(manifest).unwrap_or_default();
    let parsed: toml::Table = text.parse().unwrap_or_default();
    let own = parsed.get("features").and_then(toml::Value::as_table);
    if own.is_some_and(|features| features.contains_key(name)) {
        name.to_owned()
    } else {
        format!("riparian/{name}")
    }
}

/// The binary that `cargo run` would take: `default-run`, else the package's name.
fn default_binary(manifest: &Path) -> Option<String> {
    let text = std::fs::read_to_string(manifest).ok()?;
    let value: toml::Value = toml::from_str(&text).ok()?;
    let package = value.get("package")?;
    let name = package.get("default-run").or_else(|| package.get("name"))?;
    Some(name.as_str()?.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tls_is_built_where_a_property_asks_for_it() {
        let of = |property: &str| Features::of(&[property.to_owned()]);
        assert_eq!(of("security.protocol=SASL_SSL"), Features::Tls);
        assert_eq!(of("ssl.ca.location=ca.pem"), Features::Tls);
        assert_eq!(of("sasl.mechanism=SCRAM-SHA-256"), Features::Tls);
        assert_eq!(of("security.protocol=sasl_plaintext"), Features::Kafka);
        assert_eq!(Features::of(&[]), Features::Kafka);
    }
}
