//! What the client deletes: what has been read of internal topics, and everything of a job that starts over.

use super::admin::{self, ANSWER, patiently};
use super::consumer::Consumer;
use super::errors::Doing;
use super::ffi::{Code, Partitions, Raised};
use super::names::Names;
use crate::broker::client::{Consequence, Failure, Place, TopicNumber};
use std::ffi::CString;
use std::time::{Duration, Instant};

/// How long a worker is held up by deleting what has been read.
const HELD_UP: Duration = Duration::from_secs(1);

/// Deletes what lies before an offset in each place. Nothing depends on it: what fails is tried again with the next.
pub fn trim(member: &Consumer, names: &Names, before: &[(Place, i64)]) {
    let mut list = Partitions::with_capacity(before.len());
    for (place, offset) in before {
        if let Ok(name) = names.topic(place.topic) {
            list.add(name, place.partition, *offset, "");
        }
    }
    if !list.is_empty() {
        let _ = member.handle.delete_before(&mut list, HELD_UP);
    }
}

/// Deletes topics and the group; comes back when they are gone.
pub fn forget(member: &Consumer, names: &Names, group: &str, topics: &[TopicNumber]) -> Result<(), Failure> {
    forget_group(member, group)?;
    let mut doomed = Vec::new();
    for topic in topics {
        if admin::extent(member, names, *topic)?.is_some() {
            doomed.push(*topic);
        }
    }
    if doomed.is_empty() {
        return Ok(());
    }
    let list = doomed.iter().map(|topic| names.topic(*topic)).collect::<Result<Vec<_>, _>>()?;
    let first = list.first().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let failed = |raised: Raised| member.failure(Doing::Deleting(&first), &raised);
    let answers = patiently(ANSWER, |wait| member.handle.delete_topics(&list, wait)).map_err(failed)?;
    let gone = [Code::RD_KAFKA_RESP_ERR_NO_ERROR, Code::RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART];
    if let Some(code) = answers.into_iter().find(|code| !gone.contains(code)) {
        return Err(failed(Raised::of(code)));
    }
    // A broker may not yet know that another has deleted them, and they are to be made anew.
    let end = Instant::now() + ANSWER;
    for topic in &doomed {
        while admin::extent(member, names, *topic)?.is_some() {
            if Instant::now() >= end {
                return Err(failed(Raised::of(Code::RD_KAFKA_RESP_ERR__TIMED_OUT)));
            }
            std::thread::sleep(Duration::from_millis(50));
        }
    }
    Ok(())
}

fn forget_group(member: &Consumer, group: &str) -> Result<(), Failure> {
    let name = CString::new(group)
        .map_err(|_| Failure::new(Consequence::Give, "the name of the job holds a zero byte"))?;
    let outcome = patiently(ANSWER, |wait| member.handle.delete_group(&name, wait));
    match outcome {
        Err(raised) if raised.code == Code::RD_KAFKA_RESP_ERR_GROUP_ID_NOT_FOUND => Ok(()),
        Err(raised) if raised.code == Code::RD_KAFKA_RESP_ERR_NON_EMPTY_GROUP => Err(Failure::new(
            Consequence::Give,
            format!("the job cannot start over: its group {group} has members"),
        )
        .help("Stop every process of the job first; one that was killed counts until its session is over (`session.timeout.ms`).")),
        outcome => outcome.map_err(|raised| member.failure(Doing::Group, &raised)),
    }
}
