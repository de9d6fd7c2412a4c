//! Ports of the loopback interface that nobody uses.

use crate::Error;
use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;
use std::net::{Ipv4Addr, TcpListener};

/// The lowest port worth trying: well-known services are below.
const LOWEST: u16 = 15_000;

/// Holds `count` different free ports until they are needed; a process that wants one of them must first be
/// given it by a drop.
///
/// They lie below the range from which the system takes the near end of outgoing connections. A port inside
/// that range can be lost while its node is down: a client that connects to it again and again is one day
/// given the very port as its own near end, and talks to itself where the node should listen.
pub(super) fn free(count: usize) -> Result<Vec<TcpListener>, Error> {
    let end = outgoing_from().unwrap_or(32_768);
    let mut held = Vec::with_capacity(count);
    if end > LOWEST {
        let span = u64::from(end - LOWEST);
        // Tests that start together begin at different places.
        let start = RandomState::new().hash_one(std::process::id()) % span;
        let candidates = (0..span).filter_map(|step| u16::try_from((start + step) % span).ok());
        held.extend(candidates.filter_map(|above| bind(LOWEST + above)).take(count));
    }
    while held.len() < count {
        held.push(bind(0).ok_or_else(|| Error::new("no port of 127.0.0.1 is free"))?);
    }
    Ok(held)
}

fn bind(port: u16) -> Option<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).ok()
}

/// Where the range of outgoing connections begins, on Linux.
fn outgoing_from() -> Option<u16> {
    let range = std::fs::read_to_string("/proc/sys/net/ipv4/ip_local_port_range").ok()?;
    range.split_whitespace().next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn ports_are_different_and_held() {
        let held = free(20).unwrap();
        let ports: BTreeSet<u16> = held.iter().map(|port| port.local_addr().unwrap().port()).collect();
        assert_eq!(ports.len(), 20);
        assert!(ports.iter().all(|port| bind(*port).is_none()), "held ports cannot be bound");
        drop(held);
        assert!(ports.iter().all(|port| bind(*port).is_some()), "given back, they can");
    }
}
