import QRCode from 'qrcode';
import { authenticatorAddress } from '@/lib/access/one-time-code.ts';
import type { Access } from '@/lib/access/queries.ts';
import { offeredSecret } from '@/lib/access/set-up-authenticator.ts';

/** The offered authenticator as a picture to scan (an SVG path in a square of `size`) and as letters to type. */
export type OfferedAuthenticator = {
  readonly size: number;
  readonly path: string;
  readonly letters: string;
};

export async function offeredAuthenticator(access: Access): Promise<OfferedAuthenticator> {
  const secret = offeredSecret(access);
  const { modules } = QRCode.create(authenticatorAddress(secret, access.email), {
    errorCorrectionLevel: 'M',
  });
  const { size, data } = modules;
  const path = Array.from(data)
    .flatMap((dark, at) => (dark ? [`M${at % size} ${Math.floor(at / size)}h1v1h-1z`] : []))
    .join('');
  return { size, path, letters: secret.replace(/(.{4})(?=.)/g, '$1 ') };
}
