import { noteKeys } from './note-keys.ts';

noteKeys('worker');
setInterval(() => {}, 1_000);
