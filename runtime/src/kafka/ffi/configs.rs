//! The settings of topics that are there.

use super::admin::Answer;
use super::client::Handle;
use super::error::{Code, Raised};
use super::{rd, text};
use std::ffi::{CStr, CString};
use std::time::Duration;

/// Name and value of each setting of one topic.
pub type Settings = Vec<(String, String)>;

/// What a setting is asked of, as the library holds it.
struct Asked(*mut rd::rd_kafka_ConfigResource_t);

impl Drop for Asked {
    fn drop(&mut self) {
        // SAFETY: ours alone.
        unsafe { rd::rd_kafka_ConfigResource_destroy(self.0) };
    }
}

impl Handle {
    /// Asks for all topics at once; the answers are in no order, and topics of which the brokers do not tell are left out.
    pub fn settings(&self, topics: &[&CStr], wait: Duration) -> Result<Vec<(CString, Settings)>, Raised> {
        let kind = rd::rd_kafka_ResourceType_t::RD_KAFKA_RESOURCE_TOPIC;
        // SAFETY: the name is terminated and copied; it is not empty, so that the result is not null.
        let asked = |name: &&CStr| unsafe { Asked(rd::rd_kafka_ConfigResource_new(kind, name.as_ptr())) };
        let asked: Vec<Asked> = topics.iter().filter(|name| !name.is_empty()).map(asked).collect();
        let mut pointers: Vec<_> = asked.iter().map(|asked| asked.0).collect();
        let operation = rd::rd_kafka_admin_op_t::RD_KAFKA_ADMIN_OP_DESCRIBECONFIGS;
        // SAFETY: the client is alive; options, queue and event are used and freed by `ask`; what is asked of is read during the call, and
        // lives until after it. The answer is of this call.
        unsafe {
            let answer = self.ask(operation, wait, |options, queue| {
                let (start, count) = (pointers.as_mut_ptr(), pointers.len());
                rd::rd_kafka_DescribeConfigs(self.raw(), start, count, options, queue);
                Ok(())
            })?;
            Ok(described(&answer))
        }
    }
}

/// # Safety
/// `answer` is to a question about settings.
unsafe fn described(answer: &Answer) -> Vec<(CString, Settings)> {
    // SAFETY: alive, and of this kind by the function's contract; the result has `count` topics, each with a terminated name and as many
    // settings as it says, of which names are terminated and values terminated or null; all is copied.
    unsafe {
        let result = rd::rd_kafka_event_DescribeConfigs_result(answer.0);
        if result.is_null() {
            return Vec::new();
        }
        let mut count = 0;
        let topics = rd::rd_kafka_DescribeConfigs_result_resources(result, &mut count);
        let of = |i: usize| {
            let topic = *topics.add(i);
            if rd::rd_kafka_ConfigResource_error(topic) != Code::RD_KAFKA_RESP_ERR_NO_ERROR {
                return None;
            }
            let name = CStr::from_ptr(rd::rd_kafka_ConfigResource_name(topic)).to_owned();
            let mut count = 0;
            let settings = rd::rd_kafka_ConfigResource_configs(topic, &mut count);
            let setting = |i: usize| {
                let setting = *settings.add(i);
                (text(rd::rd_kafka_ConfigEntry_name(setting)), text(rd::rd_kafka_ConfigEntry_value(setting)))
            };
            Some((name, (0..count).map(setting).collect()))
        };
        (0..count).filter_map(of).collect()
    }
}
