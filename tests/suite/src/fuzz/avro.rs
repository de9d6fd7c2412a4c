//! Records of random schemas, whole and damaged, read by the runtime and by apache-avro: both take the same bytes, and find
//! the same values in them.
//!
//! The runtime reads through the tables that the compiler makes of the schema's text, so that its reader of schema files is
//! tried as well.

use crate::random::Random;
use apache_avro::types::Value;
use apache_avro::{Decimal, Schema, from_avro_datum, to_avro_datum};
use riparian::functions::{Fail, time};
use riparian::wire::avro::{Binary, Contract, Node, Order, Writer, orders, scan};
use riparian::wire::json::form;
use riparian_compiler::avro as files;
use serde_json::{Value as Json, json};

/// Damaged forms of each record that are tried.
const DAMAGED: usize = 24;
/// Bytes behind a record that are not its own.
const BEHIND: usize = 16;

/// What a value may be.
#[derive(Clone, Debug)]
enum Shape {
    Null,
    Boolean,
    Int,
    Long,
    Float,
    Double,
    Bytes,
    Text,
    Fixed(String, usize),
    Enum(String, usize),
    Array(Box<Shape>),
    Map(Box<Shape>),
    Union(Vec<Shape>),
    Record(String, Vec<Shape>),
    /// The record around everything, or none.
    Again,
    Date,
    Millis,
    Micros,
    Decimal(u8),
    FixedDecimal(String, usize, u8),
}

/// Tries record `n` of a seed and damaged forms of it: how many forms both readers took.
///
/// # Errors
/// Where the two differ, with the schema and the bytes.
pub fn try_record(seed: u64, n: u64) -> Result<usize, String> {
    // The oracle makes room for as many items as a damaged block claims.
    apache_avro::max_allocation_bytes(1 << 16);
    let mut random = Random::new(seed, n);
    let mut names = 0;
    let count = 1 + random.below(7);
    let fields = (0..count).map(|_| shape(&mut random, &mut names, 0)).collect();
    let root = Shape::Record("R".into(), fields);
    let text = schema(&root).to_string();
    let known = Schema::parse_str(&text).map_err(|error| format!("{text}: no schema: {error}"))?;
    let own = table(&text)?;
    let bytes = to_avro_datum(&known, value(&root, &mut random)).map_err(|e| format!("{text}: {e}"))?;
    let mut taken = 0;
    for form in 0..=DAMAGED {
        let bytes = if form == 0 { bytes.clone() } else { damaged(&bytes, &mut random) };
        let told = |what: String| format!("seed {seed} record {n} form {form}: {what}\n{text}\n{bytes:02x?}");
        taken += usize::from(compare(&root, &known, own, &bytes).map_err(told)?);
    }
    if taken == 0 {
        Err(format!("seed {seed} record {n}: not even the whole record is taken\n{text}"))
    } else {
        Ok(taken)
    }
}

/// Whether both readers take the bytes.
fn compare(root: &Shape, known: &Schema, own: &'static Contract, bytes: &[u8]) -> Result<bool, String> {
    // Where a record ends too early the oracle may make up a null: with something behind it, it takes of that.
    let longer = [bytes, &[0; BEHIND]].concat();
    let mut rest = longer.as_slice();
    let theirs = from_avro_datum(known, &mut rest, None).ok().filter(|_| rest.len() == BEHIND);
    let none: &'static [Order<0>; 1] = Box::leak(Box::new(orders::<0, 1>(own.writers, [])));
    let ours = scan(bytes, own, none, false).map(drop);
    let value = match (theirs, ours) {
        (None, Err(_)) => return Ok(false),
        // The oracle drops what exceeds 64 bits of a number; we refuse the number.
        (Some(_), Err(Fail::InvalidAvro)) if bytes.windows(9).any(|w| w.iter().all(|b| *b >= 0x80)) => {
            return Ok(false);
        }
        (Some(value), Err(fail)) => return Err(format!("refused ({fail}), and is {value:?}")),
        (None, Ok(())) => return Err("taken, and is no record".into()),
        (Some(value), Ok(())) => value,
    };
    let (Shape::Record(_, shapes), Value::Record(values)) = (root, value) else {
        return Err("the oracle reads no record".into());
    };
    for (slot, (shape, (name, value))) in shapes.iter().zip(&values).enumerate() {
        let order: &'static [Order<1>; 1] = Box::leak(Box::new(orders::<1, 1>(own.writers, [name.as_str()])));
        let found = scan(bytes, own, order, false).map_err(|fail| format!("field {slot}: {fail}"))?;
        let expected = shown(shape, root, value);
        let read = <form::Nullable<form::Json> as Binary>::read_binary(found.get(0));
        match (expected, read) {
            (None, Err(Fail::OutOfRange)) => {}
            (Some(Json::Null), Ok(None)) => {}
            (Some(expected), Ok(Some(text))) => {
                let found: Json = serde_json::from_str(&text).map_err(|e| format!("{name}: {text}: {e}"))?;
                if found != expected {
                    return Err(format!("{name} is {found}, and the oracle says {expected}"));
                }
            }
            (expected, read) => return Err(format!("{name} is {read:?}, and the oracle says {expected:?}")),
        }
    }
    Ok(true)
}

