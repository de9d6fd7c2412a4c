//! The text of a case: topics, one stream with every clause, one table over it.

use super::columns::Columns;
use super::expression::{any, condition};
use super::stream_join::DECLARATIONS as NOTES;
use super::types::{COLOR, CURRENCY, DECLARATIONS, KIND, PART, decimal, euro, show, tag};
use crate::random::Random;
use riparian_functions::catalogue::{AGGREGATES, Type, Unit};

/// A generated text and what its inputs have to know.
pub(super) struct Written {
    pub text: String,
    /// The fields of `Event`.
    pub event: Vec<(&'static str, Type)>,
    /// In seconds.
    pub disorder: i64,
}

/// Fields that an event may have beside those that it always has.
fn optional_fields() -> Vec<(&'static str, Type)> {
    let optional = |ty: Type| ty.optional();
    vec![
        ("m", optional(Type::Int)),
        ("d", decimal(9, 2)),
        ("q", optional(decimal(5, 3))),
        ("w", decimal(30, 6)),
        ("f", Type::Float),
        ("g", optional(Type::Float)),
        ("b", Type::Bool),
        ("t", optional(Type::String)),
        ("color", Type::Enum(COLOR)),
        ("shade", optional(Type::Enum(COLOR))),
        ("day", Type::Date),
        ("later", optional(Type::Timestamp)),
        ("span", Type::Duration),
        ("amount", Type::Money(Unit::Column("currency".into()))),
        ("fee", euro()),
        ("part", Type::Record(PART)),
        ("words", Type::List(Box::new(Type::String))),
        ("tag", tag()),
    ]
}

pub(super) fn job(random: &mut Random, seed: u64) -> Written {
    let mut event = vec![
        ("id", Type::Int),
        ("k", Type::Int),
        ("n", Type::Int),
        ("s", Type::String),
        ("kind", Type::Enum(KIND)),
        ("currency", Type::Enum(CURRENCY)),
        ("parts", Type::List(Box::new(Type::Record(PART)))),
    ];
    event.extend(optional_fields().into_iter().filter(|_| random.once_in(2)));
    event.push(("at", Type::Timestamp));
    let disorder = [0, 0, 5, 30][random.below(4)];
    let versioned = random.once_in(2);

    let mut columns = Columns::default();
    for (name, ty) in &event {
        columns.add(format!("e.{name}"), ty.clone());
    }
    let mut stream = String::from("        from   events as e\n");
    match random.below(4) {
        0 | 1 => stream.push_str(&join(random, &mut columns, versioned)),
        2 => stream.push_str(&super::stream_join::join(random, &mut columns)),
        _ => {}
    }
    // In a full join there may be no event, and no parts of it.
    if random.once_in(4) && !stream.contains("full join") {
        stream.push_str("        each   e.parts as p\n");
        columns.add("p.name", Type::String);
        columns.add("p.weight", decimal(6, 2).optional());
    }
    if random.once_in(2) {
        stream.push_str(&format!("        where  {}\n", condition(&columns, random, 2)));
    }
    // By `k` alone the rows stay where they are, or not: the topic is keyed by `id`.
    let keyed = random.once_in(3);
    if keyed {
        stream.push_str("        key    k: e.k\n");
    }
    let mut selected: Vec<(String, Type)> = Vec::new();
    let mut select = String::new();
    for (name, source) in [("id", "e.id"), ("k", "e.k"), ("kind", "e.kind"), ("at", "e.at")] {
        let ty = columns.0.iter().find(|c| c.text == source).map_or(Type::Int, |c| c.ty.clone());
        // The key is part of the row without being selected.
        if !(keyed && name == "k") {
            select.push_str(&format!("            {name}: {source}\n"));
        }
        selected.push((name.to_owned(), ty));
    }
    for n in 0..1 + random.below(5) {
        let value = any(&columns, random, 2);
        select.push_str(&format!("            c{n}: {}\n", value.text));
        selected.push((format!("c{n}"), value.ty));
    }
    stream.push_str(&format!("        select {{\n{select}        }}\n"));
    if keyed && random.once_in(2) {
        stream.push_str(&format!("        keep   first within {}s\n", 5 + random.below(60)));
    }
    stream.push_str("        to     copies\n");

    let (table, result, windowed) = table(random, &selected);
    let fields = |fields: &[(String, Type)]| -> String {
        fields.iter().map(|(name, ty)| format!("    {name}: {}\n", show(ty))).collect()
    };
    let event_fields: String = event.iter().map(|(name, ty)| format!("    {name}: {}\n", show(ty))).collect();
    let history = if versioned { "; history 10m" } else { "" };
    let key = match windowed {
        Windowed::InKey => "key k, window; retain 7d",
        Windowed::Latest => "key k; retain 7d",
        Windowed::No => "key k; bound finite keys",
    };
    let text = format!(
        "package random.case_{seed}\n\n{DECLARATIONS}{NOTES}\
         record Event {{\n{event_fields}}}\n\
         record Rate {{ k: int, rate: decimal(18, 6), name: string?, since: timestamp }}\n\
         record Copy {{\n{}}}\nrecord Result {{\n{}}}\n\n\
         topic events v1 {{ schema Event; key id; time at disorder {disorder}s }}\n\
         table topic rates v1 {{ schema Rate; key k; time since; bound finite keys{history} }}\n\
         topic copies v1 {{ schema Copy }}\n\
         table topic results v1 {{ schema Result; {key} }}\n\n\
         job computing {{\n    stream rows {{\n{stream}    }}\n\n    table groups {{\n{table}    }}\n}}\n",
        fields(&selected),
        fields(&result),
    );
    Written { text, event, disorder }
}

fn join(random: &mut Random, columns: &mut Columns, versioned: bool) -> String {
    let left = random.once_in(2);
    let as_of = if versioned && random.once_in(2) { " as of e.at" } else { "" };
    for (name, ty) in
        [("rate", decimal(18, 6)), ("name", Type::String.optional()), ("since", Type::Timestamp)]
    {
        columns.add(format!("r.{name}"), if left { ty.optional() } else { ty });
    }
    let everywhere = if random.once_in(2) { "everywhere " } else { "" };
    format!("        {}join {everywhere}rates as r on r.k == e.k{as_of}\n", if left { "left " } else { "" })
}

/// How the window shows in the topic's key.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Windowed {
    No,
    InKey,
    Latest,
}

