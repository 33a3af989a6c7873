import { describe, expect, test } from 'vitest';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { LANGUAGES, type Language } from '../../../lib/db/vocabulary.ts';
import type { ChecklistItem } from '../../../lib/filing-checklist/checklist.ts';
import { CLIENT_ITEMS } from '../../../lib/filing-checklist/client-items.ts';
import { clientList } from '../../../lib/filing-checklist/client-list.ts';
import { ground } from '../../../lib/filing-checklist/grounds.ts';
import { ITEM_IDS, type ItemId } from '../../../lib/filing-checklist/item-rule.ts';
import { letterLanguage } from '../../../lib/reminders/letters/client-languages.ts';

const item = (id: ItemId, state: ChecklistItem['state'] = 'missing'): ChecklistItem => ({
  item: id,
  title: id,
  state,
  weight: 'helps',
  why: 'So.',
  citation: ground.dmhcPages,
  documents: [],
  pending: '',
  doneBy: null,
  answer: null,
  answers: [],
  ways: [],
});
const everything = ITEM_IDS.map((id) => item(id));

const about = (language: Language, more: Partial<Parameters<typeof clientList>[1]> = {}) => ({
  language,
  client: { birthOn: null, address: '', phone: '' },
  fileBy: localDate('2026-11-30'),
  today: localDate('2026-11-21'),
  officeName: '',
  officePhone: '559-555-0100',
  ...more,
});

describe('the list for the client', () => {
  test.each(LANGUAGES)('has words for all a client can bring, in %s or in English', (language) => {
    const list = clientList(everything, about(language));
    expect(list.items).toHaveLength(CLIENT_ITEMS.length + 3);
    expect(new Set(list.items).size).toBe(list.items.length);
    expect(list.text).toContain(list.title);
    expect(list.text).toContain('559-555-0100');
    for (const line of [...list.items, ...list.notes]) expect(list.text).toContain(line);
    expect(list.isFallback).toBe(letterLanguage(language).isFallback);
    if (list.isFallback) expect(list.language).toBe('en');
  });

  test('says which words nobody who reads them has looked at', () => {
    const reviews = LANGUAGES.map((language) => clientList(everything, about(language)).review);
    expect(reviews.filter(({ by }) => by === 'nobody-yet')).toHaveLength(4);
    for (const { note } of reviews) expect(note).not.toBe('');
  });

  test('holds nothing of the office’s own work', () => {
    const own: ItemId[] = [
      'plan',
      'dispute-statement',
      'extension-statement',
      'extension-approval',
      'waiver-statement',
    ];
    const list = clientList(
      own.map((id) => item(id)),
      about('en'),
    );
    expect(list.items).toEqual([]);
    expect(list.intro).toBe('We have everything we need from you. Thank you.');
    expect(list.notes).toEqual(['Questions? Call us at 559-555-0100.']);
  });

  test('asks for nothing that is there or not needed', () => {
    const list = clientList(
      [item('bills', 'done'), item('grievance', 'not-needed'), item('membership-card')],
      about('en'),
    );
    expect(list.items).toEqual(['Your membership card, both sides']);
  });

  test('asks only for the details that are unknown', () => {
    const client = { birthOn: localDate('1969-03-02'), address: '', phone: '559-555-0142' };
    expect(clientList([item('client-details')], about('en', { client })).items).toEqual(['Your address']);
  });

  test('says in every language that copies are enough and when the last day is', () => {
    for (const language of LANGUAGES) {
      const { notes } = clientList(everything, about(language));
      expect(notes).toHaveLength(4);
    }
    const spanish = clientList(everything, about('es'));
    expect(spanish.notes.join(' ')).toContain('guarde los originales');
    expect(spanish.notes.join(' ')).toContain('30 de noviembre de 2026');
    expect(clientList(everything, about('es', { today: localDate('2026-12-05') })).notes).toHaveLength(3);
  });

  test('names the office only where the client lets us say who we are', () => {
    expect(clientList(everything, about('en', { officeName: 'Cedar Street Legal Aid' })).text).toContain(
      'Cedar Street Legal Aid',
    );
    expect(clientList(everything, about('en')).from).toBe('');
  });
});
