//! The description of a type, read back, and values decoded by it.
//!
//! ```text
//! TYPE  = NAME | "()" | "(" TYPE, … ")" | "{" FIELD TYPE, … "}" | "list<" TYPE ">" | TYPE "?"
//!       | "desc " TYPE | "top " COUNT [" with ties"] " " TYPE
//!       | "decimal(" DIGITS, SCALE ")" | "enum{" NAME, … "}" | "open enum" | CALL "v" VERSION TYPE
//! CALL  = FUNCTION "(" RUST TYPE OF ITS INPUT ")"
//! ```

use super::shown::Shown;
use crate::functions::time::{Date, Duration, Timestamp};
use crate::state::codec::{State, take};

/// No job nests deeper; a damaged description must not exhaust the stack.
const DEEPEST: usize = 64;
/// The digits from which on a decimal is kept in 128 bits.
const WIDE_DIGITS: u32 = 19;
/// Digits behind the point of an amount of money.
const MONEY_SCALE: u8 = 4;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Type {
    Unit,
    Bool,
    U8,
    U16,
    U32,
    U64,
    U128,
    I32,
    I64,
    I128,
    F64,
    Text,
    Timestamp,
    Date,
    Duration,
    Decimal { wide: bool, scale: u8 },
    Enum(Vec<String>),
    Optional(Box<Type>),
    List(Box<Type>),
    Tuple(Vec<Type>),
    Record(Vec<(String, Type)>),
}

/// What is left of a description.
pub(super) struct Text<'a>(pub(super) &'a str);

impl<'a> Text<'a> {
    pub(super) fn eat(&mut self, word: &str) -> bool {
        match self.0.strip_prefix(word) {
            Some(rest) => {
                self.0 = rest;
                true
            }
            None => false,
        }
    }

    /// Up to, and past, the first of a character.
    fn until(&mut self, end: char) -> Option<&'a str> {
        let (head, rest) = self.0.split_once(end)?;
        self.0 = rest;
        Some(head)
    }

    fn word(&mut self) -> &'a str {
        let end = self.0.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(self.0.len());
        let (word, rest) = self.0.split_at(end);
        self.0 = rest;
        word
    }

    pub(super) fn ty(&mut self, depth: usize) -> Option<Type> {
        let mut ty = self.simple(depth.checked_add(1).filter(|depth| *depth < DEEPEST)?)?;
        while self.eat("?") {
            ty = Type::Optional(Box::new(ty));
        }
        Some(ty)
    }

    fn simple(&mut self, depth: usize) -> Option<Type> {
        if self.eat("()") {
            return Some(Type::Unit);
        }
        if self.eat("(") {
            return self.tuple(depth);
        }
        if self.eat("{") {
            return self.record(depth);
        }
        if self.eat("list<") {
            let item = self.ty(depth)?;
            return self.eat(">").then(|| Type::List(Box::new(item)));
        }
        if self.eat("desc ") {
            return self.simple(depth);
        }
        if self.eat("top ") {
            self.word();
            self.eat(" with ties");
            return self.eat(" ").then(|| self.simple(depth))?;
        }
        if self.eat("open enum") {
            return Some(Type::Text);
        }
        if self.eat("enum{") {
            let names = self.until('}')?;
            return Some(Type::Enum(names.split_terminator(',').map(str::to_owned).collect()));
        }
        if let Some(ty) = self.call(depth) {
            return Some(ty);
        }
        if self.eat("decimal(") {
            let (digits, scale) = self.until(')')?.split_once(", ")?;
            let wide = digits.parse::<u32>().ok()? >= WIDE_DIGITS;
            return Some(Type::Decimal { wide, scale: scale.parse().ok()? });
        }
        Some(match self.word() {
            "bool" => Type::Bool,
            "u8" => Type::U8,
            "u16" => Type::U16,
            "u32" => Type::U32,
            "u64" => Type::U64,
            "u128" => Type::U128,
            "i32" => Type::I32,
            "i64" => Type::I64,
            "i128" => Type::I128,
            "f64" => Type::F64,
            "string" => Type::Text,
            "timestamp" => Type::Timestamp,
            "date" => Type::Date,
            "duration" => Type::Duration,
            _ => return None,
        })
    }

    fn tuple(&mut self, depth: usize) -> Option<Type> {
        let mut items = vec![self.ty(depth)?];
        while self.eat(", ") {
            items.push(self.ty(depth)?);
        }
        self.eat(")").then_some(Type::Tuple(items))
    }

    fn record(&mut self, depth: usize) -> Option<Type> {
        let mut fields = Vec::new();
        if self.eat("}") {
            return Some(Type::Record(fields));
        }
        loop {
            // A name that is a word of Rust is written `r#name`.
            self.eat("r#");
            let name = self.word().to_owned();
            if name.is_empty() || !self.eat(" ") {
                return None;
            }
            fields.push((name, self.ty(depth)?));
            if self.eat("}") {
                return Some(Type::Record(fields));
            }
            if !self.eat(", ") {
                return None;
            }
        }
    }

    /// `sum(Money) v1 {total i128, rows i64}`: a total of amounts has the point where the amounts have it.
    fn call(&mut self, depth: usize) -> Option<Type> {
        let mut rest = Text(self.0);
        if rest.word().is_empty() || !rest.0.starts_with('(') {
            return None;
        }
        let mut open = 0usize;
        let end = rest.0.find(|c| {
            open += usize::from(c == '(');
            open -= usize::from(c == ')' && open > 0);
            open == 0
        })?;
        let (argument, after) = (rest.0.get(1..end)?, rest.0.get(end + 1..)?);
        rest.0 = after;
        if !rest.eat(" v") || rest.word().parse::<u16>().is_err() || !rest.eat(" ") {
            return None;
        }
        let mut state = rest.ty(depth)?;
        self.0 = rest.0;
        if let (Some(scale), Type::Record(fields)) = (scale_of(argument), &mut state) {
            for (_, ty) in fields.iter_mut().filter(|(name, _)| name == "total") {
                match ty {
                    Type::I64 => *ty = Type::Decimal { wide: false, scale },
                    Type::I128 => *ty = Type::Decimal { wide: true, scale },
                    _ => {}
                }
            }
        }
        Some(state)
    }
}

