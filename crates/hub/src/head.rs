//! What a device says it has seen on the server, signed. Each head names the one before it, whosesoever it is.

use anteroom_journal::encoding::{Malformed, Reader, Writer};
use anteroom_model::ids::{ConsultationId, DeviceId, Digest};
use ed25519_dalek::{Signature, VerifyingKey};
use sha2::{Digest as _, Sha256};

use crate::row::CommitKey;

const PREFIX: &[u8] = b"anteroom/1/hub-head";
const TIPS_PREFIX: &[u8] = b"anteroom/1/hub-tips";

/// The format that this version writes, and the newest that it reads.
const FORMAT: u64 = 1;

/// A head whose form and signature hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Its place in the chain, from 1.
    pub position: u64,
    pub device: DeviceId,
    /// Milliseconds since 1970, by the device's clock.
    pub time: i64,
    /// The last commit of each series, and of each branch, that the server has acknowledged or given to this device.
    pub tips: Vec<CommitKey>,
}

/// What is signed. Keys: 0 format, 1 consultation, 2 position, 3 the hash of the head before it, 4 device, 5 time, 6 the
/// digest of the tips.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Body {
    pub(crate) consultation: ConsultationId,
    pub(crate) position: u64,
    pub(crate) previous: Option<Digest>,
    pub(crate) device: DeviceId,
    pub(crate) time: i64,
    pub(crate) tips: Digest,
}

impl Body {
    pub(crate) fn encode(&self) -> Vec<u8> {
        let mut writer = Writer::default();
        writer.map(6 + usize::from(self.previous.is_some()));
        writer.uint(0);
        writer.uint(FORMAT);
        writer.uint(1);
        writer.bytes(&self.consultation.0);
        writer.uint(2);
        writer.uint(self.position);
        if let Some(previous) = &self.previous {
            writer.uint(3);
            writer.bytes(&previous.0);
        }
        writer.uint(4);
        writer.bytes(&self.device.0);
        writer.uint(5);
        writer.int(self.time);
        writer.uint(6);
        writer.bytes(&self.tips.0);
        writer.into_bytes()
    }

    pub(crate) fn decode(bytes: &[u8]) -> Result<Self, Malformed> {
        let mut reader = Reader::new(bytes);
        let mut entries = reader.map()?;
        let (mut consultation, mut position, mut previous) = (None, None, None);
        let (mut device, mut time, mut tips) = (None, None, None);
        while let Some(key) = entries.next(&mut reader)? {
            match key {
                0 if reader.uint()? == FORMAT => {}
                0 => return Err(Malformed::Unknown),
                1 => consultation = Some(ConsultationId(reader.fixed()?)),
                2 => position = Some(reader.uint()?),
                3 => previous = Some(Digest(reader.fixed()?)),
                4 => device = Some(DeviceId(reader.fixed()?)),
                5 => time = Some(reader.int()?),
                6 => tips = Some(Digest(reader.fixed()?)),
                _ => reader.skip()?,
            }
        }
        reader.finish()?;
        let (Some(consultation), Some(position), Some(device), Some(time), Some(tips)) =
            (consultation, position, device, time, tips)
        else {
            return Err(Malformed::Unexpected);
        };
        Ok(Self { consultation, position, previous, device, time, tips })
    }

    /// Reads a body, if `device` signed it.
    pub(crate) fn verified(bytes: &[u8], signature: &[u8; 64], device: &DeviceId) -> Option<Self> {
        let key = VerifyingKey::from_bytes(&device.0).ok()?;
        key.verify_strict(&signed(bytes), &Signature::from_bytes(signature)).ok()?;
        Self::decode(bytes).ok().filter(|body| body.device == *device)
    }
}

/// What a device signs.
pub(crate) fn signed(body: &[u8]) -> Vec<u8> {
    [PREFIX, body].concat()
}

/// By which the next head names this one.
pub(crate) fn hash(body: &[u8], signature: &[u8; 64]) -> Digest {
    Digest(Sha256::new().chain_update(PREFIX).chain_update(body).chain_update(signature).finalize().into())
}

