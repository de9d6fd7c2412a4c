//! From the group's decisions to what the job is told, and back to what the library is told.
//!
//! The classic protocol takes all partitions back and gives all out again. The newer one changes single partitions: for the job it
//! is made to look the same, so that there is one way to commit and to hand over.

use super::consumer::seek;
use super::ffi::{Decision, Handle, Partitions, Raised};
use super::names::Names;
use crate::broker::client::{Membership, Place};
use std::collections::{BTreeSet, VecDeque};

/// What the job is told next, and then answers with an assignment.
#[derive(Debug)]
enum Step {
    /// `revoked`: what the library waits to get back; `None` if it does not wait, but the job is to begin anew.
    GiveBack { revoked: Option<Partitions>, lost: bool },
    /// `given`: what has been added, which the library waits to hear taken.
    Take { given: Option<Partitions> },
}

#[derive(Debug, Default)]
pub struct Group {
    next: VecDeque<Step>,
    /// Told, and not yet answered.
    told: Option<Step>,
    /// What the group has given, as far as told.
    owned: BTreeSet<Place>,
    /// What the library fetches, in the newer protocol.
    held: BTreeSet<Place>,
}

fn places(list: &Partitions, names: &Names) -> BTreeSet<Place> {
    let known = list.iter().filter_map(|entry| {
        Some(Place { topic: names.number(entry.topic)?, partition: u32::try_from(entry.partition).ok()? })
    });
    known.collect()
}

fn list(places: impl Iterator<Item = (Place, i64)>, names: &Names) -> Partitions {
    let mut list = Partitions::with_capacity(0);
    for (place, offset) in places {
        if let Ok(topic) = names.topic(place.topic) {
            list.add(topic, place.partition, offset, "");
        }
    }
    list
}

impl Group {
    /// Takes down decisions. `single`: they change single partitions.
    pub fn hear(&mut self, decisions: Vec<Decision>, single: bool) {
        for decision in decisions {
            if !single {
                // An assignment that the job has not heard of before it was taken back is none.
                self.next.clear();
                self.told = None;
                self.owned.clear();
            }
            match decision {
                Decision::Assigned(given) => {
                    if !self.owned.is_empty() {
                        self.next.push_back(Step::GiveBack { revoked: None, lost: false });
                    }
                    self.next.push_back(Step::Take { given: Some(given) });
                }
                Decision::Revoked { partitions, lost } => {
                    self.next.push_back(Step::GiveBack { revoked: Some(partitions), lost });
                    if single {
                        self.next.push_back(Step::Take { given: None });
                    }
                }
            }
        }
    }

    /// What the job is to know next; nothing while it has not answered the last.
    pub fn tell(&mut self, names: &Names) -> Option<Membership> {
        if self.told.is_some() {
            return None;
        }
        let step = self.next.pop_front()?;
        let membership = match &step {
            Step::GiveBack { revoked, lost } => {
                let gone = revoked.as_ref().map(|list| places(list, names)).unwrap_or_default();
                self.owned.retain(|place| !gone.contains(place));
                if *lost { Membership::Lost } else { Membership::Revoked }
            }
            Step::Take { given } => {
                self.owned.extend(given.iter().flat_map(|list| places(list, names)));
                if given.is_none() && self.owned.is_empty() {
                    return None;
                }
                Membership::Assigned(self.owned.iter().copied().collect())
            }
        };
        self.told = Some(step);
        Some(membership)
    }

    /// Carries out the job's answer, or what it wants to fetch besides.
    pub fn answer(&mut self, handle: &Handle, from: &[(Place, i64)], names: &Names) -> Result<(), Raised> {
        let single = handle.is_incremental();
        let told = self.told.take();
        match &told {
            Some(Step::GiveBack { .. }) if !single => handle.assign(None),
            _ if !single => handle.assign(Some(&list(from.iter().copied(), names))),
            Some(Step::GiveBack { revoked: None, .. }) => Ok(()),
            Some(Step::GiveBack { revoked: Some(revoked), .. }) => {
                let gone = places(revoked, names);
                self.held.retain(|place| !gone.contains(place));
                handle.assign_without(revoked)
            }
            Some(Step::Take { given: Some(_) }) => self.change(handle, from, true, names),
            _ => self.change(handle, from, false, names),
        }
    }

