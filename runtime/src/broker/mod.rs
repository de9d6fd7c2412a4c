//! A job's log on a broker: the protocol of its commits, over any [`Client`].

pub mod client;
pub mod envelope;

pub use client::Client;
