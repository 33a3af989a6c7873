import { formatDaysLeft, formatShortDate } from '../../calendar/format-date.ts';
import type { LocalDate } from '../../calendar/local-date.ts';
import type { OwedBy } from '../../db/vocabulary.ts';
import { OWED_BY_LABELS } from '../../labels.ts';

/** What a search tells of a case. */
export const find = {
  due: (on: LocalDate, today: LocalDate, owedBy: OwedBy): string =>
    [
      formatShortDate(on, today),
      formatDaysLeft(on, today, owedBy === 'client' ? 'over' : 'late'),
      OWED_BY_LABELS[owedBy],
    ].join(', '),
};
