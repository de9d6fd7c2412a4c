//! In steady state a record costs no allocation: what is allocated does not grow with the number of records.

use riparian::log::{Batch, Epoch, Log, Outcome, Recovered, Span};
use riparian::prelude::*;
use riparian::worker::{Options, Worker};
use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration as StdDuration;

struct Counting;

static ALLOCATIONS: AtomicUsize = AtomicUsize::new(0);

// SAFETY: every call is handed to the system's allocator unchanged.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        ALLOCATIONS.fetch_add(1, Ordering::Relaxed);
        // SAFETY: as promised by the caller.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, ptr: *mut u8, layout: Layout) {
        // SAFETY: as promised by the caller.
        unsafe { System.dealloc(ptr, layout) }
    }

    unsafe fn realloc(&self, ptr: *mut u8, layout: Layout, new_size: usize) -> *mut u8 {
        ALLOCATIONS.fetch_add(1, Ordering::Relaxed);
        // SAFETY: as promised by the caller.
        unsafe { System.realloc(ptr, layout, new_size) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

json_record! {
    pub struct Bid in ["auction", "price", "at"] checked {
        auction: form::Int = "auction",
        price: form::Int = "price",
        at: form::EpochMicros = "at",
    }
}

const FROM: Site = Site(0);

struct BidStage {
    counts: Windowed<i64, i64>,
}

impl BidStage {
    fn bid(&mut self, record: &Record<'_>, cx: &mut Cx<'_>) -> Result<(), Reject> {
        let bid = Bid::scan(record).at(FROM)?;
        let at = bid.at().at(FROM)?.0;
        cx.observe(at, record).at(FROM)?;
        cx.node(0, record, |cx| self.counts(&bid, at, record, cx));
        Ok(())
    }

    fn counts(&mut self, bid: &Bid<'_>, at: i64, record: &Record<'_>, cx: &mut Cx<'_>) -> Result<(), Reject> {
        if bid.price().at(FROM)? < 10 {
            return cx.filtered();
        }
        let count = |group: &mut i64| {
            *group += 1;
            Ok(())
        };
        if self.counts.update(&bid.auction().at(FROM)?, at, cx.clock(), count).at(FROM)? == Updated::Late {
            return cx.late(FROM);
        }
        self.counts.emit(record, cx, |change, cx| {
            cx.send(
                1,
                change.time,
                |key| change.key.encode(key),
                |value| object!(value; "bids": form::Int = change.group.unwrap_or(&0)),
            );
            Ok(true)
        });
        Ok(())
    }
}

impl Stage for BidStage {
    fn run(&mut self, _: InputId, run: &[Record<'_>], cx: &mut Cx<'_>) -> Result<(), Fatal> {
        each(self, run, cx, Self::bid)
    }

    fn event_time(&self, _: InputId, _: &Record<'_>) -> Option<i64> {
        None
    }

    fn advance(&mut self, _: i64, cx: &mut Cx<'_>) -> Result<(), Fatal> {
        self.counts.advance(cx, |_, _| Ok(true));
        Ok(())
    }

    fn idle(&mut self, _: &mut Cx<'_>) -> Result<(), Fatal> {
        Ok(())
    }

    fn deadline(&self) -> i64 {
        self.counts.deadline()
    }

    fn stores(&mut self, visit: &mut dyn FnMut(&mut dyn Store)) {
        visit(&mut self.counts);
    }
}

const DROP: Route = Route::Drop { because: "a test" };

static JOB: Job = Job {
    abi: ABI,
    package: "auctions",
    name: "bids",
    topics: &[
        Topic {
            name: "bid",
            short_name: "bid",
            role: Role::Input { table: false, disorder: 0, skew: None, idle: None },
            partitions: None,
            columns: &[],
            key: &[],
            encoding: Encoding::Json,
        },
        Topic {
            name: "count",
            short_name: "count",
            role: Role::Output { table: true },
            partitions: None,
            columns: &[],
            key: &[],
            encoding: Encoding::Json,
        },
    ],
    stages: &[StageSpec {
        name: "counts",
        inputs: &[Input {
            topic: 0,
            table: false,
            everywhere: false,
            bootstrap: false,
            site: FROM,
            show: Show::Raw,
            placed_by: None,
        }],
        repartitions: &[],
        make: || {
            Box::new(BidStage {
                counts: Windowed::new(WindowedSpec {
                    name: "counts",
                    size: 1_000_000_000,
                    every: 1_000_000_000,
                    offset: 0,
                    grace: 0,
                    emit: Emit::Changes,
                    latest: false,
                }),
            })
        },
    }],
    nodes: &[Node { name: "counts", table: true }],
    sites: &[SiteSpec {
        node: 0,
        file: "a.stream",
        line: 1,
        column: 1,
        what: "from",
        bad: DROP,
        late: DROP,
        unmatched: DROP,
    }],
    exactly_once: true,
    vaults: &[],
};

/// Gives so many records, made on the fly in the batch's own memory, and keeps nothing.
struct Source {
    records: i64,
    sent: usize,
}

impl Log for Source {
    fn partitions(&self, _: u16) -> u32 {
        1
    }

    fn fetch(
        &mut self,
        _: TaskId,
        _: Partition,
        position: i64,
        _: usize,
        batch: &mut Batch,
    ) -> Result<(), Fatal> {
        use std::io::Write;
        batch.clear();
        batch.next = self.records.min(position + 1000);
        for offset in position..batch.next {
            let start = batch.bytes.len() as u32;
            write!(batch.bytes, r#"{{"auction":{},"price":{},"at":{}}}"#, offset % 50, offset % 97, offset)
                .unwrap();
            let value = Some((start, batch.bytes.len() as u32));
            batch.spans.push(Span { offset, time: 0, key: None, value, kind: Kind::Data });
        }
        Ok(())
    }

    fn start(&mut self, _: Partition) -> Result<i64, Fatal> {
        Ok(0)
    }

    fn end(&mut self, _: Partition) -> Result<i64, Fatal> {
        Ok(self.records)
    }

    fn commit(&mut self, epoch: &Epoch<'_>) -> Result<Outcome, Fatal> {
        self.sent += epoch.outputs.values().map(|chunk| chunk.count as usize).sum::<usize>();
        Ok(Outcome::Committed)
    }

    fn recover(&mut self) -> Result<Recovered, Fatal> {
        Ok(Recovered::default())
    }

    fn restore(
        &mut self,
        _: TaskId,
        _: u16,
        _: &str,
        _: &str,
        _: &mut dyn FnMut(&[u8], Option<&[u8]>) -> Result<(), Fatal>,
    ) -> Result<(), Fatal> {
        Ok(())
    }

    fn wants_snapshot(&self, _: TaskId, _: u16) -> bool {
        false
    }

    fn snapshot(
        &mut self,
        _: TaskId,
        _: u16,
        _: &str,
        _: &str,
        _: &mut dyn FnMut(&mut dyn FnMut(&[u8], &[u8])),
    ) -> Result<(), Fatal> {
        Ok(())
    }
}

#[test]
fn allocations_do_not_grow_with_the_number_of_records() {
    let options =
        Options { commit_every: StdDuration::from_secs(3600), commit_records: 20_000, ..Options::default() };
    let mut worker = Worker::start(&JOB, Source { records: 40_000, sent: 0 }, options).unwrap();
    worker.drain().unwrap();
    let (warm, sent) = (ALLOCATIONS.load(Ordering::Relaxed), worker.log().sent);
    worker.log().records = 140_000;
    worker.drain().unwrap();
    let allocations = ALLOCATIONS.load(Ordering::Relaxed) - warm;
    let sent = worker.log().sent - sent;
    assert!(sent > 80_000, "{sent} of 100,000 records became rows");
    // Some for each of the five commits; none for records.
    assert!(allocations < 200, "{allocations} allocations for 100,000 records");
}
