//! No broker outlives the test that started it, however the test ends.
//!
//! Three things hold this, each against what the one before it leaves open:
//!
//! 1. A [`Cluster`](super::Cluster) that is dropped kills its nodes and waits for them.
//! 2. On Linux the kernel kills a node when the process that started it is gone (`PR_SET_PDEATHSIG`): after
//!    `kill -9`, after a panic that aborts, and for clusters in statics, which are never dropped. The kernel
//!    counts the *thread* that started the node, and a test's thread ends with its test, so one thread of the
//!    process starts all nodes and never ends.
//! 3. The janitor, on any Unix: a shell that reads from a pipe whose other end the process holds. At the end of
//!    the pipe it kills the nodes that were announced to it and removes the cluster's folder.
//!
//! What is not held: a node of a system other than Linux, when the process dies in the instant between
//! starting it and announcing it, or when test and janitor are killed together.

use crate::Error;
use rustix::process::{Pid, Signal, kill_process};
use std::io::Write;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::LazyLock;
use std::sync::mpsc::{Sender, channel};

type Order = (Command, Sender<std::io::Result<Child>>);

static STARTER: LazyLock<Sender<Order>> = LazyLock::new(|| {
    let (sender, orders) = channel::<Order>();
    std::thread::spawn(move || {
        for (mut command, answer) in orders {
            // A caller that is gone has no use for the child, and dropping it here leaves it to the kernel.
            let _ = answer.send(command.spawn());
        }
    });
    sender
});

/// Starts a child that the kernel kills with this process, in a process group of its own: an interrupt from
/// the terminal ends the test, and only thereby its nodes.
pub fn spawn(mut command: Command) -> std::io::Result<Child> {
    command.process_group(0);
    #[cfg(target_os = "linux")]
    die_with(&mut command, std::process::id());
    let (answer, answers) = channel();
    let gone = |_| std::io::Error::other("the thread that starts nodes is gone");
    STARTER.send((command, answer)).map_err(|_| gone(()))?;
    answers.recv().map_err(|_| gone(()))?
}

#[cfg(target_os = "linux")]
fn die_with(command: &mut Command, parent: u32) {
    use rustix::process::{getppid, set_parent_process_death_signal};
    let parent = i32::try_from(parent).ok().and_then(Pid::from_raw);
    // SAFETY: between fork and exec the closure makes two system calls and builds an error from a number; it
    // neither allocates nor takes a lock that another thread of the process may have held at the fork.
    unsafe {
        command.pre_exec(move || {
            set_parent_process_death_signal(Some(Signal::KILL))?;
            // The parent may have died before the call, and then no signal ever comes.
            if getppid() == parent { Ok(()) } else { Err(rustix::io::Errno::SRCH.into()) }
        });
    }
}

/// Sends a signal to a child that has not been waited for, so that its id is still its own.
pub(super) fn signal(child: &Child, signal: Signal) -> Result<(), Error> {
    let pid = i32::try_from(child.id()).ok().and_then(Pid::from_raw);
    let pid = pid.ok_or_else(|| Error::new(format!("{} is no process", child.id())))?;
    kill_process(pid, signal)
        .map_err(|error| Error::io(format!("signal to process {}", child.id()), &error.into()))
}

/// `$1` is the folder to remove, if any. A process just killed may still be writing to it, hence the second attempt.
const JANITOR: &str = r#"
trap '' INT HUP TERM
nodes=
while read -r what node; do
    case $what in
    started) nodes="$nodes $node" ;;
    ended)
        left=
        for other in $nodes; do [ "$other" = "$node" ] || left="$left $other"; done
        nodes=$left
        ;;
    esac
done
for node in $nodes; do kill -9 "$node"; done
[ -z "${1-}" ] || rm -rf -- "$1" || { sleep 1; rm -rf -- "$1"; }
"#;

/// The shell that cleans up when this process is gone, or when it is dropped.
pub(super) struct Janitor {
    shell: Child,
    orders: Option<ChildStdin>,
}

