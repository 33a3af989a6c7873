import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import pg from 'pg';
import { noteKeys } from './note-keys.ts';

noteKeys('web');

const pool = new pg.Pool({ connectionString: process.env.DATABASE_APP_URL });
pool.on('error', () => {});

async function answer(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
  try {
    if (request.method === 'POST') await pool.query(`insert into kept values ('written')`);
    const { rows } = await pool.query<{ word: string }>('select word from kept');
    response.end(JSON.stringify({ words: rows.map((row) => row.word) }));
  } catch {
    response.writeHead(503).end();
  }
}

async function leave(): Promise<void> {
  const { rowCount } = await pool.query('select word from kept');
  fs.writeFileSync(path.join(process.env.DATA_DIR ?? '', 'read-on-leaving'), String(rowCount));
  process.exit(0);
}

http
  .createServer((request, response) => void answer(request, response))
  .listen(Number(process.env.PORT), process.env.LISTEN_HOST);
process.on('SIGTERM', () => void leave());
