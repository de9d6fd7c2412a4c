//! Functions on instants, days and durations; all in UTC.

use super::unpack::{duration, int, string, text, timestamp};
use super::{Want, returns};
use crate::catalogue::{Function, LabelBehaviour, Type, Value};
use crate::time as plain;

pub(super) const DAY: Function = Function {
    name: "day",
    signature: "day(t: timestamp) -> date",
    parameters: &["t"],
    check: |arguments| returns(arguments, &[Want::Timestamp], Type::Date),
    may_fail: false,
    labels: LabelBehaviour::Union,
    doc: "The day an instant falls on.",
    examples: &[("day(2026-03-02T23:59:59Z)", "2026-03-02")],
    eval: |arguments| Ok(Value::Date(plain::day(timestamp(arguments, 0)?).0)),
    rust: "time::day",
    typed: false,
};

pub(super) const EPOCH_MS: Function = Function {
    name: "epoch_ms",
    signature: "epoch_ms(t: timestamp) -> int",
    parameters: &["t"],
    check: |arguments| returns(arguments, &[Want::Timestamp], Type::Int),
    may_fail: false,
    labels: LabelBehaviour::Union,
    doc: "Milliseconds since 1970-01-01T00:00:00Z; a fraction is cut towards the past.",
    examples: &[("epoch_ms(1970-01-01T00:00:01.5Z)", "1500")],
    eval: |arguments| Ok(Value::Int(plain::epoch_ms(timestamp(arguments, 0)?))),
    rust: "time::epoch_ms",
    typed: false,
};

pub(super) const EPOCH_US: Function = Function {
    name: "epoch_us",
    signature: "epoch_us(t: timestamp) -> int",
    parameters: &["t"],
    check: |arguments| returns(arguments, &[Want::Timestamp], Type::Int),
    may_fail: false,
    labels: LabelBehaviour::Union,
    doc: "Microseconds since 1970-01-01T00:00:00Z.",
    examples: &[("epoch_us(1970-01-01T00:00:01Z)", "1000000")],
    eval: |arguments| Ok(Value::Int(plain::epoch_us(timestamp(arguments, 0)?))),
    rust: "time::epoch_us",
    typed: false,
};

pub(super) const FORMAT_TIME: Function = Function {
    name: "format_time",
    signature: "format_time(t: timestamp, pattern: string) -> string",
    parameters: &["t", "pattern"],
    check: |arguments| returns(arguments, &[Want::Timestamp, Want::Text], Type::String),
    may_fail: true,
    labels: LabelBehaviour::Union,
    doc: "The instant in the form of a pattern: `yyyy MM dd HH mm ss SSS SSSSSS`, other characters for themselves, letters in single quotes. Fails with `failed_parse` for a letter that means nothing.",
    examples: &[("format_time(2026-03-02T17:01:00Z, \"HH:mm:ss\")", "\"17:01:00\"")],
    eval: |arguments| plain::format_time(timestamp(arguments, 0)?, text(arguments, 1)?).map(string),
    rust: "time::format_time",
    typed: false,
};

pub(super) const HOUR: Function = Function {
    name: "hour",
    signature: "hour(t: timestamp) -> int",
    parameters: &["t"],
    check: |arguments| returns(arguments, &[Want::Timestamp], Type::Int),
    may_fail: false,
    labels: LabelBehaviour::Union,
    doc: "The hour of an instant, 0 to 23.",
    examples: &[("hour(2026-03-02T17:01:00Z)", "17")],
    eval: |arguments| Ok(Value::Int(plain::hour(timestamp(arguments, 0)?))),
    rust: "time::hour",
    typed: false,
};

pub(super) const MILLIS: Function = Function {
    name: "millis",
    signature: "millis(d: duration) -> int",
    parameters: &["d"],
    check: |arguments| returns(arguments, &[Want::Duration], Type::Int),
    may_fail: false,
    labels: LabelBehaviour::Union,
    doc: "Whole milliseconds of a duration, towards zero.",
    examples: &[("millis(2s)", "2000")],
    eval: |arguments| Ok(Value::Int(plain::millis(duration(arguments, 0)?))),
    rust: "time::millis",
    typed: false,
};

