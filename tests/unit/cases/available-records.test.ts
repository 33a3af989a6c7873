import { describe, expect, test } from 'vitest';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { assessCase } from '../../../lib/cases/assessed-case.ts';
import { availableRecords, verbForStep } from '../../../lib/cases/available-records.ts';
import type { Client } from '../../../lib/cases/case-record.ts';
import type { Role } from '../../../lib/db/vocabulary.ts';
import { aCase, CaseBuilder } from '../../support/case-record.ts';

function verbsOf(told: CaseBuilder, today: string, role: Role = 'caseworker') {
  const verbs = availableRecords(assessCase(told.record, localDate(today)), { role });
  return {
    nouns: verbs.map(({ noun }) => noun),
    primary: verbs.find(({ primary }) => primary)?.noun ?? null,
    primaries: verbs.filter(({ primary }) => primary).length,
    labels: Object.fromEntries(verbs.map(({ noun, label }) => [noun, label])),
    verbs,
  };
}

const denied = aCase().denied('2026-04-14');
const grieved = denied.grieved({
  sentOn: '2026-04-27',
  receivedOn: '2026-05-01',
  acknowledgedOn: '2026-05-05',
});
const upheld = grieved.answered('2026-05-20', 'upheld');
const late = grieved.answered('2026-06-12', 'upheld', { receivedOn: '2026-06-17' });
const filed = late.filed('2026-11-25', { receivedOn: '2026-11-25' });

