//! `riparian fmt`: comments stay, twice is once, and `--check` changes nothing.

use crate::support::{Folder, run};

const MESSY: &str = "\
//! About the file.
package   shop // after the name

/// A sale.
record Sale { id:string // after a field
  // between fields
    amount:   int }
topic sales v1 { schema Sale; key id } // at the end
//// four
job   copying {
 stream copied {
  // before a clause
  from sales as s   // after a clause
    where s.amount>0 and
       // inside an expression
       s.amount<10
  select { id:s.id,amount:s.amount }
  to copies
 }
}
topic copies v1 { schema Sale; key id }
// the last line";

fn comments(text: &str) -> Vec<&str> {
    text.lines().filter_map(|line| line.find("//").map(|at| line[at..].trim_end())).collect()
}

#[test]
fn comments_are_kept_and_twice_is_once() {
    let folder = Folder::empty();
    folder.write("shop.stream", MESSY);
    let ended = folder.run(&["fmt"]).with(0);
    assert!(ended.err.contains("Formatted shop.stream"), "{}", ended.err);
    let once = folder.read("shop.stream");
    assert_ne!(once, MESSY);
    assert_eq!(comments(&once), comments(MESSY), "{once}");
    assert!(once.contains("        from      sales as s // after a clause\n"), "{once}");

    let again = folder.run(&["fmt"]).with(0);
    assert_eq!((again.out.as_str(), again.err.as_str()), ("", ""), "nothing to say about what is in form");
    assert_eq!(folder.read("shop.stream"), once);
    folder.run(&["fmt", "--check"]).with(0);
    folder.run(&["check"]).with(0);
}

#[test]
fn check_names_the_files_and_changes_none() {
    let folder = Folder::estate();
    folder.write("shop.stream", MESSY);
    let ended = folder.run(&["fmt", "--check"]).with(1);
    assert_eq!(ended.out, "shop.stream\n");
    assert_eq!(folder.read("shop.stream"), MESSY);
}

#[test]
fn one_file_alone_is_formatted_if_it_is_named() {
    let folder = Folder::empty();
    folder.write("a.stream", MESSY);
    folder.write("b.stream", "package   b\n");
    folder.run(&["fmt", "b.stream"]).with(0);
    assert_eq!(folder.read("a.stream"), MESSY);
    assert_eq!(folder.read("b.stream"), "package b\n");
}

#[test]
fn standard_input_goes_to_standard_output() {
    let folder = Folder::empty();
    let ended = run(folder.path(), &["fmt", "-"], "package   b\r\nrecord A {\r\nx:int\r\n}\r\n").with(0);
    assert_eq!(ended.out, "package b\r\nrecord A {\r\n    x: int\r\n}\r\n");
}

#[test]
fn check_of_standard_input_says_whether_it_is_in_form() {
    let folder = Folder::empty();
    let ended = run(folder.path(), &["fmt", "--check", "-"], "package   b\n").with(1);
    assert_eq!(ended.out, "-\n");
    let ended = run(folder.path(), &["fmt", "--check", "-"], "package b\n").with(0);
    assert_eq!(ended.out, "");
}

#[test]
fn what_is_broken_is_left_as_it_is() {
    let folder = Folder::empty();
    let broken = "package b\n\nrecord A { x:  int\n\nrecord B { y:   int }\n";
    folder.write("b.stream", broken);
    folder.run(&["fmt"]).with(0);
    let text = folder.read("b.stream");
    assert!(text.contains("record A { x:  int"), "{text}");
    assert!(text.contains("record B { y: int }"), "{text}");
}
