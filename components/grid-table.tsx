import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';

export type GridColumn = {
  key: string;
  head: ReactNode;
  /** Columns the head spans; the cells it spans follow it with `head: null`. */
  span?: number;
  className?: string;
  sort?: { href: string; direction?: 'ascending' | 'descending' };
};

export type GridRow = {
  key: string;
  cells: Readonly<Record<string, ReactNode>>;
  /** One of its links, marked `data-open`, is what it opens: the keyboard goes from row to row by it. */
  opens?: boolean;
};

export type GridBand = { key: string; title?: ReactNode; count?: number; rows: readonly GridRow[] };

function headOf({ key, head, span, className, sort }: GridColumn) {
  return (
    <th key={key} scope="col" colSpan={span} className={className} aria-sort={sort?.direction}>
      {sort ? (
        <a href={sort.href}>
          {head}
          {sort.direction === 'ascending' ? <ArrowUp className="i" size={14} aria-hidden="true" /> : null}
          {sort.direction === 'descending' ? <ArrowDown className="i" size={14} aria-hidden="true" /> : null}
        </a>
      ) : (
        head
      )}
    </th>
  );
}

/**
 * A dense table with a head that stays and bands that group rows. The cells of `rowHead` name their row.
 * `cards` replaces it on a phone; without cards it scrolls sideways there.
 */
export function GridTable({
  caption,
  columns,
  bands,
  rowHead,
  roomy,
  cards,
  foot,
}: {
  caption: string;
  columns: readonly GridColumn[];
  bands: readonly GridBand[];
  rowHead?: string;
  roomy?: boolean;
  cards?: ReactNode;
  /** Inside the sheet, under the rows: the bar for what is selected. */
  foot?: ReactNode;
}) {
  const columnCount = columns.length;
  return (
    <div className={cards ? 'has-cards' : undefined}>
      {/* Where it scrolls sideways, the keyboard has to reach it too. */}
      <div
        className="sheet table-wrap"
        {...(!cards && { role: 'region', 'aria-label': caption, tabIndex: 0 })}
      >
        <table className={roomy ? 'grid-table roomy' : 'grid-table'}>
          <caption className="vh">{caption}</caption>
          <thead>
            <tr>{columns.filter((column) => column.head !== null).map(headOf)}</tr>
          </thead>
          {bands.map((band) => (
            <tbody key={band.key}>
              {band.title === undefined ? null : (
                <tr className="band">
                  <th scope="rowgroup" colSpan={columnCount}>
                    {band.title}
                    {band.count === undefined ? null : (
                      <>
                        {' '}
                        <span className="count">{band.count.toLocaleString('en-US')}</span>
                      </>
                    )}
                  </th>
                </tr>
              )}
              {band.rows.map((row) => (
                <tr key={row.key} data-row={row.opens ? '' : undefined}>
                  {columns.map(({ key, className }) =>
                    key === rowHead ? (
                      <th key={key} scope="row" className={className}>
                        {row.cells[key]}
                      </th>
                    ) : (
                      <td key={key} className={className}>
                        {row.cells[key]}
                      </td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
        {foot}
      </div>
      {cards}
    </div>
  );
}
