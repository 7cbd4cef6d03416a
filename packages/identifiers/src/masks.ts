/** 张三 → 张*, 李小敏 → 李*敏, 欧阳小明 → 欧**明; a single character is hidden. */
export function maskName(name: string): string {
  const characters = [...name];
  if (characters.length <= 1) return '*'.repeat(characters.length);
  if (characters.length === 2) return `${characters[0]}*`;
  return keepEnds(characters, 1, 1);
}

/** 460100199001011234 → 460100********1234; shorter document numbers keep two characters at each end. */
export function maskIdNumber(number: string): string {
  const characters = [...number];
  if (characters.length >= 15) return keepEnds(characters, 6, 4);
  if (characters.length >= 6) return keepEnds(characters, 2, 2);
  return '*'.repeat(characters.length);
}

/** 13812343210 → 138****3210. */
export function maskMobile(mobile: string): string {
  const characters = [...mobile];
  return characters.length >= 11 ? keepEnds(characters, characters.length - 8, 4) : maskIdNumber(mobile);
}

/** A text with the numbers of persons' documents and mobiles in it masked. */
export function maskNumbersIn(text: string): string {
  return text.replace(/(?<![0-9A-Za-z])\d{17}[\dXx](?![0-9A-Za-z])/g, maskIdNumber).replace(/(?<![0-9A-Za-z])1[3-9]\d{9}(?![0-9A-Za-z])/g, maskMobile);
}

/** Keeps an address down to its county or district and hides the rest with a fixed number of stars. */
export function maskAddress(address: string): string {
  const region = /^.*?(?:[^小园社校住街景院]区|县|旗)/u.exec(address)?.[0] ?? /^.*?市/u.exec(address)?.[0];
  const characters = [...address];
  const kept = region !== undefined && region.length < address.length
    ? [...region].length
    : Math.min(6, Math.floor(characters.length / 2));
  return characters.length === 0 ? '' : `${characters.slice(0, kept).join('')}****`;
}

/** zhang@example.cn → z***@example.cn. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  if (at < 1) return '*'.repeat([...email].length);
  const [first = ''] = [...email];
  return `${first}***${email.slice(at)}`;
}

function keepEnds(characters: readonly string[], head: number, tail: number): string {
  const hidden = '*'.repeat(characters.length - head - tail);
  return characters.slice(0, head).join('') + hidden + characters.slice(-tail).join('');
}
