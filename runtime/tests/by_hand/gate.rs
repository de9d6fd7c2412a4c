//! The smallest whole job: topic → `where` → `key` → tumbling `count` → topic, in two sub-topologies.

use riparian::prelude::*;

pub const PAYMENT: u16 = 0;
pub const LARGE_BY_SENDER: u16 = 1;
pub const PER_MINUTE: u16 = 2;
pub const UNUSABLE: u16 = 3;

pub const LARGE: u16 = 0;
pub const COUNTS: u16 = 1;

const FROM: Site = Site(0);
const WHERE: Site = Site(1);
const WINDOW: Site = Site(2);
const SELECT: Site = Site(3);

const fn site(node: u16, line: u32, what: &'static str) -> SiteSpec {
    let to = Route::To(UNUSABLE);
    SiteSpec { node, file: "shop.stream", line, column: 9, what, bad: to, late: to, unmatched: to }
}

const SITES: [SiteSpec; 4] = sites(Route::To(UNUSABLE));

/// With where bad records of the source go.
pub const fn sites(bad: Route) -> [SiteSpec; 4] {
    let from = SiteSpec { bad, ..site(LARGE, 10, "from payment") };
    [from, site(LARGE, 11, "where"), site(COUNTS, 16, "window"), site(COUNTS, 17, "select")]
}

const fn topic(name: &'static str, role: Role) -> Topic {
    Topic { name, short_name: name, role, partitions: None, columns: &[], key: &[], encoding: Encoding::Json }
}

static TOPICS: [Topic; 4] = topics(Role::Input { table: false, disorder: 0, skew: None, idle: None });

/// With what the source declares.
pub const fn topics(payment: Role) -> [Topic; 4] {
    [
        topic("payment", payment),
        topic("large.by.sender", Role::Repartition),
        topic("per_minute", Role::Output { table: true }),
        topic("unusable", Role::DeadLetter),
    ]
}

pub static JOB: Job = GATE;

pub const GATE: Job = Job {
    abi: ABI,
    package: "shop",
    name: "gate",
    topics: &TOPICS,
    stages: &stages(|| Box::new(LargeStage { node: LARGE })),
    nodes: &[Node { name: "large", table: false }, Node { name: "per_minute", table: true }],
    sites: &SITES,
    exactly_once: true,
    vaults: &[],
};

/// The same with `where` in the table itself: one node, on both sides of the internal topic.
pub static ONE_NODE: Job = Job { stages: &stages(|| Box::new(LargeStage { node: COUNTS })), ..GATE };

const fn stages(large: fn() -> Box<dyn Stage>) -> [StageSpec; 2] {
    [
        StageSpec {
            name: "large",
            inputs: &[Input {
                topic: PAYMENT,
                table: false,
                everywhere: false,
                bootstrap: false,
                site: FROM,
                show: Show::Raw,
                placed_by: None,
            }],
            repartitions: &[LARGE_BY_SENDER],
            make: large,
        },
        StageSpec {
            name: "per_minute",
            inputs: &[Input {
                topic: LARGE_BY_SENDER,
                table: false,
                everywhere: false,
                bootstrap: false,
                site: WINDOW,
                show: Show::Coordinates,
                placed_by: None,
            }],
            repartitions: &[],
            make: || Box::new(CountStage::new()),
        },
    ]
}

json_record! {
    pub struct Payment in ["sender", "amount", "at"] checked {
        sender: form::Int = "sender",
        amount: form::Int = "amount",
        at: form::EpochMicros = "at",
    }
}

row! { pub struct Nothing {} }
key! { pub struct SenderKey { sender: i64 } }

pub struct LargeStage {
    /// The node that drops small payments.
    pub node: u16,
}

impl LargeStage {
    fn payment(&mut self, record: &Record<'_>, cx: &mut Cx<'_>) -> Result<(), Reject> {
        let p = Payment::scan(record).at(FROM)?;
        let at = p.at().at(FROM)?;
        cx.observe(at.0, record).at(FROM)?;
        cx.node(self.node, record, |cx| self.large(&p, at.0, cx));
        Ok(())
    }

