//! What the brokers allow this client to do with topics.

use super::admin::Answer;
use super::client::Handle;
use super::error::{Code, Raised};
use super::rd;
use std::ffi::{CStr, CString, c_char};
use std::time::Duration;

/// What may be done with one topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allowed {
    pub topic: CString,
    /// What the broker answers of this topic.
    pub code: Code,
    /// `None`: the broker does not say.
    pub read_write: Option<(bool, bool)>,
}

impl Handle {
    /// Asks for all topics at once; the answers are in no order.
    pub fn allowed(&self, topics: &[&CStr], wait: Duration) -> Result<Vec<Allowed>, Raised> {
        let mut names: Vec<*const c_char> = topics.iter().map(|name| name.as_ptr()).collect();
        let operation = rd::rd_kafka_admin_op_t::RD_KAFKA_ADMIN_OP_DESCRIBETOPICS;
        // SAFETY: the client is alive; the names are terminated, live through the call and are copied into the collection, which is freed
        // after the call that reads it; options, queue and event are used and freed by `ask`. The error of an option that this operation
        // has is null. The answer is of this call and lives while it is read.
        unsafe {
            let collection = rd::rd_kafka_TopicCollection_of_topic_names(names.as_mut_ptr(), names.len());
            let answer = self.ask(operation, wait, |options, queue| {
                Raised::take(rd::rd_kafka_AdminOptions_set_include_authorized_operations(options, 1))?;
                rd::rd_kafka_DescribeTopics(self.raw(), collection, options, queue);
                Ok(())
            });
            rd::rd_kafka_TopicCollection_destroy(collection);
            answer.map(|answer| described(&answer))
        }
    }
}

/// # Safety
/// `answer` is to a question about topics.
unsafe fn described(answer: &Answer) -> Vec<Allowed> {
    // SAFETY: alive, and of this kind by the function's contract; the result has `count` topics, each with a terminated name and an error
    // that is null or live; all is copied.
    unsafe {
        let result = rd::rd_kafka_event_DescribeTopics_result(answer.0);
        if result.is_null() {
            return Vec::new();
        }
        let mut count = 0;
        let topics = rd::rd_kafka_DescribeTopics_result_topics(result, &mut count);
        let of = |i: usize| {
            let topic = *topics.add(i);
            let name = CStr::from_ptr(rd::rd_kafka_TopicDescription_name(topic)).to_owned();
            let code = rd::rd_kafka_error_code(rd::rd_kafka_TopicDescription_error(topic));
            let mut count = 0;
            let list = rd::rd_kafka_TopicDescription_authorized_operations(topic, &mut count);
            let read_write = (!list.is_null() && count > 0).then(|| {
                let list = std::slice::from_raw_parts(list, count);
                let has = |wanted| list.contains(&wanted);
                (
                    has(rd::rd_kafka_AclOperation_t::RD_KAFKA_ACL_OPERATION_READ),
                    has(rd::rd_kafka_AclOperation_t::RD_KAFKA_ACL_OPERATION_WRITE),
                )
            });
            Allowed { topic: name, code, read_write }
        };
        (0..count).map(of).collect()
    }
}
