/** What is kept of a form before it is saved. "{time}" stands for a time of day. */
export const drafts = {
  restored: 'Your draft of {time} is here.',
  discard: 'Discard draft',
  discarded: 'The draft is discarded.',
  undo: 'Undo',
  kept: 'Draft kept, {time}',
  offline: 'No connection. What you typed is still here and is kept as soon as Recourse can be reached.',
  notKept: 'What you typed is not kept yet: stay on this page until it is saved.',
  cutOffTitle: 'Not saved: Recourse cannot be reached',
  cutOff: 'The connection failed on the way.',
  cutOffRemedy: 'Leave this page open: it says when the connection is back, and then you can save.',
  reconnected: 'The connection is back, and everything you typed is here. Save again.',
};

/** Forms of a case that somebody began and has not saved. */
export const unfinished = {
  begun: (what: string, time: string) => `Not saved yet: ${what}, ${time}.`,
  goOn: 'Go on',
};
