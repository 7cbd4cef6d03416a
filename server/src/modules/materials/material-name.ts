import { removeSpaces } from '@tongban/identifiers';

/** What lists add to a name to say in which form or how often it is handed in; it is the same material all the same. */
const form = '(?:原件|复印件|影印件|扫描件|电子件|电子版|电子文档|纸质|纸质件|正本|副本|正副本|正反面|加?盖公?章|签字|盖章|[0-9一二三四五六七八九两]+份|式|及|和|与|或|并|、|,|/|提供|各|的)';
const bracketed = new RegExp(`\\(${form}+\\)$`);
const trailing = new RegExp(`(?:的?(?:原件|复印件|影印件|扫描件|电子件|电子版)(?:[及和与或、]|并)?)+(?:[0-9一二三四五六七八九两]+份)?$`);

function withoutForm(text: string): string {
  for (let shorter = text; ;) {
    const next = shorter.replace(bracketed, '').replace(trailing, '');
    if (next === shorter || next === '') return shorter;
    shorter = next;
  }
}

/**
 * The form in which names of materials are compared: half-width, brackets of one kind, without spaces and marks, and without
 * what only says in which form it is handed in. 《营业执照》（副本）复印件 → 营业执照.
 */
export function materialNameKey(name: string): string {
  const plain = removeSpaces(name.normalize('NFKC')).toLowerCase().replace(/[[{【〔〖]/g, '(').replace(/[\]}】〕〗]/g, ')');
  const key = withoutForm(plain.replace(/[《》〈〉"'“”‘’「」『』]/g, '')).replace(/[^\p{L}\p{N}()]+/gu, '');
  return (key === '' ? plain : key).slice(0, 200);
}

/** The distinct comparable forms of a material's names. */
export function nameKeysOf(material: { name: string; aliases: readonly string[] }): string[] {
  return [...new Set([material.name, ...material.aliases].map(materialNameKey))];
}
