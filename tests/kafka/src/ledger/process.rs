//! A job in processes of its own, to be killed.

use crate::broker::keeper;
use crate::{Cluster, Error};
use rustix::process::{Pid, Signal, kill_process};
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

/// One process of a job. Killed when dropped.
pub struct Process {
    child: Child,
    output: PathBuf,
}

/// How a process is started; [`Start::process`] starts it.
#[derive(Clone, Copy, Debug)]
pub struct Start<'a> {
    /// The program that holds the job.
    pub binary: &'a Path,
    /// The job's name.
    pub job: &'a str,
    /// Where it finds the brokers.
    pub bootstrap: &'a str,
    /// Its state and what it says are here, by the name of the instance.
    pub folder: &'a Path,
    pub instance: &'a str,
    /// More arguments.
    pub arguments: &'a [&'a str],
    /// Bytes beyond which no file that it writes can grow: as if the disk were full there.
    pub file_limit: Option<u64>,
}

impl Start<'_> {
    pub fn process(&self) -> Result<Process, Error> {
        let output = self.folder.join(format!("{}.out", self.instance));
        let written = File::options()
            .create(true)
            .append(true)
            .open(&output)
            .map_err(|e| Error::io("the output", &e))?;
        let both = written.try_clone().map_err(|e| Error::io("the output", &e))?;
        let mut command = match self.file_limit {
            None => Command::new(self.binary),
            Some(limit) => {
                // The signal of the limit would end the process: without it the write fails, as it does on a full disk.
                let mut shell = Command::new("sh");
                let script = format!("trap '' XFSZ; ulimit -f {}; exec \"$0\" \"$@\"", limit.div_ceil(512));
                shell.args(["-c", &script]).arg(self.binary);
                shell
            }
        };
        command
            .args(["--job", self.job, "--brokers", self.bootstrap, "--instance", self.instance])
            .args(["--property", "broker.address.family=v4", "--dir"])
            .arg(self.folder.join(self.instance))
            .args(self.arguments)
            .stdin(Stdio::null())
            .stdout(written)
            .stderr(both);
        // Whatever becomes of the test, no job outlives it.
        let child = keeper::spawn(command).map_err(|e| Error::io("the job", &e))?;
        Ok(Process { child, output })
    }
}

impl Process {
    /// Starts the job `ledger` of the program `binary` as the instance of a name, with its state in a folder of that name; more
    /// arguments at will.
    pub fn start(
        binary: &Path,
        cluster: &Cluster,
        folder: &Path,
        instance: &str,
        arguments: &[&str],
    ) -> Result<Process, Error> {
        let (job, bootstrap) = ("ledger", cluster.bootstrap());
        Start { binary, job, bootstrap, folder, instance, arguments, file_limit: None }.process()
    }

    fn signal(&self, signal: Signal) -> Result<(), Error> {
        let pid = Pid::from_child(&self.child);
        kill_process(pid, signal).map_err(|e| Error::new(format!("signalling the job: {e}")))
    }

    /// At once, without any warning.
    pub fn kill(&mut self) -> Result<(), Error> {
        self.signal(Signal::KILL)?;
        self.child.wait().map(|_| ()).map_err(|e| Error::io("the job", &e))
    }

    /// It stands still until [`Process::resume`].
    pub fn pause(&self) -> Result<(), Error> {
        self.signal(Signal::STOP)
    }

    pub fn resume(&self) -> Result<(), Error> {
        self.signal(Signal::CONT)
    }

    /// Asks it to end, and waits until it has.
    pub fn stop(&mut self, within: Duration) -> Result<ExitStatus, Error> {
        self.signal(Signal::TERM)?;
        self.wait(within)
    }

    /// Waits until it ends by itself.
    pub fn wait(&mut self, within: Duration) -> Result<ExitStatus, Error> {
        let until = Instant::now() + within;
        loop {
            if let Some(status) = self.child.try_wait().map_err(|e| Error::io("the job", &e))? {
                return Ok(status);
            }
            if Instant::now() > until {
                return Err(Error::new(format!("the job goes on after {within:?}: {}", self.output())));
            }
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// The number of the process, for those who read what the system tells of it.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// The most memory that it has had at once, in bytes; `None` where the system does not tell.
    pub fn peak_memory(&self) -> Option<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.id())).ok()?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
        line.trim().strip_suffix(" kB")?.trim().parse::<u64>().ok().map(|kib| kib * 1024)
    }

    /// Whether it is still running.
    pub fn runs(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(None))
    }

    /// What all processes of this name have said so far.
    pub fn output(&self) -> String {
        std::fs::read_to_string(&self.output).unwrap_or_default()
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.kill();
    }
}
