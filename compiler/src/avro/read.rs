//! From the text of a schema file to its table.

use super::json::{self, Json};
use super::schema::{Node, Schema};
use std::collections::BTreeMap;

/// Reads a schema file whose schema is a record; else says what is wrong with it, in one sentence without an end.
pub fn read(text: &str) -> Result<Schema, String> {
    let json = json::parse(text)?;
    let mut reader = Reader { nodes: Vec::new(), named: BTreeMap::new() };
    let root = reader.schema(&json, "")?;
    match reader.nodes.get(usize::from(root)) {
        Some(Node::Record { .. }) => Ok(Schema { nodes: reader.nodes }),
        _ => Err("the schema is not a record".into()),
    }
}

/// Places are 16 bits wide, and the last says that there is none.
const MOST: usize = u16::MAX as usize - 1;
/// The most digits after the point that a decimal of the language has.
const MOST_DIGITS: u32 = 38;

struct Reader {
    nodes: Vec<Node>,
    /// By full name.
    named: BTreeMap<String, u16>,
}

impl Reader {
    fn push(&mut self, node: Node) -> Result<u16, String> {
        if self.nodes.len() >= MOST {
            return Err(format!("the schema has more than {MOST} types"));
        }
        // Types without a name are told apart by nothing.
        let plain = !matches!(node, Node::Record { .. } | Node::Array(_) | Node::Map(_) | Node::Union(_));
        if plain && let Some(known) = self.nodes.iter().position(|other| *other == node) {
            return Ok(known as u16);
        }
        self.nodes.push(node);
        Ok((self.nodes.len() - 1) as u16)
    }

    fn schema(&mut self, json: &Json, namespace: &str) -> Result<u16, String> {
        match json {
            Json::Text(name) => self.by_name(name, namespace),
            Json::List(branches) => self.union(branches, namespace),
            Json::Object(_) => self.object(json, namespace),
            _ => Err("a type is neither a name, a list nor an object".into()),
        }
    }

    fn by_name(&mut self, name: &str, namespace: &str) -> Result<u16, String> {
        let primitive = match name {
            "null" => Node::Null,
            "boolean" => Node::Boolean,
            "int" => Node::Int,
            "long" => Node::Long,
            "float" => Node::Float,
            "double" => Node::Double,
            "bytes" => Node::Bytes,
            "string" => Node::String,
            _ => {
                let known = self.named.get(&full(name, namespace)).or_else(|| self.named.get(name));
                return known.copied().ok_or_else(|| format!("nothing declares the type `{name}`"));
            }
        };
        self.push(primitive)
    }

    fn union(&mut self, branches: &[Json], namespace: &str) -> Result<u16, String> {
        let mut places = Vec::new();
        for branch in branches {
            let place = self.schema(branch, namespace)?;
            if matches!(self.nodes.get(usize::from(place)), Some(Node::Union(_))) {
                return Err("a union stands directly in a union".into());
            }
            if places.contains(&place) {
                return Err("a union names one type twice".into());
            }
            places.push(place);
        }
        if places.is_empty() {
            return Err("a union names no type".into());
        }
        self.push(Node::Union(places))
    }

    fn object(&mut self, json: &Json, namespace: &str) -> Result<u16, String> {
        let logical = json.text("logicalType");
        let kind = match json.get("type") {
            Some(Json::Text(kind)) => kind.as_str(),
            Some(inner) => return self.schema(inner, namespace),
            None => return Err("a type lacks its `type`".into()),
        };
        match (kind, logical) {
            ("record" | "error", _) => self.record(json, namespace),
            ("enum", _) => {
                let (name, _) = self.declared(json, namespace)?;
                let symbols = symbols(json).map_err(|what| format!("enum `{name}`: {what}"))?;
                let place = self.push(Node::Enum { name: name.clone(), symbols })?;
                self.named.insert(name, place);
                Ok(place)
            }
            ("fixed", logical) => {
                let (name, _) = self.declared(json, namespace)?;
                let size = json.number("size").ok_or_else(|| format!("fixed `{name}` lacks its `size`"))?;
                let node = match (logical, decimal(json)) {
                    (Some("decimal"), Some((precision, scale))) => {
                        Node::FixedDecimal { name: name.clone(), size, precision, scale }
                    }
                    _ => Node::Fixed { name: name.clone(), size },
                };
                let place = self.push(node)?;
                self.named.insert(name, place);
                Ok(place)
            }
            ("array", _) => {
                let items = json.get("items").ok_or("an array lacks its `items`")?;
                let item = self.schema(items, namespace)?;
                self.push(Node::Array(item))
            }
            ("map", _) => {
                let values = json.get("values").ok_or("a map lacks its `values`")?;
                let item = self.schema(values, namespace)?;
                self.push(Node::Map(item))
            }
            ("int", Some("date")) => self.push(Node::Date),
            ("long", Some("timestamp-millis")) => self.push(Node::TimestampMillis),
            ("long", Some("timestamp-micros")) => self.push(Node::TimestampMicros),
            ("bytes", Some("decimal")) => match decimal(json) {
                Some((precision, scale)) => self.push(Node::Decimal { precision, scale }),
                None => self.push(Node::Bytes),
            },
            (name, _) => self.by_name(name, namespace),
        }
    }