/// Digits behind the point of `Money`, `BigMoney`, `Decimal<i64, 2>`.
fn scale_of(argument: &str) -> Option<u8> {
    match argument {
        "Money" | "BigMoney" => Some(MONEY_SCALE),
        other => other.strip_prefix("Decimal<")?.strip_suffix('>')?.split_once(", ")?.1.parse().ok(),
    }
}

impl Type {
    /// Takes a value off the front; `None` if the bytes are not one.
    pub(super) fn decode(&self, input: &mut &[u8]) -> Option<Shown> {
        Some(match self {
            Type::Unit => Shown::Absent,
            Type::Bool => Shown::Bool(State::decode(input)?),
            Type::U8 => Shown::Int(u8::decode(input)?.into()),
            Type::U16 => Shown::Int(u16::decode(input)?.into()),
            Type::U32 => Shown::Int(u32::decode(input)?.into()),
            Type::U64 => Shown::Int(u64::decode(input)?.into()),
            Type::U128 => Shown::Wide(u128::decode(input)?),
            Type::I32 => Shown::Int(i32::decode(input)?.into()),
            Type::I64 => Shown::Int(i64::decode(input)?.into()),
            Type::I128 => Shown::Int(i128::decode(input)?),
            Type::F64 => Shown::Float(f64::decode(input)?),
            Type::Text => Shown::Text(String::decode(input)?),
            Type::Timestamp => Shown::Instant(Timestamp::decode(input)?.0),
            Type::Date => Shown::Date(Date::decode(input)?),
            Type::Duration => Shown::Duration(Duration::decode(input)?),
            Type::Decimal { wide, scale } => {
                let mantissa = if *wide { i128::decode(input)? } else { i64::decode(input)?.into() };
                Shown::Decimal { mantissa, scale: *scale }
            }
            Type::Enum(names) => Shown::Text(names.get(usize::from(u16::decode(input)?))?.clone()),
            Type::Optional(inner) => match take(input, 1)? {
                [0] => Shown::Absent,
                [1] => inner.decode(input)?,
                _ => return None,
            },
            Type::List(item) => {
                let length = u32::decode(input)? as usize;
                // A length that the bytes cannot hold must not allocate; items without bytes are not kept in lists.
                let mut items = Vec::with_capacity(length.min(input.len()));
                for _ in 0..length {
                    if input.is_empty() {
                        return None;
                    }
                    items.push(item.decode(input)?);
                }
                Shown::List(items)
            }
            Type::Tuple(items) => {
                Shown::List(items.iter().map(|item| item.decode(input)).collect::<Option<Vec<_>>>()?)
            }
            Type::Record(fields) => {
                let field = |(name, ty): &(String, Type)| Some((name.clone(), ty.decode(input)?));
                Shown::Object(fields.iter().map(field).collect::<Option<Vec<_>>>()?)
            }
        })
    }
}

