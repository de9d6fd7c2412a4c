//! A job with a versioned table, hopping windows of which one row per key stands, and sessions that merge.

use riparian::prelude::*;

pub const TRANSFER: u16 = 0;
pub const RATE: u16 = 1;
pub const IN_EURO_BY_SENDER: u16 = 2;
pub const VELOCITY: u16 = 3;
pub const BURST: u16 = 4;
pub const UNUSABLE: u16 = 5;

pub const IN_EURO: u16 = 0;
pub const LAST_HOUR: u16 = 1;
pub const BURSTS: u16 = 2;

const FROM_T: Site = Site(0);
const JOIN: Site = Site(1);
const HOUR_WINDOW: Site = Site(2);
const HOUR_SELECT: Site = Site(3);
const BURST_WINDOW: Site = Site(4);
const BURST_SELECT: Site = Site(5);

pub const SECOND: i64 = 1_000_000;
/// Small units, so that little input crosses many windows.
pub const SIZE: i64 = 60 * SECOND;
pub const EVERY: i64 = 20 * SECOND;
pub const GRACE: i64 = 5 * SECOND;
pub const GAP: i64 = 7 * SECOND;
pub const DISORDER: i64 = 10 * SECOND;

const fn site(node: u16, line: u32, what: &'static str) -> SiteSpec {
    let to = Route::To(UNUSABLE);
    let late = if node == BURSTS { Route::Drop { because: "too late to act on" } } else { to };
    SiteSpec { node, file: "velocity.stream", line, column: 9, what, bad: to, late, unmatched: to }
}

const fn topic(name: &'static str, role: Role) -> Topic {
    Topic { name, short_name: name, role, partitions: None, columns: &[], key: &[], encoding: Encoding::Json }
}

const fn input(topic: u16, table: bool, show: Show) -> Input {
    Input { topic, table, everywhere: table, bootstrap: false, site: FROM_T, show, placed_by: None }
}

pub const IN_EURO_STAGE: StageSpec = StageSpec {
    name: "in_euro",
    inputs: &[input(TRANSFER, false, Show::Raw), input(RATE, true, Show::Raw)],
    repartitions: &[IN_EURO_BY_SENDER],
    make: || Box::new(InEuroStage::with_history(3600 * SECOND)),
};

pub const BY_SENDER_STAGE: StageSpec = StageSpec {
    name: "by_sender",
    inputs: &[input(IN_EURO_BY_SENDER, false, Show::Columns(show_row))],
    repartitions: &[],
    make: || Box::new(BySenderStage::new()),
};

pub static JOB: Job = VELOCITY_JOB;

pub const VELOCITY_JOB: Job = Job {
    abi: ABI,
    package: "fraud.velocity",
    name: "velocity_by_sender",
    topics: &[
        topic("transfer_completed", Role::Input { table: false, disorder: DISORDER, skew: None, idle: None }),
        topic("reference_rates", Role::Input { table: true, disorder: 0, skew: None, idle: None }),
        topic("in_euro.by.sender", Role::Repartition),
        topic("velocity", Role::Output { table: true }),
        topic("burst", Role::Output { table: true }),
        topic("unusable", Role::DeadLetter),
    ],
    stages: &[IN_EURO_STAGE, BY_SENDER_STAGE],
    nodes: &[
        Node { name: "in_euro", table: false },
        Node { name: "last_hour", table: true },
        Node { name: "bursts", table: true },
    ],
    sites: &[
        site(IN_EURO, 54, "from transfer_completed"),
        site(IN_EURO, 55, "join reference_rates"),
        site(LAST_HOUR, 66, "window"),
        site(LAST_HOUR, 67, "select"),
        site(BURSTS, 80, "window"),
        site(BURSTS, 81, "select"),
    ],
    exactly_once: true,
    vaults: &[],
};

json_record! {
    pub struct Transfer in ["sender", "amount", "currency", "at"] checked {
        sender: form::Int = "sender",
        amount: form::Int = "amount",
        currency: form::Int = "currency",
        at: form::EpochMicros = "at",
    }
}

json_record! {
    pub struct RateView in ["currency", "rate", "at"] checked {
        currency: form::Int = "currency",
        rate: form::Int = "rate",
        at: form::EpochMicros = "at",
    }
}

