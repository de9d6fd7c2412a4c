//! Hostile edits: each breaks a valid file in one place, and must give one error, on the edited lines, while
//! everything else of the file is still analysed.
//!
//! The edits are data: `tests/diagnostics/edits/*.jsonl`, applied to the files in `base/`.

use riparian_compiler::base::{FileId, LineIndex, Span};
use riparian_compiler::diag::Severity;
use riparian_compiler::syntax::{ast, parse};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Edits that do worse, and what they give: errors, errors off the edited lines, lost parts. The list must stay true.
const EXCEPTIONS: &[(&str, usize, usize, usize)] = &[
    // A machine is kept unanalysed, so its clauses are not known as orphans.
    ("header of a machine lost", 2, 1, 0),
];

struct Edit {
    name: String,
    base: String,
    /// The first text, or the n-th, is replaced.
    find: String,
    nth: usize,
    put: String,
    crlf: bool,
    bom: bool,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../diagnostics/edits")
}

fn edits() -> Vec<Edit> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder())
        .expect("the corpus is there")
        .map(|entry| entry.expect("a readable entry").path())
        .filter(|path| path.extension().is_some_and(|e| e == "jsonl"))
        .collect();
    files.sort();
    let mut edits = Vec::new();
    for file in files {
        let text = std::fs::read_to_string(&file).expect("a readable corpus");
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            let edit: serde_json::Value =
                serde_json::from_str(line).unwrap_or_else(|e| panic!("{e}: {line}"));
            let text =
                |key: &str| edit[key].as_str().unwrap_or_else(|| panic!("no {key}: {line}")).to_string();
            edits.push(Edit {
                name: text("name"),
                base: text("base"),
                find: text("find"),
                nth: edit["nth"].as_u64().unwrap_or(0) as usize,
                put: text("put"),
                crlf: edit["crlf"].as_bool().unwrap_or(false),
                bom: edit["bom"].as_bool().unwrap_or(false),
            });
        }
    }
    edits
}

/// A text after an edit, and where.
struct Edited {
    text: String,
    /// Lines of the edited text that the edit touches.
    lines: std::ops::RangeInclusive<u32>,
    /// Lines of the base that the edit touches.
    base_lines: std::ops::RangeInclusive<u32>,
    /// How many lines further down what follows stands.
    shift: i64,
}

fn apply(edit: &Edit, base: &str) -> Edited {
    let mut from = 0;
    for _ in 0..edit.nth {
        from += base[from..].find(&edit.find).expect("the text is there often enough") + 1;
    }
    let at = from + base[from..].find(&edit.find).unwrap_or_else(|| panic!("{}: not in the base", edit.name));
    let end = at + edit.find.len();
    let text = format!("{}{}{}", &base[..at], edit.put, &base[end..]);
    let count = |text: &str| text.matches('\n').count() as u32;
    let first = count(&base[..at]);
    let (mut base_last, mut last) = (first + count(&edit.find), first + count(&edit.put));
    // Whole lines: the line after is not touched.
    if edit.find.ends_with('\n') && (edit.put.is_empty() || edit.put.ends_with('\n')) {
        base_last = base_last.saturating_sub(1).max(first);
        last = last.saturating_sub(1).max(first);
    }
    // Where a line is gone, its neighbours that are not empty stand for it.
    let mut low = first;
    let lines: Vec<&str> = text.split('\n').collect();
    if edit.find.contains('\n') || base[..at].ends_with('\n') {
        let is_empty = |line: u32| {
            let line = lines[line as usize].trim();
            line.is_empty() || line.starts_with("//")
        };
        while low > 0 && (low == first || is_empty(low)) {
            low -= 1;
        }
        while (last as usize) + 1 < lines.len() && lines[last as usize].trim().is_empty() {
            last += 1;
        }
    }
    Edited {
        text,
        lines: low..=last,
        base_lines: first..=base_last,
        shift: i64::from(count(&edit.put)) - i64::from(count(&edit.find)),
    }
}

