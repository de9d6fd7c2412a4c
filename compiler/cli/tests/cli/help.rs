//! What `--help` promises: the lines that people look for.

use crate::support::Folder;

/// A command, and what its help must say.
#[rustfmt::skip]
const HELP: &[(&str, &[&str])] = &[
    ("new", &["Usage: riparian new [OPTIONS] <PATH>", "Works offline", "its name becomes the package's name"]),
    ("check", &["Usage: riparian check [OPTIONS] [PATH]", "Needs neither rustc nor a network", "--format <FORMAT>",
        "- human:", "- concise:", "- json:", "[default: human]"]),
    ("fmt", &["Usage: riparian fmt [OPTIONS] [PATH]", "comments are kept", "--check", "`-` for standard input"]),
    ("explain", &["Usage: riparian explain [OPTIONS] [WHAT]", "A code (`S0301`, `G201`) or a job", "--path <PATH>"]),
    ("graph", &["Usage: riparian graph [OPTIONS] [JOB]", "[possible values: text, mermaid, svg]", "-o, --output <OUTPUT>"]),
    ("lock", &["Usage: riparian lock [OPTIONS] <TOPIC=ID>...", "schema registry", "--path <PATH>"]),
    ("run", &["Usage: riparian run [OPTIONS] [JOB]", "--from <TOPIC=PATH>", "--to <TOPIC=PATH>", "--fresh", "--partitions",
        "-q, --quiet", "`-` is standard input", "--listen <ADDR:PORT>", "--log <FORM>", "--stop-within <SECONDS>"]),
    ("dev", &["Usage: riparian dev [OPTIONS] [JOB]", "After every save", "--from <TOPIC=PATH>", "--interpret", "Ctrl-C ends it"]),
    ("test", &["Usage: riparian test [OPTIONS] [FILTER]", "reference interpreter", "--compiled"]),
    ("tail", &["Usage: riparian tail [OPTIONS] <TOPIC>", "-n, --lines <LINES>", "[alias: -l]", "[default: 10]", "--all",
        "-f, --follow", "--values"]),
    ("state", &["Usage: riparian state [OPTIONS] <NODE> [KEY]", "--layout", "State is shown in clear text"]),
    ("status", &["Usage: riparian status [OPTIONS]", "--at <ADDR:PORT>", "[default: 127.0.0.1:9465]",
        "Exit codes: 0 healthy, 1 not, 4 nobody answers."]),
    ("lsp", &["Usage: riparian lsp", "language server protocol"]),
];

#[test]
fn every_command_explains_itself() {
    let folder = Folder::empty();
    for (command, lines) in HELP {
        let help = folder.run(&[command, "--help"]).with(0);
        assert_eq!(help.err, "", "{command}");
        for line in *lines {
            assert!(
                help.out.contains(line),
                "`riparian {command} --help` does not say {line:?}:\n{}",
                help.out
            );
        }
        assert!(help.out.contains("--color <WHEN>"), "{command}");
        assert!(help.out.lines().all(|line| line.chars().count() <= 100), "{command}:\n{}", help.out);
    }
}

#[test]
fn the_first_page_names_each_command_and_the_exit_codes() {
    let help = Folder::empty().run(&["--help"]).with(0);
    let listed: Vec<&str> = help
        .out
        .lines()
        .skip_while(|line| *line != "Commands:")
        .skip(1)
        .take_while(|line| !line.is_empty())
        .filter(|line| !line.starts_with("   "))
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    let told: Vec<&str> = HELP.iter().map(|(command, _)| *command).chain(["help"]).collect();
    assert_eq!(listed, told, "a command without a test of its help, or in another order");
    assert!(
        help.out.contains("Exit codes: 0 done, 1 findings (errors, failed tests), 2 wrong usage, 4 the"),
        "{}",
        help.out
    );
    assert!(help.out.contains("riparian new hello && cd hello && riparian run"));
}

#[test]
fn the_version_is_the_package_s() {
    let version = Folder::empty().run(&["--version"]).with(0);
    assert_eq!(version.out, format!("riparian {}\n", env!("CARGO_PKG_VERSION")));
}
