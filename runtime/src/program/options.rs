//! The arguments of a job binary.

use crate::broker::Create;
use crate::fail::Fatal;
use crate::files::Binding;
use crate::report::Form;
use std::path::PathBuf;
use std::time::Duration;

pub const HELP: &str = "\
Runs a stream job: on the embedded log until its inputs have been read, or on a broker until it is stopped.

      --job NAME           which job, if the program has several
      --from TOPIC=PATH    read a topic from a file (`a.jsonl,b.jsonl`: one partition each; `-`: standard input)
      --to TOPIC=PATH      write a topic to a file (`-`: standard output)
      --fresh              start over: remove the job's log and state first
      --dir DIR            the job's log; default: the workspace's data folder and the job's name
      --root DIR           the workspace that relative paths belong to; default: the current folder
      --partitions N       partitions of topics for which nothing else says how many
      --fast               commits survive the end of the process, not loss of power
      --keep-everything    never drop a segment of the log, so that the whole history can be replayed
      --replay DIR         take the choices of the log in DIR (made with --keep-everything) instead of own ones
      --quiet              no progress and no summary
      --listen ADDR:PORT   serve /health, /ready, /metrics and /status over HTTP; port 0: any free one, which is printed;
                           also the environment's RIPARIAN_LISTEN
      --log text|json      how events are written to standard error; default: text, on a broker only
      --stop-within SECONDS  after the first interrupt or SIGTERM: end without a commit if it takes longer; default: 10

On a broker (in a program that is built with the feature `kafka` of the crate `riparian`):
      --brokers HOST:PORT,…  run there; also the environment's RIPARIAN_BROKERS
      --workers N          threads, each with its share of the tasks; default: 1
      --instance NAME      of this process among those that run the job, the same after a restart; default: 0
      --create             make missing topics that the job writes; internal ones are made in any case
      --no-create          make none, also no internal ones: only check them
      --property NAME=VALUE  a setting of the client library, passed through; may be repeated

  -h, --help               this text
";

#[derive(Debug)]
pub enum Action {
    Help,
    /// `--drive`: a job follows commands on standard input, on a log in memory. What `riparian test --compiled` starts;
    /// of no use to people, so it is not in the help.
    Drive,
    Run(Box<Arguments>),
}

#[derive(Debug, Default)]
pub struct Arguments {
    pub job: Option<String>,
    pub bindings: Vec<Binding>,
    pub fresh: bool,
    pub directory: Option<PathBuf>,
    pub root: PathBuf,
    pub partitions: Option<u32>,
    pub fast: bool,
    pub keep_everything: bool,
    pub replay: Option<PathBuf>,
    pub quiet: bool,
    pub brokers: Option<String>,
    pub workers: u32,
    pub instance: String,
    pub create: Create,
    pub properties: Vec<(String, String)>,
    pub listen: Option<String>,
    /// Absent: as people on a broker want it.
    pub log: Option<Form>,
    pub stop_within: Duration,
}

/// How long a job may take to end when it is asked to.
const STOP_WITHIN: Duration = Duration::from_secs(10);

/// What takes no value.
const FLAGS: [&str; 7] =
    ["--drive", "--fresh", "--fast", "--keep-everything", "--quiet", "--create", "--no-create"];

