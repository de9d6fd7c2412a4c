//! Finds a record's fields in one pass over its text, checking the whole text on the way (spec: errors.value).

use super::raw::{Found, Place, Raw};
use super::{Alone, Keys, skip, string};
use crate::fail::Fail;

/// Longer records are refused: places in a record are 31 bits wide.
pub(super) const LONGEST: usize = i32::MAX as usize;

/// How far a record has been looked at.
pub(super) struct Pass<'p> {
    /// After a value, or at the start.
    pub at: usize,
    /// A string so far may have a byte that is not ASCII.
    pub wide: bool,
    /// Of the declared fields, those found so far.
    pub places: &'p mut [Place],
}

/// Finds the values of `N` keys.
///
/// Other fields are stepped over. With `trusted` nothing after the last wanted field is looked at. Fails with
/// [`Fail::InvalidUtf8`], [`Fail::InvalidJson`], [`Fail::TooDeep`], [`Fail::WrongType`] (not an object) or, once all of
/// the syntax is known to be right, [`Fail::RepeatedField`].
pub fn scan<'a, const N: usize>(
    bytes: &'a [u8],
    keys: &'static Keys,
    trusted: bool,
) -> Result<Found<'a, N>, Fail> {
    let alone = Alone::new(bytes);
    super::InOrder::new(alone.text()).scan(keys, trusted)
}

/// Goes on with a record from where another pass has come.
pub(super) fn go_on(
    bytes: &[u8],
    keys: &'static Keys,
    trusted: bool,
    mut pass: Pass<'_>,
) -> Result<(), Fail> {
    if bytes.len() > LONGEST {
        return Err(Fail::TooLarge);
    }
    let result = fields(bytes, keys, trusted, &mut pass);
    // Up to where the scan has come all bytes are known, others only if they have to be.
    let seen = if result.is_ok() && trusted { bytes.get(..pass.at).unwrap_or(bytes) } else { bytes };
    if (pass.wide || matches!(result, Err(fail) if fail != Fail::RepeatedField))
        && std::str::from_utf8(seen).is_err()
    {
        return Err(Fail::InvalidUtf8);
    }
    result
}

fn fields(bytes: &[u8], keys: &'static Keys, trusted: bool, pass: &mut Pass<'_>) -> Result<(), Fail> {
    let mut missing = keys.wanted;
    let mut at = skip::space(bytes, pass.at);
    if pass.at == 0 {
        if bytes.get(at) != Some(&b'{') {
            check(bytes)?;
            return Err(Fail::WrongType);
        }
        at = skip::space(bytes, at + 1);
        if bytes.get(at) == Some(&b'}') {
            return end(bytes, at + 1);
        }
    } else {
        missing = keys.missing(pass.places);
        match bytes.get(at) {
            Some(b',' | b'}') if trusted && missing == 0 => return Ok(()),
            Some(b',') => at = skip::space(bytes, at + 1),
            Some(b'}') => return end(bytes, at + 1),
            _ => return Err(Fail::InvalidJson),
        }
    }
    let mut repeated = false;
    loop {
        if bytes.get(at) != Some(&b'"') {
            return Err(Fail::InvalidJson);
        }
        let close = string::end(bytes, at + 1, &mut pass.wide)?;
        let slot = keys.look_up(bytes, at + 1, close);
        let start = skip::colon(bytes, close + 1)?;
        let stop = skip::value(bytes, start, 1, &mut pass.wide)?;
        pass.at = stop;
        if let Some(slot) = slot
            && let Some(place) = pass.places.get_mut(slot)
        {
            if place.is_empty() {
                missing -= usize::from(keys.is_wanted(slot));
            } else {
                repeated = true;
            }
            *place = Place::new(start, stop);
        }
        at = skip::space(bytes, stop);
        match bytes.get(at) {
            Some(b',' | b'}') if trusted && missing == 0 => break,
            Some(b',') => at = skip::space(bytes, at + 1),
            Some(b'}') => {
                end(bytes, at + 1)?;
                break;
            }
            _ => return Err(Fail::InvalidJson),
        }
    }
    if repeated { Err(Fail::RepeatedField) } else { Ok(()) }
}

/// Checks that the bytes are one JSON value and nothing else.
pub fn check(bytes: &[u8]) -> Result<(), Fail> {
    std::str::from_utf8(bytes).map_err(|_| Fail::InvalidUtf8)?;
    end(bytes, skip::value(bytes, skip::space(bytes, 0), 0, &mut false)?)
}

fn end(bytes: &[u8], at: usize) -> Result<(), Fail> {
    if skip::space(bytes, at) == bytes.len() { Ok(()) } else { Err(Fail::InvalidJson) }
}

/// Calls `visit` with every element of a checked array; [`Fail::WrongType`] for any other value.
pub(in crate::wire) fn check_array<'a>(
    text: &'a str,
    visit: &mut dyn FnMut(Raw<'a>) -> Result<(), Fail>,
) -> Result<(), Fail> {
    let bytes = text.as_bytes();
    if bytes.first() != Some(&b'[') {
        return Err(Fail::WrongType);
    }
    let mut at = skip::space(bytes, 1);
    if bytes.get(at) == Some(&b']') {
        return Ok(());
    }
    loop {
        let stop = skip::value(bytes, at, 1, &mut false)?;
        visit(Raw::of(text.get(at..stop).unwrap_or_default()))?;
        at = skip::space(bytes, stop);
        match bytes.get(at) {
            Some(b',') => at = skip::space(bytes, at + 1),
            _ => return Ok(()),
        }
    }
}
