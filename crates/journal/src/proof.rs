//! Whether devices signed what they are said to have signed, as strictly as `verify_strict` of ed25519-dalek.

use std::ops::AddAssign;
use std::sync::LazyLock;

use anteroom_model::ids::DeviceId;
use curve25519_dalek::constants::EIGHT_TORSION;
use curve25519_dalek::edwards::{CompressedEdwardsY, EdwardsPoint};
use curve25519_dalek::scalar::Scalar;
use ed25519_dalek::{Signature, Verifier as _, VerifyingKey};
use sha2::{Digest as _, Sha512};

use crate::check::Refusal;

/// What a device is said to have signed.
#[derive(Debug)]
pub struct Claim {
    device: DeviceId,
    message: Vec<u8>,
    signature: [u8; 64],
}

impl Claim {
    pub(crate) fn new(device: DeviceId, message: Vec<u8>, signature: [u8; 64]) -> Self {
        Self { device, message, signature }
    }

    /// Who is said to have signed it.
    pub fn device(&self) -> DeviceId {
        self.device
    }
}

/// How the eight points of small order are written: who signs with one of them has signed more than one message.
static SMALL: LazyLock<[[u8; 32]; 8]> = LazyLock::new(|| EIGHT_TORSION.map(|point| point.compress().0));

/// Fewer of one device are proved one by one sooner than together.
const WORTH_ADDING: usize = 150;

/// Tosses of a coin for one claim, which say in which of the sums it stands.
pub type Coins = [u8; 8];

/// Proves signatures, and remembers the last device: most follow one of the same.
#[derive(Debug, Default)]
pub struct Proving {
    last: Option<VerifyingKey>,
}

impl Proving {
    /// The key of a device; none that is of small order.
    fn key(&mut self, device: &DeviceId) -> Result<&VerifyingKey, Refusal> {
        match &mut self.last {
            Some(last) if last.as_bytes() == &device.0 => {}
            last => {
                let key = VerifyingKey::from_bytes(&device.0).ok().filter(|key| !key.is_weak());
                *last = Some(key.ok_or(Refusal::Signature)?);
            }
        }
        self.last.as_ref().ok_or(Refusal::Signature)
    }

    /// # Errors
    /// `Signature`.
    pub fn prove(&mut self, claim: &Claim) -> Result<(), Refusal> {
        let key = self.key(&claim.device)?;
        let signature = Signature::from_bytes(&claim.signature);
        if SMALL.contains(signature.r_bytes()) {
            return Err(Refusal::Signature);
        }
        // It compares how points are written: a second spelling of one is none that it works out.
        key.verify(&claim.message, &signature).map_err(|_| Refusal::Signature)
    }

    /// Proves many: thousands of one device, next to each other, in much less time. `toss` fills in coins that nobody can
    /// foretell, and says whether it could; where it could not, each claim is proved by itself.
    ///
    /// That all of them hold is not asked of one sum with random factors, as libraries do: that may let pass what is refused by
    /// itself, and laptops would disagree. It is asked of 64 sums, in each of which every claim stands or not as its coin fell.
    /// Whatever one that does not hold is off by, of small order or not, each sum is off too at least half of the times: that
    /// none tells happens once in 2⁶⁴ times at most (M. Bellare, J. Garay, T. Rabin, “Fast batch verification for modular
    /// exponentiation and digital signatures”, 1998: the random subset test, which holds in any group).
    ///
    /// # Errors
    /// `Signature`: one of them does not hold.
    pub fn prove_all(&mut self, claims: &[Claim], toss: &dyn Fn(&mut [Coins]) -> bool) -> Result<(), Refusal> {
        for of_one in claims.chunk_by(|one, next| one.device == next.device) {
            match self.coins(of_one, toss)? {
                Some(coins) => add_up(self.key(&of_one[0].device)?, of_one, &coins)?,
                None => of_one.iter().try_for_each(|claim| self.prove(claim))?,
            }
        }
        Ok(())
    }

    /// Coins for claims of one device, where they can be added up and it is worth it.
    fn coins(&mut self, of_one: &[Claim], toss: &dyn Fn(&mut [Coins]) -> bool) -> Result<Option<Vec<Coins>>, Refusal> {
        // Sums of hashes leave out multiples of the base point's order, which is nothing only to a multiple of that point. A key
        // is one unless somebody took pains that it is not.
        if of_one.len() < WORTH_ADDING || !self.key(&of_one[0].device)?.to_edwards().is_torsion_free() {
            return Ok(None);
        }
        let mut coins = vec![Coins::default(); of_one.len()];
        Ok(toss(&mut coins).then_some(coins))
    }
}

