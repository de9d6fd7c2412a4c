//! What a topic is bound to, and how that is written on a command line.

use crate::fail::Fatal;
use std::path::{Path, PathBuf};

/// A topic read from or written to something that is not a topic. The topic's role says which: an input is read, an
/// output or dead-letter topic is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binding {
    /// The topic's full or short name.
    pub topic: String,
    pub place: Place,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// One partition per file, in this order. A directory stands for its files, and a last component with `*` for
    /// what it matches, both sorted by name. `.csv` is CSV, everything else one JSON value per line. An output is
    /// bound to exactly one file, which all its partitions share.
    Files(Vec<PathBuf>),
    /// Lines of JSON, appended to the log first, then read like a topic of one partition.
    StandardInput,
    /// Lines of JSON, written after the commit: after a crash the last epoch's may repeat.
    StandardOutput,
}

impl Binding {
    /// `topic=path`, `topic=first.jsonl,second.jsonl`, `topic=-` (standard input).
    pub fn from(text: &str) -> Result<Binding, Fatal> {
        Binding::parse(text, "--from", Place::StandardInput)
    }

    /// `topic=path`, `topic=-` (standard output).
    pub fn to(text: &str) -> Result<Binding, Fatal> {
        Binding::parse(text, "--to", Place::StandardOutput)
    }

    fn parse(text: &str, option: &str, dash: Place) -> Result<Binding, Fatal> {
        match text.split_once('=') {
            Some((topic, place)) if !topic.trim().is_empty() && !place.trim().is_empty() => {
                let place = match place.trim() {
                    "-" => dash,
                    paths => Place::Files(paths.split(',').map(|p| PathBuf::from(p.trim())).collect()),
                };
                Ok(Binding { topic: topic.trim().to_owned(), place })
            }
            _ => Err(Fatal::configuration(
                format!("`{option} {text}` does not bind a topic to a place"),
                format!("write `{option} topic=path`, or `{option} topic=-` for the terminal"),
            )),
        }
    }
}

/// The files that the paths of a binding stand for, in partition order.
pub fn expand(topic: &str, paths: &[PathBuf]) -> Result<Vec<PathBuf>, Fatal> {
    let mut files = Vec::new();
    for path in paths {
        let pattern = path.file_name().and_then(|n| n.to_str()).filter(|n| n.contains('*'));
        if let Some(pattern) = pattern {
            let directory = match path.parent() {
                Some(parent) if !parent.as_os_str().is_empty() => parent,
                _ => Path::new("."),
            };
            files.extend(listed(topic, path, directory, |name| matches(pattern, name))?);
        } else if path.is_dir() {
            files.extend(listed(topic, path, path, |name| !name.starts_with('.'))?);
        } else {
            files.push(path.clone());
        }
    }
    Ok(files)
}

fn listed(
    topic: &str,
    written: &Path,
    directory: &Path,
    wanted: impl Fn(&str) -> bool,
) -> Result<Vec<PathBuf>, Fatal> {
    let what = || format!("the files of topic `{topic}` in {}", directory.display());
    let mut found = Vec::new();
    for entry in std::fs::read_dir(directory).map_err(|e| Fatal::io(what(), e))? {
        let path = entry.map_err(|e| Fatal::io(what(), e))?.path();
        if path.is_file() && path.file_name().and_then(|n| n.to_str()).is_some_and(&wanted) {
            found.push(path);
        }
    }
    if found.is_empty() {
        return Err(Fatal::configuration(
            format!("no file matches {}, which topic `{topic}` is bound to", written.display()),
            "bind the topic to a file that exists",
        ));
    }
    found.sort();
    Ok(found)
}

/// `*` stands for any text, as often as it occurs.
fn matches(pattern: &str, name: &str) -> bool {
    let mut parts = pattern.split('*');
    let Some(mut rest) = parts.next().and_then(|first| name.strip_prefix(first)) else { return false };
    let mut parts = parts.peekable();
    while let Some(part) = parts.next() {
        if parts.peek().is_none() {
            return rest.ends_with(part);
        }
        match rest.find(part) {
            Some(at) => rest = &rest[at + part.len()..],
            None => return false,
        }
    }
    rest.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bindings_are_read_from_the_command_line() {
        let binding = Binding::from("transfers = a.jsonl,b.csv").unwrap();
        assert_eq!(binding.topic, "transfers");
        assert_eq!(binding.place, Place::Files(vec!["a.jsonl".into(), "b.csv".into()]));
        assert_eq!(Binding::from("t=-").unwrap().place, Place::StandardInput);
        assert_eq!(Binding::to("t=-").unwrap().place, Place::StandardOutput);
        let message = Binding::to("t").unwrap_err().to_string();
        assert!(
            message.contains("`--to t`") && message.contains("help: write `--to topic=path`"),
            "{message}"
        );
    }

    #[test]
    fn a_star_matches_any_text() {
        assert!(matches("part-*.jsonl", "part-7.jsonl"));
        assert!(matches("*", "x") && matches("a*b*c", "a1b2c") && matches("a*b*c", "abbc"));
        assert!(!matches("a*b*c", "acb") && !matches("part-*.jsonl", "part-7.csv") && !matches("a*a", "a"));
    }

    #[test]
    fn directories_and_patterns_are_sorted() {
        let directory = tempfile::tempdir().unwrap();
        for name in ["b.jsonl", "a.jsonl", "c.csv"] {
            std::fs::write(directory.path().join(name), "").unwrap();
        }
        let names = |path: PathBuf| -> Vec<String> {
            expand("t", &[path])
                .unwrap()
                .iter()
                .map(|p| p.file_name().unwrap().to_string_lossy().into_owned())
                .collect()
        };
        assert_eq!(names(directory.path().into()), ["a.jsonl", "b.jsonl", "c.csv"]);
        assert_eq!(names(directory.path().join("*.jsonl")), ["a.jsonl", "b.jsonl"]);
        assert!(expand("t", &[directory.path().join("*.txt")]).is_err());
    }
}
