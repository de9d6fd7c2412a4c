//! The listener: its own thread, one more per request that is under way, a bound on all of them.
//!
//! Plain HTTP, one request per connection. A client may be slow, silent or talk garbage: it has two seconds, and costs nobody
//! else anything.

use super::board::Board;
use super::request::{self, Refusal, Request};
use super::{Answer, answer};
use crate::fail::Fatal;
use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream, ToSocketAddrs};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// How long a client may take to ask, and again to take the answer.
const WITHIN: Duration = Duration::from_secs(2);
/// Requests under way; more are turned away.
const MOST: usize = 16;

/// Listens until it is dropped.
#[derive(Debug)]
pub struct Listener {
    address: SocketAddr,
    is_over: Arc<AtomicBool>,
}

impl Listener {
    /// Serves a board at `HOST:PORT`; port 0 stands for a free one.
    pub fn start(at: &str, board: Arc<Board>) -> Result<Self, Fatal> {
        let wrong = |what: String| {
            Fatal::configuration(
                format!("cannot listen on `{at}`: {what}"),
                "give an address of this machine and a free port, such as 127.0.0.1:9465; port 0 takes any free one",
            )
        };
        let addresses = at.to_socket_addrs().map_err(|error| wrong(error.to_string()))?.collect::<Vec<_>>();
        let listener = TcpListener::bind(&*addresses).map_err(|error| wrong(error.to_string()))?;
        let address = listener.local_addr().map_err(|error| wrong(error.to_string()))?;
        board.watch();
        let is_over = Arc::new(AtomicBool::new(false));
        let over = Arc::clone(&is_over);
        std::thread::Builder::new()
            .name("observe".to_string())
            .spawn(move || listen(&listener, &board, &over))
            .map_err(|error| Fatal::io("starting the thread that listens", error))?;
        Ok(Listener { address, is_over })
    }

    /// With the port that was found.
    pub fn address(&self) -> SocketAddr {
        self.address
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        self.is_over.store(true, Ordering::Relaxed);
        // Wakes the thread that waits for a connection.
        let _ = TcpStream::connect_timeout(&self.address, Duration::from_millis(100));
    }
}

fn listen(listener: &TcpListener, board: &Arc<Board>, is_over: &AtomicBool) {
    let under_way = Arc::new(AtomicUsize::new(0));
    for stream in listener.incoming() {
        if is_over.load(Ordering::Relaxed) {
            return;
        }
        let Ok(stream) = stream else {
            // No file descriptor is left, or the like.
            std::thread::sleep(Duration::from_millis(100));
            continue;
        };
        if under_way.fetch_add(1, Ordering::Relaxed) >= MOST {
            under_way.fetch_sub(1, Ordering::Relaxed);
            continue;
        }
        let (board, count) = (Arc::clone(board), Arc::clone(&under_way));
        let serve = move || {
            serve(stream, &board);
            count.fetch_sub(1, Ordering::Relaxed);
        };
        if std::thread::Builder::new().name("observe-request".to_string()).spawn(serve).is_err() {
            under_way.fetch_sub(1, Ordering::Relaxed);
        }
    }
}

fn serve(mut stream: TcpStream, board: &Board) {
    let wait = |stream: &TcpStream, until: Instant| {
        let left = until.saturating_duration_since(Instant::now());
        !left.is_zero() && stream.set_read_timeout(Some(left)).is_ok()
    };
    let (answer, is_head) = match request::read(&mut stream, Instant::now() + WITHIN, wait) {
        Ok(Request { path, is_head }) => (answer(board, &path), is_head),
        Err(Refusal::Gone) => return,
        Err(refusal) => (refused(refusal), false),
    };
    let head = format!(
        "HTTP/1.1 {}\r\nContent-Type: {}\r\nContent-Length: {}\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n",
        answer.status,
        answer.content_type,
        answer.body.len()
    );
    if stream.set_write_timeout(Some(WITHIN)).is_err() {
        return;
    }
    let body = if is_head { &[][..] } else { &answer.body };
    // A client that has gone misses nothing.
    if stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(body)).is_ok() {
        take_leave(stream);
    }
}

/// What the client has sent beyond its head is read, for a moment: else the answer may be lost with the connection.
fn take_leave(mut stream: TcpStream) {
    let _ = stream.shutdown(Shutdown::Write);
    let _ = stream.set_read_timeout(Some(Duration::from_millis(200)));
    let mut rest = [0u8; 1024];
    for _ in 0..64 {
        match stream.read(&mut rest) {
            Ok(count) if count > 0 => {}
            _ => return,
        }
    }
}

fn refused(refusal: Refusal) -> Answer {
    let (status, text) = match refusal {
        Refusal::Slow => ("408 Request Timeout", "the request is not here after two seconds\n"),
        Refusal::TooLarge => ("431 Request Header Fields Too Large", "the request is too large\n"),
        Refusal::Method => ("405 Method Not Allowed", "only GET and HEAD\n"),
        Refusal::Garbage | Refusal::Gone => ("400 Bad Request", "this is no HTTP request\n"),
    };
    Answer::text(status, text.to_string())
}