/// One side and the other of what signatures say: each begins with a point, and that point is the answer's multiple of the base
/// point less the hash's multiple of the device's. Sums of them say the same of sums.
#[derive(Clone, Copy, Default)]
struct Said {
    point: EdwardsPoint,
    answer: Scalar,
    hash: Scalar,
}

impl Said {
    /// `None`: it cannot hold.
    fn by(claim: &Claim) -> Option<Self> {
        let signature = Signature::from_bytes(&claim.signature);
        let written = signature.r_bytes();
        let point = CompressedEdwardsY(*written)
            .decompress()
            .filter(|point| is_spelt_out(written) && !point.is_small_order())?;
        let answer = Option::from(Scalar::from_canonical_bytes(*signature.s_bytes()))?;
        let hash =
            Sha512::new().chain_update(written).chain_update(claim.device.0).chain_update(&claim.message).finalize();
        Some(Self { point, answer, hash: Scalar::from_bytes_mod_order_wide(&hash.into()) })
    }

    fn holds_for(&self, minus_device: &EdwardsPoint) -> bool {
        EdwardsPoint::vartime_double_scalar_mul_basepoint(&self.hash, minus_device, &self.answer) == self.point
    }
}

impl AddAssign<&Self> for Said {
    fn add_assign(&mut self, other: &Self) {
        self.point += &other.point;
        self.answer += &other.answer;
        self.hash += &other.hash;
    }
}

/// Whether the number in it is smaller than the field's 2²⁵⁵ − 19, as whoever works out a point writes it.
fn is_spelt_out(point: &[u8; 32]) -> bool {
    point[0] < 0xed || point[1..31] != [0xff; 30] || point[31] & 0x7f != 0x7f
}

fn add_up(key: &VerifyingKey, claims: &[Claim], coins: &[Coins]) -> Result<(), Refusal> {
    // Eight coins at a time: who stands in the same sums is added up first.
    let mut tables = vec![vec![Said::default(); 256]; size_of::<Coins>()];
    for (claim, coins) in claims.iter().zip(coins) {
        let said = Said::by(claim).ok_or(Refusal::Signature)?;
        for (table, eight) in tables.iter_mut().zip(coins) {
            table[usize::from(*eight)] += &said;
        }
    }
    let minus_device = -key.to_edwards();
    let hold = tables.into_iter().flat_map(by_coin).all(|sum| sum.holds_for(&minus_device));
    if hold { Ok(()) } else { Err(Refusal::Signature) }
}

/// Of a table by eight coins, for each coin, the highest first, the sum of all for which it fell on one side.
fn by_coin<T: Clone + Default + for<'t> AddAssign<&'t T>>(mut table: Vec<T>) -> Vec<T> {
    let mut sums = Vec::new();
    while table.len() > 1 {
        let fell = table.split_off(table.len() / 2);
        let mut sum = T::default();
        for (other, fell) in table.iter_mut().zip(&fell) {
            sum += fell;
            *other += fell;
        }
        sums.push(sum);
    }
    sums
}

#[cfg(test)]
mod tests {
    use ed25519_dalek::{Signer as _, SigningKey};

    use super::*;

    /// Whether ours and the library's say the same of it, and what they say.
    fn holds(device: [u8; 32], message: &[u8], signature: [u8; 64]) -> bool {
        let claim = Claim { device: DeviceId(device), message: message.to_vec(), signature };
        let ours = Proving::default().prove(&claim).is_ok();
        let signature = Signature::from_bytes(&signature);
        let strict = VerifyingKey::from_bytes(&device).is_ok_and(|key| key.verify_strict(message, &signature).is_ok());
        assert_eq!(ours, strict);
        ours
    }

    /// A signature that begins with this point, by whoever knows the device's secret.
    fn begins_with(point: [u8; 32], secret: &SigningKey, message: &[u8]) -> [u8; 64] {
        let device = secret.verifying_key().to_bytes();
        let hash = Sha512::new().chain_update(point).chain_update(device).chain_update(message).finalize();
        let answer = Scalar::from_bytes_mod_order_wide(&hash.into()) * secret.to_scalar();
        [point, answer.to_bytes()].concat().try_into().unwrap()
    }

    #[test]
    fn a_point_of_small_order_signs_nothing() {
        let secret = SigningKey::from_bytes(&[5; 32]);
        let device = secret.verifying_key();
        let mut would_hold = 0;
        for (number, point) in SMALL.iter().enumerate() {
            let message = [number as u8; 9];
            let signature = begins_with(*point, &secret, &message);
            would_hold += usize::from(device.verify(&message, &Signature::from_bytes(&signature)).is_ok());
            assert!(!holds(device.to_bytes(), &message, signature));
            // A device of small order would have signed anything.
            for first in SMALL.iter() {
                assert!(!holds(*point, &message, [*first, [0; 32]].concat().try_into().unwrap()));
            }
        }
        assert_eq!(would_hold, 1, "the neutral one is what a laxer check lets through");
    }

