//! The producer: records and offsets of one transaction after the other, and what its failures mean.

use super::Options;
use super::absence::{has_at_most, is_absent};
use super::errors::{Doing, failure};
use super::ffi::{Code, Events, Handle, Outbox, Raised, Topic};
use super::names::Names;
use super::rights::missing;
use super::sender::Sender;
use super::settings::{Role, client, patience};
use crate::broker::client::{Consequence, Failure, Form, Place};
use crate::broker::envelope::{HEAD, head};
use crate::record::{Chunk, Kind, Record};
use crate::report::Reporter;
use std::ffi::CStr;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Records handed over at once.
const BATCH: usize = 4096;
/// How long one look at the outcome waits before failed records' events are taken.
pub const SLICE: Duration = Duration::from_millis(50);
/// What takes longer than this is told.
const LONG: Duration = Duration::from_secs(1);
/// How long records may be on their way until it is asked whether their topics are there, and from then on how often.
const LOOK_EVERY: Duration = Duration::from_secs(2);
/// How long a call to the brokers may take before its outcome is unknown.
pub const CALL: Duration = Duration::from_secs(15);

pub struct Producer {
    // In the order in which they must be dropped.
    topics: Vec<Option<Topic>>,
    events: Events,
    pub handle: Arc<Handle>,
    /// Made for the first offsets.
    pub sender: Option<Sender>,
    names: Arc<Names>,
    outbox: Outbox,
    scratch: Vec<u8>,
    /// The first record of the transaction that did not arrive.
    undelivered: Option<(String, Code)>,
    patience: Duration,
    report: Reporter,
}

impl Producer {
    /// Does not wait for a broker.
    pub fn new(options: &Options, names: Arc<Names>, report: Reporter) -> Result<Self, Failure> {
        let handle = Arc::new(client(options, Role::Producer)?);
        Ok(Producer {
            topics: (0..names.len()).map(|_| None).collect(),
            events: Events::new(&handle),
            handle,
            sender: None,
            names,
            outbox: Outbox::default(),
            scratch: Vec::new(),
            undelivered: None,
            // The library looks for what has timed out once a second.
            patience: patience(options) + Duration::from_secs(3),
            report,
        })
    }

    /// Takes all events there are, waiting for the first.
    pub fn events(&mut self, wait: Duration) {
        let undelivered = &mut self.undelivered;
        let mut note = |topic: Option<&CStr>, code| {
            let topic = topic.map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            undelivered.get_or_insert((topic, code));
        };
        let mut wait = wait;
        while self.events.take(&self.handle, wait, &mut note) {
            wait = Duration::ZERO;
        }
    }

    pub fn failure(&mut self, doing: Doing<'_>, raised: &Raised) -> Failure {
        self.events(Duration::ZERO);
        failure(&self.names, doing, raised, self.handle.signals().trouble().as_ref())
    }

    /// Looks a topic up once, so that its records go straight to their partition.
    fn topic(&mut self, to: Place) -> Result<(), Failure> {
        if self.topics.get(usize::from(to.topic)).is_some_and(Option::is_some) {
            return Ok(());
        }
        let name = self.names.topic(to.topic)?.to_owned();
        let text = name.to_string_lossy().into_owned();
        let doing = Doing::Writing(&text);
        let topic = Topic::new(&self.handle, &name).map_err(|raised| self.failure(doing, &raised))?;
        let found = self.handle.metadata(Some(&topic), CALL);
        let raised = match found {
            Ok(Some(Ok(extent))) if to.partition < extent.partitions => {
                self.topics[usize::from(to.topic)] = Some(topic);
                return Ok(());
            }
            Ok(Some(Err(code))) => Raised::of(code),
            Ok(Some(Ok(extent))) if has_at_most(&self.handle, &name, to.partition) => {
                let message = format!(
                    "topic `{text}` has {} partitions, and the job writes to its partition {}",
                    extent.partitions, to.partition
                );
                return Err(Failure::new(Consequence::Give, message)
                    .help("Make the topic anew with as many partitions as it had, or start the job again."));
            }
            Ok(_) => Raised::of(Code::RD_KAFKA_RESP_ERR__UNKNOWN_PARTITION),
            Err(raised) => raised,
        };
        drop(topic);
        Err(self.failure(doing, &raised))
    }

