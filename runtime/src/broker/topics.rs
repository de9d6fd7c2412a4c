//! The topics of a job on a broker, those of its state included, and how they come to be there.
//!
//! Names are declared, never positional: inserting a node renames nothing.

use super::client::{Client, NewTopic, Place, TopicNumber};
use super::options::{Create, Options};
use super::settings;
use super::trouble::refused;
use crate::fail::Fatal;
use crate::job::{Job, Role, TopicIndex};
use crate::partitions::{self, Known, Words};
use crate::stage::{Partition, TaskId};

/// A store of a stage, and its changelog.
#[derive(Clone, Debug)]
pub(super) struct StoreTopic {
    pub name: &'static str,
    pub layout: String,
    pub changelog: TopicNumber,
}

/// The numbers that the client knows the topics by: those of the job first, in the job's order, then the changelogs.
#[derive(Clone, Debug)]
pub(super) struct Topics {
    pub names: Vec<String>,
    /// By stage, in the order of its stores.
    pub stores: Vec<Vec<StoreTopic>>,
    /// Partitions of each topic of the job.
    pub partitions: Vec<u32>,
    /// Tasks of each stage.
    pub tasks: Vec<u32>,
    /// The topics whose partitions the group shares out.
    pub shared: Vec<TopicNumber>,
}

const WORDS: Words = Words {
    place: "on the broker",
    changed: "set `partitions` of the topic's contract to what the broker has, or make the topic anew",
    apart: "make both topics with the same number of partitions, or read one of them `everywhere`",
};

impl Topics {
    /// What the job needs, before anything is asked of a broker.
    pub(super) fn of(job: &Job) -> Topics {
        let mut names: Vec<String> = job.topics.iter().map(|topic| topic.name.to_owned()).collect();
        let mut stores = Vec::new();
        for stage in job.stages {
            let mut own = Vec::new();
            (stage.make)().stores(&mut |store| {
                own.push(StoreTopic {
                    name: store.name(),
                    layout: store.layout().to_owned(),
                    changelog: names.len() as TopicNumber,
                });
                names.push(format!("{}.{}.{}.changelog", job.package, job.name, store.name()));
            });
            stores.push(own);
        }
        Topics { names, stores, partitions: Vec::new(), tasks: Vec::new(), shared: shared(job) }
    }

    /// Finds every topic on the broker, or makes it as far as `options` allow, and settles how many partitions each has.
    pub(super) fn settle(
        &mut self,
        job: &Job,
        client: &mut dyn Client,
        options: &Options,
    ) -> Result<(), Fatal> {
        let mut found = Vec::new();
        for number in 0..self.names.len() {
            found.push(client.partitions(number as TopicNumber).map_err(refused)?);
        }
        let known: Vec<Known> = job
            .topics
            .iter()
            .zip(&found)
            // An internal topic is the job's own: what its inputs have now decides, and what it has must agree.
            .map(|(_, found)| Known { settled: *found, bound: None })
            .collect();
        self.partitions = partitions::settle(job, &known, options.partitions, &WORDS)?;
        self.tasks = partitions::tasks(job, &self.partitions);
        let mut missing: Vec<NewTopic> = Vec::new();
        let mut made = Vec::new();
        let mut there = Vec::new();
        for (topic, number) in job.topics.iter().zip(0..) {
            if found[usize::from(number)].is_none() {
                let may = match topic.role {
                    Role::Input { .. } => false,
                    Role::Output { .. } | Role::DeadLetter => options.create == Create::Everything,
                    Role::Repartition => options.create != Create::Nothing,
                };
                let new = self.new_topic(number, topic.role);
                if may { made.push(new) } else { missing.push(new) }
            } else {
                match topic.role {
                    Role::Repartition => there.push((number, topic.name, settings::REPARTITION)),
                    Role::Output { .. } | Role::DeadLetter => there.push((number, topic.name, &[])),
                    Role::Input { .. } => {}
                }
            }
        }
        for (stores, tasks) in self.stores.iter().zip(&self.tasks) {
            for store in stores {
                match found[usize::from(store.changelog)] {
                    Some(there) if there != *tasks => {
                        return Err(Fatal::configuration(
                            format!(
                                "topic `{}` has {there} partitions on the broker, and the job has {tasks} tasks that keep `{}`",
                                self.names[usize::from(store.changelog)],
                                store.name
                            ),
                            "the inputs have got another number of partitions: start over with --fresh, or give them back the number they had",
                        ));
                    }
                    Some(_) => there.push((
                        store.changelog,
                        self.names[usize::from(store.changelog)].as_str(),
                        settings::CHANGELOG,
                    )),
                    None => {
                        let settings = settings::owned(settings::CHANGELOG);
                        let new = NewTopic { topic: store.changelog, partitions: *tasks, settings };
                        if options.create == Create::Nothing { missing.push(new) } else { made.push(new) }
                    }
                }
            }
        }
        let own = |topic: &TopicNumber| {
            job.topics.get(usize::from(*topic)).is_none_or(|topic| topic.role == Role::Repartition)
        };
        let own: Vec<TopicNumber> = (0..)
            .zip(&found)
            .filter_map(|(number, found)| found.is_none().then_some(number))
            .filter(own)
            .collect();
        if !own.is_empty() {
            self.refuse_deleted(job, client, &options.report, &found, &own)?;
        }
        if !missing.is_empty() {
            return Err(self.absent(job, &missing, options));
        }
        settings::check(client, &there)?;
        if !made.is_empty() {
            client.create(&made).map_err(refused)?;
            // What the brokers give where the job says nothing may not fit together.
            let made: Vec<_> =
                made.iter().map(|new| (new.topic, self.name(new.topic), &[] as &[_])).collect();
            settings::check(client, &made)?;
        }
        Ok(())
    }

