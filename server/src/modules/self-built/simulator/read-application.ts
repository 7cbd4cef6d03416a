import { sm3 } from '@tongban/gm-crypto';
import type { ApplicationContent, FilePart } from '../content.contract.ts';
import type { SignedMessage } from '../exchange.contract.ts';
import { isSigned, sealMessage, type Purpose } from '../signing.ts';
import type { Handed, PlatformAnswer, Send } from './simulated-case.ts';

interface Reader { send: Send; key: () => { keyId: string; secret: string } | undefined; now: () => Date }

/** What a person is told of a refusal. */
export function refusalIn({ body }: PlatformAnswer): string {
  return `${String(body['title'] ?? '')}。${String(body['detail'] ?? '')}`;
}

async function ask<T>({ send, key, now }: Reader, path: string, purpose: Purpose, payload: object): Promise<Handed<T>> {
  const own = key();
  if (!own) return { refused: '还没有密钥。' };
  const question = sealMessage(own, purpose, payload, now());
  const answer = await send(path, purpose, payload, question);
  if (answer.status !== 200) return { refused: refusalIn(answer) };
  const signed = answer.body as Readonly<Record<string, unknown>> & SignedMessage;
  if (signed.nonce !== question.nonce || !isSigned(own.secret, 'answer', signed)) return { refused: '平台答复的签名不正确。' };
  return { content: JSON.parse(signed.payload) as T };
}

/** The application of a case, its signature checked. */
export function readApplication(reader: Reader, caseNumber: string): Promise<Handed<ApplicationContent>> {
  return ask(reader, 'cases/content', 'content', { caseNumber });
}

/** A whole file, put together from its parts and compared with its digest. */
export async function readApplicationFile(reader: Reader, caseNumber: string, fileId: string): Promise<Handed<{ bytes: Buffer; mediaType: string }>> {
  const pieces: Buffer[] = [];
  for (let part = 1; ; part += 1) {
    const handed = await ask<FilePart>(reader, 'cases/files', 'file', { caseNumber, fileId, part });
    if ('refused' in handed) return handed;
    const { content, parts, digest, mediaType } = handed.content;
    pieces.push(Buffer.from(content, 'base64'));
    if (part < parts) continue;
    const bytes = Buffer.concat(pieces);
    return sm3(bytes).toString('hex') === digest ? { content: { bytes, mediaType } } : { refused: '文件的摘要不一致。' };
  }
}
