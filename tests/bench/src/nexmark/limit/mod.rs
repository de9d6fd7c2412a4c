//! The limit: the same queries as a careful engineer writes them by hand, single-threaded, for this data alone.

mod any_order;
mod count;
mod exchange;
mod in_order;
mod pass;
mod query;
mod scan;
mod select;
mod sink;

pub use count::Count;
pub use exchange::Exchange;
pub use pass::Pass;
pub use select::{Select, Timeless};

use super::generator::{Bids, Order};
use super::results::Results;
use any_order::AnyOrder;
use in_order::InOrder;
use query::Query;
use riparian::log::Batch;
use scan::{Cursor, PADDING};
use sink::Sink;

/// As many bytes at once as a worker fetches.
const FETCH: usize = 1 << 20;

/// Runs a query over the first `end` bids, fetched as the worker fetches them and read by who knows their order.
pub fn run<Q: Query>(bids: &Bids, end: usize, results: Results) -> Result<Results, String> {
    match bids.order {
        Order::Schema => read::<Q>(bids, end, results, |query, start, sink| query.bid(InOrder(start), sink)),
        Order::Shuffled => {
            read::<Q>(bids, end, results, |query, start, sink| query.bid(AnyOrder::new(start), sink))
        }
    }
}

#[inline(always)]
fn read<Q: Query>(
    bids: &Bids,
    end: usize,
    results: Results,
    one: impl Fn(&mut Q, Cursor, &mut Sink) -> Option<()>,
) -> Result<Results, String> {
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
            if one(&mut query, bid, &mut sink).is_none() {
                return Err(format!("bid {} is not written as the limit expects", span.offset));
            }
        }
        position = batch.next as usize;
    }
    query.end(&mut sink);
    sink.flush();
    Ok(sink.results)
}
