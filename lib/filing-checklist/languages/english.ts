import type { ListWords } from '../client-items.ts';

export const english: ListWords = {
  review: { by: 'authors', note: 'Written in English by the authors.' },
  title: 'Papers we need from you',
  intro: 'Please bring or send us a copy of each of these:',
  details: {
    birthOn: 'Your date of birth',
    address: 'Your address',
    phone: 'Your phone number',
  },
  items: {
    'member-number': 'Your member number: it is on your card',
    'membership-card': 'Your membership card, both sides',
    'denial-letter': 'The letter in which your plan said no',
    grievance: 'Your complaint to your plan',
    'plan-response': 'Your plan’s answer to your complaint',
    'grievance-receipt':
      'What shows the day your plan got your complaint, such as its letter or a receipt for a fax or the mail',
    'medical-necessity-letter': 'A letter in which your doctor says why you need what was refused',
    'outside-records': 'Records and test results from doctors and hospitals outside your plan',
    'urgency-certification': 'A note, signed by your doctor, that it is urgent',
    'experimental-certification': 'A form that your doctor signs: ask us for it',
    'scientific-documents': 'Two medical articles that support your request: ask your doctor for them',
    bills: 'Bills and receipts, with the days on which you were seen',
    'authorized-assistant-form': 'Your signature on the form that lets us speak for you: we have it here',
    'representative-authority': 'The power of attorney, or other paper, that lets somebody sign for you',
    'release-signature': 'Your signature on the application: we have it here',
  },
  nothing: 'We have everything we need from you. Thank you.',
  copies: 'Give us copies only and keep the originals. Nothing that is sent in comes back.',
  soon: 'Bring what you have now. The rest can follow.',
  lastDay: (day) => `The last day to send everything in is ${day}.`,
  call: (phone) => `Questions? Call us at ${phone}.`,
};
