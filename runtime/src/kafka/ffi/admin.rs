//! Calls about the cluster and its topics.

use super::client::Handle;
use super::error::{Code, Raised};
use super::list::Partitions;
use super::producer::Topic;
use super::{millis, rd, text};
use std::ffi::{CStr, CString, c_char, c_int};
use std::time::Duration;

/// A topic to be made.
pub struct NewTopic<'a> {
    pub name: &'a CStr,
    pub partitions: u32,
    /// `None`: as the broker makes them.
    pub replication: Option<u32>,
    pub settings: Vec<(CString, CString)>,
}

/// A topic to be made as the library holds it.
struct Made(*mut rd::rd_kafka_NewTopic_t);

impl Drop for Made {
    fn drop(&mut self) {
        // SAFETY: ours alone.
        unsafe { rd::rd_kafka_NewTopic_destroy(self.0) };
    }
}

impl NewTopic<'_> {
    fn make(&self) -> Result<Made, String> {
        let partitions = c_int::try_from(self.partitions).unwrap_or(c_int::MAX);
        let replication = self.replication.map_or(-1, |n| c_int::try_from(n).unwrap_or(c_int::MAX));
        let mut message = [0 as c_char; 512];
        // SAFETY: the name is terminated and copied; the message has the length given and is terminated by the library.
        let made = unsafe {
            let (name, length) = (self.name.as_ptr(), message.len());
            let made = rd::rd_kafka_NewTopic_new(name, partitions, replication, message.as_mut_ptr(), length);
            if made.is_null() {
                return Err(text(message.as_ptr()));
            }
            Made(made)
        };
        for (name, value) in &self.settings {
            // SAFETY: the topic is ours, both texts are terminated and copied.
            unsafe { rd::rd_kafka_NewTopic_set_config(made.0, name.as_ptr(), value.as_ptr()) };
        }
        Ok(made)
    }
}

/// How large a topic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extent {
    pub partitions: u32,
    /// Of the partition that has the fewest.
    pub replicas: u32,
}

impl Handle {
    /// Asks a broker for what it knows of a topic: the number of partitions, or the code it answers instead. Without a topic only
    /// whether a broker answers.
    pub fn metadata(
        &self,
        topic: Option<&Topic>,
        wait: Duration,
    ) -> Result<Option<Result<Extent, Code>>, Raised> {
        let mut answer: *const rd::rd_kafka_metadata = std::ptr::null();
        // SAFETY: client and topic are alive (null: none), and there is a place for the answer, which is ours on success and freed
        // after its last use; its topics are `topic_cnt` entries, and a topic's partitions `partition_cnt`.
        unsafe {
            let only = topic.map_or(std::ptr::null_mut(), Topic::raw);
            Raised::check(rd::rd_kafka_metadata(self.raw(), 0, only, &mut answer, millis(wait)))?;
            let found = (*answer).topic_cnt > 0;
            let topic = (topic.is_some() && found).then(|| {
                let topic = &*(*answer).topics;
                let partitions = u32::try_from(topic.partition_cnt).unwrap_or(0);
                let all = (0..partitions as usize).map(|at| &*topic.partitions.add(at));
                let replicas = all.map(|partition| u32::try_from(partition.replica_cnt).unwrap_or(0)).min();
                let extent = Extent { partitions, replicas: replicas.unwrap_or(0) };
                Raised::check(topic.err).map_or_else(|raised| Err(raised.code), |()| Ok(extent))
            });
            rd::rd_kafka_metadata_destroy(answer);
            Ok(topic)
        }
    }

    /// What tells one cluster from another; empty if no broker answers in time.
    pub fn cluster(&self, wait: Duration) -> String {
        // SAFETY: the client is alive; the answer is null or a text that is ours to free with the library's call.
        unsafe {
            let id = rd::rd_kafka_clusterid(self.raw(), millis(wait));
            let cluster = text(id);
            if !id.is_null() {
                rd::rd_kafka_mem_free(self.raw(), id.cast());
            }
            cluster
        }
    }

    /// The first offset that a partition keeps.
    pub fn first_offset(&self, topic: &CStr, partition: u32, wait: Duration) -> Result<i64, Raised> {
        self.listed(topic, partition, rd::rd_kafka_OffsetSpec_t::RD_KAFKA_OFFSET_SPEC_EARLIEST, wait)
    }

    /// The offset after the last of a partition, open transactions included.
    pub fn last_offset(&self, topic: &CStr, partition: u32, wait: Duration) -> Result<i64, Raised> {
        self.listed(topic, partition, rd::rd_kafka_OffsetSpec_t::RD_KAFKA_OFFSET_SPEC_LATEST, wait)
    }

