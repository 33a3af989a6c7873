'use client';

import { createContext, type ReactNode, useContext, useId } from 'react';

const TicketContext = createContext('');

/** Gives the forms inside it what they are numbered with: made by the server, for the person who is signed in. */
export function FormTicket({ ticket, children }: { ticket: string; children: ReactNode }) {
  return <TicketContext value={ticket}>{children}</TicketContext>;
}

/** The number by which a form that is sent twice is known. `saves` counts what a form that stays has saved. */
export function FormNumber({ saves = 0 }: { saves?: number }) {
  const ticket = useContext(TicketContext);
  const mark = `${useId()}_${saves}`.replaceAll(/\W/g, '_');
  return ticket ? <input type="hidden" name="formNumber" value={`${ticket}.${mark}`} readOnly /> : null;
}
