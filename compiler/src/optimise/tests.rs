//! What the optimiser makes of a job.

use super::optimise;
use crate::plan::OperatorKind;
use crate::workspace::Workspace;

const TEXT: &str = "\
package shop

record Sale {
    id:    string
    shop:  string
    size:  int
    price: decimal(10, 2)
    at:    timestamp
}

record Busy {
    shop:  string
    sales: int
    sum:   decimal(38, 2)
}

topic sales v1 {
    schema Sale
    key    id
    time   at
}

table topic busy v1 {
    schema Busy
    key    shop, window
}

job j {
    stream big {
        from  sales as s
        where s.size > 3
    }

    table per_hour {
        from   big as b
        key    shop: b.shop
        window tumbling 1h
        select { sales: count(), sum: sum(b.price) }
        to     busy
    }
}
";

#[test]
fn only_what_is_read_is_decoded_and_carried() {
    let analysis = Workspace::of([("shop.stream".to_owned(), TEXT.to_owned())]).analyse();
    assert!(!analysis.has_errors(), "{:?}", analysis.diagnostics);
    let optimised = optimise(&analysis.plan);
    let (job, used) = (&optimised.plan.jobs[0], &optimised.used.jobs[0]);
    let of = |wanted: fn(&OperatorKind) -> bool| job.operators.iter().find(|o| wanted(&o.kind)).unwrap().id;
    let names = |operator, binding: usize| -> Vec<&str> {
        let row = &job.operator(operator).scope.bindings[binding];
        used.of(operator, binding).unwrap().iter().map(|c| row.columns[*c].name.as_str()).collect()
    };
    let source = of(|k| matches!(k, OperatorKind::Source(_)));
    assert_eq!(names(source, 0), ["shop", "size", "price"]);
    // `shop` goes as the key, `size` was read by the filter before.
    let rekey = of(|k| matches!(k, OperatorKind::Rekey(_)));
    assert_eq!(names(rekey, 0), ["price"]);
    assert_eq!(names(rekey, 1), ["shop"]);
    let said: Vec<String> = optimised.notes.iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        ["shop.j.big: s decodes 3 of 5 columns", "shop.j.big: big.by.shop carries 2 of 6 columns"]
    );
}

#[test]
fn the_plan_as_written_is_kept() {
    let analysis = Workspace::of([("shop.stream".to_owned(), TEXT.to_owned())]).analyse();
    let optimised = optimise(&analysis.plan);
    assert_eq!(optimised.plan.jobs[0].operators.len(), analysis.plan.jobs[0].operators.len());
    assert!(super::invariants::broken(&analysis.plan.jobs[0], &optimised.plan.jobs[0]).is_none());
    let mut other = crate::plan::Job::clone(&analysis.plan.jobs[0]);
    other.operators.pop();
    assert!(super::invariants::broken(&analysis.plan.jobs[0], &other).is_some());
}
