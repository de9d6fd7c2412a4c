//! What became of every record: the balance that Law P demands, per input and per node.
//!
//! `in + fan_out = used + filtered + late + dead + unmatched` for every node, `in = used + dead` for every input. Counters are
//! part of a task's commit, so that the balance is that of all the job has ever read.

use crate::fail::Site;
use crate::state::codec::State;
use crate::varint;
use riparian_functions::Fail;
use std::collections::BTreeMap;

/// What became of the records that reached one node (or one input: only `used` and `dead`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub entered: u64,
    pub used: u64,
    pub filtered: u64,
    pub late: u64,
    pub dead: u64,
    pub unmatched: u64,
    /// Rows beyond the first that one record became; each is accounted for like a record.
    pub fan_out: u64,
    /// Rows of groups that could not be written when no record was at hand (a window closed); outside the balance.
    pub failed: u64,
}

impl Counts {
    /// Everything that came in is accounted for.
    pub fn balances(&self) -> bool {
        self.entered + self.fan_out == self.used + self.filtered + self.late + self.dead + self.unmatched
    }

    pub fn add(&mut self, other: &Counts) {
        let mut sum = self.fields();
        for (a, b) in sum.iter_mut().zip(other.fields()) {
            *a += b;
        }
        *self = Counts::of(sum);
    }

    fn fields(&self) -> [u64; 8] {
        [
            self.entered,
            self.used,
            self.filtered,
            self.late,
            self.dead,
            self.unmatched,
            self.fan_out,
            self.failed,
        ]
    }

    fn of([entered, used, filtered, late, dead, unmatched, fan_out, failed]: [u64; 8]) -> Counts {
        Counts { entered, used, filtered, late, dead, unmatched, fan_out, failed }
    }
}

/// The counters of one task.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counters {
    /// By input of the stage.
    pub inputs: Vec<Counts>,
    /// By node of the job.
    pub nodes: Vec<Counts>,
    /// Records sent, by topic of the job; watermarks are not records.
    pub sent: Vec<u64>,
    /// Records that did not make it, dropped ones included, by place and reason code.
    pub refused: BTreeMap<(Site, Fail), u64>,
}

impl Counters {
    pub fn new(inputs: usize, nodes: usize, topics: usize) -> Self {
        Counters {
            inputs: vec![Counts::default(); inputs],
            nodes: vec![Counts::default(); nodes],
            sent: vec![0; topics],
            refused: BTreeMap::new(),
        }
    }

    pub fn encode(&self, out: &mut Vec<u8>) {
        for counts in self.inputs.iter().chain(&self.nodes) {
            for count in counts.fields() {
                varint::put(out, count);
            }
        }
        for count in &self.sent {
            varint::put(out, *count);
        }
        (self.refused.len() as u32).encode(out);
        for ((site, fail), count) in &self.refused {
            site.0.encode(out);
            varint::put_bytes(out, fail.code().as_bytes());
            varint::put(out, *count);
        }
    }

    /// Into counters of the same shape.
    pub fn decode(&mut self, input: &mut &[u8]) -> Option<()> {
        for counts in self.inputs.iter_mut().chain(&mut self.nodes) {
            let mut fields = [0; 8];
            for field in &mut fields {
                *field = varint::take(input)?;
            }
            *counts = Counts::of(fields);
        }
        for count in &mut self.sent {
            *count = varint::take(input)?;
        }
        self.refused.clear();
        for _ in 0..u32::decode(input)? {
            let site = Site(u16::decode(input)?);
            let fail = Fail::of_code(std::str::from_utf8(varint::take_bytes(input)?).ok()?)?;
            self.refused.insert((site, fail), varint::take(input)?);
        }
        Some(())
    }
}
