//! One question over HTTP, with an end to all waiting.

use crate::exit::Failure;
use std::io::{Read, Write};
use std::net::{TcpStream, ToSocketAddrs};
use std::time::Duration;

/// How long each step may take.
const WITHIN: Duration = Duration::from_secs(5);
/// Longest answer that is read.
const LIMIT: u64 = 64 << 20;

/// The body that a job at an address serves under `/status`.
pub fn status(at: &str) -> Result<String, Failure> {
    let away = |what: String| -> Failure {
        format!(
            "no job answers at {at}: {what}\nhelp: start it with `riparian run --listen {at}`, or say with --at where it listens"
        )
        .into()
    };
    let addresses = at.to_socket_addrs().map_err(|error| away(error.to_string()))?;
    let mut last = "the name has no address".to_string();
    let mut connected = None;
    for address in addresses {
        match TcpStream::connect_timeout(&address, WITHIN) {
            Ok(stream) => {
                connected = Some(stream);
                break;
            }
            Err(error) => last = error.to_string(),
        }
    }
    let Some(mut stream) = connected else { return Err(away(last)) };
    let mut ask = || -> std::io::Result<Vec<u8>> {
        stream.set_read_timeout(Some(WITHIN))?;
        stream.set_write_timeout(Some(WITHIN))?;
        stream.write_all(
            format!("GET /status HTTP/1.1\r\nHost: {at}\r\nConnection: close\r\n\r\n").as_bytes(),
        )?;
        let mut answer = Vec::new();
        Read::by_ref(&mut stream).take(LIMIT).read_to_end(&mut answer)?;
        Ok(answer)
    };
    let answer = ask().map_err(|error| away(error.to_string()))?;
    let answer = String::from_utf8_lossy(&answer);
    match answer.split_once("\r\n\r\n") {
        Some((head, body)) if head.starts_with("HTTP/1.1 200 ") => Ok(body.to_owned()),
        Some((head, _)) => {
            let first = head.lines().next().unwrap_or_default();
            Err(away(format!("it answers `{}`", first.chars().take(100).collect::<String>())))
        }
        None => Err(away("what answers does not speak HTTP".to_string())),
    }
}
