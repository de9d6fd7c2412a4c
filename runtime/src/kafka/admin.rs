//! What the client asks of the cluster: its name, its topics, their offsets, and what the group has stored.

use super::consumer::Consumer;
use super::errors::{Doing, passes};
use super::ffi::{Code, Extent, NewTopic, Partitions, Raised, Topic};
use super::names::Names;
use crate::broker::client::{self, Consequence, Failure, Place, Stored, TopicNumber};
use std::ffi::{CStr, CString};
use std::time::{Duration, Instant};

/// How long a question waits for an answer.
pub const ANSWER: Duration = Duration::from_secs(10);
/// How long offsets may be undecided: the transaction of a member that is gone ends by its timeout.
const UNDECIDED: Duration = Duration::from_secs(90);

/// Asks again while a broker changes hands, as long as there is time.
pub fn patiently<T>(
    limit: Duration,
    mut ask: impl FnMut(Duration) -> Result<T, Raised>,
) -> Result<T, Raised> {
    let end = Instant::now() + limit;
    loop {
        match ask(limit.min(ANSWER)) {
            // One that took all its time is for the caller, who says so.
            Err(raised)
                if passes(raised.code)
                    && raised.code != Code::RD_KAFKA_RESP_ERR__TIMED_OUT
                    && Instant::now() < end =>
            {
                std::thread::sleep(Duration::from_millis(50));
            }
            outcome => return outcome,
        }
    }
}

fn absent(code: Code) -> bool {
    matches!(code, Code::RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART | Code::RD_KAFKA_RESP_ERR__UNKNOWN_TOPIC)
}

fn unknown(code: Code) -> bool {
    absent(code) || code == Code::RD_KAFKA_RESP_ERR__UNKNOWN_PARTITION
}

pub fn cluster(member: &Consumer) -> Result<String, Failure> {
    let cluster = member.handle.cluster(ANSWER);
    if cluster.is_empty() {
        let raised = Raised::of(Code::RD_KAFKA_RESP_ERR__TIMED_OUT);
        return Err(member.failure(Doing::Connecting, &raised));
    }
    Ok(cluster)
}

/// `None`: there is no such topic.
pub fn extent(member: &Consumer, names: &Names, topic: TopicNumber) -> Result<Option<Extent>, Failure> {
    let name = names.topic(topic)?;
    let text = name.to_string_lossy();
    let look = || {
        let topic = Topic::new(&member.handle, name)?;
        patiently(ANSWER, |wait| match member.handle.metadata(Some(&topic), wait)? {
            Some(Ok(extent)) => Ok(Some(extent)),
            Some(Err(code)) if absent(code) => Ok(None),
            Some(Err(code)) => Err(Raised::of(code)),
            None => Ok(None),
        })
    };
    look().map_err(|raised| member.failure(Doing::Describing(&text), &raised))
}

pub fn settings(
    member: &Consumer,
    names: &Names,
    topics: &[TopicNumber],
) -> Result<Vec<Vec<(String, String)>>, Failure> {
    let asked = topics.iter().map(|topic| names.topic(*topic)).collect::<Result<Vec<_>, _>>()?;
    // Who may not know them goes without: it is a help only.
    let found = member.handle.settings(&asked, ANSWER).unwrap_or_default();
    let of = |name: &CStr| found.iter().find(|(topic, _)| topic.as_c_str() == name);
    Ok(asked.iter().map(|name| of(name).map(|(_, settings)| settings.clone()).unwrap_or_default()).collect())
}