fn damaged(bytes: &[u8], random: &mut Random) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    match random.below(6) {
        0 => bytes.truncate(random.below(bytes.len())),
        1 => bytes.insert(random.below(bytes.len() + 1), random.draw() as u8),
        2 if !bytes.is_empty() => drop(bytes.remove(random.below(bytes.len()))),
        3 => bytes.push(random.draw() as u8),
        _ => {}
    }
    for _ in 0..random.below(4) {
        let at = random.below(bytes.len());
        if let Some(byte) = bytes.get_mut(at) {
            *byte ^= 1 << random.below(8);
        }
    }
    bytes
}

fn shape(random: &mut Random, names: &mut usize, depth: usize) -> Shape {
    let kinds = if depth > 2 { 14 } else { 19 };
    let mut name = |random: &mut Random| {
        *names += 1;
        format!("{}{names}", random.word(&["N", "M_"]))
    };
    match random.below(kinds) {
        0 => Shape::Boolean,
        1 => Shape::Int,
        2 | 3 => Shape::Long,
        4 => Shape::Float,
        5 => Shape::Double,
        6 => Shape::Bytes,
        7 => Shape::Text,
        8 => Shape::Fixed(name(random), 1 + random.below(5)),
        9 => Shape::Enum(name(random), 1 + random.below(4)),
        10 => Shape::Date,
        11 => random.pick(&[Shape::Millis, Shape::Micros]).cloned().unwrap_or(Shape::Null),
        12 => Shape::Decimal(random.below(5) as u8),
        13 => Shape::FixedDecimal(name(random), 4 + random.below(16), random.below(5) as u8),
        14 => Shape::Array(Box::new(shape(random, names, depth + 1))),
        15 => Shape::Map(Box::new(shape(random, names, depth + 1))),
        16 => {
            let fields = (0..random.below(4)).map(|_| shape(random, names, depth + 1)).collect::<Vec<_>>();
            *names += 1;
            // An array of what has no bytes may claim any length.
            let fields = if fields.is_empty() { vec![Shape::Boolean] } else { fields };
            Shape::Record(format!("R{names}"), fields)
        }
        17 => Shape::Again,
        _ => {
            let some = [Shape::Long, Shape::Text, Shape::Double, Shape::Boolean, Shape::Bytes];
            let mut branches = vec![Shape::Null];
            branches.extend(some.into_iter().filter(|_| random.once_in(2)));
            let by = random.below(branches.len());
            branches.rotate_left(by);
            Shape::Union(branches)
        }
    }
}

fn schema(shape: &Shape) -> Json {
    match shape {
        Shape::Null => json!("null"),
        Shape::Boolean => json!("boolean"),
        Shape::Int => json!("int"),
        Shape::Long => json!({"type": "long"}),
        Shape::Float => json!("float"),
        Shape::Double => json!("double"),
        Shape::Bytes => json!("bytes"),
        Shape::Text => json!("string"),
        Shape::Fixed(name, size) => json!({"type": "fixed", "name": name, "size": size}),
        Shape::Enum(name, count) => {
            let symbols: Vec<String> = (0..*count).map(|n| format!("S{n}")).collect();
            json!({"type": "enum", "name": name, "symbols": symbols})
        }
        Shape::Array(item) => json!({"type": "array", "items": schema(item)}),
        Shape::Map(item) => json!({"type": "map", "values": schema(item)}),
        Shape::Union(branches) => Json::Array(branches.iter().map(schema).collect()),
        Shape::Record(name, fields) => {
            let fields: Vec<Json> = fields
                .iter()
                .enumerate()
                .map(|(at, field)| json!({"name": format!("f{at}"), "type": schema(field)}))
                .collect();
            json!({"type": "record", "name": name, "fields": fields})
        }
        Shape::Again => json!(["null", "R"]),
        Shape::Date => json!({"type": "int", "logicalType": "date"}),
        Shape::Millis => json!({"type": "long", "logicalType": "timestamp-millis"}),
        Shape::Micros => json!({"type": "long", "logicalType": "timestamp-micros"}),
        Shape::Decimal(scale) => {
            json!({"type": "bytes", "logicalType": "decimal", "precision": 9, "scale": scale})
        }
        Shape::FixedDecimal(name, size, scale) => {
            json!({"type": "fixed", "name": name, "size": size, "logicalType": "decimal", "precision": 9, "scale": scale})
        }
    }
}

