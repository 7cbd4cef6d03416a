import { plain } from '../text/plain.ts';

const mostCharacters = 3_000;
const names = /(姓名|法定代表人|负责人|经营者|户主|承租人|出租人|承租方|出租方|权利人|联系人|投资人|主要负责人)([:：]?)(?:[\p{Script=Han}·]{2,4}?(?=性别|民族|出生|职务|[^\p{Script=Han}·]|$)|[\p{Script=Han}·]{2,3})/gmu;
const places = /(住址|住所|地址|坐落|经营场所)([:：]?).{2,80}$/gmu;

/**
 * A document's text as a sample keeps it: what its kind is stays, whom it is about goes. Values that were read become ○, every digit 0,
 * and what stands behind the labels of names and addresses is left out.
 */
export function redact(text: string, values: readonly string[]): string {
  let kept = text.split('\n').map(plain).join('\n');
  for (const value of [...new Set(values.map(plain))].filter((one) => one.length >= 2).sort((one, other) => other.length - one.length)) kept = kept.replaceAll(value, '○');
  return kept.replace(names, (_whole, label: string, colon: string) => `${label}${colon}○`).replace(places, (_whole, label: string, colon: string) => `${label}${colon}○`)
    .replace(/\p{N}/gu, '0').replace(/[A-Za-z]{2,}/gu, 'A').slice(0, mostCharacters);
}
