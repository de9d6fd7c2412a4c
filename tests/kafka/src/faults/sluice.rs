//! A proxy in front of a node that holds back what is written, and nothing else: as if the node's disk stood still.
//!
//! Of the protocol it knows how requests are framed and which of them write records.

use crate::Error;
use std::io::{Read, Write, copy};
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// The number of the request that writes records.
const PRODUCE: [u8; 2] = [0, 0];
/// Requests are at most as large as a node takes them.
const LARGEST: u32 = 100 << 20;
/// How long a node may take to accept.
const ACCEPTS: Duration = Duration::from_secs(2);

/// The proxy of one node. What it holds is let go when it is dropped.
pub struct Sluice {
    port: u16,
    listener: Option<TcpListener>,
    gate: Arc<Gate>,
}

#[derive(Default)]
struct Gate {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    held: bool,
    /// How long each request that writes takes besides.
    takes: Duration,
    over: bool,
    /// Requests that write which have come.
    asked: u64,
}

impl Sluice {
    /// Takes a port. What connects before [`Sluice::serve`] waits.
    pub fn new() -> Result<Sluice, Error> {
        let failed = |error: std::io::Error| Error::io("a proxy", &error);
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).map_err(failed)?;
        let port = listener.local_addr().map_err(failed)?.port();
        Ok(Sluice { port, listener: Some(listener), gate: Arc::default() })
    }

    pub fn port(&self) -> u16 {
        self.port
    }

    /// Its address, as `bootstrap.servers` takes it.
    pub fn bootstrap(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    /// Begins to pass on to where the node listens.
    pub fn serve(&mut self, node: SocketAddr) {
        let Some(listener) = self.listener.take() else { return };
        let gate = Arc::clone(&self.gate);
        std::thread::spawn(move || {
            for outside in listener.incoming() {
                if gate.state().over {
                    return;
                }
                let Ok(outside) = outside else { continue };
                let gate = Arc::clone(&gate);
                // Who cannot be connected is hung up on: as if the node had refused.
                std::thread::spawn(move || drop(gate.connect(&outside, node)));
            }
        });
    }

    /// From now on nothing is written, and who writes gets no answer.
    pub fn hold(&self) {
        self.change(|state| state.held = true);
    }

    /// Lets everything through, what was held first.
    pub fn open(&self) {
        self.change(|state| (state.held, state.takes) = (false, Duration::ZERO));
    }

    /// Lets everything through, but each request that writes records takes so long.
    pub fn slow(&self, takes: Duration) {
        self.change(|state| (state.held, state.takes) = (false, takes));
    }

    /// How many requests that write records have come.
    pub fn asked(&self) -> u64 {
        self.gate.state().asked
    }

    fn change(&self, change: impl FnOnce(&mut State)) {
        change(&mut self.gate.state());
        self.gate.changed.notify_all();
    }
}

impl Drop for Sluice {
    fn drop(&mut self) {
        self.change(|state| (state.over, state.held) = (true, false));
        // It waits for somebody to come.
        let _ = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port));
    }
}

impl Gate {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Passes on both ways until either end is over.
    fn connect(&self, outside: &TcpStream, node: SocketAddr) -> std::io::Result<()> {
        let inside = TcpStream::connect_timeout(&node, ACCEPTS)?;
        outside.set_nodelay(true)?;
        inside.set_nodelay(true)?;
        std::thread::scope(|scope| {
            scope.spawn(|| {
                // How it ended does not matter.
                let _ = self.requests(outside, &inside);
                end(outside, &inside);
            });
            let _ = copy(&mut &inside, &mut &*outside);
            end(outside, &inside);
        });
        Ok(())
    }

    /// Request by request: four bytes of length, two that say what it is.
    fn requests(&self, mut from: &TcpStream, mut to: &TcpStream) -> std::io::Result<()> {
        let mut request = Vec::new();
        loop {
            let mut length = [0; 4];
            from.read_exact(&mut length)?;
            let size = u32::from_be_bytes(length);
            if size > LARGEST {
                return Err(std::io::ErrorKind::InvalidData.into());
            }
            request.clear();
            request.extend_from_slice(&length);
            from.take(u64::from(size)).read_to_end(&mut request)?;
            if request.get(4..6) == Some(&PRODUCE) {
                self.pass();
            }
            to.write_all(&request)?;
        }
    }

    /// Waits until a request that writes may pass.
    fn pass(&self) {
        let mut state = self.state();
        state.asked += 1;
        while state.held {
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        let takes = state.takes;
        drop(state);
        std::thread::sleep(takes);
    }
}

fn end(outside: &TcpStream, inside: &TcpStream) {
    let _ = outside.shutdown(Shutdown::Both);
    let _ = inside.shutdown(Shutdown::Both);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(kind: u8, text: &[u8]) -> Vec<u8> {
        let mut bytes = vec![0, 0, 0, 2 + text.len() as u8, 0, kind];
        bytes.extend_from_slice(text);
        bytes
    }

    #[test]
    fn only_what_writes_is_held() {
        let node = TcpListener::bind("127.0.0.1:0").unwrap();
        let mut sluice = Sluice::new().unwrap();
        sluice.serve(node.local_addr().unwrap());
        let connect = || {
            let outside = TcpStream::connect(sluice.bootstrap()).unwrap();
            (outside, node.accept().unwrap().0)
        };
        let ((mut writes, mut written), (mut reads, mut read)) = (connect(), connect());
        sluice.hold();
        writes.write_all(&request(0, b"held")).unwrap();
        reads.write_all(&request(1, b"read")).unwrap();
        let mut found = [0; 10];
        read.read_exact(&mut found).unwrap();
        assert_eq!(&found[6..], b"read");
        written.set_read_timeout(Some(Duration::from_millis(200))).unwrap();
        assert!(written.read_exact(&mut found).is_err(), "nothing comes through");
        assert_eq!(sluice.asked(), 1);
        sluice.open();
        written.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
        written.read_exact(&mut found).unwrap();
        assert_eq!(&found[6..], b"held");
    }
}