    fn record(&mut self, json: &Json, namespace: &str) -> Result<u16, String> {
        let (name, inner) = self.declared(json, namespace)?;
        // Its place is known before its fields are: they may hold it.
        let place = self.push(Node::Record { name: name.clone(), fields: Vec::new() })?;
        self.named.insert(name.clone(), place);
        let Some(Json::List(declared)) = json.get("fields") else {
            return Err(format!("record `{name}` lacks its `fields`"));
        };
        let mut fields: Vec<(String, u16)> = Vec::new();
        for field in declared {
            let named = field.text("name").ok_or_else(|| format!("a field of `{name}` lacks its `name`"))?;
            let said = |what: String| format!("field `{named}` of `{name}`: {what}");
            if !is_name(named) {
                return Err(said("this is not a name".into()));
            }
            if fields.iter().any(|(other, _)| other == named) {
                return Err(said("it is declared twice".into()));
            }
            let ty = field.get("type").ok_or_else(|| said("it lacks its `type`".into()))?;
            fields.push((named.to_owned(), self.schema(ty, &inner).map_err(said)?));
        }
        if let Some(node) = self.nodes.get_mut(usize::from(place)) {
            *node = Node::Record { name, fields };
        }
        Ok(place)
    }

    /// The full name of a declared type, and the namespace inside it.
    fn declared(&self, json: &Json, namespace: &str) -> Result<(String, String), String> {
        let name = json.text("name").ok_or("a declared type lacks its `name`")?;
        let own = json.text("namespace").unwrap_or(namespace);
        let full = full(name, own);
        if !full.split('.').all(is_name) {
            return Err(format!("`{full}` is not a name"));
        }
        if self.named.contains_key(&full) {
            return Err(format!("`{full}` is declared twice"));
        }
        let inner = full.rsplit_once('.').map_or("", |(namespace, _)| namespace).to_owned();
        Ok((full, inner))
    }
}

fn full(name: &str, namespace: &str) -> String {
    if name.contains('.') || namespace.is_empty() { name.to_owned() } else { format!("{namespace}.{name}") }
}

fn is_name(name: &str) -> bool {
    let mut bytes = name.bytes();
    bytes.next().is_some_and(|b| b.is_ascii_alphabetic() || b == b'_')
        && bytes.all(|b| b.is_ascii_alphanumeric() || b == b'_')
}

fn symbols(json: &Json) -> Result<Vec<String>, String> {
    let Some(Json::List(listed)) = json.get("symbols") else {
        return Err("it lacks its `symbols`".into());
    };
    let mut symbols: Vec<String> = Vec::new();
    for symbol in listed {
        match symbol {
            Json::Text(name) if !is_name(name) => return Err(format!("`{name}` is not a name")),
            Json::Text(name) if symbols.contains(name) => return Err(format!("`{name}` stands twice")),
            Json::Text(name) => symbols.push(name.clone()),
            _ => return Err("a symbol is not a text".into()),
        }
    }
    Ok(symbols)
}

/// Precision and scale of a decimal. Where they make no sense, or hold more than the language does, it is plain bytes.
fn decimal(json: &Json) -> Option<(u32, u8)> {
    let precision = json.number("precision").filter(|precision| *precision > 0)?;
    let scale = match json.get("scale") {
        None => 0,
        Some(_) => json.number("scale")?,
    };
    (scale <= precision && scale <= MOST_DIGITS).then_some((precision, scale as u8))
}
