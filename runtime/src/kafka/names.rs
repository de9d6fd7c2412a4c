//! What the client calls things: topics by number, and everything a message for people names.

use super::Options;
use crate::broker::client::{Consequence, Failure, TopicNumber, Use};
use std::ffi::{CStr, CString};

/// The names of one client.
#[derive(Debug)]
pub struct Names {
    pub brokers: String,
    pub group: String,
    /// Of the member and of its transactions: they are the same.
    pub member: String,
    /// Who the brokers take us for, where we say it.
    pub principal: Option<String>,
    topics: Vec<CString>,
    uses: Vec<Use>,
}

impl Names {
    pub fn new(options: &Options) -> Result<Self, Failure> {
        let topic = |name: &String| {
            CString::new(name.as_str()).map_err(|_| {
                let message = format!("`{}` cannot be the name of a topic", name.escape_debug());
                Failure::new(Consequence::Give, message)
                    .help("Use letters, digits, dots, dashes and underscores.")
            })
        };
        let user = options.properties.iter().rfind(|(name, _)| name == "sasl.username");
        Ok(Names {
            brokers: options.brokers.clone(),
            group: options.group.clone(),
            member: options.member(),
            principal: user.map(|(_, value)| value.clone()),
            topics: options.topics.iter().map(topic).collect::<Result<_, _>>()?,
            uses: options.uses.clone(),
        })
    }

    pub fn len(&self) -> usize {
        self.topics.len()
    }

    pub fn topic(&self, number: TopicNumber) -> Result<&CStr, Failure> {
        self.topics.get(usize::from(number)).map(CString::as_c_str).ok_or_else(|| {
            let message = format!("the client was opened without a topic of the number {number}");
            Failure::new(Consequence::Give, message).help("This is a mistake of the runtime: report it.")
        })
    }

    /// What the job does with a topic, as far as it has said so.
    pub fn use_of(&self, topic: &str) -> Option<Use> {
        let at = self.topics.iter().position(|name| name.as_bytes() == topic.as_bytes())?;
        self.uses.get(at).copied()
    }

    /// All topics, and what the job does with each.
    pub fn all(&self) -> impl Iterator<Item = (&CStr, Option<Use>)> {
        let topics = self.topics.iter().enumerate();
        topics.map(|(at, name)| (name.as_c_str(), self.uses.get(at).copied()))
    }

    pub fn number(&self, name: &CStr) -> Option<TopicNumber> {
        let at = self.topics.iter().position(|topic| topic.as_c_str() == name)?;
        TopicNumber::try_from(at).ok()
    }

    /// As rules about access name us.
    pub fn principal(&self) -> String {
        format!("User:{}", self.principal.as_deref().unwrap_or("ANONYMOUS"))
    }
}
