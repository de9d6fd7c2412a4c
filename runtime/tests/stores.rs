//! Every store against a plain model: commits, rollbacks and restarts at random moments lose and invent nothing.

use proptest::prelude::*;
use riparian::prelude::*;
use std::collections::BTreeMap;

type Entries = BTreeMap<Vec<u8>, Vec<u8>>;

fn entries(store: &dyn Store) -> Entries {
    let mut all = Entries::new();
    store.entries(&mut |key, value| {
        assert!(all.insert(key.to_vec(), value.to_vec()).is_none(), "an entry twice");
    });
    all
}

/// A log of one store: what a restart would find.
#[derive(Clone, Debug, Default)]
struct Disk(Entries);

impl Disk {
    fn commit(&mut self, store: &mut dyn Store) {
        let mut seen = Vec::new();
        store.changes(&mut |key, value| {
            seen.push(key.to_vec());
            match value {
                Some(value) => self.0.insert(key.to_vec(), value.to_vec()),
                None => self.0.remove(key),
            };
        });
        let count = seen.len();
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), count, "each key once");
        store.committed();
    }

    fn restart(&self, store: &mut dyn Store, clock: i64) {
        for (key, value) in &self.0 {
            store.restore(key, Some(value)).unwrap();
        }
        store.restored(clock);
    }
}

#[derive(Clone, Debug)]
enum Step {
    Set(i64, i64),
    Remove(i64),
    Commit,
    Rollback,
    Restart,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        8 => (0i64..40, any::<i64>()).prop_map(|(key, value)| Step::Set(key, value)),
        4 => (0i64..40).prop_map(Step::Remove),
        1 => Just(Step::Commit),
        1 => Just(Step::Rollback),
        1 => Just(Step::Restart),
    ];
    prop::collection::vec(step, 1..300)
}

