//! Where the data's chance comes from: the same numbers on every machine.

/// SplitMix64.
pub struct Random(pub u64);

impl Random {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let a = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let b = (a ^ (a >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        b ^ (b >> 31)
    }

    /// Below `bound`.
    pub fn below(&mut self, bound: u64) -> u64 {
        ((u128::from(self.next()) * u128::from(bound)) >> 64) as u64
    }

    /// True once in `of`.
    pub fn one_in(&mut self, of: u64) -> bool {
        self.below(of) == 0
    }

    /// One of these.
    pub fn pick<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len() as u64) as usize]
    }

    /// Lower-case letters.
    pub fn letters(&mut self, length: u64, out: &mut Vec<u8>) {
        out.extend((0..length).map(|_| b'a' + self.below(26) as u8));
    }

    /// A price in cents: most are low.
    pub fn price(&mut self) -> u64 {
        let exponent = self.below(1 << 32) as f64 / (1u64 << 32) as f64 * 6.0;
        (10f64.powf(exponent) * 100.0).round() as u64
    }
}