pub(super) const MINUTE: Function = Function {
    name: "minute",
    signature: "minute(t: timestamp) -> int",
    parameters: &["t"],
    check: |arguments| returns(arguments, &[Want::Timestamp], Type::Int),
    may_fail: false,
    labels: LabelBehaviour::Union,
    doc: "The minute of an instant, 0 to 59.",
    examples: &[("minute(2026-03-02T17:01:00Z)", "1")],
    eval: |arguments| Ok(Value::Int(plain::minute(timestamp(arguments, 0)?))),
    rust: "time::minute",
    typed: false,
};

pub(super) const MINUTES_BETWEEN: Function = Function {
    name: "minutes_between",
    signature: "minutes_between(a: timestamp, b: timestamp) -> int",
    parameters: &["a", "b"],
    check: |arguments| returns(arguments, &[Want::Timestamp, Want::Timestamp], Type::Int),
    may_fail: true,
    labels: LabelBehaviour::Union,
    doc: "Whole minutes from `a` to `b`, towards zero; negative if `b` is earlier.",
    examples: &[("minutes_between(2026-03-02T17:01:00Z, 2026-03-02T17:31:59Z)", "30")],
    eval: |arguments| {
        plain::minutes_between(timestamp(arguments, 0)?, timestamp(arguments, 1)?).map(Value::Int)
    },
    rust: "time::minutes_between",
    typed: false,
};

pub(super) const MONTH: Function = Function {
    name: "month",
    signature: "month(t: timestamp) -> int",
    parameters: &["t"],
    check: |arguments| returns(arguments, &[Want::Timestamp], Type::Int),
    may_fail: false,
    labels: LabelBehaviour::Union,
    doc: "The month of an instant, 1 to 12.",
    examples: &[("month(2026-03-02T17:01:00Z)", "3")],
    eval: |arguments| Ok(Value::Int(plain::month(timestamp(arguments, 0)?))),
    rust: "time::month",
    typed: false,
};

pub(super) const PARSE_DATE: Function = Function {
    name: "parse_date",
    signature: "parse_date(text: string) -> date",
    parameters: &["text"],
    check: |arguments| returns(arguments, &[Want::Text], Type::Date),
    may_fail: true,
    labels: LabelBehaviour::Union,
    doc: "Reads `2026-03-02`. Fails with `failed_parse` for another form, with `out_of_range` for a day that does not exist.",
    examples: &[("parse_date(\"2026-03-02\")", "2026-03-02")],
    eval: |arguments| plain::parse_date(text(arguments, 0)?).map(|date| Value::Date(date.0)),
    rust: "time::parse_date",
    typed: false,
};

pub(super) const PARSE_TIME: Function = Function {
    name: "parse_time",
    signature: "parse_time(text: string, pattern: string) -> timestamp",
    parameters: &["text", "pattern"],
    check: |arguments| returns(arguments, &[Want::Text, Want::Text], Type::Timestamp),
    may_fail: true,
    labels: LabelBehaviour::Union,
    doc: "Reads an instant, UTC, in the form of a pattern (see `format_time`), which must name year, month and day. Fails with `failed_parse` if the text has another form, with `out_of_range` for a time that does not exist.",
    examples: &[("parse_time(\"2019-07-09 01:00:00\", \"yyyy-MM-dd HH:mm:ss\")", "2019-07-09T01:00:00Z")],
    eval: |arguments| {
        plain::parse_time(text(arguments, 0)?, text(arguments, 1)?).map(|t| Value::Timestamp(t.0))
    },
    rust: "time::parse_time",
    typed: false,
};

