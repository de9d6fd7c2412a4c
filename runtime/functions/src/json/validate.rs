//! Whether a text is one well-formed JSON value, its tail included.

use crate::Fail;

/// Deeper nesting than any decoder follows.
const DEEPEST: usize = 128;

/// [`Fail::InvalidJson`] unless the text is one JSON value; [`Fail::TooDeep`] beyond 128 levels.
pub fn validate(text: &str) -> Result<(), Fail> {
    let mut at = Reader { bytes: text.as_bytes(), at: 0 };
    at.space();
    at.value(0)?;
    at.space();
    if at.at == text.len() { Ok(()) } else { Err(Fail::InvalidJson) }
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn take(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    fn expect(&mut self, byte: u8) -> Result<(), Fail> {
        if self.take(byte) { Ok(()) } else { Err(Fail::InvalidJson) }
    }

    fn space(&mut self) {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.peek() {
            self.at += 1;
        }
    }

    fn value(&mut self, depth: usize) -> Result<(), Fail> {
        if depth > DEEPEST {
            return Err(Fail::TooDeep);
        }
        match self.peek() {
            Some(b'{') => self.items(b'}', |reader| {
                reader.string()?;
                reader.space();
                reader.expect(b':')?;
                reader.space();
                reader.value(depth + 1)
            }),
            Some(b'[') => self.items(b']', |reader| reader.value(depth + 1)),
            Some(b'"') => self.string(),
            Some(b't') => self.word(b"true"),
            Some(b'f') => self.word(b"false"),
            Some(b'n') => self.word(b"null"),
            _ => self.number(),
        }
    }

    /// What stands between an opening bracket, at which the reader is, and its closing one.
    fn items(&mut self, close: u8, mut item: impl FnMut(&mut Self) -> Result<(), Fail>) -> Result<(), Fail> {
        self.at += 1;
        self.space();
        if self.take(close) {
            return Ok(());
        }
        loop {
            item(self)?;
            self.space();
            if self.take(close) {
                return Ok(());
            }
            self.expect(b',')?;
            self.space();
        }
    }

    fn word(&mut self, word: &[u8]) -> Result<(), Fail> {
        match self.bytes.get(self.at..).and_then(|rest| rest.get(..word.len())) {
            Some(found) if found == word => {
                self.at += word.len();
                Ok(())
            }
            _ => Err(Fail::InvalidJson),
        }
    }

    fn string(&mut self) -> Result<(), Fail> {
        self.expect(b'"')?;
        loop {
            let byte = self.peek().ok_or(Fail::InvalidJson)?;
            self.at += 1;
            match byte {
                b'"' => return Ok(()),
                b'\\' => {
                    let escape = self.peek().ok_or(Fail::InvalidJson)?;
                    self.at += 1;
                    match escape {
                        b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => {}
                        b'u' => {
                            let digits = self.bytes.get(self.at..self.at + 4).ok_or(Fail::InvalidJson)?;
                            if !digits.iter().all(u8::is_ascii_hexdigit) {
                                return Err(Fail::InvalidJson);
                            }
                            self.at += 4;
                        }
                        _ => return Err(Fail::InvalidJson),
                    }
                }
                0..0x20 => return Err(Fail::InvalidJson),
                _ => {}
            }
        }
    }

    fn digits(&mut self) -> Result<(), Fail> {
        let start = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        if self.at > start { Ok(()) } else { Err(Fail::InvalidJson) }
    }

    fn number(&mut self) -> Result<(), Fail> {
        self.take(b'-');
        if !self.take(b'0') {
            self.digits()?;
        }
        if self.take(b'.') {
            self.digits()?;
        }
        if self.take(b'e') || self.take(b'E') {
            let _ = self.take(b'+') || self.take(b'-');
            self.digits()?;
        }
        Ok(())
    }
}
