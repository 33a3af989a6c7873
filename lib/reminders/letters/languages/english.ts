import { formatLongDate } from '../../../calendar/format-date.ts';
import type { ClientWords } from '../client-words.ts';

export const english: ClientWords = {
  review: { by: 'authors', note: 'Written in English by the authors.' },
  subject: {
    countdown: 'A reminder',
    news: 'News for you',
    correction: 'A correction',
    'by-hand': 'A message for you',
  },
  preview: 'We have a short message for you.',
  greeting: 'Hello.',
  greetingTo: (name) => `Hello, ${name}.`,
  countdown: {
    neutral: (day) => ['There is something for us to do together, at the latest on ', day, '.'],
    standard: (day) => ['A paper for your case must be sent by ', day, '.'],
    detailed: (act, day) => [`The last day to ${act} is `, day, '.'],
  },
  news: {
    neutral: 'We have news for you.',
    standard: 'There is news in your case.',
    silence: (plan) => `${plan ?? 'Your plan'} did not answer you in time.`,
    opened: (act) => `You can now ${act}.`,
    openedSomething: 'There may be a next step for you.',
  },
  correction: {
    neutral: (former) => ['In an earlier message we named ', former, '.'],
    standard: (former) => [
      'In an earlier message we named ',
      former,
      ' as the last day to send a paper for your case.',
    ],
    detailed: (act, former) => ['In an earlier message we named ', former, ` as the last day to ${act}.`],
    moved: (day) => ['That day no longer holds. The last day is now ', day, '.'],
    dropped: 'That day no longer holds, and there is nothing you have to do by then.',
  },
  byHand: {
    'call-us': {
      neutral: 'We would like to speak with you.',
      standard: 'We would like to speak with you about your case.',
    },
    'send-papers': {
      neutral: 'We need something from you.',
      standard: 'We need papers from you for your case.',
    },
    'papers-sent': {
      neutral: 'We have done what we said we would do.',
      standard: 'We have sent the papers for your case.',
    },
    'still-waiting': {
      neutral: 'Nothing has changed yet: we are still waiting for an answer.',
      standard: 'Nothing has changed in your case yet: we are still waiting for an answer.',
    },
  },
  acts: {
    'review-request': 'ask for an independent review',
    hearing: 'ask for a hearing before a judge',
    appeal: 'ask your plan to look at its decision again',
  },
  about: (plan) => `This is about ${plan}.`,
  from: (office) => `This message is from ${office}.`,
  callBefore: 'Please call us before that day: it takes a few minutes.',
  replyBefore: 'Please reply to this message before that day: it takes a few minutes.',
  callSoon: 'Please call us when you can.',
  replySoon: 'Please reply to this message when you can.',
  nothingToDo: 'There is nothing you have to do now. We will be in touch when there is news.',
  call: (phone) => `Call ${phone}`,
  questions: (name) => `Questions? Ask for ${name}.`,
  only: 'This is the only message about this.',
  first: (total) => `This is the first of ${total} messages about this date.`,
  later: (ordinal, total) => `This is message ${ordinal} of ${total} about this date.`,
  why: 'You get this because you agreed to e-mail from us.',
  stopByReplyOrPhone: 'To get no more reminders, reply STOP or tell us by phone.',
  stopByReply: 'To get no more reminders, reply STOP.',
  stopLink: 'Stop the reminders',
  day: formatLongDate,
  stopPage: {
    title: 'Stop the reminders',
    question: 'Do you want no more reminders by e-mail?',
    whatStops: 'We will send you no more reminders of what is coming up.',
    whatStays: 'We will still write when a day is very near or when something important changes.',
    button: 'Stop the reminders',
    doneTitle: 'The reminders are stopped',
    done: 'You will get no more reminders. To change this, call us or reply to one of our messages.',
    unknownTitle: 'This link does not work',
    unknown:
      'It may have been cut short on its way. To get no more reminders, reply STOP to one of our messages or call us.',
  },
};
