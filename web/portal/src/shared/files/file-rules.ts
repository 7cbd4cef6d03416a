import { fileText } from './text.ts';

/** Largest file the server takes, in bytes. */
export const maximumFileSize = 20 * 1024 * 1024;

/** A size for people: `3.4 MB`. */
export function formatSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1).replace(/\.0$/, '')} MB`;
}

const sameType: Record<string, string> = { jpeg: 'jpg' };

export interface FileRule {
  fileTypes: readonly string[];
  maxFiles: number;
}

/** Why a file cannot be taken, in words; the server judges the content itself again. */
export function fileFault(file: { name: string; size: number }, rule: FileRule, already: number): string | undefined {
  if (already >= rule.maxFiles) return fileText.tooMany(rule.maxFiles);
  if (file.size === 0) return fileText.empty(file.name);
  if (file.size > maximumFileSize) return fileText.tooLarge(file.name, formatSize(file.size), formatSize(maximumFileSize));
  const ending = file.name.split('.').pop()?.toLowerCase() ?? '';
  if (rule.fileTypes.length > 0 && !rule.fileTypes.includes(sameType[ending] ?? ending)) return fileText.wrongType(file.name, typeNames(rule));
  return undefined;
}

/** `PDF、JPG、PNG`. */
export function typeNames(rule: FileRule): string {
  return rule.fileTypes.map((type) => type.toUpperCase()).join('、');
}

/** What a file picker is told. */
export function acceptOf(rule: FileRule): string {
  return rule.fileTypes.flatMap((type) => (type === 'jpg' ? ['.jpg', '.jpeg'] : [`.${type}`])).join(',');
}
