//! What a process of the job tells of itself: its events (with `--log json`) and its pages (with `--listen`).

use super::Process;
use serde_json::Value;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

/// Makes a process tell it.
pub const OBSERVED: [&str; 4] = ["--listen", "127.0.0.1:0", "--log", "json"];

impl Process {
    /// What all processes of this name have said, in order; a line that is not whole yet, or no event, is left out.
    pub fn events(&self) -> Vec<Value> {
        let output = self.output();
        let whole = output.rfind('\n').map_or("", |end| &output[..end]);
        whole.lines().filter_map(|line| serde_json::from_str(line).ok()).collect()
    }

    /// Code and body of a page of the last process of this name, if there is an answer.
    pub fn get(&self, path: &str) -> Option<(u16, String)> {
        let port = self.events().iter().rev().find_map(|said| said.get("port")?.as_u64())?;
        let mut stream = TcpStream::connect(("127.0.0.1", u16::try_from(port).ok()?)).ok()?;
        stream.set_read_timeout(Some(Duration::from_secs(60))).ok()?;
        stream.write_all(format!("GET {path} HTTP/1.1\r\nHost: job\r\n\r\n").as_bytes()).ok()?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer).ok()?;
        let (head, body) = answer.split_once("\r\n\r\n")?;
        Some((head.split(' ').nth(1)?.parse().ok()?, body.to_owned()))
    }
}
