//! What the optimiser did, for people.

use crate::base::Name;
use std::fmt;

/// One thing done, at a node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The job, as `package.job`.
    pub job: String,
    pub node: Name,
    /// A plain sentence without a period.
    pub text: String,
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}: {}", self.job, self.node, self.text)
    }
}
