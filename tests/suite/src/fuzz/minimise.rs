//! A smaller text with the same fault: files go, then runs of lines, then runs of characters.

use super::Files;

/// No fault is worth more attempts than this.
const MOST_ATTEMPTS: usize = 600;

/// Takes away what the fault does not need. `fails` says whether a text still has it.
pub fn minimise(files: Files, fails: impl Fn(&Files) -> bool) -> Files {
    let mut attempts = 0;
    let mut smaller = files;
    let mut accept = |candidate: Files, best: &mut Files| {
        attempts += 1;
        let better = attempts <= MOST_ATTEMPTS && fails(&candidate);
        if better {
            *best = candidate;
        }
        better
    };
    let mut file = 0;
    while smaller.len() > 1 && file < smaller.len() {
        let mut candidate = smaller.clone();
        candidate.remove(file);
        if !accept(candidate, &mut smaller) {
            file += 1;
        }
    }
    for file in 0..smaller.len() {
        for pieces in [by_line, by_character] {
            let mut size = pieces(&smaller[file].1).len().div_ceil(2);
            while size > 0 {
                let mut at = 0;
                loop {
                    let all = pieces(&smaller[file].1);
                    if at >= all.len() {
                        break;
                    }
                    let kept = all.iter().enumerate().filter(|(i, _)| !(at..at + size).contains(i));
                    let text: String = kept.map(|(_, piece)| *piece).collect();
                    let mut candidate = smaller.clone();
                    candidate[file].1 = text;
                    if !accept(candidate, &mut smaller) {
                        at += size;
                    }
                }
                size /= 2;
            }
        }
    }
    smaller
}

fn by_line(text: &str) -> Vec<&str> {
    text.split_inclusive('\n').collect()
}

fn by_character(text: &str) -> Vec<&str> {
    let starts = text.char_indices().map(|(at, _)| at);
    let ends = text.char_indices().map(|(at, c)| at + c.len_utf8());
    starts.zip(ends).filter_map(|(start, end)| text.get(start..end)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_the_fault_needs_stays() {
        let files = vec![
            ("a.stream".to_owned(), "one\ntwo\n".to_owned()),
            ("b.stream".to_owned(), "three\nfour ä x\nfive\n".to_owned()),
        ];
        let small = minimise(files, |files| files.iter().any(|(_, text)| text.contains('ä')));
        assert_eq!(small, [("b.stream".to_owned(), "ä".to_owned())]);
    }
}
