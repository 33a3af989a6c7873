import { systemActor } from '../../lib/access/actor.ts';
import { pacificToday } from '../../lib/calendar/clock.ts';
import type { Database } from '../../lib/db/client.ts';
import { inLedger } from '../../lib/db/unit-of-work.ts';
import { accepted, type MailTransport, refused } from '../../lib/mail/transport.ts';
import { storeMailEvent } from '../../lib/mail-events/repository.ts';
import type { Chance } from './chance.ts';

/** Addresses under this name exist no longer. */
export const GONE = 'gone-';
const DELIVERED = 0.95;

/** A mail server in memory that can be down, keeps what it took and tells afterwards what became of it. */
export class DrillMailServer {
  isDown = false;
  takenCount = 0;
  twiceCount = 0;
  refusedCount = 0;
  bouncedCount = 0;
  readonly #chance: Chance;
  readonly #taken = new Set<string>();
  #news: { readonly key: string; readonly to: string }[] = [];

  constructor(chance: Chance) {
    this.#chance = chance;
  }

  readonly transport: MailTransport = {
    name: 'SMTP',
    send: async ({ to }, key) => {
      if (this.isDown) {
        this.refusedCount += 1;
        return refused(true, 'The mail server does not answer.');
      }
      if (this.#taken.has(key)) this.twiceCount += 1;
      this.#taken.add(key);
      this.takenCount += 1;
      this.#news.push({ key, to });
      return accepted(key);
    },
  };

  /** Tells the office what became of the messages taken since it last did. */
  async tell(app: Database, officeId: string, now: Date): Promise<void> {
    const news = this.#news;
    this.#news = [];
    for (const { key, to } of news) {
      const isGone = to.startsWith(GONE);
      if (isGone) this.bouncedCount += 1;
      else if (!this.#chance.happens(DELIVERED)) continue;
      await inLedger(app, systemActor(officeId), pacificToday(now), (tx) =>
        storeMailEvent(tx, {
          officeId,
          providerEventId: `drill-${key}`,
          messageId: key,
          event: isGone ? 'bounced' : 'delivered',
          address: to.toLowerCase(),
          detail: isGone ? 'for-good' : '',
          happenedAt: now,
          receivedAt: now,
        }),
      );
    }
  }
}
