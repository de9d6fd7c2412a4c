//! Bids as Nexmark describes them, from a seed: the same bytes on every machine.
//!
//! One stream of events repeats every 50: 1 person, 3 auctions, 46 bids. Persons and auctions advance the ids that
//! bids refer to; only the bids are written, one JSON object per record, keyed by bidder. In whichever order the fields of a
//! bid stand, its values are the same.

use riparian::log::{Batch, Span};
use riparian::record::Kind;
use std::sync::Arc;

/// Events of one repetition, by kind.
const PERSONS: u64 = 1;
const AUCTIONS: u64 = 3;
const ROUND: u64 = 50;
const FIRST_ID: u64 = 1000;
const FIRST_TIME: u64 = 1_767_225_600_000;
/// Events per millisecond of event time.
const RATE: u64 = 100;
/// One record in so many of these is the hot one.
const HOT_GROUP: u64 = 100;
const OPEN_AUCTIONS: u64 = 100;
const ACTIVE_PERSONS: u64 = 1000;
/// Ids that a bid may be ahead of.
const AHEAD: u64 = 10;
const CHANNELS: u64 = 10_000;
const HOT_CHANNELS: [&str; 4] = ["Google", "Facebook", "Baidu", "Apple"];

/// SplitMix64.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let a = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let b = (a ^ (a >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        b ^ (b >> 31)
    }

    /// Below `bound`.
    fn below(&mut self, bound: u64) -> u64 {
        ((u128::from(self.next()) * u128::from(bound)) >> 64) as u64
    }

    /// True once in `of`, or `of - 1` times if negated by the caller.
    fn one_in(&mut self, of: u64) -> bool {
        self.below(of) == 0
    }

    /// Lower-case letters.
    fn letters(&mut self, length: u64, out: &mut Vec<u8>) {
        out.extend((0..length).map(|_| b'a' + self.below(26) as u8));
    }
}

/// In which order the fields of a bid stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// As the schema has them.
    Schema,
    /// Any, drawn for each bid anew.
    Shuffled,
}

/// Encoded bids: eight bytes of key, then the value, record by record.
pub struct Bids {
    pub order: Order,
    bytes: Vec<u8>,
    /// Where each record ends.
    ends: Vec<usize>,
    /// Event time of the last one, milliseconds since the epoch.
    pub last_time: u64,
}

const KEY: usize = 8;

impl Bids {
    /// So many bids.
    pub fn generate(count: usize, order: Order) -> Arc<Bids> {
        let mut random = Random(42);
        // Its own, so that values do not depend on it.
        let mut places = Random(43);
        let base_urls: Vec<Vec<u8>> = (0..HOT_CHANNELS.len()).map(|_| base_url(&mut random)).collect();
        let channels: Vec<(String, Vec<u8>)> = (0..CHANNELS)
            .map(|number| {
                let mut url = base_url(&mut random);
                if !random.one_in(10) {
                    url.extend_from_slice(format!("&channel_id={}", random.below(1 << 31)).as_bytes());
                }
                (format!("channel-{number}"), url)
            })
            .collect();
        let mut bids = Bids { order, bytes: Vec::new(), ends: Vec::with_capacity(count), last_time: 0 };
        let mut event = 0;
        while bids.ends.len() < count {
            let (round, place) = (event / ROUND, event % ROUND);
            if place >= PERSONS + AUCTIONS {
                let hot = random.below(2) == 0;
                let (channel, url) = if hot {
                    let which = random.below(HOT_CHANNELS.len() as u64) as usize;
                    (HOT_CHANNELS[which], &base_urls[which])
                } else {
                    let (name, url) = &channels[random.below(CHANNELS) as usize];
                    (name.as_str(), url)
                };
                bids.last_time = FIRST_TIME + event / RATE;
                let (auction, bidder) = (auction(&mut random, round), bidder(&mut random, round));
                let price = 10f64.powf(random.below(1 << 32) as f64 / (1u64 << 32) as f64 * 6.0) * 100.0;
                // The other columns count as 32 bytes of the 100 that a bid has on average.
                let length = 54 + random.below(28);
                let mut extra = Vec::new();
                random.letters(length, &mut extra);
                let mut fields = [
                    field("auction", auction.to_string().as_bytes()),
                    field("bidder", bidder.to_string().as_bytes()),
                    field("price", (price.round() as u64).to_string().as_bytes()),
                    field("channel", &quoted(channel.as_bytes())),
                    field("url", &quoted(url)),
                    field("dateTime", bids.last_time.to_string().as_bytes()),
                    field("extra", &quoted(&extra)),
                ];
                if order == Order::Shuffled {
                    for last in (1..fields.len()).rev() {
                        fields.swap(last, places.below(last as u64 + 1) as usize);
                    }
                }
                bids.push(bidder, &fields);
            }
            event += 1;
        }
        Arc::new(bids)
    }

