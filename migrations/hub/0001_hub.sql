-- A shared server: sealed rows, passed on. It knows which devices there are, how much they write and when, and no word.
-- Every key begins with the consultation, by which a distributed engine spreads the tables; nothing refers across it.
-- Made by anteroom_owner, who cannot log in.

-- Which server this is: a restored or replaced one is another only where it was set up anew.
CREATE TABLE anteroom.server (
    one     boolean     NOT NULL PRIMARY KEY DEFAULT true CHECK (one),
    id      bytea       NOT NULL DEFAULT uuid_send(gen_random_uuid()),
    made_at timestamptz NOT NULL DEFAULT now()
);
INSERT INTO anteroom.server DEFAULT VALUES;

-- Who may come in: one login per device. A dropped one stays here, so that what it pushed still has a name.
CREATE TABLE anteroom.login (
    number       bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name         text        NOT NULL UNIQUE,                            -- random, as PostgreSQL knows the role
    consultation bytea       NOT NULL CHECK (octet_length(consultation) = 32),
    device       bytea       NOT NULL CHECK (octet_length(device) = 32), -- Ed25519 public key
    added_at     timestamptz NOT NULL DEFAULT now(),
    dropped_at   timestamptz
);
CREATE UNIQUE INDEX login_of_device ON anteroom.login (consultation, device) WHERE dropped_at IS NULL;

-- Signed commits, sealed. Whoever has a commit may bring it; what is not what it says is passed over by all who open it,
-- and keeps nobody from bringing the true one, because who brought it is the last part of its key.
CREATE TABLE anteroom.commits (
    consultation bytea       NOT NULL CHECK (octet_length(consultation) = 32),
    device       bytea       NOT NULL CHECK (octet_length(device) = 32), -- whose series
    seq          bigint      NOT NULL CHECK (seq >= 0),
    hash         bytea       NOT NULL CHECK (octet_length(hash) = 32),
    pushed_by    bigint      NOT NULL,                                   -- login.number
    epoch        bigint      NOT NULL,                                   -- number << 32 | 32 bits of the key's name
    arrival      bigint      GENERATED ALWAYS AS IDENTITY,               -- rising as transactions end, see in_turn()
    pushed_at    timestamptz NOT NULL DEFAULT now(),
    sealed       bytea       NOT NULL CHECK (octet_length(sealed) BETWEEN 256 AND 134217728
                                             AND octet_length(sealed) & (octet_length(sealed) - 1) = 0),
    PRIMARY KEY (consultation, device, seq, hash, pushed_by)
);
ALTER TABLE anteroom.commits ALTER COLUMN sealed SET STORAGE EXTERNAL;   -- cannot be compressed
CREATE UNIQUE INDEX commits_arrival ON anteroom.commits (consultation, arrival);

-- The words of revisions and the pieces of files, sealed. The only rows that can go.
CREATE TABLE anteroom.contents (
    consultation bytea       NOT NULL CHECK (octet_length(consultation) = 32),
    digest       bytea       NOT NULL CHECK (octet_length(digest) = 32), -- a code under a key of the members
    pushed_by    bigint      NOT NULL,
    epoch        bigint      NOT NULL,
    pushed_at    timestamptz NOT NULL DEFAULT now(),
    sealed       bytea       NOT NULL CHECK (octet_length(sealed) BETWEEN 256 AND 2097152
                                             AND octet_length(sealed) & (octet_length(sealed) - 1) = 0),
    PRIMARY KEY (consultation, digest, pushed_by)
);
ALTER TABLE anteroom.contents ALTER COLUMN sealed SET STORAGE EXTERNAL;

-- What devices have seen here, signed by each, every one naming the one before it: a server that goes back, or shows two
-- devices different things, cannot go on with one chain.
CREATE TABLE anteroom.heads (
    consultation bytea       NOT NULL CHECK (octet_length(consultation) = 32),
    position     bigint      NOT NULL CHECK (position > 0),
    device       bytea       NOT NULL CHECK (octet_length(device) = 32),
    body         bytea       NOT NULL CHECK (octet_length(body) <= 1024),
    signature    bytea       NOT NULL CHECK (octet_length(signature) = 64),
    tips         bytea       NOT NULL CHECK (octet_length(tips) <= 1048576), -- their digest is in the body
    posted_at    timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (consultation, position)
);
ALTER TABLE anteroom.heads ALTER COLUMN tips SET STORAGE EXTERNAL;
CREATE INDEX heads_of_device ON anteroom.heads (consultation, device, position);