pub(super) const PARSE_TIMESTAMP: Function = Function {
    name: "parse_timestamp",
    signature: "parse_timestamp(text: string) -> timestamp",
    parameters: &["text"],
    check: |arguments| returns(arguments, &[Want::Text], Type::Timestamp),
    may_fail: true,
    labels: LabelBehaviour::Union,
    doc: "Reads ISO 8601 with `Z` or an offset. Fails with `failed_parse` for another form, with `out_of_range` for a time that does not exist.",
    examples: &[("parse_timestamp(\"2026-03-02T18:01:00+01:00\")", "2026-03-02T17:01:00Z")],
    eval: |arguments| plain::parse_timestamp(text(arguments, 0)?).map(|t| Value::Timestamp(t.0)),
    rust: "time::parse_timestamp",
    typed: false,
};

pub(super) const SECOND: Function = Function {
    name: "second",
    signature: "second(t: timestamp) -> int",
    parameters: &["t"],
    check: |arguments| returns(arguments, &[Want::Timestamp], Type::Int),
    may_fail: false,
    labels: LabelBehaviour::Union,
    doc: "The second of an instant, 0 to 59.",
    examples: &[("second(2026-03-02T17:01:09Z)", "9")],
    eval: |arguments| Ok(Value::Int(plain::second(timestamp(arguments, 0)?))),
    rust: "time::second",
    typed: false,
};

pub(super) const SECONDS: Function = Function {
    name: "seconds",
    signature: "seconds(d: duration) -> int",
    parameters: &["d"],
    check: |arguments| returns(arguments, &[Want::Duration], Type::Int),
    may_fail: false,
    labels: LabelBehaviour::Union,
    doc: "Whole seconds of a duration, towards zero.",
    examples: &[("seconds(2m)", "120")],
    eval: |arguments| Ok(Value::Int(plain::seconds(duration(arguments, 0)?))),
    rust: "time::seconds",
    typed: false,
};

pub(super) const TIMESTAMP_MS: Function = Function {
    name: "timestamp_ms",
    signature: "timestamp_ms(ms: int) -> timestamp",
    parameters: &["ms"],
    check: |arguments| returns(arguments, &[Want::Int], Type::Timestamp),
    may_fail: true,
    labels: LabelBehaviour::Union,
    doc: "The instant so many milliseconds after 1970-01-01T00:00:00Z. Fails with `out_of_range` outside the years 1 to 9999.",
    examples: &[("timestamp_ms(1500)", "1970-01-01T00:00:01.5Z")],
    eval: |arguments| plain::from_epoch_ms(int(arguments, 0)?).map(|t| Value::Timestamp(t.0)),
    rust: "time::from_epoch_ms",
    typed: false,
};

pub(super) const TIMESTAMP_US: Function = Function {
    name: "timestamp_us",
    signature: "timestamp_us(us: int) -> timestamp",
    parameters: &["us"],
    check: |arguments| returns(arguments, &[Want::Int], Type::Timestamp),
    may_fail: true,
    labels: LabelBehaviour::Union,
    doc: "The instant so many microseconds after 1970-01-01T00:00:00Z. Fails with `out_of_range` outside the years 1 to 9999.",
    examples: &[("timestamp_us(1000000)", "1970-01-01T00:00:01Z")],
    eval: |arguments| plain::from_epoch_us(int(arguments, 0)?).map(|t| Value::Timestamp(t.0)),
    rust: "time::from_epoch_us",
    typed: false,
};

pub(super) const YEAR: Function = Function {
    name: "year",
    signature: "year(t: timestamp) -> int",
    parameters: &["t"],
    check: |arguments| returns(arguments, &[Want::Timestamp], Type::Int),
    may_fail: false,
    labels: LabelBehaviour::Union,
    doc: "The year of an instant.",
    examples: &[("year(2026-03-02T17:01:00Z)", "2026")],
    eval: |arguments| Ok(Value::Int(plain::year(timestamp(arguments, 0)?))),
    rust: "time::year",
    typed: false,
};
