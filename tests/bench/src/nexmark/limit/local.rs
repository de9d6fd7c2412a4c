//! `q3`: what people of three states sell in one category.

use super::map::Map;
use super::query::{Auction, HouseQuery, Person};
use super::sink::{Sink, number, text};

/// `q3`: what people of three states sell in one category.
#[derive(Default)]
pub struct Local {
    /// Those of the three states.
    people: Map<u64, Box<[u8]>>,
    clock: u64,
}

impl HouseQuery for Local {
    /// Who there is, is known before anything is sold.
    const PEOPLE_FIRST: bool = true;

    #[inline(always)]
    fn person(&mut self, person: &Person<'_>, _: &mut Sink) {
        self.clock = self.clock.max(person.time);
        if !matches!(person.state, b"or" | b"id" | b"ca") {
            return;
        }
        // All that is ever wanted of a person is the front of a row.
        let mut row = Vec::with_capacity(person.name.len() + person.city.len() + person.state.len() + 32);
        text(&mut row, b"{\"name\":\"", person.name);
        text(&mut row, b",\"city\":\"", person.city);
        text(&mut row, b",\"state\":\"", person.state);
        self.people.insert(person.id, row.into_boxed_slice());
    }

    #[inline(always)]
    fn auction(&mut self, id: u64, time: u64, mut rest: impl Auction, sink: &mut Sink) -> Option<()> {
        let seller = rest.seller()?;
        self.clock = self.clock.max(time);
        if rest.category()? == 10
            && let Some(person) = self.people.get(&seller)
        {
            sink.row(time, Some(id), |out| {
                out.extend_from_slice(person);
                number(out, b",\"id\":", id);
                out.push(b'}');
            });
        }
        Some(())
    }
}