    /// Answers all that is open in place of a job that has gone: a client does not end while its library waits for one.
    pub fn settle(&mut self, handle: &Handle) {
        let steps: Vec<_> = self.told.take().into_iter().chain(self.next.drain(..)).collect();
        if !handle.is_incremental() {
            if !steps.is_empty() {
                let _ = handle.assign(None);
            }
            return;
        }
        // Failures do not matter any more.
        for step in steps {
            let _ = match step {
                Step::GiveBack { revoked: Some(revoked), .. } => handle.assign_without(&revoked),
                Step::Take { given: Some(given) } => handle.assign_also(&given),
                _ => Ok(()),
            };
        }
    }

    /// From what is held to what is wanted. `waits`: the library waits for an answer even if nothing is added.
    fn change(
        &mut self,
        handle: &Handle,
        from: &[(Place, i64)],
        waits: bool,
        names: &Names,
    ) -> Result<(), Raised> {
        let now: BTreeSet<_> = from.iter().map(|(place, _)| *place).collect();
        let dropped = list(self.held.difference(&now).map(|&place| (place, 0)), names);
        let (kept, added): (Vec<_>, Vec<_>) =
            from.iter().copied().partition(|(place, _)| self.held.contains(place));
        if !dropped.is_empty() {
            handle.assign_without(&dropped)?;
        }
        if waits || !added.is_empty() {
            handle.assign_also(&list(added.into_iter(), names))?;
        }
        if !kept.is_empty() {
            seek(handle, &list(kept.into_iter(), names))?;
        }
        self.held = now;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::Options;
    use super::*;

    fn names() -> Names {
        let mut options = Options::new("127.0.0.1:1", "job", "one", 0);
        options.topics = vec!["orders".to_string()];
        Names::new(&options).expect("names")
    }

    fn orders(partitions: &[u32]) -> Partitions {
        let mut list = Partitions::with_capacity(partitions.len());
        partitions.iter().for_each(|&partition| list.add(c"orders", partition, 0, ""));
        list
    }

    fn assigned(partitions: &[u32]) -> Option<Membership> {
        let place = |&partition: &u32| Place { topic: 0, partition };
        Some(Membership::Assigned(partitions.iter().map(place).collect()))
    }

    #[test]
    fn an_assignment_taken_back_before_it_was_told_is_none() {
        let (mut group, names) = (Group::default(), names());
        let revoked = Decision::Revoked { partitions: orders(&[0]), lost: false };
        group.hear(vec![Decision::Assigned(orders(&[0])), revoked], false);
        assert_eq!(group.tell(&names), Some(Membership::Revoked));
        assert_eq!(group.tell(&names), None);
        group.hear(vec![Decision::Assigned(orders(&[2, 1]))], false);
        assert_eq!(group.tell(&names), assigned(&[1, 2]));
    }

    #[test]
    fn changes_of_single_partitions_are_told_as_all_back_and_all_again() {
        let (mut group, names) = (Group::default(), names());
        group.hear(vec![Decision::Assigned(orders(&[0, 1]))], true);
        assert_eq!(group.tell(&names), assigned(&[0, 1]));
        group.hear(vec![Decision::Assigned(orders(&[2]))], true);
        assert_eq!(group.tell(&names), None, "the first is not answered");
        group.told = None;
        assert_eq!(group.tell(&names), Some(Membership::Revoked));
        group.told = None;
        assert_eq!(group.tell(&names), assigned(&[0, 1, 2]));
        group.told = None;
        group.hear(vec![Decision::Revoked { partitions: orders(&[1]), lost: true }], true);
        assert_eq!(group.tell(&names), Some(Membership::Lost));
        group.told = None;
        assert_eq!(group.tell(&names), assigned(&[0, 2]));
    }
}
