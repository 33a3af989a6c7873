'use client';

import { type ReactNode, useState } from 'react';
import { TextField } from '@/components/fields/text-field.tsx';
import { TextareaField } from '@/components/fields/textarea-field.tsx';
import { LiveForm } from '@/components/form/live-form.tsx';
import type { Box } from '@/lib/documents/input.ts';
import type { DocumentPage } from '@/lib/documents/queries.ts';
import { CONFIRMATION } from '@/lib/documents/rules.ts';
import { documentHref } from '../../document-href.ts';
import { redactDocumentAction } from './action.ts';
import { BoxRows, BoxRowsToType } from './box-rows.tsx';
import { DrawingBoard } from './drawing-board.tsx';

/** A box that a button puts on the page, to be moved and sized from there. */
const newBox = (page: number, boxes: readonly Box[]): Box => {
  // Each lower than the one before, so that none hides another.
  const before = boxes.filter((each) => each.page === page).length;
  return { page, left: 10, top: 10 + ((before * 6) % 80), width: 30, height: 4 };
};

/** Black boxes over the pages, drawn or typed; the typed numbers are what is sent. */
export function RedactionForm({ page: of, children }: { page: DocumentPage; children: ReactNode }) {
  const { document } = of;
  const [boxes, setBoxes] = useState<readonly Box[]>([]);
  const [page, setPage] = useState(1);
  const change = (index: number, box: Box) =>
    setBoxes((all) => all.map((each, at) => (at === index ? box : each)));
  const remove = (index: number) => setBoxes((all) => all.filter((_, at) => at !== index));
  return (
    <LiveForm
      action={redactDocumentAction}
      submitLabel="Black out for good"
      busyLabel="Blacking out…"
      version={of.changeCount}
      cancel={{ href: documentHref(of.case.id, document.id), label: 'Back to the document' }}
      className="redact"
    >
      <input type="hidden" name="caseId" value={of.case.id} />
      <input type="hidden" name="documentId" value={document.id} />
      <input type="hidden" name="pagesNumber" value={document.versionNumber} />
      <DrawingBoard
        of={{ caseId: of.case.id, documentId: document.id, version: document.versionNumber }}
        page={page}
        pageCount={document.pageCount}
        boxes={boxes}
        onPage={setPage}
        onAdd={(box) => setBoxes((all) => [...all, box])}
        onChange={change}
        onRemove={remove}
      />
      <div className="redact-side">
        <BoxRows
          boxes={boxes}
          pageCount={document.pageCount}
          onAdd={() => setBoxes((all) => [...all, newBox(page, all)])}
          onChange={change}
          onRemove={remove}
          onShow={setPage}
        />
        <noscript>
          <BoxRowsToType />
        </noscript>
        {children}
        <TextareaField
          name="reason"
          label="Why is it blacked out?"
          hint="It stays on the record. Do not repeat what is blacked out."
          rows={2}
          required
        />
        <TextField
          name="confirmation"
          label={`Type “${CONFIRMATION}” to say that this is meant`}
          autoComplete="off"
          maxLength={20}
          short
          required
        />
      </div>
    </LiveForm>
  );
}
