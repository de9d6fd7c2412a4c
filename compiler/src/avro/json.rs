//! JSON as far as schema files need it: values with names in the order written, and the line of a mistake.

/// A value; numbers are kept as they are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Json {
    Null,
    Bool,
    Number(String),
    Text(String),
    List(Vec<Json>),
    Object(Vec<(String, Json)>),
}

impl Json {
    /// The last member of a name, as other readers take it.
    pub fn get(&self, name: &str) -> Option<&Json> {
        match self {
            Json::Object(members) => members.iter().rev().find(|(n, _)| n == name).map(|(_, value)| value),
            _ => None,
        }
    }

    pub fn text(&self, name: &str) -> Option<&str> {
        match self.get(name) {
            Some(Json::Text(text)) => Some(text),
            _ => None,
        }
    }

    /// A whole number that is not negative.
    pub fn number(&self, name: &str) -> Option<u32> {
        match self.get(name) {
            Some(Json::Number(digits)) => digits.parse().ok(),
            _ => None,
        }
    }
}

/// More values inside each other are refused.
const DEPTH: usize = 64;

/// Reads a text that is one value; else says what is wrong, and in which line.
pub(super) fn parse(text: &str) -> Result<Json, String> {
    let mut reader = Reader { text, at: 0 };
    let value = reader.value(0)?;
    reader.space();
    if reader.at < text.len() { Err(reader.wrong("the text goes on behind its value")) } else { Ok(value) }
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl Reader<'_> {
    fn wrong(&self, what: &str) -> String {
        let before = self.text.get(..self.at).unwrap_or(self.text);
        format!("line {}: {what}", before.matches('\n').count() + 1)
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn value(&mut self, depth: usize) -> Result<Json, String> {
        if depth > DEPTH {
            return Err(self.wrong("values are nested too deep"));
        }
        self.space();
        match self.peek() {
            Some(b'{') => self.object(depth),
            Some(b'[') => self.list(depth),
            Some(b'"') => self.string().map(Json::Text),
            Some(b'-' | b'0'..=b'9') => {
                let digits = |c: char| !matches!(c, '0'..='9' | '+' | '-' | '.' | 'e' | 'E');
                let rest = self.text.get(self.at..).unwrap_or_default();
                let number = rest.get(..rest.find(digits).unwrap_or(rest.len())).unwrap_or_default();
                self.at += number.len();
                Ok(Json::Number(number.to_owned()))
            }
            _ => {
                let words = [("null", Json::Null), ("true", Json::Bool), ("false", Json::Bool)];
                let rest = self.text.get(self.at..).unwrap_or_default();
                let Some((word, value)) = words.into_iter().find(|(word, _)| rest.starts_with(word)) else {
                    return Err(self.wrong("a JSON value is missing"));
                };
                self.at += word.len();
                Ok(value)
            }
        }
    }

    fn object(&mut self, depth: usize) -> Result<Json, String> {
        let mut members = Vec::new();
        self.at += 1;
        self.space();
        if self.peek() == Some(b'}') {
            self.at += 1;
            return Ok(Json::Object(members));
        }
        loop {
            self.space();
            if self.peek() != Some(b'"') {
                return Err(self.wrong("a name in quotes is missing"));
            }
            let name = self.string()?;
            self.space();
            if self.peek() != Some(b':') {
                return Err(self.wrong(&format!("a colon is missing after \"{name}\"")));
            }
            self.at += 1;
            members.push((name, self.value(depth + 1)?));
            if self.is_last(b'}')? {
                return Ok(Json::Object(members));
            }
        }
    }

    fn list(&mut self, depth: usize) -> Result<Json, String> {
        let mut items = Vec::new();
        self.at += 1;
        self.space();
        if self.peek() == Some(b']') {
            self.at += 1;
            return Ok(Json::List(items));
        }
        loop {
            items.push(self.value(depth + 1)?);
            if self.is_last(b']')? {
                return Ok(Json::List(items));
            }
        }
    }

    /// Whether the bracket closes after an item; a comma is the alternative.
    fn is_last(&mut self, close: u8) -> Result<bool, String> {
        self.space();
        match self.peek() {
            Some(b',') => {
                self.at += 1;
                Ok(false)
            }
            Some(byte) if byte == close => {
                self.at += 1;
                Ok(true)
            }
            _ => Err(self.wrong(&format!("`,` or `{}` is missing", char::from(close)))),
        }
    }

    fn string(&mut self) -> Result<String, String> {
        let mut out = String::new();
        self.at += 1;
        let mut units = Vec::new();
        loop {
            let rest = self.text.get(self.at..).unwrap_or_default();
            let Some(next) = rest.chars().next() else { return Err(self.wrong("a text is not closed")) };
            if next != '\\' {
                flush(&mut units, &mut out);
            }
            self.at += next.len_utf8();
            match next {
                '"' => return Ok(out),
                '\n' | '\r' => return Err(self.wrong("a text is not closed")),
                '\\' => {
                    let escape = self.peek();
                    self.at += 1;
                    if escape == Some(b'u') {
                        let digits = self.text.get(self.at..self.at + 4).unwrap_or_default();
                        let unit = u32::from_str_radix(digits, 16);
                        units.push(unit.map_err(|_| self.wrong("`\\u` needs four hexadecimal digits"))?);
                        self.at += 4;
                        continue;
                    }
                    flush(&mut units, &mut out);
                    out.push(match escape {
                        Some(plain @ (b'"' | b'\\' | b'/')) => char::from(plain),
                        Some(b'b') => '\u{8}',
                        Some(b'f') => '\u{c}',
                        Some(b'n') => '\n',
                        Some(b'r') => '\r',
                        Some(b't') => '\t',
                        _ => {
                            self.at -= 1;
                            return Err(self.wrong("a text has an unknown escape"));
                        }
                    });
                }
                plain => out.push(plain),
            }
        }
    }
}

/// What `\u` escapes in a row stand for: two halves make one character, and a half alone makes none.
fn flush(units: &mut Vec<u32>, out: &mut String) {
    let mut rest = units.iter().copied().peekable();
    while let Some(unit) = rest.next() {
        let low = rest.peek().copied().filter(|low| (0xdc00..0xe000).contains(low));
        let code = match (unit, low) {
            (0xd800..0xdc00, Some(low)) => {
                rest.next();
                0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00)
            }
            _ => unit,
        };
        out.push(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
    }
    units.clear();
}