/// What the typed tree has: each part with its line and name, counted.
fn inventory(text: &str) -> BTreeMap<(u32, String), usize> {
    let parsed = parse(FileId(0), text);
    let mut inventory = Inventory { lines: LineIndex::new(text), text, parts: BTreeMap::new() };
    if let Some(package) = &parsed.ast.package {
        inventory.add("package", package.path.span);
        for name in [&package.owner, &package.region].into_iter().flatten() {
            inventory.add("header", name.span);
        }
        for route in &package.routes {
            inventory.add("route", route.keyword);
        }
    }
    for item in &parsed.ast.items {
        inventory.item(item);
    }
    inventory.parts
}

struct Inventory<'t> {
    lines: LineIndex,
    text: &'t str,
    parts: BTreeMap<(u32, String), usize>,
}

impl Inventory<'_> {
    fn add(&mut self, what: &str, span: Span) {
        let text = &self.text[span.range()];
        if !text.is_empty() {
            *self.parts.entry((self.lines.line(span.start), format!("{what} {text}"))).or_default() += 1;
        }
    }

    fn names(&mut self, what: &str, names: &[ast::Ident]) {
        for name in names {
            self.add(what, name.span);
        }
    }

    fn fields(&mut self, fields: &[ast::FieldValue]) {
        for field in fields {
            if let ast::FieldValueKind::Named { name, .. } = &field.kind {
                self.add("value", name.span);
            }
        }
    }

    fn item(&mut self, item: &ast::Item) {
        use ast::Item::*;
        match item {
            Use(x) => self.names("use", &x.names),
            Import(x) => {
                self.names("import", &x.columns);
                self.names("purpose", &x.purposes);
            }
            Type(x) => self.add("type", x.name.span),
            Enum(x) => {
                self.add("enum", x.name.span);
                self.names("variant", &x.variants);
            }
            Record(x) => {
                self.add("record", x.name.span);
                for field in &x.fields {
                    self.add("field", field.name.span);
                    if let Some(ty) = &field.ty {
                        self.add("type", ty.span);
                    }
                }
            }
            Topic(x) => {
                self.add("topic", x.name.span);
                for clause in &x.clauses {
                    self.add("clause", clause.keyword);
                }
            }
            Job(x) => self.job(x),
            Test(x) => self.test(x),
            External(x) => self.add("external", x.owner.span),
            Team(x) => self.add("team", x.name.span),
            Domain(x) => self.add("domain", x.name.span),
            Region(x) => self.add("region", x.name.span),
            Purpose(x) => self.add("purpose", x.name.span),
            LabelDeclaration(x) => self.add("label", x.path.span),
            Declassifier(x) => self.add("declassifier", x.name.span),
            Policy(x) => {
                self.add("policy", x.name.span);
                for clause in &x.clauses {
                    // Only the first line: a clause may hold others.
                    let line = self.text[clause.span.range()].find('\n').unwrap_or(clause.span.range().len());
                    self.add("rule", Span { end: clause.span.start + line as u32, ..clause.span });
                }
            }
            Waiver(x) => self.add("waiver", x.name.span),
            Deferred(x) => self.deferred(x),
        }
    }

    fn deferred(&mut self, deferred: &ast::Deferred) {
        if let Some(name) = &deferred.name {
            self.add(deferred.keyword, name.span);
        }
    }

    fn job(&mut self, job: &ast::Job) {
        self.add("job", job.name.span);
        if let Some(guarantee) = &job.guarantee {
            self.add("guarantee", guarantee.span);
        }
        for route in &job.routes {
            self.add("route", route.keyword);
        }
        for deferred in &job.deferred {
            self.deferred(deferred);
        }
        for node in &job.nodes {
            self.add(if node.table { "table" } else { "stream" }, node.name.span);
            for clause in &node.clauses {
                if let ast::NodeClauseKind::Select(fields) = &clause.kind {
                    for field in fields {
                        self.fields(std::slice::from_ref(&field.value));
                    }
                }
                self.add("clause", clause.keyword);
            }
        }
    }

    fn test(&mut self, test: &ast::Test) {
        if let Some(name) = &test.name {
            self.add("test", name.span);
        }
        for step in &test.steps {
            use ast::TestStepKind::*;
            if let Given { topic, rows } | Expect { topic, rows } | ExpectContains { topic, rows } =
                &step.kind
            {
                if let Some(topic) = topic {
                    self.add("step", topic.span);
                }
                for row in rows {
                    self.fields(&row.fields);
                }
            }
        }
    }
}

