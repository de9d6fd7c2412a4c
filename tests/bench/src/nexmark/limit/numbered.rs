//! `q21`: the bids with a number for their channel, from its name or from the address.

use super::query::{Bid, Query};
use super::sink::{Sink, number, text};
use memchr::memmem::Finder;

/// `q21`: the bids with a number for their channel.
pub struct Numbered {
    clock: u64,
    channel_id: Finder<'static>,
}

impl Default for Numbered {
    fn default() -> Self {
        Numbered { clock: 0, channel_id: Finder::new("channel_id=") }
    }
}

impl Query for Numbered {
    #[inline(always)]
    fn bid<'a>(&mut self, mut bid: impl Bid<'a>, sink: &mut Sink) -> Option<()> {
        let (auction, bidder, price) = bid.numbers()?;
        let (channel, url) = bid.texts()?;
        let time = bid.time()?;
        self.clock = self.clock.max(time);
        let known: [(&[u8], &[u8]); 4] =
            [(b"apple", b"0"), (b"google", b"1"), (b"facebook", b"2"), (b"baidu", b"3")];
        let id = match known.iter().find(|(name, _)| channel.eq_ignore_ascii_case(name)) {
            Some((_, id)) => *id,
            None => {
                let Some(at) = self.channel_id.find(url) else { return Some(()) };
                let rest = &url[at + self.channel_id.needle().len()..];
                &rest[..rest.iter().position(|byte| *byte == b'&').unwrap_or(rest.len())]
            }
        };
        sink.row(time, Some(bidder), |out| {
            number(out, b"{\"auction\":", auction);
            number(out, b",\"bidder\":", bidder);
            number(out, b",\"price\":", price);
            text(out, b",\"channel\":\"", channel);
            text(out, b",\"channel_id\":\"", id);
            out.push(b'}');
        });
        Some(())
    }

    fn end(&mut self, _: &mut Sink) {
        std::hint::black_box(self.clock);
    }
}
