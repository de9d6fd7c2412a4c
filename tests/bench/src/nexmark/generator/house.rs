//! The people of the auction house, and the auctions that they open.

use super::random::Random;
use super::topic::{Topic, number, text};
use super::{ACTIVE_PERSONS, AHEAD, AUCTIONS, FIRST_ID, HOT_GROUP, Moment, PERSONS, Spec};

const FIRST_CATEGORY: u64 = 10;
const CATEGORIES: u64 = 5;
/// Auctions that are opened while one is open, on average.
const OPEN_FOR: u64 = 100;
const FIRST_NAMES: [&str; 10] =
    ["ada", "bela", "carl", "dina", "emil", "frida", "gita", "hugo", "ines", "jan"];
const LAST_NAMES: [&str; 9] =
    ["adler", "brook", "carver", "dale", "ember", "forge", "grove", "harbour", "ives"];
/// Cities with their states, of which there are six.
const CITIES: [(&str, &str); 10] = [
    ("phoenix", "az"),
    ("los angeles", "ca"),
    ("san francisco", "ca"),
    ("boise", "id"),
    ("portland", "or"),
    ("bend", "or"),
    ("redmond", "wa"),
    ("seattle", "wa"),
    ("kent", "wa"),
    ("cheyenne", "wy"),
];

/// Makes one person or auction after the other.
pub struct House {
    random: Random,
    places: Random,
}

impl Default for House {
    fn default() -> Self {
        House { random: Random(44), places: Random(45) }
    }
}

impl House {
    /// `place` is that of the event among those of its round.
    pub fn person(&mut self, now: Moment, place: u64, spec: &Spec, to: &mut Topic) {
        let random = &mut self.random;
        let id = FIRST_ID + now.round * PERSONS + place;
        let name = format!("{} {}", random.pick(&FIRST_NAMES), random.pick(&LAST_NAMES));
        let (mut email, mut extra) = (Vec::new(), Vec::new());
        random.letters(7, &mut email);
        email.push(b'@');
        random.letters(5, &mut email);
        email.extend_from_slice(b".com");
        let card: Vec<String> = (0..4).map(|_| format!("{:04}", random.below(10_000))).collect();
        let (city, state) = CITIES[random.below(CITIES.len() as u64) as usize];
        // With the other columns about 200 bytes.
        let length = 60 + random.below(40);
        random.letters(length, &mut extra);
        let mut fields = [
            number("id", id),
            text("name", name.as_bytes()),
            text("emailAddress", &email),
            text("creditCard", card.join(" ").as_bytes()),
            text("city", city.as_bytes()),
            text("state", state.as_bytes()),
            number("dateTime", now.time),
            text("extra", &extra),
        ];
        to.push(id, now.time, &mut fields, spec.order, &mut self.places);
    }

    /// Likewise, `place` counted from the first auction of the round.
    pub fn auction(&mut self, now: Moment, place: u64, spec: &Spec, to: &mut Topic) {
        let random = &mut self.random;
        let id = FIRST_ID + now.round * AUCTIONS + place;
        let seller = seller(random, now.round);
        let (mut item, mut description, mut extra) = (Vec::new(), Vec::new(), Vec::new());
        random.letters(20, &mut item);
        random.letters(100, &mut description);
        let initial = random.price();
        let reserve = initial + random.price();
        let open_for = 1 + random.below(2 * OPEN_FOR * super::ROUND / AUCTIONS / spec.per_millisecond + 1);
        let category = FIRST_CATEGORY + random.below(CATEGORIES);
        // With the other columns about 500 bytes.
        let length = 150 + random.below(100);
        random.letters(length, &mut extra);
        let mut fields = [
            number("id", id),
            text("itemName", &item),
            text("description", &description),
            number("initialBid", initial),
            number("reserve", reserve),
            number("dateTime", now.time),
            number("expires", now.time + open_for),
            number("seller", seller),
            number("category", category),
            text("extra", &extra),
        ];
        to.push(id, now.time, &mut fields, spec.order, &mut self.places);
    }
}

/// Three quarters of the auctions are the newest hot seller's, the others of one of the newest, or one still to come.
fn seller(random: &mut Random, round: u64) -> u64 {
    let persons = (round + 1) * PERSONS;
    let id = if random.one_in(4) {
        let active = persons.min(ACTIVE_PERSONS);
        persons - active + random.below(active + AHEAD)
    } else {
        (persons - 1) / HOT_GROUP * HOT_GROUP
    };
    FIRST_ID + id
}
