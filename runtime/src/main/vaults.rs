//! The keys of the vaults that a program's tokens are made with.

use super::program::{Program, TokenSource};
use crate::fail::Fatal;
use std::path::Path;

/// Reads every configured key, in order of the vaults. A key that is missing or malformed is an error now, not at the
/// first record.
pub fn keys(program: &Program, root: &Path) -> Result<Vec<(&'static str, [u8; 32])>, Fatal> {
    program.tokens.iter().map(|(vault, source)| Ok((*vault, key(vault, *source, root)?))).collect()
}

fn key(vault: &str, source: TokenSource, root: &Path) -> Result<[u8; 32], Fatal> {
    let (text, place) = match source {
        TokenSource::File(path) => {
            let path = root.join(path);
            let text = std::fs::read_to_string(&path)
                .map_err(|error| Fatal::io(format!("reading the key of vault `{vault}`, {}", path.display()), error))?;
            (text, path.display().to_string())
        }
        TokenSource::Environment(name) => {
            let text = std::env::var(name).map_err(|_| {
                Fatal::configuration(
                    format!("the key of vault `{vault}` is not there: ${name} is not set"),
                    format!("set {name} to 64 hexadecimal digits"),
                )
            })?;
            (text, format!("${name}"))
        }
    };
    // The key itself is never part of a message.
    decode(text.trim()).ok_or_else(|| {
        Fatal::configuration(
            format!("the key of vault `{vault}` in {place} is not a key"),
            "a key is 64 hexadecimal digits, 32 random bytes",
        )
    })
}

fn decode(text: &str) -> Option<[u8; 32]> {
    let digits: Vec<u32> = text.chars().map(|c| c.to_digit(16)).collect::<Option<_>>()?;
    let bytes: Vec<u8> = digits.chunks_exact(2).map(|pair| (pair[0] * 16 + pair[1]) as u8).collect();
    (digits.len() == 64).then_some(())?;
    bytes.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_sixty_four_digits() {
        assert_eq!(decode(&"0f".repeat(32)), Some([15; 32]));
        assert_eq!(decode(&"0f".repeat(31)), None);
        assert_eq!(decode(&"0g".repeat(32)), None);
    }
}
