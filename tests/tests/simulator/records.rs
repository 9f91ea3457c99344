//! What people do to records: they write, attach, import, correct, permit, erase and take back.

use std::collections::{BTreeMap, BTreeSet};

use anteroom_journal::standing::Status;
use anteroom_journal::undo::LeftOut;
use anteroom_model::field::{
    ATTACHMENT, CONTRIBUTION, Class, Field, GROUPS, KIND_KEY, MEMBER, NAME, NAME_PERSON, ORDER, QUOTE, REFERENCE,
    REMARK, RULE, SEGMENT, SHARE, SPEAKER, STATEMENT, TEXT,
};
use anteroom_model::ids::{Digest, RecordId};
use anteroom_model::value::{Fields, Value};

use crate::history::{History, pick};
use crate::newer;
use crate::schedule::Step;
use crate::world::{Act, D, World, quote, said, tag, text};

/// A field of some class, and one of few values, so that two laptops say the same, or not.
fn fields(how: usize, more: usize) -> Fields {
    match how % 16 {
        0..4 => text(["t0", "t1", "t2", "t3"][more % 4]),
        4..6 => quote(more as i64 % 4),
        6..8 => tag(["x0", "x1"][more % 2], !more.is_multiple_of(3)),
        8 => Fields::from([(KIND_KEY, ["k0", "k1"][more % 2].into())]),
        9 => Fields::from([(ORDER, (more as i64 % 5).into())]),
        10 => Fields::from([(REFERENCE, ["K7F-1", "K7F-2"][more % 2].into())]),
        11 => Fields::from([(GROUPS, Value::set(["g0".into()], ["g1".into()]))]),
        12 => Fields::from([(TEXT, Value::Null)]),
        13 => Fields::from([(TEXT, "both".into()), (QUOTE, (more as i64 % 3).into()), (ORDER, 1.into())]),
        _ => newer::fields(how, more),
    }
}

fn permission(how: usize, more: usize) -> Fields {
    let field = [SHARE, QUOTE, NAME_PERSON, RULE][how % 4];
    let rank = Value::Int(more as i64 % 3);
    // With its basis, without it, and in a way that only a newer version reads.
    let value = match more % 7 {
        0 => "as they like".into(),
        1..4 => Value::List(vec![rank, 2.into()]),
        _ => rank,
    };
    Fields::from([(field, value)])
}

impl History {
    pub(crate) fn create(&mut self, step: Step) {
        let Step { who, how, more, .. } = step;
        let kind = match how % 12 {
            0 => MEMBER,
            1 => SPEAKER,
            2 => SEGMENT,
            3 => REMARK,
            4 => newer::KIND,
            _ if self.w.laptops[who].owner == D as u8 => STATEMENT,
            _ => CONTRIBUTION,
        };
        self.w.create_of(who, kind, said(["t0", "t1", "t2"][how % 3], more as i64 % 4));
    }

    pub(crate) fn attach(&mut self, step: Step) {
        let Some(whole) = pick(&self.shown(step.who), step.which) else { return };
        let file = |at: usize| (whole, ATTACHMENT, Fields::from([(NAME, ["photo", "scan"][at % 2].into())]));
        let parts = (0..=step.how % 2).map(file).collect();
        let commit = self.w.act(step.who, &Act { parts, ..Act::default() });
        self.parts.extend(commit.commit.revisions.iter().map(|it| it.record));
    }

    /// The same few files, on whichever laptop; often on two at once.
    pub(crate) fn import(&mut self, step: Step) {
        let Step { who, which, how, more, .. } = step;
        let rows = 0..if how.is_multiple_of(5) { 52 } else { 2 };
        let row = |at: u8| (CONTRIBUTION, said("row", more as i64 % 2), Some([at.wrapping_add(more as u8 % 3); 16]));
        let act = Act { creates: rows.map(row).collect(), ..Act::default() };
        self.w.act(who, &act);
        let other = which % self.w.laptops.len();
        if how % 5 > 2 && self.reaches(who, other) {
            self.w.act(other, &act);
            self.exchange(who, other);
            self.exchange(other, who);
        }
    }

    pub(crate) fn edit(&mut self, step: Step, count: usize) {
        let Step { who, which, how, more, .. } = step;
        let shown = self.shown(who);
        let one = |at: usize| (shown[(which + at) % shown.len()], fields(how + at, more));
        let edits: Vec<_> = (0..count.min(shown.len())).map(one).collect();
        if !edits.is_empty() {
            self.w.edit(who, &edits);
        }
    }

    pub(crate) fn permit(&mut self, step: Step) {
        if let Some(record) = pick(&self.shown(step.who), step.which) {
            self.w.edit(step.who, &[(record, permission(step.how, step.more))]);
        }
    }

    pub(crate) fn claim_creation(&mut self, step: Step) {
        if let Some(record) = pick(&self.shown(step.who), step.which) {
            let edits = vec![(record, CONTRIBUTION, Vec::new(), text("mine"))];
            self.w.act(step.who, &Act { edits, ..Act::default() });
        }
    }

