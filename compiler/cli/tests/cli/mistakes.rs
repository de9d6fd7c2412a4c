//! The mistakes that everybody makes: exactly one error, at the right place, and its help, followed to the letter, leaves
//! a workspace without findings.

use crate::support::Folder;
use serde_json::Value;

/// Where the error is expected.
enum Place {
    /// On this text.
    On(&'static str),
    /// Between two characters, right after this text.
    After(&'static str),
}

/// How the help is followed. `#n`: the nth text in back-ticks of the help.
enum Follow {
    /// The edit that an editor would make.
    Fix,
    /// In a file the text is replaced by the nth quoted text.
    Put(&'static str, &'static str, usize),
    /// In a file the nth quoted text becomes a line after this one.
    AddAfter(&'static str, &'static str, usize),
}

struct Mistake {
    name: &'static str,
    file: &'static str,
    right: &'static str,
    wrong: &'static str,
    code: &'static str,
    /// The file of the error.
    at: &'static str,
    place: Place,
    follow: Follow,
}

use Follow::{AddAfter, Fix, Put};
use Place::{After, On};

const SALES: &str = "sales.stream";
const TURNOVER: &str = "turnover.stream";
const GRANT: &str =
    "    grant      { id, shop, price, currency, fee, at } to books.turnover for accounting\n";

#[rustfmt::skip]
const MISTAKES: &[Mistake] = &[
    Mistake { name: "typo in a column", file: TURNOVER, right: "sum(e.eur)", wrong: "sum(e.euro)",
        code: "S0301", at: TURNOVER, place: On("euro"), follow: Fix },
    Mistake { name: "typo in a column of a join", file: TURNOVER, right: "on r.currency", wrong: "on r.curency",
        code: "S0301", at: TURNOVER, place: On("curency"), follow: Fix },
    Mistake { name: "typo in a column of an import", file: TURNOVER, right: "shop, price", wrong: "shop, prize",
        code: "S0204", at: TURNOVER, place: On("prize"), follow: Fix },
    Mistake { name: "typo in a column of a topic's key", file: TURNOVER, right: "shop, window", wrong: "shp, window",
        code: "S0204", at: TURNOVER, place: On("shp"), follow: Fix },
    Mistake { name: "typo in a column that is written", file: TURNOVER, right: "net:   sum", wrong: "nett:  sum",
        code: "S0605", at: TURNOVER, place: On("turnover"), follow: Put(TURNOVER, "nett", 0) },

    Mistake { name: "number in quotes", file: TURNOVER, right: "e.eur > money(0.00, EUR)", wrong: "e.shop == \"7\"",
        code: "S0310", at: TURNOVER, place: On("=="), follow: Put(TURNOVER, "\"7\"", 0) },
    Mistake { name: "no condition", file: TURNOVER, right: "e.eur > money(0.00, EUR)", wrong: "e.shop",
        code: "S0308", at: TURNOVER, place: On("e.shop"), follow: Put(TURNOVER, "where     e.shop", 0) },
    Mistake { name: "wrong type of a field", file: TURNOVER, right: "sales: int", wrong: "sales: string",
        code: "S0307", at: TURNOVER, place: On("count()"), follow: Put(TURNOVER, "string", 2) },
    Mistake { name: "type that there is not", file: TURNOVER, right: "sales: int", wrong: "sales: integer",
        code: "S0201", at: TURNOVER, place: On("integer"), follow: Fix },

    Mistake { name: "missing grant", file: SALES, right: GRANT, wrong: "",
        code: "G201", at: TURNOVER, place: On("shop.sales.sales"), follow: AddAfter(SALES, "    retain     30d\n", 1) },
    Mistake { name: "grant that lacks a column", file: SALES, right: "currency, fee, at } to", wrong: "currency, at } to",
        code: "G201", at: TURNOVER, place: On("fee"), follow: Fix },
    Mistake { name: "typo in the purpose of a grant", file: SALES, right: "for accounting", wrong: "for acounting",
        code: "S0216", at: SALES, place: On("acounting"), follow: Fix },

    Mistake { name: "float for money in an input", file: SALES, right: "fee:      money(EUR)", wrong: "fee:      float",
        code: "S0313", at: TURNOVER, place: On("-"), follow: Put(SALES, "float", 2) },
    Mistake { name: "float for money in an output", file: TURNOVER, right: "net:   money(EUR)", wrong: "net:   float",
        code: "S0313", at: TURNOVER, place: On("sum(e.eur - e.fee)"), follow: Put(TURNOVER, "float", 2) },
    Mistake { name: "float for a rate", file: SALES, right: "decimal(18, 6)", wrong: "float",
        code: "S0313", at: TURNOVER, place: On("r.rate"), follow: Put(SALES, "float", 2) },

    Mistake { name: "two currencies added", file: TURNOVER, right: "fee: s.fee }", wrong: "fee: s.fee + s.price }",
        code: "S0312", at: TURNOVER, place: On("+"), follow: Put(TURNOVER, "s.price }", 0) },
    Mistake { name: "two currencies compared", file: TURNOVER, right: "money(0.00, EUR)", wrong: "money(0.00, GBP)",
        code: "S0312", at: TURNOVER, place: On(">"), follow: Put(TURNOVER, "money(0.00, GBP)", 0) },

    Mistake { name: "unclosed select", file: TURNOVER, right: "e.fee)\n        }\n", wrong: "e.fee)\n",
        code: "S0101", at: TURNOVER, place: After("sum(e.eur - e.fee)"), follow: Fix },
    Mistake { name: "unclosed select on one line", file: TURNOVER, right: "fee: s.fee }", wrong: "fee: s.fee",
        code: "S0101", at: TURNOVER, place: After("fee: s.fee"), follow: Fix },
    Mistake { name: "unclosed node", file: TURNOVER, right: "to        turnover\n    }\n", wrong: "to        turnover\n",
        code: "S0101", at: TURNOVER, place: After("to        turnover"), follow: Fix },
    Mistake { name: "unclosed record", file: TURNOVER, right: "net:   money(EUR)\n}\n", wrong: "net:   money(EUR)\n",
        code: "S0101", at: TURNOVER, place: After("net:   money(EUR)"), follow: Fix },
    Mistake { name: "unclosed import", file: TURNOVER, right: "rate, day }", wrong: "rate, day",
        code: "S0101", at: TURNOVER, place: After("rate, day"), follow: Fix },
    Mistake { name: "unclosed grant", file: SALES, right: "fee, at } to", wrong: "fee, at to",
        code: "S0101", at: SALES, place: After("fee, at"), follow: Fix },

    Mistake { name: "missing late", file: TURNOVER, right: "        late      to unusable\n", wrong: "",
        code: "S0409", at: TURNOVER, place: On("window    tumbling 1h grace 5m"),
        follow: AddAfter(TURNOVER, "        emit      changes\n", 0) },
    Mistake { name: "missing late, given to the package", file: TURNOVER, right: "        late      to unusable\n", wrong: "",
        code: "S0409", at: TURNOVER, place: On("window    tumbling 1h grace 5m"),
        follow: AddAfter(TURNOVER, "    bad    to unusable\n", 0) },
    Mistake { name: "missing unmatched", file: TURNOVER, right: "        unmatched to unusable\n", wrong: "",
        code: "S0409", at: TURNOVER, place: On("join      everywhere rates as r on r.currency == s.currency as of s.at"),
        follow: AddAfter(TURNOVER, "fee: s.fee }\n", 0) },
];

#[test]
fn the_estate_is_sound() {
    let folder = Folder::estate();
    let checked = folder.run(&["check"]).with(0);
    assert!(checked.err.contains("3 files: no findings"), "{}", checked.err);
    folder.run(&["test"]).with(0);
    folder.run(&["fmt", "--check"]).with(0);
}

#[test]
fn each_mistake_is_one_error_whose_help_mends_it() {
    let mut faults = Vec::new();
    for mistake in MISTAKES {
        if let Err(fault) = mistake.try_out() {
            faults.push(format!("{}: {fault}", mistake.name));
        }
    }
    assert!(faults.is_empty(), "{} of {}\n\n{}", faults.len(), MISTAKES.len(), faults.join("\n\n"));
}

impl Mistake {
    fn try_out(&self) -> Result<(), String> {
        let folder = Folder::estate();
        folder.replace(self.file, self.right, self.wrong);
        let checked = folder.run(&["check", "--format", "json"]);
        let findings: Vec<Value> =
            checked.out.lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect();
        let [finding] = findings.as_slice() else {
            return Err(format!("{} findings\n{}", findings.len(), folder.run(&["check"]).err));
        };
        let told = finding["rendered"].as_str().unwrap_or_default();
        if (checked.code, finding["code"]["code"].as_str()) != (1, Some(self.code)) {
            return Err(format!("not {}\n{told}", self.code));
        }
        let span = &finding["spans"][0];
        let text = folder.read(span["file_name"].as_str().unwrap_or_default());
        let (start, end) = range(span);
        let hit = match self.place {
            On(wanted) => &text[start..end] == wanted,
            After(wanted) => start == end && text[..start].ends_with(wanted),
        };
        if span["file_name"] != self.at || !hit {
            return Err(format!("not where it should be\n{told}"));
        }
        self.follow(&folder, finding).map_err(|why| format!("{why}\n{told}"))?;
        let mended = folder.run(&["check"]);
        if mended.code != 0 || !mended.err.contains("no findings") {
            return Err(format!("the help\n{told}does not mend it:\n{}", mended.err));
        }
        Ok(())
    }

    fn follow(&self, folder: &Folder, finding: &Value) -> Result<(), String> {
        let children = finding["children"].as_array().cloned().unwrap_or_default();
        let helps: Vec<&Value> = children.iter().filter(|c| c["level"] == "help").collect();
        let [.., last] = helps.as_slice() else { return Err("no help".to_owned()) };
        let said = helps[0]["message"].as_str().unwrap_or_default();
        let quoted = |n: usize| {
            let quoted = said.split('`').skip(1).step_by(2).nth(n);
            quoted.ok_or_else(|| format!("nothing quoted at {n} in: {said}"))
        };
        match self.follow {
            Fix => {
                let edits = last["spans"].as_array().cloned().unwrap_or_default();
                let [edit] = edits.as_slice() else { return Err("no fix of one edit".to_owned()) };
                let file = edit["file_name"].as_str().unwrap_or_default();
                let mut text = folder.read(file);
                let (start, end) = range(edit);
                text.replace_range(start..end, edit["suggested_replacement"].as_str().unwrap_or_default());
                folder.write(file, &text);
            }
            // What stands around the text that is meant makes it unique in its file.
            Put(file, text, n) => folder.replace(file, text, &around(text, quoted(n)?)),
            AddAfter(file, line, n) => folder.replace(file, line, &format!("{line}{}\n", quoted(n)?)),
        }
        Ok(())
    }
}

/// The new text with the context of the old one.
fn around(old: &str, new: &str) -> String {
    match old {
        "where     e.shop" => format!("where     {new}"),
        "s.price }" => format!("{new} }}"),
        _ => new.to_owned(),
    }
}

fn range(span: &Value) -> (usize, usize) {
    let at = |name: &str| span[name].as_u64().expect("a place") as usize;
    (at("byte_start"), at("byte_end"))
}
