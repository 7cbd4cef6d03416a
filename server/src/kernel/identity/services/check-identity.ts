import { checkIdentityDocument, checkMobile, checkPersonName, type CheckOutcome } from '@tongban/identifiers';
import { chinaDate } from '../../clock/index.ts';
import type { Context } from '../../context.ts';
import type { AppError } from '../../errors/index.ts';
import { fail } from '../errors.ts';

/** Makes the refusal that names each wrong field and what to do about it. */
export function invalidIdentity(faults: readonly { path: string; code: string; message: string }[]): AppError {
  return fail('identity.invalid-identity', {}, { issues: faults.map(({ path, code, message }) => ({ path, code, message })) });
}

export interface TypedIdentity {
  name: string;
  documentType: string;
  documentNumber: string;
  mobile?: string | undefined;
}

export interface CheckedIdentity {
  name: string;
  documentType: string;
  documentNumber: string;
  mobile: string | undefined;
}

/**
 * Brings name, document and mobile into their stored form. @throws identity.invalid-identity naming every wrong field
 */
export function checkIdentity(ctx: Context, typed: TypedIdentity): CheckedIdentity {
  const checks: Record<string, CheckOutcome<object>> = {
    name: checkPersonName(typed.name),
    documentNumber: checkIdentityDocument(typed.documentType, typed.documentNumber, chinaDate(ctx.kernel.clock.now())),
    ...(typed.mobile === undefined ? {} : { mobile: checkMobile(typed.mobile) }),
  };
  const faults = Object.entries(checks).flatMap(([path, outcome]) => (outcome.ok ? [] : [{ path: outcome.code === 'unknown-type' ? 'documentType' : path, ...outcome }]));
  if (faults.length > 0) throw invalidIdentity(faults);
  const normalized = (path: string): string | undefined => {
    const outcome = checks[path];
    return outcome?.ok ? outcome.normalized : undefined;
  };
  return { name: normalized('name') ?? '', documentType: typed.documentType, documentNumber: normalized('documentNumber') ?? '', mobile: normalized('mobile') };
}