    /// A laptop that was updated first writes what the others cannot read.
    pub(crate) fn write_newer(&mut self, step: Step) {
        let Step { who, which, how, more, .. } = step;
        let device = self.w.device(who);
        let act = match pick(&self.shown(who), which) {
            Some(record) if how.is_multiple_of(2) => {
                let state = self.w.laptops[who].copy.state_beside(record, &device);
                let edit = (record, state.kind.unwrap_or(CONTRIBUTION), state.heads, newer::fields(how / 2, more));
                Act { edits: vec![edit], ..Act::default() }
            }
            _ => Act { creates: vec![(newer::KIND, newer::fields(how, more), None)], ..Act::default() },
        };
        let signed = self.w.prepare(who, &act);
        let signed = newer::version(signed, &self.w.laptops[who].key, how % 4 == 3);
        self.w.acknowledge(who, signed);
        self.met.insert("written by a newer version");
    }

    pub(crate) fn erase(&mut self, step: Step) {
        if let Some(record) = pick(&self.shown(step.who), step.which) {
            self.w.erase(step.who, &[record]);
        }
    }

    /// Sometimes more than one device may.
    pub(crate) fn erase_many(&mut self, step: Step) {
        if step.how.is_multiple_of(6) {
            self.import(Step { who: step.which % self.w.laptops.len(), how: 0, ..step });
            self.everybody(step);
        }
        let shown = self.shown(step.who);
        self.w.erase(step.who, &shown[..shown.len().min(60)]);
    }

    pub(crate) fn take_back(&mut self, step: Step) {
        let device = self.w.device(step.who);
        let mut own = self.shown(step.who);
        own.retain(|record| self.w.standing(step.who).creator(record) == Some(device));
        if let Some(record) = own.last() {
            self.w.erase(step.who, &[*record]);
        }
    }

    /// Takes back a commit of this laptop, and sometimes takes that back again: what was so is so again, and no
    /// protection is ever loosened on the way.
    pub(crate) fn undo(&mut self, step: Step) {
        let who = step.who;
        let device = self.w.device(who);
        let refused = |w: &World, hash: &Digest| w.status(who, hash) == Status::Refused;
        let own = self.w.standing(who).headers().filter(|(_, commit)| commit.device == device);
        let own: BTreeSet<(u64, Digest)> = own.map(|(hash, commit)| (commit.seq, *hash)).collect();
        let Some((_, undone)) = own.iter().rev().nth(step.which % own.len().clamp(1, 4)).copied() else { return };
        let before = self.values(who);
        let (plan, undo) = self.w.undo(who, &undone);
        if plan.left_out.contains(&LeftOut::Permission) {
            self.met.insert("undo would have loosened");
        }
        if !plan.left_out.is_empty() {
            self.met.insert("undo left something out");
        }
        let Some(undo) = undo else { return };
        self.met.insert("undo");
        let between = self.values(who);
        never_loosened(&before, &between);
        assert!(self.w.plan_undo(who, &undo.hash).edits.len() <= plan.edits.len());
        if step.how.is_multiple_of(2) || refused(&self.w, &undone) || refused(&self.w, &undo.hash) {
            return;
        }
        let (_, Some(redo)) = self.w.undo(who, &undo.hash) else { return };
        self.met.insert("redo");
        let after = self.values(who);
        never_loosened(&between, &after);
        for edit in plan.edits.iter().filter(|_| !refused(&self.w, &redo.hash)) {
            // Of twins, whose other half may be somebody else's, an edit may settle only a part.
            let alone = self.w.standing(who).twins(edit.record).len() == 1;
            let fields = edit.fields.keys().filter(|it| alone && it.class() != Class::Protective);
            for name in fields.map(|field| (edit.record, *field)) {
                assert_eq!(before.get(&name), after.get(&name), "done again, it is not as it was: {name:?}");
            }
        }
    }

    /// All values that the person at a laptop sees; what is null is as if it had never been set.
    fn values(&self, who: usize) -> BTreeMap<(RecordId, Field), Value> {
        let (copy, device) = (&self.w.laptops[who].copy, self.w.device(who));
        let mut values = BTreeMap::new();
        for record in copy.standing().records() {
            for (field, known) in copy.state_beside(record, &device).fields {
                values.extend(known.value.filter(|value| *value != Value::Null).map(|value| ((record, field), value)));
            }
        }
        values
    }
}

fn never_loosened(before: &BTreeMap<(RecordId, Field), Value>, after: &BTreeMap<(RecordId, Field), Value>) {
    let rank = anteroom_journal::resolve::rank;
    for (name, value) in before.iter().filter(|((_, field), _)| field.class() == Class::Protective) {
        assert!(after.get(name).is_none_or(|after| rank(after) >= rank(value)), "taking back has loosened {name:?}");
    }
}
