//! The rounds: one contestant after the other on the same input, each judged in full before its speed counts.

mod contestants;
mod kafka_streams;

use crate::bids::Bids;
use crate::judge;
use crate::options::Options;
use contestants::{Contestant, Run};
use riparian_kafka_tests::{Client, Cluster, Error, broker};
use std::path::Path;
use std::time::Instant;

pub const PARTITIONS: i32 = 4;
/// The topic of the bids.
pub const INPUT: &str = "market.bids.v1";

/// Runs all rounds; the line for machines, in millions of records per processor second.
pub fn run(options: &Options, say: &dyn Fn(&str)) -> Result<String, Error> {
    let folder = tempfile::tempdir().map_err(|error| Error::io("a folder for jobs", &error))?;
    let cluster = broker::Options::nodes(options.nodes).full_speed().heap_mib(1024).start()?;
    fill(&cluster.client(), options, say)?;
    let expected = judge::expected(Bids::new(options.keys, options.bytes), options.records);
    let mut contestants = vec![Contestant::Ours, Contestant::Floor];
    if options.streams {
        contestants.push(Contestant::KafkaStreams(kafka_streams::jars()?));
    }
    let mut all: Vec<Vec<f64>> = vec![Vec::new(); contestants.len()];
    for round in 1..=options.rounds {
        for (contestant, rates) in contestants.iter().zip(&mut all) {
            let run = measure(contestant, round, options, &cluster, folder.path(), &expected)?;
            say(&run.text(contestant.name(), round));
            rates.push(run.rate());
        }
    }
    let medians = all.iter_mut().map(|rates| median(rates));
    let figures = contestants.iter().zip(medians).map(|(of, rate)| format!("{} {rate:.2}", of.name()));
    Ok(figures.collect::<Vec<_>>().join(" "))
}

fn median(rates: &mut [f64]) -> f64 {
    rates.sort_by(f64::total_cmp);
    rates.get(rates.len() / 2).copied().unwrap_or_default()
}

/// Writes the bids once, for all.
fn fill(client: &Client, options: &Options, say: &dyn Fn(&str)) -> Result<(), Error> {
    let begin = Instant::now();
    client.create_topic(INPUT, PARTITIONS, &[("retention.ms", "-1")])?;
    let writer = client.writer_with(&[
        ("linger.ms", "20"),
        ("batch.size", "1000000"),
        ("queue.buffering.max.messages", "1000000"),
    ])?;
    let bids = Bids::new(options.keys, options.bytes);
    let mut values = Bids::new(options.keys, options.bytes);
    // One to draw, one to write: a record needs what all have in common.
    writer.write(INPUT, values.by_ref().take(options.records).map(|bid| bids.record(&bid)))?;
    say(&format!("{} bids written in {:.1} s", options.records, begin.elapsed().as_secs_f64()));
    Ok(())
}

fn measure(
    contestant: &Contestant,
    round: usize,
    options: &Options,
    cluster: &Cluster,
    folder: &Path,
    expected: &judge::Rows,
) -> Result<Run, Error> {
    let mut started = contestant.start(round, options, cluster, folder)?;
    let begin = Instant::now();
    let mut watch = judge::Watch::new(&cluster.client(), &started.output)?;
    while watch.bids < options.records as u64 {
        watch.look()?;
        started.check(begin.elapsed(), watch.bids)?;
    }
    let run = started.end(options.records as u64, begin.elapsed(), watch.records)?;
    watch.judge(expected)?;
    Ok(run)
}
