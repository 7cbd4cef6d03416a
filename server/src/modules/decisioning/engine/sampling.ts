import { createHash } from 'node:crypto';

/**
 * Whether a decision is looked at afterwards. Follows from the case's id alone, which nobody chooses, so that neither the
 * applicant nor an officer can steer it; a larger share takes in every case of a smaller one (DEC-08).
 */
export function isSampled(caseId: string, share: number): boolean {
  const digest = createHash('sha256').update(`decisioning.sample:1:${caseId}`).digest();
  return digest.readUInt32BE(0) < (share / 100) * 2 ** 32;
}
