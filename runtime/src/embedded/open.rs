//! Opening a directory: the lock, the names, the partition counts, the journal as far as it is whole.

use super::commit;
use super::core::{Committed, Core, FILE_SINK, Readers, STANDARD_OUTPUT, Writer};
use super::index::Index;
use super::journal::{self, Access, Journal};
use super::meta::{FileEntry, Meta, TopicEntry};
use super::names::{Names, Numbers};
use super::options::Options;
use super::settle::{self, Known};
use super::snapshot::{self, Snapshots};
use super::topic::Topic;
use crate::fail::Fatal;
use crate::files::{FileSpec, Place, SinkSpec, Sinks, binding};
use crate::job::{Job, Role};
use crate::stage::{Partition, TaskId};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{File, TryLockError};
use std::io::Write;
use std::path::{Path, PathBuf};

pub(super) fn open(
    directory: &Path,
    job: &'static Job,
    options: Options,
    terminal: Box<dyn Write + Send>,
) -> Result<Core, Fatal> {
    for folder in ["journal", "snap"] {
        let path = directory.join(folder);
        std::fs::create_dir_all(&path).map_err(|e| Fatal::io(format!("creating {}", path.display()), e))?;
    }
    let lock = lock(directory)?;
    let places = places(job, &options)?;
    let found = Meta::read(directory)?;
    let (meta, topics, numbers) = names(job, found.clone(), &places, &options)?;
    if found.as_ref() != Some(&meta) {
        meta.write(directory)?;
    }

    let tasks = settle::tasks(job, &topics.iter().map(|t| t.partitions).collect::<Vec<_>>());
    let mut readers: BTreeMap<u16, Vec<Readers>> = BTreeMap::new();
    for (stage, (spec, tasks)) in numbers.stages.iter().zip(job.stages.iter().zip(tasks)) {
        for input in spec.inputs {
            if let Some(topic) = numbers.topics.get(input.topic as usize) {
                let reader = Readers { stage: *stage, tasks, everywhere: input.everywhere };
                readers.entry(*topic).or_default().push(reader);
            }
        }
    }

    let Journal { index, committed, epoch, tail } = journal::load(directory, Access::Write)?;
    let snapshots = snapshots(directory, &index, epoch)?;
    let sinks = sinks(job, &places, &numbers, &committed, terminal)?;
    let (segment, length, file) = match tail {
        Some(tail) => tail,
        None => (1, 0, commit::create(directory, 1)?),
    };
    let writer = Writer {
        file,
        segment,
        length,
        epoch,
        committed,
        buffer: Vec::new(),
        sinks,
        printed: BTreeMap::new(),
        failed: false,
    };
    let core = Core::new(
        directory.to_owned(),
        options,
        lock,
        numbers,
        topics,
        readers,
        index,
        writer,
        Names::new(meta),
        snapshots,
    );
    {
        let mut writer = core.writer();
        let closed = core.index().segments.get(&writer.segment).is_some_and(|s| s.closed);
        if closed {
            core.roll(&mut writer)?;
        } else if writer.length == 0 {
            core.checkpoint(&mut writer)?;
        }
    }
    Ok(core)
}

fn lock(directory: &Path) -> Result<File, Fatal> {
    let path = directory.join("LOCK");
    let what = |e| Fatal::io(format!("locking {}", path.display()), e);
    let file = File::options().write(true).create(true).truncate(false).open(&path).map_err(what)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(Fatal::Locked { directory: directory.display().to_string() }),
        Err(TryLockError::Error(e)) => Err(what(e)),
    }
}

/// Removes everything the log keeps in a directory, and nothing else; refused while it is in use.
pub(super) fn clear(directory: &Path) -> Result<(), Fatal> {
    if !directory.exists() {
        return Ok(());
    }
    let _lock = lock(directory)?;
    let what = |e| Fatal::io(format!("clearing {}", directory.display()), e);
    // The names first: a directory half cleared is a new one, not one with holes.
    for (name, folder) in [("meta", false), ("journal", true), ("snap", true)] {
        let path = directory.join(name);
        let removed = if folder { std::fs::remove_dir_all(&path) } else { std::fs::remove_file(&path) };
        match removed {
            Err(e) if e.kind() != std::io::ErrorKind::NotFound => return Err(what(e)),
            _ => {}
        }
    }
    Ok(())
}

