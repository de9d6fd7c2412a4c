//! Calls that delete: topics, a group, what lies before an offset.

use super::client::Handle;
use super::error::{Code, Raised};
use super::list::Partitions;
use super::{rd, text};
use std::ffi::CStr;
use std::time::Duration;

impl Handle {
    /// Deletes topics; the code that each is answered with, in no order.
    pub fn delete_topics(&self, topics: &[&CStr], wait: Duration) -> Result<Vec<Code>, Raised> {
        // SAFETY: names are terminated and copied; what is made here is destroyed below, after the call that reads it.
        let mut doomed: Vec<_> =
            topics.iter().map(|name| unsafe { rd::rd_kafka_DeleteTopic_new(name.as_ptr()) }).collect();
        let operation = rd::rd_kafka_admin_op_t::RD_KAFKA_ADMIN_OP_DELETETOPICS;
        // SAFETY: the client is alive, `ask` lends options and queue for the call, and the answer is of this call: its result has
        // `count` topics, read before the answer is freed.
        unsafe {
            let answer = self.ask(operation, wait, |options, queue| {
                rd::rd_kafka_DeleteTopics(self.raw(), doomed.as_mut_ptr(), doomed.len(), options, queue);
                Ok(())
            });
            rd::rd_kafka_DeleteTopic_destroy_array(doomed.as_mut_ptr(), doomed.len());
            let answer = answer?;
            let mut count = 0;
            let result = rd::rd_kafka_event_DeleteTopics_result(answer.0);
            let answers = rd::rd_kafka_DeleteTopics_result_topics(result, &mut count);
            Ok((0..count).map(|at| rd::rd_kafka_topic_result_error(*answers.add(at))).collect())
        }
    }

    /// Deletes a group with all its offsets.
    pub fn delete_group(&self, group: &CStr, wait: Duration) -> Result<(), Raised> {
        // SAFETY: the name is terminated and copied; what is made here is destroyed below, after the call that reads it.
        let mut doomed = [unsafe { rd::rd_kafka_DeleteGroup_new(group.as_ptr()) }];
        let operation = rd::rd_kafka_admin_op_t::RD_KAFKA_ADMIN_OP_DELETEGROUPS;
        // SAFETY: as for topics; an error of a group is null or lives as long as the answer.
        unsafe {
            let answer = self.ask(operation, wait, |options, queue| {
                rd::rd_kafka_DeleteGroups(self.raw(), doomed.as_mut_ptr(), doomed.len(), options, queue);
                Ok(())
            });
            rd::rd_kafka_DeleteGroup_destroy_array(doomed.as_mut_ptr(), doomed.len());
            let answer = answer?;
            let mut count = 0;
            let result = rd::rd_kafka_event_DeleteGroups_result(answer.0);
            let answers = rd::rd_kafka_DeleteGroups_result_groups(result, &mut count);
            if count == 0 {
                return Ok(());
            }
            let error = rd::rd_kafka_group_result_error(*answers);
            if error.is_null() {
                return Ok(());
            }
            let raised = Raised::of(rd::rd_kafka_error_code(error));
            Err(Raised { text: text(rd::rd_kafka_error_string(error)), ..raised })
        }
    }

    /// Deletes what lies before an offset of each partition of the list.
    pub fn delete_before(&self, list: &mut Partitions, wait: Duration) -> Result<(), Raised> {
        let operation = rd::rd_kafka_admin_op_t::RD_KAFKA_ADMIN_OP_DELETERECORDS;
        // SAFETY: the client and the list are alive, the list is copied into what is destroyed after the call that reads it; `ask`
        // lends options and queue for the call.
        unsafe {
            let mut doomed = [rd::rd_kafka_DeleteRecords_new(list.pointer())];
            let answer = self.ask(operation, wait, |options, queue| {
                rd::rd_kafka_DeleteRecords(self.raw(), doomed.as_mut_ptr(), doomed.len(), options, queue);
                Ok(())
            });
            rd::rd_kafka_DeleteRecords_destroy_array(doomed.as_mut_ptr(), doomed.len());
            answer.map(|_| ())
        }
    }
}