    const MANY: usize = WORTH_ADDING + 20;

    fn secret() -> SigningKey {
        SigningKey::from_bytes(&[6; 32])
    }

    /// So many claims of one device that they are proved together.
    fn many() -> Vec<Claim> {
        static MADE: LazyLock<Vec<([u8; 64], Vec<u8>)>> = LazyLock::new(|| {
            let messages = (0..MANY).map(|number| format!("Said by somebody, number {number}.").into_bytes());
            messages.map(|message| (secret().sign(&message).to_bytes(), message)).collect()
        });
        let device = DeviceId(secret().verifying_key().to_bytes());
        MADE.iter().map(|(signature, message)| Claim::new(device, message.clone(), *signature)).collect()
    }

    /// Whether all hold together and whether each holds by itself, which is the same.
    fn all_hold(claims: &[Claim], coins: &[Coins]) -> bool {
        let toss = |into: &mut [Coins]| {
            into.copy_from_slice(&coins[..into.len()]);
            true
        };
        let together = Proving::default().prove_all(claims, &toss).is_ok();
        let one_by_one = claims.iter().all(|claim| holds(claim.device.0, &claim.message, claim.signature));
        assert_eq!(together, one_by_one);
        together
    }

    /// Signs with a point that is off by one of small order, by whoever knows the secret: what is off is not seen in eight
    /// times of it.
    fn is_off_by(small: EdwardsPoint, claim: &mut Claim) {
        let random = Scalar::from_bytes_mod_order([77; 32]);
        let point = (EdwardsPoint::mul_base(&random) + small).compress().0;
        let begun = begins_with(point, &secret(), &claim.message);
        let answer = Scalar::from_canonical_bytes(*begun.last_chunk().unwrap()).unwrap() + random;
        claim.signature = [point, answer.to_bytes()].concat().try_into().unwrap();
    }

    fn tossed() -> impl proptest::strategy::Strategy<Value = Vec<Coins>> {
        proptest::collection::vec(proptest::prelude::any::<Coins>(), MANY)
    }

    #[test]
    fn a_device_that_is_no_multiple_of_the_base_point_is_asked_one_by_one() {
        let device = (EdwardsPoint::mul_base(&secret().to_scalar()) + EIGHT_TORSION[1]).compress().0;
        let answers = |number: usize| {
            let random = Scalar::from(number as u64 + 1);
            let point = EdwardsPoint::mul_base(&random).compress().0;
            let message = vec![7; number];
            let hash = Sha512::new().chain_update(point).chain_update(device).chain_update(&message).finalize();
            let hash = Scalar::from_bytes_mod_order_wide(&hash.into());
            let answer = random + hash * secret().to_scalar();
            let claim = Claim::new(DeviceId(device), message, [point, answer.to_bytes()].concat().try_into().unwrap());
            (hash.to_bytes()[0].is_multiple_of(8), claim)
        };
        let (good, bad): (Vec<_>, Vec<_>) = (0..MANY * 20).map(answers).partition(|(holds, _)| *holds);
        let mut good: Vec<Claim> = good.into_iter().map(|(_, claim)| claim).take(MANY).collect();
        let coins = vec![[0b0101_0101; 8]; MANY];
        assert!(all_hold(&good, &coins));
        let mut bad = bad.into_iter().map(|(_, claim)| claim);
        good.extend(bad.next());
        assert!(!all_hold(&good, &[coins, vec![[0; 8]]].concat()));
    }

    #[test]
    fn without_coins_each_is_proved_by_itself() {
        let no_coins = |_: &mut [Coins]| false;
        let mut claims = many();
        assert_eq!(Proving::default().prove_all(&claims, &no_coins), Ok(()));
        claims[MANY - 1].message.push(0);
        assert_eq!(Proving::default().prove_all(&claims, &no_coins), Err(Refusal::Signature));
    }

    #[test]
    fn each_of_64_coins_is_enough_to_find_one_that_does_not_hold() {
        let mut claims = many();
        claims[7].message.push(0);
        for coin in 0..64 {
            let mut coins = vec![[0xff; 8]; MANY];
            coins[7] = (1_u64 << coin).to_be_bytes();
            assert!(!all_hold(&claims, &coins), "{coin}");
        }
    }

