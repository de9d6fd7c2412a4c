//! What a job binary is made of: its jobs, and `riparian.toml` as it was when it was built.

use super::options::Arguments;
use crate::fail::Fatal;
use crate::files::{Binding, Place};
use crate::job::{Job, Role};

/// Generated code hands this to [`super::main`].
#[derive(Debug)]
pub struct Program {
    pub jobs: &'static [&'static Job],
    /// `[local]`: topic → files, relative to the workspace; one file `-` is a standard stream.
    pub local: &'static [(&'static str, &'static [&'static str])],
    /// Partitions of topics for which nothing else says how many.
    pub partitions: u32,
    /// The folder of logs, relative to the workspace.
    pub data: &'static str,
    /// `[tokens]`: vault → where its key is.
    pub tokens: &'static [(&'static str, TokenSource)],
}

/// Where the key of a vault is: 64 hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenSource {
    /// A file, relative to the workspace.
    File(&'static str),
    /// An environment variable.
    Environment(&'static str),
}

impl Program {
    /// The job of a name, or the only one.
    pub fn job(&self, name: Option<&str>) -> Result<&'static Job, String> {
        let list =
            || self.jobs.iter().map(|j| format!("  {}.{}", j.package, j.name)).collect::<Vec<_>>().join("\n");
        match (name, self.jobs) {
            (None, [job]) => Ok(job),
            (None, []) => Err("this program has no job".to_string()),
            (None, _) => Err(format!("this program has several jobs\nhelp: name one with --job\n{}", list())),
            (Some(name), jobs) => jobs
                .iter()
                .find(|j| j.name == name || format!("{}.{}", j.package, j.name) == name)
                .copied()
                .ok_or_else(|| format!("this program has no job `{name}`\nhelp: it has\n{}", list())),
        }
    }

    /// The bindings of the configuration that concern the job, under those of the command line.
    pub(super) fn bindings(&self, job: &Job, arguments: &Arguments) -> Result<Vec<Binding>, Fatal> {
        let known = |topic: &str| job.topics.iter().find(|t| t.short_name == topic || t.name == topic);
        for binding in &arguments.bindings {
            if known(&binding.topic).is_none() {
                let mut names: Vec<&str> = job
                    .topics
                    .iter()
                    .filter(|t| !matches!(t.role, Role::Repartition))
                    .map(|t| t.short_name)
                    .collect();
                names.sort_unstable();
                return Err(Fatal::configuration(
                    format!("the job {} has no topic `{}`", job.name, binding.topic),
                    format!("its topics are {}", names.join(", ")),
                ));
            }
        }
        let mut bindings = arguments.bindings.clone();
        for (topic, files) in self.local {
            let Some(found) = known(topic) else { continue };
            let overridden = bindings.iter().any(|b| b.topic == found.name || b.topic == found.short_name);
            if overridden {
                continue;
            }
            let place = match files {
                ["-"] if matches!(found.role, Role::Input { .. }) => Place::StandardInput,
                ["-"] => Place::StandardOutput,
                files => Place::Files(files.iter().map(|f| arguments.root.join(f)).collect()),
            };
            bindings.push(Binding { topic: (*topic).to_string(), place });
        }
        Ok(bindings)
    }
}
