import { describe, expect, test } from 'vitest';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { LANGUAGES } from '../../../lib/db/vocabulary.ts';
import { printLetter } from '../../../lib/mail/letter.ts';
import { type ClientReminder, clientLetter, letterLanguage } from '../../../lib/reminders/client-letter.ts';

const reminder = (more: Partial<ClientReminder> = {}): ClientReminder => ({
  clientName: 'Rosario Villaseñor',
  language: 'en',
  officeName: null,
  officePhone: '(619) 555-0142',
  ownerName: 'Inés Caldera',
  actBy: localDate('2026-11-24'),
  ...more,
});
const printed = (more: Partial<ClientReminder> = {}) => printLetter(clientLetter(reminder(more)));

describe('a letter to a client', () => {
  test('asks in English for a call before a day', () => {
    expect(printed()).toMatchObject({
      subject: 'A reminder',
      text: `Hello, Rosario.

There is something for us to do together, at the latest on Tuesday,
November 24, 2026. Please call us before that day: it takes a few
minutes.

Call (619) 555-0142

Questions? Ask for Inés.

You get this because you agreed to e-mail from us. To get no more, reply
STOP or tell us by phone.
`,
    });
  });

  test('asks the same in Spanish', () => {
    const { subject, text } = printed({ language: 'es', officeName: 'Cedar Street Legal Aid' });
    expect(subject).toBe('Un recordatorio de Cedar Street Legal Aid');
    expect(text).toContain('Hola, Rosario:');
    expect(text.replace(/\s+/g, ' ')).toContain(
      'a más tardar el martes 24 de noviembre de 2026. Por favor, llámenos',
    );
    expect(text).toContain('Llamar al (619) 555-0142');
    expect(text.replace(/\s+/g, ' ')).toContain('responda ALTO');
  });

  test('says that there is news and nothing of what it is', () => {
    expect(printed({ actBy: null }).text).toContain('We have news for you. Please call us when you can.');
    expect(printed({ actBy: null, language: 'es' }).text).toContain('Tenemos noticias para usted.');
  });

  test('asks for a reply where the office has no phone', () => {
    const { text, html } = printed({ officePhone: '' });
    expect(text).toContain('reply to this message');
    expect(html).not.toContain('tel:');
  });

  test('says in both parts who we are only where the client lets us', () => {
    const { subject, html } = printed({ officeName: 'Cedar Street Legal Aid' });
    expect(subject).toBe('A reminder from Cedar Street Legal Aid');
    expect(html).toContain('<title>A reminder from Cedar Street Legal Aid</title>');
    expect(JSON.stringify(printed())).not.toContain('Cedar');
  });

  test('is in English where we have no text in the client’s language', () => {
    for (const language of LANGUAGES) expect(letterLanguage(language)).toBe(language === 'es' ? 'es' : 'en');
    expect(printed({ language: 'vi' }).subject).toBe('A reminder');
  });

  test.each(['en', 'es'] as const)('says nothing about health, plans or law in %s', (language) => {
    const everything = JSON.stringify([
      printed({ language }),
      printed({ language, actBy: null }),
      printed({ language, officePhone: '' }),
    ]);
    expect(everything).not.toMatch(
      /\b(IMR|plan|health|medical|grievance|denial|insur|appeal|treatment|diagnos|hearing|law|legal|médic|salud|seguro|queja|apelaci|tratamiento|ley)\b/i,
    );
  });

  test('escapes a name in the HTML part', () => {
    expect(printed({ clientName: '<b>&"' }).html).toContain('Hello, &lt;b&gt;&amp;&quot;.');
  });
});
