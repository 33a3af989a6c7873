import pg from 'pg';

const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
await client.connect();
await client.query('create table if not exists kept (word text not null)');
await client.query('grant select, insert on kept to recourse_app');
await client.query(`insert into kept values ('seeded')`);
await client.end();
