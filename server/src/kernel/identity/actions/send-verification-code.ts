import { checkMobile } from '@tongban/identifiers';
import { recordAudit } from '../../audit/index.ts';
import { commit } from '../../commit.ts';
import type { Context } from '../../context.ts';
import { WriteBatch } from '../../db/index.ts';
import { sendSmsToMobile } from '../../messaging/send-message.ts';
import { invalidIdentity } from '../services/check-identity.ts';
import { addCode, mobileIndex, type CodePurpose } from '../services/verification-codes.ts';
import { hitThrottle } from '../throttle.ts';

const perMobile = { limit: 8, windowMs: 3_600_000 };
const perAddress = { limit: 60, windowMs: 3_600_000 };

/**
 * Sends a six-digit code by SMS. The answer is the same whether or not the number has an account.
 * @throws identity.invalid-identity for what is no mobile number, identity.code-too-soon, identity.too-many-attempts
 */
export async function sendVerificationCode(ctx: Context, input: { purpose: CodePurpose; mobile: string }): Promise<{ expiresAt: string; retryAfterSeconds: number }> {
  const mobile = checkMobile(input.mobile);
  if (!mobile.ok) throw invalidIdentity([{ path: 'mobile', ...mobile }]);
  const batch = new WriteBatch();
  const { id, code, expiresAt, retryAfterSeconds } = await addCode(ctx, batch, input.purpose, mobile.normalized);
  await hitThrottle(ctx, `code-address:${ctx.origin.ip}`, perAddress);
  await hitThrottle(ctx, `code-mobile:${mobileIndex(ctx, mobile.normalized)}`, perMobile);
  await sendSmsToMobile(ctx, batch, { templateKey: 'identity.verification-code', mobile: mobile.normalized, variables: { code }, dedupeKey: id, validUntil: expiresAt });
  recordAudit(ctx, batch, { action: 'identity.send-verification-code', objectType: 'verification-code', objectId: id, detail: { purpose: input.purpose } });
  await commit(ctx, batch);
  return { expiresAt: expiresAt.toISOString(), retryAfterSeconds };
}
