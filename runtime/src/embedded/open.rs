//! Opening a directory: the lock, the names, the partition counts, the journal as far as it is whole.

use super::bound;
use super::commit;
use super::core::{Committed, Core, FILE_SINK, STANDARD_OUTPUT, Writer};
use super::index::Index;
use super::journal::{self, Access, Journal};
use super::meta::Meta;
use super::names::{Names, Numbers};
use super::options::Options;
use super::register::{self, Registered};
use super::snapshot::{self, Snapshots};
use crate::fail::Fatal;
use crate::files::{Place, SinkSpec, Sinks};
use crate::job::{Job, Role};
use crate::stage::{Partition, TaskId};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{File, TryLockError};
use std::io::Write;
use std::path::Path;

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
    let places = bound::places(job, &options)?;
    let Journal { index, committed, epoch, tail } = journal::load(directory, Access::Write)?;
    let found = Meta::read(directory)?;
    let Registered { meta, topics, numbers } =
        register::register(job, found.clone(), &places, &options, &committed)?;
    if found.as_ref() != Some(&meta) {
        meta.write(directory)?;
    }
    let readers = register::readers(job, &numbers, &topics);
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
