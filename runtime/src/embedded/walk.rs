//! Going through the frames of a segment, head by head, and checking their bodies.

use super::frame::{self, Head, PREFIX, Part};
use std::fs::File;
use std::io;
use std::os::unix::fs::FileExt;
use std::sync::Arc;

const BUFFER: usize = 64 << 10;

/// Reads frame heads one after the other through one small buffer; bodies are skipped.
pub(super) struct Walk {
    file: Arc<File>,
    at: u64,
    end: u64,
    buffer: Vec<u8>,
    buffer_at: u64,
}

pub(super) enum Step {
    /// A frame and where it starts.
    Frame(u64, Head),
    /// The last frame ended exactly here.
    End,
    /// No whole frame starts here.
    Broken(u64),
}

impl Walk {
    /// Walks `file` from the frame at `at` up to byte `end`.
    pub(super) fn new(file: Arc<File>, at: u64, end: u64) -> Self {
        Walk { file, at, end, buffer: Vec::new(), buffer_at: 0 }
    }

    pub(super) fn step(&mut self) -> io::Result<Step> {
        let at = self.at;
        if at >= self.end {
            return Ok(Step::End);
        }
        match self.head(at)? {
            Some(head) => {
                self.at = at + head.size;
                Ok(Step::Frame(at, head))
            }
            None => Ok(Step::Broken(at)),
        }
    }

    /// The head of the frame at `at`, if a whole frame stands there and its head is sound.
    pub(super) fn head(&mut self, at: u64) -> io::Result<Option<Head>> {
        let left = self.end.saturating_sub(at);
        if left < PREFIX as u64 {
            return Ok(None);
        }
        let Some((head, body)) = frame::lengths(self.bytes(at, PREFIX)?) else { return Ok(None) };
        let whole = (PREFIX as u64 + u64::from(head)).checked_add(body);
        if whole.is_none_or(|whole| whole > left) {
            return Ok(None);
        }
        let bytes = self.bytes(at, PREFIX + head as usize)?;
        let (prefix, head) = bytes.split_at(PREFIX);
        Ok(frame::decode(prefix, head))
    }

    /// Bytes that are known to be inside the file.
    fn bytes(&mut self, at: u64, length: usize) -> io::Result<&[u8]> {
        let buffered = self.buffer_at + self.buffer.len() as u64;
        if at < self.buffer_at || at + length as u64 > buffered {
            let wanted = (length.max(BUFFER) as u64).min(self.end - at) as usize;
            self.buffer.resize(wanted, 0);
            self.buffer_at = at;
            self.file.read_exact_at(&mut self.buffer, at)?;
        }
        let start = (at - self.buffer_at) as usize;
        Ok(&self.buffer[start..start + length])
    }
}

/// The bytes of a part of the frame at `frame` are what was written.
pub(super) fn sound(file: &File, frame: u64, part: Part) -> io::Result<bool> {
    let mut buffer = vec![0; BUFFER.min(part.length as usize)];
    let (mut at, mut left, mut crc) = (frame + part.at, part.length as usize, 0);
    while left > 0 {
        let piece = buffer.len().min(left);
        file.read_exact_at(&mut buffer[..piece], at)?;
        crc = crc32c::crc32c_append(crc, &buffer[..piece]);
        at += piece as u64;
        left -= piece;
    }
    Ok(crc == part.crc)
}

/// The bytes of a part, checked; `None` if they are not what was written.
pub(super) fn load(file: &File, frame: u64, part: Part) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = vec![0; part.length as usize];
    file.read_exact_at(&mut bytes, frame + part.at)?;
    Ok((crc32c::crc32c(&bytes) == part.crc).then_some(bytes))
}

/// A frame with a sound head starts somewhere after `at`: then what is broken at `at` is not a torn end.
pub(super) fn frame_after(file: &Arc<File>, at: u64, end: u64) -> io::Result<bool> {
    let mut walk = Walk::new(file.clone(), 0, end);
    let mut buffer = Vec::new();
    let mut from = at + 1;
    while from < end {
        let piece = ((BUFFER * 4) as u64).min(end - from) as usize;
        buffer.resize(piece, 0);
        file.read_exact_at(&mut buffer, from)?;
        for found in memchr::memmem::find_iter(&buffer, &frame::MAGIC) {
            if walk.head(from + found as u64)?.is_some() {
                return Ok(true);
            }
        }
        if piece <= frame::MAGIC.len() {
            break;
        }
        // The magic may straddle two pieces.
        from += (piece - frame::MAGIC.len() + 1) as u64;
    }
    Ok(false)
}
