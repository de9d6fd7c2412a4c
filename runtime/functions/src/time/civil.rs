//! Between day numbers and the Gregorian calendar, by arithmetic on 400-year cycles that start in March.

/// Days before 1970-01-01 in a calendar whose day 0 is 0000-03-01.
const EPOCH: i64 = 719_468;
const CYCLE: i64 = 146_097;

/// The day number of a date; the month is 1 to 12.
pub(super) const fn days(year: i32, month: u8, day: u8) -> i32 {
    // A year that starts in March ends in the leap day, so the months before it have fixed lengths.
    let year = year as i64 - if month <= 2 { 1 } else { 0 };
    let cycle = year.div_euclid(400);
    let of_cycle = year.rem_euclid(400);
    let month = (month as i64 + 9) % 12;
    let of_year = (153 * month + 2) / 5 + day as i64 - 1;
    let day = of_cycle * 365 + of_cycle / 4 - of_cycle / 100 + of_year;
    (cycle * CYCLE + day - EPOCH) as i32
}

/// Year, month (1 to 12) and day (1 to 31) of a day number.
pub(super) const fn date(days: i64) -> (i64, u8, u8) {
    let days = days + EPOCH;
    let cycle = days.div_euclid(CYCLE);
    let of_cycle = days.rem_euclid(CYCLE);
    let year = (of_cycle - of_cycle / 1_460 + of_cycle / 36_524 - of_cycle / 146_096) / 365;
    let of_year = of_cycle - (365 * year + year / 4 - year / 100);
    let march = (5 * of_year + 2) / 153;
    let day = (of_year - (153 * march + 2) / 5 + 1) as u8;
    let month = if march < 10 { march + 3 } else { march - 9 } as u8;
    (cycle * 400 + year + if month <= 2 { 1 } else { 0 }, month, day)
}

/// How many days a month has.
pub(super) const fn month_length(year: i32, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_of_ten_thousand_years_returns() {
        let mut expected = days(1, 1, 1);
        for year in 1..=9999 {
            for month in 1..=12 {
                for day in 1..=month_length(year, month) {
                    let number = days(year, month, day);
                    assert_eq!(number, expected);
                    assert_eq!(date(i64::from(number)), (i64::from(year), month, day));
                    expected += 1;
                }
            }
        }
        assert_eq!(days(1970, 1, 1), 0);
    }
}
