//! `riparian state`: what the nodes of a job keep, from the embedded log, also while the job runs.

use crate::exit::{Exit, Failure};
use crate::project::logs;
use crate::terminal::Terminal;
use riparian::embedded::Reader;
use riparian::embedded::reader::StoreInfo;
use riparian::state::describe::{Layout, Row, Shown};
use std::path::{Path, PathBuf};

pub(super) const LONG: &str = "\
Show what a node keeps: its groups, sessions or rows, one JSON object per line.

State is shown in clear text, labelled columns included, to whoever may read the workspace's data folder: treat the \
output as you treat that folder. What `token` and grants protect is what leaves a job, not what it keeps.";

#[derive(clap::Args)]
pub struct State {
    /// The node; of a job that keeps several things for it, `NODE.TABLE` is the table that it joins.
    node: String,
    /// Only what belongs to this key: its columns, separated by commas, as text.
    key: Option<String>,
    /// The workspace, or a folder in it.
    #[arg(long, default_value = ".")]
    path: PathBuf,
    /// Show what is kept, instead of the entries.
    #[arg(long)]
    layout: bool,
}

/// A store of a node, and the log it is in.
struct Found {
    reader: Reader,
    store: StoreInfo,
}

impl State {
    pub fn run(self, terminal: &Terminal) -> Result<Exit, Failure> {
        let (found, nodes) = self.find(&self.path)?;
        if found.is_empty() {
            let list = match nodes.is_empty() {
                true => "no job of this workspace keeps anything yet".to_string(),
                false => format!("there are{}", nodes.iter().map(|n| format!("\n  {n}")).collect::<String>()),
            };
            terminal.error(&format!("no node `{}` keeps state\nhelp: {list}", self.node));
            return Ok(Exit::Usage);
        }
        let (mut rows, mut shown) = (0u64, 0u64);
        for Found { reader, store } in &found {
            if self.layout {
                terminal.out(&format!("{}: {}", store.name, store.layout));
                continue;
            }
            let layout = Layout::parse(&store.layout).ok_or_else(|| {
                format!(
                    "the state of {} was written by another version of riparian\n  {}\nhelp: use the version that runs the job",
                    store.name, store.layout
                )
            })?;
            for partition in &store.partitions {
                let clock = reader.clock(&store.stage, *partition);
                for (key, value) in reader.entries(store, *partition)? {
                    let entry = layout.rows(&key, &value, clock).ok_or_else(|| {
                        format!(
                            "an entry of {}, partition {partition}, is not what its layout says",
                            store.name
                        )
                    })?;
                    for row in entry {
                        rows += 1;
                        if self.wants(&row) {
                            shown += 1;
                            terminal.out(&line(found.len() > 1, store, *partition, row));
                        }
                    }
                }
            }
        }
        match (&self.key, rows, shown) {
            _ if self.layout => {}
            (_, 0, _) => terminal.say(&format!("{} keeps nothing at the moment", self.node)),
            (Some(key), _, 0) => terminal.say(&format!("{} keeps nothing of the key `{key}`", self.node)),
            _ => {}
        }
        Ok(Exit::Done)
    }

    fn wants(&self, row: &Row) -> bool {
        self.key.as_ref().is_none_or(|key| row.key.join(",") == *key)
    }

    /// The stores of the node, and the names of everything that is kept anywhere.
    fn find(&self, path: &Path) -> Result<(Vec<Found>, Vec<String>), Failure> {
        let (mut found, mut nodes) = (Vec::new(), Vec::new());
        for directory in logs(path)? {
            let reader = Reader::open_read_only(&directory)?;
            for store in reader.stores()? {
                let own = store.name == self.node || store.name.split('.').next() == Some(self.node.as_str());
                nodes.push(store.name.clone());
                if own {
                    let reader = Reader::open_read_only(&directory)?;
                    found.push(Found { reader, store });
                }
            }
        }
        nodes.sort();
        nodes.dedup();
        Ok((found, nodes))
    }
}

/// `{"partition":0,"key":{"sender":7},"window":…,"value":…}`; the store's name leads where there are several.
fn line(several: bool, store: &StoreInfo, partition: u32, row: Row) -> String {
    let mut columns = Vec::new();
    if several {
        columns.push(("store".to_string(), Shown::Text(store.name.clone())));
    }
    columns.push(("partition".to_string(), Shown::Int(partition.into())));
    columns.extend(row.columns);
    Shown::Object(columns).json()
}
