//! A join of two streams: the rows that wait, what happens when one comes, and what comes out alone.

use super::environment::{Access, Bound, Carried, Environment, certainly_read};
use super::generator::{Flow, Generator, Member, MemberRole};
use super::literal;
use super::names;
use super::types::parse;
use crate::plan::{ColumnRef, Expr, ExprKind, JoinSide, NamedExpr, Operator, OperatorId, StreamJoin};
use proc_macro2::{Ident, TokenStream};
use quote::quote;
use std::collections::BTreeSet;

/// What a join keeps.
#[derive(Clone, Debug)]
pub(super) struct JoinParts {
    /// The type of what rows are equal by.
    key: String,
    sides: [SideParts; 2],
}

/// The rows of one side.
#[derive(Clone, Debug)]
struct SideParts {
    row: String,
    parameter: Ident,
    /// Per binding of the side, per column.
    carried: Vec<Vec<Carried>>,
    /// Binding and column of the side that a row keeps, in the order of its fields.
    kept: BTreeSet<(usize, usize)>,
}

const SIDES: [(JoinSide, &str); 2] = [(JoinSide::Left, "left"), (JoinSide::Right, "right")];

impl<'p> Generator<'p> {
    /// Declares what both sides keep: the columns that the condition or anything after the join reads.
    pub(super) fn stream_join_flow(&mut self, operator: &'p Operator, join: &'p StreamJoin) -> Flow {
        let base = names::camel(&self.job.node(operator.node).name);
        let alias = self.alias_of(operator);
        let of = if self.joins_of_node(operator) > 1 { base + &names::camel(&alias) } else { base };
        let key: Vec<NamedExpr> = join.keys(JoinSide::Left).enumerate().map(key_column).collect();
        let ty = match key.as_slice() {
            [single] => self.types.rust(single.value.ty.required()),
            _ => self.declare_key(&format!("{of}Key"), &format!("What rows of `{alias}` are met by."), &key),
        };
        let mut flow = Flow { parameters: Vec::new(), access: Vec::new() };
        let sides = SIDES.map(|(side, name)| {
            let parts = self.side(operator, join, side, &format!("{of}{}", names::camel(name)), &flow);
            let optional = join.is_outer(other(side));
            let ty = if optional { format!("?{}", parts.row) } else { parts.row.clone() };
            flow.parameters.push((parts.parameter.clone(), ty));
            let input = operator.inputs.get(slot(side)).map(|id| &self.job.operator(*id).scope);
            for (at, carried) in parts.carried.iter().enumerate() {
                let row = parts.parameter.clone();
                let nested = input.and_then(|s| s.bindings.get(at)).is_some_and(|b| b.optional);
                flow.access.push(match optional {
                    true => Access::OptionalCarried(row, carried.clone(), nested),
                    false => Access::Carried(row, carried.clone()),
                });
            }
            parts
        });
        self.joins.insert(operator.id, JoinParts { key: ty, sides });
        flow
    }

    fn side(
        &mut self,
        operator: &'p Operator,
        join: &'p StreamJoin,
        side: JoinSide,
        wanted: &str,
        flow: &Flow,
    ) -> SideParts {
        let job = self.job;
        let input = operator.inputs.get(slot(side)).map(|id| job.operator(*id));
        let bindings = input.map_or(&[][..], |input| input.scope.bindings.as_slice());
        let first = match side {
            JoinSide::Left => 0,
            JoinSide::Right => operator.scope.bindings.len() - bindings.len(),
        };
        let condition = join.condition.iter().flat_map(|c| c.columns()).map(|c| (c.binding, c.column));
        let kept: BTreeSet<(usize, usize)> = self
            .used_after(operator.id)
            .into_iter()
            .chain(condition)
            .filter_map(|(binding, column)| Some((binding.checked_sub(first)?, column)))
            .filter(|(binding, _)| *binding < bindings.len())
            .collect();
        let mut read = Vec::new();
        join.keys(side).for_each(|value| certainly_read(value, &mut read));
        let sound = self.read_until(input, read);
        let access = input.map_or_else(Vec::new, |input| self.flow(input.id).access);
        let several = kept.iter().map(|(binding, _)| binding).collect::<BTreeSet<_>>().len() > 1;
        let mut fields = Vec::new();
        let mut carried = Vec::new();
        for (at, binding) in bindings.iter().enumerate() {
            let mut of = Vec::new();
            for (index, column) in binding.columns.iter().enumerate() {
                let name = match several {
                    true => format!("{}_{}", binding.name, column.name),
                    false => column.name.to_string(),
                };
                let ty = if binding.optional { column.ty.clone().optional() } else { column.ty.clone() };
                let may_fail = access.get(at).is_some_and(|access| access.may_fail(index));
                let unread = may_fail && !sound.contains(&(at, index));
                if kept.contains(&(at, index)) {
                    let rust = self.types.rust(&ty);
                    fields.push((name.clone(), if unread { format!("Column<{rust}>") } else { rust }));
                }
                of.push(Carried { field: names::ident(&name), unread });
            }
            carried.push(of);
        }
        let alias = self.alias_of(operator);
        let docs = match side {
            JoinSide::Left => format!("A row that waits for one of `{alias}`."),
            JoinSide::Right => format!("A row of `{alias}` that waits."),
        };
        let row = self.declare("row", wanted, &docs, &fields);
        let name = match side {
            JoinSide::Left => bindings.first().map_or("left", |binding| &binding.name),
            JoinSide::Right => &alias,
        };
        let parameter = self.parameter(flow, name);
        SideParts { row, parameter, carried, kept }
    }

