import { buffer } from 'node:stream/consumers';
import { partsOf } from './answer.ts';
import { makePages } from './make-pages.ts';

// What a library prints must not end up among the pages.
console.log = console.info = console.debug = console.error;

const inspection = await makePages(await buffer(process.stdin), process.argv[2] ?? '');
for (const part of partsOf(inspection))
  await new Promise<void>((resolve) => process.stdout.write(part, () => resolve()));
process.exit(0);
