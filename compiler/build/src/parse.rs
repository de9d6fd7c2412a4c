//! Parses the files of a workspace on several threads: the compiler's core has none.

use riparian_compiler::workspace::{Unparsed, Workspace};
use std::num::NonZeroUsize;
use std::thread;

/// Fewer files than this are not worth a thread.
const WORTH_A_THREAD: usize = 16;

/// Parses what has not been parsed, so that [`Workspace::analyse`] finds every tree there.
pub fn parse(workspace: &mut Workspace) {
    let mut files = workspace.unparsed();
    let threads = thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let share = files.len().div_ceil(threads).max(WORTH_A_THREAD);
    let mut shares = files.chunks_mut(share);
    let Some(own) = shares.next() else { return };
    thread::scope(|scope| {
        for share in shares {
            scope.spawn(|| parse_each(share));
        }
        parse_each(own);
    });
}

fn parse_each(files: &mut [Unparsed<'_>]) {
    for file in files {
        file.parse();
    }
}