describe('what can be recorded', () => {
  test('offers no plan decision where there is no grievance to answer', () => {
    expect(verbsOf(denied, '2026-06-06').nouns).not.toContain('plan-decision');
    expect(verbsOf(denied, '2026-06-06').primary).toBe('grievance');
  });

  test('offers a message only to a client who may be written to, in words there are', () => {
    const to = (client: Partial<Client>) => {
      const record = { ...denied.record, client: { ...denied.record.client, ...client } };
      return verbsOf(new CaseBuilder(record), '2026-06-06').nouns;
    };
    const consents = { email: 'ana@example.org', emailConsentOn: localDate('2026-04-14') };
    expect(to(consents)).toContain('message');
    expect(to({ ...consents, language: 'hy' })).not.toContain('message');
    expect(to({})).not.toContain('message');
  });

  test('offers no second decision and no acknowledgment of an answered grievance', () => {
    const { nouns, primary } = verbsOf(upheld, '2026-06-06');
    expect(nouns).not.toContain('plan-decision');
    expect(nouns).not.toContain('acknowledgment');
    expect(primary).toBe('imr-filing');
  });

  test('waits for the decision while the plan has time', () => {
    expect(verbsOf(grieved, '2026-05-25').primary).toBe('plan-decision');
  });

  test('keeps the decision first while the plan is only late with its acknowledgment, and a call beside it', () => {
    const unacknowledged = denied.grieved({ receivedOn: '2026-05-01' });
    const { primary, nouns } = verbsOf(unacknowledged, '2026-05-20');
    expect(primary).toBe('plan-decision');
    expect(nouns).toContain('note');
  });

  test('follows the review and not the plan’s old debts once an IMR is filed over its silence', () => {
    const silent = denied.grieved({ receivedOn: '2026-05-01' });
    const reviewed = silent.filed('2026-06-10', {
      receivedOn: '2026-06-10',
      reviewerReceivedOn: '2026-06-20',
    });
    expect(verbsOf(reviewed, '2026-07-01').primary).toBe('imr-determination');
  });

  test('opens the IMR the day after the plan’s days, not before', () => {
    expect(verbsOf(grieved, '2026-05-31').primary).toBe('plan-decision');
    expect(verbsOf(grieved, '2026-06-01').primary).toBe('imr-filing');
  });

  test('asks for the proof of what was sent before anything else, and offers the department’s answer beside it', () => {
    const sent = upheld.filed('2026-06-05', { confirmationNumber: '' });
    const { primary, nouns, verbs } = verbsOf(sent, '2026-06-06');
    expect(primary).toBe('proof-of-filing');
    expect(nouns).toContain('imr-acceptance');
    expect(nouns).not.toContain('imr-filing');
    const assessed = assessCase(sent.record, localDate('2026-06-06'));
    const step = assessed.assessment.nextSteps.find(({ rule }) => rule === 'ca.imr.deadline.decision');
    expect(step?.text).toBe(
      'Prove that the IMR application sent Fri, Jun 5, 2026 arrived, or send it again by Fri, Nov 20, 2026.',
    );
    expect(step && verbForStep(step, assessed, verbs, { role: 'caseworker' })?.noun).toBe('proof-of-filing');
  });

  test('does what Recourse asks for by recording it', () => {
    const sent = upheld.filed('2026-06-05', { confirmationNumber: '' }).asked('prove-filing', '2026-06-08');
    const prepared = upheld.asked('send-packet', '2026-06-08');
    for (const [told, noun] of [
      [sent, 'proof-of-filing'],
      [prepared, 'imr-filing'],
    ] as const) {
      const assessed = assessCase(told.record, localDate('2026-06-06'));
      const step = assessed.assessment.nextSteps.find(({ rule }) => rule?.startsWith('manual.'));
      const { verbs } = verbsOf(told, '2026-06-06');
      expect(step && verbForStep(step, assessed, verbs, { role: 'caseworker' })?.noun).toBe(noun);
    }
  });

  test('follows an application step by step', () => {
    expect(verbsOf(filed, '2026-11-26').primary).toBe('imr-acceptance');
    const reviewed = late.filed('2026-11-25', { receivedOn: '2026-11-25', reviewerReceivedOn: '2026-12-03' });
    expect(verbsOf(reviewed, '2026-12-10').primary).toBe('imr-determination');
    const won = late.filed('2026-11-25', { determinedOn: '2026-12-20', outcome: 'overturned' });
    expect(verbsOf(won, '2026-12-21').primary).toBe('implementation');
    const lost = late.filed('2026-11-25', { determinedOn: '2026-12-20', outcome: 'upheld' });
    expect(verbsOf(lost, '2026-12-21').primary).toBe('closure');
  });

  test('records how a determination was carried out before it closes, where no day is set for that', () => {
    const insured = aCase('cdi')
      .denied('2026-04-14')
      .grieved({ sentOn: '2026-04-27', receivedOn: '2026-05-01' })
      .answered('2026-05-20', 'upheld');
    for (const outcome of ['overturned', 'partly-overturned'] as const) {
      const determined = {
        receivedOn: '2026-06-02',
        determinedOn: '2026-07-20',
        outcome,
        planReceivedOn: '2026-07-22',
      };
      expect(verbsOf(insured.filed('2026-06-01', determined), '2026-07-23').primary).toBe('implementation');
      const carriedOut = insured.filed('2026-06-01', { ...determined, implementedOn: '2026-07-30' });
      expect(verbsOf(carriedOut, '2026-07-31').primary).toBe('closure');
    }
  });

  test('never closes first while the department has an application before it', () => {
    for (const line of ['cdi', 'county', 'selfFunded'] as const) {
      const told = aCase(line)
        .denied('2026-04-14')
        .grieved({ sentOn: '2026-04-27', receivedOn: '2026-05-01' })
        .answered('2026-05-20', 'upheld');
      for (const known of [{}, { receivedOn: '2026-06-02' }, { acceptedOn: '2026-06-08' }])
        expect(verbsOf(told.filed('2026-06-01', known), '2027-07-01').primary).not.toBe('closure');
    }
    const insured = aCase('cdi').denied('2026-04-14').grieved({ sentOn: '2026-05-01' });
    const accepted = insured.filed('2026-06-01', { receivedOn: '2026-06-02', acceptedOn: '2026-06-08' });
    expect(verbsOf(accepted, '2026-06-10').primary).toBe('imr-acceptance');
  });

  test('offers no second application while one is pending', () => {
    expect(verbsOf(filed, '2026-11-26').nouns).not.toContain('imr-filing');
  });

  test('offers a second application once the first was rejected, unless something bars it', () => {
    const rejected = upheld.filed('2026-06-01', { rejectedOn: '2026-06-08' });
    expect(verbsOf(rejected, '2026-06-10').labels['imr-filing']).toBe('File IMR again');
    expect(verbsOf(rejected, '2026-12-21').labels['imr-extension']).toBe('Ask for an extension');
    expect(verbsOf(rejected, '2026-12-21').primary).not.toBe('imr-extension');
    const used = late
      .askedForExtension('somebody')
      .filed('2026-12-20', { filing: 'late', rejectedOn: '2026-12-28' });
    expect(verbsOf(used, '2026-12-29').labels['imr-extension']).toBe('Ask for an extension');
    const mediCal = aCase('mediCal')
      .denied('2026-04-14')
      .grieved({ receivedOn: '2026-05-01' })
      .answered('2026-05-20', 'upheld')
      .filed('2026-06-01', { rejectedOn: '2026-06-08' });
    expect(verbsOf(mediCal, '2026-06-10').labels['imr-filing']).toBe('File IMR again');
    expect(verbsOf(mediCal.heard({ heldOn: '2026-06-20' }), '2026-06-22').nouns).not.toContain('imr-filing');
  });

  test('asks for the extension first once every reading has passed', () => {
    expect(verbsOf(late, '2026-12-17').primary).toBe('imr-filing');
    expect(verbsOf(late, '2026-12-18').primary).toBe('imr-extension');
    expect(verbsOf(late.askedForExtension(null), '2026-12-18', 'supervisor').labels['imr-extension']).toBe(
      'Approve the late filing',
    );
    expect(verbsOf(late.askedForExtension('somebody'), '2026-12-18').primary).toBe('imr-filing');
  });

  test('offers a complaint and no IMR where the denial is about coverage alone, first once the plan is late', () => {
    const coverage = aCase()
      .denied('2026-10-16', { bases: ['not-covered'] })
      .grieved({ receivedOn: '2026-10-22' });
    const inTime = verbsOf(coverage, '2026-11-21');
    expect(inTime.nouns).toContain('complaint');
    expect(inTime.nouns).not.toContain('imr-filing');
    expect(inTime.primary).toBe('plan-decision');
    expect(verbsOf(coverage, '2026-11-22').primary).toBe('complaint');
  });

  test('offers a hearing only to members of Medi-Cal', () => {
    expect(verbsOf(upheld, '2026-06-06').nouns).not.toContain('hearing');
    const mediCal = aCase('mediCal').denied('2026-06-22').grieved({ receivedOn: '2026-07-15' });
    expect(verbsOf(mediCal.answered('2026-08-12', 'upheld'), '2026-11-21').primary).toBe('hearing');
  });

  test('offers a closed case nothing but its reopening', () => {
    expect(verbsOf(late.closed('2026-11-03', 'client-withdrew'), '2026-11-21').labels).toEqual({
      closure: 'Reopen case',
    });
  });

  test('asks for the denial first where no date is known at all', () => {
    expect(verbsOf(aCase(), '2026-06-06').primary).toBe('denial');
  });

  test('leads the missing day of receipt to the grievance that was sent', () => {
    const mailed = denied.grieved({ sentOn: '2026-04-27' });
    const { verbs } = verbsOf(mailed, '2026-05-10');
    expect(verbs[0]).toMatchObject({ label: 'Add the day of receipt', primary: true });
    expect(verbs[0]?.href).toMatch(/\/grievance\?id=[0-9a-f-]{36}$/);
  });

  test('offers a reviewer nothing', () => {
    expect(verbsOf(late, '2026-11-21', 'reviewer').nouns).toEqual([]);
    expect(verbsOf(late.closed('2026-11-03', 'client-withdrew'), '2026-11-21', 'reviewer').nouns).toEqual([]);
  });

  test('never has more than one primary verb', () => {
    for (const told of [aCase(), aCase(null), denied, grieved, upheld, late, filed])
      expect(verbsOf(told, '2026-11-26').primaries).toBeLessThanOrEqual(1);
  });
});

