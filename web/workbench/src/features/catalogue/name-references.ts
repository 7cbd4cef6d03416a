import { isMembers, type ItemElements } from '@tongban/server/src/modules/catalog/contract.ts';
import type { KeptFile } from '../../shared/files/FileUploads.tsx';
import { formatSize } from '../../shared/files/format-size.ts';
import { text } from './text.ts';

/** What gives the keys and ids in an element their names: the rest of its version, and the facts of its files. */
export interface Named {
  readonly elements?: Pick<ItemElements, 'forms' | 'questionnaire'>;
  readonly files?: readonly KeptFile[];
}

const fileParts: ReadonlySet<string> = new Set(['fileId', 'sampleFileId', 'blankFormFileId']);

/** Puts names in the place of what an element refers to by key or id: files, forms, situations, questions with their options. */
export function nameReferences(value: unknown, named: Named): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => nameReferences(one, named));
  if (!isMembers(value)) return value;
  const question = named.elements?.questionnaire?.questions.find(({ key }) => key === value['question']);
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, typeof part === 'string' ? nameOne(name, part) : Array.isArray(part) ? part.map((one: unknown) => (typeof one === 'string' ? nameOne(name, one) : nameReferences(one, named))) : nameReferences(part, named)]));

  function nameOne(name: string, key: string): string {
    if (fileParts.has(name)) return fileName(key, named.files);
    if (name === 'formKey') return named.elements?.forms.find((form) => form.key === key)?.name ?? key;
    if (name === 'situations') return named.elements?.questionnaire?.situations.find((situation) => situation.key === key)?.name ?? key;
    if (name === 'question') return question?.text ?? key;
    return name === 'options' ? question?.options.find((option) => option.key === key)?.text ?? key : key;
  }
}

function fileName(id: string, files: readonly KeptFile[] = []): string {
  const file = files.find((one) => one.id === id);
  return file === undefined ? text.differences.file : `${file.name}（${formatSize(file.size)}）`;
}
