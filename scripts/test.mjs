import { runOnProjectNode } from './bootstrap.mjs';

await runOnProjectNode('test.ts', { development: true });
