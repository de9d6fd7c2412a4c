//! Trouble with the job's own processes: killed at any moment, started again with or without what they had on disk, paused past
//! their session, replaced while they stand still, taken away and brought in.

use super::diary::Diary;
use crate::ledger::Process;
use crate::{Cluster, Error, Random};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

const NAMES: [&str; 3] = ["a", "b", "c"];
/// In milliseconds, for the group: short, so that zombies are zombies soon.
const SESSION: u64 = 3_000;
/// How long a process may take to end when it is asked to, or when its name is somebody else's. A node may be away meanwhile.
const ENDS: Duration = Duration::from_secs(60);
/// How long two of a name are watched. A member that has lost its session joins without knowing what it was, and takes the place of
/// whoever has it: as long as nodes come and go, two processes may take it from each other without ever being told. (Where nodes stay,
/// one of them ends: a test of its own.)
const BOTH: Duration = Duration::from_secs(30);

#[derive(Clone, Copy, Debug)]
enum Trouble {
    /// Killed, and started again soon.
    Kill,
    /// Killed, and started again with nothing on disk.
    KillAndForget,
    /// Killed, and away for longer than its session.
    KillForLong,
    /// Paused past its session, and resumed.
    Zombie,
    /// Paused, and another process takes its name before it is resumed.
    Replace,
    Remove,
    Add,
}

/// Drawn in an order of chance, then again.
const DECK: [Trouble; 9] = [
    Trouble::Kill,
    Trouble::Kill,
    Trouble::Kill,
    Trouble::KillAndForget,
    Trouble::KillForLong,
    Trouble::Zombie,
    Trouble::Replace,
    Trouble::Remove,
    Trouble::Add,
];

struct Instance {
    name: &'static str,
    process: Option<Process>,
    /// It has two directories, and the one that it does not use is of an earlier time.
    second: bool,
}

/// All processes of the job.
pub struct Instances<'a> {
    ledger: &'a Path,
    cluster: &'a Cluster,
    brokers: String,
    folder: &'a Path,
    diary: &'a Diary<'a>,
    random: Random,
    instances: Vec<Instance>,
}

impl<'a> Instances<'a> {
    /// None of them runs yet. They keep their state and what they say in `folder`, and know the nodes by `brokers`.
    pub fn new(
        ledger: &'a Path,
        cluster: &'a Cluster,
        brokers: String,
        folder: &'a Path,
        diary: &'a Diary<'a>,
        random: Random,
    ) -> Self {
        let instances = NAMES.map(|name| Instance { name, process: None, second: false }).into();
        Instances { ledger, cluster, brokers, folder, diary, random, instances }
    }

    fn directory(&self, at: usize) -> PathBuf {
        let Instance { name, second, .. } = &self.instances[at];
        self.folder.join(if *second { format!("{name}-second") } else { (*name).to_owned() })
    }

    fn start(&mut self, at: usize) -> Result<(), Error> {
        let workers = (1 + self.random.below(2)).to_string();
        let directory = self.directory(at).display().to_string();
        let arguments = [
            "--brokers",
            &self.brokers,
            "--dir",
            &directory,
            "--workers",
            &workers,
            "--property",
            &format!("session.timeout.ms={SESSION}"),
            "--stop-within",
            &(ENDS / 2).as_secs().to_string(),
        ];
        let name = self.instances[at].name;
        let process = Process::start(self.ledger, self.cluster, self.folder, name, &arguments)?;
        self.diary.note(format_args!("{name} started with {workers} workers"));
        self.instances[at].process = Some(process);
        Ok(())
    }

    pub fn start_all(&mut self) -> Result<(), Error> {
        (0..self.instances.len()).try_for_each(|at| self.start(at))
    }

    /// Makes trouble until that many processes have been killed.
    pub fn trouble(&mut self, kills: u32) -> Result<(), Error> {
        let mut killed = 0;
        loop {
            let mut deck = DECK;
            self.random.shuffle(&mut deck);
            for trouble in deck {
                std::thread::sleep(self.random.millis(200, 2_500));
                self.check()?;
                killed += u32::from(self.make(trouble)?);
                if killed >= kills {
                    return Ok(());
                }
            }
        }
    }

    /// One that has ended without being asked is started again.
    pub fn check(&mut self) -> Result<(), Error> {
        for at in 0..self.instances.len() {
            let name = self.instances[at].name;
            if let Some(process) = &mut self.instances[at].process
                && !process.runs()
            {
                self.diary.ended(name, &process.output());
                self.start(at)?;
            }
        }
        Ok(())
    }

