//! Bids: most of what happens.

use super::random::Random;
use super::topic::{Topic, number, text};
use super::{ACTIVE_PERSONS, AHEAD, FIRST_ID, HOT_GROUP, Moment, PERSONS, Spec, newest_auction};

const OPEN_AUCTIONS: u64 = 100;
const CHANNELS: u64 = 10_000;
const HOT_CHANNELS: [&str; 4] = ["Google", "Facebook", "Baidu", "Apple"];

/// Makes one bid after the other.
pub struct Bids {
    random: Random,
    /// Its own, so that values do not depend on it.
    places: Random,
    base_urls: Vec<Vec<u8>>,
    channels: Vec<(String, Vec<u8>)>,
}

impl Default for Bids {
    fn default() -> Self {
        let mut random = Random(42);
        let base_urls = (0..HOT_CHANNELS.len()).map(|_| base_url(&mut random)).collect();
        let channels = (0..CHANNELS)
            .map(|number| {
                let mut url = base_url(&mut random);
                if !random.one_in(10) {
                    url.extend_from_slice(format!("&channel_id={}", random.below(1 << 31)).as_bytes());
                }
                (format!("channel-{number}"), url)
            })
            .collect();
        Bids { random, places: Random(43), base_urls, channels }
    }
}

impl Bids {
    pub fn push(&mut self, now: Moment, spec: &Spec, to: &mut Topic) {
        let random = &mut self.random;
        let (channel, url) = if random.below(2) == 0 {
            let which = random.below(HOT_CHANNELS.len() as u64) as usize;
            (HOT_CHANNELS[which], &self.base_urls[which])
        } else {
            let (name, url) = &self.channels[random.below(CHANNELS) as usize];
            (name.as_str(), url)
        };
        let (auction, bidder) = (auction(random, now.round), bidder(random, now.round));
        let price = random.price();
        // The other columns count as 32 bytes of the 100 that a bid has on average.
        let length = 54 + random.below(28);
        let mut extra = Vec::new();
        random.letters(length, &mut extra);
        let mut fields = [
            number("auction", auction),
            number("bidder", bidder),
            number("price", price),
            text("channel", channel.as_bytes()),
            text("url", url),
            number("dateTime", now.time),
            text("extra", &extra),
        ];
        to.push(bidder, now.time, &mut fields, spec.order, &mut self.places);
    }
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
    let newest = newest_auction(round);
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
