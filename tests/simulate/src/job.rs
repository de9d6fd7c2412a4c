//! The job that is run: a ledger, in the shape of a generated job.
//!
//! > transfers → (count per sender) → two entries each → internal topic by account → balances, sums per window
//!
//! With a table of rates that every task of the second stage reads whole before anything else. Every row carries what the judge
//! needs to know where it came from.

use riparian::prelude::*;
use riparian::state::codec::decode_all;

pub const TRANSFER: u16 = 0;
pub const RATE: u16 = 1;
pub const ENTRY: u16 = 2;
pub const BALANCE: u16 = 3;
pub const WINDOW: u16 = 4;
pub const UNUSABLE: u16 = 5;

/// Microseconds.
pub const SECOND: i64 = 1_000_000;
/// How far transfers of one partition may be out of order.
pub const DISORDER: i64 = 2 * SECOND;
/// Of the windows.
pub const SIZE: i64 = 10 * SECOND;
/// Rates, by account modulo this.
pub const RATES: i64 = 3;

const SPLIT: u16 = 0;
const LEDGER: u16 = 1;
const FROM: Site = Site(0);
const LATE: Site = Site(1);

row! {
    /// What comes in: value of a record of [`TRANSFER`].
    pub struct Transfer { number: i64, from: i64, to: i64, amount: i64, at: i64 }
}

row! {
    /// One side of a transfer; `nth` of its sender.
    pub struct Entry { number: i64, amount: i64, nth: i64 }
}

row! {
    /// A row of [`BALANCE`]: the account after one entry, which was its `count`th.
    pub struct Balance { balance: i64, count: i64, rate: i64, number: i64, amount: i64, nth: i64 }
}

row! {
    /// A row of [`WINDOW`], whose key is account and start.
    pub struct Sum { count: i64, sum: i64 }
}

key! { pub struct Account { account: i64 } }

const fn topic(name: &'static str, role: Role) -> Topic {
    Topic { name, short_name: name, role, partitions: None, columns: &[], key: &[], encoding: Encoding::Json }
}

const fn source(table: bool, disorder: i64) -> Role {
    Role::Input { table, disorder, skew: None, idle: None }
}

const fn input(topic: u16, table: bool) -> Input {
    Input {
        topic,
        table,
        everywhere: table,
        bootstrap: table,
        site: FROM,
        show: Show::Coordinates,
        placed_by: None,
    }
}

const fn site(node: u16, what: &'static str) -> SiteSpec {
    let to = Route::To(UNUSABLE);
    SiteSpec { node, file: "ledger.stream", line: 1, column: 1, what, bad: to, late: to, unmatched: to }
}

/// Committed exactly once.
pub static JOB: Job = KEPT;
/// Committed at least once.
pub static REPEATING: Job = Job { exactly_once: false, ..KEPT };

const KEPT: Job = Job {
    abi: ABI,
    package: "bank",
    name: "ledger",
    topics: &[
        topic("bank.transfers", source(false, DISORDER)),
        topic("bank.rates", source(true, 0)),
        topic("bank.ledger.entries.by.account.repartition", Role::Repartition),
        topic("bank.balances", Role::Output { table: false }),
        topic("bank.sums", Role::Output { table: false }),
        topic("bank.unusable", Role::DeadLetter),
    ],
    stages: &[
        StageSpec {
            name: "split",
            inputs: &[input(TRANSFER, false)],
            repartitions: &[ENTRY],
            make: || Box::new(Split::new()),
        },
        StageSpec {
            name: "ledger",
            inputs: &[input(RATE, true), input(ENTRY, false)],
            repartitions: &[],
            make: || Box::new(Ledger::new()),
        },
    ],
    nodes: &[Node { name: "split", table: false }, Node { name: "ledger", table: true }],
    sites: &[site(SPLIT, "from"), site(LEDGER, "window")],
    exactly_once: true,
    vaults: &[],
};

const fn table(name: &'static str) -> TableSpec {
    TableSpec { name, emit: Emit::Changes, ttl: None }
}

/// Decodes a record of a source.
fn decoded<T: State>(record: &Record<'_>) -> Result<T, Reject> {
    record.value.and_then(decode_all).ok_or(Reject { site: FROM, fail: Fail::InvalidJson })
}

struct Split {
    sent: Table<Account, i64>,
}

impl Split {
    fn new() -> Self {
        Split { sent: Table::new(table("sent")) }
    }

