//! A job seen from outside: what its workers last told, served over HTTP.
//!
//! > worker → [`Board`] (a copy, a few times per second) → [`Listener`]: `/health`, `/ready`, `/metrics`, `/status`
//!
//! Off unless asked for. Reads copies only: whoever looks, however slowly, stands in no worker's way. Shows names, counts and
//! times; never a column of a record.

mod board;
mod exposition;
mod health;
mod http;
mod metrics;
mod request;
mod status;

pub use board::Board;
pub use http::Listener;

/// An answer to a request, whole.
#[derive(Debug)]
struct Answer {
    /// `200 OK`.
    status: &'static str,
    content_type: &'static str,
    body: Vec<u8>,
}

impl Answer {
    fn text(status: &'static str, body: String) -> Self {
        Answer { status, content_type: "text/plain; charset=utf-8", body: body.into_bytes() }
    }
}

const OK: &str = "200 OK";
const UNAVAILABLE: &str = "503 Service Unavailable";

/// What is served at a path.
fn answer(board: &Board, path: &str) -> Answer {
    match path {
        "/health" => verdict(&health::health(board)),
        "/ready" => verdict(&health::ready(board)),
        "/metrics" => Answer {
            status: OK,
            content_type: "text/plain; version=0.0.4; charset=utf-8",
            body: metrics::metrics(board).into_bytes(),
        },
        "/status" => Answer { status: OK, content_type: "application/json", body: status::status(board) },
        _ => Answer::text("404 Not Found", "there are /health, /ready, /metrics and /status\n".to_string()),
    }
}

fn verdict(verdict: &health::Verdict) -> Answer {
    let mut body = verdict.lines.join("\n");
    body.push('\n');
    Answer::text(if verdict.is_good { OK } else { UNAVAILABLE }, body)
}

#[cfg(test)]
mod tests;
