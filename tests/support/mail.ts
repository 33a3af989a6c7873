import type { MailMessage } from '../../lib/mail/transport.ts';

export const OFFICE_ID = '6f1cf0f4-3a8b-4c43-9a55-6b8e5d9f0a01';
export const KEY = 'c6a7b9de-8f5a-4a53-b2a4-0d2f9c1e7b10';
export const FROM = 'Recourse <reminders@example.org>';

/** A message with accents, both parts and every optional field. */
export const aMessage = (more: Partial<MailMessage> = {}): MailMessage => ({
  officeId: OFFICE_ID,
  to: 'rosario@example.org',
  replyTo: 'ines@example.org',
  subject: 'Un recordatorio',
  text: 'Hola, Rosario:\n\nTenemos noticias para usted. ¿Preguntas?\n',
  html: '<p>Hola, Rosario:</p><p>Tenemos noticias para usted. ¿Preguntas?</p>',
  language: 'es',
  unsubscribeAt: `https://recourse.example.org/api/mail/stop/${OFFICE_ID}/${KEY}`,
  writtenAt: new Date('2026-11-21T17:00:00Z'),
  ...more,
});
