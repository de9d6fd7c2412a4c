//! The directory of a job that runs on a broker: what the broker has committed, kept for the next start.
//!
//! It is a copy. One that cannot be read is made anew from the changelogs; one of another cluster is refused.

use crate::embedded::{Durability, EmbeddedLog, Options};
use crate::fail::Fatal;
use crate::job::Job;
use crate::report::{Event, Reporter};
use std::path::Path;

/// The file that says of which cluster a directory is.
const CLUSTER: &str = "cluster";

/// Opens a job's local state, of a cluster and with the partition counts found there.
pub(super) fn open(
    directory: &Path,
    job: &'static Job,
    cluster: &str,
    counts: &[u32],
    keep_everything: bool,
    report: &Reporter,
) -> Result<EmbeddedLog, Fatal> {
    let options = || Options {
        // What a loss of power takes is behind the broker, and is read from the changelog.
        durability: Durability::Process,
        counts: counts.to_vec(),
        keep_everything,
        ..Options::default()
    };
    same_cluster(directory, cluster)?;
    let log = match EmbeddedLog::open(directory, job, options()) {
        Err(Fatal::Corrupt { place, detail }) => {
            give_up(directory, &place, &detail, report)?;
            EmbeddedLog::open(directory, job, options())?
        }
        opened => opened?,
    };
    let path = directory.join(CLUSTER);
    std::fs::write(&path, cluster).map_err(|e| Fatal::io(format!("writing {}", path.display()), e))?;
    Ok(log)
}

/// What the directory holds cannot be read: the changelogs have all of it.
pub(super) fn give_up(directory: &Path, place: &str, detail: &str, report: &Reporter) -> Result<(), Fatal> {
    report.say(&Event::LocalCorrupt { place, detail });
    EmbeddedLog::clear(directory)
}

fn same_cluster(directory: &Path, cluster: &str) -> Result<(), Fatal> {
    let path = directory.join(CLUSTER);
    match std::fs::read_to_string(&path) {
        Ok(found) if found.trim() == cluster => Ok(()),
        Ok(found) => Err(Fatal::configuration(
            format!(
                "{} holds state of a job on the cluster {}, and this is the cluster {cluster}",
                directory.display(),
                found.trim()
            ),
            "give this job another directory with --dir, or remove that one",
        )),
        // Of the embedded log, or half removed: nothing in it is of this cluster.
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => EmbeddedLog::clear(directory),
        Err(e) => Err(Fatal::io(format!("reading {}", path.display()), e)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_cluster_is_refused() {
        let directory = tempfile::tempdir().unwrap();
        std::fs::write(directory.path().join(CLUSTER), "one").unwrap();
        assert!(same_cluster(directory.path(), "one").is_ok());
        let message = same_cluster(directory.path(), "two").unwrap_err().to_string();
        assert!(message.contains("the cluster one, and this is the cluster two"), "{message}");
    }
}
