//! Sessions as the commit protocol and the disk see them: one entry per key, the list of its open sessions.

use super::{Session, Sessions};
use crate::fail::Fatal;
use crate::state::codec::{Key, State};
use crate::state::window::Window;
use crate::store::Store;

impl<A: State> State for Session<A> {
    fn encode(&self, out: &mut Vec<u8>) {
        (self.first, self.last, self.pending, self.shown).encode(out);
        (self.absorbed.len() as u32).encode(out);
        for window in &self.absorbed {
            (window.start, window.end).encode(out);
        }
        self.value.encode(out);
    }

    fn decode(input: &mut &[u8]) -> Option<Self> {
        let (first, last, pending, shown) = State::decode(input)?;
        let absorbed = Vec::<(i64, i64)>::decode(input)?;
        let absorbed = absorbed.into_iter().map(|(start, end)| Window { start, end }).collect();
        Some(Session { first, last, pending, shown, absorbed, value: A::decode(input)? })
    }

    fn layout(out: &mut String) {
        A::layout(out);
    }

    fn heap(&self) -> usize {
        self.absorbed.capacity() * size_of::<Window>() + self.value.heap()
    }
}

impl<K: Key, A: State + Default> Store for Sessions<K, A> {
    fn name(&self) -> &'static str {
        self.spec.name
    }

    fn layout(&self) -> &str {
        &self.layout
    }

    fn changes(&mut self, put: &mut dyn FnMut(&[u8], Option<&[u8]>)) {
        crate::state::put_changes(&self.slab, put);
    }

    fn committed(&mut self) {
        self.slab.committed();
        self.committed_flush_at = self.flush_at;
    }

    fn rollback(&mut self) {
        let Sessions { slab, pending, closing, spec, .. } = self;
        slab.rollback(|slot, sessions| {
            pending.extend(sessions.iter().any(|session| session.pending).then_some(slot));
            for session in sessions {
                closing.set(session.last.saturating_add(spec.gap).saturating_add(spec.grace), slot);
            }
        });
        self.changed = None;
        self.flush_at = self.committed_flush_at;
    }

    fn restore(&mut self, key: &[u8], value: Option<&[u8]>) -> Result<(), Fatal> {
        crate::state::take_entry(&mut self.slab, self.spec.name, key, value)
    }

    fn restored(&mut self, clock: i64) {
        self.slab.committed();
        for slot in self.slab.slots() {
            let sessions = self.slab.value(slot);
            self.pending.extend(sessions.iter().any(|session| session.pending).then_some(slot));
            for session in sessions {
                self.closing.set(self.closes(session.last), slot);
            }
        }
        self.flush_at = if self.pending.is_empty() { i64::MAX } else { self.spec.emit.next_after(clock) };
        self.committed_flush_at = self.flush_at;
    }

    fn entries(&self, put: &mut dyn FnMut(&[u8], &[u8])) {
        crate::state::put_entries(&self.slab, put);
    }

    fn len(&self) -> usize {
        self.slab.iter().map(|(_, sessions)| sessions.len()).sum()
    }

    fn bytes(&self) -> usize {
        crate::state::bytes(&self.slab) + self.closing.bytes()
    }
}
