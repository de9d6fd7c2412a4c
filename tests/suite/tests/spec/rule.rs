//! Rule ids: `**[time.watermark]**` at the start of a paragraph states a rule, `[time.watermark]` elsewhere mentions it.

use std::collections::BTreeMap;

/// Rules stated twice, and mentions of rules that no chapter states.
pub fn problems(chapters: &[(String, String)]) -> Vec<String> {
    let mut stated: BTreeMap<&str, &str> = BTreeMap::new();
    let mut wrong = Vec::new();
    for (chapter, text) in chapters {
        for id in prose(text).filter_map(|line| line.strip_prefix("**[")?.split_once("]**").map(|(id, _)| id))
        {
            if let Some(first) = stated.insert(id, chapter) {
                wrong.push(format!("[{id}] is stated in {first} and again in {chapter}"));
            }
        }
    }
    for (chapter, text) in chapters {
        for id in prose(text).flat_map(mentions) {
            if !stated.contains_key(id) {
                wrong.push(format!("{chapter} mentions [{id}], which no chapter states"));
            }
        }
    }
    wrong
}

/// Lines outside fences.
fn prose(text: &str) -> impl Iterator<Item = &str> {
    let mut inside = false;
    text.lines().filter(move |line| {
        if line.starts_with("```") {
            inside = !inside;
            return false;
        }
        !inside
    })
}

/// What stands in brackets and looks like `word.word`.
fn mentions(line: &str) -> Vec<&str> {
    let is_id = |text: &str| {
        text.contains('.') && text.chars().all(|c| c.is_ascii_lowercase() || c == '.' || c == '-')
    };
    line.split('[')
        .skip(1)
        .filter_map(|rest| rest.split_once(']').map(|(id, _)| id))
        .filter(|id| is_id(id))
        .collect()
}

#[test]
fn a_double_rule_and_an_unknown_mention_are_found() {
    let chapter =
        "**[a.b]** One.\n\n**[a.b]** Two, see [c.d], not [a link](x) or [0, 10).\n```\n[e.f]\n```\n";
    let found = problems(&[("one.md".to_string(), chapter.to_string())]);
    assert_eq!(found.len(), 2, "{found:?}");
}
