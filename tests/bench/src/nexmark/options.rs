//! What is measured, and how often.

use super::generator::Order;

/// `--trusted`, `--shuffled`, `--events N`, `--rounds R`, `--query NAME`.
pub struct Options {
    /// What the jobs read is trusted; else all of every record is checked.
    pub trusted: bool,
    /// How the fields of a bid stand.
    pub order: Order,
    pub events: usize,
    pub rounds: usize,
    query: Option<String>,
}

impl Options {
    pub fn read(arguments: &[&str]) -> Result<Self, String> {
        let mut options =
            Options { trusted: false, order: Order::Schema, events: 2_000_000, rounds: 5, query: None };
        let mut rest = arguments.iter();
        while let Some(name) = rest.next() {
            let mut value = || rest.next().ok_or_else(|| format!("`{name}` needs a value"));
            match *name {
                "--trusted" => options.trusted = true,
                "--shuffled" => options.order = Order::Shuffled,
                "--events" => options.events = positive(name, value()?)?,
                "--rounds" => options.rounds = positive(name, value()?)?,
                "--query" => options.query = Some((*value()?).to_owned()),
                _ => {
                    return Err(format!(
                        "there is no option `{name}`; there are: --trusted, --shuffled, --events, --rounds, --query"
                    ));
                }
            }
        }
        Ok(options)
    }

    pub fn wants(&self, query: &str) -> bool {
        self.query.as_ref().is_none_or(|wanted| wanted == query)
    }
}

fn positive(name: &str, value: &str) -> Result<usize, String> {
    match value.parse() {
        Ok(number) if number > 0 => Ok(number),
        _ => Err(format!("`{name}` takes a number above 0, not `{value}`")),
    }
}
