//! `riparian lsp`: the language server.

use crate::exit::{Exit, Failure};
use crate::terminal::Terminal;

#[derive(clap::Args)]
pub struct Lsp {
    /// Accepted because editors pass it; standard input and output are the only transport.
    #[arg(long, hide = true)]
    stdio: bool,
}

impl Lsp {
    pub fn run(self, _: &Terminal) -> Result<Exit, Failure> {
        let _ = self.stdio;
        riparian_lsp::serve_stdio()?;
        Ok(Exit::Done)
    }
}
