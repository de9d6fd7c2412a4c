//! Bytes as a field of a command: in hexadecimal, `-` for none.

pub(crate) fn write(bytes: Option<&[u8]>) -> String {
    bytes.map_or_else(|| "-".into(), |bytes| bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

pub(crate) fn read(text: &str) -> Result<Option<Vec<u8>>, String> {
    if text == "-" {
        return Ok(None);
    }
    let digit = |byte: u8| char::from(byte).to_digit(16);
    let pairs = text.as_bytes().chunks(2).map(|pair| match pair {
        [high, low] => Some((digit(*high)? << 4 | digit(*low)?) as u8),
        _ => None,
    });
    pairs.collect::<Option<Vec<u8>>>().map(Some).ok_or_else(|| format!("not hexadecimal: {text}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_bytes_and_none_are_two_things() {
        for bytes in [None, Some(vec![]), Some(vec![0, 0x7f, 0xff])] {
            assert_eq!(read(&write(bytes.as_deref())), Ok(bytes));
        }
        assert!(read("abc").is_err() && read("0g").is_err() && read("é").is_err());
    }
}
