//! Records as lines of JSON: the value as it is; a delete as `{"$delete": key}`.

use crate::job::Topic;

/// Appends one record and a newline.
pub(super) fn write(out: &mut Vec<u8>, topic: &Topic, key: Option<&[u8]>, value: Option<&[u8]>) {
    match value {
        // A line feed can stand in JSON only between tokens, where a space says the same.
        Some(value) => out.extend(value.iter().map(|b| if matches!(b, b'\n' | b'\r') { b' ' } else { *b })),
        None => {
            out.extend_from_slice(b"{\"$delete\":");
            write_key(out, topic, key);
            out.push(b'}');
        }
    }
    out.push(b'\n');
}

/// Appends a key, in whichever encoding it has (spec: declarations.topic.encoding), as JSON.
pub(super) fn write_key(out: &mut Vec<u8>, topic: &Topic, key: Option<&[u8]>) {
    let Some(key) = key else { return out.extend_from_slice(b"null") };
    let column = match topic.key {
        [name] => topic.columns.iter().find(|(column, _)| column == name),
        // Several columns: a JSON array already.
        _ => return out.extend_from_slice(key),
    };
    let number = column.is_some_and(|(_, ty)| is_integer(ty));
    match (number, <[u8; 8]>::try_from(key)) {
        (true, _) if is_number(key) => out.extend_from_slice(key),
        (true, Ok(bytes)) => out.extend_from_slice(i64::from_be_bytes(bytes).to_string().as_bytes()),
        _ if key.starts_with(b"[") && key.ends_with(b"]") => out.extend_from_slice(key),
        _ => write_string(out, key),
    }
}

/// `int`, `id<int>` and what is declared as such.
pub(super) fn is_integer(ty: &str) -> bool {
    let ty = ty.trim_end_matches('?');
    ty == "int" || ty.ends_with("<int>")
}

/// Exactly a JSON number.
pub(super) fn is_number(text: &[u8]) -> bool {
    let digits = |text: &[u8]| text.iter().take_while(|b| b.is_ascii_digit()).count();
    let mut rest = text.strip_prefix(b"-").unwrap_or(text);
    let whole = digits(rest);
    if whole == 0 || (whole > 1 && rest[0] == b'0') {
        return false;
    }
    rest = &rest[whole..];
    if let Some(fraction) = rest.strip_prefix(b".") {
        let length = digits(fraction);
        if length == 0 {
            return false;
        }
        rest = &fraction[length..];
    }
    if let [b'e' | b'E', exponent @ ..] = rest {
        let exponent = exponent.strip_prefix(b"-").or(exponent.strip_prefix(b"+")).unwrap_or(exponent);
        return !exponent.is_empty() && digits(exponent) == exponent.len();
    }
    rest.is_empty()
}

/// Appends text as a JSON string. What is not UTF-8 is left for the decoder of the topic to refuse.
pub(super) fn write_string(out: &mut Vec<u8>, text: &[u8]) {
    out.push(b'"');
    for byte in text {
        match byte {
            b'"' => out.extend_from_slice(b"\\\""),
            b'\\' => out.extend_from_slice(b"\\\\"),
            b'\n' => out.extend_from_slice(b"\\n"),
            b'\r' => out.extend_from_slice(b"\\r"),
            b'\t' => out.extend_from_slice(b"\\t"),
            0..0x20 => out.extend_from_slice(format!("\\u{byte:04x}").as_bytes()),
            byte => out.push(*byte),
        }
    }
    out.push(b'"');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::job::Role;

    fn topic(key: &'static [&'static str]) -> Topic {
        Topic {
            name: "t",
            short_name: "t",
            role: Role::Output { table: true },
            partitions: None,
            columns: &[("id", "int"), ("name", "string")],
            key,
            encoding: crate::job::Encoding::Json,
        }
    }

    fn key(names: &'static [&'static str], key: Option<&[u8]>) -> String {
        let mut out = Vec::new();
        write(&mut out, &topic(names), key, None);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn deletes_show_their_key() {
        assert_eq!(key(&["id"], Some(&(-7i64).to_be_bytes())), "{\"$delete\":-7}\n");
        assert_eq!(key(&["id"], Some(b"12345678")), "{\"$delete\":12345678}\n");
        assert_eq!(key(&["name"], Some(b"a\"b")), "{\"$delete\":\"a\\\"b\"}\n");
        assert_eq!(key(&["id", "name"], Some(b"[1,\"x\"]")), "{\"$delete\":[1,\"x\"]}\n");
        assert_eq!(key(&[], None), "{\"$delete\":null}\n");
    }

    #[test]
    fn a_value_is_always_one_line() {
        let mut out = Vec::new();
        write(&mut out, &topic(&["id"]), None, Some(b"{\n \"a\": 1\r\n}"));
        assert_eq!(out, b"{  \"a\": 1  }\n");
    }

    #[test]
    fn only_json_numbers_are_numbers() {
        for yes in ["0", "-1", "10.50", "1e9", "1.5E-3"] {
            assert!(is_number(yes.as_bytes()), "{yes}");
        }
        for no in ["", "-", "01", "1.", ".5", "1e", "+1", "1 ", "0x1", "NaN"] {
            assert!(!is_number(no.as_bytes()), "{no}");
        }
    }
}