-- What was erased, by which device. Names no words: the digests are codes.
CREATE TABLE anteroom.erasures (
    consultation bytea       NOT NULL,
    number       bigint      GENERATED ALWAYS AS IDENTITY,
    login        bigint      NOT NULL,
    device       bytea       NOT NULL,
    erased_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    digests      bytea[]     NOT NULL,
    PRIMARY KEY (consultation, number)
);
CREATE INDEX erasures_of_device ON anteroom.erasures (consultation, device, erased_at);

-- Whose session this is. They read the list of logins as its owner, because no device may read it whole.
CREATE FUNCTION anteroom.consultation() RETURNS bytea
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$ SELECT consultation FROM anteroom.login WHERE name = session_user::text AND dropped_at IS NULL $$;
CREATE FUNCTION anteroom.device() RETURNS bytea
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$ SELECT device FROM anteroom.login WHERE name = session_user::text AND dropped_at IS NULL $$;
CREATE FUNCTION anteroom.number() RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$ SELECT number FROM anteroom.login WHERE name = session_user::text AND dropped_at IS NULL $$;
-- Where the next head of the session's consultation goes, so that none leaves a hole.
CREATE FUNCTION anteroom.next_position() RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$ SELECT coalesce(max(position), 0) + 1 FROM anteroom.heads WHERE consultation = anteroom.consultation() $$;

-- Numbers of a sequence are given before a transaction ends, and transactions end in another order: whoever reads on from
-- the highest number he saw would miss rows. So the pages of one consultation are written one after the other.
CREATE FUNCTION anteroom.in_turn() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
    AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(encode(anteroom.consultation(), 'hex'), 0));
    RETURN NULL;
END
$$;
CREATE TRIGGER in_turn BEFORE INSERT ON anteroom.commits FOR EACH STATEMENT EXECUTE FUNCTION anteroom.in_turn();

-- The only way for a row to go. At most 5,000 rows of a device within an hour, each of them logged: what a stolen login
-- erases, the laptops put back.
CREATE FUNCTION anteroom.erase(of_consultation bytea, named bytea[]) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $$
DECLARE
    who    record;
    gone   bytea[];
    lately bigint;
BEGIN
    -- Two calls of one login wait for each other, or both would find the hour still empty.
    SELECT * INTO who FROM anteroom.login WHERE name = session_user::text AND dropped_at IS NULL FOR UPDATE;
    IF who.number IS NULL OR who.consultation <> of_consultation THEN
        RAISE EXCEPTION 'not this consultation' USING ERRCODE = 'insufficient_privilege';
    END IF;
    WITH erased AS (
        DELETE FROM anteroom.contents
        WHERE contents.consultation = of_consultation AND contents.digest = ANY (named)
        RETURNING contents.digest
    )
    SELECT array_agg(erased.digest) INTO gone FROM erased;
    IF gone IS NULL THEN
        RETURN 0;
    END IF;
    SELECT coalesce(sum(cardinality(erasures.digests)), 0) INTO lately FROM anteroom.erasures
    WHERE erasures.consultation = of_consultation AND erasures.device = who.device
        AND erasures.erased_at > clock_timestamp() - interval '1 hour';
    IF lately + cardinality(gone) > 5000 THEN
        RAISE EXCEPTION 'too many erasures' USING ERRCODE = 'AN001';
    END IF;
    INSERT INTO anteroom.erasures (consultation, login, device, digests)
    VALUES (of_consultation, who.number, who.device, gone);
    RETURN cardinality(gone);
END
$$;

