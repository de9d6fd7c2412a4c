//! Proxies between the job and the nodes, so that connections can be cut while both ends live.
//!
//! They pass bytes on and know nothing of what they are.

use crate::Error;
use std::collections::BTreeMap;
use std::io::copy;
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// How long a node may take to accept.
const ACCEPTS: Duration = Duration::from_secs(2);

/// One proxy for each node. They end when dropped, with all their connections.
pub struct Doors {
    doors: Vec<Arc<Door>>,
    listeners: Vec<TcpListener>,
}

struct Door {
    port: u16,
    closed: AtomicBool,
    /// The job's ends of the open connections, by a number that they get.
    open: Mutex<BTreeMap<u64, TcpStream>>,
}

impl Doors {
    /// Takes ports. What connects before [`Doors::serve`] waits.
    pub fn new(nodes: u16) -> Result<Doors, Error> {
        let (mut doors, mut listeners) = (Vec::new(), Vec::new());
        for _ in 0..nodes {
            let listener =
                TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).map_err(|e| Error::io("a proxy", &e))?;
            let port = listener.local_addr().map_err(|e| Error::io("a proxy", &e))?.port();
            doors.push(Arc::new(Door { port, closed: AtomicBool::new(false), open: Mutex::default() }));
            listeners.push(listener);
        }
        Ok(Doors { doors, listeners })
    }

    /// In the order of nodes.
    pub fn ports(&self) -> Vec<u16> {
        self.doors.iter().map(|door| door.port).collect()
    }

    /// The addresses of all proxies, as `bootstrap.servers` takes them.
    pub fn bootstrap(&self) -> String {
        let addresses = self.doors.iter().map(|door| format!("127.0.0.1:{}", door.port));
        addresses.collect::<Vec<_>>().join(",")
    }

    /// Begins to pass on to where each node listens.
    pub fn serve(&mut self, nodes: &[SocketAddr]) {
        for ((door, listener), node) in self.doors.iter().zip(self.listeners.drain(..)).zip(nodes) {
            let (door, node) = (Arc::clone(door), *node);
            std::thread::spawn(move || door.accept(&listener, node));
        }
    }

    /// Cuts all connections to one node, or to all; how many there were.
    pub fn cut(&self, node: Option<u16>) -> usize {
        let of = |door: &Arc<Door>| {
            let open = std::mem::take(&mut *door.open());
            // The threads that copy see the end and let go of the other side.
            open.values().for_each(|stream| drop(stream.shutdown(Shutdown::Both)));
            open.len()
        };
        match node {
            Some(node) => self.doors.get(usize::from(node).wrapping_sub(1)).map_or(0, of),
            None => self.doors.iter().map(of).sum(),
        }
    }
}

impl Drop for Doors {
    fn drop(&mut self) {
        for door in &self.doors {
            door.closed.store(true, Ordering::Relaxed);
            // It waits for somebody to come.
            let _ = TcpStream::connect((Ipv4Addr::LOCALHOST, door.port));
        }
        self.cut(None);
    }
}

impl Door {
    fn open(&self) -> std::sync::MutexGuard<'_, BTreeMap<u64, TcpStream>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn accept(self: &Arc<Self>, listener: &TcpListener, node: SocketAddr) {
        for (number, outside) in (0..).zip(listener.incoming()) {
            if self.closed.load(Ordering::Relaxed) {
                return;
            }
            let Ok(outside) = outside else { continue };
            let door = Arc::clone(self);
            std::thread::spawn(move || {
                // Who cannot be connected is hung up on: as if the node had refused.
                let _ = door.connect(number, &outside, node);
                door.open().remove(&number);
            });
        }
    }

    /// Passes on both ways until either end is over.
    fn connect(&self, number: u64, outside: &TcpStream, node: SocketAddr) -> std::io::Result<()> {
        let inside = TcpStream::connect_timeout(&node, ACCEPTS)?;
        outside.set_nodelay(true)?;
        inside.set_nodelay(true)?;
        self.open().insert(number, outside.try_clone()?);
        std::thread::scope(|scope| {
            scope.spawn(|| pass(outside, &inside));
            pass(&inside, outside);
        });
        Ok(())
    }
}

/// Passes on until one side is over, and ends the other.
fn pass(mut from: &TcpStream, mut to: &TcpStream) {
    // How it ended does not matter.
    let _ = copy(&mut from, &mut to);
    let _ = from.shutdown(Shutdown::Both);
    let _ = to.shutdown(Shutdown::Both);
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Read, Write};

    #[test]
    fn bytes_go_both_ways_until_the_cut() {
        let node = TcpListener::bind("127.0.0.1:0").unwrap();
        let mut doors = Doors::new(1).unwrap();
        doors.serve(&[node.local_addr().unwrap()]);
        let mut outside = TcpStream::connect(doors.bootstrap()).unwrap();
        let (mut inside, _) = node.accept().unwrap();
        outside.write_all(b"ask").unwrap();
        let mut three = [0; 3];
        inside.read_exact(&mut three).unwrap();
        inside.write_all(b"yes").unwrap();
        outside.read_exact(&mut three).unwrap();
        assert_eq!(&three, b"yes");
        assert_eq!(doors.cut(Some(1)), 1);
        assert_eq!(outside.read(&mut three).unwrap_or(0), 0, "the job's end sees it");
        assert_eq!(inside.read(&mut three).unwrap_or(0), 0, "and so does the node's");
        assert_eq!(doors.cut(None), 0);
    }
}
