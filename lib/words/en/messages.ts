/** What the staff send clients by hand. */
export const messages = {
  title: 'Message the client',
  what: 'What the message says',
  kinds: {
    'call-us': 'Please call us',
    'send-papers': 'Please send us papers',
    'papers-sent': 'We sent the papers',
    news: 'There is news',
    'still-waiting': 'We are still waiting',
  },
  bars: {
    'no-address': {
      message: 'The client has no e-mail address on record.',
      remedy: 'Call them, or add the address to the client’s details.',
    },
    'no-consent': {
      message: 'The client has not consented to e-mail.',
      remedy: 'Call them. Once they agree, record the day and how they did.',
    },
    'consent-withdrawn': {
      message: 'The client has withdrawn consent to e-mail.',
      remedy: 'Call them instead.',
    },
    suppressed: {
      message: 'Mail to this address came back or was complained about, so nothing more goes there.',
      remedy: 'Reach the client another way.',
    },
    stopped: {
      message: 'The client has stopped such messages; what is essential still goes.',
      remedy: 'Call them instead. That papers were sent, or that there is news, can still be told.',
    },
    'no-language': {
      message: 'There is no text in the client’s language yet.',
      remedy: 'Call them, with an interpreter if need be.',
    },
    'same-today': {
      message: 'The same message went to this address today, or it waits to go.',
      remedy: 'Choose another one, or call.',
    },
  },
  to: (address: string) => `To ${address}`,
  inLanguage: (language: string) => `${language}, as the client reads it`,
  inEnglish: 'The same in English',
  subject: 'Subject',
  notReviewed: 'Nobody who reads this language has looked at the text yet.',
  goesNow: 'It goes out within five minutes.',
  goesAt: (moment: string) => `The office is closed. It goes out ${moment}.`,
  whatBecomes: 'What becomes of it is on the timeline and under All reminders.',
  howMuch: {
    neutral: 'It tells nothing of the case, as the client chose.',
    standard: 'It tells the name and that there is a case, as the client agreed.',
    detailed: 'It tells the plan too, as the client agreed.',
  },
  send: 'Send',
  back: 'Back to case',
  call: 'Log a call instead',
  waiting: 'Waiting to go',
  waits: (moment: string, by: string) => `goes ${moment}, sent by ${by}`,
  triesAgain: (moment: string, by: string) =>
    `could not be handed over, but may have arrived; tried again ${moment}, sent by ${by}`,
  takeBack: 'Take it back',
  gone: {
    message: 'This message is on its way already, or was taken back.',
    remedy: 'All reminders says what became of it.',
  },
  sentByHand: 'Sent by hand',
};
