import type { Violation } from '../errors.ts';

export const clockGone: Violation = {
  field: null,
  message: 'This clock has moved or is done.',
  remedy: 'Open the page again to see how it stands.',
};

export const ownCase: Violation = {
  field: null,
  message: 'This case is yours to work.',
  remedy: 'Open the case.',
};

export const nobodyToNudge: Violation = {
  field: null,
  message: 'Nobody who is at work looks after this case.',
  remedy: 'Take it over, or hand it to a colleague.',
};

export const unreachedByMail: Violation = {
  field: null,
  message: 'Mail does not reach whoever works this case.',
  rule: 'Mail to their address came back, so none is sent there.',
  remedy: 'Speak to them, or take the case over.',
};

export const nudgedToday: Violation = {
  field: null,
  message: 'They were nudged about this clock today.',
  rule: 'Once a day for each clock, whoever asks.',
  remedy: 'Call them, or take the case over.',
};