impl Janitor {
    /// It removes `folder` at the end, if there is one.
    pub(super) fn start(folder: Option<&Path>) -> Result<Janitor, Error> {
        let mut shell = Command::new("sh")
            .args(["-c", JANITOR, "sh"])
            .args(folder)
            .process_group(0)
            .stdin(Stdio::piped())
            // Whoever reads the test's output waits until the last holder of its end is gone.
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| Error::io("sh does not start", &error))?;
        let orders = shell.stdin.take();
        Ok(Janitor { shell, orders })
    }

    pub(super) fn started(&mut self, node: &Child) {
        self.tell(format_args!("started {}\n", node.id()));
    }

    pub(super) fn ended(&mut self, node: &Child) {
        self.tell(format_args!("ended {}\n", node.id()));
    }

    fn tell(&mut self, line: std::fmt::Arguments<'_>) {
        if let Some(orders) = &mut self.orders {
            // One write a line, so that a death between two writes leaves no half of a number. A janitor that
            // somebody killed is no reason to fail a test: the other two ways hold.
            let _ = orders.write_all(line.to_string().as_bytes());
        }
    }
}

impl Drop for Janitor {
    fn drop(&mut self) {
        drop(self.orders.take());
        let _ = self.shell.wait();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::{Duration, Instant};

    fn sleeper() -> Child {
        let mut command = Command::new("sleep");
        command.arg("600").stdout(Stdio::null()).stderr(Stdio::null());
        spawn(command).unwrap()
    }

    fn ends(child: &mut Child) -> bool {
        let until = Instant::now() + Duration::from_secs(10);
        while Instant::now() < until {
            if child.try_wait().unwrap().is_some() {
                return true;
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        false
    }

    #[test]
    fn the_janitor_kills_whom_it_was_told_of_and_removes_the_folder() {
        let folder = tempfile::tempdir().unwrap().keep();
        let (mut forgotten, mut ended) = (sleeper(), sleeper());
        let mut janitor = Janitor::start(Some(&folder)).unwrap();
        janitor.started(&forgotten);
        janitor.started(&ended);
        janitor.ended(&ended);
        drop(janitor);
        assert!(ends(&mut forgotten));
        assert!(
            ended.try_wait().unwrap().is_none(),
            "a process that was ended by its cluster is nobody's any more"
        );
        assert!(!folder.exists());
        ended.kill().unwrap();
        ended.wait().unwrap();
    }

    #[test]
    fn a_child_outlives_the_thread_that_asked_for_it() {
        let mut child = std::thread::spawn(sleeper).join().unwrap();
        std::thread::sleep(Duration::from_millis(50));
        assert!(child.try_wait().unwrap().is_none());
        signal(&child, Signal::KILL).unwrap();
        assert!(ends(&mut child));
    }

    const HELPER: &str = "RIPARIAN_KEEPER_TEST";

    /// Not a test: what the one below runs and kills. One of its children only the kernel knows, the other only
    /// the janitor. Both hold this process's output.
    #[test]
    #[ignore = "waits for the next test to kill it"]
    fn helper_that_waits_to_be_killed() {
        let folder = std::env::var_os(HELPER).expect("only the next test runs it");
        let sleep = || {
            let mut command = Command::new("sleep");
            command.arg("600");
            command
        };
        if cfg!(target_os = "linux") {
            // As `Cluster` starts a node, but for the announcement.
            std::mem::forget(spawn(sleep()).unwrap());
        }
        let mut janitor = Janitor::start(Some(Path::new(&folder))).unwrap();
        janitor.started(&sleep().spawn().unwrap());
        std::fs::write(Path::new(&folder).join("ready"), "").unwrap();
        std::thread::sleep(Duration::from_secs(600));
    }

    #[test]
    fn nothing_outlives_a_process_that_is_killed() {
        let folder = tempfile::tempdir().unwrap().keep();
        let mut helper = Command::new(std::env::current_exe().unwrap())
            .args(["--ignored", "--exact", "broker::keeper::tests::helper_that_waits_to_be_killed"])
            .env(HELPER, &folder)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut output = helper.stdout.take().unwrap();
        let until = Instant::now() + Duration::from_secs(30);
        while !folder.join("ready").exists() {
            assert!(
                Instant::now() < until && helper.try_wait().unwrap().is_none(),
                "the helper does not start"
            );
            std::thread::sleep(Duration::from_millis(5));
        }
        helper.kill().unwrap();
        helper.wait().unwrap();
        let (ended, all_ended) = channel();
        std::thread::spawn(move || {
            // The end of the output comes when the last process that holds it is gone.
            std::io::copy(&mut output, &mut std::io::sink()).unwrap();
            ended.send(()).unwrap();
        });
        all_ended.recv_timeout(Duration::from_secs(30)).expect("children are gone with the process");
        while folder.exists() {
            assert!(Instant::now() < until, "the folder is removed");
            std::thread::sleep(Duration::from_millis(5));
        }
    }
}