    fn large(&self, p: &Payment<'_>, time: i64, cx: &mut Cx<'_>) -> Result<(), Reject> {
        if p.amount().at(WHERE)? < 10 {
            return cx.filtered();
        }
        let key = SenderKey { sender: p.sender().at(WHERE)? };
        cx.repartition(LARGE_BY_SENDER, time, &key, &Nothing {});
        if self.node == COUNTS {
            cx.handed_on();
        }
        Ok(())
    }
}

impl Stage for LargeStage {
    fn run(&mut self, _: InputId, run: &[Record<'_>], cx: &mut Cx<'_>) -> Result<(), Fatal> {
        each(self, run, cx, Self::payment)
    }

    fn event_time(&self, _: InputId, record: &Record<'_>) -> Option<i64> {
        Some(Payment::scan(record).ok()?.at().ok()?.0)
    }

    fn advance(&mut self, _: i64, _: &mut Cx<'_>) -> Result<(), Fatal> {
        Ok(())
    }

    fn idle(&mut self, _: &mut Cx<'_>) -> Result<(), Fatal> {
        Ok(())
    }

    fn deadline(&self) -> i64 {
        i64::MAX
    }

    fn stores(&mut self, _: &mut dyn FnMut(&mut dyn Store)) {}
}

pub struct CountStage {
    per_minute: Windowed<SenderKey, i64>,
}

impl CountStage {
    fn new() -> Self {
        CountStage {
            per_minute: Windowed::new(WindowedSpec {
                name: "per_minute",
                size: 60_000_000,
                every: 60_000_000,
                offset: 0,
                grace: 10_000_000,
                emit: Emit::Final,
                latest: false,
            }),
        }
    }

    fn large_by_sender(&mut self, key: &SenderKey, _: &Nothing, record: &Record<'_>, cx: &mut Cx<'_>) {
        cx.node(COUNTS, record, |cx| self.per_minute(key, record, cx));
    }

    fn per_minute(&mut self, key: &SenderKey, record: &Record<'_>, cx: &mut Cx<'_>) -> Result<(), Reject> {
        let count = |group: &mut i64| {
            *group = group.checked_add(1).ok_or(Fail::Overflow)?;
            Ok(())
        };
        match self.per_minute.update(key, record.time, cx.clock(), count).at(SELECT)? {
            Updated::Used => {}
            Updated::Late => return cx.late(WINDOW),
        }
        self.per_minute.emit(record, cx, Self::emit_per_minute);
        Ok(())
    }

    fn emit_per_minute(change: &Change<'_, SenderKey, i64>, cx: &mut Cx<'_>) -> Result<bool, Reject> {
        let Some(count) = change.group else { return Ok(false) };
        cx.send(
            PER_MINUTE,
            change.time,
            |key| {
                key.extend_from_slice(
                    format!("{}@{}", change.key.sender, change.window.start / 1_000_000).as_bytes(),
                )
            },
            |value| object!(value; "transfers": form::Int = count),
        );
        Ok(true)
    }
}

impl Stage for CountStage {
    fn run(&mut self, _: InputId, run: &[Record<'_>], cx: &mut Cx<'_>) -> Result<(), Fatal> {
        each_row(self, run, cx, Self::large_by_sender)
    }

    fn event_time(&self, _: InputId, _: &Record<'_>) -> Option<i64> {
        None
    }

    fn advance(&mut self, _: i64, cx: &mut Cx<'_>) -> Result<(), Fatal> {
        self.per_minute.advance(cx, Self::emit_per_minute);
        Ok(())
    }

    fn idle(&mut self, cx: &mut Cx<'_>) -> Result<(), Fatal> {
        self.per_minute.idle(cx, Self::emit_per_minute);
        Ok(())
    }

    fn deadline(&self) -> i64 {
        self.per_minute.deadline()
    }

    fn stores(&mut self, visit: &mut dyn FnMut(&mut dyn Store)) {
        visit(&mut self.per_minute);
    }
}

/// A payment's text.
pub fn payment(sender: i64, amount: i64, at: i64) -> String {
    format!(r#"{{"sender":{sender},"amount":{amount},"at":{at}}}"#)
}