describe('the verb of a step', () => {
  const stepVerbs = (told: CaseBuilder, today: string, role: Role = 'caseworker') => {
    const assessed = assessCase(told.record, localDate(today));
    const verbs = availableRecords(assessed, { role });
    return assessed.assessment.nextSteps.map((step) => [
      step.text.slice(0, 24),
      verbForStep(step, assessed, verbs, { role })?.noun ?? null,
    ]);
  };

  // These pin the sentences of the engine that carry no rule: a reworded step must find its form again.
  test('is found for every step without a rule of its own', () => {
    expect(stepVerbs(aCase(null), '2026-06-06')).toEqual([
      ['File the grievance with ', 'grievance'],
      ['Find out whether the DMH', 'coverage'],
    ]);
    expect(stepVerbs(denied.grieved({ sentOn: '2026-04-27' }), '2026-05-10')).toEqual([
      ['Ask the plan which day i', 'grievance'],
    ]);
    expect(stepVerbs(late.filed('2026-11-25'), '2026-11-26')).toEqual([
      ['Ask the DMHC Help Center', 'imr-acceptance'],
    ]);
    expect(stepVerbs(grieved.answered('2026-05-20', 'overturned'), '2026-06-10')).toEqual([
      ['Check that the plan real', 'note'],
    ]);
    expect(stepVerbs(aCase().denied('2026-04-14', { bases: ['not-covered'] }), '2026-05-10')).toContainEqual([
      'File a complaint with th',
      'complaint',
    ]);
  });

  test('is none for a step that is ahead of its time, and none for a reviewer', () => {
    expect(stepVerbs(grieved, '2026-05-25')[0]).toEqual(['If the plan does not ans', null]);
    expect(stepVerbs(late, '2026-11-21', 'reviewer').every(([, noun]) => noun === null)).toBe(true);
  });
});