proptest! {
    #[test]
    fn a_plain_table_is_a_map_with_commits(steps in steps()) {
        let mut store: Latest<i64, i64> = Latest::new("t");
        let mut disk = Disk::default();
        let (mut now, mut then) = (BTreeMap::new(), BTreeMap::new());
        for step in steps {
            match step {
                Step::Set(key, value) => {
                    store.set(&key, value);
                    now.insert(key, value);
                }
                Step::Remove(key) => {
                    store.remove(&key);
                    now.remove(&key);
                }
                Step::Commit => {
                    disk.commit(&mut store);
                    then = now.clone();
                }
                Step::Rollback => {
                    store.rollback();
                    now = then.clone();
                }
                Step::Restart => {
                    store = Latest::new("t");
                    disk.restart(&mut store, 0);
                    now = then.clone();
                }
            }
            prop_assert_eq!(store.len(), now.len());
            for key in 0..40 {
                prop_assert_eq!(store.get(&key), now.get(&key));
            }
        }
    }

    /// Aborting an epoch leaves exactly what its start had, and what is on disk is what is in memory after a commit.
    #[test]
    fn groups_go_back_whole(
        epochs in prop::collection::vec((prop::collection::vec((0i64..6, 0i64..50), 1..40), any::<bool>()), 1..8),
        emit in prop_oneof![Just(Emit::Changes), Just(Emit::AtMostEvery(7)), Just(Emit::Final)],
        latest in any::<bool>(),
    ) {
        let spec = WindowedSpec { name: "w", size: 20, every: 10, offset: 0, grace: 0, emit, latest };
        let mut windowed: Windowed<i64, i64> = Windowed::new(spec);
        let mut sessions: Sessions<i64, i64> = Sessions::new(SessionsSpec { name: "s", gap: 3, grace: 0, emit, latest: false });
        let emit = if emit == Emit::Final { Emit::Changes } else { emit };
        let mut table: Table<i64, i64> = Table::new(TableSpec { name: "t", emit, ttl: Some(10) });
        let mut disks = [Disk::default(), Disk::default(), Disk::default()];
        for (records, aborted) in epochs {
            let before = [entries(&windowed), entries(&sessions), entries(&table)];
            let deadlines = (windowed.deadline(), table.deadline());
            for (key, time) in records {
                let add = |group: &mut i64| { *group += 1; Ok(()) };
                let used = windowed.update(&key, time, -100, add).unwrap();
                prop_assert_eq!(used, Updated::Used);
                let merge = |a: &mut i64, b: &i64| { *a += *b; Ok(()) };
                prop_assert_eq!(sessions.update(&key, time, -100, add, merge).unwrap(), Updated::Used);
                table.update(&key, time, -100, add).unwrap();
                // A failing record leaves no trace.
                let now = [entries(&windowed), entries(&sessions), entries(&table)];
                let fail = |group: &mut i64| { *group += 1; Err(Fail::Overflow) };
                prop_assert_eq!(windowed.update(&key, time, -100, fail), Err(Fail::Overflow));
                prop_assert_eq!(sessions.update(&key, time, -100, fail, merge), Err(Fail::Overflow));
                prop_assert_eq!(table.update(&key, time, -100, fail), Err(Fail::Overflow));
                prop_assert_eq!(&[entries(&windowed), entries(&sessions), entries(&table)], &now);
            }
            if aborted {
                windowed.rollback();
                sessions.rollback();
                table.rollback();
                prop_assert_eq!(&[entries(&windowed), entries(&sessions), entries(&table)], &before);
                prop_assert_eq!(windowed.deadline(), deadlines.0);
                prop_assert!(table.deadline() <= deadlines.1);
            } else {
                disks[0].commit(&mut windowed);
                disks[1].commit(&mut sessions);
                disks[2].commit(&mut table);
                let now = [entries(&windowed), entries(&sessions), entries(&table)];
                prop_assert_eq!(&now, &[disks[0].0.clone(), disks[1].0.clone(), disks[2].0.clone()]);
                let (deadline, counted) = (windowed.deadline(), sessions.len());
                windowed = Windowed::new(spec);
                disks[0].restart(&mut windowed, -100);
                sessions = Sessions::new(SessionsSpec { name: "s", gap: 3, grace: 0, emit: spec.emit, latest: false });
                disks[1].restart(&mut sessions, -100);
                table = Table::new(TableSpec { name: "t", emit, ttl: Some(10) });
                disks[2].restart(&mut table, -100);
                prop_assert_eq!(windowed.deadline(), deadline);
                prop_assert_eq!(sessions.len(), counted);
                prop_assert_eq!(&[entries(&windowed), entries(&sessions), entries(&table)], &now);
            }
        }
    }

    /// Sessions by definition: sorted events, cut where the gap is larger.
    #[test]
    fn sessions_do_not_depend_on_the_order_of_arrival(times in prop::collection::vec(0i64..200, 1..60), gap in 1i64..9) {
        let spec = SessionsSpec { name: "s", gap, grace: 0, emit: Emit::Final, latest: false };
        let mut sessions: Sessions<i64, i64> = Sessions::new(spec);
        for time in &times {
            let add = |group: &mut i64| { *group += 1; Ok(()) };
            let merge = |a: &mut i64, b: &i64| { *a += *b; Ok(()) };
            prop_assert_eq!(sessions.update(&1, *time, i64::MIN, add, merge).unwrap(), Updated::Used);
        }
        let mut sorted = times.clone();
        sorted.sort_unstable();
        let cuts = sorted.windows(2).filter(|pair| pair[1] - pair[0] > gap).count();
        prop_assert_eq!(sessions.len(), cuts + 1);
    }
}

#[test]
fn layouts_tell_what_is_kept() {
    let spec = WindowedSpec {
        name: "last_hour",
        size: 3_600_000_000,
        every: 300_000_000,
        offset: 0,
        grace: 600_000_000,
        emit: Emit::AtMostEvery(10_000_000),
        latest: true,
    };
    let windowed: Windowed<i64, (i64, Option<String>)> = Windowed::new(spec);
    assert_eq!(
        windowed.layout(),
        "hopping 1h every 5m grace 10m, emit changes at most every 10s, latest window, key i64, group (i64, string?)"
    );
    assert!(matches!({ windowed }.restore(b"short", None), Err(Fatal::Corrupt { .. })));
}
