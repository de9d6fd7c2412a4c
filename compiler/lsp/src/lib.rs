//! The language server: a main loop and protocol conversion, nothing else. Every answer is the compiler's.
//!
//! One thread owns the workspace and applies messages in order; after a pause in typing it analyses and publishes.
//! UTF-16 exists only here.

mod convert;
mod documents;
mod server;

use lsp_server::Connection;
use std::error::Error;

/// Serves one client on standard input and output until it says `exit`.
pub fn serve_stdio() -> Result<(), Box<dyn Error>> {
    let (connection, threads) = Connection::stdio();
    serve(connection)?;
    threads.join()?;
    Ok(())
}

/// Serves one client on a connection.
pub fn serve(connection: Connection) -> Result<(), Box<dyn Error>> {
    let (id, parameters) = connection.initialize_start()?;
    let parameters: gen_lsp_types::InitializeParams = serde_json::from_value(parameters)?;
    let encoding = convert::Encoding::negotiate(&parameters);
    let result = serde_json::json!({
        "capabilities": server::capabilities(encoding),
        "serverInfo": { "name": "riparian", "version": env!("CARGO_PKG_VERSION") },
    });
    connection.initialize_finish(id, result)?;
    server::Server::new(&connection, &parameters, encoding).run()
}
