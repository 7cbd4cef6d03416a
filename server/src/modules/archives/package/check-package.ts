import { sm3 } from '@tongban/gm-crypto';
import { fold, isOver } from '../../cases/index.ts';
import type { ArchiveCheck, ArchivedFile } from '../contract.ts';
import { signaturesOf, type GatheredCase, type GatheredFile } from './gather-case.ts';

/** What a look into the finished package and at its seals found. */
export interface Findings {
  /** Sealed files whose seal does not hold, with the reason. */
  brokenSeals: readonly { name: string; reason: string }[];
  /** Sealed files whose signer leads to no trusted root. */
  untrustedSeals: readonly string[];
  /** Entries of the finished package by path, read back from it, with their digests. */
  entries: ReadonlyMap<string, string>;
}

/** Formats that stay readable for decades (GB/T 18894, DA/T 47): laid out, pictures, plain text. */
const lasting: ReadonlySet<string> = new Set(['application/pdf', 'application/ofd', 'image/jpeg', 'image/png', 'image/tiff', 'text/plain', 'application/xml', 'text/xml', 'text/csv']);

type Property = ArchiveCheck['property'];

/**
 * 归档质检 (INT-08): each check says what it looked at and, where it fails, what to do. A fault keeps the package from counting as
 * archived; a remark is for people to know.
 */
export function checkPackage(gathered: GatheredCase, files: readonly ArchivedFile[], findings: Findings): ArchiveCheck[] {
  return [...checkAuthentic(gathered, findings), ...checkComplete(gathered), ...checkUsable(gathered, files, findings), ...checkSafe(gathered)];
}

function judge(property: Property, code: string, wrong: readonly string[], passed: string, mend: string, verdict: 'fault' | 'remark' = 'fault'): ArchiveCheck {
  if (wrong.length === 0) return { property, code, verdict: 'passed', text: passed, mend: null };
  const shown = wrong.slice(0, 5).join('；');
  return { property, code, verdict, text: wrong.length > 5 ? `${shown}；等 ${wrong.length} 处` : shown, mend };
}

function checkAuthentic({ files, actions, record, lost }: GatheredCase, { brokenSeals, untrustedSeals }: Findings): ArchiveCheck[] {
  const changed = files.filter(({ stored, content }) => stored !== undefined && sm3(content).toString('hex') !== stored.digest).map(({ name }) => `${name}的内容与存入时不同`);
  const gap = actions.findIndex(({ sequence }, index) => sequence !== index + 1);
  const derived = fold(actions.map(({ step }) => step));
  const process = gap >= 0 ? [`办理过程缺第 ${gap + 1} 步`] : derived?.status === record.status ? [] : ['办理过程推算的状态与办件不符'];
  return [
    judge('authentic', 'unchanged', [...changed, ...lost.map(({ name, reason }) => `${name}：${reason}`)], `${files.filter(({ stored }) => stored !== undefined).length} 个文件与存入时一致，都读得出来`, '请联系运维人员从备份恢复文件，再点“重新归档”。'),
    judge('authentic', 'seals', brokenSeals.map(({ name, reason }) => `${name}：${reason}`), '文书和证照的电子签章有效', '请联系制证人员核对印章，重新制作文书后再归档。'),
    judge('authentic', 'signers', untrustedSeals.map((name) => `${name}的签章人不在信任名单中`), '签章人可信', '核对签发机构的根证书。', 'remark'),
    judge('authentic', 'process', process, `办理过程 ${actions.length} 步，前后相接，状态相符`, '请联系运维人员核对审计链。'),
  ];
}

/** Which documents a case must have, by how far it came. */
function requiredNotices({ record, actions }: GatheredCase): [kinds: string[], name: string][] {
  const did = (type: string): boolean => actions.some((action) => action.type === type);
  return [
    ...(did('accept') || did('deem-accepted') ? [[['acceptance-notice'], '受理通知书'] as [string[], string]] : []),
    ...(did('refuse') ? [[['refusal-notice'], '不予受理决定书'] as [string[], string]] : []),
    ...(did('request-supplement') ? [[['supplement-notice'], '一次性补正材料通知书'] as [string[], string]] : []),
    ...(record.outcome === 'approved' ? [[['approval-decision'], '准予决定书'] as [string[], string]] : []),
    ...(record.outcome === 'denied' ? [[['denial-decision'], '不予许可决定书'] as [string[], string]] : []),
    ...(did('revoke-decision') ? [[['revocation-decision'], '撤销决定书'] as [string[], string]] : []),
  ];
}

/** Each time something was handed over there is a 送达回证; one of a paper does not stand for that of the result. */
const receipted: ReadonlySet<string> = new Set(['deliver', 'deliver-again', 'sign-notices', 'decline-notices']);

