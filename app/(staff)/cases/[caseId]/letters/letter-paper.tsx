import type { LetterLook as Look } from '@/lib/letters/letter-paper.ts';
import type { Block, Run } from '@/lib/paper/blocks.ts';

type Blanks = ReadonlySet<string>;

/** A letter as it will look, with what is still to be filled in marked. */
export function LetterPaper({ letter: { paper, blanks } }: { letter: Look }) {
  const open = new Set(blanks);
  return (
    <article className="letter-paper" lang={paper.language} aria-label={paper.title}>
      {paper.letterhead ? (
        <header>
          <strong>{paper.letterhead.name}</strong>
          <span>{paper.letterhead.lines.join(' · ')}</span>
        </header>
      ) : null}
      <Blocks blocks={paper.blocks} blanks={open} />
    </article>
  );
}

/** Blocks and runs have no identity of their own: their place is all that tells them apart. */
const placed = <T,>(items: readonly T[]): { key: string; item: T }[] =>
  items.map((item, index) => ({ key: `${index}`, item }));

function Blocks({ blocks, blanks }: { blocks: readonly Block[]; blanks: Blanks }) {
  return placed(blocks).map(({ key, item }) => <BlockShown key={key} block={item} blanks={blanks} />);
}

function BlockShown({ block, blanks }: { block: Block; blanks: Blanks }) {
  switch (block.kind) {
    case 'heading':
      return (
        <h3 dir="auto" className={`letter-h${block.level}`}>
          <Runs runs={block.runs} blanks={blanks} />
        </h3>
      );
    case 'paragraph':
      return (
        <p dir="auto">
          <Runs runs={block.runs} blanks={blanks} />
        </p>
      );
    case 'list':
      return <ListShown list={block} blanks={blanks} />;
    case 'table':
      return <TableShown table={block} blanks={blanks} />;
    case 'rule':
      return <hr />;
    case 'pageBreak':
      return <hr className="letter-page" />;
  }
}

function ListShown({ list, blanks }: { list: Extract<Block, { kind: 'list' }>; blanks: Blanks }) {
  const items = placed(list.items).map(({ key, item }) => (
    <li key={key}>
      <Blocks blocks={item} blanks={blanks} />
    </li>
  ));
  return list.ordered ? <ol start={list.start}>{items}</ol> : <ul>{items}</ul>;
}

function TableShown({ table, blanks }: { table: Extract<Block, { kind: 'table' }>; blanks: Blanks }) {
  const rows = placed(table.rows);
  const head = table.hasHeader ? rows[0] : undefined;
  return (
    <table>
      {head ? (
        <thead>
          <tr>
            {placed(head.item).map(({ key, item }) => (
              <th key={key} scope="col" dir="auto">
                <Runs runs={item} blanks={blanks} />
              </th>
            ))}
          </tr>
        </thead>
      ) : null}
      <tbody>
        {rows.slice(head ? 1 : 0).map(({ key, item: row }) => (
          <tr key={key}>
            {placed(row).map(({ key: column, item }) => (
              <td key={column} dir="auto">
                <Runs runs={item} blanks={blanks} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Runs({ runs, blanks }: { runs: readonly Run[]; blanks: Blanks }) {
  return placed(runs).map(({ key, item: { text, bold, italic } }) => {
    const words = <Words text={text} blanks={blanks} />;
    const leaning = italic ? <em>{words}</em> : words;
    return bold ? <strong key={key}>{leaning}</strong> : <span key={key}>{leaning}</span>;
  });
}

const PIECES = /(\[[^[\]\n]+\]|_{4,}|\n)/;

function Words({ text, blanks }: { text: string; blanks: Blanks }) {
  return placed(text.split(PIECES)).map(({ key, item }) => {
    if (item === '\n') return <br key={key} />;
    if (item.startsWith('____')) return <span key={key} className="letter-line" />;
    if (item.startsWith('[') && blanks.has(item.slice(1, -1).trim())) return <mark key={key}>{item}</mark>;
    return <span key={key}>{item}</span>;
  });
}
