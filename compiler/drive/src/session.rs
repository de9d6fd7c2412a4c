//! A process that follows commands on its standard input: the binary of a job with `--drive`.

use crate::Record;
use std::io::{BufRead, BufReader, BufWriter, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

/// Ends the process when it goes.
#[derive(Debug)]
pub struct Session {
    process: Child,
    /// `None` once nothing more will be said.
    input: Option<BufWriter<ChildStdin>>,
    output: BufReader<ChildStdout>,
    name: String,
}

impl Session {
    pub fn start(binary: &Path, arguments: &[&str]) -> Result<Session, String> {
        let name = binary.display().to_string();
        let mut process = Command::new(binary)
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(|error| format!("{name}: {error}"))?;
        let (Some(input), Some(output)) = (process.stdin.take(), process.stdout.take()) else {
            return Err(format!("{name} has no standard streams"));
        };
        let input = Some(BufWriter::new(input));
        Ok(Session { process, input, output: BufReader::new(output), name })
    }

    /// The job of a name from nothing; every topic has so many partitions, a commit follows so many records.
    pub fn job(&mut self, name: &str, partitions: u32, commit: usize) -> Result<(), String> {
        self.tell(&["start", name, &partitions.to_string(), &commit.to_string()])?;
        self.answer().map(|_| ())
    }

    pub fn feed(&mut self, record: &Record) -> Result<(), String> {
        let [topic, time, key, value] = record.fields();
        self.tell(&["feed", &topic, &time, &key, &value])
    }

    /// A command without an answer; what goes wrong with it shows with the next answer.
    pub fn tell(&mut self, fields: &[&str]) -> Result<(), String> {
        let written = match &mut self.input {
            Some(input) => writeln!(input, "{}", fields.join("\t")),
            None => Ok(()),
        };
        written.map_err(|_| self.failure())
    }

    /// The lines that a question is answered with.
    pub fn ask(&mut self, question: &str) -> Result<Vec<String>, String> {
        self.tell(&[question])?;
        self.answer()
    }

    fn answer(&mut self) -> Result<Vec<String>, String> {
        if self.input.as_mut().is_some_and(|input| input.flush().is_err()) {
            return Err(self.failure());
        }
        let mut lines = Vec::new();
        loop {
            let mut line = String::new();
            match self.output.read_line(&mut line) {
                Ok(0) => return Err(self.failure()),
                Ok(_) if line == ".\n" => return Ok(lines),
                Ok(_) => lines.push(line.trim_end_matches('\n').to_owned()),
                Err(error) => return Err(format!("{}: {error}", self.name)),
            }
        }
    }

    /// Nothing more is said; whether everything that was said could be done.
    pub fn end(mut self) -> Result<(), String> {
        let flushed = self.input.take().is_none_or(|mut input| input.flush().is_ok());
        match self.process.wait() {
            Ok(status) if status.success() && flushed => Ok(()),
            _ => Err(self.failure()),
        }
    }

    /// What the process said before it ended.
    fn failure(&mut self) -> String {
        self.input = None;
        let mut said = String::new();
        if let Some(stderr) = &mut self.process.stderr {
            // What is no UTF-8 is no message of ours.
            let _ = stderr.read_to_string(&mut said);
        }
        let said = said.trim();
        if said.is_empty() {
            format!(
                "{} ended without an answer\nhelp: its `main` has to hand its arguments on: `riparian::main(&streams::PROGRAM)`",
                self.name
            )
        } else {
            said.strip_prefix("error: ").unwrap_or(said).to_owned()
        }
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        self.input = None;
        // It may have ended already, which is as good.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
