//! A record whose fields stand in any order, as it is mostly written otherwise: names and strings without escapes, whole
//! numbers. No branch depends on which field comes next, nor on what kind of value it has.
//!
//! What it finds, [`super::scan()`] would find. Where a record is written otherwise it gives up (`None`), for any reason,
//! and the scan begins again where this pass has begun.

use super::in_order::{is_utf8, other};
use super::marks::Text;
use super::raw::Place;
use super::{Keys, digits, scan, skip};

/// Finds the fields from `at` on, after a value or at the record's start.
#[inline(never)]
pub(super) fn fields(
    text: &Text<'_, '_>,
    keys: &'static Keys,
    trusted: bool,
    (mut at, mut wide): (usize, bool),
    places: &mut [Place],
) -> Option<()> {
    let bytes = text.bytes;
    if bytes.len() > scan::LONGEST {
        return None;
    }
    let mut missing = keys.missing(places);
    let mut before = if at == text.start { b'{' } else { b',' };
    loop {
        if *bytes.get(at)? != before {
            if before == b'{' {
                return None;
            }
            break;
        }
        at = skip::space(bytes, at + 1);
        if *bytes.get(at)? != b'"' {
            return None;
        }
        let close = text.near(at + 1)?;
        if *bytes.get(close)? != b'"' {
            return None;
        }
        let slot = keys.look_up_plain(bytes, at + 1, close);
        if *bytes.get(close + 1)? != b':' {
            return None;
        }
        let start = skip::space(bytes, close + 2);
        let place = value(text, start, &mut wide)?;
        at = place.end();
        if let Some(room) = slot.and_then(|slot| places.get_mut(slot)) {
            if !room.is_empty() {
                return None;
            }
            *room = place;
            missing -= usize::from(slot.is_some_and(|slot| keys.is_wanted(slot)));
        }
        at = skip::space(bytes, at);
        if trusted && missing == 0 {
            break;
        }
        before = b',';
    }
    // Nothing but the end of the record, if it has been looked for.
    let over = trusted && missing == 0 && matches!(bytes.get(at)?, b',' | b'}');
    if !over && (*bytes.get(at)? != b'}' || skip::space(bytes, at + 1) != bytes.len()) {
        return None;
    }
    if wide && !is_utf8(bytes.get(text.start..at)?) {
        return None;
    }
    Some(())
}

#[inline(always)]
fn value(text: &Text<'_, '_>, start: usize, wide: &mut bool) -> Option<Place> {
    let bytes = text.bytes;
    let first = *bytes.get(start)?;
    let is_string = first == b'"';
    // The quote that closes a string; behind a number the one that opens the next name, after a comma.
    let mark = text.next(start + usize::from(is_string))?;
    let end = if is_string { mark.wrapping_add(1) } else { mark.wrapping_sub(1) };
    if bytes.get(mark) == Some(&b'"') {
        let is_number = (first.wrapping_sub(b'1') < 9) & digits::are_any_plain(bytes, start, end);
        if is_string | is_number {
            return Some(Place::plain(start, end));
        }
    }
    let (_, place, is_wide) = other(bytes, start)?;
    *wide |= is_wide;
    Some(place)
}
