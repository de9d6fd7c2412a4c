//! Goldens of generated Rust: text in, Rust out; a snapshot holds both.

use crate::workspace::Workspace;

/// The files and the Rust of every job.
fn golden(files: &[(&str, &str)]) -> String {
    let texts: String =
        files.iter().map(|(name, source)| format!("-- {name}\n{}\n", source.trim_end())).collect();
    let owned = files.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
    let analysis = Workspace::of(owned).analyse();
    assert!(!analysis.has_errors(), "{:#?}", analysis.diagnostics);
    let optimised = crate::optimise::optimise(&analysis.plan);
    let jobs =
        optimised.plan.jobs.iter().map(|job| super::generate(&analysis.model, job, &analysis.sources()));
    jobs.fold(texts, |out, job| format!("{out}-- {}\n{}", job.file_name, job.text))
}

#[test]
fn gate_a() {
    let text = include_str!("gate_a.stream");
    insta::assert_snapshot!(golden(&[("shop.stream", text)]));
}

/// A join that needs another partitioning, then a list: columns that nothing has read yet keep their failures.
#[test]
fn beside_a_table() {
    let text = include_str!("beside_a_table.stream");
    insta::assert_snapshot!(golden(&[("shop.stream", text)]));
}

/// The example: a table as it was, windows, sessions, tokens.
#[test]
fn velocity() {
    insta::assert_snapshot!(golden(&[
        ("streams/org.stream", include_str!("../../../../examples/velocity/streams/org.stream")),
        ("streams/transfers.stream", include_str!("../../../../examples/velocity/streams/transfers.stream")),
        ("streams/velocity.stream", include_str!("../../../../examples/velocity/streams/velocity.stream")),
    ]));
}

/// Rows behind a topic of another order than the table's key go where the table's key has them.
#[test]
fn placed_in_the_tables_order() {
    let text = "\
package shop
record Sale { a: int, b: string, c: int }
record Row { a: int, b: string, n: int }
topic sales v1 { schema Sale; key c }
topic found v1 { schema Row; key a }
table topic rows v1 { schema Row; key a, b; bound finite keys }
job j {
    stream keyed { from sales as s; key b: s.b, a: s.a }
    stream met {
        from   keyed as k
        join   rows as r on r.b == k.b and r.a == k.a
        select { a: r.a, b: r.b, n: r.n }
        to     found
    }
}";
    let rust: String = golden(&[("shop.stream", text)]).split_whitespace().collect();
    let sent = rust.split("cx.repartition_beside(").nth(1).expect("rows are placed");
    let place = sent.split(".end()").next().unwrap_or_default();
    let (a, b) = (place.find("key.a"), place.find("key.b"));
    assert!(place.contains("Composite::new(out)") && a.is_some() && a < b, "{place}");
}

/// Names of files and modules of a workspace's jobs.
fn modules(packages: &[(&str, &[&str])]) -> Vec<(String, String)> {
    let files = packages.iter().map(|(package, jobs)| {
        let head = format!(
            "package {package}\nrecord Visit {{ id: string }}\ntopic visits v1 {{ schema Visit }}\n\
             topic seen v1 {{ schema Visit }}\n"
        );
        let jobs = jobs.iter().map(|job| {
            format!("job {job} {{\n    stream s {{\n        from visits as v\n        select {{ id: v.id }}\n        to seen\n    }}\n}}\n")
        });
        (format!("{package}.stream"), head + &jobs.collect::<String>())
    });
    let analysis = Workspace::of(files.collect::<Vec<_>>()).analyse();
    let generated = super::generate_all(
        &analysis.model,
        analysis.plan.jobs.iter().map(|job| &**job),
        &analysis.sources(),
    );
    generated.into_iter().map(|job| (job.file_name, job.module)).collect()
}

#[test]
fn jobs_of_one_name_have_files_of_their_own() {
    let owned = |pairs: &[(&str, &str)]| -> Vec<(String, String)> {
        pairs.iter().map(|(file, module)| ((*file).to_owned(), (*module).to_owned())).collect()
    };
    assert_eq!(
        modules(&[("shop", &["count", "alone"]), ("web.eu", &["count"])]),
        owned(&[("alone.rs", "alone"), ("shop_count.rs", "shop_count"), ("web_eu_count.rs", "web_eu_count")])
    );
    assert_eq!(
        modules(&[("shop", &["count", "web_count"]), ("web", &["Count", "mod", "type"])]),
        owned(&[
            ("shop_count.rs", "shop_count"),
            ("web_count.rs", "web_count"),
            ("web_Count_.rs", "web_Count_"),
            ("mod_.rs", "mod_"),
            ("type.rs", "r#type"),
        ])
    );
}

/// What is committed of a task is found by its stage's name, also where both stages begin with the same node.
#[test]
fn stages_of_a_job_have_names_of_their_own() {
    let text = "\
package web
record View { page: string, user: int }
topic views v1 { schema View; key user }
table topic counts v1 { schema Count; key page; bound finite keys }
record Count { page: string, views: int }
job j {
    table per_page {
        from   views as v
        key    page: v.page
        select { views: count() }
        bound  finite keys
        to     counts
    }
}";
    let rust = golden(&[("web.stream", text)]);
    let names: Vec<&str> = rust
        .split("StageSpec {")
        .skip(1)
        .filter_map(|spec| spec.split("name: \"").nth(1)?.split('"').next())
        .collect();
    assert_eq!(names, ["per_page", "views.by.page"]);
}
