//! What is measured, by the command line.

use crate::bids::Keys;

#[derive(Clone, Copy, Debug)]
pub struct Options {
    pub records: usize,
    pub rounds: usize,
    pub keys: Keys,
    /// Of a value, about.
    pub bytes: usize,
    /// Also the replication of every topic.
    pub nodes: u16,
    /// With Kafka Streams; else the two others alone.
    pub streams: bool,
}

impl Options {
    pub fn parse(arguments: &[&str]) -> Result<Options, String> {
        let mut options =
            Options { records: 4_000_000, rounds: 3, keys: Keys::Hot, bytes: 268, nodes: 1, streams: true };
        let mut arguments = arguments.iter();
        while let Some(name) = arguments.next() {
            if *name == "--no-streams" {
                options.streams = false;
                continue;
            }
            let value = arguments.next().ok_or_else(|| format!("`{name}` needs a value"))?;
            let number = || value.parse::<usize>().map_err(|_| format!("`{name} {value}` is not a number"));
            match *name {
                "--records" => options.records = number()?.max(1),
                "--rounds" => options.rounds = number()?.max(1),
                "--bytes" => options.bytes = number()?,
                "--nodes" => {
                    options.nodes =
                        u16::try_from(number()?).map_err(|_| "that is too many nodes".to_string())?;
                }
                "--keys" => {
                    options.keys = match *value {
                        "hot" => Keys::Hot,
                        "uniform" => Keys::Uniform,
                        other => return Err(format!("keys are `hot` or `uniform`, not `{other}`")),
                    }
                }
                other => return Err(format!("there is no option `{other}`; see --help")),
            }
        }
        Ok(options)
    }
}
