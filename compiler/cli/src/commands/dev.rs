//! `riparian dev`: after every save the workspace is checked, its tests and the job run on the interpreter at once, and
//! the compiled job takes over when it is built.

use crate::build::{self, Features};
use crate::dev::compiled::{Compiled, News, Start};
use crate::dev::interpreted;
use crate::dev::watch::{Look, Watch};
use crate::exit::{Exit, Failure};
use crate::project::{Format, Project};
use crate::terminal::Terminal;
use riparian_build::{Config, Loaded, Threads};
use riparian_compiler::diag::render;
use riparian_compiler::interpret::test;
use riparian_compiler::plan::Job;
use riparian_compiler::workspace::Workspace;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// How often the files are looked at.
const LOOK: Duration = Duration::from_millis(20);

pub const LONG: &str = "\
Watch the workspace: check on every save, run again.

After every save, and at the start:
  - the workspace is checked; only what the edit concerns is looked at again
  - the tests of the job's package, and the job on its local files, run on the interpreter, at once
  - the job is built as `riparian run` builds it, and when it is ready it runs in the place of the
    one before, on a log of its own (.riparian/dev) that every run makes anew

A text with errors changes nothing that runs. Ctrl-C ends it.";

#[derive(clap::Args)]
pub struct Dev {
    /// The job, if the workspace has several: `job` or `package.job`.
    job: Option<String>,
    /// The workspace, or a folder in it.
    #[arg(long, default_value = ".")]
    path: PathBuf,
    /// Read a topic from a file, on the interpreter too. May be repeated.
    #[arg(long, value_name = "TOPIC=PATH")]
    from: Vec<String>,
    /// Only the interpreter: build nothing.
    #[arg(long)]
    interpret: bool,
}

impl Dev {
    pub fn run(self, terminal: &Terminal) -> Result<Exit, Failure> {
        let mut from = BTreeMap::new();
        for binding in &self.from {
            let Some((topic, file)) = binding.split_once('=').filter(|(_, file)| *file != "-") else {
                terminal.error(&format!(
                    "`--from {binding}` names no topic and file\nhelp: write `--from TOPIC=PATH`; standard input \
                     can be read only once, and here the job runs again and again"
                ));
                return Ok(Exit::Usage);
            };
            from.insert(topic.to_string(), file.to_string());
        }
        let mut texts = Texts::read(&self.path, &from)?;
        let mut session = Session {
            dev: &self,
            from,
            workspace: Workspace::new(),
            compiled: Compiled::default(),
            start: None,
        };
        session.saved(terminal, texts.loaded.clone())?;
        loop {
            std::thread::sleep(LOOK);
            if texts.have_changed(terminal, &session.from) {
                session.saved(terminal, texts.loaded.clone())?;
            }
            session.look(terminal)?;
        }
    }
}

/// The files as they were read last.
struct Texts {
    loaded: Loaded,
    /// `riparian.toml`.
    settings: String,
    sources: Watch,
    data: Watch,
    /// What was said of files that could not be read, so that it is said once.
    told: String,
}

impl Texts {
    fn read(folder: &Path, from: &BTreeMap<String, String>) -> Result<Texts, Failure> {
        let loaded = riparian_build::load(folder)?;
        let settings = std::fs::read_to_string(loaded.root.join(Config::FILE)).unwrap_or_default();
        let (sources, data) = (Watch::default(), Watch::default());
        let mut texts = Texts { loaded, settings, sources, data, told: String::new() };
        texts.data.look(interpreted::local_files(&texts.loaded, from));
        Ok(texts)
    }

    /// Reads them again if they were saved; whether they say something else now.
    fn have_changed(&mut self, terminal: &Terminal, from: &BTreeMap<String, String>) -> bool {
        let data = self.data.look(interpreted::local_files(&self.loaded, from)) == Look::Changed;
        let root = self.loaded.root.clone();
        let settings = root.join(Config::FILE);
        let read = riparian_build::load::sources(&root).and_then(|mut paths| {
            paths.push(settings.clone());
            let looked = self.sources.look(paths);
            if looked == Look::Same { Ok(None) } else { riparian_build::load(&root).map(Some) }
        });
        let told = read.as_ref().err().map(|error| error.to_string()).unwrap_or_default();
        if told != self.told && !told.is_empty() {
            terminal.error(&told);
        }
        self.told = told;
        let Ok(Some(loaded)) = read else { return data };
        let settings = std::fs::read_to_string(settings).unwrap_or_default();
        let texts = loaded.files != self.loaded.files || loaded.beside != self.loaded.beside;
        let changed = texts || settings != self.settings;
        (self.loaded, self.settings) = (loaded, settings);
        changed || data
    }
}

