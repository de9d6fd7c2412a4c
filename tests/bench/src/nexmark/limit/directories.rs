//! `q22`: the bids with the directories of their address.

use super::query::{Bid, Query};
use super::sink::{Sink, number, text};

/// `q22`: the bids with the directories of their address.
#[derive(Default)]
pub struct Directories {
    clock: u64,
}

impl Query for Directories {
    #[inline(always)]
    fn bid<'a>(&mut self, mut bid: impl Bid<'a>, sink: &mut Sink) -> Option<()> {
        let (auction, bidder, price) = bid.numbers()?;
        let (channel, url) = bid.texts()?;
        let time = bid.time()?;
        self.clock = self.clock.max(time);
        let mut parts = url.split(|byte| *byte == b'/').skip(3);
        let (first, second, third) = (parts.next()?, parts.next()?, parts.next()?);
        sink.row(time, Some(bidder), |out| {
            number(out, b"{\"auction\":", auction);
            number(out, b",\"bidder\":", bidder);
            number(out, b",\"price\":", price);
            text(out, b",\"channel\":\"", channel);
            text(out, b",\"dir1\":\"", first);
            text(out, b",\"dir2\":\"", second);
            text(out, b",\"dir3\":\"", third);
            out.push(b'}');
        });
        Some(())
    }

    fn end(&mut self, _: &mut Sink) {
        std::hint::black_box(self.clock);
    }
}
