import pg from 'pg';

const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
await client.connect();
await client.query('create table filling (bytes bytea)');
for (;;)
  await client.query(
    'insert into filling select uuid_send(gen_random_uuid()) from generate_series(1, 200000)',
  );
