//! Keyed state in memory: what a node keeps, which of it changed since the last commit, and how it goes back.
//!
//! One file per kind of state. Each is a [`crate::store::Store`]; what a group holds and what becomes of a changed row
//! is generated code's. Times are microseconds since the epoch.

pub mod codec;
pub mod describe;
mod emit;
mod group;
mod joined;
mod latest;
mod order;
mod ranked;
mod seen;
mod sessions;
mod slab;
mod table;
mod timers;
mod versioned;
mod window;
mod windowed;

pub use codec::{Key, State};
pub use emit::{Change, Emit};
pub use group::Group;
pub use joined::{Alone, JoinSpec, Joined, Met, Partner, Waiting};
pub use latest::Latest;
pub use order::{Desc, NoneLast};
pub use ranked::{Rank, Ranked};
pub use seen::{Seen, Sight};
pub use sessions::{Sessions, SessionsSpec};
pub use slab::{Slab, hash};
pub use table::{Table, TableSpec};
pub use versioned::Versioned;
pub use window::Window;
pub use windowed::{Updated, Windowed, WindowedSpec};

use crate::fail::Fatal;
use codec::decode_all;

// What stores that are one slab have in common.

fn put_changes<K: Key, V: State>(slab: &Slab<K, V>, put: &mut dyn FnMut(&[u8], Option<&[u8]>)) {
    let (mut key, mut value) = (Vec::new(), Vec::new());
    for (k, v) in slab.changes() {
        key.clear();
        k.encode(&mut key);
        value.clear();
        let kept = v.map(|v| v.encode(&mut value)).is_some();
        put(&key, kept.then_some(&value));
    }
}

fn put_entries<K: Key, V: State>(slab: &Slab<K, V>, put: &mut dyn FnMut(&[u8], &[u8])) {
    let (mut key, mut value) = (Vec::new(), Vec::new());
    for (k, v) in slab.iter() {
        key.clear();
        k.encode(&mut key);
        value.clear();
        v.encode(&mut value);
        put(&key, &value);
    }
}

fn take_entry<K: Key, V: State>(
    slab: &mut Slab<K, V>,
    name: &str,
    key: &[u8],
    value: Option<&[u8]>,
) -> Result<(), Fatal> {
    let corrupt = || Fatal::corrupt(format!("the state of {name}"), "an entry cannot be decoded");
    let key: K = decode_all(key).ok_or_else(corrupt)?;
    match value {
        Some(value) => {
            slab.put(&key, decode_all(value).ok_or_else(corrupt)?);
        }
        None => slab.find(hash(&key), &key).into_iter().for_each(|slot| slab.remove(slot)),
    }
    Ok(())
}

fn bytes<K: Key, V: State>(slab: &Slab<K, V>) -> usize {
    // Asking each entry only where it can hold something outside itself.
    let heap = if std::mem::needs_drop::<(K, V)>() {
        slab.iter().map(|(key, value)| key.heap() + value.heap()).sum()
    } else {
        0
    };
    slab.bytes() + heap
}
