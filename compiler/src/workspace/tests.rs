//! The cache, the order of files and findings, and that an edit is seen.

use super::*;

const SHOP: &str = "package shop\n\nrecord Order {\n    id: string\n}\n\ntopic orders v1 {\n    schema     Order\n    visibility public\n}\n";
const BILLS: &str = "package bills\n\nimport shop.orders v1 { id } for billing\n";

#[test]
fn an_unchanged_file_is_not_parsed_again() {
    let mut workspace = Workspace::of([("shop.stream", SHOP), ("bills.stream", BILLS)]);
    let first = workspace.analyse();
    assert!(!first.has_errors(), "{:#?}", first.diagnostics);
    assert_eq!(first.files.iter().map(|f| &*f.path).collect::<Vec<_>>(), ["bills.stream", "shop.stream"]);
    workspace.set("bills.stream", BILLS.replace("id", "idd"));
    let second = workspace.analyse();
    assert!(Arc::ptr_eq(&first.files[1].parsed, &second.files[1].parsed));
    assert!(!Arc::ptr_eq(&first.files[0].parsed, &second.files[0].parsed));
    assert_eq!(second.diagnostics.iter().map(|d| d.code.id).collect::<Vec<_>>(), ["S0204"]);
    workspace.set("bills.stream", BILLS);
    assert!(!workspace.analyse().has_errors());
}

#[test]
fn a_new_file_moves_the_ids_of_those_behind_it() {
    let mut workspace = Workspace::of([("shop.stream", SHOP.replace("id: string", "id: strng"))]);
    assert_eq!(workspace.analyse().diagnostics[0].span.file, FileId(0));
    workspace.set("bills.stream", BILLS);
    let analysis = workspace.analyse();
    let finding = &analysis.diagnostics[0];
    assert_eq!((finding.span.file, finding.code.id), (FileId(1), "S0201"));
    assert_eq!(analysis.sources().text(finding.span.file).get(finding.span.range()), Some("strng"));
    assert!(workspace.remove("bills.stream"));
    assert!(!workspace.remove("bills.stream"));
    assert_eq!(workspace.analyse().diagnostics[0].span.file, FileId(0));
}

#[test]
fn findings_do_not_depend_on_the_order_of_arrival() {
    let texts = [
        ("a.stream", "package a\n\nimport b.c v1 { d } for e\n"),
        ("b.stream", "record R {\n    x: y\n}\n"),
        ("c.stream", ""),
    ];
    let mut one = Workspace::of(texts);
    let mut other = Workspace::of(texts.into_iter().rev());
    let (one, other) = (one.analyse(), other.analyse());
    assert_eq!(one.diagnostics, other.diagnostics);
    assert!(one.diagnostics.windows(2).all(|w| w[0].order() <= w[1].order()));
    assert!(one.diagnostics.len() >= 2);
}

#[test]
fn threads_change_nothing() {
    struct Threads;
    impl Spread for Threads {
        fn each(&self, count: usize, work: &(dyn Fn(usize) + Sync)) {
            std::thread::scope(|scope| (0..count).for_each(|i| drop(scope.spawn(move || work(i)))));
        }
    }
    let files =
        [("shop.stream", SHOP.replace("id: string", "id: strng")), ("bills.stream", BILLS.to_string())];
    let (mut here, mut there) = (Workspace::of(files.clone()), Workspace::of(files));
    let (here, there) = (here.analyse(), there.analyse_on(&Threads));
    assert!(!here.diagnostics.is_empty());
    assert_eq!(here.diagnostics, there.diagnostics);
    assert_eq!(format!("{:?}{:?}", here.model, here.plan), format!("{:?}{:?}", there.model, there.plan));
}
