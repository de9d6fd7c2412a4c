//! Which rows are kept, which places change, and the bytes.

use super::*;
use crate::state::codec::{decode_all, layout_of};
use crate::state::order::Desc;
use proptest::prelude::*;

type Top<const N: usize, const TIES: bool> = Ranked<Desc<i64>, i64, N, TIES>;

fn take<const N: usize, const TIES: bool>(
    top: &mut Top<N, TIES>,
    price: i64,
    offset: i64,
) -> (Vec<i64>, usize) {
    let at = At { time: 0, offset };
    assert_eq!(top.add(&Desc(price), at, &offset), Ok(()));
    (top.rows().copied().collect(), top.changed)
}

#[test]
fn the_greatest_are_kept_and_a_later_equal_one_comes_behind() {
    let mut top = Top::<2, false>::default();
    assert_eq!(take(&mut top, 5, 1), (vec![1], 0));
    assert_eq!(take(&mut top, 5, 2), (vec![1, 2], 1));
    assert_eq!(take(&mut top, 5, 3), (vec![1, 2], 2), "nothing has changed");
    assert_eq!(take(&mut top, 9, 4), (vec![4, 1], 0));
    assert_eq!(take(&mut top, 7, 5), (vec![4, 5], 1));
}

#[test]
fn ties_stay_until_something_greater_pushes_them_out() {
    let mut top = Top::<1, true>::default();
    assert_eq!(take(&mut top, 5, 1).0, [1]);
    assert_eq!(take(&mut top, 5, 2), (vec![1, 2], 1));
    assert_eq!(take(&mut top, 4, 3), (vec![1, 2], 2));
    assert_eq!(take(&mut top, 6, 4), (vec![4], 0));
    assert_eq!(top.before, 2, "the second place is empty now");
}

#[test]
fn the_bytes_come_back_and_the_layout_says_what_is_kept() {
    let mut top = Top::<3, true>::default();
    take(&mut top, 5, 1);
    take(&mut top, 7, 2);
    let mut bytes = Vec::new();
    top.encode(&mut bytes);
    let back: Top<3, true> = decode_all(&bytes).expect("what was written");
    assert_eq!(back.rows().collect::<Vec<_>>(), [&2, &1]);
    assert!(decode_all::<Top<3, true>>(&bytes[..bytes.len() - 1]).is_none());
    let layout = "top 3 with ties list<{order desc i64, time timestamp, offset i64, row i64}>";
    assert_eq!(layout_of::<Top<3, true>>(), layout);
    assert_ne!(layout_of::<Top<3, false>>(), layout);
    assert!(
        crate::state::describe::Layout::parse(&format!("table, emit changes, key {{a i64}}, group {layout}"))
            .is_some()
    );
}

proptest! {
    /// Against sorting everything: the rows, and that no place before the first changed one is another.
    #[test]
    fn as_if_all_rows_were_sorted(prices in proptest::collection::vec(0i64..6, 0..40)) {
        let mut plain = Top::<3, false>::default();
        let mut tied = Top::<3, true>::default();
        let mut all: Vec<(Desc<i64>, i64)> = Vec::new();
        for (offset, price) in prices.into_iter().enumerate() {
            let offset = offset as i64;
            let before: Vec<i64> = tied.rows().copied().collect();
            take(&mut plain, price, offset);
            let (rows, changed) = take(&mut tied, price, offset);
            all.push((Desc(price), offset));
            all.sort();
            let first: Vec<i64> = all.iter().take(3).map(|(_, offset)| *offset).collect();
            prop_assert_eq!(plain.rows().copied().collect::<Vec<_>>(), first);
            let last = all.get(2).map(|(price, _)| *price);
            let kept = all.iter().enumerate().filter(|(at, (price, _))| *at < 3 || Some(*price) == last);
            prop_assert_eq!(&rows, &kept.map(|(_, (_, offset))| *offset).collect::<Vec<_>>());
            prop_assert_eq!(&rows[..changed], &before[..changed]);
            prop_assert!(rows[changed..].iter().zip(&before[changed.min(before.len())..]).all(|(a, b)| a != b));
        }
    }
}
