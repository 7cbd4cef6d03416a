import { sm3 } from '@tongban/gm-crypto';
import type { Certificate } from '@tongban/gm-crypto';
import { buffer } from 'node:stream/consumers';
import { verifyPdf } from '../../../kernel/documents/index.ts';
import { openZipParts, toBytes, ZipOutput } from '../../../kernel/zip/index.ts';
import type { ArchiveCheck, ArchivedFile } from '../contract.ts';
import { checkPackage, type Findings } from './check-package.ts';
import { describeCase, describeFiles, describePackage, describeProcess, type ArchiveFacts } from './describe.ts';
import type { GatheredCase, GatheredFile } from './gather-case.ts';

export interface BuiltPackage {
  /** A ZIP. */
  content: Buffer;
  files: ArchivedFile[];
  checks: ArchiveCheck[];
}

const contentsName = '目录.xml';

/** Makes the package of a case, reads it back, and examines both (INT-08). `roots`: certificates that signers must lead to. */
export async function buildPackage(gathered: GatheredCase, facts: ArchiveFacts, roots: readonly Certificate[]): Promise<BuiltPackage> {
  const { record, actions, materials, notices, files } = gathered;
  const written = (path: string, mediaType: string, text: string): GatheredFile => ({ path, part: 'description', name: path, mediaType, content: Buffer.from(text) });
  const described: GatheredFile[] = [
    written('说明文件.txt', 'text/plain', describePackage(record, facts)), written('基本信息.xml', 'application/xml', describeCase(record, materials, notices, facts)),
    written('过程信息.xml', 'application/xml', describeProcess(actions, materials)), ...files,
  ];
  const listed = described.map(({ path, part, name, mediaType, content }): ArchivedFile => ({ path, part, name, mediaType, size: content.length, digest: sm3(content).toString('hex') }));
  const zip = new ZipOutput();
  for (const { path, content } of described) zip.add(path, content);
  zip.add(contentsName, describeFiles(listed));
  const content = await buffer(zip.finish());
  return { content, files: listed, checks: checkPackage(gathered, listed, { ...verifySeals(files, roots), entries: await readBack(content) }) };
}

function verifySeals(files: readonly GatheredFile[], roots: readonly Certificate[]): Pick<Findings, 'brokenSeals' | 'untrustedSeals'> {
  const verified = files.filter(({ part }) => part === 'notice' || part === 'result').map(({ name, content }) => ({ name, verification: verifyPdf(content, roots) }));
  return {
    brokenSeals: verified.flatMap(({ name, verification }) => (verification.intact ? [] : [{ name, reason: verification.reason }])),
    untrustedSeals: verified.flatMap(({ name, verification }) => (verification.intact && !verification.trusted ? [name] : [])),
  };
}

async function readBack(content: Buffer): Promise<Map<string, string>> {
  const parts = await openZipParts(content);
  const entries = new Map<string, string>();
  for (const name of parts.names()) {
    const pieces: Buffer[] = [];
    for await (const piece of await parts.stream(name)) pieces.push(toBytes(piece));
    entries.set(name, sm3(Buffer.concat(pieces)).toString('hex'));
  }
  return entries;
}
