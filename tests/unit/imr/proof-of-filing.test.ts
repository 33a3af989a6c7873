import { describe, expect, test } from 'vitest';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { factsOf } from '../../../lib/deadlines/case-facts.ts';
import {
  isProved,
  proofOf,
  provedApplication,
  unprovedApplication,
} from '../../../lib/imr/proof-of-filing.ts';
import { aCase } from '../../support/case-record.ts';

const TODAY = localDate('2026-11-21');
const NO_PROOF = { confirmationNumber: '' };

const upheld = () =>
  aCase()
    .denied('2026-09-01')
    .grieved({ receivedOn: localDate('2026-09-10') })
    .answered('2026-10-01', 'upheld');

const applicationOf = (more: object) => {
  const application = upheld().filed('2026-11-20', { ...NO_PROOF, ...more }).record.imrApplications[0];
  if (!application) throw new Error('nothing was filed');
  return application;
};

describe('an application is proved', () => {
  test.each([
    [{ confirmationNumber: 'C-1' }, 'confirmation number C-1'],
    [{ receiptDocumentId: '00000000-0000-4000-8000-0000000000aa' }, 'a receipt among the case’s documents'],
    [{ receivedOn: '2026-11-20' }, 'the department’s word that it received it, Fri, Nov 20, 2026'],
    [{ acceptedOn: '2026-11-23' }, 'the department’s acceptance, Mon, Nov 23, 2026'],
    [{ rejectedOn: '2026-11-23' }, 'the department’s rejection, Mon, Nov 23, 2026'],
    [{ planNotifiedOn: '2026-11-23' }, 'the department’s notice to the plan, Mon, Nov 23, 2026'],
    [{ determinedOn: '2026-12-23' }, 'the department’s determination, Wed, Dec 23, 2026'],
    [{ recordedBeforeProof: true }, 'recorded before proof was asked for'],
  ])('by %o', (facts, words) => {
    expect(isProved(applicationOf(facts))).toBe(true);
    expect(proofOf(applicationOf(facts))).toBe(words);
  });

  test('by a number and a receipt together, and both are said', () => {
    const both = { confirmationNumber: 'C-1', receiptDocumentId: '00000000-0000-4000-8000-0000000000aa' };
    expect(proofOf(applicationOf(both))).toBe(
      'confirmation number C-1 and a receipt among the case’s documents',
    );
  });
});

describe('an application is not proved', () => {
  test.each([
    ['by having been sent', {}],
    ['by the hour, the pages and the packet', { sentAt: new Date('2026-11-20T18:00:00Z'), pageCount: 48 }],
    [
      'by an estimated day of receipt',
      { receivedOn: '2026-11-20', dateSources: { receivedOn: 'estimated' } },
    ],
  ])('%s', (_, facts) => {
    expect(isProved(applicationOf(facts))).toBe(false);
    expect(proofOf(applicationOf(facts))).toBeNull();
  });
});

describe('the engine', () => {
  test('is told of a proved application as of the day it was sent', () => {
    const { record } = upheld().filed('2026-11-20', { confirmationNumber: 'C-1' });
    expect(factsOf(record, TODAY).imr).toEqual({ appliedOn: '2026-11-20', expedited: false });
    expect(unprovedApplication(record)).toBeNull();
  });

  test('hears nothing of one without proof', () => {
    const { record } = upheld().filed('2026-11-20', NO_PROOF);
    expect(factsOf(record, TODAY)).toEqual(factsOf(upheld().record, TODAY));
    expect(unprovedApplication(record)).toBe(record.imrApplications[0]);
  });

  test('keeps the rejection before a new application that is not proved', () => {
    const rejected = upheld().filed('2026-10-10', { ...NO_PROOF, rejectedOn: '2026-10-20' });
    const { record } = rejected.filed('2026-11-20', NO_PROOF);
    expect(provedApplication(record)).toBe(record.imrApplications[0]);
    expect(factsOf(record, TODAY)).toEqual(factsOf(rejected.record, TODAY));
  });
});
