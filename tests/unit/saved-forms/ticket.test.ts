import { describe, expect, test } from 'vitest';
import { issueTicket, readFormNumber, TICKET_DAYS } from '../../../lib/saved-forms/ticket.ts';

const SECRET = 'a secret of the server that nobody else has';
const ana = { officeId: 'office-1', userId: 'ana' };
const now = new Date('2026-06-12T17:00:00Z');
const later = (days: number, milliseconds = 0) => new Date(now.getTime() + days * 86_400_000 + milliseconds);
const numberOf = (ticket: string, mark = '_r_1__0') => `${ticket}.${mark}`;
const ticket = issueTicket(ana, now, SECRET);

describe('a form’s number', () => {
  test('gives the same id each time, and another for each form and each page', () => {
    const first = readFormNumber(numberOf(ticket), ana, now, SECRET);
    expect(first).toEqual({
      ok: true,
      id: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/) as string,
    });
    expect(readFormNumber(numberOf(ticket), ana, later(1), SECRET)).toEqual(first);
    expect(readFormNumber(numberOf(ticket, '_r_2__0'), ana, now, SECRET)).not.toEqual(first);
    const nextPage = numberOf(issueTicket(ana, now, SECRET));
    expect(readFormNumber(nextPage, ana, now, SECRET)).not.toEqual(first);
  });

  test.each([
    ['another person’s', numberOf(ticket), { ...ana, userId: 'bea' }],
    ['another office’s', numberOf(ticket), { ...ana, officeId: 'office-2' }],
    ['one made with another secret', numberOf(issueTicket(ana, now, `${SECRET}!`)), ana],
    ['one whose time was changed', numberOf(ticket.replace(/\.\w+\./, '.zzzzzzz.')), ana],
    ['one cut short', ticket, ana],
    ['one with more to it', `${numberOf(ticket)}.x`, ana],
    ['one over long', numberOf(ticket, 'x'.repeat(65)), ana],
    ['several', [numberOf(ticket), numberOf(ticket)], ana],
    ['an empty one', '', ana],
    ['none', undefined, ana],
  ])('is refused when it is %s', (_, number, holder) => {
    expect(readFormNumber(number, holder, now, SECRET)).toEqual({ ok: false, because: 'not-theirs' });
  });

  test('counts for as many days as a form may stay open, and not a moment longer', () => {
    expect(readFormNumber(numberOf(ticket), ana, later(TICKET_DAYS), SECRET).ok).toBe(true);
    expect(readFormNumber(numberOf(ticket), ana, later(TICKET_DAYS, 1), SECRET)).toEqual({
      ok: false,
      because: 'too-old',
    });
  });
});