    /// One that runs, by chance.
    fn any(&mut self) -> usize {
        let running: Vec<usize> =
            (0..self.instances.len()).filter(|at| self.instances[*at].process.is_some()).collect();
        running.get(self.random.below(running.len() as u64) as usize).copied().unwrap_or_default()
    }

    fn kill(&mut self, at: usize) -> Result<(), Error> {
        if let Some(mut process) = self.instances[at].process.take() {
            process.kill()?;
            self.diary.note(format_args!("{} killed", self.instances[at].name));
        }
        Ok(())
    }

    /// Whether somebody was killed.
    fn make(&mut self, trouble: Trouble) -> Result<bool, Error> {
        let at = self.any();
        let name = self.instances[at].name;
        match trouble {
            Trouble::Kill => {
                self.kill(at)?;
                std::thread::sleep(self.random.millis(0, 500));
                self.start(at)?;
            }
            Trouble::KillAndForget => {
                self.kill(at)?;
                let directory = self.directory(at);
                // It may have been killed before it had made it.
                let _ = std::fs::remove_dir_all(&directory);
                self.diary.note(format_args!("{name}'s disk is lost"));
                self.start(at)?;
            }
            Trouble::KillForLong => {
                self.kill(at)?;
                std::thread::sleep(self.random.millis(SESSION + 500, SESSION + 2_000));
                self.start(at)?;
            }
            Trouble::Zombie => {
                if let Some(process) = &self.instances[at].process {
                    process.pause()?;
                    self.diary.note(format_args!("{name} paused"));
                    std::thread::sleep(self.random.millis(SESSION + 500, SESSION + 3_000));
                    process.resume()?;
                    self.diary.note(format_args!("{name} resumed"));
                }
            }
            Trouble::Replace => self.replace(at)?,
            Trouble::Remove => self.remove(at)?,
            Trouble::Add => match self.instances.iter().position(|instance| instance.process.is_none()) {
                Some(away) => self.start(away)?,
                None => self.remove(at)?,
            },
        }
        Ok(matches!(trouble, Trouble::Kill | Trouble::KillAndForget | Trouble::KillForLong))
    }

    /// Two processes of one name: the group keeps the one that joined last, and the other has to end. That is the one of before,
    /// unless it was paused before it had joined.
    fn replace(&mut self, at: usize) -> Result<(), Error> {
        let Some(mut old) = self.instances[at].process.take() else { return Ok(()) };
        let name = self.instances[at].name;
        old.pause()?;
        self.diary.note(format_args!("{name} paused"));
        self.instances[at].second ^= true;
        self.start(at)?;
        std::thread::sleep(self.random.millis(1_000, 4_000));
        old.resume()?;
        self.diary.note(format_args!("the {name} of before resumed"));
        let until = Instant::now() + BOTH;
        while Instant::now() < until {
            let instance = &mut self.instances[at];
            if !old.runs() {
                self.diary.note(format_args!("the {name} of before has ended"));
                return Ok(());
            }
            if instance.process.as_mut().is_some_and(|new| !new.runs()) {
                self.diary.note(format_args!("the {name} of before has taken the name back"));
                instance.process = Some(old);
                instance.second ^= true;
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        self.diary.note(format_args!("two processes of the name {name} go on: the one of before is killed"));
        old.kill()
    }

    /// All but one may be away.
    fn remove(&mut self, at: usize) -> Result<(), Error> {
        if self.instances.iter().filter(|instance| instance.process.is_some()).count() > 1 {
            self.diary.note(format_args!("{} is asked to stop", self.instances[at].name));
            self.stop(at)?;
        }
        Ok(())
    }

    fn stop(&mut self, at: usize) -> Result<(), Error> {
        let Some(mut process) = self.instances[at].process.take() else { return Ok(()) };
        let name = self.instances[at].name;
        match process.stop(ENDS) {
            Ok(status) if status.success() => self.diary.note(format_args!("{name} has stopped")),
            Ok(_) => self.diary.ended(name, &process.output()),
            Err(_) => self.diary.unexpected(format_args!("{name} does not stop within {ENDS:?}")),
        }
        Ok(())
    }

    pub fn stop_all(&mut self) -> Result<(), Error> {
        (0..self.instances.len()).try_for_each(|at| self.stop(at))
    }
}
