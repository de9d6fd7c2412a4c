//! What a query has written: how many rows, and a checksum of their bytes that does not depend on their order.

use std::hash::{DefaultHasher, Hasher};

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

    /// Takes in a row's JSON.
    pub fn row(&mut self, json: &[u8]) {
        let mut hasher = DefaultHasher::new();
        hasher.write(json);
        self.sum = self.sum.wrapping_add(hasher.finish());
        self.rows += 1;
        self.bytes += json.len() as u64;
    }

    /// Rows that are only counted.
    pub fn unseen(&mut self, rows: u64) {
        self.rows += rows;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(rows: &[&str]) -> Results {
        let mut results = Results::checked();
        rows.iter().for_each(|row| results.row(row.as_bytes()));
        results
    }

    #[test]
    fn order_is_no_difference_and_content_is() {
        assert_eq!(of(&["a", "bc"]), of(&["bc", "a"]));
        assert_ne!(of(&["ab", "c"]), of(&["a", "bc"]));
        assert_ne!(of(&["a", "a"]), of(&["a"]));
    }
}
