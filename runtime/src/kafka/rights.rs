//! The rights to topics that a job will miss, found before it misses them, all at once.

use super::admin::ANSWER;
use super::errors::{Doing, failure};
use super::ffi::{Code, Handle, Raised};
use super::names::Names;
use crate::broker::client::{Consequence, Failure, Use};

/// The failure of a job that may not do with its topics what it does with them. `None` as well where the brokers do not say: then the
/// first use does.
pub fn missing(handle: &Handle, names: &Names) -> Option<Failure> {
    let known: Vec<_> = names.all().filter(|(_, used)| used.is_some()).map(|(name, _)| name).collect();
    if known.is_empty() {
        return None;
    }
    let mut allowed = handle.allowed(&known, ANSWER).ok()?;
    allowed.sort_by(|a, b| a.topic.cmp(&b.topic));
    let mut failures: Vec<Failure> = Vec::new();
    for topic in &allowed {
        let name = topic.topic.to_string_lossy();
        let Some(used) = names.use_of(&name) else { continue };
        let doing = match (topic.code, used, topic.read_write) {
            (Code::RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED, ..) => Doing::Describing(&name),
            (_, Use::Reads | Use::Owns, Some((false, _))) => Doing::Reading(&name),
            (_, Use::Writes | Use::Owns, Some((_, false))) => Doing::Writing(&name),
            _ => continue,
        };
        let raised = Raised::of(Code::RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED);
        let failure = failure(names, doing, &raised, None);
        // The job's own topics are asked for together.
        if failures.iter().all(|known| known.help != failure.help) {
            failures.push(failure);
        }
    }
    let first = failures.first()?;
    if failures.len() == 1 {
        return Some(first.clone());
    }
    let all =
        |part: fn(&Failure) -> &str, between| failures.iter().map(part).collect::<Vec<_>>().join(between);
    let message = all(|failure| &failure.message, "; ");
    Some(Failure::new(Consequence::Give, message).help(all(|failure| &failure.help, " ")))
}
