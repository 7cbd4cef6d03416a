import { toString as toQrCode } from 'qrcode';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import type { LicenceView } from '../contract.ts';
import type { LicencesTables } from '../tables.ts';
import { decryptFace } from '../face-cipher.ts';
import { codeContent } from '../verify-code.ts';
import { getLicenceRecord, getOfficeLicence, isHolder, stateOf } from './licence-record.ts';
import { presentSummary } from './list-licences.ts';

/** A licence with its face, chain of versions and QR code, for its holder or an officer of the issuer. */
export async function viewLicence(ctx: Context, licenceId: string): Promise<LicenceView> {
  const record = await getLicenceRecord(ctx, licenceId);
  const versions = await tablesOf<LicencesTables>(ctx.kernel.db).selectFrom('licences.licence').selectAll()
    .where('chainId', '=', record.chainId).orderBy('version', 'desc').execute();
  const content = codeContent(ctx, record, record.codeSignature);
  const mayRevoke = ctx.actor.kind === 'staff' && (record.state === 'valid' || record.state === 'suspended')
    && await getOfficeLicence(ctx, licenceId, 'licences.licence.revoke').then(() => true, () => false);
  return {
    ...presentSummary(ctx, record), face: decryptFace(ctx, record).map(({ label, value }) => ({ label, value })),
    versions: versions.map((version) => ({ id: version.id, version: version.version, state: stateOf(ctx, version), issuedOn: version.issuedOn, reason: version.stateReason })),
    qrSvg: await toQrCode(content, { type: 'svg', errorCorrectionLevel: 'M', margin: 1 }), verifyUrl: codeContent(ctx, record, null),
    signedBy: record.signedBy ?? record.issuerName, abilities: { revoke: mayRevoke, download: record.fileId !== null && (isHolder(ctx, record) || ctx.actor.kind === 'staff') },
  };
}
