//! Giving rights on a broker that asks for them.
//!
//! The client library's safe interface has no call for it, so the question is written here by hand: `CreateAcls`, version 1.

use crate::Error;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

/// What a right is to; names are whole, or the beginning of names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum On<'a> {
    Topic(&'a str),
    Topics(&'a str),
    Group(&'a str),
    TransactionalIds(&'a str),
    Cluster,
}

/// What a right allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Operation {
    All = 2,
    Read = 3,
    Write = 4,
    Create = 5,
    Delete = 6,
    Describe = 8,
}

const CREATE_ACLS: i16 = 30;
const VERSION: i16 = 1;
const LITERAL: u8 = 3;
const PREFIXED: u8 = 4;
const DENY: u8 = 2;
const ALLOW: u8 = 3;

/// Asks the node at `address`, on behalf of nobody in particular, to give `user` rights; done when it has.
pub fn allow(address: &str, user: &str, rights: &[(On<'_>, Operation)]) -> Result<(), Error> {
    ask(address, user, &question(user, rights, ALLOW))
}

/// Takes a right away again: what is denied is not allowed, whatever else is said.
pub fn deny(address: &str, user: &str, right: (On<'_>, Operation)) -> Result<(), Error> {
    ask(address, user, &question(user, &[right], DENY))
}

fn ask(address: &str, user: &str, question: &[u8]) -> Result<(), Error> {
    let doing = format!("the rights of {user}");
    let failed = |error: std::io::Error| Error::io(&doing, &error);
    let mut stream = TcpStream::connect(address).map_err(failed)?;
    stream.set_read_timeout(Some(Duration::from_secs(20))).map_err(failed)?;
    stream.write_all(&(question.len() as u32).to_be_bytes()).map_err(failed)?;
    stream.write_all(question).map_err(failed)?;
    let mut length = [0; 4];
    stream.read_exact(&mut length).map_err(failed)?;
    let mut answer = vec![0; u32::from_be_bytes(length).min(1 << 20) as usize];
    stream.read_exact(&mut answer).map_err(failed)?;
    match refused(&answer) {
        Some(0) => Ok(()),
        code => Err(Error::new(format!("{doing}: the node answers with {code:?}"))),
    }
}

fn text(out: &mut Vec<u8>, text: &str) {
    out.extend_from_slice(&(text.len() as u16).to_be_bytes());
    out.extend_from_slice(text.as_bytes());
}

fn question(user: &str, rights: &[(On<'_>, Operation)], permission: u8) -> Vec<u8> {
    let mut out = Vec::new();
    out.extend_from_slice(&CREATE_ACLS.to_be_bytes());
    out.extend_from_slice(&VERSION.to_be_bytes());
    // The number of the question, then who asks.
    out.extend_from_slice(&1_i32.to_be_bytes());
    text(&mut out, "rights");
    out.extend_from_slice(&(rights.len() as u32).to_be_bytes());
    for (on, operation) in rights {
        let (kind, name, pattern) = match on {
            On::Topic(name) => (2_u8, *name, LITERAL),
            On::Topics(begin) => (2, *begin, PREFIXED),
            On::Group(name) => (3, *name, LITERAL),
            On::Cluster => (4, "kafka-cluster", LITERAL),
            On::TransactionalIds(begin) => (5, *begin, PREFIXED),
        };
        out.push(kind);
        text(&mut out, name);
        out.push(pattern);
        text(&mut out, &format!("User:{user}"));
        text(&mut out, "*");
        out.extend_from_slice(&[*operation as u8, permission]);
    }
    out
}

/// The first code of an answer that is not 0, else 0; none of an answer that is cut off.
fn refused(answer: &[u8]) -> Option<i16> {
    // The number of the question, and how long it was throttled.
    let mut rest = answer.get(8..)?;
    let mut take = |count: usize| {
        let (taken, after) = rest.split_at_checked(count)?;
        rest = after;
        Some(taken)
    };
    let count = u32::from_be_bytes(take(4)?.try_into().ok()?);
    let mut code = 0;
    for _ in 0..count {
        let one = i16::from_be_bytes(take(2)?.try_into().ok()?);
        code = if code == 0 { one } else { code };
        let length = i16::from_be_bytes(take(2)?.try_into().ok()?);
        take(usize::try_from(length).unwrap_or(0))?;
    }
    Some(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_is_as_the_protocol_has_it() {
        let question = question("al", &[(On::Topics("a."), Operation::Write)], ALLOW);
        let expected =
            b"\0\x1e\0\x01\0\0\0\x01\0\x06rights\0\0\0\x01\x02\0\x02a.\x04\0\x07User:al\0\x01*\x04\x03";
        assert_eq!(question, expected);
    }

    #[test]
    fn a_refusal_is_not_overlooked() {
        let answer = b"\0\0\0\x01\0\0\0\0\0\0\0\x02\0\0\xff\xff\0\x1f\0\x02no";
        assert_eq!(refused(answer), Some(31));
        assert_eq!(refused(&answer[..16]), None);
    }
}