fn value(shape: &Shape, random: &mut Random) -> Value {
    let whole = |random: &mut Random| match random.below(4) {
        0 => random.draw() as i64,
        1 => random.between(-70, 70),
        2 => *random.pick(&[i64::MIN, i64::MAX, 0, -1]).unwrap_or(&0),
        _ => random.between(-5_000_000_000_000, 5_000_000_000_000),
    };
    let bytes =
        |random: &mut Random, count: usize| -> Vec<u8> { (0..count).map(|_| random.draw() as u8).collect() };
    match shape {
        Shape::Null => Value::Null,
        Shape::Boolean => Value::Boolean(random.once_in(2)),
        Shape::Int => Value::Int(whole(random) as i32),
        Shape::Long => Value::Long(whole(random)),
        Shape::Float => Value::Float(f32::from_bits(random.draw() as u32)),
        Shape::Double => Value::Double(f64::from_bits(random.draw())),
        Shape::Bytes => {
            let count = random.below(6);
            Value::Bytes(bytes(random, count))
        }
        Shape::Text => Value::String(random.word(&["", "a", "é\"\\\n", "longer than one word", "😀"]).into()),
        Shape::Fixed(_, size) => Value::Fixed(*size, bytes(random, *size)),
        Shape::Enum(_, count) => {
            let at = random.below(*count);
            Value::Enum(at as u32, format!("S{at}"))
        }
        Shape::Array(item) => Value::Array((0..random.below(4)).map(|_| value(item, random)).collect()),
        Shape::Map(item) => {
            Value::Map((0..random.below(4)).map(|n| (format!("k{n}"), value(item, random))).collect())
        }
        Shape::Union(branches) => {
            let at = random.below(branches.len());
            let inner = branches.get(at).map_or(Value::Null, |branch| value(branch, random));
            Value::Union(at as u32, Box::new(inner))
        }
        Shape::Record(_, fields) => Value::Record(
            fields.iter().enumerate().map(|(at, field)| (format!("f{at}"), value(field, random))).collect(),
        ),
        Shape::Again => Value::Union(0, Box::new(Value::Null)),
        Shape::Date => Value::Date(random.between(-900_000, 3_000_000) as i32),
        Shape::Millis => Value::TimestampMillis(random.between(-1 << 47, 1 << 48)),
        Shape::Micros => Value::TimestampMicros(whole(random)),
        Shape::Decimal(_) => Value::Decimal(Decimal::from(random.between(-1 << 40, 1 << 40).to_be_bytes())),
        Shape::FixedDecimal(_, size, _) => {
            let number = random.between(-1 << 30, 1 << 30) as i32;
            let sign = if number < 0 { 0xff } else { 0 };
            let mut wide = vec![sign; size.saturating_sub(4)];
            wide.extend_from_slice(&number.to_be_bytes());
            Value::Decimal(Decimal::from(wide))
        }
    }
}

