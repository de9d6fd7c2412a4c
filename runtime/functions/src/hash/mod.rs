//! Hashes that others depend on byte for byte: Kafka's partitioner, and the pseudonyms of `token`.

mod murmur2;
mod token;

pub use murmur2::{murmur2, partition};
pub use token::{TokenKey, token};