/// What an edit gives.
#[derive(Debug)]
struct Outcome {
    errors: usize,
    off: usize,
    lost: usize,
    /// The messages, and what was lost, for people.
    shown: String,
}

fn outcome(edit: &Edit) -> Outcome {
    let path = folder().join("base").join(&edit.base);
    let base = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let edited = apply(edit, &base);
    let mut text = edited.text.clone();
    if edit.crlf {
        text = text.replace('\n', "\r\n");
    }
    if edit.bom {
        text.insert(0, '\u{feff}');
    }
    let parsed = parse(FileId(0), &text);
    let lines = LineIndex::new(&text);
    let errors: Vec<_> = parsed.diagnostics.iter().filter(|d| d.severity == Severity::Error).collect();
    let off = errors.iter().filter(|d| !edited.lines.contains(&lines.line(d.span.start))).count();
    let mut shown = String::new();
    for error in &errors {
        let (line, column) = lines.position(&text, error.span.start);
        shown += &format!("\n      {line}:{column} {} {}", error.code.id, error.title);
    }
    let after = inventory(&text);
    let mut lost = 0;
    for ((line, part), count) in inventory(&base) {
        if edited.base_lines.contains(&line) {
            continue;
        }
        let moved =
            if line > *edited.base_lines.start() { i64::from(line) + edited.shift } else { i64::from(line) };
        let found = after.get(&(moved as u32, part.clone())).copied().unwrap_or(0);
        if found < count {
            lost += count - found;
            shown += &format!("\n      lost {part} (line {})", line + 1);
        }
    }
    Outcome { errors: errors.len(), off, lost, shown }
}

#[test]
fn hostile_edits_give_one_error_and_lose_nothing() {
    let edits = edits();
    let (mut clean, mut lost, mut off) = (0, 0, 0);
    let mut wrong = Vec::new();
    for edit in &edits {
        let outcome = outcome(edit);
        lost += outcome.lost;
        off += outcome.off;
        let is_clean = outcome.errors == 1 && outcome.off == 0 && outcome.lost == 0;
        clean += usize::from(is_clean);
        let expected = EXCEPTIONS.iter().find(|(name, ..)| *name == edit.name);
        let holds = match expected {
            Some((_, errors, off, lost)) => {
                (outcome.errors, outcome.off, outcome.lost) == (*errors, *off, *lost) && !is_clean
            }
            None => is_clean,
        };
        if !holds {
            wrong.push(format!(
                "  {} gives {} errors, {} off the edited lines, {} parts lost{}",
                edit.name, outcome.errors, outcome.off, outcome.lost, outcome.shown
            ));
        }
    }
    let summary = format!("edits {} clean {clean} parts lost {lost} errors off the line {off}", edits.len());
    assert!(wrong.is_empty(), "{summary}; not as expected: {}\n{}", wrong.len(), wrong.join("\n"));
    assert!(edits.len() >= 150, "{summary}: the corpus has shrunk");
    assert!(clean * 100 >= edits.len() * 95, "{summary}: fewer than 95 % are clean");
    for (name, ..) in EXCEPTIONS {
        assert!(edits.iter().any(|edit| edit.name == *name), "no edit is called {name}");
    }
}

#[test]
fn edits_have_names_of_their_own() {
    let mut names: Vec<String> = edits().into_iter().map(|edit| edit.name).collect();
    let count = names.len();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), count);
}
