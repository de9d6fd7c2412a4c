//! Writes made-up transfers as JSON lines: the same seed gives the same bytes on every machine.
//!
//! `transfers [COUNT] [SEED] > transfers.jsonl`; by default a million. Senders are skewed (a few send a lot), times are
//! out of order within the declared ten minutes, some transfers are later than any window allows, some cannot be
//! decoded, some are in currencies without a rate.

use std::io::{self, BufWriter, Write};

/// 2026-03-02T00:00:00Z, in microseconds.
const START: i64 = 1_772_409_600_000_000;
const SECOND: i64 = 1_000_000;
const SENDERS: u64 = 40_000;
const CURRENCIES: [(&str, u64); 10] = [
    ("EUR", 40),
    ("GBP", 20),
    ("USD", 15),
    ("PLN", 8),
    ("JPY", 4),
    ("INR", 4),
    ("BRL", 4),
    ("AUD", 3),
    ("SEK", 1),
    ("CHF", 1),
];

/// SplitMix64: small, seedable, good enough to scatter test data.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, bound: u64) -> u64 {
        self.next() % bound
    }

    /// A sender: the product of two draws favours small numbers.
    fn sender(&mut self) -> u64 {
        1 + self.below(SENDERS) * self.below(SENDERS) / SENDERS
    }

    fn currency(&mut self) -> &'static str {
        if self.below(500) == 0 {
            return ["XAU", "ARS"][self.below(2) as usize];
        }
        let mut draw = self.below(100);
        for (code, weight) in CURRENCIES {
            if draw < weight {
                return code;
            }
            draw -= weight;
        }
        "EUR"
    }
}

fn main() -> io::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let mut number = |name: &str, default: u64| match arguments.next() {
        None => Ok(default),
        Some(text) => {
            text.parse().map_err(|_| io::Error::other(format!("{name} must be a number, not {text:?}")))
        }
    };
    let count = number("COUNT", 1_000_000)?;
    let mut random = Random(number("SEED", 7)?);
    let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    for i in 0..count {
        write_transfer(&mut out, &mut random, i, count)?;
    }
    out.flush()
}

fn write_transfer(out: &mut impl Write, random: &mut Random, i: u64, count: u64) -> io::Result<()> {
    // A day of transfers, in order of arrival; each happened up to five minutes before it arrives.
    let arrival = START + (i as i128 * 86_400 * SECOND as i128 / count.max(1) as i128) as i64;
    let mut completed = arrival - random.below(300 * SECOND as u64) as i64;
    if random.below(200) == 0 {
        completed -= 1_500 * SECOND + random.below(7_200 * SECOND as u64) as i64;
    }
    let completed = completed.max(START);
    let sender = random.sender();
    let cents = 1 + random.below(1_000) * random.below(1_000);
    let (units, cents) = (cents / 100, cents % 100);
    let currency = random.currency();
    let channel = ["\"app\"", "\"web\"", "null"][random.below(3) as usize];
    let iban = random.next();
    let time = iso(completed);
    let head = format!("{{\"id\":\"t{i}\",\"sender\":{sender},\"iban\":\"XX00{iban:020}\"");
    let tail = format!("\"currency\":\"{currency}\",\"channel\":{channel},\"completed\":\"{time}\"}}");
    match random.below(5_000) {
        // What arrives broken, each in its own way.
        0 => writeln!(out, "{head},\"amount\":\"{units}.{cents:02}\","),
        1 => writeln!(out, "{head},{tail}"),
        2 => writeln!(out, "{head},\"amount\":true,{tail}"),
        3 => writeln!(out, "{head},\"sender\":{sender},\"amount\":\"{units}.{cents:02}\",{tail}"),
        4 => {
            out.write_all(head.as_bytes())?;
            out.write_all(b",\"memo\":\"\xff\xfe\",")?;
            writeln!(out, "\"amount\":\"{units}.{cents:02}\",{tail}")
        }
        5 => writeln!(out, "{head},\"amount\":\"99999999999999999999.00\",{tail}"),
        6 => writeln!(
            out,
            "{head},\"amount\":\"{units}.{cents:02}\",\"currency\":\"EUR\",\"channel\":null,\"completed\":\"2031-01-01T00:00:00Z\"}}"
        ),
        7 => writeln!(
            out,
            "{head},\"amount\":\"{units}.{cents:02}\",\"currency\":\"EUR\",\"channel\":null,\"completed\":\"yesterday\"}}"
        ),
        8 if i.is_multiple_of(100) => {
            writeln!(out, "{head},\"memo\":\"{}\",\"amount\":\"1.00\",{tail}", "x".repeat(2 << 20))
        }
        _ => writeln!(out, "{head},\"amount\":\"{units}.{cents:02}\",{tail}"),
    }
}

/// ISO 8601 in UTC, with milliseconds.
fn iso(micros: i64) -> String {
    let days = micros.div_euclid(86_400 * SECOND);
    let rest = micros.rem_euclid(86_400 * SECOND);
    // Civil date from days since 1970-01-01 (proleptic Gregorian, eras of 400 years starting in March).
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    let (seconds, millis) = (rest / SECOND, rest % SECOND / 1_000);
    format!(
        "{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}.{millis:03}Z",
        seconds / 3_600,
        seconds / 60 % 60,
        seconds % 60
    )
}