    fn new_topic(&self, number: TopicNumber, role: Role) -> NewTopic {
        let table = matches!(role, Role::Output { table: true });
        let settings = match role {
            Role::Repartition => settings::owned(settings::REPARTITION),
            _ if table => vec![("cleanup.policy", "compact".to_owned())],
            // A record's time is its event time: a retention that nobody has thought about would delete what is made of
            // old events at once.
            _ => vec![("retention.ms", "-1".to_owned())],
        };
        NewTopic { topic: number, partitions: self.partitions[usize::from(number)], settings }
    }

    fn absent(&self, job: &Job, missing: &[NewTopic], options: &Options) -> Fatal {
        let names: Vec<String> =
            missing.iter().map(|topic| format!("`{}`", self.name(topic.topic))).collect();
        let message = match missing {
            [_] => format!("the broker has no topic {}", names.join(", ")),
            _ => format!("the broker has no topics {}", names.join(", ")),
        };
        let written = |topic: &NewTopic| {
            let role = job.topics.get(usize::from(topic.topic)).map(|topic| topic.role);
            matches!(role, Some(Role::Output { .. } | Role::DeadLetter))
        };
        let help = if options.create != Create::Everything && missing.iter().all(written) {
            "run with --create to make the topics that the job writes".to_owned()
        } else {
            let commands = missing.iter().map(|topic| {
                // How an input is kept is its owner's.
                let role = job.topics.get(usize::from(topic.topic)).map(|topic| topic.role);
                let settings: &[_] = match role {
                    Some(Role::Input { .. }) => &[],
                    _ => &topic.settings,
                };
                settings::command(self.name(topic.topic), topic.partitions, settings)
            });
            format!("make it: {}", commands.collect::<Vec<_>>().join("; "))
        };
        Fatal::configuration(message, help)
    }

    pub(super) fn name(&self, topic: TopicNumber) -> &str {
        self.names.get(usize::from(topic)).map_or("", String::as_str)
    }

    /// The changelog partition of a store of a task.
    pub(super) fn changelog(&self, task: TaskId, store: u16) -> Option<Place> {
        let store = self.stores.get(usize::from(task.stage))?.get(usize::from(store))?;
        Some(Place { topic: store.changelog, partition: task.partition })
    }

    /// The input beside whose offset a task's stamp stands; its partition is the task's. Where everything is read
    /// everywhere, there is one task, and the first input's first partition stands for it.
    pub(super) fn home(job: &Job, task: TaskId) -> Option<Place> {
        let inputs = job.stages.get(usize::from(task.stage))?.inputs;
        let input = inputs.iter().find(|input| !input.everywhere).or(inputs.first())?;
        Some(Place { topic: input.topic, partition: task.partition })
    }

    /// A changelog in which nothing is found of what was written there.
    pub(super) fn emptied(&self, place: Place) -> Fatal {
        Fatal::Broker {
            message: format!(
                "topic `{}`, partition {}, no longer has the state that the job has written there",
                self.name(place.topic),
                place.partition
            ),
            help: "its records were deleted: restore the topic, or run with --fresh to start over".to_owned(),
        }
    }

    /// A record in a topic of the job's own that none of its tasks has written.
    pub(super) fn foreign(&self, place: Place, at: &str) -> Fatal {
        Fatal::Broker {
            message: format!(
                "topic `{}`, partition {}, {at}: a record that no task of this job has written",
                self.name(place.topic),
                place.partition
            ),
            help: "the topic is the job's own: keep others from writing there, then run with --fresh to start over"
                .to_owned(),
        }
    }
}

fn shared(job: &Job) -> Vec<TopicNumber> {
    let mut shared: Vec<TopicNumber> = Vec::new();
    for stage in job.stages {
        shared.extend(stage.inputs.iter().filter(|input| !input.everywhere).map(|input| input.topic));
        if stage.inputs.iter().all(|input| input.everywhere) {
            shared.extend(stage.inputs.first().map(|input| input.topic));
        }
    }
    shared.sort_unstable();
    shared.dedup();
    shared
}

pub(super) fn place(partition: Partition) -> Place {
    Place { topic: partition.topic, partition: partition.number }
}

pub(super) fn partition(place: Place) -> Partition {
    Partition { topic: place.topic as TopicIndex, number: place.partition }
}
