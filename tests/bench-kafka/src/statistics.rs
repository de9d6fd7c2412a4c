//! The measured query by hand: what is kept of an auction, and its two encodings.

/// Of one auction; prices in cents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Statistics {
    pub bids: u64,
    pub low: u64,
    pub middle: u64,
    pub high: u64,
    pub least: u64,
    pub most: u64,
    pub total: u64,
}

impl Default for Statistics {
    fn default() -> Self {
        Statistics { bids: 0, low: 0, middle: 0, high: 0, least: u64::MAX, most: 0, total: 0 }
    }
}

const NAMES: [&str; 7] = ["bids", "low", "middle", "high", "least", "most", "total"];

impl Statistics {
    #[inline]
    pub fn add(&mut self, price: u64) {
        self.bids += 1;
        match price {
            ..10_000 => self.low += 1,
            10_000..1_000_000 => self.middle += 1,
            _ => self.high += 1,
        }
        self.least = self.least.min(price);
        self.most = self.most.max(price);
        self.total += price;
    }

    fn fields(&self) -> [u64; 7] {
        [self.bids, self.low, self.middle, self.high, self.least, self.most, self.total]
    }

    fn of([bids, low, middle, high, least, most, total]: [u64; 7]) -> Self {
        Statistics { bids, low, middle, high, least, most, total }
    }

    /// The row as generated code writes it.
    pub fn json(&self, auction: u64, out: &mut Vec<u8>) {
        let mut digits = itoa::Buffer::new();
        out.extend_from_slice(b"{\"auction\":");
        out.extend_from_slice(digits.format(auction).as_bytes());
        for (name, value) in NAMES.iter().zip(self.fields()) {
            out.extend_from_slice(b",\"");
            out.extend_from_slice(name.as_bytes());
            out.extend_from_slice(b"\":");
            out.extend_from_slice(digits.format(value).as_bytes());
        }
        out.push(b'}');
    }

    /// Seven numbers of eight bytes each.
    pub fn binary(&self, out: &mut Vec<u8>) {
        self.fields().iter().for_each(|value| out.extend_from_slice(&value.to_be_bytes()));
    }

    /// From either encoding.
    pub fn read(value: &[u8]) -> Option<Self> {
        let mut fields = [0; 7];
        if value.len() == 56 && value.first() != Some(&b'{') {
            for (field, bytes) in fields.iter_mut().zip(value.chunks_exact(8)) {
                *field = u64::from_be_bytes(bytes.try_into().ok()?);
            }
            return Some(Self::of(fields));
        }
        let text = std::str::from_utf8(value).ok()?;
        for (field, name) in fields.iter_mut().zip(NAMES) {
            let (_, rest) = text.split_once(&format!("\"{name}\":"))?;
            let end = rest.find([',', '}'])?;
            *field = rest[..end].parse().ok()?;
        }
        Some(Self::of(fields))
    }
}

#[cfg(test)]
mod tests {
    use super::Statistics;

    #[test]
    fn both_encodings_are_read_back() {
        let mut one = Statistics::default();
        [5_000, 20_000, 3_000_000, 9_999].into_iter().for_each(|price| one.add(price));
        assert_eq!((one.low, one.middle, one.high, one.least, one.most), (2, 1, 1, 5_000, 3_000_000));
        let (mut json, mut binary) = (Vec::new(), Vec::new());
        one.json(7, &mut json);
        one.binary(&mut binary);
        assert!(json.starts_with(b"{\"auction\":7,\"bids\":4,\"low\":2,"));
        assert_eq!(Statistics::read(&json), Some(one));
        assert_eq!(Statistics::read(&binary), Some(one));
        assert_eq!(Statistics::read(b"{\"auction\":7}"), None);
    }
}
