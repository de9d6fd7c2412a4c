//! What a query has written: how many rows, and a checksum of all their bytes that does not depend on their order.

use riparian::record::Record;
use std::hash::{DefaultHasher, Hash, Hasher};

/// Rows of one run. Two runs are compared by all of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Results {
    pub rows: u64,
    pub bytes: u64,
    sum: u64,
    looks: bool,
}

impl Results {
    /// Looks at every row.
    pub fn checked() -> Self {
        Results { looks: true, ..Results::default() }
    }

    pub fn looks(&self) -> bool {
        self.looks
    }

    /// Takes in a row: its time, its key and its value, where each begins and ends included.
    pub fn row(&mut self, row: &Record<'_>) {
        let mut hasher = DefaultHasher::new();
        (row.time, row.key, row.value).hash(&mut hasher);
        self.sum = self.sum.wrapping_add(hasher.finish());
        self.rows += 1;
        let length = |part: Option<&[u8]>| part.map_or(0, <[u8]>::len) as u64;
        self.bytes += length(row.key) + length(row.value);
    }

    /// Rows that are only counted.
    pub fn unseen(&mut self, rows: u64) {
        self.rows += rows;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(rows: &[(i64, &str, &str)]) -> Results {
        let mut results = Results::checked();
        for (time, key, value) in rows {
            let (key, value) = (Some(key.as_bytes()), Some(value.as_bytes()));
            results.row(&Record { key, value, ..Record::made(*time) });
        }
        results
    }

    #[test]
    fn order_is_no_difference_and_every_byte_is_one() {
        let rows = [(1, "k", "abc"), (2, "l", "d")];
        assert_eq!(of(&rows), of(&[rows[1], rows[0]]));
        assert_ne!(of(&rows), of(&[rows[0], (2, "l", "e")]), "a value");
        assert_ne!(of(&rows), of(&[rows[0], (2, "m", "d")]), "a key");
        assert_ne!(of(&rows), of(&[rows[0], (3, "l", "d")]), "a time");
        assert_ne!(of(&rows), of(&[rows[0], (2, "ld", "")]), "where a value begins");
        assert_ne!(of(&[rows[0], rows[0]]), of(&rows[..1]), "how often");
    }
}
