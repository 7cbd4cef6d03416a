import { mediaTypes, type MediaType } from './media-types.ts';

const longest = 100;

// Control characters, and marks that make a name read differently from what it is (reversed "gpj.exe").
const unsafe = /[\p{Cc}\p{Cs}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff<>:"/\\|?*]/gu;

/**
 * The name a stored file gets: without folders, control and direction marks, at most 100 characters, and with the
 * extension of what it really is (照片.png that holds a JPEG becomes 照片.jpg).
 */
export function normalizeFileName(given: string, mediaType: MediaType): string {
  const { extension, aliases } = mediaTypes[mediaType];
  const clean = cleanFileName(given);
  const [, stem = '', ending = ''] = /^(.*?)\.([A-Za-z0-9]{1,8})$/s.exec(clean) ?? [];
  const known: readonly string[] = [extension, ...aliases];
  const right = known.find((candidate) => candidate === ending.toLowerCase());
  const name = stem !== '' && isFileEnding(ending) ? stem : clean;
  return `${[...(name || '未命名文件')].slice(0, longest).join('')}.${right ?? extension}`;
}

/** A name as sent, made safe to show in a message. */
export function cleanFileName(given: string): string {
  const last = given.split(/[\\/]/).at(-1) ?? '';
  const clean = last.normalize('NFC').replace(unsafe, '').trim().replace(/^\.+|\.+$/g, '');
  return [...clean].slice(-longest - 9).join('');
}

const endings = /^(pdf|jpe?g|jpe|jfif|png|ofd|docx?|xlsx?|pptx?|docm|xlsm|gif|bmp|tiff?|webp|heic|heif|svg|html?|exe|zip|rar|7z|txt|wps|et|dps|tmp)$/i;

function isFileEnding(text: string): boolean {
  return endings.test(text);
}