/// What the oracle has read, as JSON of the runtime; `None`: what JSON cannot hold, or the language.
fn shown(shape: &Shape, root: &Shape, value: &Value) -> Option<Json> {
    let number = |x: f64| serde_json::Number::from_f64(x).map(Json::Number);
    let latin = |bytes: &[u8]| Json::String(bytes.iter().copied().map(char::from).collect());
    Some(match (shape, value) {
        (_, Value::Null) => Json::Null,
        (_, Value::Boolean(b)) => json!(b),
        (_, Value::Int(n)) => json!(n),
        (_, Value::Long(n)) => json!(n),
        (_, Value::Float(x)) => number(f64::from(*x))?,
        (_, Value::Double(x)) => number(*x)?,
        (_, Value::Bytes(bytes) | Value::Fixed(_, bytes)) => latin(bytes),
        (_, Value::String(text) | Value::Enum(_, text)) => json!(text),
        (Shape::Array(item), Value::Array(items)) => {
            Json::Array(items.iter().map(|value| shown(item, root, value)).collect::<Option<_>>()?)
        }
        (Shape::Map(item), Value::Map(items)) => {
            let items = items.iter().map(|(name, value)| Some((name.clone(), shown(item, root, value)?)));
            Json::Object(items.collect::<Option<_>>()?)
        }
        (Shape::Union(branches), Value::Union(at, inner)) => shown(branches.get(*at as usize)?, root, inner)?,
        (Shape::Again, Value::Union(_, inner)) => shown(root, root, inner)?,
        (Shape::Record(_, fields), Value::Record(values)) => {
            let members = fields.iter().zip(values);
            let members =
                members.map(|(field, (name, value))| Some((name.clone(), shown(field, root, value)?)));
            Json::Object(members.collect::<Option<_>>()?)
        }
        (_, Value::Date(days)) => {
            let known = (time::Date::LEAST.0..=time::Date::MOST.0).contains(days);
            json!(known.then(|| time::date_text(time::Date(*days)))?)
        }
        (_, Value::TimestampMillis(ms)) => json!(time::timestamp_text(time::from_epoch_ms(*ms).ok()?)),
        (_, Value::TimestampMicros(us)) => json!(time::timestamp_text(time::from_epoch_us(*us).ok()?)),
        (Shape::Decimal(scale) | Shape::FixedDecimal(_, _, scale), Value::Decimal(decimal)) => {
            let bytes = Vec::<u8>::try_from(decimal).ok()?;
            json!(exact(&bytes, *scale)?)
        }
        _ => return None,
    })
}

/// A decimal's text by its digits; `None`: more than 128 bits.
fn exact(bytes: &[u8], scale: u8) -> Option<String> {
    let negative = bytes.first().is_some_and(|first| *first >= 0x80);
    let mut number: i128 = if negative { -1 } else { 0 };
    for byte in bytes {
        number = number.checked_mul(256)?.checked_add(i128::from(*byte))?;
    }
    let digits = format!("{:0width$}", number.unsigned_abs(), width = usize::from(scale) + 1);
    let (before, after) = digits.split_at(digits.len() - usize::from(scale));
    let sign = if number < 0 { "-" } else { "" };
    Some(if scale == 0 { format!("{sign}{before}") } else { format!("{sign}{before}.{after}") })
}

/// The tables that generated code would hold.
fn table(text: &str) -> Result<&'static Contract, String> {
    fn kept<T>(items: Vec<T>) -> &'static [T] {
        Box::leak(items.into_boxed_slice())
    }
    fn name(text: &str) -> &'static str {
        Box::leak(text.to_owned().into_boxed_str())
    }
    let schema = files::read(text).map_err(|what| format!("{text}: refused: {what}"))?;
    let node = |node: &files::Node| match node {
        files::Node::Null => Node::Null,
        files::Node::Boolean => Node::Boolean,
        files::Node::Int => Node::Int,
        files::Node::Long => Node::Long,
        files::Node::Float => Node::Float,
        files::Node::Double => Node::Double,
        files::Node::Bytes => Node::Bytes,
        files::Node::String => Node::String,
        files::Node::Fixed { size, .. } => Node::Fixed(*size),
        files::Node::Enum { symbols, .. } => Node::Enum(kept(symbols.iter().map(|s| name(s)).collect())),
        files::Node::Array(item) => Node::Array(*item),
        files::Node::Map(item) => Node::Map(*item),
        files::Node::Union(branches) => Node::Union(kept(branches.clone())),
        files::Node::Record { fields, .. } => {
            Node::Record(kept(fields.iter().map(|(field, ty)| (name(field), *ty)).collect()))
        }
        files::Node::Date => Node::Date,
        files::Node::TimestampMillis => Node::TimestampMillis,
        files::Node::TimestampMicros => Node::TimestampMicros,
        files::Node::Decimal { scale, .. } => Node::Decimal(*scale),
        files::Node::FixedDecimal { size, scale, .. } => Node::FixedDecimal(*size, *scale),
    };
    let nodes = kept(schema.nodes.iter().map(node).collect());
    let writers = kept(vec![Writer { id: 0, nodes }]);
    Ok(Box::leak(Box::new(Contract { framed: false, writers })))
}
