import { chrome } from './chrome.ts';

export const english = { chrome };
