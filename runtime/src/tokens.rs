//! The keys of vaults: what `token(value, "vault")` is computed with.
//!
//! A key comes from a file or an environment variable named in `riparian.toml`, never from the source; it is shown
//! nowhere. A job whose vaults have no key does not start.

use crate::fail::Fatal;
use crate::functions::hash::TokenKey;
use crate::job::Job;
use crate::program::TokenSource;
use std::collections::BTreeMap;
use std::path::Path;

/// Keys by vault.
#[derive(Clone, Debug, Default)]
pub struct Tokens {
    keys: BTreeMap<String, TokenKey>,
}

impl Tokens {
    /// With one more key.
    pub fn with(mut self, vault: &str, key: TokenKey) -> Self {
        self.keys.insert(vault.to_owned(), key);
        self
    }

    pub fn get(&self, vault: &str) -> Option<&TokenKey> {
        self.keys.get(vault)
    }

    /// Reads the keys that a job needs from where the configuration says; paths are relative to `root`.
    pub fn load(job: &Job, sources: &[(&str, TokenSource)], root: &Path) -> Result<Self, Fatal> {
        let mut tokens = Tokens::default();
        for vault in job.vaults {
            let Some((_, source)) = sources.iter().find(|(name, _)| name == vault) else { continue };
            let (text, place) = match source {
                TokenSource::File(path) => {
                    let path = root.join(path);
                    let text = std::fs::read_to_string(&path);
                    let what = format!("the key of the vault \"{vault}\" in {}", path.display());
                    (text.map_err(|error| Fatal::io(what.clone(), error))?, what)
                }
                TokenSource::Environment(name) => {
                    let what = format!("the key of the vault \"{vault}\" in the environment variable {name}");
                    let text = std::env::var(name).map_err(|_| {
                        Fatal::configuration(
                            format!("{what} is not set"),
                            format!("set {name} to 64 hexadecimal digits"),
                        )
                    })?;
                    (text, what)
                }
            };
            let secret = parse(text.trim()).ok_or_else(|| {
                Fatal::configuration(
                    format!("{place} is not a key"),
                    "a key is 64 hexadecimal digits, such as `openssl rand -hex 32` prints",
                )
            })?;
            tokens = tokens.with(vault, TokenKey::new(1, secret));
        }
        Ok(tokens)
    }

    /// Whether every vault of the job has a key; a start without one would write tokens that nobody can join.
    pub fn check(&self, job: &Job) -> Result<(), Fatal> {
        match job.vaults.iter().find(|vault| !self.keys.contains_key(**vault)) {
            None => Ok(()),
            Some(vault) => Err(Fatal::configuration(
                format!("the vault \"{vault}\" has no key, and job {} makes tokens with it", job.name),
                format!(
                    "say where it is in riparian.toml, under [tokens]: {vault} = {{ file = \"keys/{vault}.key\" }} or {vault} = {{ env = \"{}_KEY\" }}",
                    vault.to_uppercase()
                ),
            )),
        }
    }
}

/// 64 hexadecimal digits.
fn parse(text: &str) -> Option<[u8; 32]> {
    let digits = text.as_bytes();
    if digits.len() != 64 {
        return None;
    }
    let mut secret = [0; 32];
    for (byte, pair) in secret.iter_mut().zip(digits.chunks_exact(2)) {
        let digit = |at: usize| char::from(pair[at]).to_digit(16);
        *byte = (digit(0)? << 4 | digit(1)?) as u8;
    }
    Some(secret)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_64_hexadecimal_digits() {
        assert_eq!(parse(&"0f".repeat(32)), Some([15; 32]));
        assert_eq!(parse(&"0f".repeat(31)), None);
        assert_eq!(parse(&"0g".repeat(32)), None);
        assert_eq!(parse(&"é".repeat(32)), None);
    }
}