/// What lasts from one save to the next.
struct Session<'d> {
    dev: &'d Dev,
    from: BTreeMap<String, String>,
    workspace: Workspace,
    compiled: Compiled,
    /// How the newest job is started, and when it was saved.
    start: Option<(Start, Instant)>,
}

impl Session<'_> {
    /// The texts are other ones.
    fn saved(&mut self, terminal: &Terminal, loaded: Loaded) -> Result<(), Failure> {
        let saved = Instant::now();
        let here: BTreeSet<&str> = loaded.files.iter().map(|(path, _)| path.as_str()).collect();
        let gone: Vec<String> =
            self.workspace.paths().filter(|p| !here.contains(p)).map(str::to_owned).collect();
        for path in gone {
            self.workspace.remove(&path);
        }
        for (path, text) in &loaded.files {
            self.workspace.set(path.as_str(), text.as_str());
        }
        self.workspace.set_beside(loaded.beside.iter().map(|(path, text)| (path.as_str(), text.as_str())));
        let analysis = self.workspace.analyse_on(&Threads);
        let project = Project { loaded, analysis };
        project.show(terminal, Format::Human);
        terminal.status("Checked", &format!("{} in {}", project.summary(), millis(saved)));
        // Whatever is being built is not the newest text any more.
        self.compiled.cancel();
        if project.errors() > 0 {
            return Ok(());
        }
        let job = match project.job(self.dev.job.as_deref()) {
            Ok(job) => job,
            Err(error) => {
                terminal.error(&error);
                return Ok(());
            }
        };
        let name = format!("{}.{}", job.package_path, job.name);
        self.tests(terminal, &project, job);
        match interpreted::interpret(&project.loaded, &project.analysis.model, job, &self.from) {
            Ok(done) => {
                let what = interpreted::summary(&project.analysis.model, &done);
                terminal.status("Interpreted", &format!("{name}: {what}; {} after the save", millis(saved)));
            }
            Err(error) => terminal.error(&error.to_string()),
        }
        if !self.dev.interpret {
            let root = project.loaded.root.clone();
            let directory = root.join(".riparian/dev").join(&name);
            self.compiled.build(build::start(&project, job, Features::Embedded)?);
            let start = Start { job: name, root, directory, from: self.dev.from.clone() };
            self.start = Some((start, saved));
        }
        Ok(())
    }

    /// The tests of the job's package.
    fn tests(&self, terminal: &Terminal, project: &Project, job: &Job) {
        let analysis = &project.analysis;
        let (mut passed, mut failed) = (0, 0);
        for case in analysis.plan.tests.iter().filter(|case| case.package == job.package) {
            let outcome = test::run(&analysis.model, &analysis.plan, case);
            if outcome.passed() {
                passed += 1;
                continue;
            }
            failed += 1;
            terminal.status("FAILED", &case.name);
            for failure in outcome.failures {
                let finding = super::test::finding(failure);
                terminal.say(&render::human(&finding, &analysis.sources(), terminal.colour_err));
            }
        }
        if passed + failed > 0 {
            terminal.status("Tested", &format!("{passed} passed, {failed} failed"));
        }
    }

    /// What has become of the compiled job since the last look.
    fn look(&mut self, terminal: &Terminal) -> Result<(), Failure> {
        let Some((start, saved)) = &self.start else { return Ok(()) };
        match self.compiled.look(start)? {
            News::Nothing => {}
            News::Running => {
                let after = saved.elapsed().as_secs_f64();
                terminal.status("Running", &format!("{}, compiled, {after:.1} s after the save", start.job));
            }
            News::Failed => terminal.error("the job could not be built; cargo has said why"),
            News::Ended(true) => terminal.status("Ended", &format!("{} has read its files", start.job)),
            News::Ended(false) => terminal.error(&format!("{} has ended; it has said why", start.job)),
        }
        Ok(())
    }
}

fn millis(since: Instant) -> String {
    format!("{:.1} ms", since.elapsed().as_secs_f64() * 1000.0)
}
