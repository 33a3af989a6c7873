import { formatLongDate } from '../calendar/format-date.ts';
import { isAfter, type LocalDate } from '../calendar/local-date.ts';
import type { DocumentState } from '../db/vocabulary.ts';
import type { Violation } from '../errors.ts';
import type { Box, ChangePagesInput, DescribeDocumentInput, SplitDocumentInput } from './input.ts';
import { isWholeOrder, readPageNumbers } from './page-numbers.ts';

/** What the rules ask of a document. */
export type RuledDocument = {
  readonly state: DocumentState;
  readonly isLetter: boolean;
  readonly withdrawnAt: Date | null;
  readonly versionNumber: number;
  readonly pageCount: number;
};

/** What has to be typed before anything is destroyed. */
export const CONFIRMATION = 'redact';

export function descriptionViolations(
  { letterOn, receivedOn }: Pick<DescribeDocumentInput, 'letterOn' | 'receivedOn'>,
  today: LocalDate,
): Violation[] {
  const given = [
    ['letterOn', letterOn],
    ['receivedOn', receivedOn],
  ] as const;
  const ahead = given.flatMap(([field, on]): Violation[] =>
    on && isAfter(on, today)
      ? [
          {
            field,
            message: `${formatLongDate(on)} has not come yet.`,
            rule: 'A document is dated and received on or before today.',
            remedy: 'Type the date that is on the paper, or leave it blank.',
          },
        ]
      : [],
  );
  if (ahead.length > 0 || !letterOn || !receivedOn || !isAfter(letterOn, receivedOn)) return ahead;
  return [
    {
      field: 'receivedOn',
      message: `${formatLongDate(receivedOn)} is before the date on the letter.`,
      rule: 'A letter is received on or after the day it is dated.',
      remedy: 'Check the postmark, or leave the date of receipt blank.',
    },
  ];
}

/** Whether the pages of this document can be worked on, on the version that was looked at. */
export function pageWorkViolation(document: RuledDocument, pagesNumber: number): Violation | null {
  if (document.isLetter)
    return {
      field: null,
      message: 'This is a letter written here, so its pages follow from its text.',
      remedy: 'Edit the letter instead: every version of it is kept.',
    };
  if (document.state === 'checking')
    return {
      field: null,
      message: 'This document is still being looked at, so its pages are not ready.',
      remedy: 'Wait a moment and open it again.',
    };
  if (document.state === 'refused')
    return {
      field: null,
      message: 'This file could not be taken in, so it has no pages.',
      remedy: 'Upload it again in another form.',
    };
  if (document.versionNumber === pagesNumber) return null;
  return {
    field: null,
    message: 'The pages of this document were changed since you opened this, so nothing was saved.',
    rule: 'Page numbers and boxes hold for the pages they were set on.',
    remedy: 'Open the document again, look at its pages as they are now, and make your change there.',
  };
}

const listViolation = (field: string, pageCount: number): Violation => ({
  field,
  message: `These are not page numbers of this document, which has ${pagesOf(pageCount)}.`,
  remedy: 'Write them as 1-3, 6, 8.',
});

export type PageChange = {
  readonly order: readonly number[];
  readonly turns: Readonly<Record<number, 90 | 180 | 270>>;
  readonly isReordered: boolean;
};

/** Reads what is to happen to the pages, or says what is wrong with it. A blank order leaves the pages where they are. */
export function readPageChange(
  input: Pick<ChangePagesInput, 'order' | 'right' | 'around' | 'left'>,
  pageCount: number,
): PageChange | Violation {
  const order = readPageNumbers(input.order || `1-${pageCount}`, pageCount);
  if (!order) return listViolation('order', pageCount);
  if (!isWholeOrder(order, pageCount))
    return {
      field: 'order',
      message: 'A new order names every page once.',
      rule: 'No page is lost by putting pages in order.',
      remedy: `Name each of the ${pageCount} pages once, or split the document to take pages out.`,
    };
  const turns: Record<number, 90 | 180 | 270> = {};
  for (const [field, turn] of [
    ['right', 90],
    ['around', 180],
    ['left', 270],
  ] as const) {
    const pages = readPageNumbers(input[field], pageCount);
    if (!pages) return listViolation(field, pageCount);
    if (pages.some((page) => turns[page] !== undefined))
      return {
        field,
        message: 'A page is named twice among the turns.',
        remedy: 'Name each page in one of the three fields.',
      };
    for (const page of pages) turns[page] = turn;
  }
  const isReordered = order.some((page, index) => page !== index + 1);
  if (isReordered || Object.keys(turns).length > 0) return { order, turns, isReordered };
  return {
    field: null,
    message: 'No page was turned or moved, so nothing was saved.',
    remedy: 'Turn or move a page, or go back to the document.',
  };
}

