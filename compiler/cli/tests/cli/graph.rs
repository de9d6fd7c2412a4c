//! `riparian graph`: the same nodes and topics in three forms.

use crate::support::Folder;

#[test]
fn text_lists_every_edge() {
    let graph = Folder::estate().run(&["graph"]).with(0);
    assert_eq!(
        graph.out,
        "\
stream in_euro
    -> unusable v1 (bad, unmatched)
    -> per_hour
topic sales v1
    -> in_euro
table topic rates v1
    -> in_euro (join)
table per_hour
    -> unusable v1 (bad, late)
    -> per_hour.by.shop
    -> turnover v1
internal topic per_hour.by.shop
    -> per_hour
"
    );
    assert_eq!(graph.err, "");
}

#[test]
fn mermaid_is_a_flowchart_of_the_same_things() {
    let graph = Folder::estate().run(&["graph", "--format", "mermaid"]).with(0);
    assert!(graph.out.starts_with("flowchart LR\n"), "{}", graph.out);
    assert!(graph.out.contains("subgraph books_turnover_turnover_per_hour["), "{}", graph.out);
    for node in
        ["in_euro", "per_hour", "sales v1", "rates v1", "turnover v1", "unusable v1", "per_hour.by.shop"]
    {
        assert!(graph.out.contains(&format!("\"{node}\"")), "{node} in\n{}", graph.out);
    }
    assert_eq!(graph.out.lines().filter(|line| line.contains("->")).count(), 8, "{}", graph.out);
}

#[test]
fn svg_is_one_picture_and_goes_to_a_file() {
    let folder = Folder::estate();
    let graph = folder.run(&["graph", "--format", "svg"]).with(0);
    assert!(graph.out.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""), "{}", graph.out);
    assert!(graph.out.trim_end().ends_with("</svg>"));
    assert_eq!(graph.out.matches("<svg").count(), 1);
    for name in ["in_euro", "per_hour", "turnover v1"] {
        assert!(graph.out.contains(&format!(">{name}<")), "{name} in\n{}", graph.out);
    }
    let written = folder.run(&["graph", "--format", "svg", "-o", "graph.svg"]).with(0);
    assert_eq!(written.out, "");
    assert_eq!(folder.read("graph.svg"), graph.out);
}
