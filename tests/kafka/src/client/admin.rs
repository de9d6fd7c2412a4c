//! Topics, and which node leads what.

use super::{ANSWER, Client, PATIENCE, retry};
use crate::Error;
use rdkafka::admin::{AdminClient, AdminOptions, NewPartitions, NewTopic, TopicReplication, TopicResult};
use rdkafka::client::DefaultClientContext;
use rdkafka::consumer::{BaseConsumer, Consumer};
use rdkafka::error::{KafkaResult, RDKafkaErrorCode};
use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};
use std::thread::Thread;
use std::time::{Duration, Instant};

/// The ids of the brokers that the one at this address knows to be alive.
pub fn alive(address: &str) -> Result<Vec<i32>, Error> {
    let client = Client::new(address);
    let consumer: BaseConsumer = client.create(&client.config())?;
    // Of a new client the first question goes to the only address it has.
    let metadata = consumer.fetch_metadata(None, Duration::from_secs(2));
    let metadata = metadata.map_err(|error| Error::client(format_args!("metadata of {address}"), &error))?;
    Ok(metadata.brokers().iter().map(|broker| broker.id()).collect())
}

impl Client {
    /// Creates a topic of a name of its own that begins with `prefix`, and gives the name.
    pub fn new_topic(&self, prefix: &str, partitions: i32) -> Result<String, Error> {
        let name = crate::unique(prefix);
        self.create_topic(&name, partitions, &[])?;
        Ok(name)
    }

    /// Creates a topic, replicated as the cluster does by default, with `settings` by the broker's names for
    /// them, and waits until each partition has a leader. A topic that exists already is an error.
    pub fn create_topic(&self, name: &str, partitions: i32, settings: &[(&str, &str)]) -> Result<(), Error> {
        let mut topic = NewTopic::new(name, partitions, TopicReplication::Fixed(-1));
        for (setting, value) in settings {
            topic = topic.set(setting, value);
        }
        self.administer(format_args!("creating topic {name}"), |admin, options| {
            block_on(admin.create_topics([&topic], options))
        })?;
        let until = Instant::now() + PATIENCE;
        loop {
            match self.leaders(name) {
                Ok(leaders)
                    if leaders.len() == partitions.unsigned_abs() as usize && !leaders.contains(&None) =>
                {
                    return Ok(());
                }
                other if Instant::now() > until => {
                    return Err(Error::new(format!(
                        "topic {name} was created but does not appear: {other:?}"
                    )));
                }
                _ => std::thread::sleep(Duration::from_millis(20)),
            }
        }
    }

