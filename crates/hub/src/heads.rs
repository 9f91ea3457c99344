//! The chain of heads: reading on in it from where one was, adding to it, and noticing where it does not hold.
//!
//! Each head is signed, names the one before it, and takes the next place; so whoever has seen one can tell whether what a
//! server shows him later is the same history. A server that shows two devices different things has to keep two chains
//! from then on, and the devices notice as soon as they compare what they saw (`Witness`).

use anteroom_model::ids::{DeviceId, Digest};
use sqlx::Row as _;
use sqlx::postgres::PgRow;

use crate::error::HubError;
use crate::head::{Body, Head, decode_tips, digest_of_tips, encode_tips, hash, signed};
use crate::hub::Hub;
use crate::memory::{Cursor, Memory, Witness};
use crate::patience::answer;
use crate::row::{CommitKey, count, id};

/// How many heads are read at once.
const PAGE: i64 = 1000;

/// How often somebody else may be quicker.
const TRIES: usize = 20;

/// What a server does that an honest one, which lost nothing, never does. It is told, and nothing is lost by it here: what
/// the server lacks is brought again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Noticed {
    /// It was set up anew, or is another one.
    AnotherServer,
    /// It shows an older state than it did: restored from a backup, or replayed.
    WentBack { remembered: u64, there: u64 },
    /// Its history is another one than we, or those whose witness this is, have seen.
    AnotherHistory { position: u64 },
    /// It has fewer commits than it had.
    LostRows { had: u64, has: u64 },
    /// A head does not follow the one before it.
    BrokenChain { position: u64 },
    /// A head is not what the device whose login posted it could have signed.
    FalseHead { position: u64, device: DeviceId },
    /// A device has seen a commit there that is not given to us.
    Withholds { seen_by: DeviceId, commit: CommitKey },
}

/// What the heads of a server show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Looked {
    pub noticed: Vec<Noticed>,
    /// The newest head of each device.
    pub newest: Vec<Head>,
    /// To be remembered: the end of the chain, and the server.
    pub memory: Memory,
    /// Whether `news` may go on at the remembered cursor. Otherwise it begins anew, and everything is compared.
    pub goes_on: bool,
}

impl Looked {
    /// Which commits the newest heads name that we lack even after everything was pulled. Of what came and could not be
    /// opened yet `have` says yes.
    pub fn withheld(&self, have: impl Fn(&CommitKey) -> bool) -> Vec<Noticed> {
        let mut withheld = Vec::new();
        for head in &self.newest {
            let lacking = head.tips.iter().filter(|tip| !have(tip));
            withheld.extend(lacking.map(|tip| Noticed::Withholds { seen_by: head.device, commit: *tip }));
        }
        withheld
    }
}

/// The end of the chain as far as it was read.
struct Chain {
    end: Option<Witness>,
    noticed: Vec<Noticed>,
}

impl Hub {
    /// Looks at the heads before anything is pulled: what they name was there when they were posted.
    ///
    /// # Errors
    /// What the server refuses.
    pub async fn look(&mut self, memory: &Memory) -> Result<Looked, HubError> {
        let known = memory.server.is_none_or(|server| server == self.server);
        // What was seen of another server says nothing of this one.
        let before = if known { *memory } else { Memory::default() };
        let chain = self.read_on(before.witness).await?;
        let mut noticed = chain.noticed;
        if !known {
            noticed.insert(0, Noticed::AnotherServer);
        }
        let mut newest = Vec::new();
        for row in self.newest_of_each().await? {
            match self.head(&row)? {
                Ok(head) => newest.push(head),
                Err(wrong) if noticed.contains(&wrong) => {}
                Err(wrong) => noticed.push(wrong),
            }
        }
        let mut tips: Vec<_> = newest.iter().flat_map(|head| head.tips.iter().copied()).collect();
        tips.sort_unstable();
        tips.dedup();
        let gone = self.lacking_commits(&tips).await?;
        for head in &newest {
            let named = head.tips.iter().filter(|tip| gone.contains(tip));
            noticed.extend(named.map(|tip| Noticed::Withholds { seen_by: head.device, commit: *tip }));
        }
        let goes_on = known && self.holds(before.cursor).await?;
        let cursor = if goes_on { before.cursor } else { Cursor::default() };
        let memory = Memory { server: Some(self.server), cursor, counted: before.counted, witness: chain.end };
        Ok(Looked { noticed, newest, memory, goes_on })
    }

