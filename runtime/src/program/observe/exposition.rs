//! Prometheus' text format, version 0.0.4: families of samples with labels.
//!
//! Knows the format and no metric.

use std::fmt::{Display, Write as _};

/// A text that is being written.
#[derive(Debug, Default)]
pub struct Exposition {
    out: String,
}

/// What the numbers of a family are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Only grows, or begins anew at nothing.
    Counter,
    Gauge,
    Histogram,
}

impl Exposition {
    /// Begins a family: all its samples follow at once.
    pub fn family(&mut self, name: &str, kind: Kind, help: &str) {
        let kind = match kind {
            Kind::Counter => "counter",
            Kind::Gauge => "gauge",
            Kind::Histogram => "histogram",
        };
        let help = help.replace('\\', "\\\\").replace('\n', "\\n");
        let _ = writeln!(self.out, "# HELP {name} {help}\n# TYPE {name} {kind}");
    }

    /// One number. A value of `f64` may be `inf`, which the format calls `+Inf`.
    pub fn sample(&mut self, name: &str, labels: &[(&str, &str)], value: impl Display) {
        self.out.push_str(name);
        let mut before = '{';
        for (label, text) in labels {
            self.out.push(before);
            before = ',';
            self.out.push_str(label);
            self.out.push_str("=\"");
            for c in text.chars() {
                match c {
                    '\\' => self.out.push_str("\\\\"),
                    '"' => self.out.push_str("\\\""),
                    '\n' => self.out.push_str("\\n"),
                    c => self.out.push(c),
                }
            }
            self.out.push('"');
        }
        if before == ',' {
            self.out.push('}');
        }
        let _ = writeln!(self.out, " {value}");
    }

    pub fn finish(self) -> String {
        self.out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_and_help_are_escaped_each_by_its_rule() {
        let mut text = Exposition::default();
        text.family("a_total", Kind::Counter, "with \"quotes\", a \\ and a\nnew line");
        text.sample("a_total", &[("x", "q\"b\\n\nl"), ("y", "ü {}=,")], 7);
        text.sample("a_total", &[], 0.5);
        assert_eq!(
            text.finish(),
            "# HELP a_total with \"quotes\", a \\\\ and a\\nnew line\n# TYPE a_total counter\n\
             a_total{x=\"q\\\"b\\\\n\\nl\",y=\"ü {}=,\"} 7\na_total 0.5\n"
        );
    }
}
