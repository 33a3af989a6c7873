import { runOnProjectNode } from './bootstrap.mjs';

await runOnProjectNode('start.ts', { development: false });
