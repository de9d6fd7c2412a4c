//! Fields below each other, comments in their column, and the text at last.

use super::layout::Laid;

/// Writes the lines: types aligned within one run of fields, empty lines single and not at the edges of a block.
pub(super) fn write(mut lines: Vec<Laid>) -> String {
    align_fields(&mut lines);
    let mut text = String::new();
    let mut empty = false;
    let mut last: Option<&Laid> = None;
    for line in &lines {
        let content = content(line);
        if content.is_empty() && !line.copied {
            empty = true;
            continue;
        }
        let opens = last.is_some_and(|last| !last.copied && last.comment.is_none() && ends_open(last));
        let closes = !line.copied && line.lead.starts_with(['}', ']', ')']);
        if empty && last.is_some() && !opens && !closes {
            text.push('\n');
        }
        empty = false;
        text.push_str(&content);
        text.push('\n');
        last = Some(line);
    }
    // What was copied may end with empty lines.
    let end = text.trim_end_matches(['\n', '\r']).len();
    if end > 0 {
        text.truncate(end);
        text.push('\n');
    } else {
        text.clear();
    }
    text
}

fn ends_open(line: &Laid) -> bool {
    let code = if line.rest.is_empty() { &line.lead } else { &line.rest };
    line.notes.is_empty() && code.ends_with(['{', '[', '('])
}

fn content(line: &Laid) -> String {
    if line.copied {
        return line.lead.trim_end_matches('\r').to_string();
    }
    let code = format!("{}{}{}", line.lead, line.rest, line.notes);
    let code = code.trim_end();
    if code.is_empty() && line.comment.is_none() {
        return String::new();
    }
    let mut text = format!("{}{code}", " ".repeat(line.indent));
    if let Some((comment, column)) = &line.comment {
        let pad = column.saturating_sub(text.chars().count()).max(1);
        text.push_str(&" ".repeat(pad));
        text.push_str(comment);
    }
    text
}

fn align_fields(lines: &mut [Laid]) {
    let mut start = 0;
    while start < lines.len() {
        let indent = lines[start].indent;
        let length = lines[start..].iter().take_while(|line| line.field && line.indent == indent).count();
        if let Some(run) = lines.get_mut(start..start + length) {
            align_run(run);
        }
        start += length.max(1);
    }
}

fn align_run(run: &mut [Laid]) {
    let width = |text: &str| text.chars().count();
    let names = run.iter().map(|line| width(&line.lead)).max().unwrap_or(0) + 1;
    let noted = run.iter().filter(|line| !line.notes.is_empty());
    let types = noted.map(|line| width(&line.rest)).max().unwrap_or(0) + 1;
    for line in run {
        let pad = names.saturating_sub(width(&line.lead));
        line.lead.push_str(&" ".repeat(pad));
        if !line.notes.is_empty() {
            let pad = types.saturating_sub(width(&line.rest));
            line.rest.push_str(&" ".repeat(pad));
        }
    }
}
