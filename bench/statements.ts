import type pg from 'pg';

export type Statement = { readonly text: string; readonly values: readonly unknown[] };

const housekeeping = /^\s*(begin|commit|rollback|savepoint|release|set |select set_config)/i;

/** Watches what a pool's connections are asked, transactions and settings aside. Call it before the first connection. */
export function watchStatements(pool: pg.Pool): { during<T>(work: () => Promise<T>): Promise<Statement[]> } {
  let heard: Statement[] | null = null;
  pool.on('connect', (client) => {
    const ask = client.query.bind(client) as (...given: unknown[]) => unknown;
    const listening = (...given: unknown[]) => {
      const [asked, values] = given as [string | { text: string; values?: unknown[] }, unknown[] | undefined];
      const text = typeof asked === 'string' ? asked : asked.text;
      const bound = values ?? (typeof asked === 'string' ? [] : (asked.values ?? []));
      if (heard && !housekeeping.test(text)) heard.push({ text, values: bound });
      return ask(...given);
    };
    Object.assign(client, { query: listening });
  });
  return {
    async during(work) {
      const statements: Statement[] = [];
      heard = statements;
      try {
        await work();
      } finally {
        heard = null;
      }
      return statements;
    },
  };
}
