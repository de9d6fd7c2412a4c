//! Kafka Streams: the same query in Java, run from source by the `java` of a development kit.

use super::INPUT;
use super::contestants::Run;
use crate::options::Options;
use riparian_kafka_tests::broker::fetch;
use riparian_kafka_tests::{Cluster, Error};
use std::path::{Path, PathBuf};
use std::process::Command;

const POM: &str = include_str!("../../java/pom.xml");
const SOURCE: &str = include_str!("../../java/Auctions.java");

/// Downloaded once.
pub fn jars() -> Result<PathBuf, Error> {
    fetch::jars_of("kafka-streams", POM)
}

pub fn command(
    jars: &Path,
    cluster: &Cluster,
    folder: &Path,
    output: &str,
    options: &Options,
) -> Result<Command, Error> {
    let source = folder.join("Auctions.java");
    std::fs::write(&source, SOURCE).map_err(|error| Error::io("the source", &error))?;
    let mut command = Command::new("java");
    command
        .args(["-Xmx1g", "-cp", &format!("{}/*", jars.display())])
        .arg(&source)
        .args([cluster.bootstrap(), INPUT, output])
        .arg(folder.join(output))
        .arg(options.records.to_string())
        .arg(options.nodes.to_string());
    Ok(command)
}

/// What the program itself says of its cost: of the second half of the records, when its code is compiled, and in total.
pub fn told(run: Run, said: &Path) -> Result<Run, Error> {
    let said = std::fs::read_to_string(said).unwrap_or_default();
    let line = said.lines().find_map(|line| line.strip_prefix("RESULT "));
    let figures: Vec<f64> =
        line.unwrap_or_default().split(' ').filter_map(|figure| figure.parse().ok()).collect();
    let [warm_records, warm_seconds, records, seconds] = figures[..] else {
        return Err(Error::new(format!("Kafka Streams has not said what it used: {said}")));
    };
    let more = format!("; warm; in total {:.2} M records/CPU s", records / seconds.max(1e-9) / 1e6);
    Ok(run.warm(warm_records as u64, warm_seconds, more))
}
