import { systemClock } from '../calendar/clock.ts';
import { getEnv } from '../env.ts';
import { type FormNumber, issueTicket, readFormNumber, type TicketHolder } from '../saved-forms/ticket.ts';

/** The input that carries a form's number; `components/form/form-ticket.tsx` draws it. */
export const FORM_NUMBER = 'formNumber';

/** For the layout around signed-in pages: what their forms are numbered with. */
export const newFormTicket = (holder: TicketHolder): string =>
  issueTicket(holder, systemClock(), getEnv().AUTH_SECRET);

export const formNumberOf = (typed: unknown, holder: TicketHolder): FormNumber =>
  readFormNumber(typed, holder, systemClock(), getEnv().AUTH_SECRET);
