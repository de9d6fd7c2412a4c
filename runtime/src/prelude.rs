//! What generated code names: types, functions and macros of the language's own world.

pub use crate::functions::decimal::{self, BigMoney, Decimal, Money};
pub use crate::functions::time::{self, Date, Duration, Timestamp};
pub use crate::functions::{float, int, text};
pub use crate::wire::json::form;
pub use crate::{closed_enum, json_record, key, object, open_enum, record, row};