    /// The consumer's own question for both (`rd_kafka_query_watermark_offsets`) is not for us. Its end is where the oldest open
    /// transaction begins; and where the answer for the beginning is an error and the one for the end is none, it gives the end as the
    /// beginning and no error: a changelog looked empty while its leader changed.
    fn listed(
        &self,
        topic: &CStr,
        partition: u32,
        which: rd::rd_kafka_OffsetSpec_t,
        wait: Duration,
    ) -> Result<i64, Raised> {
        let mut asked = Partitions::with_capacity(1);
        asked.add(topic, partition, which as i64, "");
        let operation = rd::rd_kafka_admin_op_t::RD_KAFKA_ADMIN_OP_LISTOFFSETS;
        // SAFETY: the client and the list are alive; options, queue and event are used and freed by `ask`. The error of setting a
        // valid level is null. The answer is of this call and lives while it is read: `count` entries, each with its partition.
        unsafe {
            self.ask(operation, wait, |options, queue| {
                let level = rd::rd_kafka_IsolationLevel_t::RD_KAFKA_ISOLATION_LEVEL_READ_UNCOMMITTED;
                Raised::take(rd::rd_kafka_AdminOptions_set_isolation_level(options, level))?;
                rd::rd_kafka_ListOffsets(self.raw(), asked.pointer(), options, queue);
                Ok(())
            })
            .and_then(|event| {
                let result = rd::rd_kafka_event_ListOffsets_result(event.0);
                let mut count = 0;
                let answers = rd::rd_kafka_ListOffsets_result_infos(result, &mut count);
                if count == 0 {
                    return Err(Raised::of(Code::RD_KAFKA_RESP_ERR__UNKNOWN_PARTITION));
                }
                let found = &*rd::rd_kafka_ListOffsetsResultInfo_topic_partition(*answers);
                Raised::check(found.err)?;
                if found.offset < 0 {
                    return Err(Raised::of(Code::RD_KAFKA_RESP_ERR_LEADER_NOT_AVAILABLE));
                }
                Ok(found.offset)
            })
        }
    }

    /// Makes a call whose answer comes as an event, and waits for it.
    ///
    /// # Safety
    /// `call` makes the call of `operation` with the options and the queue that it is lent, and keeps neither.
    pub(super) unsafe fn ask(
        &self,
        operation: rd::rd_kafka_admin_op_t,
        wait: Duration,
        call: impl FnOnce(*mut rd::rd_kafka_AdminOptions_t, *mut rd::rd_kafka_queue_t) -> Result<(), Raised>,
    ) -> Result<Answer, Raised> {
        // SAFETY: the client is alive; options and queue are ours, and freed once after their last use; the event becomes the answer's.
        unsafe {
            let options = rd::rd_kafka_AdminOptions_new(self.raw(), operation);
            let mut message = [0 as c_char; 512];
            let (wait, start, length) = (millis(wait), message.as_mut_ptr(), message.len());
            rd::rd_kafka_AdminOptions_set_request_timeout(options, wait, start, length);
            if operation == rd::rd_kafka_admin_op_t::RD_KAFKA_ADMIN_OP_CREATETOPICS {
                rd::rd_kafka_AdminOptions_set_operation_timeout(options, wait, start, length);
            }
            let queue = rd::rd_kafka_queue_new(self.raw());
            let called = call(options, queue);
            let event = match called {
                Ok(()) => rd::rd_kafka_queue_poll(queue, wait.saturating_add(1000)),
                Err(_) => std::ptr::null_mut(),
            };
            rd::rd_kafka_AdminOptions_destroy(options);
            rd::rd_kafka_queue_destroy(queue);
            called?;
            if event.is_null() {
                return Err(Raised::of(Code::RD_KAFKA_RESP_ERR__TIMED_OUT));
            }
            let answer = Answer(event);
            let raised = |raised| Raised { text: text(rd::rd_kafka_event_error_string(event)), ..raised };
            Raised::check(rd::rd_kafka_event_error(event)).map_err(raised)?;
            Ok(answer)
        }
    }

    /// Makes topics; the answers are in no order: name, code and the broker's text.
    pub fn create(
        &self,
        topics: &[NewTopic<'_>],
        wait: Duration,
    ) -> Result<Vec<(CString, Code, String)>, Raised> {
        let refused = |text| Raised { text, ..Raised::of(Code::RD_KAFKA_RESP_ERR__INVALID_ARG) };
        let made = topics.iter().map(|t| t.make().map_err(refused)).collect::<Result<Vec<_>, _>>()?;
        let mut pointers: Vec<_> = made.iter().map(|topic| topic.0).collect();
        let operation = rd::rd_kafka_admin_op_t::RD_KAFKA_ADMIN_OP_CREATETOPICS;
        // SAFETY: the client is alive; options, queue and event are used and freed by `ask`; the topics are read during the call, and live
        // until after it. The answer is of this call.
        unsafe {
            let answer = self.ask(operation, wait, |options, queue| {
                rd::rd_kafka_CreateTopics(self.raw(), pointers.as_mut_ptr(), pointers.len(), options, queue);
                Ok(())
            })?;
            Ok(created(&answer))
        }
    }
}

/// The event that answers a call.
pub(super) struct Answer(pub(super) *mut rd::rd_kafka_event_t);

impl Drop for Answer {
    fn drop(&mut self) {
        // SAFETY: ours alone.
        unsafe { rd::rd_kafka_event_destroy(self.0) };
    }
}

/// # Safety
/// `answer` is to the making of topics.
unsafe fn created(answer: &Answer) -> Vec<(CString, Code, String)> {
    // SAFETY: alive, and of this kind by the function's contract; the result has `count` topics, each with a terminated name, and all is
    // copied.
    unsafe {
        let result = rd::rd_kafka_event_CreateTopics_result(answer.0);
        if result.is_null() {
            return Vec::new();
        }
        let mut count = 0;
        let topics = rd::rd_kafka_CreateTopics_result_topics(result, &mut count);
        let of = |i: usize| {
            let topic = *topics.add(i);
            let name = CStr::from_ptr(rd::rd_kafka_topic_result_name(topic)).to_owned();
            let text = text(rd::rd_kafka_topic_result_error_string(topic));
            (name, rd::rd_kafka_topic_result_error(topic), text)
        };
        (0..count).map(of).collect()
    }
}
