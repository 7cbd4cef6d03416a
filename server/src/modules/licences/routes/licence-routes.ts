import { recordAuditNow } from '../../../kernel/audit/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { readFile } from '../../../kernel/files/index.ts';
import { handle } from '../../../kernel/module/index.ts';
import { recordScan, type ScanKind } from '../actions/record-scan.ts';
import { revokeLicence } from '../actions/revoke-licence.ts';
import * as contract from '../contract.ts';
import { fail } from '../errors.ts';
import { getLicenceRecord, isHolder } from '../queries/licence-record.ts';
import { findLicences, findMyLicences, findMyUses } from '../queries/list-licences.ts';
import { verifyCode, verifyFile, type Verified } from '../queries/verify-licence.ts';
import { viewLicence } from '../queries/view-licence.ts';

/** The answer to whoever verified a licence, once the trace for its holder is written. */
async function presentVerified(ctx: Context, kind: ScanKind, { verification, licence }: Verified): Promise<contract.Verification> {
  if (licence) await recordScan(ctx, licence, kind);
  return verification;
}

export const licenceRoutes = [
  handle(contract.listMyLicences, (ctx, { query }) => findMyLicences(ctx, query)),
  handle(contract.listMyLicenceUses, (ctx, { query }) => findMyUses(ctx, query)),
  handle(contract.listLicences, (ctx, { query }) => findLicences(ctx, query)),
  handle(contract.getLicence, (ctx, { params }) => viewLicence(ctx, params.licenceId)),
  handle(contract.downloadLicence, async (ctx, { params }) => {
    const record = await getLicenceRecord(ctx, params.licenceId);
    if (!record.fileId) throw fail('licences.not-rendered');
    if (!isHolder(ctx, record)) await recordAuditNow(ctx, { action: 'licences.read-licence', objectType: 'licence', objectId: record.id, purpose: '查看本单位签发的证照' });
    const { file, content } = await readFile(ctx, record.fileId);
    return { contentType: 'application/pdf', fileName: file.name, content, disposition: 'attachment' as const };
  }),
  handle(contract.revokeLicence, async (ctx, { params, body }) => {
    await revokeLicence(ctx, params.licenceId, body);
    return viewLicence(ctx, params.licenceId);
  }),
  handle(contract.verifyLicenceCode, async (ctx, { params }) => presentVerified(ctx, 'code', await verifyCode(ctx, params.code))),
  handle(contract.verifyLicenceFile, async (ctx, _input, { files: [file] }) => {
    if (!file) throw fail('licences.file-missing');
    return presentVerified(ctx, 'file', await verifyFile(ctx, file.content));
  }),
];
