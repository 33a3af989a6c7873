/** Yields rows page by page, so that a long list is never held whole; `readPage` continues after the row it is given. */
export async function* eachRow<Row>(
  pageSize: number,
  readPage: (after: Row | null) => Promise<Row[]>,
): AsyncGenerator<Row> {
  let after: Row | null = null;
  for (;;) {
    const page: Row[] = await readPage(after);
    yield* page;
    if (page.length < pageSize) return;
    after = page.at(-1) ?? null;
  }
}
