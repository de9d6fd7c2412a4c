//! What the checker, the interpreter and the reference pages know of a function.

use super::{Type, Value};
use crate::Fail;
pub use crate::aggregate::At;

/// A scalar function. All are pure and deterministic, and none wants to see `none`: the checker lifts.
pub struct Function {
    pub name: &'static str,
    /// For people: `upper(text: string) -> string`.
    pub signature: &'static str,
    pub parameters: &'static [&'static str],
    /// The result for arguments of these types (never optional: the checker lifts), or why there is none.
    pub check: fn(&[Type]) -> Result<Type, SignatureError>,
    pub may_fail: bool,
    pub labels: LabelBehaviour,
    pub doc: &'static str,
    /// An expression and its value, both as written in the language.
    pub examples: &'static [(&'static str, &'static str)],
    pub eval: fn(&[Value]) -> Result<Value, Fail>,
    /// The plain function below `riparian_functions` that generated code calls: `text::upper`. It returns a `Result` if
    /// and only if the function may fail.
    pub rust: &'static str,
    /// Whether it takes the result's Rust type as its type parameter: `math::round::<Decimal<i64, 0>>(x)?`.
    pub typed: bool,
}

/// A function over the rows of a group.
pub struct AggregateDefinition {
    pub name: &'static str,
    pub signature: &'static str,
    pub check: fn(&[Type]) -> Result<Type, SignatureError>,
    pub doc: &'static str,
    pub examples: &'static [(&'static str, &'static str)],
    /// The result over all rows kept, recomputed from scratch: the interpreter's, independent of generated code.
    /// The arguments of each row, and the type that `check` gave.
    pub compute: fn(&[Row], &Type) -> Result<Value, Fail>,
    /// The type below `riparian_functions::aggregate` that generated code uses, over the Rust type of its argument
    /// (`Sum<i64>`, `Min<str>`; `Count<()>` without an argument).
    pub rust: &'static str,
    /// Whether that type takes the result's type too: `Avg<i64, Decimal<i128, 6>>`.
    pub typed: bool,
}

impl AggregateDefinition {
    /// Whether a call is `none` when it leaves out every row of its group: then its result is optional where that may be.
    pub fn is_none_of_no_rows(&self, result: &Type) -> bool {
        matches!((self.compute)(&[], result), Ok(Value::None))
    }
}

/// A row that a group keeps: its place and the arguments of the call.
pub type Row = (At, Vec<Value>);

/// What a function does to the labels of its arguments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LabelBehaviour {
    /// The result carries the labels of all arguments.
    Union,
    /// A declassifier of this name: takes off what the organisation says.
    Declassifies(&'static str),
}

/// Why a call does not type-check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignatureError {
    /// The wrong number of arguments; how many there should be, for people: `2`, `1 or 2`.
    Count(&'static str),
    /// The argument at this index; what is wanted there, for people: `a string`.
    Argument(usize, &'static str),
    /// Two arguments that do not fit each other.
    Mismatch(usize, usize, &'static str),
}

impl std::fmt::Debug for Function {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

impl std::fmt::Debug for AggregateDefinition {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}