    fn push(&mut self, bidder: u64, fields: &[Vec<u8>]) {
        self.bytes.extend_from_slice(&bidder.to_be_bytes());
        self.bytes.push(b'{');
        self.bytes.extend_from_slice(&fields.join(&b','));
        self.bytes.push(b'}');
        self.ends.push(self.bytes.len());
    }

    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Of the values, without keys.
    pub fn value_bytes(&self) -> usize {
        self.bytes.len() - self.ends.len() * KEY
    }

    /// Copies records from `position` on, before `end`, about `bytes` of them, as a log does that fetches from elsewhere.
    pub fn fetch(&self, position: usize, end: usize, bytes: usize, batch: &mut Batch) {
        batch.clear();
        let start = position.checked_sub(1).map_or(0, |before| self.ends[before]);
        let to = self.ends.partition_point(|end| *end <= start + bytes).max(position + 1).min(end);
        batch.next = to.max(position) as i64;
        if to <= position {
            return;
        }
        batch.bytes.extend_from_slice(&self.bytes[start..self.ends[to - 1]]);
        let mut from = 0;
        for (offset, end) in (position as i64..).zip(&self.ends[position..to]) {
            let end = (end - start) as u32;
            let value = from + KEY as u32;
            batch.spans.push(Span {
                offset,
                time: 0,
                key: Some((from, value)),
                value: Some((value, end)),
                kind: Kind::Data,
            });
            from = end;
        }
    }
}

/// A name with its value.
fn field(name: &str, value: &[u8]) -> Vec<u8> {
    [b"\"", name.as_bytes(), b"\":", value].concat()
}

fn quoted(text: &[u8]) -> Vec<u8> {
    [b"\"", text, b"\""].concat()
}

fn base_url(random: &mut Random) -> Vec<u8> {
    let mut url = b"https://www.nexmark.com/".to_vec();
    for _ in 0..3 {
        let length = 3 + random.below(2);
        random.letters(length, &mut url);
        url.push(b'/');
    }
    url.extend_from_slice(b"item.htm?query=1");
    url
}

/// Half of the bids go to the newest hot auction, the others to one of the newest, or one that is still to come.
fn auction(random: &mut Random, round: u64) -> u64 {
    let newest = round * AUCTIONS + AUCTIONS - 1;
    let id = if random.below(2) == 0 {
        newest / HOT_GROUP * HOT_GROUP
    } else {
        let oldest = newest.saturating_sub(OPEN_AUCTIONS);
        oldest + random.below(newest - oldest + 1 + AHEAD)
    };
    FIRST_ID + id
}

/// Three quarters of the bids come from the newest hot person.
fn bidder(random: &mut Random, round: u64) -> u64 {
    let persons = (round + 1) * PERSONS;
    let id = if random.one_in(4) {
        let active = persons.min(ACTIVE_PERSONS);
        persons - active + random.below(active + AHEAD)
    } else {
        (persons - 1) / HOT_GROUP * HOT_GROUP + 1
    };
    FIRST_ID + id
}