    pub fn send(&mut self, to: Place, records: &Chunk, form: Form) -> Result<(), Failure> {
        self.topic(to)?;
        let mut left = records.records(0);
        loop {
            let batch: Vec<Record<'_>> = left.by_ref().take(BATCH).collect();
            if batch.is_empty() {
                break;
            }
            let sent = match form {
                Form::Plain => self.plain(to, &batch),
                Form::Enveloped => self.enveloped(to, &batch),
                Form::Entries => self.batch(to, batch.iter().map(|record| (record.key, record.value))),
            };
            sent.map_err(|raised| self.refused(to, &raised))?;
        }
        if left.is_whole() {
            return Ok(());
        }
        let topic = self.names.topic(to.topic)?.to_string_lossy();
        Err(Failure::new(Consequence::Give, format!("a chunk of records for topic `{topic}` is damaged"))
            .help("This is a mistake of the runtime: report it."))
    }

    fn plain(&mut self, to: Place, batch: &[Record<'_>]) -> Result<(), Raised> {
        let end = Instant::now() + self.patience;
        for record in batch {
            debug_assert!(record.kind == Kind::Data, "a plain topic holds data only");
            // The library takes 0 for "now", and brokers know no time before it; either would differ from run to run.
            let millis = record.time.div_euclid(1000).max(1);
            while let Some(Some(topic)) = self.topics.get(usize::from(to.topic)) {
                match self.handle.produce(topic, to.partition, millis, record.key, record.value) {
                    Err(raised)
                        if raised.code == Code::RD_KAFKA_RESP_ERR__QUEUE_FULL && Instant::now() < end =>
                    {
                        self.events(Duration::from_millis(5));
                    }
                    Err(raised) => return Err(raised),
                    Ok(()) => break,
                }
            }
        }
        Ok(())
    }

    fn enveloped(&mut self, to: Place, batch: &[Record<'_>]) -> Result<(), Raised> {
        let mut scratch = std::mem::take(&mut self.scratch);
        scratch.clear();
        for record in batch {
            scratch.extend_from_slice(&head(record.kind, record.time, record.value.is_some()));
            scratch.extend_from_slice(record.value.unwrap_or_default());
        }
        let mut rest = scratch.as_slice();
        let records = batch.iter().map(|record| {
            let (value, after) = rest.split_at(HEAD + record.value.map_or(0, <[u8]>::len));
            rest = after;
            (record.key, Some(value))
        });
        let sent = self.batch(to, records);
        self.scratch = scratch;
        sent
    }

    fn batch<'a>(
        &mut self,
        to: Place,
        records: impl Iterator<Item = (Option<&'a [u8]>, Option<&'a [u8]>)>,
    ) -> Result<(), Raised> {
        let mut outbox = std::mem::take(&mut self.outbox);
        let Some(Some(topic)) = self.topics.get_mut(usize::from(to.topic)).map(Option::take) else {
            return Err(Raised::of(Code::RD_KAFKA_RESP_ERR__UNKNOWN_TOPIC));
        };
        let end = Instant::now() + self.patience;
        let sent = outbox.produce(&topic, to.partition, records, &mut || {
            self.events(Duration::from_millis(5));
            Instant::now() < end
        });
        self.topics[usize::from(to.topic)] = Some(topic);
        self.outbox = outbox;
        sent.map_err(Raised::of)
    }

    /// Why a record was not even taken.
    fn refused(&mut self, to: Place, raised: &Raised) -> Failure {
        if let Some(failure) = self.broken() {
            return failure;
        }
        let Ok(topic) = self.names.topic(to.topic).map(|name| name.to_string_lossy().into_owned()) else {
            return failure(&self.names, Doing::Transaction, raised, None);
        };
        let doing = Doing::Writing(&topic);
        match raised.code {
            Code::RD_KAFKA_RESP_ERR__QUEUE_FULL => {
                let away =
                    Raised { text: raised.text.clone(), ..Raised::of(Code::RD_KAFKA_RESP_ERR__TIMED_OUT) };
                Failure { consequence: Consequence::Renew, ..self.failure(doing, &away) }
            }
            // The transaction has failed on its own; why is said by its commit, for which there is no need any more.
            Code::RD_KAFKA_RESP_ERR__STATE => {
                Failure { consequence: Consequence::Abort, ..self.failure(doing, raised) }
            }
            _ => self.failure(doing, raised),
        }
    }

    /// What is known to have gone wrong with the producer or with records already.
    pub fn broken(&mut self) -> Option<Failure> {
        self.events(Duration::ZERO);
        if let Some((topic, code)) = self.undelivered.clone() {
            let raised = Raised { abort: true, ..self.reason(code) };
            // Which topic's right it was is not said: the record is one of all that the transaction holds.
            if raised.code == Code::RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED
                && let Some(failure) = missing(&self.handle, &self.names)
            {
                return Some(failure);
            }
            return Some(match self.handle.fatal() {
                Some(fatal) => self.failure(Doing::Transaction, &fatal),
                None => self.failure(Doing::Writing(&topic), &raised),
            });
        }
        let fatal = self.handle.fatal()?;
        Some(self.failure(Doing::Transaction, &fatal))
    }

    /// Says that a call which began `since` has not come to its end, if it has taken long.
    pub fn still_waits(&self, since: Instant) {
        if since.elapsed() >= LONG {
            let trouble = self.handle.signals().trouble().map(|trouble| trouble.text);
            self.report.away(trouble.as_deref().unwrap_or("they take nothing that is written"));
        }
    }

    /// The topics that it has written.
    pub fn written(&self) -> impl Iterator<Item = &CStr> {
        let known = (0..).zip(&self.topics).filter(|(_, topic)| topic.is_some());
        known.filter_map(|(number, _)| self.names.topic(number).ok())
    }

    /// Why a record did not arrive. One that was taken out because the transaction has failed does not say why that has.
    fn reason(&self, code: Code) -> Raised {
        if !matches!(code, Code::RD_KAFKA_RESP_ERR__PURGE_QUEUE | Code::RD_KAFKA_RESP_ERR__PURGE_INFLIGHT) {
            return Raised::of(code);
        }
        // A transaction is open: no other begins, and one that has failed answers with its failure.
        match self.handle.begin_transaction() {
            Err(raised) if raised.abort || raised.fatal => raised,
            _ => Raised::of(code),
        }
    }

    /// Waits until every record has arrived; the failure says which has not.
    pub fn flush(&mut self) -> Result<(), Failure> {
        let since = Instant::now();
        let end = since + self.patience;
        let mut look = since + LOOK_EVERY;
        loop {
            let done = self.handle.flush(SLICE);
            if let Some(failure) = self.broken() {
                return Err(failure);
            }
            if done {
                return Ok(());
            }
            self.still_waits(since);
            if Instant::now() >= look {
                look = Instant::now() + LOOK_EVERY;
                // The library waits for a topic that has been deleted as for a broker that is away.
                let absent = self.written().find(|name| is_absent(&self.handle, name) == Some(true));
                if let Some(name) = absent.map(|name| name.to_string_lossy().into_owned()) {
                    let raised = Raised::of(Code::RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART);
                    return Err(self.failure(Doing::Writing(&name), &raised));
                }
            }
            if Instant::now() >= end {
                let raised = Raised::of(Code::RD_KAFKA_RESP_ERR__TIMED_OUT);
                let failure = self.failure(Doing::Transaction, &raised);
                return Err(Failure { consequence: Consequence::Renew, ..failure });
            }
        }
    }

    /// Forgets failed records: of a transaction that is over.
    pub fn forget(&mut self) {
        self.events(Duration::ZERO);
        self.undelivered = None;
    }
}
