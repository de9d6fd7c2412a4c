//! The aggregates as the checker, the interpreter and the reference pages see them.
//!
//! `compute` recomputes a result from all rows kept, as plainly as it can be said: it is the oracle of
//! [`crate::aggregate`], so it uses none of its states. Rows whose argument is `none` are ignored here.

mod any;
mod avg;
mod count;
mod first;
mod last;
mod max;
mod min;
mod sum;

use super::{AggregateDefinition, At, Row, SignatureError, Type, Value};

/// All aggregates, sorted by name.
pub static AGGREGATES: &[AggregateDefinition] =
    &[any::ANY, avg::AVG, count::COUNT, first::FIRST, last::LAST, max::MAX, min::MIN, sum::SUM];

/// The aggregate of this name.
pub fn aggregate(name: &str) -> Option<&'static AggregateDefinition> {
    AGGREGATES.binary_search_by_key(&name, |aggregate| aggregate.name).ok().and_then(|at| AGGREGATES.get(at))
}

/// The rows that count: place and argument.
fn present(rows: &[Row]) -> impl DoubleEndedIterator<Item = (At, &Value)> {
    rows.iter().filter_map(|(at, arguments)| {
        arguments.first().filter(|argument| !argument.is_none()).map(|argument| (*at, argument))
    })
}

/// The only argument's type, without its nominal wrapper.
fn one(arguments: &[Type]) -> Result<&Type, SignatureError> {
    match arguments {
        [argument] => Ok(argument),
        _ => Err(SignatureError::Count("1")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_sorted_and_found() {
        assert!(AGGREGATES.is_sorted_by_key(|aggregate| aggregate.name));
        assert!(AGGREGATES.iter().all(|a| aggregate(a.name).is_some_and(|found| found.name == a.name)));
        assert!(aggregate("median").is_none());
    }
}
