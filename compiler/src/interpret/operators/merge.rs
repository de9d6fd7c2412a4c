//! Several inputs of one type become one stream.

use super::Cx;
use super::project::projected;
use super::stateless::{Verdict, each_row};
use crate::interpret::row::Change;
use crate::plan::MergeBranch;

pub(super) fn process(branches: &[MergeBranch], slot: usize, change: Change, cx: &mut Cx<'_>) -> Vec<Change> {
    each_row(change, cx, |row| match branches.get(slot) {
        Some(branch) => projected(&branch.columns, row),
        None => Verdict::Filtered,
    })
}
