import { expect, test } from 'vitest';
import { filingStateOf } from '../../../lib/imr/filing-state.ts';
import { aCase } from '../../support/case-record.ts';

const upheld = aCase()
  .denied('2026-09-01')
  .grieved({ receivedOn: '2026-09-10' })
  .answered('2026-10-01', 'upheld');

test('a filing is nothing, prepared, sent without proof, or filed', () => {
  expect(filingStateOf(upheld.record)).toBeNull();
  const prepared = upheld.asked('send-packet', '2026-11-23');
  expect(filingStateOf(prepared.record)?.state).toBe('prepared');
  const sent = prepared.filed('2026-11-20', {
    confirmationNumber: '',
    channel: 'fax',
    destination: '916-255-5241',
    pageCount: 48,
    sentAt: new Date('2026-11-21T00:05:00Z'),
  });
  expect(filingStateOf(sent.record)?.state).toBe('sent-no-proof');
  expect(filingStateOf(sent.record)?.text).toContain('4:05 pm');
  expect(filingStateOf(sent.record)?.text).toContain('to 916-255-5241, 48 pages. Nothing shows yet');
  const filed = upheld.filed('2026-11-20', { confirmationNumber: 'C-1' });
  expect(filingStateOf(filed.record)).toMatchObject({ state: 'filed' });
  expect(filingStateOf(filed.record)?.text).toContain('Proof: confirmation number C-1.');
});

test('an application that was rejected is no filing any more, and a packet for the next one is prepared', () => {
  const rejected = upheld.filed('2026-11-20', { rejectedOn: '2026-11-25' });
  expect(filingStateOf(rejected.record)).toBeNull();
  expect(filingStateOf(rejected.asked('send-packet', '2026-12-01').record)?.state).toBe('prepared');
});
