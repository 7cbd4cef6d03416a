import { demoCitizens } from '../../server/src/seed/identity/demo-citizens.ts';
import { drawDocument, type DrawnDocument } from '../../server/src/modules/recognition/testing/draw-document.ts';

const elder = demoCitizens.find(({ key }) => key === 'elder');
const cardOf = (name: string): string[] => ['居民身份证（演示样本）', `姓名 ${name}`, '性别 女 民族 汉', '出生 1941年2月3日', '住址 四川省广安市广安区示例镇和平村', `公民身份号码 ${elder?.documentNumber ?? ''}`];

/** Made-up documents that the journeys upload, and that the text recognition beside the platform knows. */
export const knownDocuments = {
  /** The card of the elder, with another last character of her name. */
  wrongCard: cardOf('王秀蓝'),
  rightCard: cardOf(elder?.name ?? ''),
} as const;

const size = { width: 900, height: 620, size: 30 };

/** A known document as a picture. */
export function drawKnown(name: keyof typeof knownDocuments): Promise<DrawnDocument> {
  return drawDocument(knownDocuments[name], size);
}