    fn transfer(&mut self, record: &Record<'_>, cx: &mut Cx<'_>) -> Result<(), Reject> {
        let transfer: Transfer = decoded(record)?;
        cx.observe(transfer.at, record).at(FROM)?;
        cx.node(SPLIT, record, |cx| {
            let from = Account { account: transfer.from };
            let count = |sent: &mut i64| {
                *sent += 1;
                Ok(())
            };
            self.sent.update(&from, transfer.at, cx.clock(), count).at(FROM)?;
            let nth = self.sent.get(&from).copied().unwrap_or_default();
            let Transfer { number, amount, at, .. } = transfer;
            for (account, amount) in [(transfer.from, -amount), (transfer.to, amount)] {
                cx.repartition(ENTRY, at, &Account { account }, &Entry { number, amount, nth });
            }
            Ok(())
        });
        Ok(())
    }
}

impl Stage for Split {
    fn run(&mut self, _: InputId, run: &[Record<'_>], cx: &mut Cx<'_>) -> Result<(), Fatal> {
        each(self, run, cx, Self::transfer)
    }

    fn event_time(&self, _: InputId, record: &Record<'_>) -> Option<i64> {
        decoded::<Transfer>(record).ok().map(|transfer| transfer.at)
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
        visit(&mut self.sent);
    }
}

struct Ledger {
    rates: Table<Account, i64>,
    balances: Table<Account, (i64, i64)>,
    sums: Windowed<Account, (i64, i64)>,
}

impl Ledger {
    fn new() -> Self {
        Ledger {
            rates: Table::new(table("rates")),
            balances: Table::new(table("balances")),
            sums: Windowed::new(WindowedSpec {
                name: "sums",
                size: SIZE,
                every: SIZE,
                offset: 0,
                grace: 0,
                emit: Emit::Final,
                latest: false,
            }),
        }
    }

    fn rate(&mut self, record: &Record<'_>, cx: &mut Cx<'_>) -> Result<(), Reject> {
        let (of, rate): (i64, i64) = decoded(record)?;
        let set = |known: &mut i64| {
            *known = rate;
            Ok(())
        };
        self.rates.update(&Account { account: of }, 0, cx.clock(), set).at(FROM)
    }

    fn entry(&mut self, key: &Account, entry: &Entry, record: &Record<'_>, cx: &mut Cx<'_>) {
        cx.node(LEDGER, record, |cx| {
            let (time, clock) = (record.time, cx.clock());
            let add = |balance: &mut (i64, i64)| {
                *balance = (balance.0 + entry.amount, balance.1 + 1);
                Ok(())
            };
            self.balances.update(key, time, clock, add).at(FROM)?;
            let (balance, count) = self.balances.get(key).copied().unwrap_or_default();
            let rate = self.rates.get(&Account { account: key.account.rem_euclid(RATES) });
            let Entry { number, amount, nth } = *entry;
            let row = Balance { balance, count, rate: rate.copied().unwrap_or(-1), number, amount, nth };
            send(cx, BALANCE, time, key, &row);
            let add = |sum: &mut (i64, i64)| {
                *sum = (sum.0 + 1, sum.1 + entry.amount);
                Ok(())
            };
            match self.sums.update(key, time, clock, add).at(LATE)? {
                Updated::Used => self.sums.emit(record, cx, Self::emit_sum),
                Updated::Late => return cx.late(LATE),
            }
            Ok(())
        });
    }

    fn emit_sum(change: &Change<'_, Account, (i64, i64)>, cx: &mut Cx<'_>) -> Result<bool, Reject> {
        let Some((count, sum)) = change.group else { return Ok(false) };
        let key = (change.key.account, change.window.start);
        send(cx, WINDOW, change.time, &key, &Sum { count: *count, sum: *sum });
        Ok(true)
    }
}

fn send<K: State, V: State>(cx: &mut Cx<'_>, topic: u16, time: i64, key: &K, row: &V) {
    cx.send(topic, time, |out| key.encode(out), |out| row.encode(out));
}

impl Stage for Ledger {
    fn run(&mut self, input: InputId, run: &[Record<'_>], cx: &mut Cx<'_>) -> Result<(), Fatal> {
        match input {
            InputId(0) => each(self, run, cx, Self::rate),
            _ => each_row(self, run, cx, Self::entry),
        }
    }

    fn event_time(&self, _: InputId, _: &Record<'_>) -> Option<i64> {
        Some(0)
    }

    fn advance(&mut self, _: i64, cx: &mut Cx<'_>) -> Result<(), Fatal> {
        self.sums.advance(cx, Self::emit_sum);
        Ok(())
    }

    fn idle(&mut self, cx: &mut Cx<'_>) -> Result<(), Fatal> {
        self.sums.idle(cx, Self::emit_sum);
        Ok(())
    }

    fn deadline(&self) -> i64 {
        self.sums.deadline()
    }

    fn stores(&mut self, visit: &mut dyn FnMut(&mut dyn Store)) {
        visit(&mut self.rates);
        visit(&mut self.balances);
        visit(&mut self.sums);
    }
}
