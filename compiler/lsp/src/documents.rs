//! Between the client's URIs and paths of the workspace.

use gen_lsp_types::Uri;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// The path of a `file:` URI; other schemes have none.
pub fn path(uri: &Uri) -> Option<PathBuf> {
    let rest = uri.0.strip_prefix("file://")?;
    let rest = rest.strip_prefix("localhost").unwrap_or(rest);
    let mut bytes = Vec::with_capacity(rest.len());
    let mut input = rest.bytes();
    while let Some(byte) = input.next() {
        if byte == b'%' {
            let digit = |b: Option<u8>| b.and_then(|b| (b as char).to_digit(16));
            let (high, low) = (digit(input.next())?, digit(input.next())?);
            bytes.push((high * 16 + low) as u8);
        } else {
            bytes.push(byte);
        }
    }
    Some(PathBuf::from(String::from_utf8(bytes).ok()?))
}

/// The `file:` URI of a path.
pub fn uri(path: &Path) -> Uri {
    let mut text = String::from("file://");
    for byte in path.to_string_lossy().bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' | b'~' => {
                text.push(byte as char)
            }
            other => {
                let _ = write!(text, "%{other:02X}");
            }
        }
    }
    Uri(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_survive_the_way_there_and_back() {
        let original = Path::new("/data/böse names/a+b.stream");
        let uri = uri(original);
        assert_eq!(uri.0, "file:///data/b%C3%B6se%20names/a%2Bb.stream");
        assert_eq!(path(&uri).as_deref(), Some(original));
        assert_eq!(path(&Uri("untitled:1".into())), None);
    }
}
