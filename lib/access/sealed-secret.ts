import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const FORMAT = 'v1';
const IV_BYTES = 12;

/** Seals a text with AES-256-GCM for one owner: with another key, for another owner or changed by a bit, it does not open. */
export function sealSecret(key: Buffer, text: string, owner: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return [FORMAT, ...[iv, sealed, cipher.getAuthTag()].map((part) => part.toString('base64url'))].join('.');
}

/** What `sealSecret` sealed; throws when it cannot be opened, as after a change of AUTH_SECRET. */
export function openSecret(key: Buffer, sealed: string, owner: string): string {
  const [format, iv = '', text = '', tag = ''] = sealed.split('.');
  if (format !== FORMAT) throw new Error('a secret is sealed in a format this version does not know');
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64url'), { authTagLength: 16 })
    .setAAD(Buffer.from(owner))
    .setAuthTag(Buffer.from(tag, 'base64url'));
  return decipher.update(Buffer.from(text, 'base64url'), undefined, 'utf8') + decipher.final('utf8');
}
