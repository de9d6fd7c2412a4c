//! Decimals against a reference that counts in decimal digits on paper, for operands of every size.

use std::cmp::Ordering;

use proptest::prelude::*;
use riparian_functions::Fail;
use riparian_functions::decimal::{self, Decimal, digits};

/// A whole number as a sign and decimal digits, the least first, without zeros at the end.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Paper {
    negative: bool,
    digits: Vec<u8>,
}

impl Paper {
    fn new(n: i128) -> Self {
        let digits = n.unsigned_abs().to_string().bytes().rev().map(|b| b - b'0').collect();
        Paper { negative: n < 0, digits }.trimmed()
    }

    fn trimmed(mut self) -> Self {
        while self.digits.last() == Some(&0) {
            self.digits.pop();
        }
        self.negative &= !self.digits.is_empty();
        self
    }

    fn shifted(&self, by: u8) -> Self {
        let mut digits = vec![0; usize::from(by)];
        digits.extend(&self.digits);
        Paper { negative: self.negative, digits }.trimmed()
    }

    fn magnitude(&self, other: &Paper) -> Ordering {
        let length = self.digits.len().cmp(&other.digits.len());
        length.then_with(|| self.digits.iter().rev().cmp(other.digits.iter().rev()))
    }

    fn negated(&self) -> Self {
        Paper { negative: !self.negative, digits: self.digits.clone() }.trimmed()
    }

    fn plus(&self, other: &Paper) -> Paper {
        let at = |paper: &Paper, i: usize| i16::from(paper.digits.get(i).copied().unwrap_or(0));
        let (large, small) = if self.magnitude(other).is_lt() { (other, self) } else { (self, other) };
        let sign = if large.negative == small.negative { 1 } else { -1 };
        let mut carry = 0;
        let mut digits = Vec::new();
        for i in 0..=large.digits.len() {
            let sum = at(large, i) + sign * at(small, i) + carry;
            digits.push(sum.rem_euclid(10) as u8);
            carry = sum.div_euclid(10);
        }
        Paper { negative: large.negative, digits }.trimmed()
    }

    fn times(&self, other: &Paper) -> Paper {
        let mut cells = vec![0u32; self.digits.len() + other.digits.len() + 1];
        for (i, a) in self.digits.iter().enumerate() {
            for (j, b) in other.digits.iter().enumerate() {
                cells[i + j] += u32::from(*a) * u32::from(*b);
            }
        }
        let mut carry = 0;
        let digits = cells.iter().map(|cell| {
            let sum = cell + carry;
            carry = sum / 10;
            (sum % 10) as u8
        });
        Paper { negative: self.negative != other.negative, digits: digits.collect() }.trimmed()
    }

    fn fits(&self) -> bool {
        self.digits.len() <= 38
    }
}

/// Whether `quotient` is `numerator / denominator` to the nearest whole number, ties to even.
fn is_nearest(quotient: &Paper, numerator: &Paper, denominator: &Paper) -> bool {
    let rest = numerator.plus(&quotient.times(denominator).negated());
    let twice = rest.plus(&rest);
    match twice.magnitude(denominator) {
        Ordering::Less => true,
        Ordering::Equal => quotient.digits.first().copied().unwrap_or(0) % 2 == 0,
        Ordering::Greater => false,
    }
}

/// Mantissas of every size, not only huge ones.
fn mantissa() -> impl Strategy<Value = i128> {
    (1u8..=38, any::<i128>()).prop_map(|(size, n)| n % digits::power(size))
}

