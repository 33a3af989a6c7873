'use client';

import { useId, useState } from 'react';
import { LiveForm } from '@/components/form/live-form.tsx';
import { everyPage, isWholeOrder, readPageNumbers, writePageNumbers } from '@/lib/documents/page-numbers.ts';
import type { DocumentPage } from '@/lib/documents/queries.ts';
import { documentHref } from '../../document-href.ts';
import { changePagesAction } from './action.ts';
import { PageSheet } from './page-sheet.tsx';
import { TypedNumbers } from './typed-numbers.tsx';

type Turn = 0 | 90 | 180 | 270;
const TURN_FIELDS = [
  { name: 'right', label: 'Turn right', turn: 90 },
  { name: 'around', label: 'Turn upside down', turn: 180 },
  { name: 'left', label: 'Turn left', turn: 270 },
] as const;
type FieldName = 'order' | (typeof TURN_FIELDS)[number]['name'];

/**
 * The pages as sheets that are turned and moved by buttons or by dragging. The typed page numbers are what is sent, and
 * the sheets only another way to write them, so that the form does without a pointer and without JavaScript.
 */
export function PageChangeForm({ page: { case: of, document, changeCount } }: { page: DocumentPage }) {
  const { pageCount } = document;
  const formId = useId();
  const [typed, setTyped] = useState<Readonly<Record<FieldName, string>>>({
    order: pageCount === 1 ? '1' : `1-${pageCount}`,
    right: '',
    around: '',
    left: '',
  });
  const [dragged, setDragged] = useState<number | null>(null);
  const [said, setSaid] = useState('');
  const type = (name: FieldName, text: string) => setTyped((all) => ({ ...all, [name]: text }));

  const read = readPageNumbers(typed.order, pageCount);
  const order = read && isWholeOrder(read, pageCount) ? read : everyPage(pageCount);
  const turned = new Map(
    TURN_FIELDS.flatMap(({ name, turn }) =>
      (readPageNumbers(typed[name], pageCount) ?? []).map((page): [number, Turn] => [page, turn]),
    ),
  );

  const turnBy = (page: number, degrees: 90 | 270) => {
    const next = ((turned.get(page) ?? 0) + degrees) % 360;
    const all = new Map(turned).set(page, next as Turn);
    for (const { name, turn } of TURN_FIELDS)
      type(name, writePageNumbers(everyPage(pageCount).filter((each) => all.get(each) === turn)));
    setSaid(next === 0 ? `Page ${page} stands as it was.` : `Page ${page} is turned by ${next} degrees.`);
  };
  const moveTo = (page: number, place: number) => {
    const rest = order.filter((each) => each !== page);
    const at = Math.max(0, Math.min(place, rest.length));
    type('order', writePageNumbers([...rest.slice(0, at), page, ...rest.slice(at)]));
    setSaid(`Page ${page} comes ${at + 1}. of ${pageCount}.`);
  };

  return (
    <LiveForm
      action={changePagesAction}
      id={`${formId}-pages`}
      submitLabel="Save pages"
      version={changeCount}
      cancel={{ href: documentHref(of.id, document.id), label: 'Back to the document' }}
      className="rec-form wide"
    >
      <input type="hidden" name="caseId" value={of.id} />
      <input type="hidden" name="documentId" value={document.id} />
      <input type="hidden" name="pagesNumber" value={document.versionNumber} />
      <ol className="sheets" aria-label="Pages in their new order">
        {order.map((page, index) => (
          <PageSheet
            key={page}
            of={{ caseId: of.id, documentId: document.id, version: document.versionNumber }}
            page={page}
            place={index}
            pageCount={pageCount}
            turn={turned.get(page) ?? 0}
            isDragged={dragged === page}
            onTurn={(degrees) => turnBy(page, degrees)}
            onMove={(place) => moveTo(page, place)}
            onDragStart={() => setDragged(page)}
            onDragEnd={() => setDragged(null)}
            onDropHere={() => {
              if (dragged !== null) moveTo(dragged, index);
              setDragged(null);
            }}
          />
        ))}
      </ol>
      <output className="vh">{said}</output>
      <TypedNumbers typed={typed} turns={TURN_FIELDS} onType={type} />
    </LiveForm>
  );
}