    #[test]
    fn a_sum_is_of_those_for_which_its_coin_fell() {
        let table: Vec<u64> = (0..256).map(|eight| eight * eight).collect();
        let sum =
            |coin: u32| (0..256_u64).filter(|eight| eight >> coin & 1 == 1).map(|eight| eight * eight).sum::<u64>();
        assert_eq!(by_coin(table), (0..8).rev().map(sum).collect::<Vec<u64>>());
    }

    #[test]
    fn those_of_several_devices_are_each_proved_with_their_own() {
        let other = SigningKey::from_bytes(&[8; 32]);
        let by_other = |message: &[u8]| {
            Claim::new(DeviceId(other.verifying_key().to_bytes()), message.to_vec(), other.sign(message).to_bytes())
        };
        let mut claims = many();
        claims.push(by_other(b"one"));
        claims.extend(many());
        let coins: Vec<Coins> = (1..=claims.len() as u64)
            .map(|number| (number.wrapping_mul(0x9e37_79b9_7f4a_7c15)).to_be_bytes())
            .collect();
        assert!(all_hold(&claims, &coins));
        claims[MANY] = Claim { device: DeviceId(secret().verifying_key().to_bytes()), ..by_other(b"one") };
        assert!(!all_hold(&claims, &coins));
        claims[MANY] = by_other(b"one");
        claims[MANY + 1].signature = claims[MANY + 2].signature;
        assert!(!all_hold(&claims, &coins));
    }

    #[test]
    fn a_point_is_spelt_out_where_it_is_written_as_whoever_works_it_out_writes_it() {
        let (mut spelt_out, mut others) = (0, 0);
        for (first, middle, last) in (0xe0..=0xff)
            .flat_map(|first| [(first, 0xff, 0x7f), (first, 0xff, 0xff), (first, 0xfe, 0x7f), (first, 0xff, 0x7e)])
        {
            let mut point = [0xff; 32];
            (point[0], point[15], point[31]) = (first, middle, last);
            let Some(means) = CompressedEdwardsY(point).decompress().filter(|point| !point.is_small_order()) else {
                continue;
            };
            assert_eq!(is_spelt_out(&point), means.compress().0 == point, "{point:?}");
            *if is_spelt_out(&point) { &mut spelt_out } else { &mut others } += 1;
        }
        assert!(spelt_out > 10 && others > 10, "{spelt_out} {others}");
    }

    #[test]
    fn among_many_a_point_of_small_order_signs_nothing() {
        let mut claims = many();
        let coins = vec![[0xaa; 8]; MANY];
        // The neutral one, written as it should be and with another sign.
        for sign in [0, 0x80] {
            let mut point = [0; 32];
            (point[0], point[31]) = (1, sign);
            claims[5].signature = begins_with(point, &secret(), &claims[5].message);
            assert!(!all_hold(&claims, &coins));
        }
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig::with_cases(40))]

        #[test]
        fn many_hold_together_where_each_holds_by_itself(
            coins in tossed(),
            broken in proptest::collection::btree_map(0..MANY, (0usize..64, 0u8..8), 0..3),
        ) {
            let mut claims = many();
            for (claim, (place, flipped)) in &broken {
                claims[*claim].signature[*place] ^= 1 << flipped;
            }
            assert_eq!(all_hold(&claims, &coins), broken.is_empty());
        }

        /// Each is off by what the other is off by in the other direction: in the sum of both nothing is left.
        #[test]
        fn what_is_off_by_a_point_of_small_order_is_refused(
            coins in tossed(),
            one in 0..MANY,
            beside in 1..MANY,
            small in 1usize..8,
        ) {
            let mut claims = many();
            is_off_by(EIGHT_TORSION[small], &mut claims[one]);
            assert!(!all_hold(&claims, &coins));
            is_off_by(-EIGHT_TORSION[small], &mut claims[(one + beside) % MANY]);
            assert!(!all_hold(&claims, &coins));
            is_off_by(EIGHT_TORSION[0], &mut claims[one]);
            is_off_by(EIGHT_TORSION[0], &mut claims[(one + beside) % MANY]);
            assert!(all_hold(&claims, &coins));
        }
    }

    proptest::proptest! {
        #[test]
        fn a_signature_holds_where_the_strict_check_of_the_library_says_so(
            seed: [u8; 32],
            message: Vec<u8>,
            place in 0usize..96,
            flipped in 0u8..8,
        ) {
            let secret = SigningKey::from_bytes(&seed);
            let (mut device, mut signature) = (secret.verifying_key().to_bytes(), secret.sign(&message).to_bytes());
            assert!(holds(device, &message, signature));
            match place {
                0..64 => signature[place] ^= 1 << flipped,
                _ => device[place - 64] ^= 1 << flipped,
            }
            assert!(!holds(device, &message, signature));
        }
    }
}