/// The type that a whole text describes.
#[cfg(test)]
pub(super) fn parse(text: &str) -> Option<Type> {
    let mut text = Text(text);
    let ty = text.ty(0)?;
    text.0.is_empty().then_some(ty)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::prelude::*;
    use crate::state::codec::layout_of;

    row! { pub struct Place { city: String, zip: Option<i64> } }
    closed_enum! { pub enum Currency { Eur = "EUR", Gbp = "GBP" } }
    group! {
        pub struct Totals {
            rows: aggregate::Count<()> = "count()",
            total: aggregate::Sum<Money> = "sum(Money)",
            largest: aggregate::Max<Money> = "max(Money)",
            mean: aggregate::Avg<f64, f64> = "avg(f64)",
            name: aggregate::First<str> = "first(str)",
        }
    }

    fn shown<T: State>(value: &T) -> String {
        let mut bytes = Vec::new();
        value.encode(&mut bytes);
        let ty = parse(&layout_of::<T>()).expect("a layout");
        for cut in 0..bytes.len() {
            assert_eq!(ty.decode(&mut &bytes[..cut]), None, "cut at {cut}");
        }
        let mut rest = bytes.as_slice();
        let shown = ty.decode(&mut rest).expect("a value");
        assert!(rest.is_empty());
        shown.json()
    }

    #[test]
    fn every_form_is_shown_as_what_it_is() {
        assert_eq!(shown(&(7i64, Some("späť\n".to_owned()), vec![1u16, 2])), r#"[7,"späť\n",[1,2]]"#);
        assert_eq!(shown(&Place { city: "Leeds".into(), zip: None }), r#"{"city":"Leeds","zip":null}"#);
        assert_eq!(shown(&vec![Some(Currency::Gbp), None]), r#"["GBP",null]"#);
        assert_eq!(shown(&Decimal::<i64, 4>(-15_000)), r#""-1.5000""#);
        assert_eq!(shown(&Decimal::<i128, 2>(7)), r#""0.07""#);
        assert_eq!(shown(&(true, u128::MAX, i128::MIN)).len(), "[true,,]".len() + 2 * 2 + 39 + 40);
        assert_eq!(shown(&Timestamp(1_772_409_600_000_000)), r#""2026-03-02T00:00:00Z""#);
        assert_eq!(shown(&Date(20_514)), r#""2026-03-02""#);
    }

    #[test]
    fn a_total_of_money_is_shown_as_money() {
        let mut group = Totals::default();
        let at = aggregate::At { time: 5, offset: 1 };
        group.rows.add(&(), at).unwrap();
        group.total.add(&Decimal(15_000), at).unwrap();
        group.largest.add(&Decimal(15_000), at).unwrap();
        group.mean.add(&2.5, at).unwrap();
        group.name.add("ann", at).unwrap();
        let text = shown(&group);
        assert!(text.starts_with(r#"{"rows":1,"total":{"total":"1.5000","rows":1},"#), "{text}");
        assert!(text.contains(r#""largest":"1.5000""#) && text.contains(r#""value":"ann""#), "{text}");
    }

    #[test]
    fn what_is_no_description_is_refused() {
        for text in
            ["", "i65", "{a}", "{a i64", "list<i64", "(i64", "decimal(18)", "sum(Money) i64", "i64 i64"]
        {
            assert_eq!(parse(text), None, "{text}");
        }
        assert_eq!(parse(&"list<".repeat(10_000)), None);
    }
}
