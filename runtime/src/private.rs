//! What the macros of generated code expand to. Not for people: it changes with [`crate::ABI`].

pub use crate::fail::Fail;
pub use crate::record::Record;
pub use crate::state::codec::State;
pub use crate::wire::json::form::{Form, Object};
pub use crate::wire::group::{Accumulator, Merge};
pub use crate::wire::json::{Fields, Key as JsonKey, Raw, index_of, keys, scan};
pub use crate::wire::kept::{decode_text, encode_text, layout_field};
pub use crate::wire::variants::Variants;
