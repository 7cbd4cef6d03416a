import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { publishEvent } from '../../../kernel/events/index.ts';
import { storeOwnDocument } from '../../../kernel/files/index.ts';
import { sealDocument, signWords } from '../../seals/index.ts';
import { getUsedTemplate } from '../../templates/index.ts';
import { fail } from '../errors.ts';
import { licenceEvents } from '../events.ts';
import { decryptFace } from '../face-cipher.ts';
import { faceData } from '../face-data.ts';
import { faceKind, licenceDocument } from '../face-template.ts';
import type { LicencesTables } from '../tables.ts';
import { codeContent, signedWords } from '../verify-code.ts';
import { getLicenceType, type LicenceRecord } from './issue-licence.ts';

/**
 * Makes the signed rendition of a licence and tells the platform that it is issued; does nothing when that has been done.
 * @throws seals.no-seal
 */
export async function completeLicence(ctx: Context, record: LicenceRecord): Promise<void> {
  if (record.fileId) return;
  const { statement } = await getLicenceType(ctx, record.typeCode);
  const codeSignature = await signWords(ctx, record.issuerId, record.issuerName, signedWords(record));
  const face = decryptFace(ctx, record);
  const { content: definition } = await getUsedTemplate(ctx, { type: licenceDocument, id: record.id, kind: faceKind });
  const sealed = await sealDocument(ctx, {
    organizationId: record.issuerId, organizationName: record.issuerName, definition, data: faceData(record, face, statement, codeContent(ctx, record, codeSignature)),
    documentKind: 'licence', documentTitle: `${record.typeName} ${record.number}`, caseNumber: record.caseNumber,
  });
  const file = await storeOwnDocument(ctx, { name: `${record.typeName}_${record.number}.pdf`, mediaType: 'application/pdf', content: sealed.content },
    { purpose: 'licence', owner: { type: 'licence', id: record.id } });
  const batch = new WriteBatch();
  writesFor<LicencesTables>(batch).update('licences.licence',
    { fileId: file.id, fileDigest: sealed.digest, sealName: sealed.sealName, signedBy: sealed.signedBy, codeSignature },
    { id: record.id, fileId: null }, { expected: 1, otherwise: () => fail('licences.not-rendered') });
  publishEvent(ctx, batch, {
    type: licenceEvents.issued, aggregateType: 'licence', aggregateId: record.id,
    data: {
      licenceId: record.id, caseId: record.caseId, typeCode: record.typeCode, typeName: record.typeName, identifier: record.identifier, number: record.number,
      holderKind: record.holderKind, holderId: record.holderId, holderName: record.holderName, issuerId: record.issuerId, validTo: record.validTo,
    },
  });
  recordAudit(ctx, batch, { action: 'licences.complete-licence', objectType: 'licence', objectId: record.id, detail: { digest: sealed.digest } });
  await commit(ctx, batch);
}
