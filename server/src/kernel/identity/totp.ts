import { Secret, TOTP } from 'otpauth';
import QRCode from 'qrcode';

const periodSeconds = 30;

function totpOf(secret: string, label: string): TOTP {
  return new TOTP({ issuer: '通办', label, secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: periodSeconds });
}

/** A new secret of 160 bits in base 32 (RFC 6238). */
export function createTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** The time step a code is right for, one step of clock drift allowed either way; undefined when it is wrong. */
export function matchTotpStep(secret: string, code: string, now: Date): number | undefined {
  const delta = totpOf(secret, '').validate({ token: code, timestamp: now.getTime(), window: 1 });
  return delta === null ? undefined : Math.floor(now.getTime() / 1_000 / periodSeconds) + delta;
}

/** The code of this moment; only for demonstration accounts and tests. */
export function totpCodeAt(secret: string, now: Date): string {
  return totpOf(secret, '').generate({ timestamp: now.getTime() });
}

/** What an authenticator app is given to begin with. */
export async function describeTotp(secret: string, accountName: string): Promise<{ secret: string; otpauthUri: string; qrSvg: string }> {
  const otpauthUri = totpOf(secret, accountName).toString();
  return { secret, otpauthUri, qrSvg: await QRCode.toString(otpauthUri, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' }) };
}
