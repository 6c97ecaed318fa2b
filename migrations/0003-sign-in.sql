-- better-auth's tables as version 1.7.5 with the passkey plugin wants them; a test asks it whether anything is missing.
set local search_path = auth;

create table "user" ("id" text not null primary key, "name" text not null, "email" text not null unique, "emailVerified" boolean not null, "image" text, "createdAt" timestamptz default current_timestamp not null, "updatedAt" timestamptz default current_timestamp not null);
create table "session" ("id" text not null primary key, "expiresAt" timestamptz not null, "token" text not null unique, "createdAt" timestamptz default current_timestamp not null, "updatedAt" timestamptz not null, "ipAddress" text, "userAgent" text, "userId" text not null references "user" ("id") on delete cascade);
create table "account" ("id" text not null primary key, "accountId" text not null, "providerId" text not null, "userId" text not null references "user" ("id") on delete cascade, "accessToken" text, "refreshToken" text, "idToken" text, "accessTokenExpiresAt" timestamptz, "refreshTokenExpiresAt" timestamptz, "scope" text, "password" text, "createdAt" timestamptz default current_timestamp not null, "updatedAt" timestamptz not null);
create table "verification" ("id" text not null primary key, "identifier" text not null, "value" text not null, "expiresAt" timestamptz not null, "createdAt" timestamptz default current_timestamp not null, "updatedAt" timestamptz default current_timestamp not null);
create table "passkey" ("id" text not null primary key, "name" text, "publicKey" text not null, "userId" text not null references "user" ("id") on delete cascade, "credentialID" text not null, "counter" integer not null, "deviceType" text not null, "backedUp" boolean not null, "transports" text, "createdAt" timestamptz, "aaguid" text);
create index "session_userId_idx" on "session" ("userId");
create index "account_userId_idx" on "account" ("userId");
create index "verification_identifier_idx" on "verification" ("identifier");
create index "passkey_userId_idx" on "passkey" ("userId");
create index "passkey_credentialID_idx" on "passkey" ("credentialID");
grant select, insert, update, delete on all tables in schema auth to :"auth";

-- An address that carries its own secret: only the hash of its token is here.
create table auth.door (
  token_hash bytea primary key,
  way text not null check (way in ('first', 'feed')),
  desk_id uuid,
  item_id uuid,
  made_at timestamptz not null,
  until timestamptz,
  closed_at timestamptz
);
create index door_item on auth.door (desk_id, item_id);

-- At which desks a login sits; the member's row is the desk's.
create table auth.seat (
  login_id text not null,
  desk_id uuid not null,
  member_id uuid not null,
  made_at timestamptz not null,
  primary key (login_id, desk_id)
);
grant select, insert, update on auth.door, auth.seat to :"app";

reset search_path;
