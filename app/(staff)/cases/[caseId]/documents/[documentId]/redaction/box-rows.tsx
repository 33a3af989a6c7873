'use client';

import { X } from 'lucide-react';
import { FieldError } from '@/components/field-error.tsx';
import { useField } from '@/components/form/form-context.ts';
import type { Box } from '@/lib/documents/input.ts';

const COLUMNS = [
  { name: 'boxPage', key: 'page', label: 'Page' },
  { name: 'boxLeft', key: 'left', label: 'Left %' },
  { name: 'boxTop', key: 'top', label: 'Top %' },
  { name: 'boxWidth', key: 'width', label: 'Width %' },
  { name: 'boxHeight', key: 'height', label: 'Height %' },
] as const;

/** The boxes in numbers: the way to set them without a pointer, and what the form sends. */
export function BoxRows({
  boxes,
  pageCount,
  onAdd,
  onChange,
  onRemove,
  onShow,
}: {
  boxes: readonly Box[];
  pageCount: number;
  onAdd: () => void;
  onChange: (index: number, box: Box) => void;
  onRemove: (index: number) => void;
  onShow: (page: number) => void;
}) {
  const field = useField({ name: 'boxPage' });
  return (
    <fieldset className={field.error ? 'field bad boxes' : 'field boxes'}>
      <legend id={field.id} tabIndex={-1}>
        Boxes <span className="count">{boxes.length}</span>
      </legend>
      {boxes.length === 0 ? (
        <p className="quiet">
          Draw over the page with a mouse or a finger, or add a box and set it in numbers.
        </p>
      ) : (
        <ol className="box-rows">
          {boxes.map((box, index) => (
            // Boxes have no name but their place in the list.
            // biome-ignore lint/suspicious/noArrayIndexKey: the list is the identity
            <li key={index}>
              <span className="box-n">{index + 1}</span>
              {COLUMNS.map(({ name, key, label }) => (
                <label key={key}>
                  <span className="small quiet">{label}</span>
                  <input
                    className="input"
                    type="number"
                    name={name}
                    min={key === 'page' ? 1 : 0}
                    max={key === 'page' ? pageCount : 100}
                    step={key === 'page' ? 1 : 'any'}
                    value={Number.isNaN(box[key]) ? '' : box[key]}
                    aria-label={`Box ${index + 1}, ${label}`}
                    onFocus={() => onShow(Math.min(Math.max(1, box.page || 1), pageCount))}
                    onChange={(event) =>
                      onChange(index, { ...box, [key]: event.currentTarget.valueAsNumber })
                    }
                  />
                </label>
              ))}
              <button
                type="button"
                className="mini"
                aria-label={`Remove box ${index + 1}`}
                onClick={() => onRemove(index)}
              >
                <X className="i" size={16} aria-hidden="true" />
              </button>
            </li>
          ))}
        </ol>
      )}
      <div className="btns">
        <button type="button" className="btn" onClick={onAdd}>
          Add a box
        </button>
      </div>
      {field.error ? <FieldError id={`${field.id}-error`} error={field.error} /> : null}
    </fieldset>
  );
}

const ROWS_TO_TYPE = 5;

/** Rows to type into where no script draws boxes; what was typed comes back with a refusal. */
export function BoxRowsToType() {
  return (
    <div className="box-columns">
      {COLUMNS.map((column) => (
        <ColumnToType key={column.name} name={column.name} label={column.label} />
      ))}
    </div>
  );
}

function ColumnToType({ name, label }: { name: string; label: string }) {
  const typed = useField({ name }).list([]);
  return (
    <div>
      <p className="small quiet">{label}</p>
      {Array.from({ length: ROWS_TO_TYPE }, (_, row) => (
        <input
          key={`${name}-${row + 1}`}
          className="input"
          name={name}
          inputMode="decimal"
          defaultValue={typed[row]}
          aria-label={`Box ${row + 1}, ${label}`}
        />
      ))}
    </div>
  );
}
