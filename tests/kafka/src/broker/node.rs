//! One node: its process, from formatted storage to an answering broker.

use super::fetch::java_is_missing;
use super::keeper::{self, Janitor};
use super::options::Options;
use super::security;
use crate::Error;
use rustix::process::Signal;
use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

/// Why a node did not start.
pub(super) enum NotStarted {
    /// Somebody else took its port between our letting go of it and its taking it.
    LostPort,
    Failed(Error),
}

impl From<Error> for NotStarted {
    fn from(error: Error) -> NotStarted {
        NotStarted::Failed(error)
    }
}

pub(super) struct Node {
    pub(super) id: u16,
    pub(super) port: u16,
    folder: PathBuf,
    jars: PathBuf,
    flags: Vec<String>,
    /// More of what the storage is formatted with.
    formats: Vec<String>,
    process: Option<Child>,
}

impl Node {
    /// Writes the node's properties. Nothing runs yet.
    pub(super) fn new(
        id: u16,
        ports: &[(u16, u16)],
        options: &Options,
        jars: &Path,
        cluster: &Path,
    ) -> Result<Node, Error> {
        let folder = cluster.join(format!("node{id}"));
        let (port, _) = ports.get(usize::from(id) - 1).copied().unwrap_or_default();
        let written = fs::create_dir_all(&folder)
            .and_then(|()| fs::write(folder.join("log4j2.properties"), include_str!("log4j2.properties")))
            .and_then(|()| {
                let text = options.properties(id, ports, cluster);
                fs::write(folder.join("node.properties"), text)
            });
        written.map_err(|error| Error::io(folder.display(), &error))?;
        let mut flags = vec![format!("-Xmx{}m", options.heap_mib), "-XX:+UseSerialGC".to_string()];
        if !options.full_speed {
            flags.push("-XX:TieredStopAtLevel=1".to_string());
        }
        flags.extend(options.archive.flag());
        let formats = if options.secured.is_empty() { Vec::new() } else { security::format_arguments() };
        Ok(Node { id, port, folder, jars: jars.to_owned(), flags, formats, process: None })
    }

    /// Begins to format the node's storage; [`Node::formatted`] waits for it.
    pub(super) fn format(&mut self, cluster_id: &str) -> Result<(), Error> {
        let flags = ["-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"].map(String::from);
        let mut command = self.java(&flags, "format.log")?;
        command.args(["kafka.tools.StorageTool", "format", "--cluster-id", cluster_id, "--config"]);
        command.arg(self.folder.join("node.properties")).args(&self.formats);
        self.process = Some(spawn(command)?);
        Ok(())
    }

    pub(super) fn formatted(&mut self) -> Result<(), Error> {
        let Some(mut process) = self.process.take() else { return Ok(()) };
        let status = process.wait().map_err(|error| Error::io("waiting for java", &error))?;
        if status.success() { Ok(()) } else { Err(self.ended(status, "format.log")) }
    }

    /// Starts the process, if it is not running; [`Node::is_up`] says whether it still does.
    pub(super) fn start(&mut self, janitor: &mut Janitor) -> Result<(), Error> {
        if self.running()? {
            return Ok(());
        }
        let mut command = self.java(&self.flags, "node.log")?;
        command.arg("kafka.Kafka").arg(self.folder.join("node.properties"));
        let process = spawn(command)?;
        janitor.started(&process);
        self.process = Some(process);
        Ok(())
    }

    /// An error if the process has ended, with what it said last.
    pub(super) fn is_up(&mut self) -> Result<(), NotStarted> {
        let process = self.process.as_mut().ok_or_else(|| Error::new(format!("node {} is down", self.id)))?;
        match process.try_wait().map_err(|error| Error::io("waiting for java", &error))? {
            None => Ok(()),
            Some(_) if self.log("node.log").contains("Address already in use") => Err(NotStarted::LostPort),
            Some(status) => Err(self.ended(status, "node.log").into()),
        }
    }

    /// Kills the process at once and waits for its end; a paused one too.
    pub(super) fn kill(&mut self, janitor: &mut Janitor) -> Result<(), Error> {
        let Some(mut process) = self.process.take() else { return Ok(()) };
        let failed = |error| Error::io("kill -9 of a node", &error);
        process.kill().map_err(failed)?;
        process.wait().map_err(failed)?;
        janitor.ended(&process);
        Ok(())
    }

    /// Ends the process in good order and waits for it, for a minute.
    pub(super) fn end(&mut self) -> Result<(), Error> {
        self.signal(Signal::TERM)?;
        let until = Instant::now() + Duration::from_secs(60);
        while self.running()? {
            if Instant::now() > until {
                return Err(Error::new(format!("node {} does not end", self.id)));
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        Ok(())
    }

    pub(super) fn signal(&mut self, signal: Signal) -> Result<(), Error> {
        match &self.process {
            Some(process) => keeper::signal(process, signal),
            _ => Err(Error::new(format!("node {} is down", self.id))),
        }
    }

    pub(super) fn running(&mut self) -> Result<bool, Error> {
        let Some(process) = &mut self.process else { return Ok(false) };
        let status = process.try_wait().map_err(|error| Error::io("asking for a node", &error))?;
        Ok(status.is_none())
    }

    pub(super) fn address(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    /// The end of what the node has said.
    pub(super) fn log(&self, name: &str) -> String {
        const LINES: usize = 30;
        let text = fs::read(self.folder.join(name)).unwrap_or_default();
        let text = String::from_utf8_lossy(&text);
        let lines: Vec<&str> = text.lines().collect();
        lines[lines.len().saturating_sub(LINES)..].join("\n")
    }

    fn java(&self, flags: &[String], log: &str) -> Result<Command, Error> {
        let failed = |error: std::io::Error| Error::io(self.folder.join(log).display(), &error);
        let log = File::options().create(true).append(true).open(self.folder.join(log)).map_err(failed)?;
        let home = std::env::var_os("JAVA_HOME").map(|home| Path::new(&home).join("bin/java"));
        let mut command = Command::new(home.filter(|java| java.exists()).unwrap_or_else(|| "java".into()));
        command
            .args(flags)
            .arg(format!("-Dlog4j2.configurationFile={}", self.folder.join("log4j2.properties").display()))
            .arg("-cp")
            .arg(self.jars.join("*"))
            // What a developer's shell says to other JVMs is not for this one.
            .env_remove("JDK_JAVA_OPTIONS")
            .env_remove("CLASSPATH")
            .stdin(Stdio::null())
            .stdout(log.try_clone().map_err(failed)?)
            .stderr(log);
        Ok(command)
    }

    fn ended(&self, status: ExitStatus, log: &str) -> Error {
        let said = self.log(log);
        if said.contains("UnsupportedClassVersionError") {
            return java_is_missing("this Java is too old");
        }
        Error::new(format!("node {} ended by itself ({status})\n{said}", self.id))
    }
}

fn spawn(command: Command) -> Result<Child, Error> {
    keeper::spawn(command).map_err(|error| match error.kind() {
        ErrorKind::NotFound => java_is_missing("Java is missing"),
        _ => Error::io("java does not start", &error),
    })
}
