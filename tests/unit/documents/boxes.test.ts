import { describe, expect, test } from 'vitest';
import {
  drawnBox,
  movedBox,
  resizedBox,
} from '../../../app/(staff)/cases/[caseId]/documents/[documentId]/redaction/boxes.ts';
import { redactDocumentInput } from '../../../lib/documents/input.ts';
import { nearestWidth } from '../../../lib/documents/page-image.ts';

describe('a box on a page', () => {
  test('lies between its corners, whichever was first, and never over the edge', () => {
    expect(drawnBox(2, { x: 40, y: 50 }, { x: 10, y: 20 })).toEqual({
      page: 2,
      left: 10,
      top: 20,
      width: 30,
      height: 30,
    });
    expect(drawnBox(1, { x: -5, y: 90 }, { x: 20, y: 140 })).toEqual({
      page: 1,
      left: 0,
      top: 90,
      width: 20,
      height: 10,
    });
  });
  test('is none where the hand only slipped', () => {
    expect(drawnBox(1, { x: 10, y: 10 }, { x: 10.1, y: 30 })).toBeNull();
  });
  test('moves and grows as far as the edge', () => {
    const box = { page: 1, left: 90, top: 0, width: 10, height: 5 };
    expect(movedBox(box, { x: 3, y: -3 })).toEqual(box);
    expect(movedBox(box, { x: -3, y: 3 })).toEqual({ ...box, left: 87, top: 3 });
    expect(resizedBox(box, { x: 3, y: 2 })).toEqual({ ...box, height: 7 });
    expect(resizedBox(box, { x: -30, y: -30 })).toMatchObject({ width: 0.4, height: 0.4 });
  });
});

describe('the boxes of a form', () => {
  const id = '0190b1c2-0000-7000-8000-000000000000';
  const read = (columns: object) =>
    redactDocumentInput().safeParse({
      caseId: id,
      documentId: id,
      pagesNumber: '1',
      reason: '',
      confirmation: '',
      ...columns,
    });
  const rows = (page: string | string[], more: Record<string, string | string[]> = {}) =>
    read({ boxPage: page, boxLeft: '10', boxTop: '20', boxWidth: '30.5', boxHeight: '4,5', ...more });

  test('are read from one row and from several', () => {
    expect(rows('2').data?.boxes).toEqual([{ page: 2, left: 10, top: 20, width: 30.5, height: 4.5 }]);
    const two = rows(['1', '2'], {
      boxLeft: ['1', '2'],
      boxTop: ['1', '2'],
      boxWidth: ['1', '2'],
      boxHeight: ['1', '2'],
    });
    expect(two.data?.boxes).toHaveLength(2);
  });
  test('are none in blank rows', () => {
    expect(
      rows(['', ''], { boxLeft: ['', ''], boxTop: '', boxWidth: '', boxHeight: '' }).data?.boxes,
    ).toEqual([]);
    expect(read({}).data?.boxes).toEqual([]);
  });
  test.each<Record<string, string>>([
    { boxPage: 'one' },
    { boxPage: '' },
    { boxLeft: '-1' },
    { boxWidth: '1e3' },
    { boxHeight: '' },
  ])('refuse %j', (column) => {
    expect(rows('1', column).error?.issues.map(({ path }) => path[0])).toEqual(['boxPage']);
  });
  test('are no more than 200', () => {
    const many = (value: string) => Array.from({ length: 201 }, () => value);
    const columns = { boxLeft: many('1'), boxTop: many('1'), boxWidth: many('1'), boxHeight: many('1') };
    expect(rows(many('1'), columns).success).toBe(false);
  });
});

test('a page is drawn at the next larger of a few widths', () => {
  expect([nearestWidth('1'), nearestWidth('241'), nearestWidth('9999')]).toEqual([240, 800, 2400]);
  expect([nearestWidth(null), nearestWidth('-5'), nearestWidth('1e9')]).toEqual([1200, 1200, 1200]);
});