-- Nobody has UPDATE, DELETE or TRUNCATE. What the server decides itself (arrival, times) nobody gives.
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA anteroom FROM PUBLIC;
GRANT USAGE ON SCHEMA anteroom TO anteroom_device;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA anteroom TO anteroom_device;
GRANT SELECT ON anteroom._migrations, anteroom.server, anteroom.commits, anteroom.contents, anteroom.heads, anteroom.erasures TO anteroom_device;
GRANT SELECT (number, consultation, device, added_at, dropped_at) ON anteroom.login TO anteroom_device;
GRANT INSERT (consultation, device, seq, hash, pushed_by, epoch, sealed) ON anteroom.commits TO anteroom_device;
GRANT INSERT (consultation, digest, pushed_by, epoch, sealed) ON anteroom.contents TO anteroom_device;
GRANT INSERT (consultation, position, device, body, signature, tips) ON anteroom.heads TO anteroom_device;

-- A login sees its consultation, and puts rows there in its own name. Each function is asked once for a statement, not for
-- each row, because it stands in a SELECT of its own.
ALTER TABLE anteroom.login ENABLE ROW LEVEL SECURITY;
ALTER TABLE anteroom.login FORCE ROW LEVEL SECURITY;
ALTER TABLE anteroom.commits ENABLE ROW LEVEL SECURITY;
ALTER TABLE anteroom.commits FORCE ROW LEVEL SECURITY;
ALTER TABLE anteroom.contents ENABLE ROW LEVEL SECURITY;
ALTER TABLE anteroom.contents FORCE ROW LEVEL SECURITY;
ALTER TABLE anteroom.heads ENABLE ROW LEVEL SECURITY;
ALTER TABLE anteroom.heads FORCE ROW LEVEL SECURITY;
ALTER TABLE anteroom.erasures ENABLE ROW LEVEL SECURITY;
ALTER TABLE anteroom.erasures FORCE ROW LEVEL SECURITY;

CREATE POLICY own ON anteroom.login FOR SELECT TO anteroom_device
    USING (consultation = (SELECT anteroom.consultation()));
CREATE POLICY own ON anteroom.commits FOR SELECT TO anteroom_device
    USING (consultation = (SELECT anteroom.consultation()));
CREATE POLICY bring ON anteroom.commits FOR INSERT TO anteroom_device
    WITH CHECK (consultation = (SELECT anteroom.consultation()) AND pushed_by = (SELECT anteroom.number()));
CREATE POLICY own ON anteroom.contents FOR SELECT TO anteroom_device
    USING (consultation = (SELECT anteroom.consultation()));
CREATE POLICY bring ON anteroom.contents FOR INSERT TO anteroom_device
    WITH CHECK (consultation = (SELECT anteroom.consultation()) AND pushed_by = (SELECT anteroom.number()));
CREATE POLICY own ON anteroom.heads FOR SELECT TO anteroom_device
    USING (consultation = (SELECT anteroom.consultation()));
CREATE POLICY bring ON anteroom.heads FOR INSERT TO anteroom_device
    WITH CHECK (consultation = (SELECT anteroom.consultation()) AND device = (SELECT anteroom.device())
                AND position = (SELECT anteroom.next_position()));
CREATE POLICY own ON anteroom.erasures FOR SELECT TO anteroom_device
    USING (consultation = (SELECT anteroom.consultation()));

-- The owner keeps the list of logins. Of everything else even the owner sees only what the session's device may, so a
-- function that runs as the owner reaches no further.
CREATE POLICY keep ON anteroom.login TO anteroom_owner USING (true) WITH CHECK (true);
CREATE POLICY look ON anteroom.heads FOR SELECT TO anteroom_owner
    USING (consultation = (SELECT anteroom.consultation()));
CREATE POLICY look ON anteroom.contents FOR SELECT TO anteroom_owner
    USING (consultation = (SELECT anteroom.consultation()));
CREATE POLICY erase ON anteroom.contents FOR DELETE TO anteroom_owner
    USING (consultation = (SELECT anteroom.consultation()));
CREATE POLICY look ON anteroom.erasures FOR SELECT TO anteroom_owner
    USING (consultation = (SELECT anteroom.consultation()));
CREATE POLICY log ON anteroom.erasures FOR INSERT TO anteroom_owner
    WITH CHECK (consultation = (SELECT anteroom.consultation()));