pub(crate) fn encode_tips(tips: &[CommitKey]) -> Vec<u8> {
    let mut writer = Writer::default();
    writer.list(tips.len());
    for tip in tips {
        writer.list(3);
        writer.bytes(&tip.device.0);
        writer.uint(tip.seq);
        writer.bytes(&tip.hash.0);
    }
    writer.into_bytes()
}

pub(crate) fn decode_tips(bytes: &[u8]) -> Result<Vec<CommitKey>, Malformed> {
    let mut reader = Reader::new(bytes);
    let mut tips = Vec::new();
    for _ in 0..reader.list()? {
        if reader.list()? != 3 {
            return Err(Malformed::Unexpected);
        }
        tips.push(CommitKey { device: DeviceId(reader.fixed()?), seq: reader.uint()?, hash: Digest(reader.fixed()?) });
    }
    reader.finish()?;
    Ok(tips)
}

pub(crate) fn digest_of_tips(bytes: &[u8]) -> Digest {
    Digest(Sha256::new().chain_update(TIPS_PREFIX).chain_update(bytes).finalize().into())
}

#[cfg(test)]
mod tests {
    use ed25519_dalek::{Signer as _, SigningKey};
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_head_is_believed_only_as_its_device_signed_it() {
        let key = SigningKey::from_bytes(&[3; 32]);
        let device = DeviceId(key.verifying_key().to_bytes());
        let tips = [CommitKey { device, seq: 4, hash: Digest([5; 32]) }];
        let body = Body {
            consultation: ConsultationId([1; 32]),
            position: 2,
            previous: Some(Digest([6; 32])),
            device,
            time: -1,
            tips: digest_of_tips(&encode_tips(&tips)),
        };
        let bytes = body.encode();
        let signature = key.sign(&signed(&bytes)).to_bytes();
        assert_eq!(Body::verified(&bytes, &signature, &device), Some(body));
        for at in 0..bytes.len() {
            let mut changed = bytes.clone();
            changed[at] ^= 1;
            assert_eq!(Body::verified(&changed, &signature, &device), None, "byte {at}");
        }
        let another = DeviceId(SigningKey::from_bytes(&[4; 32]).verifying_key().to_bytes());
        assert_eq!(Body::verified(&bytes, &signature, &another), None);
        assert_eq!(decode_tips(&encode_tips(&tips)).unwrap(), tips);
    }

    /// Tips have one spelling; of a body keys that are not known here are passed over.
    fn reads_back(bytes: &[u8]) {
        if let Ok(read) = Body::decode(bytes) {
            assert!(read.encode().len() <= bytes.len());
            assert_eq!(Body::decode(&read.encode()), Ok(read));
        }
        if let Ok(read) = decode_tips(bytes) {
            assert_eq!(encode_tips(&read), bytes);
        }
    }

    proptest! {
        #[test]
        fn no_bytes_make_reading_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            reads_back(&bytes);
        }

        #[test]
        fn no_change_of_a_body_makes_reading_panic(at in 0_usize..400, by in 1_u8.., first in any::<bool>()) {
            let body = Body {
                consultation: ConsultationId([1; 32]),
                position: 300,
                previous: (!first).then_some(Digest([6; 32])),
                device: DeviceId([7; 32]),
                time: -1,
                tips: Digest([8; 32]),
            };
            let mut bytes = body.encode();
            prop_assert_eq!(Body::decode(&bytes), Ok(body));
            let length = bytes.len();
            bytes[at % length] ^= by;
            reads_back(&bytes);
        }

        #[test]
        fn no_change_of_a_byte_makes_reading_panic(at in 0_usize..400, by in 1_u8.., seqs in prop::collection::vec(any::<u64>(), 0..6)) {
            let key = |seq| CommitKey { device: DeviceId([1; 32]), seq, hash: Digest([2; 32]) };
            let mut bytes = encode_tips(&seqs.into_iter().map(key).collect::<Vec<_>>());
            let length = bytes.len();
            bytes[at % length] ^= by;
            reads_back(&bytes);
        }
    }
}