    /// A row of one side comes.
    pub(super) fn stream_join(
        &mut self,
        operator: &'p Operator,
        join: &'p StreamJoin,
        side: JoinSide,
        mut environment: Environment<'p>,
    ) -> TokenStream {
        let Some(parts) = self.joins.get(&operator.id).cloned() else { return TokenStream::new() };
        let alias = self.alias_of(operator);
        environment.site = self.site(operator, &format!("join {alias}"), operator.span);
        let site = environment.site.clone();
        let (member, joined) = self.join_member(operator, join, &parts);
        let node = self.node(operator);
        let (lets, key, absent) = key_of(join, side, &parts, &mut environment);
        let own = &parts.sides[slot(side)];
        let (row, pack) = self.pack_side(operator, own, side, &mut environment);
        let alone = arguments(join, side, &quote!(&#row), None);
        let absent = match (absent, join.is_outer(side)) {
            (false, _) => TokenStream::new(),
            // It can meet nobody (spec: join.null-key).
            (true, true) => {
                quote!(let Some(#key) = #key else { return self.#joined(#alone, time, record, cx); };)
            }
            (true, false) if join.left_outer || join.right_outer => {
                quote!(let Some(#key) = #key else { return cx.filtered(); };)
            }
            (true, false) => quote!(let #key = #key.ok_or(Fail::NullKey).at(#site)?;),
        };
        let holds = self.holds(operator, join, &parts, &site);
        let [partners, partner, found] = ["partners", "partner", "found"].map(|n| environment.variable(n));
        let pair = arguments(join, side, &quote!(&#row), Some(&quote!(&#found)));
        let method = names::plain(SIDES[slot(side)].1);
        quote! {
            #lets
            #pack
            #absent
            match self.#member.#method(&#key, time, &#row, cx.clock(), #holds) {
                Met::Late => return cx.late(#site),
                Met::Partners(#partners) => {
                    if !#partners.is_empty() {
                        cx.fan_out(#partners.len());
                    }
                    for #partner in #partners {
                        cx.row(#node, record, |cx| {
                            let #found = #partner.row?;
                            self.#joined(#pair, #partner.time, record, cx)
                        });
                    }
                }
            }
        }
    }

    /// The stage's member with the rows that wait, and the method that takes a pair on.
    fn join_member(&mut self, operator: &Operator, join: &StreamJoin, parts: &JoinParts) -> (Ident, Ident) {
        let at = (operator.id, operator.id, 0);
        if let (Some(joined), Some(method)) =
            (self.stage.joined.get(&operator.id), self.stage.entries.get(&at))
        {
            return (joined.member.clone(), method.clone());
        }
        let node = self.job.node(operator.node).name.clone();
        let alias = self.alias_of(operator);
        let member = self.stage.member_names.unique_ident(&format!("{node}_{alias}"));
        let method = self.stage.method_names.unique_ident(&format!("{node}_with_{alias}"));
        self.stage.entries.insert(at, method.clone());
        self.stage.queue.push(at);
        let [left, right] = ["left", "right"].map(|side| format!("{node}.{alias}.{side}"));
        let [before, after, grace] = [join.before, join.after, join.grace].map(literal::number);
        let [left_outer, right_outer] = [join.left_outer, join.right_outer];
        let JoinParts { key, sides: [l, r] } = parts;
        self.stage.members.push(Member {
            name: member.clone(),
            ty: format!("Joined<{key}, {}, {}>", l.row, r.row),
            initial: quote! {
                Joined::new(JoinSpec {
                    names: [#left, #right], before: #before, after: #after, grace: #grace,
                    outer: [#left_outer, #right_outer],
                })
            },
            role: MemberRole::Joined,
        });
        let advance = self.alone(operator, join, &member, &method);
        self.stage.joined.insert(operator.id, Joined { member: member.clone(), advance });
        (member, method)
    }

    /// What happens when the clock moves: rows that met nobody come out.
    fn alone(&self, operator: &Operator, join: &StreamJoin, member: &Ident, method: &Ident) -> TokenStream {
        if !join.left_outer {
            return quote!(self.#member.advance(cx.clock()););
        }
        let node = self.node(operator);
        let made = |side| {
            let arguments = arguments(join, side, &quote!(&row), None);
            quote!(cx.made(#node, time, |record, cx| self.#method(#arguments, time, record, cx)))
        };
        let left = made(JoinSide::Left);
        let each = if join.right_outer {
            let right = made(JoinSide::Right);
            quote!(match row { Alone::Left(row) => #left, Alone::Right(row) => #right, })
        } else {
            quote!(if let Alone::Left(row) = row { #left; })
        };
        quote!(for (time, row) in self.#member.advance(cx.clock()) { #each })
    }

    /// The closure that says whether two rows meet.
    fn holds(
        &mut self,
        operator: &'p Operator,
        join: &'p StreamJoin,
        parts: &JoinParts,
        site: &Ident,
    ) -> TokenStream {
        let Some(condition) = &join.condition else { return quote!(|_, _| Ok(true)) };
        let mut bound = Vec::new();
        for (id, side) in operator.inputs.iter().zip(&parts.sides) {
            let bindings = &self.job.operator(*id).scope.bindings;
            let access = |carried: &Vec<Carried>| Access::Carried(side.parameter.clone(), carried.clone());
            bound.extend(
                bindings.iter().zip(&side.carried).map(|(b, carried)| Bound::new(b, access(carried))),
            );
        }
        let mut environment = Environment::new(self.model, self.types, bound);
        environment.site = site.clone();
        let [left, right] = &parts.sides;
        for fixed in ["time", "record", "cx"]
            .into_iter()
            .map(str::to_owned)
            .chain([left.parameter.to_string(), right.parameter.to_string()])
        {
            environment.variable(&fixed);
        }
        environment.expect([condition]);
        let prepare = environment.prepare(condition);
        let holds = environment.look(condition);
        let body = quote!(#prepare Ok(#holds));
        let [l, r] = [left, right].map(|side| {
            let (name, ty) = (super::code::bound_in(&body, &side.parameter), parse(&side.row));
            quote!(#name: &#ty)
        });
        quote!(|#l, #r| { #body })
    }

    /// Makes the row that waits.
    fn pack_side(
        &mut self,
        operator: &Operator,
        parts: &SideParts,
        side: JoinSide,
        environment: &mut Environment<'p>,
    ) -> (Ident, TokenStream) {
        let Some(input) = operator.inputs.get(slot(side)).map(|id| self.job.operator(*id)) else {
            return (parts.parameter.clone(), TokenStream::new());
        };
        let mut prepare = TokenStream::new();
        let mut fields = Vec::new();
        for (binding, column) in &parts.kept {
            let Some(row) = input.scope.bindings.get(*binding) else { continue };
            let Some(definition) = row.columns.get(*column) else { continue };
            let Some(Carried { field, unread }) = parts.carried.get(*binding).and_then(|c| c.get(*column))
            else {
                continue;
            };
            let value = match environment.carried(*binding, *column).filter(|_| *unread) {
                Some(value) => value,
                None => {
                    let optional = row.optional;
                    let ty = if optional { definition.ty.clone().optional() } else { definition.ty.clone() };
                    let reference = ColumnRef { binding: *binding, column: *column, path: Vec::new() };
                    let expr = Expr { kind: ExprKind::Column(reference), ty, span: operator.span };
                    prepare.extend(environment.prepare(&expr));
                    environment.keep(&expr)
                }
            };
            fields.push(names::initialised(field, &value));
        }
        let ty = names::ident(&parts.row);
        let row = environment.variable(&parts.parameter.to_string());
        (row.clone(), quote!(#prepare let #row = #ty { #(#fields),* };))
    }

    /// What the right side goes by.
    fn alias_of(&self, operator: &Operator) -> String {
        let left = operator.inputs.first().map_or(0, |id| self.job.operator(*id).scope.bindings.len());
        let binding = operator.scope.bindings.get(left);
        binding.map_or_else(String::new, |b| b.name.split('.').next().unwrap_or_default().to_owned())
    }

    fn joins_of_node(&self, operator: &Operator) -> usize {
        let of = |o: &&Operator| {
            o.node == operator.node && matches!(o.kind, crate::plan::OperatorKind::StreamJoin(_))
        };
        self.job.operators.iter().filter(of).count()
    }
}

/// A join of the stage at hand.
pub(super) struct Joined {
    pub(super) member: Ident,
    /// What it does when the clock moves.
    pub(super) advance: TokenStream,
}

/// The inputs of a consumer that an operator is.
pub(super) fn slots(consumer: &Operator, from: OperatorId) -> Vec<usize> {
    match &consumer.kind {
        crate::plan::OperatorKind::StreamJoin(_) => {
            let inputs = consumer.inputs.iter().enumerate();
            inputs.filter(|(_, input)| **input == from).map(|(slot, _)| slot).collect()
        }
        _ => vec![0],
    }
}

fn slot(side: JoinSide) -> usize {
    match side {
        JoinSide::Left => 0,
        JoinSide::Right => 1,
    }
}

fn other(side: JoinSide) -> JoinSide {
    match side {
        JoinSide::Left => JoinSide::Right,
        JoinSide::Right => JoinSide::Left,
    }
}

fn key_column((index, value): (usize, &Expr)) -> NamedExpr {
    NamedExpr { name: format!("part{}", index + 1).as_str().into(), value: value.clone() }
}

/// Both rows as the method takes them that a pair, or a row alone, is handed to.
fn arguments(
    join: &StreamJoin,
    side: JoinSide,
    own: &TokenStream,
    partner: Option<&TokenStream>,
) -> TokenStream {
    let given = |of: JoinSide, row: &TokenStream| {
        if join.is_outer(other(of)) { quote!(Some(#row)) } else { row.clone() }
    };
    let own = given(side, own);
    let partner = partner.map_or_else(|| quote!(None), |row| given(other(side), row));
    match side {
        JoinSide::Left => quote!(#own, #partner),
        JoinSide::Right => quote!(#partner, #own),
    }
}

/// Statements that make the key, its name, and whether it is optional.
fn key_of(
    join: &StreamJoin,
    side: JoinSide,
    parts: &JoinParts,
    environment: &mut Environment<'_>,
) -> (TokenStream, Ident, bool) {
    let mut lets = TokenStream::new();
    for value in join.keys(side) {
        lets.extend(environment.prepare(value));
        if !matches!(value.kind, ExprKind::Column(_)) {
            // What comes after it is read after it.
            break;
        }
    }
    let optional = join.keys(side).any(|value| value.ty.is_optional());
    let mut names = Vec::new();
    for value in join.keys(side) {
        let name = environment.variable("part");
        let kept = environment.keep(value);
        lets.extend(quote!(let #name = #kept;));
        names.push((name, value.ty.is_optional()));
    }
    let key = environment.variable("key");
    let whole = match names.as_slice() {
        [(single, _)] => quote!(#single),
        several => {
            let ty = names::ident(&parts.key);
            let fields = several.iter().enumerate().map(|(index, (name, _))| {
                let field = names::plain(&format!("part{}", index + 1));
                names::initialised(&field, &quote!(#name))
            });
            quote!(#ty { #(#fields),* })
        }
    };
    if !optional {
        lets.extend(quote!(let #key = #whole;));
        return (lets, key, false);
    }
    let there: Vec<&Ident> = names.iter().filter(|(_, optional)| *optional).map(|(name, _)| name).collect();
    lets.extend(match there.as_slice() {
        [only] if names.len() == 1 => quote!(let #key = #only;),
        [only] => quote!(let #key = #only.map(|#only| #whole);),
        all => quote! {
            let #key = match (#(#all),*) {
                (#(Some(#all)),*) => Some(#whole),
                _ => None,
            };
        },
    });
    (lets, key, true)
}
