import type { FileReference } from './answers.ts';
import type { Field } from './field-schemas.ts';
import { fault, ownValue, type ReadOptions, reading, type Reading, shortLine, wrongType } from './reading.ts';

type FieldOf<T extends Field['type']> = Extract<Field, { type: T }>;

/** Files an attachment field takes when it names no number. */
export const DEFAULT_MAXIMUM_FILES = 10;

/** Reads references to files the host has stored; whether they exist and belong to the person is the host's check. */
export function readAttachments(field: FieldOf<'attachment'>, raw: unknown, _options: ReadOptions): Reading {
  if (!Array.isArray(raw)) return wrongType(field.label);
  const most = field.maximumFiles ?? DEFAULT_MAXIMUM_FILES;
  const files = raw.slice(0, most).map(readReference);
  const known = files.filter((file) => file !== undefined);
  const unique = [...new Map(known.map((file) => [file.fileId, file])).values()];
  const value = unique.length === 0 ? undefined : unique;
  if (raw.length > most) return reading(value, fault('too-many', `“${field.label}”最多上传 ${most} 个文件，请删除多余的文件。`));
  if (known.length < files.length) return reading(value, fault('wrong-type', `“${field.label}”里有文件没有上传成功，请重新上传。`));
  const refused = unique.find((file) => !hasExtension(file.name, field.extensions));
  if (refused === undefined) return reading(value);
  return reading(value, fault('wrong-file-type', `文件“${refused.name}”的类型不符，“${field.label}”只接受 ${(field.extensions ?? []).join('、')}。`));
}

/** Pictures an image field takes when it names no number. */
export const DEFAULT_MAXIMUM_IMAGES = 1;

/** Kinds of file that every browser and the paper form can show. */
export const IMAGE_EXTENSIONS: readonly string[] = ['jpg', 'jpeg', 'png'];

/** Reads references to pictures the host has stored. */
export function readImages(field: FieldOf<'image'>, raw: unknown, options: ReadOptions): Reading {
  const { id, label, maximumFiles = DEFAULT_MAXIMUM_IMAGES } = field;
  return readAttachments({ type: 'attachment', id, label, maximumFiles, extensions: [...IMAGE_EXTENSIONS] }, raw, options);
}

/** Reads the reference to the picture of a signature. */
export function readSignature(field: FieldOf<'signature'>, raw: unknown, _options: ReadOptions): Reading {
  const file = readReference(raw);
  return file === undefined ? wrongType(field.label) : reading(file);
}

function readReference(raw: unknown): FileReference | undefined {
  const fileId = ownValue(raw, 'fileId');
  const name = shortLine(ownValue(raw, 'name'), 255);
  if (typeof fileId !== 'string' || !/^[\w-]{1,64}$/.test(fileId) || name === undefined) return undefined;
  return { fileId, name };
}

function hasExtension(name: string, extensions: readonly string[] | undefined): boolean {
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return extensions === undefined || extensions.includes(extension);
}
