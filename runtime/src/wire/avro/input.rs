//! The primitive values of Avro's binary encoding, taken from the front of what is left.

use crate::fail::Fail;

/// Bytes, and how far they have been read.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    pub bytes: &'a [u8],
    pub at: usize,
}

impl<'a> Input<'a> {
    /// A whole number: seven bits a byte, the lowest first, signs folded into the lowest bit. More than 64 bits are
    /// [`Fail::InvalidAvro`], as is everything here that does not fit what is left.
    #[inline(always)]
    pub fn long(&mut self) -> Result<i64, Fail> {
        let first = *self.bytes.get(self.at).ok_or(Fail::InvalidAvro)?;
        self.at += 1;
        let raw = if first < 0x80 { u64::from(first) } else { self.more(first)? };
        Ok((raw >> 1) as i64 ^ -((raw & 1) as i64))
    }

    #[inline]
    fn more(&mut self, first: u8) -> Result<u64, Fail> {
        let mut raw = u64::from(first & 0x7f);
        for shift in (7..64).step_by(7) {
            let byte = *self.bytes.get(self.at).ok_or(Fail::InvalidAvro)?;
            self.at += 1;
            if shift == 63 && byte > 1 {
                return Err(Fail::InvalidAvro);
            }
            raw |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(raw);
            }
        }
        Err(Fail::InvalidAvro)
    }

    /// A whole number of 32 bits.
    #[inline(always)]
    pub fn int(&mut self) -> Result<i32, Fail> {
        i32::try_from(self.long()?).map_err(|_| Fail::InvalidAvro)
    }

    #[inline(always)]
    pub fn bool(&mut self) -> Result<bool, Fail> {
        match self.take(1)? {
            [0] => Ok(false),
            [1] => Ok(true),
            _ => Err(Fail::InvalidAvro),
        }
    }

    #[inline]
    pub fn float(&mut self) -> Result<f32, Fail> {
        let bytes = self.take(4)?.try_into().map_err(|_| Fail::InvalidAvro)?;
        Ok(f32::from_le_bytes(bytes))
    }

    #[inline]
    pub fn double(&mut self) -> Result<f64, Fail> {
        let bytes = self.take(8)?.try_into().map_err(|_| Fail::InvalidAvro)?;
        Ok(f64::from_le_bytes(bytes))
    }

    /// Bytes with their number in front.
    #[inline(always)]
    pub fn bytes(&mut self) -> Result<&'a [u8], Fail> {
        let length = usize::try_from(self.long()?).map_err(|_| Fail::InvalidAvro)?;
        self.take(length)
    }

    #[inline(always)]
    pub fn text(&mut self) -> Result<&'a str, Fail> {
        std::str::from_utf8(self.bytes()?).map_err(|_| Fail::InvalidUtf8)
    }

    /// The next bytes.
    #[inline(always)]
    pub fn take(&mut self, length: usize) -> Result<&'a [u8], Fail> {
        let end = self.at.checked_add(length).ok_or(Fail::InvalidAvro)?;
        let taken = self.bytes.get(self.at..end).ok_or(Fail::InvalidAvro)?;
        self.at = end;
        Ok(taken)
    }

    /// A place in a list of so many.
    #[inline(always)]
    pub fn index(&mut self, count: usize) -> Result<usize, Fail> {
        let index = usize::try_from(self.long()?).map_err(|_| Fail::InvalidAvro)?;
        if index < count { Ok(index) } else { Err(Fail::InvalidAvro) }
    }

    /// The number of items in the next block of an array or a map; none after the last. The length in bytes that may
    /// stand before a block is only a hint for those who do not look inside.
    #[inline]
    pub fn block(&mut self) -> Result<u64, Fail> {
        let count = self.long()?;
        if count >= 0 {
            return Ok(count as u64);
        }
        self.long()?;
        let count = count.checked_neg().ok_or(Fail::InvalidAvro)?;
        Ok(count as u64)
    }
}
