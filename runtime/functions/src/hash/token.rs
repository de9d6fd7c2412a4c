//! `token("vault")`: a keyed pseudonym. The same value in the same vault under the same key has the same token; without
//! the key it cannot be computed, so short values cannot be guessed by trying all of them.

use hmac_sha256::HMAC;

/// A vault's key, given by whoever runs the job; the version says which one made a token.
#[derive(Clone)]
pub struct TokenKey {
    pub version: u8,
    /// `None`: the stand-in of tests.
    secret: Option<[u8; 32]>,
}

impl TokenKey {
    pub const fn new(version: u8, secret: [u8; 32]) -> Self {
        TokenKey { version, secret: Some(secret) }
    }

    /// No key, for tests: a token is then `vault:text`, equal exactly where the values are, and says whose it is. It
    /// hides nothing.
    pub const fn stand_in() -> Self {
        TokenKey { version: 0, secret: None }
    }
}

/// Shows the version only.
impl std::fmt::Debug for TokenKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("TokenKey").field("version", &self.version).finish_non_exhaustive()
    }
}

/// The pseudonym of a value's canonical text: `v1.` and 26 characters of base 32, which are 128 bits of an HMAC-SHA-256
/// over the vault's name and the text.
pub fn token(key: &TokenKey, vault: &str, text: &str) -> String {
    let Some(secret) = key.secret else { return format!("{vault}:{text}") };
    let mut mac = HMAC::new(secret);
    // The length keeps apart what a vault's name ends with and what a text begins with.
    mac.update((vault.len() as u64).to_le_bytes());
    mac.update(vault);
    mac.update(text);
    let digest = mac.finalize();
    let mut bits = digest.iter().take(16).fold(0u128, |bits, byte| (bits << 8) | u128::from(*byte));
    let mut letters = [0u8; 26];
    for letter in letters.iter_mut().rev() {
        let five = (bits & 31) as u8;
        *letter = if five < 26 { b'a' + five } else { b'2' + five - 26 };
        bits >>= 5;
    }
    let mut out = format!("v{}.", key.version);
    out.extend(letters.iter().map(|byte| char::from(*byte)));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mac_is_hmac_sha_256() {
        // RFC 4231, test case 2.
        let digest = HMAC::mac(b"what do ya want for nothing?", b"Jefe");
        assert_eq!(digest[..8], [0x5b, 0xdc, 0xc1, 0x46, 0xbf, 0x60, 0x75, 0x4e]);
    }

    #[test]
    fn key_vault_and_text_all_count() {
        let key = TokenKey::new(1, [7; 32]);
        let base = token(&key, "fraud", "42");
        assert_eq!(base, token(&key, "fraud", "42"));
        assert!(base.starts_with("v1.") && base.len() == 29);
        assert!(base[3..].bytes().all(|b| b.is_ascii_lowercase() || (b'2'..=b'7').contains(&b)));
        for other in [
            token(&key, "fraud", "43"),
            token(&key, "fraud4", "2"),
            token(&key, "claims", "42"),
            token(&TokenKey::new(1, [8; 32]), "fraud", "42"),
        ] {
            assert_ne!(base, other);
        }
        assert!(!format!("{key:?}").contains('7'));
        assert_eq!(token(&TokenKey::stand_in(), "fraud", "42"), "fraud:42");
    }
}
