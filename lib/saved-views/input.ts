import { z } from 'zod';
import { checkbox, line, recordId, requiredLine } from '../input-fields.ts';

export const viewInput = () =>
  z.object({
    name: requiredLine('Name', 'Say what the view shows.').pipe(
      z.string().max(60, 'Name: at most 60 characters.'),
    ),
    params: line('View'),
    isShared: checkbox,
  });

export const viewIdInput = () => z.object({ viewId: recordId });

export type ViewInput = z.infer<ReturnType<typeof viewInput>>;
export type ViewIdInput = z.infer<ReturnType<typeof viewIdInput>>;
