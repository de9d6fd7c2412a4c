//! A list of partitions with an offset, metadata and an error code each.

use super::error::Code;
use super::rd;
use std::ffi::{CStr, c_int};

/// Owns a list of the C library.
#[derive(Debug)]
pub struct Partitions {
    raw: *mut rd::rd_kafka_topic_partition_list_t,
}

// SAFETY: a list is plain memory without ties to a thread, and this is its only owner.
unsafe impl Send for Partitions {}

/// One of a list.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    pub topic: &'a CStr,
    pub partition: i32,
    pub offset: i64,
    pub metadata: &'a [u8],
    pub code: Code,
}

impl Partitions {
    pub fn with_capacity(size: usize) -> Self {
        // SAFETY: a size is all it needs; it aborts when there is no memory, so the pointer is never null.
        let raw = unsafe { rd::rd_kafka_topic_partition_list_new(c_int::try_from(size).unwrap_or(0)) };
        Partitions { raw }
    }

    /// A copy of a list that somebody else owns; null is an empty one.
    ///
    /// # Safety
    /// `raw` is null or a list that lives through the call.
    pub(super) unsafe fn copied(raw: *const rd::rd_kafka_topic_partition_list_t) -> Self {
        if raw.is_null() {
            return Self::with_capacity(0);
        }
        // SAFETY: a live list by this function's contract.
        Partitions { raw: unsafe { rd::rd_kafka_topic_partition_list_copy(raw) } }
    }

    /// Adds a partition. `metadata` is only of use where offsets are stored.
    pub fn add(&mut self, topic: &CStr, partition: u32, offset: i64, metadata: &str) {
        let partition = i32::try_from(partition).unwrap_or(i32::MAX);
        // SAFETY: the list is ours; the topic's name is copied by the call, which answers the new entry, never null. The
        // metadata is freed with the list by the library, so it is its own allocator that gives the memory, of just
        // the length that is then copied into it.
        unsafe {
            let entry = rd::rd_kafka_topic_partition_list_add(self.raw, topic.as_ptr(), partition);
            (*entry).offset = offset;
            if !metadata.is_empty() {
                let memory = rd::rd_kafka_mem_malloc(std::ptr::null_mut(), metadata.len());
                std::ptr::copy_nonoverlapping(metadata.as_ptr(), memory.cast::<u8>(), metadata.len());
                (*entry).metadata = memory;
                (*entry).metadata_size = metadata.len();
            }
        }
    }

    pub fn is_empty(&self) -> bool {
        self.raw().is_empty()
    }

    pub fn iter(&self) -> impl Iterator<Item = Entry<'_>> {
        self.raw().iter().map(|entry| Entry {
            // SAFETY: an entry's name is a terminated text that lives as long as the list.
            topic: unsafe { CStr::from_ptr(entry.topic) },
            partition: entry.partition,
            offset: entry.offset,
            metadata: if entry.metadata.is_null() {
                &[]
            } else {
                // SAFETY: not null, of this size, and owned by the list.
                unsafe { std::slice::from_raw_parts(entry.metadata.cast::<u8>(), entry.metadata_size) }
            },
            code: entry.err,
        })
    }

    fn raw(&self) -> &[rd::rd_kafka_topic_partition_t] {
        // SAFETY: `elems` has `cnt` entries; null only while there are none.
        unsafe {
            let list = &*self.raw;
            if list.elems.is_null() {
                return &[];
            }
            std::slice::from_raw_parts(list.elems, usize::try_from(list.cnt).unwrap_or(0))
        }
    }

    pub(super) fn pointer(&self) -> *mut rd::rd_kafka_topic_partition_list_t {
        self.raw
    }
}

impl Clone for Partitions {
    fn clone(&self) -> Self {
        // SAFETY: the list is alive.
        unsafe { Partitions::copied(self.raw) }
    }
}

impl Drop for Partitions {
    fn drop(&mut self) {
        // SAFETY: ours alone, and not used again.
        unsafe { rd::rd_kafka_topic_partition_list_destroy(self.raw) };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_added_is_there_also_in_a_copy() {
        let mut list = Partitions::with_capacity(1);
        assert!(list.is_empty());
        list.add(c"orders", 3, 42, "clock");
        list.add(c"rates", 0, -1, "");
        // SAFETY: the list is alive.
        let copy = unsafe { Partitions::copied(list.pointer()) };
        drop(list);
        let seen: Vec<_> =
            copy.iter().map(|e| (e.topic.to_owned(), e.partition, e.offset, e.metadata.to_vec())).collect();
        let wanted =
            [(c"orders".to_owned(), 3, 42, b"clock".to_vec()), (c"rates".to_owned(), 0, -1, Vec::new())];
        assert_eq!(seen, wanted);
    }
}
