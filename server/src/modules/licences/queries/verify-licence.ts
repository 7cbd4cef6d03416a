import { sm3 } from '@tongban/gm-crypto';
import { maskName } from '@tongban/identifiers';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import { verifyPdf } from '../../../kernel/documents/index.ts';
import { hitThrottle, refuseIfFull, type ThrottleRule } from '../../../kernel/identity/throttle.ts';
import { trustedRoots } from '../../seals/index.ts';
import type { LicenceRecord } from '../actions/issue-licence.ts';
import { licenceStateLabels, type Verification } from '../contract.ts';
import { fail } from '../errors.ts';
import type { LicencesTables } from '../tables.ts';
import { identifierIn } from '../verify-code.ts';
import { stateOf } from './licence-record.ts';

/** Identifiers are made of serials: trying them out one after the other is slowed down, looking up a real one is not. */
const wrongCodes: ThrottleRule = { limit: 60, windowMs: 10 * 60_000 };
/** Checking a file costs a digest and a signature of up to 20 MB. */
const files: ThrottleRule = { limit: 60, windowMs: 10 * 60_000 };

type Check = Verification['checks'][number];

/** What a verification found, and the licence it was about. */
export interface Verified {
  verification: Verification;
  licence?: LicenceRecord;
}

const tables = (ctx: Context) => tablesOf<LicencesTables>(ctx.kernel.db).selectFrom('licences.licence').selectAll().where('fileId', 'is not', null);

/** What a stranger may know of a licence: persons' names in part, no numbers of documents. */
function presentPublic(ctx: Context, record: LicenceRecord): NonNullable<Verification['licence']> {
  return {
    typeName: record.typeName, identifier: record.identifier, number: record.number, issuerName: record.issuerName,
    holderName: record.holderKind === 'person' ? maskName(record.holderName) : record.holderName,
    issuedOn: record.issuedOn, validFrom: record.validFrom, validTo: record.validTo, state: stateOf(ctx, record), stateReason: record.stateReason,
    signedBy: record.signedBy ?? '', sealName: record.sealName ?? '',
  };
}

function conclude(ctx: Context, record: LicenceRecord, checks: Check[]): Verified {
  const state = stateOf(ctx, record);
  const inForce = state === 'valid';
  const verification: Verification = {
    verdict: inForce ? 'genuine' : 'not-in-force',
    message: inForce ? '该证照由本平台签发，真实有效。' : `该证照由本平台签发，但现在的状态是“${licenceStateLabels[state]}”，不能作为有效证照使用。`,
    checkedAt: ctx.kernel.clock.now().toISOString(), licence: presentPublic(ctx, record),
    checks: [...checks, { name: '证照状态', passed: inForce, detail: licenceStateLabels[state] + (record.stateReason ? `：${record.stateReason}` : '') }],
  };
  return { verification, licence: record };
}

function refuse(ctx: Context, verdict: 'altered' | 'unknown', message: string, checks: Check[]): Verified {
  return { verification: { verdict, message, checkedAt: ctx.kernel.clock.now().toISOString(), checks, licence: null } };
}

/** Verifies by what a person scanned or typed; the state is that of this moment. @throws identity.too-many-attempts */
export async function verifyCode(ctx: Context, code: string): Promise<Verified> {
  const identifier = identifierIn(code);
  await refuseIfFull(ctx, `verify-code:${ctx.origin.ip}`, wrongCodes);
  const record = await tables(ctx).where('identifier', '=', identifier).executeTakeFirst();
  if (!record) {
    await hitThrottle(ctx, `verify-code:${ctx.origin.ip}`, wrongCodes);
    return refuse(ctx, 'unknown', '本平台没有签发过这个标识的证照，请核对二维码或标识，谨防假冒。', [{ name: '签发记录', passed: false, detail: '未找到' }]);
  }
  return conclude(ctx, record, [{ name: '签发记录', passed: true, detail: `由${record.issuerName}签发` }]);
}

/**
 * Verifies a file: the seal's signature over every byte, the certificate chain, the issuing record of exactly this file, and
 * the state of this moment. The file is not kept. A photo or another kind of file is refused instead of judged: it is the wrong
 * file, not a forged one. @throws licences.not-a-pdf, identity.too-many-attempts
 */
export async function verifyFile(ctx: Context, content: Buffer): Promise<Verified> {
  await hitThrottle(ctx, `verify-file:${ctx.origin.ip}`, files);
  const signature = verifyPdf(content, await trustedRoots(ctx));
  if (!signature.intact) {
    if (signature.code === 'not-pdf') throw fail('licences.not-a-pdf');
    return refuse(ctx, 'altered', signature.reason, [{ name: '文件完整性', passed: false, detail: signature.reason }]);
  }
  const checks: Check[] = [
    { name: '文件完整性', passed: true, detail: '签章之后没有被改动' },
    { name: '签章证书', passed: signature.trusted, detail: signature.trusted ? `${signature.sealName}，证书可信` : '签章证书不是本平台信任的机构签发的' },
  ];
  if (!signature.trusted) return refuse(ctx, 'unknown', '该文件的签章不是本平台信任的机构制作的，请勿采信。', checks);
  const record = await tables(ctx).where('fileDigest', '=', sm3(content).toString('hex')).executeTakeFirst();
  if (!record) {
    return refuse(ctx, 'unknown', '该文件有可信的签章，但不是本平台登记的证照（可能是文书），不能作为证照使用。', [...checks, { name: '签发记录', passed: false, detail: '未找到' }]);
  }
  return conclude(ctx, record, [...checks, { name: '签发记录', passed: true, detail: `由${record.issuerName}签发` }]);
}
