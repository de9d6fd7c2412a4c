//! Snapshots: everything one store held at one commit, in a file of its own.
//!
//! ```text
//! "RPS1"  length u32, CRC-32C u32 of: stage, partition, store, layout, epoch
//! blocks  length u32, count u32, CRC-32C u32, encoded records
//! end     0, 0, CRC-32C of the following, total count u64
//! ```
//!
//! A snapshot appears whole or not at all. It says which epoch it holds; the journal says what came later.

use super::meta;
use super::wire::{Put, Take};
use crate::fail::Fatal;
use crate::record::{Chunk, Kind, Records};
use crate::stage::TaskId;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufReader, Read, Write};
use std::path::{Path, PathBuf};

const MAGIC: [u8; 4] = *b"RPS1";
const BLOCK: usize = 256 << 10;
/// Changelog that is never worth a snapshot.
const SMALL: u64 = 1 << 20;

/// What is on disk for one store of one task.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Known {
    /// Of the snapshot; 0: there is none.
    pub epoch: u64,
    /// Of the snapshot's file.
    pub bytes: u64,
    /// Bytes of changelog since.
    pub since: u64,
}

impl Known {
    /// The changelog has outgrown what a snapshot would cost.
    pub(super) fn outgrown(&self) -> bool {
        self.since > self.bytes.max(SMALL)
    }
}

pub(super) type Snapshots = BTreeMap<(TaskId, u16), Known>;

/// What a snapshot says of itself.
pub(super) struct Title<'a> {
    pub stage: &'a str,
    pub partition: u32,
    pub store: &'a str,
    pub layout: &'a str,
    pub epoch: u64,
}

pub(super) fn path(directory: &Path, task: TaskId, store: u16, epoch: u64) -> PathBuf {
    directory.join("snap").join(format!("{}-{}.{store}.{epoch}", task.stage, task.partition))
}

/// The newest snapshot of each store. Older ones and unfinished ones are removed if `tidy`.
pub(super) fn list(directory: &Path, tidy: bool) -> Result<Snapshots, Fatal> {
    let folder = directory.join("snap");
    let what = |e| Fatal::io(format!("reading {}", folder.display()), e);
    let mut found = Snapshots::new();
    for entry in std::fs::read_dir(&folder).map_err(what)? {
        let entry = entry.map_err(what)?;
        let Some((key, epoch)) = entry.file_name().to_str().and_then(parse) else {
            if tidy && entry.file_name().to_string_lossy().ends_with(".new") {
                std::fs::remove_file(entry.path()).map_err(what)?;
            }
            continue;
        };
        let known = found.entry(key).or_default();
        let (stale, newer) = (known.epoch.min(epoch), epoch > known.epoch);
        if newer {
            *known = Known { epoch, bytes: entry.metadata().map_err(what)?.len(), since: 0 };
        }
        if tidy && stale > 0 {
            std::fs::remove_file(path(directory, key.0, key.1, stale)).map_err(what)?;
        }
    }
    Ok(found)
}

fn parse(name: &str) -> Option<((TaskId, u16), u64)> {
    let mut parts = name.split('.');
    let (stage, partition) = parts.next()?.split_once('-')?;
    let task = TaskId { stage: stage.parse().ok()?, partition: partition.parse().ok()? };
    let (store, epoch) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    parts.next().is_none().then_some(((task, store), epoch))
}

/// Calls a function with every entry of a store.
pub(super) type Entries<'a> = dyn FnMut(&mut dyn FnMut(&[u8], &[u8])) + 'a;

