import { describe, expect, test } from 'vitest';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { fateOf, type LedgerRow } from '../../../lib/flight-recorder/happenings.ts';
import type { RecordedDeadline } from '../../../lib/flight-recorder/recorder.ts';
import { savedPage } from '../../../lib/flight-recorder/saved-page.ts';

const at = (hour: number) => new Date(Date.UTC(2026, 2, 4, hour));
const say = (moment: Date) => `at ${moment.getUTCHours()}`;
const row = (more: Partial<LedgerRow>): LedgerRow => ({
  id: 'r',
  rule: 'ca.grv.ack',
  dueOn: localDate('2026-03-07'),
  rung: 'T-3',
  recipientKind: 'owner',
  recipientId: 'p',
  plannedAt: at(8),
  state: 'sent',
  reason: '',
  attempts: 1,
  claimedAt: null,
  retryAt: null,
  sentAt: at(8),
  deliveredAt: null,
  bouncedAt: null,
  complainedAt: null,
  digestOn: null,
  ...more,
});
const said = (more: Partial<LedgerRow>) => fateOf(row(more), say).map(({ text, mark }) => [text, mark]);

describe('what became of a message', () => {
  test.each<[Partial<LedgerRow>, [string, string | null][]]>([
    [{ state: 'planned' }, [['Waits to be sent', 'open']]],
    [{ state: 'gathered' }, [['Waits for the next digest', 'open']]],
    [{ state: 'claimed', claimedAt: at(9) }, [['Being sent since at 9', 'open']]],
    [{}, [['Sent at 8', 'met']]],
    [{ attempts: 3 }, [['Sent at 8, at the 3rd attempt', 'met']]],
    [{ attempts: 12 }, [['Sent at 8, at the 12th attempt', 'met']]],
    [{ digestOn: localDate('2026-03-04') }, [['Told in the digest of Wed, Mar 4, 2026, sent at 8', 'met']]],
    [
      { deliveredAt: at(9), complainedAt: at(11) },
      [
        ['Sent at 8', 'met'],
        ['Delivered at 9', 'met'],
        ['Reported as unwanted at 11', 'late'],
      ],
    ],
    [
      { bouncedAt: at(10) },
      [
        ['Sent at 8', 'met'],
        ['Came back at 10', 'late'],
      ],
    ],
    [
      { state: 'failed', claimedAt: at(8), retryAt: at(9), reason: 'Down. It is tried again.' },
      [['Could not be sent yet: Down. It is tried again. Next attempt at 9', 'risk']],
    ],
    [{ state: 'failed', reason: 'No such address.' }, [['Could not be sent: No such address.', 'late']]],
    [
      { state: 'skipped', reason: 'The day had already passed.' },
      [['Left out: The day had already passed.', null]],
    ],
    [{ state: 'canceled', reason: 'The case is closed.' }, [['Canceled: The case is closed.', null]]],
  ])('of %o is said', (more, expected) => {
    expect(said(more)).toEqual(expected);
  });
});

describe('the page for keeping', () => {
  const deadline: RecordedDeadline = {
    rule: 'ca.grv.ack',
    dueOn: localDate('2026-03-07'),
    title: 'Acknowledge <the> grievance',
    owedBy: 'plan',
    due: 'Sat, Mar 7, 2026',
    state: 'moved',
    stateText: 'the date is now Mon, Mar 9, 2026',
    answers: ['Snoozed by Ines: “<script>alert(1)</script>”'],
    messages: [
      {
        key: 'k',
        rung: '3 days before it is due',
        recipientId: 'p',
        to: 'Ines & Tom',
        plannedAt: at(8),
        planned: 'Wed, Mar 4, 2026, 8:00 am',
        isAhead: false,
        happenings: [{ text: 'Sent', mark: 'met' }],
      },
    ],
  };
  const saved = { caseNumber: '2026-000001', officeName: 'Golden "Valley"', at: 'today', by: 'Joyce' };

  test('stands on its own: no script, no address of anything, and every text as text', () => {
    const html = savedPage([deadline], [], saved);
    expect(html).not.toMatch(/<script|src=|href=|url\(|@import/);
    expect(html).toContain('&lt;script&gt;');
    expect(html).toContain('Acknowledge &lt;the&gt; grievance');
    expect(html).toContain('Ines &amp; Tom');
    expect(html).toContain('Golden &quot;Valley&quot;');
    expect(html).toContain('was due Sat, Mar 7, 2026, the date is now Mon, Mar 9, 2026');
  });

  test('says of which case it is, when it was saved and by whom', () => {
    const html = savedPage([], [], saved);
    expect(html).toContain('<title>Reminders of case 2026-000001</title>');
    expect(html).toContain('Saved today by Joyce from Recourse.');
    expect(html).toContain('There are no reminders on this case.');
  });
});