/// Each topic's binding, its files expanded.
fn places(job: &Job, options: &Options) -> Result<Vec<Option<Place>>, Fatal> {
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

/// The names of the directory with those of the job added, and the job's topics as they are here.
fn names(
    job: &'static Job,
    meta: Option<Meta>,
    places: &[Option<Place>],
    options: &Options,
) -> Result<(Meta, Vec<Topic>, Numbers), Fatal> {
    let mut meta = meta.unwrap_or_else(|| Meta {
        package: job.package.to_owned(),
        job: job.name.to_owned(),
        ..Meta::default()
    });
    if (meta.package.as_str(), meta.job.as_str()) != (job.package, job.name) {
        return Err(Fatal::configuration(
            format!(
                "the directory belongs to job `{}` of package `{}`, not to `{}` of `{}`",
                meta.job, meta.package, job.name, job.package
            ),
            "give this job another directory",
        ));
    }
    let known: Vec<Known> = job
        .topics
        .iter()
        .zip(places)
        .map(|(topic, place)| Known {
            settled: meta.topic(topic.name).and_then(|n| meta.topics.get(n as usize)).map(|t| t.partitions),
            bound: match (place, topic.role) {
                (Some(Place::Files(files)), Role::Input { .. }) => Some(files.len() as u32),
                (Some(Place::StandardInput), _) => Some(1),
                _ => None,
            },
        })
        .collect();
    let counts = settle::settle(job, &known, options.partitions)?;

    let mut numbers = Numbers::default();
    let mut topics = Vec::new();
    for (index, (topic, partitions)) in job.topics.iter().zip(counts).enumerate() {
        let number = match meta.topic(topic.name) {
            Some(number) => number,
            None => {
                meta.topics.push(TopicEntry { name: topic.name.to_owned(), partitions, files: Vec::new() });
                (meta.topics.len() - 1) as u16
            }
        };
        numbers.topics.push(number);
        let place = places[index].as_ref();
        let input = matches!(topic.role, Role::Input { .. });
        let mut files = Vec::new();
        if let (Some(Place::Files(paths)), true) = (place, input) {
            for path in paths {
                let entry = known_file(&mut meta.topics[number as usize], path)?;
                files.push(FileSpec {
                    topic: topic.short_name.to_owned(),
                    path: path.clone(),
                    modified: entry.modified,
                    columns: topic.columns,
                    limit: options.record_limit,
                });
            }
        }
        let read = job.stages.iter().any(|s| s.inputs.iter().any(|i| i.topic as usize == index));
        topics.push(Topic {
            role: topic.role,
            partitions,
            files,
            kept: read || !matches!(place, Some(Place::Files(_))),
            printed: place == Some(&Place::StandardOutput),
            piped: place == Some(&Place::StandardInput),
        });
    }
    numbers.stages = job.stages.iter().map(|stage| meta.stage(stage.name)).collect();
    Ok((meta, topics, numbers))
}

/// What the directory remembers of a file; it learns of a new one.
fn known_file(topic: &mut TopicEntry, path: &Path) -> Result<FileEntry, Fatal> {
    if let Some(known) = topic.files.iter().find(|f| f.path == path) {
        return Ok(known.clone());
    }
    // A missing file is reported, better, when it is read.
    let modified = std::fs::metadata(path).and_then(|m| m.modified()).ok();
    let modified = modified
        .and_then(|t| t.duration_since(std::time::UNIX_EPOCH).ok())
        .map_or(0, |t| t.as_micros() as i64);
    let entry = FileEntry { path: path.to_owned(), modified };
    topic.files.push(entry.clone());
    Ok(entry)
}

/// The snapshots, with how much changelog each store has since.
fn snapshots(directory: &Path, index: &Index, epoch: u64) -> Result<Snapshots, Fatal> {
    let mut snapshots = snapshot::list(directory, true)?;
    for ((task, store), known) in &snapshots {
        if known.epoch > epoch {
            let path = snapshot::path(directory, *task, *store, known.epoch);
            return Err(Fatal::corrupt(
                path.display().to_string(),
                format!("it holds commit {}, but the journal ends with {epoch}", known.epoch),
            ));
        }
    }
    for segment in index.segments.values() {
        for (key, bytes) in &segment.changelog {
            let known = snapshots.entry(*key).or_default();
            if segment.last_epoch > known.epoch {
                known.since += bytes;
            }
        }
    }
    Ok(snapshots)
}

fn sinks(
    job: &'static Job,
    places: &[Option<Place>],
    numbers: &Numbers,
    committed: &Committed,
    terminal: Box<dyn Write + Send>,
) -> Result<Sinks, Fatal> {
    let (mut specs, mut printed) = (Vec::new(), BTreeSet::new());
    for (index, place) in places.iter().enumerate() {
        let topic = index as u16;
        match place {
            Some(Place::StandardOutput) => {
                printed.insert(topic);
            }
            Some(Place::Files(paths)) if !matches!(job.topics[index].role, Role::Input { .. }) => {
                let partition = Partition { topic: numbers.topics[index], number: 0 };
                let key = (TaskId { stage: FILE_SINK, partition: 0 }, partition);
                let committed = committed.positions.get(&key).copied().unwrap_or(0) as u64;
                specs.extend(paths.iter().map(|path| SinkSpec { topic, path: path.clone(), committed }));
            }
            _ => {}
        }
    }
    Sinks::open(job.topics, specs, printed, terminal)
}

/// Pseudo tasks of the log itself, which no job sees.
pub(super) fn is_task(task: TaskId) -> bool {
    task.stage != FILE_SINK && task.stage != STANDARD_OUTPUT
}