    /// The newest head of each device, as it signed it. One that is false is left out.
    ///
    /// # Errors
    /// What the server refuses.
    pub async fn newest_heads(&mut self) -> Result<Vec<Head>, HubError> {
        let rows = self.newest_of_each().await?;
        let heads: Vec<Result<Head, Noticed>> = rows.iter().map(|row| self.head(row)).collect::<Result<_, _>>()?;
        Ok(heads.into_iter().flatten().collect())
    }

    /// Posts what this device has now seen on the server, signed by `sign`, and remembers it. `tips` are the ends of all
    /// series that the server has acknowledged or given; `time` is now, in milliseconds since 1970.
    ///
    /// # Errors
    /// `Busy`, where others were always quicker; or what the server refuses.
    pub async fn post(
        &mut self,
        memory: &mut Memory,
        time: i64,
        tips: &[CommitKey],
        sign: impl Fn(&[u8]) -> [u8; 64],
    ) -> Result<Vec<Noticed>, HubError> {
        let tips = encode_tips(tips);
        let mut noticed = Vec::new();
        for _ in 0..TRIES {
            let chain = self.read_on(memory.witness).await?;
            noticed.extend(chain.noticed);
            memory.witness = chain.end;
            let position = chain.end.map_or(1, |end| end.position + 1);
            let body = Body {
                consultation: self.consultation,
                position,
                previous: chain.end.map(|end| end.hash),
                device: self.device,
                time,
                tips: digest_of_tips(&tips),
            }
            .encode();
            let signature = sign(&signed(&body));
            if self.add(position, &body, &signature, &tips).await? {
                memory.server = Some(self.server);
                memory.witness = Some(Witness { position, hash: hash(&body, &signature) });
                return Ok(noticed);
            }
        }
        Err(HubError::Busy)
    }

    /// Whether the server has shown us what it showed another device, whose witness came some other way.
    ///
    /// # Errors
    /// What the server refuses.
    pub async fn confirms(&mut self, witness: &Witness) -> Result<Option<Noticed>, HubError> {
        let rows = self.chain_from(witness.position, 1).await?;
        match rows.first() {
            Some(row) if row.position == witness.position => {
                let same = row.hash() == witness.hash;
                Ok((!same).then_some(Noticed::AnotherHistory { position: witness.position }))
            }
            _ => {
                let there = self.end().await?.map_or(0, |end| end.position);
                Ok(Some(Noticed::WentBack { remembered: witness.position, there }))
            }
        }
    }

    /// Reads on from what is remembered; where nothing is, or the chain there is another one, from its end.
    async fn read_on(&mut self, remembered: Option<Witness>) -> Result<Chain, HubError> {
        let Some(mut end) = remembered else {
            return Ok(Chain { end: self.end().await?, noticed: Vec::new() });
        };
        let mut noticed = Vec::new();
        if let Some(wrong) = self.confirms(&end).await? {
            noticed.push(wrong);
            return Ok(Chain { end: self.end().await?, noticed });
        }
        loop {
            let rows = self.chain_from(end.position + 1, PAGE).await?;
            for row in &rows {
                let follows = |body: &Body| body.position == row.position && body.consultation == self.consultation;
                match Body::verified(&row.body, &row.signature, &row.device).filter(follows) {
                    None => noticed.push(Noticed::FalseHead { position: row.position, device: row.device }),
                    Some(body) if row.position != end.position + 1 || body.previous != Some(end.hash) => {
                        noticed.push(Noticed::BrokenChain { position: row.position });
                    }
                    Some(_) => {}
                }
                end = Witness { position: row.position, hash: row.hash() };
            }
            if rows.len() < PAGE as usize {
                return Ok(Chain { end: Some(end), noticed });
            }
        }
    }