key! { pub struct SenderKey { sender: i64 } }
row! { pub struct InEuro { sender: i64, eur: i64 } }

row! {
    #[derive(Default)]
    pub struct Total { transfers: i64, eur: i64 }
}

impl Total {
    fn add(&mut self, eur: i64) -> Result<(), Fail> {
        self.transfers = self.transfers.checked_add(1).ok_or(Fail::Overflow)?;
        self.eur = self.eur.checked_add(eur).ok_or(Fail::Overflow)?;
        Ok(())
    }

    fn merge(&mut self, other: &Total) -> Result<(), Fail> {
        self.transfers = self.transfers.checked_add(other.transfers).ok_or(Fail::Overflow)?;
        self.eur = self.eur.checked_add(other.eur).ok_or(Fail::Overflow)?;
        Ok(())
    }
}

fn show_row(record: &Record<'_>, out: &mut Vec<u8>) -> bool {
    let Some(row) = record.value.and_then(riparian::state::codec::decode_all::<InEuro>) else { return false };
    object!(out; "sender": form::Int = &row.sender, "eur": form::Int = &row.eur);
    true
}

pub struct InEuroStage {
    rates: Versioned<i64, i64>,
}

impl InEuroStage {
    pub fn with_history(history: i64) -> Self {
        InEuroStage { rates: Versioned::new("in_euro.reference_rates", Some(history)) }
    }

    fn transfer(&mut self, record: &Record<'_>, cx: &mut Cx<'_>) -> Result<(), Reject> {
        let t = Transfer::scan(record).at(FROM_T)?;
        let at = t.at().at(FROM_T)?.0;
        cx.observe(at, record).at(FROM_T)?;
        cx.node(IN_EURO, record, |cx| self.in_euro(&t, at, cx));
        Ok(())
    }

    fn in_euro(&mut self, t: &Transfer<'_>, time: i64, cx: &mut Cx<'_>) -> Result<(), Reject> {
        let currency = t.currency().at(JOIN)?;
        let Some(rate) = self.rates.as_of(&currency, time, cx.clock()).at(JOIN)? else {
            return cx.unmatched(JOIN);
        };
        let eur = t.amount().at(JOIN)?.checked_mul(*rate).ok_or(Fail::Overflow).at(JOIN)?;
        let row = InEuro { sender: t.sender().at(JOIN)?, eur };
        cx.repartition(IN_EURO_BY_SENDER, time, &SenderKey { sender: row.sender }, &row);
        Ok(())
    }

    fn rate(&mut self, record: &Record<'_>, cx: &mut Cx<'_>) -> Result<(), Reject> {
        let r = RateView::scan(record).at(FROM_T)?;
        let at = r.at().at(FROM_T)?.0;
        cx.observe(at, record).at(FROM_T)?;
        self.rates.set(&r.currency().at(FROM_T)?, at, Some(r.rate().at(FROM_T)?), cx.clock());
        Ok(())
    }
}

