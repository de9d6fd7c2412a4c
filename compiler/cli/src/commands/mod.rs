//! The subcommands, one file each.

mod check;
mod dev;
mod explain;
mod fmt;
mod graph;
mod lock;
mod lsp;
mod new;
mod run;
mod state;
mod status;
mod tail;
mod test;

use crate::exit::{Exit, Failure};
use crate::terminal::Terminal;

#[derive(clap::Subcommand)]
pub enum Command {
    /// Make a new job: sources, sample data, a test, a crate. Works offline.
    New(new::New),
    /// Check the workspace: types, names, time, state, governance. Needs neither rustc nor a network.
    Check(check::Check),
    /// Format `.stream` files; comments are kept.
    Fmt(fmt::Fmt),
    /// Show a job's plan, or the page of an error code.
    Explain(explain::Explain),
    /// Draw the topics and nodes of a workspace or job.
    Graph(graph::Graph),
    /// Note the ids that the schema registry has for schema files, in `riparian.lock`.
    Lock(lock::Lock),
    /// Build a job and run it on the embedded log.
    Run(run::Run),
    /// Watch the workspace: check on every save, run again.
    #[command(long_about = dev::LONG)]
    Dev(dev::Dev),
    /// Run the `test` blocks: at once in the interpreter, or with --compiled in the generated job.
    ///
    /// The reference interpreter answers in milliseconds, without rustc. With --compiled the jobs are built as `riparian
    /// run` builds them, and the tests run on those, on a log in memory: the same steps, the same comparison, the same
    /// report. Neither needs the keys of vaults.
    Test(test::Test),
    /// Show the records of a topic on the embedded log.
    Tail(tail::Tail),
    /// Show what a node keeps: its groups, sessions or rows, in clear text.
    #[command(long_about = state::LONG)]
    State(state::State),
    /// Show how a running job is: health, lag, state, restore. It must listen.
    #[command(long_about = status::LONG)]
    Status(status::Status),
    /// Speak the language server protocol on standard input and output.
    Lsp(lsp::Lsp),
}

impl Command {
    pub fn run(self, terminal: &Terminal) -> Result<Exit, Failure> {
        match self {
            Command::New(command) => command.run(terminal),
            Command::Check(command) => command.run(terminal),
            Command::Fmt(command) => command.run(terminal),
            Command::Explain(command) => command.run(terminal),
            Command::Graph(command) => command.run(terminal),
            Command::Lock(command) => command.run(terminal),
            Command::Run(command) => command.run(terminal),
            Command::Dev(command) => command.run(terminal),
            Command::Test(command) => command.run(terminal),
            Command::Tail(command) => command.run(terminal),
            Command::State(command) => command.run(terminal),
            Command::Status(command) => command.run(terminal),
            Command::Lsp(command) => command.run(terminal),
        }
    }
}
