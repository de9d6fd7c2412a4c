//! `riparian lock`.

use crate::exit::{Exit, Failure};
use crate::project::Project;
use crate::terminal::Terminal;
use riparian_compiler::avro;
use riparian_compiler::base::nearest;
use riparian_compiler::lock::{self, Writer};
use riparian_compiler::syntax::ast::{Item, TopicClauseKind};
use std::path::{Path, PathBuf};

#[derive(clap::Args)]
pub struct Lock {
    /// A topic of Avro by its full name, and the id that the registry has for its schema file: `shop.lines.v1=7`.
    #[arg(value_name = "TOPIC=ID", required = true)]
    ids: Vec<String>,
    /// The workspace, or a folder in it.
    #[arg(long, default_value = ".")]
    path: PathBuf,
}

impl Lock {
    /// Notes ids; what the lock files hold already stays.
    pub fn run(self, terminal: &Terminal) -> Result<Exit, Failure> {
        let project = Project::open(&self.path)?;
        for written in &self.ids {
            let found = topic_and_id(written).and_then(|(topic, id)| {
                Ok((topic, id, schema_file(&project, topic)?, folder(&project, topic)?))
            });
            let (topic, id, schema, folder) = match found {
                Ok(found) => found,
                Err(error) => {
                    terminal.error(&error);
                    return Ok(Exit::Usage);
                }
            };
            let text = read(&schema)?;
            let path = folder.join(lock::FILE);
            let before = if path.exists() { read(&path)? } else { String::new() };
            let sound = avro::read(&text)
                .map_err(|what| format!("{} holds no Avro schema of a record: {what}", schema.display()));
            let after = sound.and_then(|_| {
                lock::with_writer(&before, topic, &Writer { id, schema: text })
                    .map_err(|what| format!("{}: {what}", path.display()))
            });
            match after {
                Err(error) => {
                    terminal.error(&error);
                    return Ok(Exit::Usage);
                }
                Ok(after) if after == before => {
                    terminal.status("Known", &format!("{topic} has the id {id} already"));
                }
                Ok(after) => {
                    std::fs::write(&path, after).map_err(|error| format!("{}: {error}", path.display()))?;
                    terminal.status("Locked", &format!("{topic}: id {id} is {}", schema.display()));
                }
            }
        }
        Ok(Exit::Done)
    }
}

fn topic_and_id(written: &str) -> Result<(&str, u32), String> {
    let parts = written.split_once('=');
    let found = parts.and_then(|(topic, id)| Some((topic, id.parse().ok()?)));
    found.ok_or_else(|| {
        format!("`{written}` is no topic with an id\nhelp: write `TOPIC=ID`, such as `shop.lines.v1=7`")
    })
}

fn read(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// The file that declares a topic.
fn declaring<'p>(
    project: &'p Project,
    topic: &str,
) -> Result<(&'p riparian_compiler::workspace::AnalysedFile, riparian_compiler::base::Span), String> {
    let topics = &project.analysis.model.topics;
    let found = topics.iter().find(|known| *known.full_name == *topic);
    let file = found.and_then(|found| Some((project.analysis.file(found.span.file)?, found.span)));
    file.ok_or_else(|| {
        let near = nearest(topic, topics.iter().map(|known| &*known.full_name));
        let help =
            near.map_or("write it with its package and version".to_owned(), |near| format!("write `{near}`"));
        format!("there is no topic `{topic}`\nhelp: {help}")
    })
}

fn folder(project: &Project, topic: &str) -> Result<PathBuf, String> {
    let (file, _) = declaring(project, topic)?;
    let path = project.loaded.root.join(&*file.path);
    Ok(path.parent().unwrap_or(&project.loaded.root).to_path_buf())
}

/// The file that the topic's format names.
fn schema_file(project: &Project, topic: &str) -> Result<PathBuf, String> {
    let (file, span) = declaring(project, topic)?;
    let named = file.parsed.ast.items.iter().find_map(|item| match item {
        Item::Topic(declared) if declared.name.span == span => {
            declared.clauses.iter().find_map(|clause| match &clause.kind {
                TopicClauseKind::Format(format) => format.file.as_ref(),
                _ => None,
            })
        }
        _ => None,
    });
    let named = named.ok_or_else(|| {
        format!("`{topic}` names no schema file\nhelp: only topics with `format avro \"FILE\"` have ids")
    })?;
    Ok(folder(project, topic)?.join(&named.value))
}
