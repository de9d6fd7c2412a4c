//! Bringing a store back: its snapshot, then the changelog after it; and taking the next snapshot.

use super::core::Core;
use super::frame::Part;
use super::index::{Files, Index};
use super::segment::Segment;
use super::snapshot::{self, Entries, Snapshots, Title};
use super::walk::{self, Step, Walk};
use crate::fail::Fatal;
use crate::stage::TaskId;
use std::collections::BTreeMap;

/// A chunk of changelog: its segment, the start of its frame, and where in the frame.
#[derive(Clone, Copy, Debug)]
pub(super) struct ChunkPlace {
    segment: u32,
    frame: u64,
    part: Part,
}

/// Every chunk of changelog that no snapshot covers, in the order it was committed. Bounded by the rule for snapshots.
pub(super) type Places = BTreeMap<(TaskId, u16), Vec<ChunkPlace>>;

pub(super) type Put<'a> = dyn FnMut(&[u8], Option<&[u8]>) -> Result<(), Fatal> + 'a;

/// Finds the uncovered changelog in one pass over frame heads.
pub(super) fn uncovered(index: &Index, files: &Files, snapshots: &Snapshots) -> Result<Places, Fatal> {
    let covered = |key: &(TaskId, u16)| snapshots.get(key).map_or(0, |known| known.epoch);
    let mut places = Places::new();
    for segment in index.segments.values() {
        if segment.changelog.keys().all(|key| covered(key) >= segment.last_epoch) {
            continue;
        }
        let what = |e| Fatal::io(format!("reading {}", Segment::place(segment.number, 0)), e);
        let file = files.get(segment.number, segment.generation).map_err(what)?;
        let mut walk = Walk::new(file, 0, segment.length);
        loop {
            match walk.step().map_err(what)? {
                Step::End => break,
                Step::Broken(at) => {
                    let detail = "a commit's checksum does not match";
                    return Err(Fatal::corrupt(Segment::place(segment.number, at), detail));
                }
                Step::Frame(frame, head) => {
                    for (task, store, part) in &head.changelog {
                        if head.epoch > covered(&(*task, *store)) {
                            let place = ChunkPlace { segment: segment.number, frame, part: *part };
                            places.entry((*task, *store)).or_default().push(place);
                        }
                    }
                }
            }
        }
    }
    Ok(places)
}

/// Replays chunks of changelog.
pub(super) fn replay(
    index: &Index,
    files: &Files,
    chunks: &[ChunkPlace],
    put: &mut Put<'_>,
) -> Result<(), Fatal> {
    for chunk in chunks {
        let place = || Segment::place(chunk.segment, chunk.frame + chunk.part.at);
        let generation = index.segments.get(&chunk.segment).map_or(0, |s| s.generation);
        let bytes = files
            .get(chunk.segment, generation)
            .and_then(|file| walk::load(&file, chunk.frame, chunk.part))
            .map_err(|e| Fatal::io(format!("reading {}", place()), e))?;
        let corrupt = || Fatal::corrupt(place(), "the checksum of a store's changes does not match");
        snapshot::entries(&bytes.ok_or_else(corrupt)?, put).ok_or_else(corrupt)??;
    }
    Ok(())
}

impl Core {
    /// See [`crate::log::Log::restore`]; `job_task` has the job's numbers.
    pub(super) fn restore(
        &self,
        job_task: TaskId,
        store: u16,
        name: &str,
        layout: &str,
        put: &mut Put<'_>,
    ) -> Result<(), Fatal> {
        let task = self.numbers.task(job_task)?;
        let number = self.names().open_store(job_task.stage, task.stage, store, name, layout, |number| {
            let is = |(task_of, store_of): &(TaskId, u16)| task_of.stage == task.stage && *store_of == number;
            self.snapshots().iter().any(|(key, known)| is(key) && known.epoch > 0)
                || self.index().segments.values().any(|s| s.changelog.keys().any(is))
        })?;
        let key = (task, number);
        let epoch = self.snapshots().get(&key).map_or(0, |known| known.epoch);
        if epoch > 0 {
            snapshot::read(&snapshot::path(&self.directory, task, number, epoch), name, layout, put)?;
        }
        let chunks = {
            let mut places = self.places();
            if places.is_none() {
                *places = Some(uncovered(&self.index(), &self.files, &self.snapshots())?);
            }
            places.as_ref().and_then(|p| p.get(&key)).cloned().unwrap_or_default()
        };
        replay(&self.index(), &self.files, &chunks, put)
    }

    pub(super) fn wants_snapshot(&self, job_task: TaskId, store: u16) -> bool {
        let (Ok(task), Ok(number)) = (self.numbers.task(job_task), self.names().store(job_task.stage, store))
        else {
            return false;
        };
        self.snapshots().get(&(task, number)).is_some_and(snapshot::Known::outgrown)
    }

    pub(super) fn snapshot(
        &self,
        job_task: TaskId,
        store: u16,
        name: &str,
        layout: &str,
        entries: &mut Entries<'_>,
    ) -> Result<(), Fatal> {
        let task = self.numbers.task(job_task)?;
        let (number, stage) = {
            let mut names = self.names();
            let number = names.store(job_task.stage, store)?;
            names.flush(&self.directory)?;
            (number, names.meta.stages.get(task.stage as usize).cloned().unwrap_or_default())
        };
        let (epoch, file) = {
            let writer = self.writer();
            (writer.epoch, writer.file.clone())
        };
        if epoch == 0 {
            return Ok(());
        }
        // A snapshot must never be newer than the journal that survives with it.
        file.sync_data().map_err(|e| Fatal::io("writing the journal", e))?;
        let path = snapshot::path(&self.directory, task, number, epoch);
        let title = Title { stage: &stage, partition: task.partition, store: name, layout, epoch };
        snapshot::write(&path, &title, entries)?;
        *self.places() = None;
        let bytes = std::fs::metadata(&path).map_err(|e| Fatal::io(path.display().to_string(), e))?.len();
        let new = snapshot::Known { epoch, bytes, since: 0 };
        let old = self.snapshots().insert((task, number), new).map_or(0, |known| known.epoch);
        if old > 0 && old != epoch {
            let old = snapshot::path(&self.directory, task, number, old);
            std::fs::remove_file(&old).map_err(|e| Fatal::io(old.display().to_string(), e))?;
        }
        Ok(())
    }
}
