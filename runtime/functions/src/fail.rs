//! Why an expression has no value: the reason codes (spec: functions.fail, errors.value).

use std::fmt;

/// The reason a record cannot be used, as it stands in a dead letter's `reason` column.
///
/// The names are part of the contract of dead-letter topics: they are never renamed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fail {
    /// The value is not well-formed JSON (its tail included).
    InvalidJson,
    /// The value is not well-formed Avro of its writer's schema (bytes behind it included).
    InvalidAvro,
    /// The value lacks the frame that names its schema.
    InvalidFrame,
    /// The schema that the frame names is none of the topic's.
    UnknownSchema,
    /// The value or a string in it is not UTF-8.
    InvalidUtf8,
    /// A declared field occurs twice.
    RepeatedField,
    /// A field that is not optional is absent or null.
    MissingField,
    /// A value has another type than the schema says.
    WrongType,
    /// A number, date or decimal does not fit its type.
    OutOfRange,
    /// A value of a closed enum that the reader does not know.
    UnknownVariant,
    /// The record's key is null, or its expression gave none.
    NullKey,
    /// A stream's record has no value.
    NullValue,
    /// The event time is absent, invalid, or before the epoch.
    InvalidTime,
    /// The event time is further ahead than the topic's `skew` allows.
    FutureTime,
    /// A record is larger than the job reads.
    TooLarge,
    /// Nesting is deeper than the decoder follows.
    TooDeep,
    DivisionByZero,
    Overflow,
    /// A text could not be parsed as the wanted type.
    FailedParse,
    IndexOutOfRange,
    /// The window of the record had closed.
    Late,
    /// A join found no row.
    Unmatched,
}

impl Fail {
    /// Every reason.
    pub const ALL: [Fail; 22] = [
        Fail::InvalidJson,
        Fail::InvalidAvro,
        Fail::InvalidFrame,
        Fail::UnknownSchema,
        Fail::InvalidUtf8,
        Fail::RepeatedField,
        Fail::MissingField,
        Fail::WrongType,
        Fail::OutOfRange,
        Fail::UnknownVariant,
        Fail::NullKey,
        Fail::NullValue,
        Fail::InvalidTime,
        Fail::FutureTime,
        Fail::TooLarge,
        Fail::TooDeep,
        Fail::DivisionByZero,
        Fail::Overflow,
        Fail::FailedParse,
        Fail::IndexOutOfRange,
        Fail::Late,
        Fail::Unmatched,
    ];

    /// The reason of a stable name.
    pub fn of_code(code: &str) -> Option<Fail> {
        Fail::ALL.into_iter().find(|fail| fail.code() == code)
    }

    /// The stable name written to dead letters, metrics and test expectations.
    pub const fn code(self) -> &'static str {
        match self {
            Fail::InvalidJson => "invalid_json",
            Fail::InvalidAvro => "invalid_avro",
            Fail::InvalidFrame => "invalid_frame",
            Fail::UnknownSchema => "unknown_schema",
            Fail::InvalidUtf8 => "invalid_utf8",
            Fail::RepeatedField => "repeated_field",
            Fail::MissingField => "missing_field",
            Fail::WrongType => "wrong_type",
            Fail::OutOfRange => "out_of_range",
            Fail::UnknownVariant => "unknown_variant",
            Fail::NullKey => "null_key",
            Fail::NullValue => "null_value",
            Fail::InvalidTime => "invalid_time",
            Fail::FutureTime => "future_time",
            Fail::TooLarge => "too_large",
            Fail::TooDeep => "too_deep",
            Fail::DivisionByZero => "division_by_zero",
            Fail::Overflow => "overflow",
            Fail::FailedParse => "failed_parse",
            Fail::IndexOutOfRange => "index_out_of_range",
            Fail::Late => "late",
            Fail::Unmatched => "unmatched",
        }
    }
}

impl fmt::Display for Fail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl std::error::Error for Fail {}
