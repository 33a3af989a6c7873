import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { KEY_BYTES } from './sealed-file.ts';

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export type WrappedKey = { readonly wrappedKey: string; readonly masterKeyId: string };
type MasterKey = { readonly id: string; readonly key: Buffer };
export type MasterKeys = { readonly current: MasterKey; readonly former: readonly MasterKey[] };

/** Thrown where no key of this installation opens a file. */
export class UnknownMasterKey extends Error {
  override name = 'UnknownMasterKey';
  constructor(keyId: string) {
    super(
      `A file's key is wrapped under the master key ${keyId}, which neither DOCUMENT_KEY nor DOCUMENT_FORMER_KEYS holds: put the key it was stored with into DOCUMENT_FORMER_KEYS.`,
    );
  }
}

export const newMasterKey = (): string => randomBytes(KEY_BYTES).toString('base64url');

/** Thrown where no master key is configured. */
export class MissingMasterKey extends Error {
  override name = 'MissingMasterKey';
  constructor() {
    super('DOCUMENT_KEY is not set, and documents open only with it: "npm start" makes one.');
  }
}

/** By what a key is known beside what it wrapped; tells nothing of the key itself. */
const masterKeyId = (text: string): string =>
  createHash('sha256')
    .update('recourse document key')
    .update(Buffer.from(text, 'base64url'))
    .digest('hex')
    .slice(0, 16);

/** The keys of the configuration. Throws MissingMasterKey. */
export function masterKeys(env: {
  readonly DOCUMENT_KEY?: string | undefined;
  readonly DOCUMENT_FORMER_KEYS?: readonly string[] | undefined;
}): MasterKeys {
  if (!env.DOCUMENT_KEY) throw new MissingMasterKey();
  const keyOf = (text: string): MasterKey => ({ id: masterKeyId(text), key: Buffer.from(text, 'base64url') });
  return { current: keyOf(env.DOCUMENT_KEY), former: (env.DOCUMENT_FORMER_KEYS ?? []).map(keyOf) };
}

/** Wraps a file's key under the current master key, for this owner alone: it does not open for another file. */
export function wrapKey({ current }: MasterKeys, fileKey: Buffer, owner: string): WrappedKey {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, current.key, nonce).setAAD(Buffer.from(owner));
  const wrapped = Buffer.concat([nonce, cipher.update(fileKey), cipher.final(), cipher.getAuthTag()]);
  return { wrappedKey: wrapped.toString('base64url'), masterKeyId: current.id };
}

/** The file's key that was wrapped for this owner. Throws UnknownMasterKey, or an error where the wrapping was changed. */
export function unwrapKey(keys: MasterKeys, wrapped: WrappedKey, owner: string): Buffer {
  const master = [keys.current, ...keys.former].find(({ id }) => id === wrapped.masterKeyId);
  if (!master) throw new UnknownMasterKey(wrapped.masterKeyId);
  const bytes = Buffer.from(wrapped.wrappedKey, 'base64url');
  if (bytes.length !== NONCE_BYTES + KEY_BYTES + TAG_BYTES)
    throw new Error("a file's wrapped key is damaged");
  const decipher = createDecipheriv(ALGORITHM, master.key, bytes.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  })
    .setAAD(Buffer.from(owner))
    .setAuthTag(bytes.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
}
