//! The texts that mutations start from: every `.stream` file of the repository every fence of its pages, and some
//! random jobs.

use super::Files;
use crate::fences::{fences, files};
use riparian_compiler::base::FileId;
use riparian_compiler::codes;
use riparian_compiler::syntax::tree::Kind;
use std::collections::BTreeMap;
use std::path::Path;

/// Larger texts only cost time: what they hold stands in smaller ones too.
const LONGEST: usize = 8_000;

/// How many random jobs are among them.
const GENERATED: u64 = 60;

/// A part of a text by its place in the tree.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    pub kind: Kind,
    pub start: usize,
    pub end: usize,
}

/// A workspace to start from.
#[derive(Clone, Debug)]
pub struct Sample {
    pub files: Files,
    /// Per file: nodes and tokens that are not empty, in text order.
    pub parts: Vec<Vec<Part>>,
}

/// All samples.
#[derive(Clone, Debug)]
pub struct Corpus {
    pub samples: Vec<Sample>,
    /// Texts of nodes by kind, for splices.
    pub by_kind: BTreeMap<Kind, Vec<String>>,
    /// The words and signs of the grammar.
    pub dictionary: Vec<String>,
}

impl Corpus {
    /// Reads the repository at `root`.
    ///
    /// # Errors
    /// A folder or file that cannot be read.
    pub fn read(root: &Path) -> std::io::Result<Corpus> {
        let mut samples = Vec::new();
        for folder in ["examples", "tests", "spec"] {
            collect(&root.join(folder), &mut samples)?;
        }
        for entry in codes::all() {
            samples.extend(page(entry.page));
        }
        // Sound jobs of every shape: small changes to them often are sound too, and reach what comes after checking.
        samples.extend((0..GENERATED).map(|seed| files(&crate::generate::case(seed).text)));
        samples.retain(|files| files.iter().map(|(_, text)| text.len()).sum::<usize>() <= LONGEST);
        samples.sort();
        samples.dedup();
        let samples: Vec<Sample> = samples.into_iter().map(sample).collect();
        let mut by_kind: BTreeMap<Kind, Vec<String>> = BTreeMap::new();
        for sample in &samples {
            for ((_, text), parts) in sample.files.iter().zip(&sample.parts) {
                for part in parts.iter().filter(|part| part.end - part.start < 600) {
                    by_kind
                        .entry(part.kind)
                        .or_default()
                        .extend(text.get(part.start..part.end).map(str::to_owned));
                }
            }
        }
        for texts in by_kind.values_mut() {
            texts.sort();
            texts.dedup();
        }
        Ok(Corpus { samples, by_kind, dictionary: super::dictionary::dictionary(root)? })
    }
}

fn sample(files: Files) -> Sample {
    let parts = files.iter().map(|(_, text)| parts(text)).collect();
    Sample { files, parts }
}

fn parts(text: &str) -> Vec<Part> {
    let parsed = riparian_compiler::syntax::parse(FileId(0), text);
    let all = parsed.tree.all().filter(|node| node.kind() != Kind::File && !node.kind().is_trivia());
    let parts =
        all.map(|node| Part { kind: node.kind(), start: node.start() as usize, end: node.end() as usize });
    parts.filter(|part| part.start < part.end).collect()
}

/// The files below a folder, each directory's `.stream` files together as one workspace, and each page's fences.
fn collect(folder: &Path, samples: &mut Vec<Files>) -> std::io::Result<()> {
    if !folder.is_dir() {
        return Ok(());
    }
    let mut entries: Vec<_> = std::fs::read_dir(folder)?.collect::<Result<_, _>>()?;
    entries.sort_by_key(|entry| entry.path());
    let mut together = Files::new();
    for entry in entries {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        if path.is_dir() {
            if name != "target" && name != "found" {
                collect(&path, samples)?;
            }
            continue;
        }
        match path.extension().and_then(|e| e.to_str()) {
            Some("stream") => {
                let text = std::fs::read_to_string(&path)?;
                samples.push(files(&text));
                together.push((name, text));
            }
            Some("md") => samples.extend(page(&std::fs::read_to_string(&path)?)),
            _ => {}
        }
    }
    if folder.ends_with("streams") && together.len() > 1 {
        samples.push(together);
    }
    Ok(())
}

/// The `.stream` fences of a page.
fn page(text: &str) -> Vec<Files> {
    fences(text).into_iter().filter(|f| f.info.starts_with("stream")).map(|f| files(&f.text)).collect()
}
