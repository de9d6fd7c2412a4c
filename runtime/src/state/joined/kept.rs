//! The rows of a side as the commit protocol and the disk see them: one entry per row, so that a key with many rows costs
//! a changelog no more than what came and went.

use super::waiting::{Kept, Waiting};
use crate::fail::Fatal;
use crate::state::codec::{Key, State};
use crate::state::slab::hash;
use crate::store::Store;
use std::cmp::Ordering;

/// Key, time and number name a row.
fn encode_key<K: Key, V>(key: &K, kept: &Kept<V>, out: &mut Vec<u8>) {
    out.clear();
    key.encode(out);
    (kept.time, kept.number).encode(out);
}

fn encode_row<V: State>(kept: &Kept<V>, out: &mut Vec<u8>) {
    out.clear();
    kept.met.encode(out);
    kept.row.encode(out);
}

impl<K: Key, V: State> Store for Waiting<K, V> {
    fn name(&self) -> &'static str {
        self.name
    }

    fn layout(&self) -> &str {
        &self.layout
    }

    fn changes(&mut self, put: &mut dyn FnMut(&[u8], Option<&[u8]>)) {
        let (mut name, mut row) = (Vec::new(), Vec::new());
        for (key, before, now) in self.slab.differences() {
            let (mut before, mut now) = (before.into_iter().flatten(), now.into_iter().flatten());
            let (mut old, mut new) = (before.next(), now.next());
            loop {
                let order = match (old, new) {
                    (None, None) => break,
                    (Some(_), None) => Ordering::Less,
                    (None, Some(_)) => Ordering::Greater,
                    (Some(old), Some(new)) => (old.time, old.number).cmp(&(new.time, new.number)),
                };
                match (order, old, new) {
                    (Ordering::Less, Some(gone), _) => {
                        encode_key(key, gone, &mut name);
                        put(&name, None);
                    }
                    (Ordering::Greater, _, Some(come)) => {
                        encode_key(key, come, &mut name);
                        encode_row(come, &mut row);
                        put(&name, Some(&row));
                    }
                    (_, Some(old), Some(new)) if old.met != new.met => {
                        encode_key(key, new, &mut name);
                        encode_row(new, &mut row);
                        put(&name, Some(&row));
                    }
                    _ => {}
                }
                if order.is_le() {
                    old = before.next();
                }
                if order.is_ge() {
                    new = now.next();
                }
            }
        }
    }

    fn committed(&mut self) {
        self.slab.committed();
    }

    fn rollback(&mut self) {
        let Waiting { slab, leaving, spans, .. } = self;
        slab.rollback(|slot, rows| {
            for kept in rows {
                let span = if kept.met { spans.kept } else { spans.open };
                leaving.set(kept.time.saturating_add(span).saturating_add(1), slot);
            }
        });
    }

    fn restore(&mut self, mut key: &[u8], value: Option<&[u8]>) -> Result<(), Fatal> {
        let corrupt = || Fatal::corrupt(format!("the state of {}", self.name), "an entry cannot be decoded");
        let of = K::decode(&mut key).ok_or_else(corrupt)?;
        let (time, number) = <(i64, u32)>::decode(&mut key).filter(|_| key.is_empty()).ok_or_else(corrupt)?;
        let kept = match value {
            None => None,
            Some(mut value) => {
                let (met, row) =
                    <(bool, V)>::decode(&mut value).filter(|_| value.is_empty()).ok_or_else(corrupt)?;
                Some(Kept { time, number, met, row })
            }
        };
        let slot = self.slab.find(hash(&of), &of);
        let at = slot.map_or(Err(0), |slot| {
            self.slab.value(slot).binary_search_by_key(&(time, number), |kept| (kept.time, kept.number))
        });
        match (slot, at, kept) {
            (None, _, Some(kept)) => _ = self.slab.insert(hash(&of), &of, vec![kept]),
            (Some(slot), Ok(at), Some(kept)) => self.slab.change(slot)[at] = kept,
            (Some(slot), Err(at), Some(kept)) => self.slab.change(slot).insert(at, kept),
            (Some(slot), Ok(_), None) if self.slab.value(slot).len() == 1 => self.slab.remove(slot),
            (Some(slot), Ok(at), None) => _ = self.slab.change(slot).remove(at),
            (_, Err(_), None) | (None, Ok(_), None) => {}
        }
        Ok(())
    }

    fn restored(&mut self, _: i64) {
        self.slab.committed();
        self.watch();
    }

    fn entries(&self, put: &mut dyn FnMut(&[u8], &[u8])) {
        let (mut name, mut row) = (Vec::new(), Vec::new());
        for (key, rows) in self.slab.iter() {
            for kept in rows {
                encode_key(key, kept, &mut name);
                encode_row(kept, &mut row);
                put(&name, &row);
            }
        }
    }

    fn len(&self) -> usize {
        self.slab.iter().map(|(_, rows)| rows.len()).sum()
    }

    fn bytes(&self) -> usize {
        let rows = |rows: &Vec<Kept<V>>| {
            rows.capacity() * size_of::<Kept<V>>() + rows.iter().map(|kept| kept.row.heap()).sum::<usize>()
        };
        let heap: usize = self.slab.iter().map(|(key, of)| key.heap() + rows(of)).sum();
        self.slab.bytes() + self.leaving.bytes() + heap
    }
}
