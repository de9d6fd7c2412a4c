//! The members of a JSON object, one level deep: no more is needed to spread it over cells.
//!
//! Trusts its input to be JSON, which the job's own writers wrote; of anything else it makes some cells, never a panic.

/// The members of a JSON object: names, and values as JSON.
pub(super) fn members(json: &[u8]) -> Option<Vec<(Vec<u8>, &[u8])>> {
    let inside = json.trim_ascii().strip_prefix(b"{")?.strip_suffix(b"}")?;
    let mut members = Vec::new();
    for member in split(inside) {
        let colon = end_of_value(member, b':');
        let (name, value) = (member[..colon].trim_ascii(), member.get(colon + 1..)?.trim_ascii());
        members.push((string(name)?, value));
    }
    Some(members)
}

/// The elements of a JSON array.
pub(super) fn elements(json: &[u8]) -> Option<Vec<&[u8]>> {
    let inside = json.trim_ascii().strip_prefix(b"[")?.strip_suffix(b"]")?;
    Some(split(inside).into_iter().map(<[u8]>::trim_ascii).collect())
}

fn split(inside: &[u8]) -> Vec<&[u8]> {
    let (mut parts, mut rest) = (Vec::new(), inside);
    while !rest.trim_ascii().is_empty() {
        let end = end_of_value(rest, b',');
        parts.push(&rest[..end]);
        rest = rest.get(end + 1..).unwrap_or_default();
    }
    parts
}

/// Where `wanted` first stands outside strings and nested values, else the end.
fn end_of_value(json: &[u8], wanted: u8) -> usize {
    let (mut depth, mut in_string, mut escaped) = (0usize, false, false);
    for (at, byte) in json.iter().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_string => escaped = true,
            b'"' => in_string = !in_string,
            _ if in_string => {}
            byte if *byte == wanted && depth == 0 => return at,
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    json.len()
}

/// The text of a JSON string; `None` if it is none.
pub(super) fn string(json: &[u8]) -> Option<Vec<u8>> {
    let inside = json.strip_prefix(b"\"")?.strip_suffix(b"\"")?;
    if !inside.contains(&b'\\') {
        return Some(inside.to_vec());
    }
    let text = std::str::from_utf8(inside).ok()?;
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        out.push(match chars.next()? {
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'b' => '\u{8}',
            'f' => '\u{c}',
            'u' => {
                let high = hex(&mut chars)?;
                let code = if (0xD800..0xDC00).contains(&high) {
                    (chars.next()? == '\\' && chars.next()? == 'u').then_some(())?;
                    0x10000 + ((high - 0xD800) << 10) + hex(&mut chars)?.checked_sub(0xDC00)?
                } else {
                    high
                };
                char::from_u32(code)?
            }
            other => other,
        });
    }
    Some(out.into_bytes())
}

fn hex(chars: &mut std::str::Chars<'_>) -> Option<u32> {
    (0..4).try_fold(0, |code, _| Some(code * 16 + chars.next()?.to_digit(16)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nested_values_and_escapes_stay_whole() {
        let json = br#" {"a": 1, "b\u0041": {"x": [1, "}"], "y": ","}, "c": "d\"e,", "f": []} "#;
        let found = members(json).unwrap();
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        let found: Vec<(String, String)> = found.iter().map(|(n, v)| (text(n), text(v))).collect();
        let expected = [("a", "1"), ("bA", r#"{"x": [1, "}"], "y": ","}"#), ("c", r#""d\"e,""#), ("f", "[]")];
        assert_eq!(found, expected.map(|(n, v)| (n.to_owned(), v.to_owned())));
        assert_eq!(elements(b"[1, [2, 3], \"x,\"]").unwrap(), [&b"1"[..], b"[2, 3]", b"\"x,\""]);
        assert_eq!(members(b"{}").unwrap(), []);
    }

    #[test]
    fn strings_are_unescaped() {
        assert_eq!(string(br#""a\n\u00e9\ud83d\ude00""#).unwrap(), "a\né😀".as_bytes());
        assert_eq!(string(b"12"), None);
        assert_eq!(string(br#""\ud83d""#), None);
    }

    #[test]
    fn what_is_no_json_panics_nowhere() {
        for text in [
            "",
            "{",
            "}",
            "{}}",
            "{\"",
            "{\"a",
            "{\"a\"",
            "{\"a\":",
            "[",
            "{:}",
            "{,}",
            "\"",
            "\"\\",
            "{\"a\":1,}",
        ] {
            let _ = (members(text.as_bytes()), elements(text.as_bytes()), string(text.as_bytes()));
        }
    }
}
