//! Law R: the recorded choices of a run, taken again on the same inputs, give the same bytes, wherever the
//! job is stopped and started in between. Compares; runs nothing of its own.

use super::MemoryLog;
use crate::fail::Fatal;
use crate::job::{Job, Role};
use crate::worker::{Options, Worker};

/// Repeats what a log has recorded, on the inputs alone, with a restart after every `restart_every` commits. Says where
/// the two logs differ; nothing if they hold the same bytes. Every input must have been there when the job started.
pub fn repeat(
    job: &'static Job,
    recorded: &MemoryLog,
    options: &Options,
    restart_every: usize,
) -> Result<Vec<String>, Fatal> {
    let is_input = |topic: u16| {
        job.topics.get(usize::from(topic)).is_some_and(|topic| matches!(topic.role, Role::Input { .. }))
    };
    let log = recorded.only(&|partition| is_input(partition.topic));
    let mut worker = Worker::start(job, log, options.clone())?;
    for (at, epoch) in recorded.choices.iter().enumerate() {
        if at % restart_every.max(1) == 0 {
            let log = worker.log().clone();
            worker = Worker::start(job, log, options.clone())?;
        }
        worker.replay(epoch)?;
    }
    let repeated = worker.log();
    let mut differences = Vec::new();
    let topics = (0..).zip(job.topics);
    for (index, topic) in topics {
        let (then, now) = (recorded.topic(index), repeated.topic(index));
        if then != now {
            let at = then.iter().zip(&now).take_while(|(then, now)| then == now).count();
            differences.push(format!(
                "{}: {} records, repeated {}; they differ from record {at}",
                topic.name,
                then.len(),
                now.len()
            ));
        }
    }
    if !recorded.same_state(repeated) {
        differences.push("the committed state differs".to_owned());
    }
    Ok(differences)
}
