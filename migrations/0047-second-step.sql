-- The second step at sign-in, as better-auth 1.7.5 with its two-factor plugin wants it; secrets and recovery codes are encrypted
-- by it under the server's own secret.
alter table auth."user" add column "twoFactorEnabled" boolean;
create table auth."twoFactor" (
  "id" text not null primary key,
  "secret" text not null,
  "backupCodes" text not null,
  "userId" text not null references auth."user" ("id") on delete cascade,
  "verified" boolean,
  "failedVerificationCount" integer,
  "lockedUntil" timestamptz
);
create index "twoFactor_secret_idx" on auth."twoFactor" ("secret");
create index "twoFactor_userId_idx" on auth."twoFactor" ("userId");
grant select, insert, update, delete on auth."twoFactor" to :"auth";