export type PageRange = { readonly from: number; readonly to: number };

export function readPageRange(
  { fromPage, toPage }: Pick<SplitDocumentInput, 'fromPage' | 'toPage'>,
  pageCount: number,
): PageRange | Violation {
  const [from] = readPageNumbers(fromPage, pageCount) ?? [];
  const [to] = readPageNumbers(toPage || fromPage, pageCount) ?? [];
  if (!from) return listViolation('fromPage', pageCount);
  if (!to) return listViolation('toPage', pageCount);
  if (to < from)
    return {
      field: 'toPage',
      message: `Page ${to} comes before page ${from}.`,
      remedy: 'Type the first page of the new document, then its last.',
    };
  if (to - from + 1 < pageCount) return { from, to };
  return {
    field: 'toPage',
    message: 'That is the whole document, so nothing would be left of it.',
    remedy: 'Leave at least one page with the first document.',
  };
}

/** A page that is moved by a split or a new order takes along whatever points at it. */
export type PageMove = { readonly page: number; readonly to: number };

export const movesOfOrder = (order: readonly number[]): PageMove[] =>
  order.map((page, index) => ({ page, to: index + 1 }));

export function redactionViolations(
  { boxes, reason, confirmation }: { boxes: readonly Box[]; reason: string; confirmation: string },
  pageCount: number,
): Violation[] {
  const violations: Violation[] = [];
  const outside = boxes.find(({ page }) => page < 1 || page > pageCount || !Number.isInteger(page));
  const overEdge = boxes.find(
    ({ left, top, width, height }) =>
      width <= 0 || height <= 0 || left + width > 100.1 || top + height > 100.1,
  );
  if (boxes.length === 0)
    violations.push({
      field: 'boxPage',
      message: 'No box was drawn, so there is nothing to black out.',
      remedy: 'Draw a box over each thing that nobody may read.',
    });
  if (outside) violations.push(listViolation('boxPage', pageCount));
  else if (overEdge)
    violations.push({
      field: 'boxPage',
      message: `A box on page ${overEdge.page} has no size or reaches over the edge of the page.`,
      remedy: 'Left and width together, and top and height together, are 100 percent at most.',
    });
  if (reason.trim() === '')
    violations.push({
      field: 'reason',
      message: 'Say why this is blacked out.',
      rule: 'The reason stays on the record when what was under the boxes is gone.',
      remedy: 'One sentence is enough, such as “Another patient’s name.” Do not repeat what is blacked out.',
    });
  if (confirmation.trim().toLowerCase() !== CONFIRMATION)
    violations.push({
      field: 'confirmation',
      message: `Type the word ${CONFIRMATION} to say that this is meant.`,
      rule: 'The original and every earlier version are destroyed, and nobody can bring them back.',
      remedy: `Type ${CONFIRMATION}, or go back to the document.`,
    });
  return violations;
}

/** A packet that is being put together reads the version it was asked for. */
export const packetInWork = (number: number): Violation => ({
  field: null,
  message: `Packet ${number} holds this document and is being put together just now.`,
  rule: 'What a packet is to hold is fixed when it is asked for.',
  remedy: 'Wait until the packet is ready, then redact.',
});

export function withdrawalViolation(document: RuledDocument, reason: string): Violation | null {
  if (document.withdrawnAt)
    return {
      field: null,
      message: 'This document is withdrawn already.',
      remedy: 'Go back to the documents of the case.',
    };
  if (document.state === 'refused' || reason.trim() !== '') return null;
  return {
    field: 'reason',
    message: 'Say why this document is withdrawn.',
    rule: 'It stays on the record, out of the checklist and of new packets.',
    remedy: 'One sentence is enough, such as “It belongs to another case.”',
  };
}

export function restoreViolation(document: RuledDocument): Violation | null {
  if (!document.withdrawnAt)
    return {
      field: null,
      message: 'This document is not withdrawn.',
      remedy: 'Go back to the documents of the case.',
    };
  if (document.state !== 'refused') return null;
  return {
    field: null,
    message: 'This file could not be taken in and was removed, so there is nothing to bring back.',
    remedy: 'Upload it again in another form.',
  };
}

export const WITHDRAWN: Violation = {
  field: null,
  message: 'This document is withdrawn, so it takes no other change.',
  remedy: 'Bring it back first, then change it.',
};

export const pagesOf = (count: number): string => (count === 1 ? '1 page' : `${count} pages`);