function missingReceipts({ actions, notices }: GatheredCase): string[] {
  const missing = actions.filter(({ type }) => receipted.has(type)).length - notices.filter(({ kind }) => kind === 'delivery-receipt').length;
  return missing <= 0 ? [] : [missing === 1 ? '缺送达回证' : `缺 ${missing} 份送达回证`];
}

function checkSignatures({ actions, files }: GatheredCase): ArchiveCheck[] {
  const signed = signaturesOf(actions);
  const kept = new Set(files.flatMap(({ part, stored }) => (part === 'signature' && stored ? [stored.id] : [])));
  const declined = actions.filter(({ type }) => type === 'decline-notices').map(({ opinion }) => opinion ?? '');
  return [
    judge('complete', 'signatures', signed.filter(({ fileId }) => !kept.has(fileId)).map(({ name }) => `缺签名：${name}`), signed.length === 0 ? '没有在窗口签名的环节' : `${signed.length} 个签名，签收的都在`, '请联系运维人员从备份恢复签名文件，再点“重新归档”。'),
    ...(declined.length === 0 ? [] : [judge('complete', 'declined', declined, '', '拒收事由已记在送达回证上，不需要补签。', 'remark')]),
  ];
}

function checkComplete(gathered: GatheredCase): ArchiveCheck[] {
  const { record, materials, notices, files } = gathered;
  const known = new Set(notices.map(({ kind }) => kind));
  const missing = requiredNotices(gathered).filter(([kinds]) => !kinds.some((kind) => known.has(kind))).map(([, name]) => `缺${name}`).concat(missingReceipts(gathered));
  const latest = [...new Map(materials.map((material) => [material.key, material])).values()];
  const empty = latest.filter(({ source, files: own, licence }) => (source === 'upload' && own.length === 0) || (source === 'licence' && licence === null)).map(({ name }) => `${name}没有文件`);
  const paper = latest.filter(({ source }) => source === 'paper').map(({ name }) => name);
  const facts: [string, unknown][] = [['办件编号', record.number], ['事项名称', record.itemName], ['申请人', record.applicantName], ['实施部门', record.organizationName], ['办结时间', record.closedAt]];
  const blank = facts.filter(([, value]) => value === null || value === '').map(([name]) => `${name}没有填写`);
  return [
    judge('complete', 'ended', isOver(record.status) ? [] : ['办件还没有办结'], '办件已经办结', '办结后系统会自动归档。'),
    judge('complete', 'facts', blank, '归档信息齐全', '请补全办件信息后重新归档。'),
    judge('complete', 'application', files.some(({ part }) => part === 'application') ? [] : ['缺申请表'], '申请表齐全', '请联系运维人员核对申请数据，再点“重新归档”。'),
    judge('complete', 'notices', missing, `${notices.length} 份文书，各环节应有的都在`, '请在办件页补出文书后重新归档。'),
    ...checkSignatures(gathered),
    judge('complete', 'materials', empty, `${latest.length} 项材料齐全`, '请联系受理人员补传材料后重新归档。'),
    judge('complete', 'paper', paper.length === 0 ? [] : [`${paper.join('、')}收的是纸质件`], '没有纸质材料', '纸质件请随本档号另行归档。', 'remark'),
  ];
}

function checkUsable({ files }: GatheredCase, listed: readonly ArchivedFile[], { entries }: Findings): ArchiveCheck[] {
  const odd = files.filter(({ mediaType }) => !lasting.has(mediaType)).map(({ name }) => `${name}不是长期保存的格式`);
  const different = listed.filter(({ path, digest }) => entries.get(path) !== digest).map(({ path }) => `${path}与目录不符`);
  return [
    judge('usable', 'formats', odd, '都是可以长期保存的格式', '请转换为 PDF 或 OFD 后另存一份。', 'remark'),
    judge('usable', 'package', different, `档案包读得出来，${listed.length} 个文件与目录逐一相符`, '请点“重新归档”；仍不相符请联系运维人员。'),
  ];
}

function checkSafe({ files }: GatheredCase): ArchiveCheck[] {
  const stored = files.flatMap(({ stored: file }: GatheredFile) => (file ? [file] : []));
  return [
    judge('safe', 'viruses', stored.filter(({ scanStatus }) => scanStatus === 'infected').map(({ name }) => `${name}含有病毒`), '没有发现病毒', '请按安全管理规定处置。'),
    judge('safe', 'scanned', stored.some(({ scanStatus }) => scanStatus === 'not-scanned') ? ['有文件没有经过病毒扫描'] : [], '全部文件经过病毒扫描', '接上杀毒软件后系统会自动补扫。', 'remark'),
    judge('safe', 'active', stored.filter(({ active }) => active).map(({ name }) => `${name}含有脚本`), '没有文件含有脚本', '打开前请在隔离环境中查看。', 'remark'),
  ];
}