impl Stage for InEuroStage {
    fn run(&mut self, input: InputId, run: &[Record<'_>], cx: &mut Cx<'_>) -> Result<(), Fatal> {
        match input {
            InputId(0) => each(self, run, cx, Self::transfer),
            _ => each(self, run, cx, Self::rate),
        }
    }

    fn event_time(&self, input: InputId, record: &Record<'_>) -> Option<i64> {
        match input {
            InputId(0) => Some(Transfer::scan(record).ok()?.at().ok()?.0),
            _ => Some(RateView::scan(record).ok()?.at().ok()?.0),
        }
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

    fn stores(&mut self, visit: &mut dyn FnMut(&mut dyn Store)) {
        visit(&mut self.rates);
    }
}

pub struct BySenderStage {
    last_hour: Windowed<SenderKey, Total>,
    bursts: Sessions<SenderKey, Total>,
}

impl BySenderStage {
    fn new() -> Self {
        BySenderStage {
            last_hour: Windowed::new(WindowedSpec {
                name: "last_hour",
                size: SIZE,
                every: EVERY,
                offset: 0,
                grace: GRACE,
                emit: Emit::AtMostEvery(10 * SECOND),
                latest: true,
            }),
            bursts: Sessions::new(SessionsSpec {
                name: "bursts",
                gap: GAP,
                grace: GRACE,
                emit: Emit::Changes,
                latest: false,
            }),
        }
    }

    fn in_euro(&mut self, key: &SenderKey, e: &InEuro, record: &Record<'_>, cx: &mut Cx<'_>) {
        cx.node(LAST_HOUR, record, |cx| self.last_hour(key, e, record, cx));
        cx.node(BURSTS, record, |cx| self.bursts(key, e, record, cx));
    }

    fn last_hour(
        &mut self,
        key: &SenderKey,
        e: &InEuro,
        record: &Record<'_>,
        cx: &mut Cx<'_>,
    ) -> Result<(), Reject> {
        match self.last_hour.update(key, record.time, cx.clock(), |g| g.add(e.eur)).at(HOUR_SELECT)? {
            Updated::Used => {}
            Updated::Late => return cx.late(HOUR_WINDOW),
        }
        self.last_hour.emit(record, cx, Self::emit_last_hour);
        Ok(())
    }

    fn emit_last_hour(change: &Change<'_, SenderKey, Total>, cx: &mut Cx<'_>) -> Result<bool, Reject> {
        let Some(total) = change.group else { return Ok(false) };
        cx.send(
            VELOCITY,
            change.time,
            |key| change.key.encode(key),
            |value| object!(value; "transfers": form::Int = &total.transfers, "eur": form::Int = &total.eur, "start": form::Int = &change.window.start),
        );
        Ok(true)
    }

    fn bursts(
        &mut self,
        key: &SenderKey,
        e: &InEuro,
        record: &Record<'_>,
        cx: &mut Cx<'_>,
    ) -> Result<(), Reject> {
        let clock = cx.clock();
        match self.bursts.update(key, record.time, clock, |g| g.add(e.eur), Total::merge).at(BURST_SELECT)? {
            Updated::Used => {}
            Updated::Late => return cx.late(BURST_WINDOW),
        }
        self.bursts.emit(record, cx, Self::emit_bursts);
        Ok(())
    }

    /// `having transfers >= 3`.
    fn emit_bursts(change: &Change<'_, SenderKey, Total>, cx: &mut Cx<'_>) -> Result<bool, Reject> {
        let key = |key: &mut Vec<u8>| {
            let text = format!(
                "{}@{}..{}",
                change.key.sender,
                change.window.start / SECOND,
                change.window.end / SECOND
            );
            key.extend_from_slice(text.as_bytes());
        };
        match change.group {
            Some(total) if total.transfers >= 3 => {
                cx.send(
                    BURST,
                    change.time,
                    key,
                    |value| object!(value; "transfers": form::Int = &total.transfers, "eur": form::Int = &total.eur),
                );
                Ok(true)
            }
            _ => {
                if change.shown {
                    cx.delete(BURST, change.time, key);
                }
                Ok(false)
            }
        }
    }
}

impl Stage for BySenderStage {
    fn run(&mut self, _: InputId, run: &[Record<'_>], cx: &mut Cx<'_>) -> Result<(), Fatal> {
        each_row(self, run, cx, Self::in_euro)
    }

    fn event_time(&self, _: InputId, _: &Record<'_>) -> Option<i64> {
        None
    }

    fn advance(&mut self, _: i64, cx: &mut Cx<'_>) -> Result<(), Fatal> {
        self.last_hour.advance(cx, Self::emit_last_hour);
        self.bursts.advance(cx, Self::emit_bursts);
        Ok(())
    }

    fn idle(&mut self, cx: &mut Cx<'_>) -> Result<(), Fatal> {
        self.last_hour.idle(cx, Self::emit_last_hour);
        self.bursts.idle(cx, Self::emit_bursts);
        Ok(())
    }

    fn deadline(&self) -> i64 {
        self.last_hour.deadline().min(self.bursts.deadline())
    }

    fn stores(&mut self, visit: &mut dyn FnMut(&mut dyn Store)) {
        visit(&mut self.last_hour);
        visit(&mut self.bursts);
    }
}

pub fn transfer(sender: i64, amount: i64, currency: i64, at: i64) -> String {
    format!(r#"{{"sender":{sender},"amount":{amount},"currency":{currency},"at":{at}}}"#)
}

pub fn rate(currency: i64, rate: i64, at: i64) -> String {
    format!(r#"{{"currency":{currency},"rate":{rate},"at":{at}}}"#)
}
