import { recordAuditNow } from '../../../kernel/audit/index.ts';
import { readFile } from '../../../kernel/files/index.ts';
import { handle } from '../../../kernel/module/index.ts';
import { revokeLicence } from '../actions/revoke-licence.ts';
import * as contract from '../contract.ts';
import { fail } from '../errors.ts';
import { getLicenceRecord, isHolder } from '../queries/licence-record.ts';
import { findLicences, findMyLicences, findMyUses } from '../queries/list-licences.ts';
import { verifyCode, verifyFile } from '../queries/verify-licence.ts';
import { viewLicence } from '../queries/view-licence.ts';

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
  handle(contract.verifyLicenceCode, (ctx, { params }) => verifyCode(ctx, params.code)),
  handle(contract.verifyLicenceFile, async (ctx, _input, { files: [file] }) => {
    if (!file) throw fail('licences.file-missing');
    return verifyFile(ctx, file.content);
  }),
];