/// `--name value` and `--name=value`.
pub fn parse(arguments: impl IntoIterator<Item = String>) -> Result<Action, String> {
    let mut parsed = Arguments {
        root: PathBuf::from("."),
        workers: 1,
        instance: "0".to_owned(),
        stop_within: STOP_WITHIN,
        ..Arguments::default()
    };
    let mut rest = arguments.into_iter();
    while let Some(argument) = rest.next() {
        let (name, attached) = match argument.split_once('=') {
            Some((name, value)) if name.starts_with("--") => (name.to_string(), Some(value.to_string())),
            _ => (argument.clone(), None),
        };
        let flag = FLAGS.contains(&name.as_str());
        if flag && attached.is_some() {
            return Err(format!("`{name}` takes no value"));
        }
        let mut value = || {
            attached
                .clone()
                .or_else(|| rest.next())
                .ok_or_else(|| format!("`{name}` needs a value\nhelp: see --help"))
        };
        let binding = |result: Result<Binding, Fatal>| result.map_err(|error| error.to_string());
        match name.as_str() {
            "-h" | "--help" => return Ok(Action::Help),
            "--drive" => return Ok(Action::Drive),
            "--job" => parsed.job = Some(value()?),
            "--from" => parsed.bindings.push(binding(Binding::from(&value()?))?),
            "--to" => parsed.bindings.push(binding(Binding::to(&value()?))?),
            "--fresh" => parsed.fresh = true,
            "--dir" => parsed.directory = Some(value()?.into()),
            "--root" => parsed.root = value()?.into(),
            "--partitions" => {
                let text = value()?;
                let number = text.parse().ok().filter(|n| *n > 0);
                parsed.partitions = Some(
                    number.ok_or_else(|| format!("`--partitions {text}` is not a number of partitions"))?,
                );
            }
            "--fast" => parsed.fast = true,
            "--keep-everything" => parsed.keep_everything = true,
            "--replay" => parsed.replay = Some(value()?.into()),
            "--quiet" => parsed.quiet = true,
            "--brokers" => parsed.brokers = Some(value()?),
            "--workers" => {
                let text = value()?;
                let number = text.parse().ok().filter(|n| (1..=256).contains(n));
                parsed.workers = number
                    .ok_or_else(|| format!("`--workers {text}` is not a number of threads from 1 to 256"))?;
            }
            "--instance" => {
                parsed.instance = value()?;
                let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
                if parsed.instance.is_empty() || !parsed.instance.chars().all(plain) {
                    return Err(format!(
                        "`--instance {}`: a name of letters, digits, `-`, `_` and `.`",
                        parsed.instance
                    ));
                }
            }
            "--create" => parsed.create = Create::Everything,
            "--no-create" => parsed.create = Create::Nothing,
            "--property" => {
                let text = value()?;
                let (name, value) =
                    text.split_once('=').ok_or_else(|| format!("`--property {text}`: write NAME=VALUE"))?;
                parsed.properties.push((name.to_owned(), value.to_owned()));
            }
            "--listen" => parsed.listen = Some(value()?),
            "--log" => {
                parsed.log = Some(match value()?.as_str() {
                    "text" => Form::Text,
                    "json" => Form::Json,
                    other => return Err(format!("`--log {other}`: write `text` or `json`")),
                });
            }
            "--stop-within" => {
                let text = value()?;
                let seconds = text.parse().ok().filter(|n| (1..=86_400).contains(n));
                parsed.stop_within = seconds.map(Duration::from_secs).ok_or_else(|| {
                    format!("`--stop-within {text}` is not a number of seconds from 1 to 86400")
                })?;
            }
            other => return Err(format!("there is no option `{other}`\nhelp: see --help")),
        }
    }
    Ok(Action::Run(Box::new(parsed)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> Result<Arguments, String> {
        match parse(text.split_whitespace().map(str::to_string))? {
            Action::Run(arguments) => Ok(*arguments),
            Action::Help | Action::Drive => Err("another action".to_string()),
        }
    }

    #[test]
    fn options_take_values_either_way() {
        let arguments = parsed("--from t=a.jsonl --to=u=- --partitions=7 --fresh --dir d").expect("valid");
        assert_eq!(arguments.bindings.len(), 2);
        assert_eq!((arguments.partitions, arguments.fresh), (Some(7), true));
        assert_eq!(arguments.directory, Some(PathBuf::from("d")));
    }

    #[test]
    fn a_job_may_be_watched_and_has_ten_seconds_to_end() {
        let arguments = parsed("--listen 127.0.0.1:0 --log=json").expect("valid");
        assert_eq!(arguments.listen.as_deref(), Some("127.0.0.1:0"));
        assert_eq!((arguments.log, arguments.stop_within), (Some(Form::Json), Duration::from_secs(10)));
        assert_eq!(parsed("--stop-within 3").expect("valid").stop_within, Duration::from_secs(3));
    }

    #[test]
    fn what_is_wrong_is_named() {
        assert!(parsed("--frm t=a").expect_err("unknown").contains("`--frm`"));
        assert!(parsed("--from").expect_err("no value").contains("needs a value"));
        assert!(parsed("--from t").expect_err("no place").contains("--from t"));
        assert!(parsed("--partitions 0").expect_err("zero").contains("--partitions 0"));
        assert!(parsed("--log xml").expect_err("a form").contains("--log xml"));
        assert!(parsed("--stop-within 0").expect_err("no time").contains("--stop-within 0"));
        assert!(parsed("--fresh=yes").expect_err("a flag").contains("takes no value"));
    }
}
