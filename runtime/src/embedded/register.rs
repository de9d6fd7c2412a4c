//! Giving the job's topics and stages their numbers in the directory, and settling what each topic is here.

use super::bound;
use super::core::{Committed, Readers};
use super::meta::{Meta, TopicEntry};
use super::names::Numbers;
use super::options::Options;
use super::topic::Topic;
use crate::fail::Fatal;
use crate::files::{FileSource, FileSpec, Place};
use crate::job::{Job, Role};
use crate::partitions::{self, Known, Words};
use std::collections::BTreeMap;

const WORDS: Words = Words {
    place: "in this directory",
    changed: "run with --fresh to start over, or give this job another directory",
    apart: "bind both to the same number of files, split by key in the same way",
};

/// What the directory and the job are to each other.
pub(super) struct Registered {
    pub meta: Meta,
    pub topics: Vec<Topic>,
    pub numbers: Numbers,
}

/// The names of the directory with those of the job added, and the job's topics as they are here.
pub(super) fn register(
    job: &'static Job,
    meta: Option<Meta>,
    places: &[Option<Place>],
    options: &Options,
    committed: &Committed,
) -> Result<Registered, Fatal> {
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
        .enumerate()
        .map(|(index, (topic, place))| Known {
            settled: meta.topic(topic.name).and_then(|n| meta.topics.get(n as usize)).map(|t| t.partitions),
            bound: match (place, topic.role) {
                (Some(Place::Files(files)), Role::Input { .. }) => Some(files.len() as u32),
                (Some(Place::StandardInput), _) => Some(1),
                _ => options.counts.get(index).copied(),
            },
        })
        .collect();
    let counts = partitions::settle(job, &known, options.partitions, &WORDS)?;

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
        let entry = &mut meta.topics[number as usize];
        bound::remember(entry, number, topic, place, committed)?;
        let mut files = Vec::new();
        if let (Some(Place::Files(paths)), Role::Input { .. }) = (place, topic.role) {
            for (path, known) in paths.iter().zip(&entry.files) {
                files.push(FileSpec {
                    topic: topic.short_name.to_owned(),
                    path: path.clone(),
                    modified: known.modified,
                    length: std::fs::metadata(path).map_or(0, |m| m.len()),
                    columns: topic.columns,
                    encoding: topic.encoding,
                    limit: options.record_limit,
                });
            }
        }
        // What cannot be read is said before anything runs.
        for file in &files {
            FileSource::open(file.clone())?;
        }
        let read = job.stages.iter().any(|s| s.inputs.iter().any(|i| i.topic as usize == index));
        topics.push(Topic {
            role: topic.role,
            columns: topic.columns,
            encoding: topic.encoding,
            partitions,
            files,
            kept: read || !matches!(place, Some(Place::Files(_))),
            printed: place == Some(&Place::StandardOutput),
            piped: place == Some(&Place::StandardInput),
        });
    }
    numbers.stages = job.stages.iter().map(|stage| meta.stage(stage.name)).collect();
    Ok(Registered { meta, topics, numbers })
}

/// Who reads each topic, by the directory's number.
pub(super) fn readers(job: &Job, numbers: &Numbers, topics: &[Topic]) -> BTreeMap<u16, Vec<Readers>> {
    let counts: Vec<u32> = topics.iter().map(|t| t.partitions).collect();
    let mut readers: BTreeMap<u16, Vec<Readers>> = BTreeMap::new();
    for (stage, (spec, tasks)) in
        numbers.stages.iter().zip(job.stages.iter().zip(partitions::tasks(job, &counts)))
    {
        for input in spec.inputs {
            if let Some(topic) = numbers.topics.get(input.topic as usize) {
                let reader = Readers { stage: *stage, tasks, everywhere: input.everywhere };
                readers.entry(*topic).or_default().push(reader);
            }
        }
    }
    readers
}
