//! The limit: the same queries as a careful engineer writes them by hand, single-threaded, for this data alone.

mod queries;
mod scan;
mod sink;

pub use queries::{Count, Exchange, Pass, Query, Select, Timeless};

use super::generator::Bids;
use super::results::Results;
use riparian::log::Batch;
use scan::{Cursor, PADDING};
use sink::Sink;

/// As many bytes at once as a worker fetches.
const FETCH: usize = 1 << 20;

/// Runs a query over the first `end` bids, fetched as the worker fetches them.
pub fn run<Q: Query>(bids: &Bids, end: usize, results: Results) -> Result<Results, String> {
    let mut query = Q::default();
    let mut sink = Sink::new(results);
    let mut batch = Batch::default();
    let mut position = 0;
    while position < end {
        bids.fetch(position, end, FETCH, &mut batch);
        batch.bytes.extend_from_slice(&[0; PADDING]);
        for span in &batch.spans {
            let start = span.value.map_or(0, |(start, _)| start as usize);
            // SAFETY: the record is in the batch, the padding behind it, and both stay while the bid is read.
            let bid = unsafe { Cursor::new(batch.bytes[start..].as_ptr()) };
            if query.bid(bid, &mut sink).is_none() {
                return Err(format!("bid {} is not written as the limit expects", span.offset));
            }
        }
        position = batch.next as usize;
    }
    query.end(&mut sink);
    sink.flush();
    Ok(sink.results)
}