fn scale() -> impl Strategy<Value = u8> {
    0u8..=38
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn sums_are_exact_or_do_not_fit(a in mantissa(), sa in scale(), b in mantissa(), sb in scale()) {
        let s = sa.max(sb);
        let (x, y) = (Paper::new(a).shifted(s - sa), Paper::new(b).shifted(s - sb));
        for (found, expected) in [
            (digits::add(a, sa, b, sb, s), x.plus(&y)),
            (digits::subtract(a, sa, b, sb, s), x.plus(&y.negated())),
        ] {
            match found {
                Ok(found) => prop_assert_eq!(Paper::new(found), expected),
                // A side that cannot be written at the common scale is too large by itself.
                Err(fail) => prop_assert!(fail == Fail::Overflow && !(x.fits() && y.fits())),
            }
        }
    }

    #[test]
    fn products_round_once(a in mantissa(), sa in scale(), b in mantissa(), sb in scale(), s in scale()) {
        let exact = Paper::new(a).times(&Paper::new(b));
        let scales = u16::from(sa) + u16::from(sb);
        prop_assume!(scales <= u16::from(s) + 38);
        match digits::multiply(a, sa, b, sb, s) {
            Ok(found) if scales >= u16::from(s) => {
                let unit = Paper::new(1).shifted((scales - u16::from(s)) as u8);
                prop_assert!(is_nearest(&Paper::new(found), &exact, &unit));
            }
            Ok(found) => prop_assert_eq!(Paper::new(found), exact.shifted((u16::from(s) - scales) as u8)),
            Err(fail) => {
                prop_assert_eq!(fail, Fail::Overflow);
                let size = exact.digits.len() as i32 + i32::from(s) - i32::from(scales);
                prop_assert!(size > 38, "{} digits fit", size);
            }
        }
    }

    #[test]
    fn quotients_round_once(a in mantissa(), sa in scale(), b in mantissa(), sb in scale(), s in scale()) {
        let (up, down) = (u16::from(s) + u16::from(sb), u16::from(sa));
        let numerator = Paper::new(a).shifted(up.saturating_sub(down) as u8);
        let denominator = Paper::new(b).shifted(down.saturating_sub(up) as u8);
        match digits::divide(a, sa, b, sb, s) {
            Ok(found) => prop_assert!(is_nearest(&Paper::new(found), &numerator, &denominator)),
            Err(Fail::DivisionByZero) => prop_assert_eq!(b, 0),
            Err(fail) => {
                prop_assert_eq!(fail, Fail::Overflow);
                prop_assert!(numerator.digits.len() >= denominator.digits.len() + 38);
            }
        }
    }

    #[test]
    fn order_is_that_of_the_difference(a in mantissa(), sa in scale(), b in mantissa(), sb in scale()) {
        let s = sa.max(sb);
        let difference = Paper::new(a).shifted(s - sa).plus(&Paper::new(b).shifted(s - sb).negated());
        let expected = match (difference.digits.is_empty(), difference.negative) {
            (true, _) => Ordering::Equal,
            (false, true) => Ordering::Less,
            (false, false) => Ordering::Greater,
        };
        prop_assert_eq!(digits::compare(a, sa, b, sb), expected);
    }

    #[test]
    fn remainders_leave_whole_multiples(a in mantissa(), b in mantissa()) {
        match digits::remainder(a, 2, b, 2, 2) {
            Ok(rest) => {
                prop_assert!(rest.unsigned_abs() < b.unsigned_abs() && rest.signum() * a.signum() >= 0);
                prop_assert_eq!((a - rest) % b, 0);
            }
            Err(fail) => prop_assert_eq!((fail, b), (Fail::DivisionByZero, 0)),
        }
    }

    #[test]
    fn text_returns(a in mantissa(), s in scale()) {
        let mut text = String::new();
        decimal::write_digits(a, s, &mut text);
        prop_assert_eq!(decimal::parse_digits(&text, s), Ok(a));
        prop_assert_eq!(text.split_once('.').map_or(0, |(_, fraction)| fraction.len()), usize::from(s));
        prop_assert_eq!(decimal::parse_digits(&format!("{a}e-{s}"), s), Ok(a));
        prop_assert_eq!(decimal::digits_to_float(a, s), text.parse::<f64>().unwrap());
    }

    #[test]
    fn any_text_parses_or_fails(text in "[-+0-9.eE]{0,12}", s in scale()) {
        if let Ok(mantissa) = decimal::parse_digits(&text, s) {
            let float: f64 = text.parse().unwrap();
            let found = decimal::digits_to_float(mantissa, s);
            prop_assert!((found - float).abs() <= float.abs() * 1e-15, "{} {}", text, found);
        }
    }

    #[test]
    fn both_widths_agree(a in -999_999_999i64..=999_999_999, b in -999_999_999i64..=999_999_999) {
        let (x, y) = (Decimal::<i64, 2>(a), Decimal::<i64, 3>(b));
        let (wide_x, wide_y) = (Decimal::<i128, 2>(a.into()), Decimal::<i128, 3>(b.into()));
        let narrow: Result<Decimal<i64, 5>, Fail> = decimal::multiply(x, y);
        let wide: Result<Decimal<i128, 5>, Fail> = decimal::multiply(wide_x, wide_y);
        prop_assert_eq!(narrow.map(|d| i128::from(d.0)), wide.map(|d| d.0));
        prop_assert_eq!(decimal::compare(x, y), decimal::compare(wide_x, wide_y));
        prop_assert_eq!(decimal::fit::<Decimal<i64, 2>>(wide_x, 18), Ok(x));
        let narrow: Result<Decimal<i64, 3>, Fail> = decimal::subtract(x, y);
        let wide: Result<Decimal<i128, 3>, Fail> = decimal::subtract(wide_x, wide_y);
        prop_assert_eq!(narrow.map(|d| i128::from(d.0)), wide.map(|d| d.0));
    }
}

#[test]
fn a_type_refuses_what_has_more_digits() {
    let most = Decimal::<i64, 2>(10i64.pow(18) - 1);
    assert_eq!(decimal::add::<Decimal<i64, 2>>(most, Decimal::<i64, 2>(1)), Err(Fail::Overflow));
    assert!(decimal::add::<Decimal<i128, 2>>(most, Decimal::<i64, 2>(1)).is_ok());
    assert_eq!(decimal::within(most, 17), Err(Fail::OutOfRange));
    assert_eq!(decimal::narrow::<Decimal<i64, 1>>(most), Err(Fail::OutOfRange));
    assert_eq!(decimal::narrow::<i64>(Decimal::<i64, 2>(1_200)), Ok(12));
    assert_eq!(decimal::from_float::<Decimal<i64, 2>>(0.125), Ok(Decimal(12)));
    assert_eq!(decimal::from_float::<Decimal<i64, 2>>(1e300), Err(Fail::OutOfRange));
}