    async fn chain_from(&mut self, position: u64, limit: i64) -> Result<Vec<Link>, HubError> {
        let Ok(position) = i64::try_from(position) else { return Ok(Vec::new()) };
        let rows = answer(
            sqlx::query(
                "SELECT position, device, body, signature FROM anteroom.heads
                 WHERE consultation = $1 AND position >= $2 ORDER BY position LIMIT $3",
            )
            .bind(&self.consultation.0[..])
            .bind(position)
            .bind(limit)
            .fetch_all(&mut self.connection),
        )
        .await?;
        rows.iter().map(Link::read).collect()
    }

    /// The last head that is there, whatever it is worth.
    async fn end(&mut self) -> Result<Option<Witness>, HubError> {
        let row = answer(
            sqlx::query(
                "SELECT position, device, body, signature FROM anteroom.heads
                 WHERE consultation = $1 ORDER BY position DESC LIMIT 1",
            )
            .bind(&self.consultation.0[..])
            .fetch_optional(&mut self.connection),
        )
        .await?;
        let link = row.as_ref().map(Link::read).transpose()?;
        Ok(link.map(|link| Witness { position: link.position, hash: link.hash() }))
    }

    /// Only what has, or had, a login can have posted one.
    async fn newest_of_each(&mut self) -> Result<Vec<PgRow>, HubError> {
        answer(
            sqlx::query(
                "SELECT heads.position, heads.device, heads.body, heads.signature, heads.tips
                 FROM (SELECT DISTINCT device FROM anteroom.login WHERE consultation = $1) AS known
                 CROSS JOIN LATERAL (SELECT * FROM anteroom.heads
                     WHERE heads.consultation = $1 AND heads.device = known.device
                     ORDER BY heads.position DESC LIMIT 1) AS heads
                 ORDER BY heads.device",
            )
            .bind(&self.consultation.0[..])
            .fetch_all(&mut self.connection),
        )
        .await
    }

    fn head(&self, row: &PgRow) -> Result<Result<Head, Noticed>, HubError> {
        let link = Link::read(row)?;
        let tips: &[u8] = row.try_get("tips")?;
        let wrong = Noticed::FalseHead { position: link.position, device: link.device };
        let holds = |body: &Body| body.consultation == self.consultation && body.tips == digest_of_tips(tips);
        let body = Body::verified(&link.body, &link.signature, &link.device).filter(holds);
        let head = body.zip(decode_tips(tips).ok()).map(|(body, tips)| Head {
            position: body.position,
            device: body.device,
            time: body.time,
            tips,
        });
        Ok(head.ok_or(wrong))
    }

    /// Whether the place was still free.
    async fn add(&mut self, position: u64, body: &[u8], signature: &[u8; 64], tips: &[u8]) -> Result<bool, HubError> {
        let position = i64::try_from(position).map_err(|_| HubError::TooLarge)?;
        let added = answer(
            sqlx::query(
                "INSERT INTO anteroom.heads (consultation, position, device, body, signature, tips)
                 SELECT $1, $2, $3, $4, $5, $6 WHERE $2 = (SELECT coalesce(max(position), 0) + 1 FROM anteroom.heads WHERE consultation = $1)
                 ON CONFLICT DO NOTHING",
            )
            .bind(&self.consultation.0[..])
            .bind(position)
            .bind(&self.device.0[..])
            .bind(body)
            .bind(&signature[..])
            .bind(tips)
            .execute(&mut self.connection),
        )
        .await?;
        Ok(added.rows_affected() == 1)
    }
}

/// A row of the chain.
struct Link {
    position: u64,
    device: DeviceId,
    body: Vec<u8>,
    signature: [u8; 64],
}

impl Link {
    fn read(row: &PgRow) -> Result<Self, HubError> {
        Ok(Self {
            position: count(row.try_get("position")?)?,
            device: DeviceId(id(row, "device")?),
            body: row.try_get("body")?,
            signature: id(row, "signature")?,
        })
    }

    fn hash(&self) -> Digest {
        hash(&self.body, &self.signature)
    }
}
