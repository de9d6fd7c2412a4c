//! `riparian check`: where findings go, colours, and the shape of its JSON.

use crate::support::Folder;
use serde_json::Value;

fn broken() -> Folder {
    let folder = Folder::estate();
    folder.replace("turnover.stream", "sum(e.eur)", "sum(e.euro)");
    folder
}

#[test]
fn colour_codes_are_for_terminals_and_those_who_ask() {
    let folder = broken();
    let plain = folder.run(&["check"]).with(1);
    assert!(!plain.err.contains('\x1b') && !plain.out.contains('\x1b'), "{:?}", plain.err);
    let never = folder.run(&["check", "--color", "never"]).with(1);
    assert_eq!(never.err, plain.err);
    let always = folder.run(&["check", "--color", "always"]).with(1);
    assert!(always.err.contains("\x1b["), "{:?}", always.err);
    for arguments in [&["--help"][..], &["test"], &["explain", "S0301"], &["new"], &["fmt", "--check"]] {
        let ended = folder.run(arguments);
        assert!(!ended.out.contains('\x1b') && !ended.err.contains('\x1b'), "{arguments:?}");
    }
}

#[test]
fn findings_are_drawn_for_people_on_standard_error() {
    let ended = broken().run(&["check"]).with(1);
    assert_eq!(ended.out, "");
    for line in [
        "error[S0301]: `e` has no column `euro`",
        "turnover.stream:41:26",
        "= help: write `eur`",
        "Checked 3 files: 1 error",
    ] {
        assert!(ended.err.contains(line), "{line:?} in\n{}", ended.err);
    }
}

#[test]
fn the_concise_form_is_one_line_for_each() {
    let ended = broken().run(&["check", "--format", "concise"]).with(1);
    assert_eq!(ended.out, "turnover.stream:41:26: S0301 `e` has no column `euro`\n");
    assert_eq!(ended.err, "");
}

#[test]
fn the_json_form_has_the_shape_that_rustc_writes() {
    let folder = broken();
    let ended = folder.run(&["check", "--format", "json"]).with(1);
    assert_eq!(ended.err, "", "standard error is for people");
    let [line] = ended.out.lines().collect::<Vec<_>>()[..] else { panic!("one line:\n{}", ended.out) };
    let finding: Value = serde_json::from_str(line).expect("JSON");
    assert_eq!(finding["$message_type"], "diagnostic");
    assert_eq!(finding["message"], "`e` has no column `euro`");
    assert_eq!(finding["code"]["code"], "S0301");
    assert_eq!(finding["level"], "error");
    assert!(
        finding["rendered"].as_str().is_some_and(|text| text.starts_with("error[S0301]: `e` has no column"))
    );

    let span = &finding["spans"][0];
    let text = folder.read("turnover.stream");
    let start = text.find("euro)").expect("the mistake");
    assert_eq!(span["file_name"], "turnover.stream");
    assert_eq!((&span["byte_start"], &span["byte_end"]), (&start.into(), &(start + 4).into()));
    assert_eq!(
        (&span["line_start"], &span["column_start"], &span["column_end"]),
        (&41.into(), &26.into(), &30.into())
    );
    assert_eq!(span["is_primary"], true);

    let children = finding["children"].as_array().expect("children");
    let fix =
        children.iter().find(|child| child["spans"][0]["suggested_replacement"] == "eur").expect("a fix");
    assert_eq!(fix["level"], "help");
    assert_eq!(fix["spans"][0]["byte_start"], start);
    assert!(fix["spans"][0]["suggestion_applicability"].is_string(), "{fix}");
}

#[test]
fn a_sound_workspace_has_no_json() {
    let ended = Folder::estate().run(&["check", "--format", "json"]).with(0);
    assert_eq!((ended.out.as_str(), ended.err.as_str()), ("", ""));
}

#[test]
fn all_errors_of_all_files_are_told_at_once() {
    let folder = broken();
    folder.replace("sales.stream", "id:       string", "id:       strin");
    folder.replace("turnover.stream", "sales: int", "sales: integer");
    let ended = folder.run(&["check", "--format", "concise"]).with(1);
    let places: Vec<&str> = ended.out.lines().filter_map(|line| line.split(':').next()).collect();
    assert!(places.contains(&"sales.stream") && places.contains(&"turnover.stream"), "{}", ended.out);
    assert_eq!(ended.out.matches("S0201").count(), 2, "{}", ended.out);
    assert_eq!(ended.out.matches("S0301").count(), 1, "{}", ended.out);
}

#[test]
fn any_folder_or_file_of_the_workspace_names_it() {
    let folder = broken();
    folder.write("riparian.toml", "");
    std::fs::create_dir(folder.path().join("inner")).expect("a folder");
    for path in ["turnover.stream", "inner", "."] {
        let ended = folder.run(&["check", path]);
        assert!(ended.err.contains("Checked 3 files: 1 error"), "{path}: {}", ended.err);
    }
}