fn table(random: &mut Random, rows: &[(String, Type)]) -> (String, Vec<(String, Type)>, Windowed) {
    let mut columns = Columns::default();
    for (name, ty) in rows {
        columns.add(format!("r.{name}"), ty.clone());
    }
    let mut text = String::from("        from   rows as r\n");
    if random.once_in(3) {
        text.push_str(&format!("        where  {}\n", condition(&columns, random, 1)));
    }
    text.push_str("        key    k: r.k\n");
    let size = 5 + random.below(50);
    let grace = if random.once_in(2) { format!(" grace {}s", random.below(20)) } else { String::new() };
    let window = match random.below(5) {
        0 => format!("tumbling {size}s{grace}"),
        1 => format!("tumbling {size}s offset {}s{grace}", random.below(5)),
        2 => format!("hopping {size}s every {}s{grace}", 1 + random.below(size)),
        3 => format!("session gap {size}s{grace}"),
        _ => String::new(),
    };
    let windowed = match (window.is_empty(), random.once_in(4)) {
        (true, _) => Windowed::No,
        (false, true) => Windowed::Latest,
        (false, false) => Windowed::InKey,
    };
    if windowed != Windowed::No {
        text.push_str(&format!("        window {window}\n"));
    }
    let mut result = vec![("k".to_owned(), Type::Int), ("rows".to_owned(), Type::Int)];
    let mut select = String::from("            rows: count()\n");
    for n in 0..1 + random.below(4) {
        if let Some((call, ty)) = aggregate(&columns, random) {
            select.push_str(&format!("            a{n}: {call}\n"));
            result.push((format!("a{n}"), ty));
        }
    }
    text.push_str(&format!("        select {{\n{select}        }}\n"));
    if random.once_in(3) {
        text.push_str(&format!("        having rows > {}\n", random.below(3)));
    }
    if windowed == Windowed::No {
        text.push_str("        bound  finite keys\n");
    }
    match random.below(4) {
        0 => text.push_str(&format!("        emit   changes at most every {}s\n", 1 + random.below(15))),
        1 if windowed != Windowed::No => text.push_str("        emit   final\n"),
        2 => text.push_str("        emit   changes\n"),
        _ => {}
    }
    let latest = if windowed == Windowed::Latest { " latest window" } else { "" };
    text.push_str(&format!("        to     results{latest}\n"));
    (text, result, windowed)
}

/// A call over some column that it takes, and its type.
fn aggregate(columns: &Columns, random: &mut Random) -> Option<(String, Type)> {
    let definition = random.pick(AGGREGATES)?;
    let simple =
        |ty: &Type| !matches!(ty.required(), Type::Record(_) | Type::List(_) | Type::Money(Unit::Column(_)));
    let takes = |ty: &Type| simple(ty) && (definition.check)(std::slice::from_ref(ty.required())).is_ok();
    let column = columns.pick(random, takes)?;
    let ty = (definition.check)(std::slice::from_ref(column.ty.required())).ok()?;
    let filter = random.once_in(3).then(|| format!(", where: {}", condition(columns, random, 1)));
    let absent = definition.is_none_of_no_rows(&ty) && (filter.is_some() || column.ty.is_optional());
    let call = format!("{}({}{})", definition.name, column.text, filter.unwrap_or_default());
    Some((call, if absent { ty.optional() } else { ty }))
}
