/**
 * Which of how many messages about one date this is: what was sent before, this one, and the rungs still ahead of it on
 * the client's ladder, of which `ladder` names the ids in the order of their moments.
 */
export function seriesOf(
  ladder: readonly string[],
  sent: ReadonlySet<string>,
  rung: string,
): { readonly ordinal: number; readonly total: number } {
  const before = [...sent].filter((id) => id !== rung).length;
  const ahead = ladder.slice(ladder.indexOf(rung) + 1).filter((id) => !sent.has(id)).length;
  return { ordinal: before + 1, total: before + 1 + ahead };
}
