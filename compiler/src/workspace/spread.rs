//! Independent pieces of work, which a caller that has threads may do on several.

use std::sync::OnceLock;

/// Where pieces of work are done. The compiler's core has no threads; who has some implements this.
pub trait Spread {
    /// Calls `work` once with each number below `count`, in any order, and comes back when all calls have.
    fn each(&self, count: usize, work: &(dyn Fn(usize) + Sync));
}

/// Here, one after the other.
#[derive(Clone, Copy, Debug, Default)]
pub struct Here;

impl Spread for Here {
    fn each(&self, count: usize, work: &(dyn Fn(usize) + Sync)) {
        (0..count).for_each(work);
    }
}

/// The results of `make` for every item, in the order of the items, wherever they were made.
pub(super) fn map<T: Sync, R: Send + Sync>(
    spread: &dyn Spread,
    items: &[T],
    make: impl Fn(&T) -> R + Sync,
) -> Vec<R> {
    let slots: Vec<OnceLock<R>> = items.iter().map(|_| OnceLock::new()).collect();
    spread.each(items.len(), &|index| {
        if let (Some(slot), Some(item)) = (slots.get(index), items.get(index)) {
            slot.get_or_init(|| make(item));
        }
    });
    let made = slots.into_iter().zip(items);
    made.map(|(slot, item)| slot.into_inner().unwrap_or_else(|| make(item))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// From the last to the first, and some never.
    struct Backwards;

    impl Spread for Backwards {
        fn each(&self, count: usize, work: &(dyn Fn(usize) + Sync)) {
            (0..count).rev().filter(|index| index % 3 != 0).for_each(work);
        }
    }

    #[test]
    fn results_are_in_the_order_of_the_items() {
        let items: Vec<u32> = (0..10).collect();
        let expected: Vec<u32> = items.iter().map(|i| i * 2).collect();
        assert_eq!(map(&Here, &items, |i| i * 2), expected);
        assert_eq!(map(&Backwards, &items, |i| i * 2), expected);
    }
}