    /// Gives a topic more partitions, `partitions` in all; what is in it stays where it is.
    pub fn add_partitions(&self, name: &str, partitions: usize) -> Result<(), Error> {
        self.administer(format_args!("adding partitions to topic {name}"), |admin, options| {
            block_on(admin.create_partitions([&NewPartitions::new(name, partitions)], options))
        })?;
        let until = Instant::now() + PATIENCE;
        while self.leaders(name)?.iter().flatten().count() != partitions {
            if Instant::now() > until {
                return Err(Error::new(format!("topic {name} does not get its partitions")));
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Ok(())
    }

    /// Deletes a topic, and waits until it is gone.
    pub fn delete_topic(&self, name: &str) -> Result<(), Error> {
        self.administer(format_args!("deleting topic {name}"), |admin, options| {
            block_on(admin.delete_topics(&[name], options))
        })?;
        let until = Instant::now() + PATIENCE;
        loop {
            match self.leaders(name) {
                Err(error) if error.code() == Some(RDKafkaErrorCode::UnknownTopicOrPartition) => {
                    return Ok(());
                }
                _ if Instant::now() > until => {
                    return Err(Error::new(format!("topic {name} was deleted but does not go")));
                }
                _ => std::thread::sleep(Duration::from_millis(20)),
            }
        }
    }

    /// How many partitions a topic has; a missing topic is an error (`UnknownTopicOrPartition`). Of a topic just
    /// created a node may not have heard yet, so it is missing when it stays so for a second.
    pub fn partitions(&self, topic: &str) -> Result<i32, Error> {
        let until = Instant::now() + Duration::from_secs(1);
        loop {
            match self.leaders(topic) {
                Ok(leaders) => return Ok(i32::try_from(leaders.len()).unwrap_or(i32::MAX)),
                Err(error)
                    if error.code() == Some(RDKafkaErrorCode::UnknownTopicOrPartition)
                        && Instant::now() < until =>
                {
                    std::thread::sleep(Duration::from_millis(100));
                }
                Err(error) => return Err(error),
            }
        }
    }

    /// The node that leads each partition; none while one is being elected.
    pub fn leaders(&self, topic: &str) -> Result<Vec<Option<u16>>, Error> {
        let doing = format!("metadata of topic {topic}");
        let answer = retry(&self.config(), &doing, |consumer| {
            let metadata = consumer.fetch_metadata(Some(topic), ANSWER)?;
            let Some(found) = metadata.topics().iter().find(|found| found.name() == topic) else {
                return Ok(Err(RDKafkaErrorCode::UnknownTopicOrPartition));
            };
            if let Some(error) = found.error() {
                return Ok(Err(error.into()));
            }
            let mut leaders: Vec<(i32, i32)> =
                found.partitions().iter().map(|one| (one.id(), one.leader())).collect();
            leaders.sort_unstable();
            Ok(Ok(leaders.into_iter().map(|(_, leader)| u16::try_from(leader).ok()).collect()))
        })?;
        answer.map_err(|code| Error::code_of(doing, code))
    }

    /// The node that coordinates a transactional id, once any transaction has been on the cluster.
    pub fn transaction_coordinator(&self, transactional_id: &str) -> Result<Option<u16>, Error> {
        self.leader_for("__transaction_state", transactional_id)
    }

    /// The node that coordinates a group, once any group has been on the cluster.
    pub fn group_coordinator(&self, group: &str) -> Result<Option<u16>, Error> {
        self.leader_for("__consumer_offsets", group)
    }

    fn leader_for(&self, topic: &str, name: &str) -> Result<Option<u16>, Error> {
        let leaders = self.leaders(topic)?;
        let partition = java_hash(name).unsigned_abs() as usize % leaders.len().max(1);
        Ok(leaders.get(partition).copied().flatten())
    }

    fn administer(
        &self,
        doing: impl std::fmt::Display,
        act: impl FnOnce(&AdminClient<DefaultClientContext>, &AdminOptions) -> KafkaResult<Vec<TopicResult>>,
    ) -> Result<(), Error> {
        let admin: AdminClient<DefaultClientContext> = self.create(&self.config())?;
        let options = AdminOptions::new().request_timeout(Some(PATIENCE)).operation_timeout(Some(PATIENCE));
        for result in act(&admin, &options).map_err(|error| Error::client(&doing, &error))? {
            result.map_err(|(_, code)| Error::code_of(&doing, code))?;
        }
        Ok(())
    }
}

/// Java's hash of a string, by which a broker puts groups and transactional ids on partitions. The one
/// negative number without a positive counterpart is 0 to it.
fn java_hash(text: &str) -> i32 {
    let hash =
        text.encode_utf16().fold(0_i32, |hash, unit| hash.wrapping_mul(31).wrapping_add(i32::from(unit)));
    if hash == i32::MIN { 0 } else { hash }
}

/// Waits for an answer of the library, which comes from a thread of its own.
fn block_on<T>(future: impl Future<Output = T>) -> T {
    struct Unpark(Thread);
    impl Wake for Unpark {
        fn wake(self: Arc<Self>) {
            self.0.unpark();
        }
    }
    let waker = Waker::from(Arc::new(Unpark(std::thread::current())));
    let mut future = pin!(future);
    loop {
        match future.as_mut().poll(&mut Context::from_waker(&waker)) {
            Poll::Ready(value) => return value,
            Poll::Pending => std::thread::park(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_java_s() {
        assert_eq!(java_hash("hello"), 99_162_322);
        assert_eq!(java_hash("polygenelubricants"), 0, "Java says i32::MIN, and takes 0 for it");
    }
}
