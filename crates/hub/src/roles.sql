-- Before the tables: who owns them, and what all logins of devices have in common. Roles are of the whole server, so another
-- database may have made them already. Can be run again at any time.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'anteroom_owner') THEN
        CREATE ROLE anteroom_owner NOLOGIN;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'anteroom_device') THEN
        CREATE ROLE anteroom_device NOLOGIN;
    END IF;
    -- Who makes the tables makes them as their owner, who cannot log in and is no superuser.
    IF NOT pg_catalog.pg_has_role('anteroom_owner', 'USAGE') THEN
        EXECUTE pg_catalog.format('GRANT anteroom_owner TO %I', current_user);
    END IF;
    EXECUTE pg_catalog.format('GRANT CONNECT, CREATE ON DATABASE %I TO anteroom_owner', current_database());
    CREATE SCHEMA IF NOT EXISTS anteroom AUTHORIZATION anteroom_owner;
    -- Nobody else gets in, and a device makes nothing of its own here.
    EXECUTE pg_catalog.format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE pg_catalog.format('GRANT CONNECT ON DATABASE %I TO anteroom_device', current_database());
    IF EXISTS (SELECT FROM pg_catalog.pg_namespace WHERE nspname = 'public') THEN
        REVOKE ALL ON SCHEMA public FROM PUBLIC;
    END IF;
END
$$;
