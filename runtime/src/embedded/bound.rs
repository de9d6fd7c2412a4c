//! What the job's topics are bound to, and what they may not be.

use super::core::{Committed, FILE_SINK};
use super::meta::{FileEntry, TopicEntry};
use super::open::is_task;
use super::options::Options;
use crate::fail::Fatal;
use crate::files::{Place, binding};
use crate::job::{Job, Role, Topic};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Each topic's binding, its files expanded.
pub(super) fn places(job: &Job, options: &Options) -> Result<Vec<Option<Place>>, Fatal> {
    let mut places: Vec<Option<Place>> = vec![None; job.topics.len()];
    for bound in &options.bindings {
        let found = job.topics.iter().position(|t| t.name == bound.topic || t.short_name == bound.topic);
        let Some(index) = found else {
            let known: Vec<String> = job
                .topics
                .iter()
                .filter(|t| t.role != Role::Repartition)
                .map(|t| format!("`{}`", t.short_name))
                .collect();
            return Err(Fatal::configuration(
                format!("the job has no topic `{}`", bound.topic),
                format!("bind one of {}", known.join(", ")),
            ));
        };
        let topic = &job.topics[index];
        let input = matches!(topic.role, Role::Input { .. });
        let misplaced = match &bound.place {
            Place::StandardInput => !input,
            Place::StandardOutput => input,
            Place::Files(paths) => !input && paths.len() != 1,
        };
        if misplaced || topic.role == Role::Repartition {
            return Err(Fatal::configuration(
                format!("topic `{}` cannot be bound like that", topic.short_name),
                if input {
                    "an input is read from files or from standard input: `--from`"
                } else {
                    "an output is written to one file or to standard output: `--to`"
                },
            ));
        }
        places[index] = Some(match &bound.place {
            Place::Files(paths) if input => Place::Files(binding::expand(topic.short_name, paths)?),
            other => other.clone(),
        });
    }
    no_file_twice(job, &places)?;
    Ok(places)
}

/// A file that is written must not be another sink or a source.
fn no_file_twice(job: &Job, places: &[Option<Place>]) -> Result<(), Fatal> {
    let mut seen: BTreeMap<PathBuf, (usize, bool)> = BTreeMap::new();
    for (index, place) in places.iter().enumerate() {
        let Some(Place::Files(paths)) = place else { continue };
        let written = !matches!(job.topics[index].role, Role::Input { .. });
        for path in paths {
            let real = path.canonicalize().unwrap_or_else(|_| path.clone());
            if let Some((other, other_written)) = seen.insert(real, (index, written))
                && (written || other_written)
            {
                return Err(Fatal::configuration(
                    format!(
                        "{} is bound to both `{}` and `{}`, and one of them writes it",
                        path.display(),
                        job.topics[other].short_name,
                        job.topics[index].short_name
                    ),
                    "give each its own file",
                ));
            }
        }
    }
    Ok(())
}

/// Notes the files a topic is bound to. Others than those it was bound to before are refused once something is
/// committed of it: positions and lengths in one file mean nothing in another.
pub(super) fn remember(
    entry: &mut TopicEntry,
    number: u16,
    topic: &Topic,
    place: Option<&Place>,
    committed: &Committed,
) -> Result<(), Fatal> {
    let input = matches!(topic.role, Role::Input { .. });
    let paths = match place {
        Some(Place::Files(paths)) => paths.iter().map(|path| real(path)).collect(),
        _ => Vec::new(),
    };
    if entry.files.iter().map(|f| &f.path).eq(&paths) || (!input && paths.is_empty()) {
        return Ok(());
    }
    let mut positions = committed.positions.keys().filter(|(_, partition)| partition.topic == number);
    let used = positions.any(|(task, _)| if input { is_task(*task) } else { task.stage == FILE_SINK });
    if used {
        let shown = |paths: &mut dyn Iterator<Item = &PathBuf>| {
            let shown: Vec<String> = paths.map(|p| p.display().to_string()).collect();
            if shown.is_empty() { "the log".to_owned() } else { shown.join(", ") }
        };
        let verb = if input { "read from" } else { "written to" };
        return Err(Fatal::configuration(
            format!(
                "topic `{}` was {verb} {}, and now should be {verb} {}",
                topic.short_name,
                shown(&mut entry.files.iter().map(|f| &f.path)),
                shown(&mut paths.iter())
            ),
            "bind it as before, or run with --fresh to start over",
        ));
    }
    entry.files = paths.into_iter().map(|path| FileEntry { modified: modified(&path), path }).collect();
    Ok(())
}

/// The path as it is the same from every working directory.
fn real(path: &Path) -> PathBuf {
    path.canonicalize().or_else(|_| std::path::absolute(path)).unwrap_or_else(|_| path.to_owned())
}

/// Microseconds since the epoch; 0 if there is no such file, which is reported when it is opened.
fn modified(path: &Path) -> i64 {
    let time = std::fs::metadata(path).and_then(|m| m.modified()).ok();
    let since = time.and_then(|t| t.duration_since(std::time::UNIX_EPOCH).ok());
    since.map_or(0, |d| d.as_micros() as i64)
}
