import pg from 'pg';

const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
// The full disk takes the server down; the query that was running says so.
client.on('error', () => undefined);
await client.connect();
await client.query('create table filling (bytes bytea)');
for (;;)
  await client.query(
    'insert into filling select uuid_send(gen_random_uuid()) from generate_series(1, 200000)',
  );
