//! Random edits of a workspace: such as people make, and such as nobody should.

use std::collections::BTreeMap;

/// A small generator: the same edits on every machine.
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Random(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    pub fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % end.max(1)
    }
}

/// Changes one file, adds one or removes one; what was done, in words.
pub fn edit(random: &mut Random, files: &mut BTreeMap<String, String>) -> String {
    let paths: Vec<String> = files.keys().cloned().collect();
    let path = paths[random.below(paths.len())].clone();
    let text = files[&path].clone();
    let lines: Vec<&str> = text.lines().collect();
    let at = random.below(lines.len());
    let (what, edited) = match random.below(13) {
        0 => ("an empty line", with_line(&lines, at, Some(""))),
        1 => ("a comment", with_line(&lines, at, Some("// A thought."))),
        2 => ("a field", after(&text, "record ", "\n    extra: string?")),
        3 => ("a type", format!("{text}\ntype Fresh{} = id<int>\n", random.below(3))),
        4 => (
            "a topic",
            format!(
                "{text}\nrecord Added {{ id: string }}\ntopic added v{} {{ schema Added; key id }}\n",
                at % 3 + 1
            ),
        ),
        5 => ("a line less", without_line(&lines, at)),
        6 => ("a line twice", with_line(&lines, at, lines.get(at).copied())),
        7 => ("a name misspelt", misspelt(random, &text)),
        8 => {
            let other = &files[&paths[random.below(paths.len())]];
            ("a name of another file", renamed(random, &text, other))
        }
        9 => ("a number", text.replacen('0', "7", 1)),
        10 => ("a cut", text[..boundary(&text, random.below(text.len()))].to_string()),
        11 => {
            let other = format!("new/{}.stream", random.below(3));
            let text = text.replacen("package ", "package new.", 1);
            files.insert(other.clone(), text);
            return format!("{path} copied to {other}");
        }
        _ => {
            if files.len() > 2 {
                files.remove(&path);
            }
            return format!("{path} removed");
        }
    };
    files.insert(path.clone(), edited);
    format!("{what} in {path}, line {}", at + 1)
}

fn with_line(lines: &[&str], at: usize, line: Option<&str>) -> String {
    let mut lines = lines.to_vec();
    lines.insert(at.min(lines.len()), line.unwrap_or(""));
    lines.join("\n") + "\n"
}

fn without_line(lines: &[&str], at: usize) -> String {
    let kept = lines.iter().enumerate().filter(|(i, _)| *i != at).map(|(_, line)| *line);
    kept.collect::<Vec<_>>().join("\n") + "\n"
}

/// Puts text behind the line that begins the first declaration of a kind.
fn after(text: &str, head: &str, put: &str) -> String {
    match text.find(&format!("\n{head}")).and_then(|at| Some(at + 1 + text[at + 1..].find('\n')?)) {
        Some(end) => format!("{}{put}{}", &text[..end], &text[end..]),
        None => text.to_string(),
    }
}

/// The places of the words.
fn words(text: &str) -> Vec<(usize, usize)> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (start, c.is_ascii_alphanumeric() || c == '_') {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                words.push((from, at));
                start = None;
            }
            _ => {}
        }
    }
    words
}

fn misspelt(random: &mut Random, text: &str) -> String {
    let words = words(text);
    let Some((_, end)) = words.get(random.below(words.len())) else { return text.to_string() };
    format!("{}x{}", &text[..*end], &text[*end..])
}

fn renamed(random: &mut Random, text: &str, other: &str) -> String {
    let (own, theirs) = (words(text), words(other));
    let (Some((start, end)), Some((from, to))) =
        (own.get(random.below(own.len())), theirs.get(random.below(theirs.len())))
    else {
        return text.to_string();
    };
    format!("{}{}{}", &text[..*start], &other[*from..*to], &text[*end..])
}

fn boundary(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