pub fn create(member: &Consumer, names: &Names, topics: &[client::NewTopic]) -> Result<(), Failure> {
    if topics.is_empty() {
        return Ok(());
    }
    let mut wanted = Vec::with_capacity(topics.len());
    for topic in topics {
        let name = names.topic(topic.topic)?;
        let mut new =
            NewTopic { name, partitions: topic.partitions, replication: None, settings: Vec::new() };
        for (setting, value) in &topic.settings {
            let damaged = |_| {
                let name = name.to_string_lossy();
                Failure::new(Consequence::Give, format!("a setting of topic `{name}` holds a zero byte"))
                    .help("Correct the setting.")
            };
            let (setting, value) =
                (CString::new(*setting).map_err(damaged)?, CString::new(value.as_str()).map_err(damaged)?);
            new.settings.push((setting, value));
        }
        wanted.push(new);
    }
    let first = wanted.first().map(|new| new.name.to_string_lossy().into_owned()).unwrap_or_default();
    let answers = patiently(ANSWER, |wait| member.handle.create(&wanted, wait))
        .map_err(|raised| member.failure(Doing::Creating(&first), &raised))?;
    for (name, code, text) in answers {
        if matches!(code, Code::RD_KAFKA_RESP_ERR_NO_ERROR | Code::RD_KAFKA_RESP_ERR_TOPIC_ALREADY_EXISTS) {
            continue;
        }
        let raised = Raised::of(code);
        let raised = if text.is_empty() { raised } else { Raised { text, ..raised } };
        return Err(member.failure(Doing::Creating(&name.to_string_lossy()), &raised));
    }
    // A broker may not yet know what another has made.
    let end = Instant::now() + ANSWER;
    for topic in topics {
        while extent(member, names, topic.topic)?.is_none() {
            if Instant::now() >= end {
                let name = names.topic(topic.topic)?.to_string_lossy();
                let raised = Raised::of(Code::RD_KAFKA_RESP_ERR__TIMED_OUT);
                return Err(member.failure(Doing::Creating(&name), &raised));
            }
            std::thread::sleep(Duration::from_millis(50));
        }
    }
    Ok(())
}

pub fn offsets(member: &Consumer, names: &Names, place: Place) -> Result<(i64, i64), Failure> {
    let topic = names.topic(place.topic)?;
    let ask = |wait| {
        let first = member.handle.first_offset(topic, place.partition, wait)?;
        Ok((first, member.handle.last_offset(topic, place.partition, wait)?))
    };
    let end = Instant::now() + ANSWER;
    let outcome = loop {
        match patiently(ANSWER, ask) {
            // It was there when the job began. A broker that comes back may not have heard of it yet, and the library answers from
            // its memory until it is made to ask.
            Err(raised) if unknown(raised.code) && Instant::now() < end => {
                std::thread::sleep(Duration::from_millis(100));
                let _ = extent(member, names, place.topic);
            }
            outcome => break outcome,
        }
    };
    outcome.map_err(|raised| member.failure(Doing::Describing(&topic.to_string_lossy()), &raised))
}

pub fn stored(member: &Consumer, names: &Names, places: &[Place]) -> Result<Vec<Option<Stored>>, Failure> {
    if places.is_empty() {
        return Ok(Vec::new());
    }
    let mut list = Partitions::with_capacity(places.len());
    for place in places {
        list.add(names.topic(place.topic)?, place.partition, 0, "");
    }
    let outcome = patiently(UNDECIDED, |wait| {
        member.handle.committed(&mut list, wait)?;
        list.iter().map(|entry| Raised::check(entry.code)).find(Result::is_err).unwrap_or(Ok(()))
    });
    outcome.map_err(|raised| {
        let failure = member.failure(Doing::Group, &raised);
        match failure.consequence {
            Consequence::Abort | Consequence::Renew => Failure { consequence: Consequence::Retry, ..failure },
            _ => failure,
        }
    })?;
    let stored = list.iter().map(|entry| {
        let metadata = String::from_utf8_lossy(entry.metadata).into_owned();
        (entry.offset >= 0).then_some(Stored { offset: entry.offset, metadata })
    });
    Ok(stored.collect())
}

/// Stores offsets outside of transactions.
pub fn store(member: &Consumer, offsets: &Partitions) -> Result<(), Failure> {
    if offsets.is_empty() {
        return Ok(());
    }
    patiently(ANSWER, |_| member.handle.store(offsets)).map_err(|raised| {
        let failure = member.failure(Doing::Group, &raised);
        match failure.consequence {
            // The records are written; they are written again, which this mode allows.
            Consequence::Retry | Consequence::Renew => Failure { consequence: Consequence::Abort, ..failure },
            _ => failure,
        }
    })
}
