//! `q17`: what a day of an auction was like, a row per bid.

use super::map::Map;
use super::query::{Bid, Query};
use super::sink::{Sink, number};

/// `q17`: what a day of an auction was like.
#[derive(Default)]
pub struct PerDay {
    days: Map<(u64, u32), Day>,
    /// The newest day, as number and as text.
    newest: u32,
    text: String,
}

struct Day {
    /// All, and by price.
    bids: u64,
    ranks: [u64; 3],
    min: u64,
    max: u64,
    sum: u64,
    /// Of the newest bid.
    time: u64,
}

const MILLIS: u64 = 86_400_000;

impl PerDay {
    #[cold]
    fn turn(&mut self, day: u32) {
        self.newest = day;
        self.text = format!("2026-01-{:02}", u64::from(day) - super::FIRST_DAY + 1);
    }
}

impl Query for PerDay {
    #[inline(always)]
    fn bid<'a>(&mut self, mut bid: impl Bid<'a>, sink: &mut Sink) -> Option<()> {
        let (auction, _, price) = bid.numbers()?;
        let time = bid.time()?;
        let number_of_day = (time / MILLIS) as u32;
        if number_of_day != self.newest {
            self.turn(number_of_day);
        }
        let none = || Day { bids: 0, ranks: [0; 3], min: u64::MAX, max: 0, sum: 0, time: 0 };
        let day = self.days.entry((auction, number_of_day)).or_insert_with(none);
        day.bids += 1;
        day.ranks[usize::from(price >= 10_000) + usize::from(price >= 1_000_000)] += 1;
        day.min = day.min.min(price);
        day.max = day.max.max(price);
        day.sum += price;
        day.time = day.time.max(time);
        let text = self.text.as_bytes();
        sink.written_row(
            day.time,
            |out| {
                number(out, b"[", auction);
                out.extend_from_slice(b",\"");
                out.extend_from_slice(text);
                out.extend_from_slice(b"\"]");
            },
            |out| {
                number(out, b"{\"auction\":", auction);
                out.extend_from_slice(b",\"day\":\"");
                out.extend_from_slice(text);
                number(out, b"\",\"total_bids\":", day.bids);
                number(out, b",\"rank1_bids\":", day.ranks[0]);
                number(out, b",\"rank2_bids\":", day.ranks[1]);
                number(out, b",\"rank3_bids\":", day.ranks[2]);
                number(out, b",\"min_price\":", day.min);
                number(out, b",\"max_price\":", day.max);
                average(out, day.sum, day.bids);
                number(out, b"\",\"sum_price\":", day.sum);
                out.push(b'}');
            },
        );
        Some(())
    }
}

/// The average with six digits after the point, half-even.
#[inline(always)]
fn average(out: &mut Vec<u8>, sum: u64, bids: u64) {
    const MILLION: u64 = 1_000_000;
    let (whole, rest) = (sum / bids, sum % bids * MILLION);
    let (mut millionths, left) = (rest / bids, rest % bids * 2);
    if left > bids || left == bids && millionths % 2 == 1 {
        millionths += 1;
    }
    // Rounding up may carry.
    number(out, b",\"avg_price\":\"", whole + millionths / MILLION);
    let mut digits = [b'.', 0, 0, 0, 0, 0, 0];
    let mut value = millionths % MILLION;
    for digit in digits[1..].iter_mut().rev() {
        *digit = b'0' + (value % 10) as u8;
        value /= 10;
    }
    out.extend_from_slice(&digits);
}
