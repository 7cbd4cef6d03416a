import type { BodyOf } from '@tongban/contract-kit';
import { composeLicenceIdentifier } from '@tongban/identifiers';
import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { renderDocument } from '../../../kernel/documents/index.ts';
import { listOrganizationsById } from '../../../kernel/organization/index.ts';
import { getTemplateInForce } from '../../templates/index.ts';
import type { previewLicenceType as operation } from '../contract.ts';
import { faceData } from '../face-data.ts';
import { faceKind } from '../face-template.ts';
import { fillFace } from '../face-values.ts';
import { fillNumber, lastDayOfYears } from '../licence-type.contract.ts';
import { readItemForms } from '../queries/view-licence-type.ts';
import { sampleForm, sampleHolder } from '../sample-face.ts';
import { creditCodeFault, tidyContent } from '../type-record.ts';
import { validityOf } from './issue-licence.ts';

/** Serial of the licence that a preview shows. */
const serial = 1;

/** The identifier that the first licence would have; words where a part of it is not written yet. */
function sampleIdentifier(typeCode: string, issuerCode: string | null | undefined, year: string): string {
  if (creditCodeFault(typeCode.slice(0, 18)) !== undefined || !/^\d{3}$/.test(typeCode.slice(18)) || !/^[0-9A-Z]{6,18}$/.test(issuerCode ?? '')) return '（签发时生成）';
  return composeLicenceIdentifier({ typeCode, issuerCode: issuerCode ?? '', serial: `${year}${String(serial).padStart(6, '0')}`, version: 1 });
}

/**
 * Makes the PDF of a type's face as it would be issued today, with the template in force and a sample's values, unsealed: those
 * of a chosen item's form, else each line with its name. What is wrong with the type shows as it
 * is; nothing is kept (LIC-01). @throws licences.type-item-not-found and the refusals of rendering
 */
export async function previewLicenceType(ctx: Context, { content: written, itemId, formKey }: BodyOf<typeof operation>): Promise<Buffer> {
  const content = tidyContent(written);
  const now = ctx.kernel.clock.now();
  const today = chinaDate(now);
  const year = today.slice(0, 4);
  const [item, organizations, definition] = await Promise.all([
    itemId === null ? undefined : readItemForms(ctx, itemId), listOrganizationsById(ctx, content.issuerId === null ? [] : [content.issuerId]),
    getTemplateInForce(ctx, { kind: faceKind, itemId, applicantKind: content.holderKind === 'any' ? null : content.holderKind, step: null }),
  ]);
  const issuer = content.issuerId === null ? undefined : organizations.get(content.issuerId);
  const form = item && (item.forms.find(({ key }) => key === formKey) ?? item.forms[0]);
  // Of dates that a decision sets, a year is shown.
  const validity = validityOf(content, content.validity === 'decided' ? { validTo: lastDayOfYears(today, 1) } : {}, today);
  const holder = sampleHolder(content.holderKind);
  const facts = {
    typeName: content.name || '（证照名称）', number: fillNumber(content.numberPattern, year, serial), identifier: sampleIdentifier(content.typeCode, issuer?.code, year),
    issuerName: issuer?.name ?? '（颁发机构）', holderName: holder.name, issuedOn: today, ...validity,
  };
  const face = fillFace(content, {
    holder, form: sampleForm(content.face, form, today), item: { name: item?.itemName ?? '（事项名称）' },
    licence: { number: facts.number, issuedOn: today, issuer: facts.issuerName, remark: '（决定时填写的备注）', ...validity },
  });
  const code = `${ctx.kernel.config.publicUrl}/verify`;
  return renderDocument(definition, faceData(facts, face, content.statement, code), { createdAt: now, watermark: '预览' });
}
