import type { Words } from '../words.ts';
import { chrome } from './chrome.ts';

export const spanish: Words = { chrome };
