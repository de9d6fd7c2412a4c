//! The head of an HTTP request, from whoever sends what: bounded in size, and refused with a reason where it is none.

use std::io::{ErrorKind, Read};
use std::time::Instant;

/// Longest head that is read.
pub const LIMIT: usize = 8 * 1024;

/// Why a request is not answered with what it asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is no HTTP.
    Garbage,
    /// It is not all there in time.
    Slow,
    TooLarge,
    /// Something else than `GET` or `HEAD`.
    Method,
    /// Nobody is there any more.
    Gone,
}

/// What is asked for.
#[derive(Debug, PartialEq, Eq)]
pub struct Request {
    pub path: String,
    /// The body is not wanted.
    pub is_head: bool,
}

/// Reads up to the end of the head; `wait` sets how long the next read may take, and fails when there is no time left.
pub fn read<S: Read>(
    stream: &mut S,
    until: Instant,
    wait: impl Fn(&S, Instant) -> bool,
) -> Result<Request, Refusal> {
    let mut head = Vec::with_capacity(512);
    let mut piece = [0u8; 1024];
    loop {
        if !wait(stream, until) {
            return Err(Refusal::Slow);
        }
        let count = match stream.read(&mut piece) {
            Ok(0) if head.is_empty() => return Err(Refusal::Gone),
            Ok(0) => return Err(Refusal::Garbage),
            Ok(count) => count,
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {
                return Err(Refusal::Slow);
            }
            Err(_) => return Err(Refusal::Gone),
        };
        head.extend_from_slice(piece.get(..count).unwrap_or_default());
        let is_whole = |end: &[u8]| head.windows(end.len()).any(|window| window == end);
        if is_whole(b"\r\n\r\n") || is_whole(b"\n\n") {
            return parse(&head);
        }
        if head.len() > LIMIT {
            return Err(Refusal::TooLarge);
        }
    }
}

/// `GET /path?query HTTP/1.1`; headers say nothing that would change an answer.
fn parse(head: &[u8]) -> Result<Request, Refusal> {
    let line = head.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let line = std::str::from_utf8(line).map_err(|_| Refusal::Garbage)?.trim_end_matches('\r');
    let mut words = line.split(' ');
    let (Some(method), Some(target), Some(version), None) =
        (words.next(), words.next(), words.next(), words.next())
    else {
        return Err(Refusal::Garbage);
    };
    let is_method = !method.is_empty() && method.bytes().all(|byte| byte.is_ascii_uppercase());
    if !is_method || !version.starts_with("HTTP/1.") || !target.starts_with('/') {
        return Err(Refusal::Garbage);
    }
    if !matches!(method, "GET" | "HEAD") {
        return Err(Refusal::Method);
    }
    let path = target.split(['?', '#']).next().unwrap_or_default().to_owned();
    Ok(Request { path, is_head: method == "HEAD" })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(text: &[u8]) -> Result<Request, Refusal> {
        read(&mut &text[..], Instant::now(), |_, _| true)
    }

    #[test]
    fn a_path_is_taken_without_its_query() {
        let path = |path: &str, is_head| Ok(Request { path: path.to_owned(), is_head });
        assert_eq!(of(b"GET /health HTTP/1.1\r\nHost: x\r\n\r\n"), path("/health", false));
        assert_eq!(of(b"HEAD /metrics?x=/y HTTP/1.0\n\n"), path("/metrics", true));
    }

    #[test]
    fn what_is_no_request_is_refused_with_the_reason() {
        assert_eq!(of(b""), Err(Refusal::Gone));
        assert_eq!(of(b"GET /health HTTP/1.1\r\n"), Err(Refusal::Garbage));
        assert_eq!(of(b"POST /health HTTP/1.1\r\n\r\n"), Err(Refusal::Method));
        assert_eq!(of(b"GET http://x/ HTTP/1.1\r\n\r\n"), Err(Refusal::Garbage));
        assert_eq!(of(b"GET /a b HTTP/1.1\r\n\r\n"), Err(Refusal::Garbage));
        assert_eq!(of(b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\n\n"), Err(Refusal::Garbage));
        assert_eq!(of(&vec![b'a'; 3 * LIMIT]), Err(Refusal::TooLarge));
        assert_eq!(read(&mut &b"GET"[..], Instant::now(), |_, _| false), Err(Refusal::Slow));
    }

    proptest! {
        #[test]
        fn any_bytes_end_in_an_answer(bytes in proptest::collection::vec(any::<u8>(), 0..4000)) {
            let _ = of(&bytes);
        }
    }
}