pub(super) fn write(path: &Path, title: &Title<'_>, entries: &mut Entries<'_>) -> Result<(), Fatal> {
    meta::replace(path, &mut |out| {
        let mut head = Vec::new();
        head.string(title.stage.as_bytes());
        head.u32(title.partition);
        head.string(title.store.as_bytes());
        head.string(title.layout.as_bytes());
        head.u64(title.epoch);
        let mut front = MAGIC.to_vec();
        front.u32(head.len() as u32);
        front.u32(crc32c::crc32c(&head));
        out.write_all(&front)?;
        out.write_all(&head)?;

        let (mut block, mut total, mut result) = (Chunk::default(), 0u64, Ok(()));
        entries(&mut |key, value| {
            block.push(Kind::Data, 0, Some(key), Some(value));
            total += 1;
            if block.bytes.len() >= BLOCK && result.is_ok() {
                result = put_block(out, &mut block);
            }
        });
        result?;
        if !block.is_empty() {
            put_block(out, &mut block)?;
        }
        let mut end = Vec::new();
        end.u64(0);
        end.u32(crc32c::crc32c(&total.to_le_bytes()));
        end.u64(total);
        out.write_all(&end)
    })
}

fn put_block(out: &mut dyn Write, block: &mut Chunk) -> std::io::Result<()> {
    let mut front = Vec::with_capacity(12);
    front.u32(block.bytes.len() as u32);
    front.u32(block.count);
    front.u32(crc32c::crc32c(&block.bytes));
    out.write_all(&front)?;
    out.write_all(&block.bytes)?;
    block.clear();
    Ok(())
}

/// Replays a snapshot into `put`. Another layout than `layout` is refused (spec: evolution.layout).
pub(super) fn read(
    path: &Path,
    store: &str,
    layout: &str,
    put: &mut dyn FnMut(&[u8], Option<&[u8]>) -> Result<(), Fatal>,
) -> Result<(), Fatal> {
    let what = |e| Fatal::io(format!("reading {}", path.display()), e);
    let file = File::open(path).map_err(what)?;
    let mut left = file.metadata().map_err(what)?.len();
    let mut file = BufReader::with_capacity(64 << 10, file);
    let corrupt = || Fatal::corrupt(path.display().to_string(), "its checksums do not match");
    // Lengths are believed only as far as the file goes.
    let mut take = |length: u64, buffer: &mut Vec<u8>| -> Result<(), Fatal> {
        left = left.checked_sub(length).ok_or_else(corrupt)?;
        buffer.resize(length as usize, 0);
        file.read_exact(buffer).map_err(what)?;
        Ok(())
    };
    let mut buffer = Vec::new();
    take(12, &mut buffer)?;
    let mut front = Take(&buffer);
    let (magic, length, crc) = (front.bytes(4), front.u32().unwrap_or(0), front.u32());
    let known = magic == Some(&MAGIC[..]);
    take(u64::from(length), &mut buffer)?;
    if !known || crc != Some(crc32c::crc32c(&buffer)) {
        return Err(corrupt());
    }
    let found = layout_of(&buffer).ok_or_else(corrupt)?;
    if found != layout {
        let (store, wanted) = (store.to_owned(), layout.to_owned());
        return Err(Fatal::Layout { store, found, wanted });
    }
    let mut total = 0u64;
    loop {
        take(12, &mut buffer)?;
        let mut front = Take(&buffer);
        let (length, count) = (front.u32().unwrap_or(0), front.u32().unwrap_or(0));
        let crc = front.u32();
        take(if length == 0 { 8 } else { u64::from(length) }, &mut buffer)?;
        if crc != Some(crc32c::crc32c(&buffer)) {
            return Err(corrupt());
        }
        if length == 0 {
            return if count == 0 && buffer == total.to_le_bytes() { Ok(()) } else { Err(corrupt()) };
        }
        entries(&buffer, put).ok_or_else(corrupt)??;
        total += u64::from(count);
    }
}

fn layout_of(head: &[u8]) -> Option<String> {
    let mut head = Take(head);
    head.string()?;
    head.u32()?;
    head.string()?;
    String::from_utf8(head.string()?.to_vec()).ok()
}

/// Hands over encoded key and value records; `None` if the bytes are none.
pub(super) fn entries(
    bytes: &[u8],
    put: &mut dyn FnMut(&[u8], Option<&[u8]>) -> Result<(), Fatal>,
) -> Option<Result<(), Fatal>> {
    let mut records = Records::new(bytes, 0);
    for record in records.by_ref() {
        if let Err(fatal) = put(record.key?, record.value) {
            return Some(Err(fatal));
        }
    }
    records.is_whole().then_some(Ok(()))
}
