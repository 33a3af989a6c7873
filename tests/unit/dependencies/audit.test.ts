import { describe, expect, test } from 'vitest';
import { judgeAudit } from '../../../scripts/dependencies/audit.ts';

const today = new Date('2026-11-22T12:00:00Z');
const advisory = 'GHSA-aaaa-bbbb-cccc';
const found = (severity: string) => ({
  source: 1,
  name: 'leaky',
  dependency: 'leaky',
  title: 'Leaks',
  url: `https://github.com/advisories/${advisory}`,
  severity,
  range: '<2',
});
const reportOf = (severity: string) =>
  JSON.stringify({
    auditReportVersion: 2,
    vulnerabilities: {
      leaky: { name: 'leaky', severity, via: [found(severity)] },
      above: { name: 'above', severity, via: ['leaky'] },
    },
    metadata: {},
  });
const accepted = (changes: object = {}) => [
  {
    advisory,
    package: 'leaky',
    reason: 'Reached only by a test that runs on this machine.',
    acceptedOn: '2026-11-01',
    ...changes,
  },
];

describe('an audit', () => {
  test.each(['high', 'critical'])('fails for an advisory that is %s, once', (severity) => {
    expect(judgeAudit(reportOf(severity), [], today).problems).toEqual([
      `leaky: Leaks (${severity}, ${advisory}).`,
    ]);
  });

  test.each(['info', 'low', 'moderate'])('passes one that is %s', (severity) => {
    expect(judgeAudit(reportOf(severity), [], today).problems).toEqual([]);
  });

  test('passes one that is accepted with a reason, for half a year', () => {
    expect(judgeAudit(reportOf('high'), accepted(), today).problems).toEqual([]);
    const old = accepted({ acceptedOn: '2026-05-01' });
    expect(judgeAudit(reportOf('high'), old, today).problems).toEqual([
      `leaky: ${advisory} was accepted more than 180 days ago: look at its reason again.`,
    ]);
  });

  test('fails when what was accepted is another package’s or another advisory', () => {
    for (const other of [{ package: 'other' }, { advisory: 'GHSA-aaaa-bbbb-dddd' }])
      expect(judgeAudit(reportOf('high'), accepted(other), today).problems).toHaveLength(1);
  });

  test.each([{ reason: 'fine' }, { reason: undefined }, { acceptedOn: 'soon' }, { advisory: 'all' }])(
    'fails when an advisory is accepted without saying why and when: %o',
    (changes) => {
      expect(judgeAudit(reportOf('low'), accepted(changes), today).problems).toHaveLength(1);
    },
  );

  test('remarks on what is accepted and no longer reported', () => {
    expect(judgeAudit(reportOf('low'), accepted(), today)).toEqual({
      problems: [],
      remarks: [`${advisory} (leaky) is accepted and no longer reported.`],
    });
  });

  test.each([
    [
      '{"statusCode":405,"message":"405 Method Not Allowed","error":{"summary":"","detail":""}}',
      'the registry answers audits with 405.',
    ],
    ['{"statusCode":404,"error":{"summary":""}}', 'the registry answers audits with 404.'],
    [
      '{"error":{"code":"ENOTFOUND","summary":"request failed"}}',
      'the registry could not be asked (ENOTFOUND).',
    ],
    ['', 'the registry could not be asked.'],
    ['<html>', 'the registry could not be asked.'],
  ])('that was not made is remarked on and does not fail: %s', (printed, why) => {
    expect(judgeAudit(printed, [], today)).toEqual({ problems: [], remarks: [`No audit was made: ${why}`] });
  });
});
